#include "ui/review/reviewside.h"

#include "ui/look/copyselection.h"
#include "ui/look/emphasis.h"
#include "ui/look/fonts.h"
#include "ui/look/tonelabel.h"
#include "ui/look/wraplabel.h"
#include "ui/review/totalsmodel.h"
#include "words/findingtext.h"
#include "words/reviewtext.h"

#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace Ui {

namespace {

QList<FindingCards::Card> cardsOf(const Writeback::RunReport &report, const QList<Words::Line> &further)
{
    const Writeback::ReviewSummary &review = report.review;
    QList<FindingCards::Card> cards;
    for (const Writeback::Finding &finding : review.findings) {
        if (Writeback::isLoss(finding.kind))
            cards.append({{Words::Tone::Warning, Words::lossText(finding, review)},
                          true,
                          Writeback::acceptableGuard(finding),
                          Writeback::betterAsText(finding)});
    }
    if (review.byKey && review.fit.kind != Sheet::Fit::Kind::Overflows) {
        if (const QString moves = Words::movesText(*review.byKey); !moves.isEmpty())
            cards.append({{Words::Tone::Note, moves + u'.'}, false});
    }
    // The first finding that refuses is the report's error, and has a card only for its button.
    bool saidAlready = false;
    for (const Writeback::Finding &finding : review.findings) {
        if (Writeback::isLoss(finding.kind) && !finding.refuses)
            continue; // already shown above
        const QStringList betterAsText = Writeback::betterAsText(finding);
        const bool isErrorAlone = finding.refuses && !std::exchange(saidAlready, true) && betterAsText.isEmpty();
        if (!isErrorAlone)
            cards.append(
                {Words::findingLine(finding, review), false, Writeback::acceptableGuard(finding), betterAsText});
    }
    for (const QString &text : Words::uncheckedTexts(report.review))
        cards.append({{Words::Tone::Note, text}, false});
    for (const Words::Line &line : further)
        cards.append({line, false});
    return cards;
}

} // namespace

ReviewSide::ReviewSide(QWidget *parent)
    : QWidget(parent)
    , m_heading(new QLabel(tr("Before you write"), this))
    , m_gone(new ToneLabel(this))
    , m_greatest(new WrapLabel(this))
    , m_numberStyle(NumberStyle::saved())
    , m_cards(new FindingCards(this))
    , m_totalsHeading(new QLabel(tr("Control totals"), this))
    , m_table(new QTableView(this))
    , m_totals(new TotalsModel(this))
    , m_layout(new QVBoxLayout(this))
{
    makeHeading(m_heading);
    makeHeading(m_totalsHeading);
    m_gone->setWordWrap(true);
    m_table->setModel(m_totals);
    m_table->setAccessibleName(m_totalsHeading->text());
    m_table->setFont(scaled(m_table->font(), smallText));
    m_table->horizontalHeader()->setFont(m_table->font());
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() * 3 / 2);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    copyOnRequest(m_table);
    m_layout->setContentsMargins({});
    m_layout->setSpacing(fontMetrics().height() / 2);
    m_layout->addWidget(m_heading);
    m_layout->addWidget(m_cards);
    m_layout->addWidget(m_gone);
    m_layout->addWidget(m_greatest);
    m_layout->addWidget(m_totalsHeading);
    m_layout->addWidget(m_table);
    m_layout->addStretch();
    connect(m_totals, &QAbstractItemModel::modelReset, this, &ReviewSide::fitTotals);
    connect(m_cards, &FindingCards::acceptWanted, this, &ReviewSide::acceptWanted);
    connect(m_cards, &FindingCards::asTextWanted, this, &ReviewSide::asTextWanted);
    clear();
}

void ReviewSide::show(const Writeback::RunReport &report, const QList<Words::Line> &further)
{
    QList<FindingCards::Card> cards = cardsOf(report, further);
    if (cards.isEmpty() && !report.error)
        cards.append({{Words::Tone::Ok, tr("The checks before writing found nothing.")}, false});
    m_heading->setHidden(cards.isEmpty());
    m_cards->setCards(cards);
}

void ReviewSide::setHighlights(const Review::Highlights &highlights)
{
    m_highlights = highlights;
    showHighlights();
}

void ReviewSide::showHighlights()
{
    m_gone->setVisible(m_highlights.goneRows > 0);
    m_gone->setLine({Words::Tone::Error, Words::goneText(m_highlights)});
    m_greatest->setVisible(m_highlights.greatest.has_value());
    if (!m_highlights.greatest)
        return;
    const auto text = [this](const std::string &digits) {
        return m_numberStyle.applied(QString::fromStdString(digits));
    };
    const Review::GreatestDifference &greatest = *m_highlights.greatest;
    m_greatest->setText(
        Words::greatestText(greatest, {text(greatest.before), text(greatest.after), text(greatest.difference)}));
}

void ReviewSide::offerAsText()
{
    m_cards->offerAsText();
}

void ReviewSide::clear()
{
    m_heading->hide();
    m_cards->setCards({});
    setHighlights({});
    m_totals->setTotals({});
    m_totals->setHidden(0, {});
}

void ReviewSide::setTotals(const std::vector<Review::ColumnTotals> &totals)
{
    m_totals->setTotals(totals);
}

void ReviewSide::setHidden(const Review::Listing &listing)
{
    m_totals->setHidden(listing.hiddenRows, listing.hidden);
}

void ReviewSide::setNumberStyle(const NumberStyle &style)
{
    m_numberStyle = style;
    m_totals->setNumberStyle(style);
    showHighlights();
}

void ReviewSide::add(QWidget *widget)
{
    m_layout->insertWidget(m_layout->count() - 1, widget);
}

// As high as its rows: what is around it scrolls.
void ReviewSide::fitTotals()
{
    const int rows = m_totals->rowCount();
    for (QWidget *part : {static_cast<QWidget *>(m_totalsHeading), static_cast<QWidget *>(m_table)})
        part->setHidden(rows == 0);
    m_table->clearSpans();
    if (const int heading = m_totals->hiddenHeading(); heading >= 0)
        m_table->setSpan(heading, 0, 1, TotalsModel::ColumnCount);
    m_table->resizeColumnsToContents();
    const bool scrolls = m_table->horizontalHeader()->length() > width() - 2 * m_table->frameWidth();
    const int scrollBar = scrolls ? m_table->horizontalScrollBar()->sizeHint().height() : 0;
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height()
                            + rows * m_table->verticalHeader()->defaultSectionSize() + scrollBar
                            + 2 * m_table->frameWidth());
}

void ReviewSide::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTotals();
}

} // namespace Ui
