#include "history/runexport.h"

#include "history/findings.h"
#include "history/steps.h"
#include "sheet/csvtext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>
#include <functional>
#include <variant>

using namespace Qt::StringLiterals;

namespace History {

namespace {

// A field of a row: unknown, a number in its digits, or text.
struct Number
{
    QString digits;
};
using Field = std::variant<std::monostate, Number, QString>;

struct Column
{
    QString name;
    std::function<Field(const RunRecord &)> field;
};

QString stateOf(const RunRecord &run)
{
    if (run.ended.isValid())
        return run.state;
    return run.isRunning ? u"running"_s : u"interrupted"_s;
}

QString kindOf(const RunRecord &run)
{
    return run.entry.kind == Writeback::RunKind::Check ? u"check"_s : u"writeback"_s;
}

double seconds(std::chrono::milliseconds time)
{
    return std::chrono::duration<double>(time).count();
}

Field number(qint64 value)
{
    return Number{QString::number(value)};
}

Field number(std::chrono::milliseconds time)
{
    return Number{QString::number(seconds(time), 'f', 3)};
}

Field timeIn(const QTimeZone &zone, const QDateTime &time)
{
    if (!time.isValid())
        return {};
    return time.toOffsetFromUtc(zone.offsetFromUtc(time)).toString(Qt::ISODate);
}

// "rowsFiltered formulasOverwritten(7)"
QString findingsText(const QList<Writeback::Finding> &findings)
{
    QStringList names;
    for (const Writeback::Finding &finding : findings)
        names.append(finding.count == 1 ? Writeback::name(finding.kind)
                                        : u"%1(%2)"_s.arg(Writeback::name(finding.kind)).arg(finding.count));
    return names.join(u' ');
}

template <typename Value> Column atEnd(const QString &name, Value RunRecord::*field)
{
    return {name, [field](const RunRecord &run) { return run.ended.isValid() ? number(run.*field) : Field(); }};
}

Column ofChanges(const QString &name, qint64 RunRecord::*field)
{
    return {name, [field](const RunRecord &run) { return run.isCompared() ? number(run.*field) : Field(); }};
}

Column ofEntry(const QString &name, QString Writeback::JournalEntry::*field)
{
    return {name, [field](const RunRecord &run) { return Field(run.entry.*field); }};
}

Column ofError(const QString &name, Field (*field)(const Core::Error &))
{
    return {name, [field](const RunRecord &run) { return run.error ? field(*run.error) : Field(); }};
}

QList<Column> columnsIn(const QTimeZone &zone)
{
    using Writeback::JournalEntry;
    return {
        {u"id"_s, [](const RunRecord &run) { return number(run.id); }},
        {u"kind"_s, [](const RunRecord &run) { return Field(kindOf(run)); }},
        ofEntry(u"writeback"_s, &JournalEntry::profileName),
        ofEntry(u"account"_s, &JournalEntry::account),
        {u"started"_s, [zone](const RunRecord &run) { return timeIn(zone, run.entry.started); }},
        {u"ended"_s, [zone](const RunRecord &run) { return timeIn(zone, run.ended); }},
        {u"state"_s, [](const RunRecord &run) { return Field(stateOf(run)); }},
        ofEntry(u"target"_s, &JournalEntry::target),
        {u"range"_s, [](const RunRecord &run) { return Field(run.range); }},
        atEnd(u"sourceRows"_s, &RunRecord::sourceRows),
        atEnd(u"sourceColumns"_s, &RunRecord::sourceColumns),
        ofChanges(u"changed"_s, &RunRecord::cellsChanged),
        ofChanges(u"new"_s, &RunRecord::cellsAdded),
        ofChanges(u"cleared"_s, &RunRecord::cellsCleared),
        {u"unchanged"_s,
         [](const RunRecord &run) { return run.cellsUnchanged ? number(*run.cellsUnchanged) : Field(); }},
        ofChanges(u"planned"_s, &RunRecord::cellsPlanned),
        atEnd(u"written"_s, &RunRecord::cellsWritten),
        atEnd(u"verifiedCells"_s, &RunRecord::cellsCompared),
        atEnd(u"verifiedWrong"_s, &RunRecord::cellsWrong),
        atEnd(u"requests"_s, &RunRecord::requests),
        atEnd(u"retries"_s, &RunRecord::retries),
        atEnd(u"waitedSeconds"_s, &RunRecord::waited),
        atEnd(u"caughtUpSeconds"_s, &RunRecord::caughtUp),
        {u"findings"_s, [](const RunRecord &run) { return Field(findingsText(run.findings)); }},
        ofError(u"error"_s, [](const Core::Error &error) { return Field(Core::name(error.kind)); }),
        ofError(u"errorService"_s,
                [](const Core::Error &error) {
                    return error.service == Core::Service::None ? Field() : Field(Core::name(error.service));
                }),
        ofError(u"errorSubject"_s, [](const Core::Error &error) { return Field(error.subject); }),
        ofError(u"errorDetail"_s, [](const Core::Error &error) { return Field(error.detail); }),
        ofError(u"httpStatus"_s,
                [](const Core::Error &error) {
                    return error.httpStatus == 0 ? Field() : number(qint64(error.httpStatus));
                }),
        ofError(u"requestId"_s, [](const Core::Error &error) { return Field(error.requestId); }),
        ofEntry(u"dataSetId"_s, &JournalEntry::dataSetId),
        {u"spreadsheetId"_s, [](const RunRecord &run) { return Field(run.entry.sheet.spreadsheetId); }},
        {u"sheetId"_s, [](const RunRecord &run) { return Field(run.entry.sheet.sheetId); }},
        ofEntry(u"region"_s, &JournalEntry::region),
        ofEntry(u"options"_s, &JournalEntry::options),
        {u"program"_s, [](const RunRecord &run) { return Field(run.program); }},
        {u"version"_s, [](const RunRecord &run) { return Field(run.version); }},
        {u"due"_s, [zone](const RunRecord &run) { return timeIn(zone, run.entry.occasion.due); }},
        {u"attempt"_s,
         [](const RunRecord &run) {
             return run.entry.occasion.due.isValid() ? number(qint64(run.entry.occasion.attempt)) : Field();
         }},
        {u"noted"_s, [](const RunRecord &) { return Field(); }},
    };
}

const QString scheduleKind = u"schedule"_s; // beside those of kindOf()

// Invalid if nothing was due then.
QDateTime dueOf(const ScheduleNote &note)
{
    return isOfForce(note.what) ? QDateTime() : note.due;
}

// By the names of the columns.
QHash<QString, Field> fieldsOf(const ScheduleNote &note, const QString &writeback, const QTimeZone &zone)
{
    return {{u"kind"_s, scheduleKind},
            {u"writeback"_s, writeback},
            {u"state"_s, name(note.what)},
            {u"due"_s, timeIn(zone, dueOf(note))},
            {u"noted"_s, timeIn(zone, note.noted)}};
}

void addField(Sheet::CsvText &csv, const Field &field)
{
    if (const auto *number = std::get_if<Number>(&field))
        csv.addNumber(number->digits.toStdString());
    else if (const auto *text = std::get_if<QString>(&field))
        csv.addText(text->toStdString());
    else
        csv.addText({});
}

void insertKnown(QJsonObject &object, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

void insertKnown(QJsonObject &object, const QString &name, const QDateTime &time)
{
    if (time.isValid())
        object.insert(name, time.toUTC().toString(Qt::ISODateWithMs));
}

QJsonObject errorObject(const Core::Error &error)
{
    QJsonObject object{{u"kind"_s, Core::name(error.kind)}};
    if (error.service != Core::Service::None)
        object.insert(u"service"_s, Core::name(error.service));
    insertKnown(object, u"subject"_s, error.subject);
    insertKnown(object, u"detail"_s, error.detail);
    if (error.httpStatus != 0)
        object.insert(u"httpStatus"_s, error.httpStatus);
    insertKnown(object, u"requestId"_s, error.requestId);
    return object;
}

void insertEnd(QJsonObject &object, const RunRecord &run)
{
    insertKnown(object, u"ended"_s, run.ended);
    insertKnown(object, u"range"_s, run.range);
    object.insert(u"source"_s, QJsonObject{{u"rows"_s, run.sourceRows}, {u"columns"_s, run.sourceColumns}});
    if (run.isCompared()) {
        QJsonObject changes{
            {u"changed"_s, run.cellsChanged}, {u"new"_s, run.cellsAdded}, {u"cleared"_s, run.cellsCleared}};
        if (run.cellsUnchanged)
            changes.insert(u"unchanged"_s, *run.cellsUnchanged);
        object.insert(u"changes"_s, changes);
        object.insert(u"planned"_s, run.cellsPlanned);
    }
    object.insert(u"written"_s, run.cellsWritten);
    object.insert(u"verified"_s,
                  QJsonObject{{u"cells"_s, run.cellsCompared},
                              {u"wrong"_s, run.cellsWrong},
                              {u"caughtUpSeconds"_s, seconds(run.caughtUp)}});
    object.insert(u"requests"_s, run.requests);
    object.insert(u"retries"_s, run.retries);
    object.insert(u"waitedSeconds"_s, seconds(run.waited));
    object.insert(u"findings"_s, toJson(run.findings));
    object.insert(u"steps"_s, toJson(run.steps));
    if (run.error)
        object.insert(u"error"_s, errorObject(*run.error));
}

QJsonObject runObject(const RunRecord &run)
{
    QJsonObject object{{u"id"_s, run.id}, {u"kind"_s, kindOf(run)}, {u"state"_s, stateOf(run)}};
    insertKnown(object, u"writeback"_s, run.entry.profileName);
    insertKnown(object, u"account"_s, run.entry.account);
    insertKnown(object, u"started"_s, run.entry.started);
    insertKnown(object, u"target"_s, run.entry.target);
    insertKnown(object, u"dataSetId"_s, run.entry.dataSetId);
    insertKnown(object, u"spreadsheetId"_s, run.entry.sheet.spreadsheetId);
    insertKnown(object, u"sheetId"_s, run.entry.sheet.sheetId);
    insertKnown(object, u"region"_s, run.entry.region);
    insertKnown(object, u"options"_s, run.entry.options);
    insertKnown(object, u"program"_s, run.program);
    insertKnown(object, u"version"_s, run.version);
    insertKnown(object, u"due"_s, run.entry.occasion.due);
    if (run.entry.occasion.due.isValid())
        object.insert(u"attempt"_s, run.entry.occasion.attempt);
    if (run.ended.isValid())
        insertEnd(object, run);
    return object;
}

QJsonObject noteObject(const ScheduleNote &note, const QString &writeback)
{
    QJsonObject object{{u"kind"_s, scheduleKind}, {u"state"_s, name(note.what)}};
    insertKnown(object, u"writeback"_s, writeback);
    insertKnown(object, u"due"_s, dueOf(note));
    insertKnown(object, u"noted"_s, note.noted);
    return object;
}

} // namespace

QByteArray pastAsCsv(const QList<PastEntry> &past, const QTimeZone &zone)
{
    const QList<Column> columns = columnsIn(zone);
    Sheet::CsvText csv;
    for (const Column &column : columns)
        csv.addText(column.name.toStdString());
    csv.endRow();
    for (const PastEntry &entry : past) {
        const auto fields = entry.note() ? fieldsOf(*entry.note(), entry.writeback, zone) : QHash<QString, Field>();
        for (const Column &column : columns)
            addField(csv, entry.run() ? column.field(*entry.run()) : fields.value(column.name));
        csv.endRow();
    }
    return csv.take();
}

QByteArray pastAsJson(const QList<PastEntry> &past)
{
    QJsonArray array;
    for (const PastEntry &entry : past)
        array.append(entry.run() ? runObject(*entry.run()) : noteObject(*entry.note(), entry.writeback));
    return QJsonDocument(array).toJson();
}

QByteArray runsAsJson(const QList<RunRecord> &runs)
{
    QJsonArray array;
    for (const RunRecord &run : runs)
        array.append(runObject(run));
    return QJsonDocument(array).toJson();
}

} // namespace History
