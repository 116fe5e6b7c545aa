#include "ui/runs/runsummary.h"

#include "ui/look/announce.h"
#include "ui/look/emphasis.h"
#include "ui/look/wraplabel.h"
#include "ui/runs/countsrow.h"
#include "words/recordtext.h"
#include "words/endtext.h"
#include "words/errortext.h"
#include "words/findingtext.h"
#include "words/optiontext.h"
#include "words/reporttext.h"
#include "words/spoken.h"
#include "words/statetext.h"
#include "words/whentext.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

using Fact = RunSummary::Fact;

constexpr qsizetype maxDifferences = 10;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RunSummary)
};

// Of a recorded run, which has no fit.
Writeback::ReviewSummary reviewOf(const EndedRun &run)
{
    if (run.report)
        return run.report->review;
    Writeback::ReviewSummary review;
    review.sourceRows = run.record.sourceRows;
    review.changes = {.changed = run.record.cellsChanged,
                      .added = run.record.cellsAdded,
                      .cleared = run.record.cellsCleared,
                      .unchanged = run.record.cellsUnchanged.value_or(0)};
    review.findings = run.record.findings;
    return review;
}

// With where to do it, which a form that shows the error need not say.
QString adviceText(const History::RunRecord &run)
{
    const auto state = Writeback::stateOf(run.state);
    QString next = state ? Words::nextText(*state, *run.error) : Words::errorText(*run.error).next;
    if (run.error->kind == Core::ErrorKind::BadCredentials && !run.entry.account.isEmpty())
        return next + u' ' + Text::tr("The credentials are in Accounts, under \"%1\".").arg(run.entry.account);
    return next;
}

// What happened, what it means for the sheet, what to do, what to quote, in this order.
QList<Fact> errorFacts(const History::RunRecord &run)
{
    if (!run.error)
        return {};
    const Words::ErrorText text = Words::errorText(*run.error);
    const auto state = Writeback::stateOf(run.state);
    return {{Text::tr("What happened"), text.message},
            {Text::tr("In the sheet"), state ? Words::sheetText(*state) : QString()},
            {Text::tr("What to do"), adviceText(run)},
            {Text::tr("For support"), text.quote}};
}

// The banner says what it means for the sheet.
Words::Line spokenError(const History::RunRecord &run)
{
    return {Words::errorLine(*run.error).tone,
            u"%1 %2"_s.arg(Words::errorText(*run.error).message, adviceText(run)).trimmed()};
}

QString differencesText(const EndedRun &run)
{
    if (!run.report || run.report->differences.isEmpty())
        return {};
    const auto &all = run.report->differences;
    QStringList lines;
    for (const Writeback::Difference &difference : all.first(std::min(all.size(), maxDifferences)))
        lines.append(Words::differenceText(difference));
    if (const qint64 others = run.record.cellsWrong - lines.size(); others > 0)
        lines.append(Text::tr("and %1 more cells").arg(Words::number(others)));
    return lines.join(u'\n');
}

// Without those that ended the run: they are its error.
QString notesText(const EndedRun &run)
{
    const Writeback::ReviewSummary review = reviewOf(run);
    QStringList lines;
    for (const Writeback::Finding &finding : review.findings) {
        if (!finding.refuses)
            lines.append(Words::findingText(finding, review));
    }
    return lines.join(u'\n');
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? Words::exactTimeText(time) : QString();
}

QList<Fact> furtherFacts(const History::RunRecord &run)
{
    QList<Fact> facts{{Text::tr("Workiva Client ID"), run.entry.clientId},
                      {Text::tr("Started"), timeText(run.entry.started)},
                      {Text::tr("Ended"), timeText(run.ended)},
                      {Text::tr("Program"), QStringList{run.program, run.version}.join(u' ').trimmed()}};
    if (!run.ended.isValid())
        return facts;
    facts += {{Text::tr("Cells written"),
               Text::tr("%1 of %2").arg(Words::number(run.cellsWritten), Words::number(run.cellsPlanned))},
              {Text::tr("Cells compared"),
               Text::tr("%1, of which %2 differ").arg(Words::number(run.cellsCompared), Words::number(run.cellsWrong))},
              {Text::tr("Requests"),
               Text::tr("%1, of which %2 were retries").arg(Words::number(run.requests), Words::number(run.retries))}};
    if (run.waited.count() > 0)
        facts.append(
            {Text::tr("Waited"), Text::tr("%1 for rate limits and retries").arg(Words::durationText(run.waited))});
    return facts;
}

} // namespace

