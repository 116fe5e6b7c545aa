#include "words/reporttext.h"

#include "review/changes.h"
#include "sheet/decimal.h"
#include "words/changetext.h"
#include "words/endtext.h"
#include "words/errortext.h"
#include "words/findingtext.h"
#include "words/keepingtext.h"
#include "words/reviewtext.h"
#include "words/shown.h"
#include "words/spoken.h"
#include "words/statetext.h"

#include <chrono>

using namespace Qt::StringLiterals;

namespace Words {

namespace {

using Writeback::Difference;
using Writeback::State;

constexpr qsizetype maxDifferences = 10; // listed in a report

QString secondsText(std::chrono::milliseconds time)
{
    return Spoken::tr("%1 s").arg(QLocale().toString(std::chrono::duration<double>(time).count(), 'f', 1));
}

QString valueText(const QString &value)
{
    return value.isEmpty() ? Spoken::tr("nothing") : u"\"%1\""_s.arg(shown(value));
}

QString kindText(Difference::Kind kind)
{
    switch (kind) {
    case Difference::Kind::Other: return {};
    case Difference::Kind::LineBreaks: return Spoken::tr("only line breaks");
    case Difference::Kind::OuterBlanks: return Spoken::tr("only leading or trailing spaces");
    case Difference::Kind::UnicodeForm: return Spoken::tr("same characters, different Unicode form");
    case Difference::Kind::Digits: return Spoken::tr("same number to %1 digits").arg(Sheet::exactDigits);
    case Difference::Kind::Formula: return Spoken::tr("the sheet has a formula");
    case Difference::Kind::TypeOnly:
        return Spoken::tr("same characters, different type, such as a number instead of a text");
    }
    Q_UNREACHABLE();
}

QString causeText(Difference::Cause cause)
{
    switch (cause) {
    case Difference::Cause::None: return {};
    case Difference::Cause::Locked: return Spoken::tr("the cell is locked");
    case Difference::Cause::Linked: return Spoken::tr("the cell is linked");
    }
    Q_UNREACHABLE();
}

// Whether the run may have sent changes: in other states nothing was written or read back. Of those that tell about the
// sheet (Writeback::tellsOfSheet()), some have only compared it.
bool hasWritten(State state)
{
    switch (state) {
    case State::Verified:
    case State::PartlyWritten:
    case State::Mismatch:
    case State::OutcomeUnknown: return true;
    case State::NothingToDo:
    case State::Planned:
    case State::Refused:
    case State::Failed:
    case State::Cancelled: return false;
    }
    Q_UNREACHABLE();
}

// A stop that did not refuse: a person decides, or would have to if this were no dry run; or has decided.
QString labelOf(const Writeback::Finding &finding, bool isDecided)
{
    if (finding.refuses)
        return Spoken::tr("Error    %1");
    if (finding.verdict != Sheet::Verdict::Stop)
        return Spoken::tr("Note     %1");
    return isDecided ? Spoken::tr("Decided  %1") : Spoken::tr("Stop     %1");
}

QStringList writtenLines(const Writeback::RunReport &report)
{
    const QString written = number(report.cellsWritten);
    const QString planned = number(report.cellsPlanned);
    if (report.cellsCompared == 0)
        return {Spoken::tr("Written  %1 of %2 cells, as reported by Workiva; none could be read back")
                    .arg(written, planned)};
    QStringList lines{Spoken::tr("Written  %1 of %2 cells").arg(written, planned)};
    if (report.state != State::Verified)
        lines.append(Spoken::tr("Read     %1 cells read back and compared, %2 of them different")
                         .arg(number(report.cellsCompared), number(report.cellsWrong)));
    return lines;
}

QStringList verifiedLines(const Writeback::RunReport &report)
{
    QStringList lines;
    const QString compared = number(report.cellsCompared);
    if (report.state == State::Verified)
        lines.append(Spoken::tr("Verified %1 cells read back and compared, all correct").arg(compared));
    if (report.state == State::NothingToDo)
        lines.append(Spoken::tr("Verified %1 cells compared, all correct").arg(compared));
    if (report.caughtUp.count() == 0)
        return lines;
    const QString time = secondsText(report.caughtUp);
    if (report.state == State::Verified)
        lines.append(Spoken::tr("Read-back matched after %1").arg(time));
    else if (hasWritten(report.state))
        lines.append(Spoken::tr("Read-back repeated for %1, still different").arg(time));
    else
        lines.append(Spoken::tr("Read-back repeated for %1, sheet unchanged").arg(time));
    return lines;
}

QStringList differenceLines(const Writeback::RunReport &report)
{
    QStringList lines;
    const qsizetype named = std::min(report.differences.size(), maxDifferences);
    for (const Difference &difference : report.differences.first(named))
        lines.append(Spoken::tr("Differs  %1").arg(differenceText(difference)));
    if (report.cellsWrong > named && named > 0)
        lines.append(Spoken::tr("         and %1 more cells").arg(number(report.cellsWrong - named)));
    return lines;
}

QStringList trafficLines(const Writeback::RunReport &report)
{
    if (report.requests == 0)
        return {};
    const QString requests = report.retries == 0
        ? Spoken::tr("%1 requests").arg(number(report.requests))
        : Spoken::tr("%1 requests (%2 retries)").arg(number(report.requests), number(report.retries));
    QStringList lines{Spoken::tr("Traffic  %1, %2 bytes sent, %3 bytes received")
                          .arg(requests, number(report.bytesSent), number(report.bytesReceived))};
    if (report.waited.count() > 0)
        lines.append(Spoken::tr("Waited   %1 for rate limits and retries").arg(secondsText(report.waited)));
    return lines;
}

} // namespace

QString differenceText(const Difference &difference)
{
    const QString text = Spoken::tr("%1: expected %2, found %3")
                             .arg(shown(difference.place), valueText(difference.wanted), valueText(difference.found));
    QStringList why{kindText(difference.kind), causeText(difference.cause)};
    why.removeAll(QString());
    return why.isEmpty() ? text : u"%1 (%2)"_s.arg(text, why.join(u"; "_s));
}

QString keyText(const Writeback::KeyCounts &counts)
{
    QStringList key;
    for (const QString &column : counts.key)
        key.append(shown(column));
    const QString rows = Spoken::tr("by key (%1): %2 new, %3 gone, %4 changed, %5 moved, %6 equal")
                             .arg(key.join(u", "_s), number(counts.added), number(counts.gone), number(counts.changed),
                                  number(counts.moved), number(counts.equal));
    return counts.movedCells == 0 ? rows
                                  : Spoken::tr("%1; %2 of the %3 cells to write only because rows move", "rows by key")
                                        .arg(rows, number(counts.movedCells), number(counts.writtenCells));
}

namespace {

constexpr qsizetype maxOfSql = 1'000; // characters

// `isDecided`: a person has, because the run went on and wrote.
QString textOf(const Writeback::ReviewSummary &review, bool isDecided)
{
    QStringList lines;
    const bool composed = !review.fit.data.isEmpty();
    if (!review.dataSetName.isEmpty())
        lines.append(composed
                         ? Spoken::tr("Source   %1 (%2 rows, %3 columns)")
                               .arg(shown(review.dataSetName), number(review.sourceRows), number(review.sourceColumns))
                         : Spoken::tr("Source   %1").arg(shown(review.dataSetName)));
    if (!review.sql.isEmpty())
        lines.append(Spoken::tr("SQL      %1").arg(shown(review.sql, maxOfSql)));
    QStringList place{shown(review.spreadsheetName), shown(review.sheetPath)};
    place.removeAll(QString()); // parts that are not known
    const QString to = place.join(u" / "_s);
    if (!to.isEmpty())
        lines.append(composed ? Spoken::tr("Target   %1, %2").arg(to, Sheet::toA1(review.fit.data))
                              : Spoken::tr("Target   %1").arg(to));
    if (composed) {
        const Writeback::ChangeCounts &changes = review.changes;
        QString counts = Spoken::tr("Changes  %1 changed, %2 new, %3 cleared, %4 unchanged")
                             .arg(number(changes.changed), number(changes.added), number(changes.cleared),
                                  number(changes.unchanged));
        if (changes.kept > 0)
            counts += Spoken::tr(", %1 kept").arg(number(changes.kept));
        lines.append(counts);
        if (review.byKey)
            lines.append(Spoken::tr("Rows     %1").arg(keyText(*review.byKey)));
    }
    for (const Writeback::Finding &finding : review.findings)
        lines.append(labelOf(finding, isDecided).arg(findingText(finding, review)));
    if (!review.checks.isEmpty())
        lines.append(Spoken::tr("Checks   %1").arg(checksText(review, isDecided)));
    for (const QString &text : uncheckedTexts(review))
        lines.append(Spoken::tr("Note     %1").arg(text));
    return lines.join(u'\n');
}

} // namespace

QString reviewText(const Writeback::ReviewSummary &review)
{
    return textOf(review, false);
}

QStringList detailLines(const Writeback::Comparison &comparison, const std::vector<Review::ColumnTotals> &totals,
                        int maxChanges)
{
    QStringList lines;
    for (const Review::ColumnTotals &column : totals)
        lines.append(Spoken::tr("Total    %1").arg(totalText(column)));
    const Review::Highlights highlights = Review::highlights(comparison);
    if (const auto &greatest = highlights.greatest)
        lines.append(
            Spoken::tr("Note     %1")
                .arg(greatestText(*greatest,
                                  {QString::fromStdString(greatest->before), QString::fromStdString(greatest->after),
                                   QString::fromStdString(greatest->difference)})));
    if (highlights.goneRows > 0)
        lines.append(Spoken::tr("Note     %1").arg(goneText(highlights)));
    if (maxChanges == 0)
        return lines;
    qint64 changes = 0;
    Review::visitChanges(comparison, [&](const Review::Change &change) {
        if (changes++ < maxChanges)
            lines.append(Spoken::tr("Cell     %1").arg(changeText(change)));
        return true;
    });
    if (changes > maxChanges)
        lines.append(Spoken::tr("         and %1 more cells").arg(number(changes - maxChanges)));
    return lines;
}

QString reportText(const Writeback::RunReport &report, const QString &next, const QStringList &details)
{
    QStringList lines;
    const QString review = textOf(report.review, hasWritten(report.state));
    if (!review.isEmpty())
        lines.append(review);
    lines += details;
    if (hasWritten(report.state))
        lines += writtenLines(report);
    lines += verifiedLines(report) + differenceLines(report) + trafficLines(report);
    if (report.notRecorded)
        lines.append(Spoken::tr("History  %1 Later runs do not know everything that this run did.")
                         .arg(notRecordedText(*report.notRecorded)));
    lines.append(Spoken::tr("State    %1").arg(endName(Writeback::name(report.state), report.error).text));
    lines.append(QString());
    if (report.error) {
        const ErrorText text = errorText(*report.error);
        const QString advice = nextText(report.state, *report.error, next);
        lines.append(text.message + u' ' + sheetText(report.state));
        if (!advice.isEmpty())
            lines.append(Spoken::tr("Next: %1").arg(advice));
        if (!text.quote.isEmpty())
            lines.append(Spoken::tr("For support: %1").arg(text.quote));
    } else {
        lines.append(stateText(report.state));
        if (!next.isEmpty())
            lines.append(Spoken::tr("Next: %1").arg(next));
    }
    return lines.join(u'\n');
}

} // namespace Words
