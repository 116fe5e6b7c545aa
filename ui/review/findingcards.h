#pragma once

#include "sheet/guardrules.h"
#include "words/line.h"

#include <QWidget>

namespace Ui {

// What to know before writing, one card each, in the colours of its tone. Takes no space without any.
class FindingCards final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindingCards)

public:
    struct Card
    {
        Words::Line line;
        bool isLoss = false; // something in the sheet is lost: red, whatever its tone is
        std::optional<Sheet::Guard> stops{}; // a check that can be accepted, by a button of the card
        QStringList betterAsText{}; // columns that another button has sent as text, see offerAsText()

        friend bool operator==(const Card &, const Card &) = default;
    };

    explicit FindingCards(QWidget *parent = nullptr);

    void setCards(const QList<Card> &cards); // a screen reader announces those that are new
    void offerAsText() { m_offersAsText = true; } // before any card is set
    [[nodiscard]] const QList<Card> &cards() const { return m_cards; }

Q_SIGNALS:
    void asTextWanted(const QStringList &columns);
    void acceptWanted(Sheet::Guard guard, const QString &found); // `found`: the card's text

private:
    [[nodiscard]] QWidget *makeCard(const Card &card, bool isNew);

    [[nodiscard]] QPushButton *makeAccept(const Card &card);
    [[nodiscard]] QPushButton *makeAsText(const Card &card);

    bool m_offersAsText = false;
    QList<Card> m_cards;
};

} // namespace Ui
