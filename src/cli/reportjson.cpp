#include "cli/reportjson.h"

#include "cli/advice.h"
#include "core/inputfault.h"
#include "core/printable.h"
#include "words/errortext.h"
#include "words/reporttext.h"
#include "writeback/journal.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Cli {

namespace {

// What an error knows beyond its kind, as far as a script can use it.
void addCause(QJsonObject &object, const Core::Error &error)
{
    if (const auto *left = error.cause.as<Writeback::LeftChange>())
        object.insert(
            QStringLiteral("earlier"),
            QJsonObject{{QStringLiteral("operation"), left->operationId},
                        {QStringLiteral("range"), left->range},
                        {QStringLiteral("sent"), left->sent.toUTC().toString(Qt::ISODateWithMs)},
                        {QStringLiteral("writeback"), left->profileName},
                        {QStringLiteral("runStarted"), left->runStarted.toUTC().toString(Qt::ISODateWithMs)}});
    if (const auto *said = error.cause.as<Core::Contradiction>())
        object.insert(QStringLiteral("contradiction"), QJsonArray{said->one, said->other});
}

QJsonObject errorObject(const Writeback::RunReport &report)
{
    const Core::Error &error = *report.error;
    const Words::ErrorText text = Words::errorText(error);
    const QString next = advice(report);
    QJsonObject object{{QStringLiteral("kind"), Core::name(error.kind)},
                       {QStringLiteral("message"), text.message + u' ' + Words::stateText(report.state)},
                       {QStringLiteral("next"), next.isEmpty() ? text.next : next}};
    if (error.service != Core::Service::None)
        object.insert(QStringLiteral("service"), Core::name(error.service));
    if (!error.subject.isEmpty())
        object.insert(QStringLiteral("subject"), error.subject);
    if (!error.detail.isEmpty())
        object.insert(QStringLiteral("detail"), error.detail);
    if (error.httpStatus != 0)
        object.insert(QStringLiteral("httpStatus"), error.httpStatus);
    if (!error.requestId.isEmpty())
        object.insert(QStringLiteral("requestId"), error.requestId);
    if (report.failedStep)
        object.insert(QStringLiteral("step"), Writeback::name(*report.failedStep));
    addCause(object, error);
    return object;
}

QJsonArray differencesArray(const QList<Writeback::Difference> &differences)
{
    QJsonArray array;
    for (const Writeback::Difference &difference : differences)
        array.append(QJsonObject{{QStringLiteral("place"), difference.place},
                                 {QStringLiteral("wanted"), difference.wanted},
                                 {QStringLiteral("found"), difference.found},
                                 {QStringLiteral("kind"), Writeback::name(difference.kind)},
                                 {QStringLiteral("cause"), Writeback::name(difference.cause)},
                                 {QStringLiteral("message"), Words::differenceText(difference)}});
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
        QJsonObject object{{QStringLiteral("kind"), Writeback::name(finding.kind)},
                           {QStringLiteral("refuses"), finding.refuses},
                           {QStringLiteral("count"), finding.count},
                           {QStringLiteral("place"), finding.place},
                           {QStringLiteral("message"), Words::findingText(finding, review)}};
        if (finding.against != 0)
            object.insert(QStringLiteral("against"), finding.against);
        if (!finding.other.isEmpty())
            object.insert(QStringLiteral("other"), finding.other);
        findings.append(object);
    }
    return findings;
}

} // namespace

QJsonObject reportJson(const Writeback::RunReport &report)
{
    const Writeback::ReviewSummary &review = report.review;
    QJsonArray steps;
    for (const Writeback::StepTime &step : report.steps)
        steps.append(QJsonObject{{QStringLiteral("name"), Writeback::name(step.step)},
                                 {QStringLiteral("seconds"), step.seconds}});
    QJsonObject object{
        {QStringLiteral("state"), Writeback::name(report.state)},
        {QStringLiteral("message"), Words::stateText(report.state)},
        {QStringLiteral("dataSet"), review.dataSetName},
        {QStringLiteral("spreadsheet"), review.spreadsheetName},
        {QStringLiteral("sheet"), review.sheetPath},
        {QStringLiteral("source"),
         QJsonObject{{QStringLiteral("rows"), review.sourceRows}, {QStringLiteral("columns"), review.sourceColumns}}},
        {QStringLiteral("range"), Sheet::toA1(review.fit.data)},
        {QStringLiteral("changes"),
         QJsonObject{{QStringLiteral("changed"), review.changes.changed},
                     {QStringLiteral("new"), review.changes.added},
                     {QStringLiteral("cleared"), review.changes.cleared},
                     {QStringLiteral("unchanged"), review.changes.unchanged},
                     {QStringLiteral("kept"), review.changes.kept}}},
        {QStringLiteral("planned"), report.cellsPlanned},
        {QStringLiteral("written"), report.cellsWritten},
        {QStringLiteral("verified"),
         QJsonObject{{QStringLiteral("cells"), report.cellsCompared},
                     {QStringLiteral("wrong"), report.cellsWrong},
                     {QStringLiteral("firstWrong"),
                      report.differences.isEmpty() ? QString() : report.differences.front().place},
                     {QStringLiteral("caughtUpSeconds"), seconds(report.caughtUp)}}},
        {QStringLiteral("differences"), differencesArray(report.differences)},
        {QStringLiteral("requests"), report.requests},
        {QStringLiteral("retries"), report.retries},
        {QStringLiteral("waitedSeconds"), seconds(report.waited)},
        {QStringLiteral("bytesSent"), report.bytesSent},
        {QStringLiteral("bytesReceived"), report.bytesReceived},
        {QStringLiteral("operations"), QJsonArray::fromStringList(report.operations)},
        {QStringLiteral("findings"), findingsArray(review)},
        {QStringLiteral("steps"), steps},
    };
    if (report.notRecorded)
        object.insert(QStringLiteral("notRecorded"),
                      QJsonObject{{QStringLiteral("kind"), Core::name(report.notRecorded->kind)},
                                  {QStringLiteral("message"), Words::errorText(*report.notRecorded).message}});
    if (report.error)
        object.insert(QStringLiteral("error"), errorObject(report));
    return object;
}

QString jsonText(const QJsonObject &object)
{
    const QString json = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented).trimmed());
    QString out;
    const QList<uint> characters = json.toUcs4();
    for (const char32_t character : characters) {
        const QString text = QString::fromUcs4(&character, 1);
        if (character == U'\n' || !Core::isUnseen(character)) { // line breaks stand between values only
            out += text;
            continue;
        }
        for (const QChar unit : text)
            out += QStringLiteral("\\u%1").arg(unit.unicode(), 4, 16, QLatin1Char('0'));
    }
    return out;
}

} // namespace Cli
