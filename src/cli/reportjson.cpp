#include "cli/reportjson.h"

#include "core/inputfault.h"
#include "core/printable.h"
#include "review/highlights.h"
#include "words/endtext.h"
#include "words/errortext.h"
#include "words/findingtext.h"
#include "words/reporttext.h"
#include "words/statetext.h"
#include "writeback/journal.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

// What an error knows besides its kind, where a script can use it.
void addCause(QJsonObject &object, const Core::Error &error)
{
    if (const auto *left = error.cause.as<Writeback::PendingChange>())
        object.insert(u"earlier"_s,
                      QJsonObject{{u"operation"_s, left->operationId},
                                  {u"range"_s, left->range},
                                  {u"sent"_s, left->sent.toUTC().toString(Qt::ISODateWithMs)},
                                  {u"writeback"_s, left->profileName},
                                  {u"runStarted"_s, left->runStarted.toUTC().toString(Qt::ISODateWithMs)}});
    if (const auto *said = error.cause.as<Core::Contradiction>())
        object.insert(u"contradiction"_s, QJsonArray{said->one, said->other});
}

QJsonObject errorObject(const Core::Error &error, const QString &message, const QString &next)
{
    QJsonObject object{{u"kind"_s, Core::name(error.kind)}, {u"message"_s, message}, {u"next"_s, next}};
    if (error.service != Core::Service::None)
        object.insert(u"service"_s, Core::name(error.service));
    if (!error.subject.isEmpty())
        object.insert(u"subject"_s, error.subject);
    if (!error.detail.isEmpty())
        object.insert(u"detail"_s, error.detail);
    if (error.httpStatus != 0)
        object.insert(u"httpStatus"_s, error.httpStatus);
    if (!error.requestId.isEmpty())
        object.insert(u"requestId"_s, error.requestId);
    addCause(object, error);
    return object;
}

QJsonObject errorObject(const Writeback::RunReport &report, const QString &next)
{
    const Core::Error &error = *report.error;
    QJsonObject object = errorObject(error, Words::errorText(error).message + u' ' + Words::sheetText(report.state),
                                     Words::nextText(report.state, error, next));
    if (report.failedStep)
        object.insert(u"step"_s, Writeback::name(*report.failedStep));
    return object;
}

QJsonArray differencesArray(const QList<Writeback::Difference> &differences)
{
    QJsonArray array;
    for (const Writeback::Difference &difference : differences)
        array.append(QJsonObject{{u"place"_s, difference.place},
                                 {u"wanted"_s, difference.wanted},
                                 {u"found"_s, difference.found},
                                 {u"kind"_s, Writeback::name(difference.kind)},
                                 {u"cause"_s, Writeback::name(difference.cause)},
                                 {u"message"_s, Words::differenceText(difference)}});
    return array;
}

double seconds(std::chrono::milliseconds time)
{
    return std::chrono::duration<double>(time).count();
}

QJsonArray findingsArray(const Writeback::ReviewSummary &review)
{
    QJsonArray findings;
    for (const Writeback::Finding &finding : review.findings) {
        QJsonObject object{{u"kind"_s, Writeback::name(finding.kind)},
                           {u"refuses"_s, finding.refuses},
                           {u"count"_s, finding.count},
                           {u"place"_s, finding.place},
                           {u"message"_s, Words::findingText(finding, review)}};
        if (finding.against != 0)
            object.insert(u"against"_s, finding.against);
        if (!finding.other.isEmpty())
            object.insert(u"other"_s, finding.other);
        findings.append(object);
    }
    return findings;
}

QJsonValue textOr(const QString &text, qint64 number)
{
    return text.isEmpty() ? QJsonValue(number) : QJsonValue(text);
}

QJsonArray placesArray(const QList<Writeback::Finding::At> &places)
{
    QJsonArray array;
    for (const Writeback::Finding::At &at : places) {
        QJsonObject object{{u"place"_s, at.place}};
        if (!at.refersTo.isEmpty()) {
            object.insert(u"refersTo"_s, at.refersTo);
            object.insert(u"row"_s, at.row);
            object.insert(u"before"_s, at.before);
            object.insert(u"after"_s, at.after.isEmpty() ? QJsonValue() : QJsonValue(at.after));
        }
        array.append(object);
    }
    return array;
}

QJsonArray columnsArray(const QList<Writeback::Finding::InColumn> &columns)
{
    QJsonArray array;
    for (const Writeback::Finding::InColumn &one : columns) {
        QJsonObject object{{u"column"_s, one.column}, {u"trait"_s, Writeback::name(one.trait)}};
        if (one.count > 0)
            object.insert(u"count"_s, one.count);
        if (!one.place.isEmpty())
            object.insert(u"place"_s, one.place);
        if (!one.actual.isEmpty()) {
            object.insert(u"actual"_s, one.actual);
            object.insert(u"expected"_s, one.expected);
        }
        array.append(object);
    }
    return array;
}

