#include "sandbox/domoserver.h"

#include "core/clock.h"
#include "sandbox/credentials.h"
#include "sandbox/options.h"
#include "sandbox/sqltable.h"
#include "sandbox/webpages.h"
#include "sandbox/wire.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>

namespace Sandbox {

namespace {

constexpr std::chrono::seconds usualLife{3599};
constexpr int longestPage = 50;

QString reasonOf(int status)
{
    switch (status) {
    case 400: return QStringLiteral("Bad Request");
    case 401: return QStringLiteral("Unauthorized");
    case 403: return QStringLiteral("Forbidden");
    case 404: return QStringLiteral("Not Found");
    case 405: return QStringLiteral("Method Not Allowed");
    case 409: return QStringLiteral("Conflict");
    case 429: return QStringLiteral("Too Many Requests");
    case 503: return QStringLiteral("Service Unavailable");
    default: return QStringLiteral("Internal Server Error");
    }
}

QString traceId()
{
    const QString digits = QUuid::createUuid().toString(QUuid::Id128).toUpper();
    return digits.left(5) + u'-' + digits.mid(5, 5) + u'-' + digits.mid(10, 5);
}

// Clients write it as their language does: true, True, 1.
bool isTrue(const QString &text)
{
    return text == QLatin1String("1") || text.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
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

DomoServer::DomoServer(const Options &options, Core::Clock &clock, std::vector<DataSet> dataSets)
    : HttpServer(options, clock)
    , m_dataSets(std::move(dataSets))
    , m_started(clock.utcNow())
    , m_scope(options.domoScope)
    , m_tokens(QStringLiteral("domo"), options.tokenLife.value_or(usualLife), clock)
{
}

DomoServer::~DomoServer() = default;

QString DomoServer::operationOf(const Incoming &incoming) const
{
    const QStringList &path = incoming.path;
    const bool isGet = incoming.verb == "GET";
    const bool isPost = incoming.verb == "POST";
    if (path == QStringList{QStringLiteral("oauth"), QStringLiteral("token")})
        return isGet ? QStringLiteral("getAccessToken") : isPost ? QStringLiteral("postAccessToken") : QString();
    if (path.size() < 2 || path[0] != QLatin1String("v1") || path[1] != QLatin1String("datasets"))
        return {};
    if (isGet && path.size() == 2)
        return QStringLiteral("listDataSets");
    if (isGet && path.size() == 3)
        return QStringLiteral("getDataSet");
    if (isGet && path.size() == 4 && path[3] == QLatin1String("data"))
        return QStringLiteral("exportDataSet");
    if (isPost && path.size() == 5 && path[2] == QLatin1String("query") && path[3] == QLatin1String("execute"))
        return QStringLiteral("queryDataSet");
    return {};
}

Reply DomoServer::answer(const Incoming &incoming)
{
    const QString &operation = incoming.operation;
    if (operation.isEmpty())
        return incoming.verb == "GET" ? page(incoming) : refuse(405, QStringLiteral("There is nothing here."));
    if (operation.endsWith(QLatin1String("AccessToken")))
        return token(incoming);

    const Tokens::Grant grant = m_tokens.check(incoming.header("Authorization"));
    if (grant.standing == Tokens::Standing::Foreign)
        countForeignToken();
    if (grant.standing != Tokens::Standing::Good && operation == QLatin1String("exportDataSet")
        && !acceptsJson(incoming.header("Accept")))
        return notAcceptable(); // the refusal is JSON, which was not asked for
    if (grant.standing != Tokens::Standing::Good)
        return refuse(401, QStringLiteral("Full authentication is required to access this resource"));

    if (operation == QLatin1String("listDataSets"))
        return list(incoming);
    const DataSet *dataSet = find(operation == QLatin1String("queryDataSet") ? incoming.path[4] : incoming.path[2]);
    if (!dataSet)
        return refuse(404, QStringLiteral("Not Found"));
    if (operation == QLatin1String("exportDataSet"))
        return exported(incoming, *dataSet);
    if (operation == QLatin1String("queryDataSet"))
        return query(incoming, *dataSet);
    return Reply::json(200, describe(*dataSet));
}

Reply DomoServer::refusal(int status, const QString &) const
{
    return refuse(status, reasonOf(status));
}

Reply DomoServer::refuse(int status, const QString &message) const
{
    return Reply::json(status,
                       QJsonObject{{QStringLiteral("status"), status},
                                   {QStringLiteral("statusReason"), reasonOf(status)},
                                   {QStringLiteral("message"), message},
                                   {QStringLiteral("toe"), traceId()}});
}

Reply DomoServer::token(const Incoming &incoming)
{
    const Credentials right = domoCredentials();
    const QByteArray expected = (right.clientId + u':' + right.clientSecret).toUtf8().toBase64();
    const QByteArray given = incoming.header("Authorization");
    if (given.left(6).compare("basic ", Qt::CaseInsensitive) != 0 || given.sliced(6).trimmed() != expected)
        return refuse(401, QStringLiteral("Bad credentials"));
    QString type = incoming.query(QStringLiteral("grant_type"));
    if (type.isEmpty())
        type = incoming.form().value(QStringLiteral("grant_type"));
    if (type != QLatin1String("client_credentials"))
        return refuse(401, QStringLiteral("Unsupported grant type"));
    const QByteArray issued = m_tokens.issue(m_scope.split(u' ', Qt::SkipEmptyParts));
    return Reply::json(200,
                       QJsonObject{{QStringLiteral("access_token"), QString::fromLatin1(issued)},
                                   {QStringLiteral("customer"), QStringLiteral("sandbox")},
                                   {QStringLiteral("expires_in"), qint64(m_tokens.life().count())},
                                   {QStringLiteral("jti"), QUuid::createUuid().toString(QUuid::WithoutBraces)},
                                   {QStringLiteral("role"), QStringLiteral("Admin")},
                                   {QStringLiteral("scope"), m_scope},
                                   {QStringLiteral("token_type"), QStringLiteral("bearer")},
                                   {QStringLiteral("userId"), 1}});
}

Reply DomoServer::list(const Incoming &incoming) const
{
    const QString limitText = incoming.query(QStringLiteral("limit"));
    const QString offsetText = incoming.query(QStringLiteral("offset"));
    bool limitIsNumber = true;
    bool offsetIsNumber = true;
    const int limit = limitText.isEmpty() ? longestPage : limitText.toInt(&limitIsNumber);
    const int offset = offsetText.isEmpty() ? 0 : offsetText.toInt(&offsetIsNumber);
    if (!limitIsNumber || !offsetIsNumber || limit < 1 || limit > longestPage || offset < 0)
        return refuse(400, QStringLiteral("limit is 1 to 50, offset not negative"));

    const QString part = incoming.query(QStringLiteral("nameLike"));
    std::vector<const DataSet *> found;
    for (const DataSet &dataSet : m_dataSets) {
        if (part.isEmpty() || dataSet.name().contains(part, Qt::CaseInsensitive))
            found.push_back(&dataSet);
    }
    // By name unless something else is asked for; everything but names is alike here.
    const QString sort = incoming.query(QStringLiteral("sort"));
    if (sort.isEmpty() || sort == QLatin1String("name"))
        std::ranges::stable_sort(found, [](auto a, auto b) { return a->name() < b->name(); });
    else if (sort == QLatin1String("nameDescending"))
        std::ranges::stable_sort(found, [](auto a, auto b) { return b->name() < a->name(); });
    else if (sort == QLatin1String("dataSourceId"))
        std::ranges::stable_sort(found, [](auto a, auto b) { return a->id() < b->id(); });

    QJsonArray page;
    for (size_t i = size_t(offset); i < found.size() && page.size() < limit; ++i) {
        QJsonObject one = describe(*found[i]);
        one.remove(QStringLiteral("schema"));
        page.append(one);
    }
    return Reply::json(200, page);
}

Reply DomoServer::exported(const Incoming &incoming, const DataSet &dataSet) const
{
    if (!acceptsCsv(incoming.header("Accept")))
        return notAcceptable();
    QString fileName = incoming.query(QStringLiteral("fileName"));
    fileName.remove(u'"').remove(u'\r').remove(u'\n');
    if (fileName.isEmpty())
        fileName = dataSet.id() + QStringLiteral(".csv");
    Reply reply{200, dataSet.exported(isTrue(incoming.query(QStringLiteral("includeHeader")))),
                QByteArrayLiteral("text/csv; charset=utf-8")};
    reply.headers.append(
        {QByteArrayLiteral("Content-Disposition"), "attachment; filename=\"" + fileName.toUtf8() + '"'});
    return reply;
}

Reply DomoServer::query(const Incoming &incoming, const DataSet &dataSet)
{
    const QString sql = QJsonDocument::fromJson(incoming.body)[QLatin1String("sql")].toString();
    if (sql.isEmpty())
        return refuse(400, QStringLiteral("expected {\"sql\": …}"));
    std::unique_ptr<SqlTable> &table = m_tables[dataSet.id()];
    if (!table)
        table = std::make_unique<SqlTable>(dataSet);
    const auto result = table->query(sql);
    return result ? Reply::json(200, *result) : refuse(400, result.error().detail);
}

Reply DomoServer::page(const Incoming &incoming) const
{
    const QStringList &path = incoming.path;
    if (path.isEmpty())
        return htmlPage(200, dataSetIndex(m_dataSets));
    const DataSet *dataSet = path.size() >= 2 && path[0] == QLatin1String("datasources") ? find(path[1]) : nullptr;
    return dataSet ? htmlPage(200, dataSetPage(*dataSet)) : refuse(404, QStringLiteral("Not Found"));
}

QJsonObject DomoServer::describe(const DataSet &dataSet) const
{
    QJsonArray columns;
    for (const DataSet::Column &column : dataSet.columns())
        columns.append(
            QJsonObject{{QStringLiteral("type"), Sheet::name(column.type)}, {QStringLiteral("name"), column.name}});
    const QString stamp = m_started.toString(Qt::ISODate);
    return {{QStringLiteral("id"), dataSet.id()},
            {QStringLiteral("name"), dataSet.name()},
            {QStringLiteral("description"), QStringLiteral("A DataSet of the sandbox")},
            {QStringLiteral("rows"), dataSet.rows()},
            {QStringLiteral("columns"), columns.size()},
            {QStringLiteral("owner"),
             QJsonObject{{QStringLiteral("id"), 1}, {QStringLiteral("name"), QStringLiteral("Sandbox")}}},
            {QStringLiteral("schema"), QJsonObject{{QStringLiteral("columns"), columns}}},
            {QStringLiteral("createdAt"), stamp},
            {QStringLiteral("updatedAt"), stamp},
            {QStringLiteral("dataCurrentAt"), stamp},
            {QStringLiteral("pdpEnabled"), false},
            {QStringLiteral("policies"), QJsonArray()}};
}

const DataSet *DomoServer::find(const QString &id) const
{
    const auto found = std::ranges::find_if(
        m_dataSets, [&id](const DataSet &one) { return one.id().compare(id, Qt::CaseInsensitive) == 0; });
    return found == m_dataSets.end() ? nullptr : &*found;
}

} // namespace Sandbox
