#include "cli/reportjson.h"

#include "words/errortext.h"

#include <QJsonArray>

namespace Cli {

namespace {

QJsonObject errorObject(const Core::Error &error, Writeback::State state)
{
    const Words::ErrorText text = Words::errorText(error);
    QJsonObject object{{QStringLiteral("kind"), Core::name(error.kind)},
                       {QStringLiteral("message"), text.message + u' ' + Words::stateText(state)},
                       {QStringLiteral("next"), text.next}};
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
    return object;
}

QJsonArray findingsArray(const Writeback::ReviewSummary &review)
{
    QJsonArray findings;
    for (const Writeback::Finding &finding : review.findings) {
        findings.append(QJsonObject{{QStringLiteral("kind"), Writeback::name(finding.kind)},
                                    {QStringLiteral("refuses"), finding.refuses},
                                    {QStringLiteral("count"), finding.count},
                                    {QStringLiteral("place"), finding.place},
                                    {QStringLiteral("message"), Words::findingText(finding, review)}});
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
        {QStringLiteral("written"), report.cellsWritten},
        {QStringLiteral("verified"),
         QJsonObject{{QStringLiteral("cells"), report.cellsCompared},
                     {QStringLiteral("wrong"), report.cellsWrong},
                     {QStringLiteral("firstWrong"),
                      report.differences.isEmpty() ? QString() : report.differences.front().place}}},
        {QStringLiteral("requests"), report.requests},
        {QStringLiteral("bytesSent"), report.bytesSent},
        {QStringLiteral("bytesReceived"), report.bytesReceived},
        {QStringLiteral("operations"), QJsonArray::fromStringList(report.operations)},
        {QStringLiteral("findings"), findingsArray(review)},
        {QStringLiteral("steps"), steps},
    };
    if (report.error)
        object.insert(QStringLiteral("error"), errorObject(*report.error, report.state));
    return object;
}

} // namespace Cli
