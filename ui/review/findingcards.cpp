#include "ui/review/findingcards.h"

#include "ui/look/palette.h"
#include "ui/look/rounded.h"
#include "ui/look/tonelabel.h"
#include "words/findingtext.h"

#include <QEvent>
#include <QFrame>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

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

    void addButton(QPushButton *button)
    {
        button->setAutoDefault(false);
        layout()->addWidget(button);
        layout()->setAlignment(button, Qt::AlignLeft);
    }

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
    const QList<Card> before = std::exchange(m_cards, cards);
    for (QWidget *old : findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        old->hide();
        old->deleteLater(); // perhaps a button of it was pressed
        layout()->removeWidget(old);
    }
    layout()->setSpacing(fontMetrics().height() / 2);
    setHidden(cards.isEmpty());
    for (const Card &card : cards)
        layout()->addWidget(makeCard(card, !before.contains(card)));
}

QWidget *FindingCards::makeCard(const Card &card, bool isNew)
{
    auto *frame = new CardFrame(card, this);
    frame->show(); // at once: screen readers do not announce hidden text
    if (isNew)
        frame->label()->announce(card.line);
    else
        frame->label()->setLine(card.line);
    if (m_offersAsText && !card.betterAsText.isEmpty())
        frame->addButton(makeAsText(card));
    if (card.stops)
        frame->addButton(makeAccept(card));
    return frame;
}

QPushButton *FindingCards::makeAccept(const Card &card)
{
    auto *accept = new QPushButton(tr("Accept…"));
    accept->setAccessibleName(tr("Accept: %1").arg(Words::guardText(*card.stops)));
    accept->setToolTip(tr("Confirm with a reason that this is right, until a day"));
    accept->setWhatsThis(tr("Confirms that what this check found is right. The reason and the last day are stored with "
                            "the writeback, whose runs go on past this check until then, and with each of those runs. "
                            "Checks before writing… in the Details lists what was accepted, and can withdraw it."));
    connect(accept, &QPushButton::clicked, this, [this, card] { Q_EMIT acceptWanted(*card.stops, card.line.text); });
    return accept;
}

QPushButton *FindingCards::makeAsText(const Card &card)
{
    auto *asText = new QPushButton(tr("Send as text"));
    asText->setAccessibleName(tr("Send as text: %1").arg(card.betterAsText.join(u", "_s)));
    asText->setToolTip(tr("Write these columns as text, so that every value stays as it is"));
    asText->setWhatsThis(tr("Writes the columns that this check names as text, and compares again. Choose columns… in "
                            "the Details shows it, and can undo it."));
    connect(asText, &QPushButton::clicked, this, [this, card] { Q_EMIT asTextWanted(card.betterAsText); });
    return asText;
}

} // namespace Ui
