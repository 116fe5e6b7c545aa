#include "sandbox/workivaserver.h"

#include "core/clock.h"
#include "sandbox/cellpages.h"
#include "sandbox/credentials.h"
#include "sandbox/options.h"
#include "sandbox/valuespage.h"
#include "sandbox/webpages.h"
#include "sandbox/workivajson.h"

#include <QJsonDocument>

#include <algorithm>

namespace Sandbox {

namespace {

constexpr std::chrono::seconds usualLife{599};
constexpr qsizetype largestBody = 10'485'760;

// Path segments; * stands for an ID or a range.
struct Route
{
    QByteArrayView verb;
    QLatin1String path;
    QLatin1String operation;
};

constexpr std::array routes{
    Route{"POST", QLatin1String("oauth2/token"), QLatin1String("tokenRequest")},
    Route{"GET", QLatin1String("spreadsheets"), QLatin1String("getSpreadsheets")},
    Route{"GET", QLatin1String("spreadsheets/*"), QLatin1String("getSpreadsheetById")},
    Route{"GET", QLatin1String("spreadsheets/*/milestones"), QLatin1String("getSpreadsheetMilestones")},
    Route{"POST", QLatin1String("spreadsheets/*/links/publication"), QLatin1String("spreadsheetLinksPublication")},
    Route{"GET", QLatin1String("spreadsheets/*/sheets"), QLatin1String("getSheets")},
    Route{"POST", QLatin1String("spreadsheets/*/sheets"), QLatin1String("createSheet")},
    Route{"GET", QLatin1String("spreadsheets/*/sheets/*"), QLatin1String("getSheetById")},
    Route{"DELETE", QLatin1String("spreadsheets/*/sheets/*"), QLatin1String("deleteSheetById")},
    Route{"GET", QLatin1String("spreadsheets/*/sheets/*/sheetdata"), QLatin1String("getSheetData")},
    Route{"POST", QLatin1String("spreadsheets/*/sheets/*/update"), QLatin1String("updateSheet")},
    Route{"GET", QLatin1String("spreadsheets/*/sheets/*/values/*"), QLatin1String("getValuesByRange")},
    Route{"PUT", QLatin1String("spreadsheets/*/sheets/*/values/*"), QLatin1String("updateValuesByRange")},
    Route{"POST", QLatin1String("spreadsheets/*/sheets/*/copy"), QLatin1String("copySheet")},
    Route{"GET", QLatin1String("spreadsheets/*/sheets/*/permissions"), QLatin1String("getSheetPermissions")},
    Route{"GET", QLatin1String("spreadsheets/*/permissions"), QLatin1String("getSpreadsheetPermissions")},
    Route{"POST", QLatin1String("spreadsheets/*/export"), QLatin1String("spreadsheetExport")},
    Route{"GET", QLatin1String("content/tables/*/cells"), QLatin1String("getTableCells")},
    Route{"GET", QLatin1String("content/tables/*/rangeLinks"), QLatin1String("getRangeLinks")},
    Route{"GET", QLatin1String("content/tables/*/rangeLinks/*/destinations"),
          QLatin1String("getRangeLinkDestinations")},
    Route{"POST", QLatin1String("milestones/creation"), QLatin1String("milestoneCreation")},
    Route{"GET", QLatin1String("milestones/*"), QLatin1String("getMilestoneById")},
    Route{"DELETE", QLatin1String("milestones/*"), QLatin1String("deleteMilestoneById")},
    Route{"GET", QLatin1String("operations/*/milestoneCreationResults"), QLatin1String("getMilestoneCreationResults")},
    Route{"GET", QLatin1String("operations/*"), QLatin1String("getOperationById")},
};

bool isOn(const QStringList &path, QLatin1String pattern)
{
    const QStringList parts = QString(pattern).split(u'/');
    return std::equal(
        path.begin(), path.end(), parts.begin(), parts.end(),
        [](const QString &segment, const QString &part) { return part == QLatin1String("*") || part == segment; });
}

bool writes(const QByteArray &verb)
{
    return verb != "GET";
}

} // namespace

WorkivaServer::WorkivaServer(const Options &options, Core::Clock &clock, Spreadsheets spreadsheets)
    : HttpServer(options, clock)
    , m_quirks(options.quirks)
    , m_scopes(options.scope.split(u' ', Qt::SkipEmptyParts))
    , m_spreadsheets(std::move(spreadsheets))
    , m_tokens(QStringLiteral("workiva"), options.tokenLife.value_or(usualLife), clock)
    , m_operations(options.operationTime, clock, this)
    , m_past(options.quirks.readLag, clock)
{
    for (const auto &spreadsheet : m_spreadsheets)
        m_revisions[spreadsheet->id].keep(*spreadsheet);
}

WorkivaServer::~WorkivaServer() = default;

QString WorkivaServer::operationOf(const Incoming &incoming) const
{
    for (const Route &route : routes) {
        if (route.verb == incoming.verb && isOn(incoming.path, route.path))
            return route.operation;
    }
    return {};
}

Reply WorkivaServer::answer(const Incoming &incoming)
{
    if (incoming.operation.isEmpty())
        return page(incoming);
    if (incoming.body.size() > largestBody)
        return errorReply({400, QStringLiteral("A request has at most 10485760 bytes")});
    if (incoming.header("X-Version") != "2026-01-01")
        return errorReply({400, QStringLiteral("Send X-Version: 2026-01-01; the paths of other versions differ"),
                           QStringLiteral("X-Version")});
    if (incoming.operation == QLatin1String("tokenRequest"))
        return token(incoming);
    if (const std::optional<Reply> reply = unauthorized(incoming))
        return *reply;
    const Accepted<Reply> reply = carryOut(incoming);
    return reply ? *reply : errorReply(reply.error());
}

Reply WorkivaServer::refusal(int status, const QString &operation) const
{
    if (operation == QLatin1String("tokenRequest"))
        return Reply::json(
            status,
            QJsonObject{{QStringLiteral("error"),
                         status == 401 ? QStringLiteral("invalid_client") : QStringLiteral("server_error")},
                        {QStringLiteral("error_description"), QStringLiteral("Refused")}});
    return errorReply({status, QStringLiteral("Refused")});
}

Reply WorkivaServer::token(const Incoming &incoming)
{
    const auto refused = [](int status, const QString &error) {
        return Reply::json(
            status, QJsonObject{{QStringLiteral("error"), error}, {QStringLiteral("error_description"), QString()}});
    };
    const QHash<QString, QString> form = incoming.form();
    if (form.value(QStringLiteral("grant_type")) != QLatin1String("client_credentials"))
        return refused(400, QStringLiteral("unsupported_grant_type"));
    const Credentials right = workivaCredentials();
    if (form.value(QStringLiteral("client_id")) != right.clientId
        || form.value(QStringLiteral("client_secret")) != right.clientSecret)
        return refused(401, QStringLiteral("invalid_client"));
    QStringList scopes = m_scopes;
    const QStringList asked = form.value(QStringLiteral("scope")).split(u' ', Qt::SkipEmptyParts);
    if (!asked.isEmpty())
        scopes.removeIf([&asked](const QString &scope) { return !asked.contains(scope); });
    return Reply::json(200,
                       QJsonObject{{QStringLiteral("access_token"), QString::fromLatin1(m_tokens.issue(scopes))},
                                   {QStringLiteral("expires_in"), qint64(m_tokens.life().count())},
                                   {QStringLiteral("scope"), scopes.join(u' ')},
                                   {QStringLiteral("token_type"), QStringLiteral("bearer")}});
}

std::optional<Reply> WorkivaServer::unauthorized(const Incoming &incoming)
{
    const Tokens::Grant grant = m_tokens.check(incoming.header("Authorization"));
    if (grant.standing == Tokens::Standing::Foreign)
        countForeignToken();
    if (grant.standing != Tokens::Standing::Good)
        return errorReply({401, QStringLiteral("The token is missing, wrong or expired")});
    if (incoming.operation == QLatin1String("getOperationById"))
        return std::nullopt;
    const QString scope = writes(incoming.verb) ? QStringLiteral("file:write") : QStringLiteral("file:read");
    if (!grant.scopes.contains(scope))
        return errorReply({403, QStringLiteral("The grant lacks %1").arg(scope)});
    return std::nullopt;
}

Accepted<Reply> WorkivaServer::carryOut(const Incoming &incoming)
{
    const QString &name = incoming.operation;
    if (const auto page = pageWithoutEnd(incoming))
        return *page;
    if (name == QLatin1String("getSpreadsheets"))
        return listSpreadsheets(incoming);
    if (name == QLatin1String("getOperationById"))
        return operation(incoming);
    if (name == QLatin1String("getMilestoneCreationResults"))
        return milestoneCreationResults(incoming);
    if (name == QLatin1String("milestoneCreation"))
        return createMilestone(incoming);
    if (incoming.path[0] == QLatin1String("milestones"))
        return milestone(incoming);
    if (incoming.path[0] == QLatin1String("content"))
        return tableContent(incoming);

    Spreadsheet *spreadsheet = find(incoming.path[1]);
    if (!spreadsheet)
        return refuse(404, QStringLiteral("There is no such spreadsheet"), QStringLiteral("spreadsheetId"));
    const auto asked = asAsked(incoming, *spreadsheet);
    if (!asked)
        return tl::unexpected(asked.error());
    if (name == QLatin1String("getSpreadsheetById"))
        return Reply::json(200, spreadsheetJson(**asked));
    if (name == QLatin1String("getSpreadsheetMilestones"))
        return milestones(incoming, *spreadsheet);
    if (name == QLatin1String("getSpreadsheetPermissions"))
        return permissions(incoming, spreadsheet->id);
    if (name == QLatin1String("spreadsheetExport"))
        return exportSheet(incoming, *spreadsheet);
    if (name == QLatin1String("spreadsheetLinksPublication"))
        return publishLinks(incoming, *spreadsheet);
    if (name == QLatin1String("getSheets"))
        return listSheets(incoming, **asked);
    if (name == QLatin1String("createSheet"))
        return createSheet(incoming, *spreadsheet);

    Worksheet *sheet = spreadsheet->find(incoming.path[3]);
    if (!sheet)
        return refuse(404, QStringLiteral("There is no such sheet"), QStringLiteral("sheetId"));
    if (name == QLatin1String("getSheetById")) {
        const Worksheet *then = (*asked)->find(sheet->id);
        return then ? Accepted<Reply>(Reply::json(200, sheetJson(**asked, *then)))
                    : refuse(404, QStringLiteral("There was no such sheet"), QStringLiteral("$revision"));
    }
    if (name == QLatin1String("copySheet"))
        return copySheet(incoming, *spreadsheet, *sheet);
    if (name == QLatin1String("getSheetPermissions"))
        return permissions(incoming, sheet->id);
    if (name == QLatin1String("deleteSheetById"))
        return deleteSheet(*spreadsheet, *sheet);
    if (name == QLatin1String("getSheetData"))
        return readSheetData(incoming, m_past.seen(*sheet));
    if (name == QLatin1String("getValuesByRange"))
        return readValues(incoming, m_past.seen(*sheet));
    if (name == QLatin1String("updateSheet"))
        return updateSheet(incoming, *spreadsheet, *sheet);
    return writeValues(incoming, *spreadsheet, *sheet);
}

Accepted<Reply> WorkivaServer::operation(const Incoming &incoming) const
{
    const QString id = incoming.path[1];
    const std::optional<QJsonObject> found = m_operations.find(id);
    if (!found)
        return refuse(404, QStringLiteral("There is no such operation"), QStringLiteral("operationId"));
    QJsonObject report = *found;
    QJsonValueRef status = report[QLatin1String("status")];
    if (m_resources.contains(id) && status == QLatin1String("completed"))
        report.insert(QStringLiteral("resourceUrl"), QString::fromLatin1(link(incoming, m_resources[id])));
    status = statusIn(m_quirks.operationWords, status.toString());
    Reply reply = Reply::json(200, report);
    reply.headers.append({QByteArrayLiteral("Retry-After"), QByteArray::number(m_operations.secondsLeft(id))});
    return reply;
}

Reply WorkivaServer::accepted(const Incoming &incoming, const QString &sheetId, Operations::Work work,
                              const QByteArray &resource)
{
    const bool fails = incoming.failOperation;
    const QString id = m_operations.begin(
        sheetId,
        [work = std::move(work), fails]() -> std::optional<Operations::Failure> {
            const auto failure = work();
            if (failure || !fails)
                return failure;
            return Operations::Failure{QStringLiteral("internalError"), QStringLiteral("The operation failed"), {}};
        },
        incoming.lateOperation);
    if (!resource.isEmpty())
        m_resources.insert(id, resource);
    const QByteArray address = link(incoming, "/operations/" + id.toLatin1());
    const Quirks::OperationAddress where = m_quirks.operationAddress;
    const bool inBody = where == Quirks::OperationAddress::Body || where == Quirks::OperationAddress::Both;
    const bool inHeader = where == Quirks::OperationAddress::Header || where == Quirks::OperationAddress::Both;
    Reply reply{202, {}};
    if (inBody)
        reply = Reply::json(202, QJsonObject{{QStringLiteral("operationLocation"), QString::fromLatin1(address)}});
    if (inHeader)
        reply.headers.append({QByteArrayLiteral("Location"), address});
    reply.headers.append({QByteArrayLiteral("Retry-After"), QByteArray::number(m_operations.secondsLeft(id))});
    return reply;
}

Reply WorkivaServer::page(const Incoming &incoming)
{
    const QStringList &path = incoming.path;
    if (incoming.verb != "GET")
        return errorReply({405, QStringLiteral("There is nothing here")});
    if (path.isEmpty())
        return htmlPage(200, spreadsheetIndex(m_spreadsheets));
    if (path.size() == 3 && path[0] == QLatin1String("sandbox") && path[1] == QLatin1String("values"))
        return truth(incoming);
    if (const auto file = m_exports.constFind(incoming.url.path().toLatin1()); file != m_exports.cend())
        return unauthorized(incoming).value_or(Reply{200, *file, QByteArrayLiteral("text/csv; charset=utf-8")});
    // /a/<workspace>/spreadsheet/<id>[/<revision>][/sheet/<sheetId>]
    if (path.size() < 4 || path[0] != QLatin1String("a") || path[2] != QLatin1String("spreadsheet"))
        return errorReply({404, QStringLiteral("There is nothing here")});
    const Spreadsheet *spreadsheet = find(path[3]);
    if (!spreadsheet || spreadsheet->sheets.empty())
        return errorReply({404, QStringLiteral("There is no such spreadsheet")});
    const qsizetype mark = path.indexOf(QLatin1String("sheet"), 4);
    const Worksheet *sheet =
        mark > 0 && mark + 1 < path.size() ? spreadsheet->find(path[mark + 1]) : spreadsheet->sheets.front().get();
    return sheet ? htmlPage(200, sheetPage(*spreadsheet, *sheet))
                 : errorReply({404, QStringLiteral("There is no such sheet")});
}

Reply WorkivaServer::truth(const Incoming &incoming) const
{
    for (const auto &spreadsheet : m_spreadsheets) {
        if (const Worksheet *sheet = spreadsheet->find(incoming.path[2])) {
            const Sheet::Rectangle extent = sheet->cells.extent();
            const bool isRaw = incoming.query(QStringLiteral("$valuestyle")) != QLatin1String("calculated");
            return {200, valuesPage(sheet->cells, extent, {.raw = isRaw, .range = Sheet::toA1(extent)}, {})};
        }
    }
    return errorReply({404, QStringLiteral("There is no such sheet")});
}

Spreadsheet *WorkivaServer::find(const QString &id) const
{
    const auto found = std::ranges::find_if(m_spreadsheets, [&id](const auto &one) { return one->id == id; });
    return found == m_spreadsheets.end() ? nullptr : found->get();
}

void WorkivaServer::touch(Spreadsheet &spreadsheet, Worksheet &sheet)
{
    sheet.revision = spreadsheet.revision + 1;
    touch(spreadsheet);
}

void WorkivaServer::touch(Spreadsheet &spreadsheet)
{
    ++spreadsheet.revision;
    spreadsheet.modified = clock().utcNow();
    m_revisions[spreadsheet.id].keep(spreadsheet);
}

Accepted<const Spreadsheet *> WorkivaServer::asAsked(const Incoming &incoming, const Spreadsheet &spreadsheet) const
{
    const auto revision = queryRevision(incoming);
    if (!revision)
        return tl::unexpected(revision.error());
    const Spreadsheet *then = *revision ? m_revisions.at(spreadsheet.id).find(**revision) : &spreadsheet;
    if (!then)
        return refuse(404, QStringLiteral("The revision is not kept"), QStringLiteral("$revision"));
    return then;
}

} // namespace Sandbox
