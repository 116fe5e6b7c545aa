#include "sandbox/workivajson.h"

#include "sandbox/operations.h"
#include "sandbox/worksheet.h"

#include <QJsonArray>

#include <limits>

namespace Sandbox {

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QString codeOf(int status)
{
    switch (status) {
    case 400: return QStringLiteral("BadRequest");
    case 401: return QStringLiteral("Unauthorized");
    case 403: return QStringLiteral("Forbidden");
    case 404: return QStringLiteral("NotFound");
    case 405: return QStringLiteral("MethodNotAllowed");
    case 409: return QStringLiteral("Conflict");
    case 429: return QStringLiteral("TooManyRequests");
    case 503: return QStringLiteral("ServiceUnavailable");
    default: return QStringLiteral("InternalServerError");
    }
}

} // namespace

QJsonObject spreadsheetJson(const Spreadsheet &spreadsheet)
{
    const QString links = spreadsheet.linksPublished ? QStringLiteral("published") : QStringLiteral("unpublished");
    return {{QStringLiteral("id"), spreadsheet.id},
            {QStringLiteral("name"), spreadsheet.name},
            {QStringLiteral("created"), action(spreadsheet.created)},
            {QStringLiteral("modified"), action(spreadsheet.modified)},
            {QStringLiteral("lock"), QJsonValue()},
            {QStringLiteral("linksStatus"),
             QJsonObject{{QStringLiteral("allLinks"), links}, {QStringLiteral("ownLinks"), links}}},
            {QStringLiteral("revision"), QString::number(spreadsheet.revision)},
            {QStringLiteral("template"), false},
            {QStringLiteral("customFields"), QJsonObject()},
            {QStringLiteral("customFieldGroups"), QJsonArray()},
            {QStringLiteral("sheetCustomFieldGroups"), QJsonArray()}};
}

QJsonObject sheetJson(const Spreadsheet &spreadsheet, const Worksheet &sheet)
{
    QJsonArray children;
    int index = 0; // among its siblings
    bool isBefore = true;
    for (const auto &other : spreadsheet.sheets) {
        if (other->parent == sheet.id)
            children.append(sheetJson(spreadsheet, *other));
        isBefore = isBefore && other.get() != &sheet;
        if (isBefore && other->parent == sheet.parent)
            ++index;
    }
    const Worksheet *parent = spreadsheet.find(sheet.parent);
    const QJsonValue dataset = sheet.dataset
        ? QJsonValue(
            QJsonObject{{QStringLiteral("range"), Sheet::toA1(*sheet.dataset)}, {QStringLiteral("sheet"), sheet.id}})
        : QJsonValue();
    return {{QStringLiteral("id"), sheet.id},
            {QStringLiteral("name"), sheet.name},
            {QStringLiteral("index"), index},
            {QStringLiteral("parent"),
             parent
                 ? QJsonValue(QJsonObject{{QStringLiteral("id"), parent->id}, {QStringLiteral("name"), parent->name}})
                 : QJsonValue()},
            {QStringLiteral("children"), children},
            {QStringLiteral("dataset"), dataset},
            {QStringLiteral("lock"), orNull(sheet.lock)},
            {QStringLiteral("revision"), QString::number(sheet.revision)},
            {QStringLiteral("customFields"), QJsonObject()}};
}

QJsonObject milestoneJson(const Spreadsheet &spreadsheet)
{
    const QJsonObject where{{QStringLiteral("spreadsheet"), spreadsheet.id},
                            {QStringLiteral("revision"), QStringLiteral("1")}};
    return {{QStringLiteral("id"), spreadsheet.id + QStringLiteral("-1")},
            {QStringLiteral("title"), spreadsheet.milestone},
            {QStringLiteral("remarks"), QString()},
            {QStringLiteral("created"), action(spreadsheet.created)},
            {QStringLiteral("resource"),
             QJsonObject{{QStringLiteral("type"), QStringLiteral("spreadsheet")},
                         {QStringLiteral("document"), QJsonValue()},
                         {QStringLiteral("presentation"), QJsonValue()},
                         {QStringLiteral("spreadsheet"), where}}}};
}

Reply errorReply(const Refusal &refusal)
{
    return Reply::json(refusal.status,
                       QJsonObject{{QStringLiteral("code"), codeOf(refusal.status)},
                                   {QStringLiteral("message"), refusal.message},
                                   {QStringLiteral("target"), refusal.target},
                                   {QStringLiteral("details"), QJsonArray()},
                                   {QStringLiteral("documentationUrl"), QString()},
                                   {QStringLiteral("version"), QStringLiteral("2026-01-01")}});
}

Accepted<int> queryInteger(const Incoming &incoming, const QString &name, int otherwise, int least, int most)
{
    const QString text = incoming.query(name);
    if (text.isEmpty())
        return otherwise;
    bool isNumber = false;
    const int value = text.toInt(&isNumber);
    if (!isNumber || value < least || value > most)
        return refuse(400, QStringLiteral("expected a whole number from %1 to %2").arg(least).arg(most), name);
    return value;
}

Accepted<ListPage> listPage(const Incoming &incoming)
{
    const auto most = queryInteger(incoming, QStringLiteral("$maxpagesize"), 1000, 1, 1000);
    const auto from = queryInteger(incoming, QStringLiteral("$next"), 0, 0, std::numeric_limits<int>::max());
    if (!most || !from)
        return tl::unexpected(!most ? most.error() : from.error());
    return ListPage{*from, *most};
}

} // namespace Sandbox
