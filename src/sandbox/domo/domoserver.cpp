#include "sandbox/domo/domoserver.h"

#include "core/clock.h"
#include "sandbox/samplecredentials.h"
#include "sandbox/options.h"
#include "sandbox/domo/sqltable.h"
#include "sandbox/domo/datasetpages.h"
#include "sandbox/http/html.h"
#include "sandbox/http/wire.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

constexpr std::chrono::seconds usualLife{3599};
constexpr int maxPage = 50;

QString reasonOf(int status)
{
    switch (status) {
    case 400: return u"Bad Request"_s;
    case 401: return u"Unauthorized"_s;
    case 403: return u"Forbidden"_s;
    case 404: return u"Not Found"_s;
    case 405: return u"Method Not Allowed"_s;
    case 409: return u"Conflict"_s;
    case 429: return u"Too Many Requests"_s;
    case 503: return u"Service Unavailable"_s;
    default: return u"Internal Server Error"_s;
    }
}

QString traceId()
{
    const QString digits = QUuid::createUuid().toString(QUuid::Id128).toUpper();
    return digits.left(5) + u'-' + digits.mid(5, 5) + u'-' + digits.mid(10, 5);
}

// Clients send the notation of their language: true, True, 1.
bool isTrue(const QString &text)
{
    return text == "1"_L1 || text.compare("true"_L1, Qt::CaseInsensitive) == 0;
}

bool acceptsCsv(const QByteArray &accept)
{
    return accept.isEmpty() || accept.contains("text/csv") || accept.contains("*/*") || accept.contains("text/*");
}

bool acceptsJson(const QByteArray &accept)
{
    return accept.isEmpty() || accept.contains("application/json") || accept.contains("*/*")
        || accept.contains("application/*");
}

} // namespace

DomoServer::DomoServer(const Options &options, Core::Clock &clock, std::vector<StoredDataSet> dataSets)
    : HttpServer(options, clock)
    , m_dataSets(std::move(dataSets))
    , m_quirks(options.quirks)
    , m_loaded(clock.utcNow().addDays(-options.dataSetAge))
    , m_loads(options.loads)
    , m_scope(options.domoScope)
    , m_tokens(u"domo"_s, options.tokenLife.value_or(usualLife), clock)
{
}

DomoServer::~DomoServer() = default;

QString DomoServer::operationOf(const Incoming &incoming) const
{
    const QStringList &path = incoming.path;
    const bool isGet = incoming.verb == "GET";
    const bool isPost = incoming.verb == "POST";
    if (path == QStringList{u"oauth"_s, u"token"_s})
        return isGet ? u"getAccessToken"_s : isPost ? u"postAccessToken"_s : QString();
    if (path.size() < 2 || path[0] != "v1"_L1 || path[1] != "datasets"_L1)
        return {};
    if (isGet && path.size() == 2)
        return u"listDataSets"_s;
    if (isGet && path.size() == 3)
        return u"getDataSet"_s;
    if (isGet && path.size() == 4 && path[3] == "data"_L1)
        return u"exportDataSet"_s;
    if (isPost && path.size() == 5 && path[2] == "query"_L1 && path[3] == "execute"_L1)
        return u"queryDataSet"_s;
    return {};
}

Reply DomoServer::answer(const Incoming &incoming)
{
    const QString &operation = incoming.operation;
    if (operation.isEmpty())
        return incoming.verb == "GET" ? page(incoming) : refuse(405, u"There is nothing here."_s);
    if (operation.endsWith("AccessToken"_L1))
        return token(incoming);

    const Tokens::Grant grant = m_tokens.check(incoming.header("Authorization"));
    if (grant.standing == Tokens::Standing::Foreign)
        countForeignToken();
    if (grant.standing != Tokens::Standing::Good && operation == "exportDataSet"_L1
        && !acceptsJson(incoming.header("Accept")))
        return notAcceptable(); // the error is JSON, which was not requested
    if (grant.standing != Tokens::Standing::Good)
        return refuse(401, u"Full authentication is required to access this resource"_s);

    if (operation == "listDataSets"_L1)
        return list(incoming);
    const StoredDataSet *dataSet = find(operation == "queryDataSet"_L1 ? incoming.path[4] : incoming.path[2]);
    if (!dataSet)
        return refuse(404, u"Not Found"_s);
    if (operation == "exportDataSet"_L1)
        return exported(incoming, *dataSet);
    if (operation == "queryDataSet"_L1)
        return query(incoming, *dataSet);
    return Reply::json(200, describe(*dataSet));
}

Reply DomoServer::refusal(int status, const QString &) const
{
    return refuse(status, reasonOf(status));
}

Reply DomoServer::refuse(int status, const QString &message)
{
    return Reply::json(status,
                       QJsonObject{{u"status"_s, status},
                                   {u"statusReason"_s, reasonOf(status)},
                                   {u"message"_s, message},
                                   {u"toe"_s, traceId()}});
}

