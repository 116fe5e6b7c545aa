#include "sandbox/workiva/workivajson.h"

#include "sandbox/workiva/operations.h"
#include "sandbox/sheet/storedspreadsheet.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

constexpr int maxPageCells = 50'000; // cells

QString codeOf(int status)
{
    switch (status) {
    case 400: return u"400BadRequest"_s;
    case 401: return u"401Unauthorized"_s;
    case 403: return u"403Forbidden"_s;
    case 404: return u"404NotFound"_s;
    case 405: return u"405MethodNotAllowed"_s;
    case 409: return u"409Conflict"_s;
    case 429: return u"429TooManyRequests"_s;
    case 503: return u"503ServiceUnavailable"_s;
    default: return u"500InternalServerError"_s;
    }
}

} // namespace

QJsonObject spreadsheetJson(const StoredSpreadsheet &spreadsheet)
{
    const QString links = spreadsheet.linksPublished ? u"published"_s : u"unpublished"_s;
    return {{u"id"_s, spreadsheet.id},
            {u"name"_s, spreadsheet.name},
            {u"created"_s, action(spreadsheet.created)},
            {u"modified"_s, action(spreadsheet.modified)},
            {u"linksStatus"_s, QJsonObject{{u"allLinks"_s, links}, {u"ownLinks"_s, links}}},
            {u"revision"_s, QString::number(spreadsheet.revision)},
            {u"template"_s, false},
            {u"customFields"_s, QJsonObject()},
            {u"customFieldGroups"_s, QJsonArray()},
            {u"sheetCustomFieldGroups"_s, QJsonArray()}};
}

QJsonObject sheetJson(const StoredSpreadsheet &spreadsheet, const Worksheet &sheet)
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
        ? QJsonValue(QJsonObject{{u"range"_s, Sheet::toA1(*sheet.dataset)}, {u"sheet"_s, sheet.id}})
        : QJsonValue();
    QJsonObject json{
        {u"id"_s, sheet.id},
        {u"name"_s, sheet.name},
        {u"index"_s, index},
        {u"parent"_s,
         parent ? QJsonValue(QJsonObject{{u"id"_s, parent->id}, {u"name"_s, parent->name}}) : QJsonValue()},
        {u"children"_s, children},
        {u"dataset"_s, dataset},
        {u"revision"_s, QString::number(sheet.revision)},
        {u"table"_s, QJsonObject{{u"table"_s, sheet.table()}, {u"revision"_s, QString::number(sheet.revision)}}},
        {u"customFields"_s, QJsonObject()}};
    if (!sheet.lock.isEmpty()) // null is not one of the contract's values for a lock
        json.insert(u"lock"_s, sheet.lock);
    return json;
}

QJsonObject milestoneJson(const StoredSpreadsheet &spreadsheet, const Milestone &milestone)
{
    const QJsonObject where{{u"spreadsheet"_s, spreadsheet.id}, {u"revision"_s, QString::number(milestone.revision)}};
    return {{u"id"_s, milestone.id},
            {u"title"_s, milestone.title},
            {u"remarks"_s, milestone.remarks},
            {u"created"_s, action(milestone.created)},
            {u"resource"_s,
             QJsonObject{{u"type"_s, u"spreadsheet"_s},
                         {u"document"_s, QJsonValue()},
                         {u"presentation"_s, QJsonValue()},
                         {u"spreadsheet"_s, where}}}};
}

Reply errorReply(const Refusal &refusal)
{
    return Reply::json(refusal.status,
                       QJsonObject{{u"code"_s, codeOf(refusal.status)},
                                   {u"message"_s, refusal.message},
                                   {u"target"_s, refusal.target},
                                   {u"details"_s, QJsonArray()},
                                   {u"documentationUrl"_s, QString()},
                                   {u"version"_s, QLatin1String(apiVersion)}});
}

Accepted<int> queryInteger(const Incoming &incoming, const QString &name, const IntegerRange &range)
{
    const QString text = incoming.query(name);
    if (text.isEmpty())
        return range.fallback;
    bool isNumber = false;
    const int value = text.toInt(&isNumber);
    if (!isNumber || value < range.min || value > range.max)
        return refuse(400, u"expected a whole number from %1 to %2"_s.arg(range.min).arg(range.max), name);
    return value;
}

Accepted<ListPage> listPage(const Incoming &incoming)
{
    const auto max = queryInteger(incoming, u"$maxpagesize"_s, {.fallback = 1000, .min = 1, .max = 1000});
    const auto from = queryInteger(incoming, u"$next"_s, {.max = std::numeric_limits<int>::max()});
    if (!max || !from)
        return !max ? Core::propagate(max) : Core::propagate(from);
    return ListPage{*from, *max};
}

Accepted<CellPage> cellPageOf(const Incoming &incoming, const Sheet::Rectangle &block)
{
    const auto max =
        queryInteger(incoming, u"$maxcellsperpage"_s, {.fallback = maxPageCells, .min = 1, .max = maxPageCells});
    if (!max)
        return Core::propagate(max);
    const QString token = incoming.query(u"$next"_s);
    const std::optional<Sheet::Address> from = token.isEmpty() ? std::optional(block.topLeft()) : readNextToken(token);
    if (!from)
        return refuse(400, u"not a page of this list"_s, u"$next"_s);
    return cellPage(block, *from, *max);
}

QByteArray withNext(const Incoming &incoming, const QString &next)
{
    QByteArray query;
    for (const auto &[key, value] : incoming.queryItems()) {
        if (!key.isEmpty() && key != "$next"_L1)
            query += QUrl::toPercentEncoding(key, "$") + '=' + QUrl::toPercentEncoding(value) + '&';
    }
    return incoming.url.path(QUrl::FullyEncoded).toLatin1() + '?' + query + "$next=" + QUrl::toPercentEncoding(next);
}

Accepted<std::optional<qint64>> queryRevision(const Incoming &incoming)
{
    const QString text = incoming.query(u"$revision"_s);
    if (text.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const qint64 revision = text.toLongLong(&isNumber);
    if (!isNumber)
        return refuse(400, u"not a revision"_s, u"$revision"_s);
    return revision;
}

Accepted<QJsonObject> objectOf(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (!document.isObject())
        return refuse(400, error.error == QJsonParseError::NoError ? u"expected an object"_s : error.errorString());
    return document.object();
}

} // namespace Sandbox
