#pragma once

#include "review/highlights.h"
#include "review/listing.h"
#include "ui/review/findingcards.h"
#include "ui/review/numberstyle.h"

class QLabel;
class QTableView;
class QVBoxLayout;

namespace Ui {

class ToneLabel;
class TotalsModel;
class WrapLabel;

// Beside the changes: what to know before writing, and the control totals.
class ReviewSide final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReviewSide)

public:
    explicit ReviewSide(QWidget *parent = nullptr);

    // What a report found, and further lines below it.
    void show(const Writeback::RunReport &report, const QList<Words::Line> &further);
    using QWidget::show;
    void setHighlights(const Review::Highlights &highlights);
    void offerAsText(); // before anything is shown
    void clear();
    void setTotals(const std::vector<Review::ColumnTotals> &totals);
    void setHidden(const Review::Listing &listing);
    void setNumberStyle(const NumberStyle &style);
    void add(QWidget *widget); // at the end

Q_SIGNALS:
    void acceptWanted(Sheet::Guard guard, const QString &found); // see FindingCards
    void asTextWanted(const QStringList &columns);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitTotals();
    void showHighlights();

    QLabel *m_heading;
    ToneLabel *m_gone;
    WrapLabel *m_greatest;
    Review::Highlights m_highlights;
    NumberStyle m_numberStyle;
    FindingCards *m_cards;
    QLabel *m_totalsHeading;
    QTableView *m_table;
    TotalsModel *m_totals;
    QVBoxLayout *m_layout;
};

} // namespace Ui
