#include "sandbox/workivajson.h"

#include "sandbox/operations.h"
#include "sandbox/worksheet.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

namespace Sandbox {

namespace {

constexpr int largestPage = 50'000; // cells

QString codeOf(int status)
{
    switch (status) {
    case 400: return QStringLiteral("400BadRequest");
    case 401: return QStringLiteral("401Unauthorized");
    case 403: return QStringLiteral("403Forbidden");
    case 404: return QStringLiteral("404NotFound");
    case 405: return QStringLiteral("405MethodNotAllowed");
    case 409: return QStringLiteral("409Conflict");
    case 429: return QStringLiteral("429TooManyRequests");
    case 503: return QStringLiteral("503ServiceUnavailable");
    default: return QStringLiteral("500InternalServerError");
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
    QJsonObject json{
        {QStringLiteral("id"), sheet.id},
        {QStringLiteral("name"), sheet.name},
        {QStringLiteral("index"), index},
        {QStringLiteral("parent"),
         parent ? QJsonValue(QJsonObject{{QStringLiteral("id"), parent->id}, {QStringLiteral("name"), parent->name}})
                : QJsonValue()},
        {QStringLiteral("children"), children},
        {QStringLiteral("dataset"), dataset},
        {QStringLiteral("revision"), QString::number(sheet.revision)},
        {QStringLiteral("table"),
         QJsonObject{{QStringLiteral("table"), sheet.table()},
                     {QStringLiteral("revision"), QString::number(sheet.revision)}}},
        {QStringLiteral("customFields"), QJsonObject()}};
    if (!sheet.lock.isEmpty()) // null is none of the contract's words for a lock
        json.insert(QStringLiteral("lock"), sheet.lock);
    return json;
}

QJsonObject milestoneJson(const Spreadsheet &spreadsheet, const Milestone &milestone)
{
    const QJsonObject where{{QStringLiteral("spreadsheet"), spreadsheet.id},
                            {QStringLiteral("revision"), QString::number(milestone.revision)}};
    return {{QStringLiteral("id"), milestone.id},
            {QStringLiteral("title"), milestone.title},
            {QStringLiteral("remarks"), milestone.remarks},
            {QStringLiteral("created"), action(milestone.created)},
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

Accepted<CellPage> cellPageOf(const Incoming &incoming, const Sheet::Rectangle &block)
{
    const auto most = queryInteger(incoming, QStringLiteral("$maxcellsperpage"), largestPage, 1, largestPage);
    if (!most)
        return tl::unexpected(most.error());
    const QString token = incoming.query(QStringLiteral("$next"));
    const std::optional<Sheet::Address> from = token.isEmpty() ? std::optional(block.topLeft()) : readNextToken(token);
    if (!from)
        return refuse(400, QStringLiteral("not a page of this list"), QStringLiteral("$next"));
    return cellPage(block, *from, *most);
}

QByteArray withNext(const Incoming &incoming, const QString &next)
{
    QByteArray query;
    for (const auto &[key, value] : incoming.queryItems()) {
        if (!key.isEmpty() && key != QLatin1String("$next"))
            query += QUrl::toPercentEncoding(key, "$") + '=' + QUrl::toPercentEncoding(value) + '&';
    }
    return incoming.url.path(QUrl::FullyEncoded).toLatin1() + '?' + query + "$next=" + QUrl::toPercentEncoding(next);
}

Accepted<std::optional<qint64>> queryRevision(const Incoming &incoming)
{
    const QString text = incoming.query(QStringLiteral("$revision"));
    if (text.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const qint64 revision = text.toLongLong(&isNumber);
    if (!isNumber)
        return refuse(400, QStringLiteral("not a revision"), QStringLiteral("$revision"));
    return revision;
}

Accepted<QJsonObject> objectOf(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (!document.isObject())
        return refuse(
            400, error.error == QJsonParseError::NoError ? QStringLiteral("expected an object") : error.errorString());
    return document.object();
}

} // namespace Sandbox
