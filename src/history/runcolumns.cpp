#include "history/runcolumns.h"

#include "history/datafacts.h"
#include "history/findings.h"
#include "history/steps.h"
#include "history/values.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace History {

namespace {

using Writeback::ChangeCounts;
using Writeback::JournalEntry;
using Writeback::ReviewSummary;
using Writeback::RunKind;
using Writeback::RunReport;
using Writeback::SheetPlace;

// For a saved writeback, the names it had at the start; otherwise the names that were found by the run.
QString targetOf(const RunEnd &run)
{
    const ReviewSummary &review = run.report.review;
    if (!run.entry.profileId.isEmpty() || review.spreadsheetName.isEmpty() || review.sheetPath.isEmpty())
        return run.entry.target;
    return Writeback::targetText(review.spreadsheetName, review.sheetPath, run.entry.region);
}

RunColumn ofEntry(const QString &name, QString JournalEntry::*field)
{
    return {.name = name,
            .begin = [field](const RunBegin &run) { return run.entry.*field; },
            .read = [field](const QVariant &value, RunRecord &record) { record.entry.*field = value.toString(); }};
}

RunColumn ofSheet(const QString &name, QString SheetPlace::*field)
{
    return {
        .name = name,
        .begin = [field](const RunBegin &run) { return run.entry.sheet.*field; },
        .read = [field](const QVariant &value, RunRecord &record) { record.entry.sheet.*field = value.toString(); }};
}

RunColumn ofProgram(const QString &name, QString Program::*from, QString RunRecord::*to)
{
    return {.name = name,
            .begin = [from](const RunBegin &run) { return run.program.*from; },
            .read = [to](const QVariant &value, RunRecord &record) { record.*to = value.toString(); }};
}

RunColumn counted(const QString &expression, qint64 RunRecord::*to)
{
    return {.name = expression,
            .read = [to](const QVariant &value, RunRecord &record) { record.*to = value.toLongLong(); }};
}

// A number; `From` is a struct in the report.
template <typename Number, typename From, typename Kept>
RunColumn number(const QString &name, const From &(*in)(const RunReport &), Number From::*from, Kept RunRecord::*to)
{
    return {.name = name,
            .end = [in, from](const RunEnd &run) { return QVariant(in(run.report).*from); },
            .read = [to](const QVariant &value, RunRecord &record) { record.*to = Kept(value.toLongLong()); }};
}

template <typename Number> RunColumn ofReport(const QString &name, Number RunReport::*from, qint64 RunRecord::*to)
{
    return number<Number, RunReport>(
        name, [](const RunReport &report) -> const RunReport & { return report; }, from, to);
}

template <typename Number> RunColumn ofReview(const QString &name, Number ReviewSummary::*from, Number RunRecord::*to)
{
    return number<Number, ReviewSummary>(
        name, [](const RunReport &report) -> const ReviewSummary & { return report.review; }, from, to);
}

RunColumn ofChanges(const QString &name, qint64 ChangeCounts::*from, qint64 RunRecord::*to)
{
    return number<qint64, ChangeCounts>(
        name, [](const RunReport &report) -> const ChangeCounts & { return report.review.changes; }, from, to);
}

RunColumn span(const QString &name, std::chrono::milliseconds RunReport::*from,
               std::chrono::milliseconds RunRecord::*to)
{
    return {.name = name,
            .end = [from](const RunEnd &run) { return qint64((run.report.*from).count()); },
            .read = [to](const QVariant &value,
                         RunRecord &record) { record.*to = std::chrono::milliseconds(value.toLongLong()); }};
}

// A field of the error; read after its kind, which says whether there is an error.
RunColumn ofError(const QString &name, QVariant (*write)(const Core::Error &),
                  void (*read)(const QVariant &, Core::Error &))
{
    return {.name = name,
            .end = [write](const RunEnd &run) { return write(run.report.error.value_or(Core::Error())); },
            .read =
                [read](const QVariant &value, RunRecord &record) {
                    if (record.error)
                        read(value, *record.error);
                }};
}

RunColumn ofError(const QString &name, QString Core::Error::*field)
{
    return {.name = name,
            .end = [field](const RunEnd &run) { return run.report.error.value_or(Core::Error()).*field; },
            .read =
                [field](const QVariant &value, RunRecord &record) {
                    if (record.error)
                        (*record.error).*field = value.toString();
                }};
}

// NOLINTNEXTLINE(readability-function-size): one entry per column
QList<RunColumn> makeColumns()
{
    const QString changes = u"(SELECT COUNT(*) FROM changes WHERE changes.run = entry.id%1)"_s;
    return {
        counted(u"id"_s, &RunRecord::id),
        {.name = u"profileId"_s,
         .begin = [](const RunBegin &run) { return fromText(run.entry.profileId); },
         .read = [](const QVariant &value, RunRecord &record) { record.entry.profileId = value.toString(); }},
        ofEntry(u"profileName"_s, &JournalEntry::profileName),
        ofEntry(u"account"_s, &JournalEntry::account),
        ofEntry(u"clientId"_s, &JournalEntry::clientId),
        {.name = u"started"_s,
         .begin = [](const RunBegin &run) { return fromTime(run.entry.started); },
         .read = [](const QVariant &value, RunRecord &record) { record.entry.started = toTime(value); }},
        ofProgram(u"program"_s, &Program::name, &RunRecord::program),
        ofProgram(u"version"_s, &Program::version, &RunRecord::version),
        {.name = u"isCheck"_s,
         .begin = [](const RunBegin &run) { return int(run.entry.kind); },
         .read =
             [](const QVariant &value, RunRecord &record) {
                 record.entry.kind = value.toInt() == 0 ? RunKind::Writeback : RunKind::Check;
             }},
        {.name = u"due"_s,
         .begin = [](const RunBegin &run) { return fromTime(run.entry.occasion.due); },
         .read = [](const QVariant &value, RunRecord &record) { record.entry.occasion.due = toTime(value); }},
        {.name = u"attempt"_s,
         .begin = [](const RunBegin &run) { return run.entry.occasion.attempt; },
         .read = [](const QVariant &value, RunRecord &record) { record.entry.occasion.attempt = value.toInt(); }},
        ofEntry(u"dataSetId"_s, &JournalEntry::dataSetId),
        {.name = u"workiva"_s,
         .begin = [](const RunBegin &run) { return run.entry.sheet.workiva.toString(QUrl::RemoveUserInfo); },
         .read = [](const QVariant &value, RunRecord &record) { record.entry.sheet.workiva = QUrl(value.toString()); }},
        ofSheet(u"spreadsheetId"_s, &SheetPlace::spreadsheetId),
        ofSheet(u"sheetId"_s, &SheetPlace::sheetId),
        {.name = u"sheetKey"_s, .begin = [](const RunBegin &run) { return keyText(run.entry.sheet); }},
        ofEntry(u"region"_s, &JournalEntry::region),
        ofEntry(u"options"_s, &JournalEntry::options),
        {.name = u"target"_s,
         .begin = [](const RunBegin &run) { return run.entry.target; },
         .end = [](const RunEnd &run) { return targetOf(run); },
         .read = [](const QVariant &value, RunRecord &record) { record.entry.target = value.toString(); }},
        counted(changes.arg(QString()), &RunRecord::changesSent),
        counted(changes.arg(u" AND changes.ended IS NULL"_s), &RunRecord::changesOpen),
        {.name = u"ended"_s,
         .end = [](const RunEnd &run) { return fromTime(run.when); },
         .read = [](const QVariant &value, RunRecord &record) { record.ended = toTime(value); }},
        {.name = u"state"_s,
         .end = [](const RunEnd &run) { return Writeback::name(run.report.state); },
         .read = [](const QVariant &value, RunRecord &record) { record.state = value.toString(); }},
        {.name = u"error"_s,
         .end = [](const RunEnd &run) { return run.report.error ? Core::name(run.report.error->kind) : QString(); },
         .read =
             [](const QVariant &value, RunRecord &record) {
                 const QString kind = value.toString();
                 if (!kind.isEmpty())
                     record.error = Core::Error{.kind = Core::errorKind(kind).value_or(Core::ErrorKind::Internal)};
             }},
        ofError(
            u"service"_s, [](const Core::Error &error) { return QVariant(Core::name(error.service)); },
            [](const QVariant &value, Core::Error &error) { error.service = Core::service(value.toString()); }),
        ofError(u"subject"_s, &Core::Error::subject),
        ofError(u"detail"_s, &Core::Error::detail),
        ofError(
            u"httpStatus"_s, [](const Core::Error &error) { return QVariant(error.httpStatus); },
            [](const QVariant &value, Core::Error &error) { error.httpStatus = value.toInt(); }),
        ofError(u"requestId"_s, &Core::Error::requestId),
        ofError(
            u"finding"_s,
            [](const Core::Error &error) {
                const auto *finding = error.cause.as<Writeback::Finding>();
                return QVariant(finding ? toText(*finding) : QString());
            },
            [](const QVariant &value, Core::Error &error) {
                if (const auto finding = findingIn(value.toString()))
                    error.cause = *finding;
            }),
        {.name = u"findings"_s,
         .end = [](const RunEnd &run) { return toText(run.report.review.findings); },
         .read = [](const QVariant &value, RunRecord &record) { record.findings = findingsIn(value.toString()); }},
        {.name = u"range"_s,
         .end = [](const RunEnd &run) { return Sheet::toA1(run.report.review.fit.data); },
         .read = [](const QVariant &value, RunRecord &record) { record.range = value.toString(); }},
        ofReview(u"sourceRows"_s, &ReviewSummary::sourceRows, &RunRecord::sourceRows),
        ofReview(u"sourceColumns"_s, &ReviewSummary::sourceColumns, &RunRecord::sourceColumns),
        {.name = u"dataColumns"_s,
         .end = [](const RunEnd &run) { return toText(run.report.review.data.columns); },
         .read = [](const QVariant &value, RunRecord &record) { record.data.columns = columnsIn(value.toString()); }},
        {.name = u"dataLoaded"_s,
         .end = [](const RunEnd &run) { return run.report.review.data.loaded; },
         .read = [](const QVariant &value, RunRecord &record) { record.data.loaded = value.toString(); }},
        ofReport(u"cellsPlanned"_s, &RunReport::cellsPlanned, &RunRecord::cellsPlanned),
        ofChanges(u"cellsChanged"_s, &ChangeCounts::changed, &RunRecord::cellsChanged),
        ofChanges(u"cellsAdded"_s, &ChangeCounts::added, &RunRecord::cellsAdded),
        ofChanges(u"cellsCleared"_s, &ChangeCounts::cleared, &RunRecord::cellsCleared),
        {.name = u"cellsUnchanged"_s,
         .end =
             [](const RunEnd &run) {
                 return run.report.isCompared() ? QVariant(run.report.review.changes.unchanged) : QVariant();
             },
         .read =
             [](const QVariant &value, RunRecord &record) {
                 if (!value.isNull())
                     record.cellsUnchanged = value.toLongLong();
             }},
        ofReport(u"cellsWritten"_s, &RunReport::cellsWritten, &RunRecord::cellsWritten),
        ofReport(u"cellsCompared"_s, &RunReport::cellsCompared, &RunRecord::cellsCompared),
        ofReport(u"cellsWrong"_s, &RunReport::cellsWrong, &RunRecord::cellsWrong),
        ofReport(u"requests"_s, &RunReport::requests, &RunRecord::requests),
        ofReport(u"retries"_s, &RunReport::retries, &RunRecord::retries),
        span(u"waited"_s, &RunReport::waited, &RunRecord::waited),
        span(u"caughtUp"_s, &RunReport::caughtUp, &RunRecord::caughtUp),
        {.name = u"steps"_s,
         .end = [](const RunEnd &run) { return toText(run.report.steps); },
         .read = [](const QVariant &value, RunRecord &record) { record.steps = stepsIn(value.toString()); }},
    };
}

} // namespace

const QList<RunColumn> &runColumns()
{
    static const QList<RunColumn> columns = makeColumns();
    return columns;
}

RunRecord recordOf(const RunBegin &begin, const RunEnd &end)
{
    RunRecord record;
    for (const RunColumn &column : runColumns()) {
        if (column.read && column.end)
            column.read(column.end(end), record);
        else if (column.read && column.begin)
            column.read(column.begin(begin), record);
    }
    return record;
}

} // namespace History
