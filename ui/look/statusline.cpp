#include "ui/look/statusline.h"

#include "ui/look/tonelabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace Ui {

StatusLine::StatusLine(QWidget *parent) : QWidget(parent), m_label(new ToneLabel(this)), m_button(new QPushButton(this))
{
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_label, 1);
    layout->addWidget(m_button, 0, Qt::AlignTop);
    connect(m_button, &QPushButton::clicked, this,
            [this] { m_offer == Offer::Stop ? Q_EMIT stopWanted() : Q_EMIT retryWanted(); });
    clear();
}

void StatusLine::say(const Words::Line &line)
{
    show(line, Offer::Nothing);
}

void StatusLine::showWaiting(const QString &forWhat)
{
    show({Words::Tone::Waiting, forWhat}, Offer::Stop);
}

void StatusLine::showFailure(const Words::Line &why)
{
    show(why, Offer::Again);
}

QString StatusLine::text() const
{
    return m_label->text();
}

Words::Tone StatusLine::tone() const
{
    return m_label->tone();
}

void StatusLine::show(const Words::Line &line, Offer offer)
{
    const bool goesOn = offer == Offer::Stop && isWaiting(); // a screen reader announces when a wait begins
    m_offer = offer;
    m_button->setVisible(offer != Offer::Nothing);
    m_button->setText(offer == Offer::Stop ? tr("Stop") : tr("Retry"));
    setVisible(!line.text.isEmpty());
    goesOn ? m_label->setLine(line) : m_label->announce(line); // last: nothing hidden is announced
}

} // namespace Ui