// The record of a check. Where it was not made, nothing is known of what it would have found.
QJsonObject guardObject(const Writeback::Finding &check)
{
    const bool isMade = (check.hasFound() && !check.isUnmade()) || check.verdict == Sheet::Verdict::Passed;
    const auto text = [](const QString &value) { return value.isEmpty() ? QJsonValue() : QJsonValue(value); };
    QJsonObject object{{u"name"_s, Writeback::guardName(check.kind)},
                       {u"verdict"_s, Sheet::name(check.verdict)},
                       {u"actual"_s, isMade ? textOr(check.actual, check.count) : QJsonValue()},
                       {u"expected"_s, isMade ? textOr(check.expected, check.against) : QJsonValue()},
                       {u"threshold"_s, text(check.threshold)},
                       {u"where"_s, text(check.place)}};
    if (!check.places.isEmpty())
        object.insert(u"places"_s, placesArray(check.places));
    if (!check.columns.isEmpty())
        object.insert(u"columns"_s, columnsArray(check.columns));
    if (const QStringList names = Writeback::betterAsText(check); !names.isEmpty())
        object.insert(u"betterAsText"_s, QJsonArray::fromStringList(names));
    if (check.unread)
        object.insert(u"unread"_s, Writeback::name(*check.unread));
    if (!check.reason.isEmpty()) {
        object.insert(u"reason"_s, check.reason);
        object.insert(u"until"_s, check.until.toString(Qt::ISODate));
    }
    return object;
}

QJsonArray guardsArray(const Writeback::ReviewSummary &review)
{
    QJsonArray guards;
    for (const Writeback::Finding &check : review.findings + review.checks)
        guards.append(guardObject(check));
    return guards;
}

// As text: a reader's numbers may have fewer digits.
QJsonValue sumValue(const std::optional<std::string> &sum)
{
    return sum ? QJsonValue(QString::fromStdString(*sum)) : QJsonValue();
}

QJsonArray totalsArray(const std::vector<Review::ColumnTotals> &totals)
{
    QJsonArray array;
    for (const Review::ColumnTotals &column : totals)
        array.append(QJsonObject{{u"column"_s, column.column},
                                 {u"before"_s, sumValue(column.before.sum)},
                                 {u"after"_s, sumValue(column.after.sum)},
                                 {u"difference"_s, sumValue(column.difference())}});
    return array;
}

// A number is text here, too. Null: what the last verified run left is not known.
QJsonArray editedArray(const Writeback::Comparison &comparison, int max)
{
    const auto text = [](const Sheet::Cell &cell) {
        return QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size()));
    };
    QJsonArray array;
    for (const Sheet::Span &span : comparison.edited) {
        for (int column = span.first; column <= span.last; ++column) {
            if (array.size() == max)
                return array;
            const auto left = comparison.left.at({span.row, column});
            const Sheet::Address place{comparison.anchor.row + span.row, comparison.anchor.column + column};
            array.append(QJsonObject{{u"place"_s, Sheet::toA1(place)},
                                     {u"left"_s, left ? QJsonValue(text(*left)) : QJsonValue()},
                                     {u"before"_s, text(comparison.existing.at(span.row, column))},
                                     {u"after"_s, text(comparison.desired.at(span.row, column))}});
        }
    }
    return array;
}

QJsonObject keyObject(const Writeback::KeyCounts &counts)
{
    return {{u"key"_s, QJsonArray::fromStringList(counts.key)},
            {u"isSuggested"_s, counts.isSuggested},
            {u"new"_s, counts.added},
            {u"gone"_s, counts.gone},
            {u"changed"_s, counts.changed},
            {u"moved"_s, counts.moved},
            {u"equal"_s, counts.equal},
            {u"cells"_s,
             QJsonObject{{u"changed"_s, counts.changedCells},
                         {u"written"_s, counts.writtenCells},
                         {u"moved"_s, counts.movedCells}}}};
}

QJsonObject sourceObject(const Writeback::ReviewSummary &review)
{
    QJsonObject source{{u"rows"_s, review.sourceRows}, {u"columns"_s, review.sourceColumns}};
    if (!review.sql.isEmpty())
        source.insert(u"sql"_s, review.sql);
    return source;
}

QJsonValue appendedValue(const Writeback::ReviewSummary &review)
{
    if (!review.appended)
        return {};
    return QJsonObject{{u"row"_s, review.appended->first}, {u"rows"_s, review.appended->count}};
}