Reply DomoServer::token(const Incoming &incoming)
{
    const SampleCredentials right = domoCredentials();
    const QByteArray expected = (right.clientId + u':' + right.clientSecret).toUtf8().toBase64();
    const QByteArray given = incoming.header("Authorization");
    if (given.left(6).compare("basic ", Qt::CaseInsensitive) != 0 || given.sliced(6).trimmed() != expected)
        return refuse(401, u"Bad credentials"_s);
    QString type = incoming.query(u"grant_type"_s);
    if (type.isEmpty())
        type = incoming.form().value(u"grant_type"_s);
    if (type != "client_credentials"_L1)
        return refuse(401, u"Unsupported grant type"_s);
    const QByteArray issued = m_tokens.issue(m_scope.split(u' ', Qt::SkipEmptyParts));
    return Reply::json(200,
                       QJsonObject{{u"access_token"_s, QString::fromLatin1(issued)},
                                   {u"customer"_s, u"sandbox"_s},
                                   {u"expires_in"_s, qint64(m_tokens.life().count())},
                                   {u"jti"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
                                   {u"role"_s, u"Admin"_s},
                                   {u"scope"_s, m_scope},
                                   {u"token_type"_s, u"bearer"_s},
                                   {u"userId"_s, 1}});
}

Reply DomoServer::list(const Incoming &incoming) const
{
    const QString limitText = incoming.query(u"limit"_s);
    const QString offsetText = incoming.query(u"offset"_s);
    bool limitIsNumber = true;
    bool offsetIsNumber = true;
    const int limit = limitText.isEmpty() ? maxPage : limitText.toInt(&limitIsNumber);
    const int offset = offsetText.isEmpty() ? 0 : offsetText.toInt(&offsetIsNumber);
    if (!limitIsNumber || !offsetIsNumber || limit < 1 || limit > maxPage || offset < 0)
        return refuse(400, u"limit is 1 to %1, offset not negative"_s.arg(maxPage));

    const QString part = incoming.query(u"nameLike"_s);
    std::vector<const StoredDataSet *> found;
    for (const StoredDataSet &dataSet : m_dataSets) {
        if (part.isEmpty() || dataSet.name().contains(part, Qt::CaseInsensitive))
            found.push_back(&dataSet);
    }
    // By name unless specified otherwise; all DataSets are equal in everything but their names.
    const QString sort = incoming.query(u"sort"_s);
    if (sort.isEmpty() || sort == "name"_L1)
        std::ranges::stable_sort(found, [](auto a, auto b) { return a->name() < b->name(); });
    else if (sort == "nameDescending"_L1)
        std::ranges::stable_sort(found, [](auto a, auto b) { return b->name() < a->name(); });
    else if (sort == "dataSourceId"_L1)
        std::ranges::stable_sort(found, [](auto a, auto b) { return a->id() < b->id(); });

    QJsonArray page;
    for (size_t i = size_t(offset); i < found.size() && page.size() < limit; ++i) {
        QJsonObject one = describe(*found[i]);
        one.remove(u"schema"_s);
        page.append(one);
    }
    return Reply::json(200, page);
}

Reply DomoServer::exported(const Incoming &incoming, const StoredDataSet &dataSet)
{
    if (!acceptsCsv(incoming.header("Accept")))
        return notAcceptable();
    load();
    QString fileName = incoming.query(u"fileName"_s);
    fileName.remove(u'"').remove(u'\r').remove(u'\n');
    if (fileName.isEmpty())
        fileName = dataSet.id() + u".csv"_s;
    Reply reply{200, dataSet.exported(isTrue(incoming.query(u"includeHeader"_s))), "text/csv; charset=utf-8"_ba};
    reply.headers.append({"Content-Disposition"_ba, "attachment; filename=\"" + fileName.toUtf8() + '"'});
    return reply;
}

Reply DomoServer::query(const Incoming &incoming, const StoredDataSet &dataSet)
{
    const QString sql = QJsonDocument::fromJson(incoming.body)["sql"_L1].toString();
    if (sql.isEmpty())
        return refuse(400, u"expected {\"sql\": …}"_s);
    load();
    std::unique_ptr<SqlTable> &table = m_tables[dataSet.id()];
    if (!table)
        table = std::make_unique<SqlTable>(dataSet, m_quirks);
    const auto result = table->query(sql);
    return result ? Reply{200, *result, "application/json"_ba} : refuse(400, result.error().detail);
}

void DomoServer::load()
{
    if (m_loads == 0)
        return;
    --m_loads;
    m_loaded = m_loaded.addSecs(1); // the metadata have no fractions
}

Reply DomoServer::page(const Incoming &incoming) const
{
    const QStringList &path = incoming.path;
    if (path.isEmpty())
        return htmlReply(200, dataSetIndex(m_dataSets));
    const StoredDataSet *dataSet = path.size() >= 2 && path[0] == "datasources"_L1 ? find(path[1]) : nullptr;
    return dataSet ? htmlReply(200, dataSetPage(*dataSet)) : refuse(404, u"Not Found"_s);
}

QJsonObject DomoServer::describe(const StoredDataSet &dataSet) const
{
    QJsonArray columns;
    for (const StoredDataSet::Column &column : dataSet.columns())
        columns.append(QJsonObject{{u"type"_s, Sheet::name(column.type)}, {u"name"_s, column.name}});
    const QString stamp = m_loaded.toString(Qt::ISODate);
    return {{u"id"_s, dataSet.id()},
            {u"name"_s, dataSet.name()},
            {u"description"_s, u"A DataSet of the sandbox"_s},
            {u"rows"_s, dataSet.rows()},
            {u"columns"_s, columns.size()},
            {u"owner"_s, QJsonObject{{u"id"_s, 1}, {u"name"_s, u"Sandbox"_s}}},
            {u"schema"_s, QJsonObject{{u"columns"_s, columns}}},
            {u"createdAt"_s, stamp},
            {u"updatedAt"_s, stamp},
            {u"dataCurrentAt"_s, stamp},
            {u"pdpEnabled"_s, dataSet.hasRowPolicies()},
            {u"policies"_s, QJsonArray()}};
}

const StoredDataSet *DomoServer::find(const QString &id) const
{
    const auto found = std::ranges::find_if(
        m_dataSets, [&id](const StoredDataSet &one) { return one.id().compare(id, Qt::CaseInsensitive) == 0; });
    return found == m_dataSets.end() ? nullptr : &*found;
}

} // namespace Sandbox
