#include "ui/forms/statusline.h"

#include "ui/forms/tell.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace Desktop {

StatusLine::StatusLine(QWidget *parent) : QWidget(parent), m_label(new QLabel(this)), m_button(new QPushButton(this))
{
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_label, 1);
    layout->addWidget(m_button, 0, Qt::AlignTop);
    connect(m_button, &QPushButton::clicked, this,
            [this] { m_offer == Offer::Stop ? Q_EMIT stopWanted() : Q_EMIT againWanted(); });
    clear();
}

void StatusLine::say(const QString &text)
{
    show(text, Offer::Nothing);
}

void StatusLine::sayWaiting(const QString &forWhat)
{
    show(forWhat, Offer::Stop);
}

void StatusLine::sayFailed(const QString &why)
{
    show(why, Offer::Again);
}

QString StatusLine::text() const
{
    return m_label->text();
}

void StatusLine::show(const QString &text, Offer offer)
{
    m_offer = offer;
    announce(m_label, text);
    m_button->setVisible(offer != Offer::Nothing);
    m_button->setText(offer == Offer::Stop ? tr("Stop") : tr("Ask again"));
    setVisible(!text.isEmpty());
}

} // namespace Desktop
