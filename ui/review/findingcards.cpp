#include "ui/review/findingcards.h"

#include "ui/look/palette.h"
#include "ui/look/rounded.h"
#include "ui/look/tonelabel.h"

#include <QEvent>
#include <QFrame>
#include <QPainter>
#include <QVBoxLayout>

namespace Ui {

namespace {

class CardFrame final : public QFrame
{
public:
    CardFrame(const FindingCards::Card &card, QWidget *parent)
        : QFrame(parent), m_tone(card.isLoss ? Words::Tone::Error : card.line.tone), m_label(new ToneLabel(this))
    {
        m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        QFont font = m_label->font();
        font.setBold(card.isLoss);
        m_label->setFont(font);
        auto *layout = new QVBoxLayout(this);
        const int margin = fontMetrics().height() / 2;
        layout->setContentsMargins(margin, margin, margin, margin);
        layout->addWidget(m_label);
        applyColors();
    }

    [[nodiscard]] ToneLabel *label() const { return m_label; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const bool isPlain = m_tone == Words::Tone::Note;
        const bool needsLine = isPlain || isHighContrast(palette());
        QPainter painter(this);
        paintRounded(&painter, rect(),
                     {.ground = isPlain ? palette().color(QPalette::Base) : toneColors(m_tone, palette()).ground,
                      .line = needsLine ? palette().color(QPalette::Mid) : QColor()});
    }

    void changeEvent(QEvent *event) override
    {
        QFrame::changeEvent(event);
        if (event->type() == QEvent::PaletteChange)
            applyColors();
    }

private:
    void applyColors()
    {
        QPalette colours; // the application's
        if (m_tone != Words::Tone::Note)
            colours.setColor(QPalette::WindowText, toneColors(m_tone, palette()).text);
        m_label->setPalette(colours);
    }

    Words::Tone m_tone;
    ToneLabel *m_label;
};

} // namespace

FindingCards::FindingCards(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    hide();
}

void FindingCards::setCards(const QList<Card> &cards)
{
    if (cards == m_cards)
        return;
    m_cards = cards;
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    layout()->setSpacing(fontMetrics().height() / 2);
    setHidden(cards.isEmpty());
    for (const Card &card : cards) {
        auto *frame = new CardFrame(card, this);
        layout()->addWidget(frame);
        frame->show(); // at once: screen readers do not announce hidden text
        frame->label()->announce(card.line);
    }
}

} // namespace Ui