QString dataSetText(const EndedRun &run)
{
    QString name = run.dataSetName.isEmpty() ? run.record.entry.dataSetId : run.dataSetName;
    const bool isRead = !run.record.range.isEmpty(); // a run that did not get so far has no rows
    if (!isRead)
        return name;
    // Otherwise the number would become a part of a name that is written from right to left.
    const QString isolated = name.isRightToLeft() ? u'\u2068' + name + u'\u2069' : name;
    return Text::tr("%1, %2 rows in this run").arg(isolated, Words::number(run.record.sourceRows));
}

RunSummary::RunSummary(Extent extent, QWidget *parent)
    : QWidget(parent), m_extent(extent), m_counts(new CountsRow), m_grid(new QGridLayout)
{
    auto *layout = new QVBoxLayout(this);
    const int line = fontMetrics().height();
    layout->setContentsMargins({});
    layout->setSpacing(line);
    m_grid->setHorizontalSpacing(line / 2);
    m_grid->setVerticalSpacing(line / 3);
    m_grid->setColumnStretch(1, 1);
    layout->addWidget(m_counts);
    layout->addLayout(m_grid);
    hide();
}

void RunSummary::clear()
{
    hide();
    m_counts->clear();
    setFacts({});
}

void RunSummary::show(const EndedRun &run)
{
    const Writeback::JournalEntry &entry = run.record.entry;
    m_counts->show(run.record);
    QList<Fact> facts = errorFacts(run.record);
    facts += {{Text::tr("Differences"), differencesText(run)},
              {Text::tr("Notes"), notesText(run)},
              {Text::tr("DataSet"), dataSetText(run)},
              {Text::tr("Account"), entry.account},
              {Text::tr("Region"), entry.region},
              {Text::tr("Data range"), run.record.range}};
    if (m_extent == Extent::Everything) {
        facts.append({Text::tr("Options"), Words::optionNames(entry.options)});
        facts += furtherFacts(run.record);
        facts.append({Text::tr("Target"), entry.target});
    }
    const bool isNew = setFacts(facts);
    setVisible(true);
    if (isNew && run.record.error)
        announce(this, spokenError(run.record));
}

void RunSummary::show(const QList<Fact> &facts)
{
    m_counts->clear();
    setFacts(facts);
    setVisible(true);
}

// Rows are used again: a run is shown again each second.
bool RunSummary::setFacts(QList<Fact> facts)
{
    facts.removeIf([](const Fact &fact) { return fact.value.isEmpty(); });
    if (facts == m_facts)
        return false;
    m_facts = facts;
    for (int row = m_grid->rowCount(); row <= facts.size(); ++row) { // the grid has an empty row at first
        auto *name = new QLabel(this);
        name->setForegroundRole(QPalette::PlaceholderText);
        name->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        m_grid->addWidget(name, row, 0);
        m_grid->addWidget(new WrapLabel(this), row, 1);
    }
    for (int row = 1; row < m_grid->rowCount(); ++row) {
        auto *name = qobject_cast<QLabel *>(m_grid->itemAtPosition(row, 0)->widget());
        QLabel *value = valueAt(row - 1);
        const bool isUsed = row <= facts.size();
        name->setVisible(isUsed);
        value->setVisible(isUsed);
        const Fact fact = isUsed ? facts[row - 1] : Fact();
        name->setText(fact.name);
        value->setText(fact.value);
        value->setAccessibleName(isUsed ? u"%1: %2"_s.arg(fact.name, fact.value) : QString());
    }
    return true;
}

QLabel *RunSummary::valueAt(qsizetype fact) const
{
    return qobject_cast<QLabel *>(m_grid->itemAtPosition(int(fact) + 1, 1)->widget());
}

} // namespace Ui