// What plan names beside the totals.
QJsonValue greatestValue(const Review::Highlights &highlights)
{
    const auto &greatest = highlights.greatest;
    if (!greatest)
        return {};
    return QJsonObject{{u"column"_s, greatest->column},
                       {u"key"_s, QJsonArray::fromStringList(greatest->key)},
                       {u"place"_s, greatest->place},
                       {u"before"_s, QString::fromStdString(greatest->before)},
                       {u"after"_s, QString::fromStdString(greatest->after)},
                       {u"difference"_s, QString::fromStdString(greatest->difference)}};
}

QJsonObject goneObject(const Review::Highlights &highlights)
{
    QJsonArray first;
    for (const QStringList &key : highlights.gone)
        first.append(QJsonArray::fromStringList(key));
    return {{u"rows"_s, highlights.goneRows}, {u"first"_s, first}};
}

} // namespace

QJsonObject reportJson(const Writeback::RunReport &report, const QString &next,
                       const std::vector<Review::ColumnTotals> &totals, int maxChanges)
{
    const Writeback::ReviewSummary &review = report.review;
    QJsonArray steps;
    for (const Writeback::StepTime &step : report.steps)
        steps.append(QJsonObject{{u"name"_s, Writeback::name(step.step)}, {u"seconds"_s, step.seconds}});
    QJsonObject object{
        {u"state"_s, Writeback::name(report.state)},
        {u"message"_s, Words::stateText(report.state)},
        {u"dataSet"_s, review.dataSetName},
        {u"spreadsheet"_s, review.spreadsheetName},
        {u"sheet"_s, review.sheetPath},
        {u"source"_s, sourceObject(review)},
        {u"range"_s, Sheet::toA1(review.fit.data)},
        {u"changes"_s,
         QJsonObject{{u"changed"_s, review.changes.changed},
                     {u"new"_s, review.changes.added},
                     {u"cleared"_s, review.changes.cleared},
                     {u"unchanged"_s, review.changes.unchanged},
                     {u"kept"_s, review.changes.kept}}},
        {u"appended"_s, appendedValue(review)},
        {u"byKey"_s, review.byKey ? QJsonValue(keyObject(*review.byKey)) : QJsonValue()},
        {u"planned"_s, report.cellsPlanned},
        {u"written"_s, report.cellsWritten},
        {u"verified"_s,
         QJsonObject{{u"cells"_s, report.cellsCompared},
                     {u"wrong"_s, report.cellsWrong},
                     {u"firstWrong"_s, report.differences.isEmpty() ? QString() : report.differences.front().place},
                     {u"caughtUpSeconds"_s, seconds(report.caughtUp)}}},
        {u"differences"_s, differencesArray(report.differences)},
        {u"requests"_s, report.requests},
        {u"retries"_s, report.retries},
        {u"waitedSeconds"_s, seconds(report.waited)},
        {u"bytesSent"_s, report.bytesSent},
        {u"bytesReceived"_s, report.bytesReceived},
        {u"operations"_s, QJsonArray::fromStringList(report.operations)},
        {u"findings"_s, findingsArray(review)},
        {u"guards"_s, guardsArray(review)},
        {u"steps"_s, steps},
    };
    if (report.comparison) {
        const Review::Highlights highlights = Review::highlights(*report.comparison);
        object.insert(u"totals"_s, totalsArray(totals));
        object.insert(u"greatestDifference"_s, greatestValue(highlights));
        object.insert(u"gone"_s, goneObject(highlights));
        if (maxChanges > 0)
            object.insert(u"edited"_s, editedArray(*report.comparison, maxChanges));
    }
    if (report.notRecorded)
        object.insert(u"notRecorded"_s,
                      QJsonObject{{u"kind"_s, Core::name(report.notRecorded->kind)},
                                  {u"message"_s, Words::errorText(*report.notRecorded).message}});
    if (report.error)
        object.insert(u"error"_s, errorObject(report, next));
    return object;
}

QJsonObject refusalJson(const Core::Error &error, const QString &next)
{
    const Words::ErrorText text = Words::errorText(error);
    return {{u"error"_s, errorObject(error, text.message, next.isEmpty() ? text.next : next)}};
}

QString jsonText(const QJsonObject &object)
{
    return jsonText(QJsonDocument(object));
}

QString jsonText(const QJsonDocument &document)
{
    const QString json = QString::fromUtf8(document.toJson(QJsonDocument::Indented).trimmed());
    QString out;
    const QList<uint> characters = json.toUcs4();
    for (const char32_t character : characters) {
        const QString text = QString::fromUcs4(&character, 1);
        if (character == U'\n' || !Core::isUnseen(character)) { // line breaks occur only between values
            out += text;
            continue;
        }
        for (const QChar unit : text)
            out += u"\\u%1"_s.arg(unit.unicode(), 4, 16, '0'_L1);
    }
    return out;
}

} // namespace Cli
