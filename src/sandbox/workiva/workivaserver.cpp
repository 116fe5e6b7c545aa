#include "sandbox/workiva/workivaserver.h"

#include "core/clock.h"
#include "sandbox/workiva/cellpages.h"
#include "sandbox/samplecredentials.h"
#include "sandbox/options.h"
#include "sandbox/workiva/valuesreply.h"
#include "sandbox/workiva/sheetpages.h"
#include "sandbox/http/html.h"
#include "sandbox/workiva/workivajson.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

constexpr std::chrono::seconds usualLife{599};
constexpr qsizetype maxBodyBytes = 10'485'760;

// Path segments; * stands for an ID or a range.
struct Route
{
    QByteArrayView verb;
    QLatin1String path;
    QLatin1String operation;
};

constexpr std::array routes{
    Route{"POST", "oauth2/token"_L1, "tokenRequest"_L1},
    Route{"GET", "spreadsheets"_L1, "getSpreadsheets"_L1},
    Route{"GET", "spreadsheets/*"_L1, "getSpreadsheetById"_L1},
    Route{"GET", "spreadsheets/*/milestones"_L1, "getSpreadsheetMilestones"_L1},
    Route{"POST", "spreadsheets/*/links/publication"_L1, "spreadsheetLinksPublication"_L1},
    Route{"GET", "spreadsheets/*/sheets"_L1, "getSheets"_L1},
    Route{"POST", "spreadsheets/*/sheets"_L1, "createSheet"_L1},
    Route{"GET", "spreadsheets/*/sheets/*"_L1, "getSheetById"_L1},
    Route{"DELETE", "spreadsheets/*/sheets/*"_L1, "deleteSheetById"_L1},
    Route{"GET", "spreadsheets/*/sheets/*/sheetdata"_L1, "getSheetData"_L1},
    Route{"POST", "spreadsheets/*/sheets/*/update"_L1, "updateSheet"_L1},
    Route{"GET", "spreadsheets/*/sheets/*/values/*"_L1, "getValuesByRange"_L1},
    Route{"PUT", "spreadsheets/*/sheets/*/values/*"_L1, "updateValuesByRange"_L1},
    Route{"POST", "spreadsheets/*/sheets/*/copy"_L1, "copySheet"_L1},
    Route{"GET", "spreadsheets/*/sheets/*/permissions"_L1, "getSheetPermissions"_L1},
    Route{"GET", "spreadsheets/*/permissions"_L1, "getSpreadsheetPermissions"_L1},
    Route{"POST", "spreadsheets/*/export"_L1, "spreadsheetExport"_L1},
    Route{"GET", "content/tables/*/cells"_L1, "getTableCells"_L1},
    Route{"GET", "content/tables/*/rangeLinks"_L1, "getRangeLinks"_L1},
    Route{"GET", "content/tables/*/rangeLinks/*/destinations"_L1, "getRangeLinkDestinations"_L1},
    Route{"POST", "milestones/creation"_L1, "milestoneCreation"_L1},
    Route{"GET", "milestones/*"_L1, "getMilestoneById"_L1},
    Route{"DELETE", "milestones/*"_L1, "deleteMilestoneById"_L1},
    Route{"GET", "operations/*/milestoneCreationResults"_L1, "getMilestoneCreationResults"_L1},
    Route{"GET", "operations/*"_L1, "getOperationById"_L1},
};

bool isOn(const QStringList &path, QLatin1String pattern)
{
    const QStringList parts = QString(pattern).split(u'/');
    return std::equal(path.begin(), path.end(), parts.begin(), parts.end(),
                      [](const QString &segment, const QString &part) { return part == "*"_L1 || part == segment; });
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
    , m_tokens(u"workiva"_s, options.tokenLife.value_or(usualLife), clock)
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
    if (incoming.body.size() > maxBodyBytes)
        return errorReply({400, u"A request has at most %1 bytes"_s.arg(maxBodyBytes)});
    if (incoming.header("X-Version") != apiVersion)
        return errorReply({400,
                           u"Send X-Version: %1; the paths of other versions differ"_s.arg(QLatin1String(apiVersion)),
                           u"X-Version"_s});
    if (incoming.operation == "tokenRequest"_L1)
        return token(incoming);
    if (const std::optional<Reply> reply = unauthorized(incoming))
        return *reply;
    const Accepted<Reply> reply = carryOut(incoming);
    return reply ? *reply : errorReply(reply.error());
}

Reply WorkivaServer::refusal(int status, const QString &operation) const
{
    if (operation == "tokenRequest"_L1)
        return Reply::json(status,
                           QJsonObject{{u"error"_s, status == 401 ? u"invalid_client"_s : u"server_error"_s},
                                       {u"error_description"_s, u"Refused"_s}});
    return errorReply({status, u"Refused"_s});
}

Reply WorkivaServer::token(const Incoming &incoming)
{
    const auto refused = [](int status, const QString &error) {
        return Reply::json(status, QJsonObject{{u"error"_s, error}, {u"error_description"_s, QString()}});
    };
    const QHash<QString, QString> form = incoming.form();
    if (form.value(u"grant_type"_s) != "client_credentials"_L1)
        return refused(400, u"unsupported_grant_type"_s);
    const SampleCredentials right = workivaCredentials();
    if (form.value(u"client_id"_s) != right.clientId || form.value(u"client_secret"_s) != right.clientSecret)
        return refused(401, u"invalid_client"_s);
    QStringList scopes = m_scopes;
    const QStringList asked = form.value(u"scope"_s).split(u' ', Qt::SkipEmptyParts);
    if (!asked.isEmpty())
        scopes.removeIf([&asked](const QString &scope) { return !asked.contains(scope); });
    return Reply::json(200,
                       QJsonObject{{u"access_token"_s, QString::fromLatin1(m_tokens.issue(scopes))},
                                   {u"expires_in"_s, qint64(m_tokens.life().count())},
                                   {u"scope"_s, scopes.join(u' ')},
                                   {u"token_type"_s, u"bearer"_s}});
}

std::optional<Reply> WorkivaServer::unauthorized(const Incoming &incoming)
{
    const Tokens::Grant grant = m_tokens.check(incoming.header("Authorization"));
    if (grant.standing == Tokens::Standing::Foreign)
        countForeignToken();
    if (grant.standing != Tokens::Standing::Good)
        return errorReply({401, u"The token is missing, wrong or expired"_s});
    if (incoming.operation == "getOperationById"_L1)
        return std::nullopt;
    const QString scope = writes(incoming.verb) ? u"file:write"_s : u"file:read"_s;
    if (!grant.scopes.contains(scope))
        return errorReply({403, u"The grant lacks %1"_s.arg(scope)});
    return std::nullopt;
}

Accepted<Reply> WorkivaServer::carryOut(const Incoming &incoming)
{
    const QString &name = incoming.operation;
    if (const auto page = pageWithoutEnd(incoming))
        return *page;
    if (name == "getSpreadsheets"_L1)
        return listSpreadsheets(incoming);
    if (name == "getOperationById"_L1)
        return operation(incoming);
    if (name == "getMilestoneCreationResults"_L1)
        return milestoneCreationResults(incoming);
    if (name == "milestoneCreation"_L1)
        return createMilestone(incoming);
    if (incoming.path[0] == "milestones"_L1)
        return milestone(incoming);
    if (incoming.path[0] == "content"_L1)
        return tableContent(incoming);

    StoredSpreadsheet *spreadsheet = find(incoming.path[1]);
    if (!spreadsheet)
        return refuse(404, u"There is no such spreadsheet"_s, u"spreadsheetId"_s);
    const auto asked = asAsked(incoming, *spreadsheet);
    if (!asked)
        return Core::propagate(asked);
    if (name == "getSpreadsheetById"_L1)
        return Reply::json(200, spreadsheetJson(**asked));
    if (name == "getSpreadsheetMilestones"_L1)
        return milestones(incoming, *spreadsheet);
    if (name == "getSpreadsheetPermissions"_L1)
        return permissions(incoming, spreadsheet->id);
    if (name == "spreadsheetExport"_L1)
        return exportSheet(incoming, *spreadsheet);
    if (name == "spreadsheetLinksPublication"_L1)
        return publishLinks(incoming, *spreadsheet);
    if (name == "getSheets"_L1)
        return listSheets(incoming, **asked);
    if (name == "createSheet"_L1)
        return createSheet(incoming, *spreadsheet);

    Worksheet *sheet = spreadsheet->find(incoming.path[3]);
    if (!sheet)
        return refuse(404, u"There is no such sheet"_s, u"sheetId"_s);
    if (name == "getSheetById"_L1) {
        const Worksheet *then = (*asked)->find(sheet->id);
        return then ? Accepted<Reply>(Reply::json(200, sheetJson(**asked, *then)))
                    : refuse(404, u"There was no such sheet"_s, u"$revision"_s);
    }
    if (name == "copySheet"_L1)
        return copySheet(incoming, *spreadsheet, *sheet);
    if (name == "getSheetPermissions"_L1)
        return permissions(incoming, sheet->id);
    if (name == "deleteSheetById"_L1)
        return deleteSheet(*spreadsheet, *sheet);
    if (name == "getSheetData"_L1)
        return readSheetData(incoming, m_past.seen(*sheet));
    if (name == "getValuesByRange"_L1)
        return readValues(incoming, m_past.seen(*sheet));
    if (name == "updateSheet"_L1)
        return updateSheet(incoming, *spreadsheet, *sheet);
    return writeValues(incoming, *spreadsheet, *sheet);
}

Accepted<Reply> WorkivaServer::operation(const Incoming &incoming) const
{
    const QString id = incoming.path[1];
    const std::optional<QJsonObject> found = m_operations.find(id);
    if (!found)
        return refuse(404, u"There is no such operation"_s, u"operationId"_s);
    QJsonObject report = *found;
    QJsonValueRef status = report["status"_L1];
    if (m_resources.contains(id) && status == "completed"_L1)
        report.insert(u"resourceUrl"_s, QString::fromLatin1(link(incoming, m_resources[id])));
    status = statusIn(m_quirks.operationWords, status.toString());
    Reply reply = Reply::json(200, report);
    reply.headers.append({"Retry-After"_ba, QByteArray::number(m_operations.secondsLeft(id))});
    return reply;
}

Reply WorkivaServer::accepted(const Incoming &incoming, const QString &sheetId, Operations::Work work,
                              const QByteArray &resource)
{
    const bool fails = incoming.failOperation;
    const QString id = m_operations.begin(
        sheetId,
        [work = std::move(work), fails]() -> std::optional<Operations::Failure> {
            auto failure = work();
            if (failure || !fails)
                return failure;
            return Operations::Failure{u"internalError"_s, u"The operation failed"_s, {}};
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
        reply = Reply::json(202, QJsonObject{{u"operationLocation"_s, QString::fromLatin1(address)}});
    if (inHeader)
        reply.headers.append({"Location"_ba, address});
    reply.headers.append({"Retry-After"_ba, QByteArray::number(m_operations.secondsLeft(id))});
    return reply;
}

Reply WorkivaServer::page(const Incoming &incoming)
{
    const QStringList &path = incoming.path;
    if (incoming.verb != "GET")
        return errorReply({405, u"There is nothing here"_s});
    if (path.isEmpty())
        return htmlReply(200, spreadsheetIndex(m_spreadsheets));
    if (path.size() == 3 && path[0] == "sandbox"_L1 && path[1] == "values"_L1)
        return truth(incoming);
    if (const auto file = m_exports.constFind(incoming.url.path().toLatin1()); file != m_exports.cend())
        return unauthorized(incoming).value_or(Reply{200, *file, "text/csv; charset=utf-8"_ba});
    // /a/<workspace>/spreadsheet/<id>[/<revision>][/sheet/<sheetId>]
    if (path.size() < 4 || path[0] != "a"_L1 || path[2] != "spreadsheet"_L1)
        return errorReply({404, u"There is nothing here"_s});
    const StoredSpreadsheet *spreadsheet = find(path[3]);
    if (!spreadsheet || spreadsheet->sheets.empty())
        return errorReply({404, u"There is no such spreadsheet"_s});
    const qsizetype mark = path.indexOf("sheet"_L1, 4);
    const Worksheet *sheet =
        mark > 0 && mark + 1 < path.size() ? spreadsheet->find(path[mark + 1]) : spreadsheet->sheets.front().get();
    return sheet ? htmlReply(200, sheetPage(*spreadsheet, *sheet)) : errorReply({404, u"There is no such sheet"_s});
}

Reply WorkivaServer::truth(const Incoming &incoming) const
{
    for (const auto &spreadsheet : m_spreadsheets) {
        if (const Worksheet *sheet = spreadsheet->find(incoming.path[2])) {
            const Sheet::Rectangle extent = sheet->cells.extent();
            const bool isRaw = incoming.query(u"$valuestyle"_s) != "calculated"_L1;
            return {200, valuesReply(sheet->cells, extent, {.raw = isRaw, .range = Sheet::toA1(extent)}, {})};
        }
    }
    return errorReply({404, u"There is no such sheet"_s});
}

StoredSpreadsheet *WorkivaServer::find(const QString &id) const
{
    const auto found = std::ranges::find_if(m_spreadsheets, [&id](const auto &one) { return one->id == id; });
    return found == m_spreadsheets.end() ? nullptr : found->get();
}

void WorkivaServer::touch(StoredSpreadsheet &spreadsheet, Worksheet &sheet)
{
    sheet.revision = spreadsheet.revision + 1;
    touch(spreadsheet);
}

void WorkivaServer::touch(StoredSpreadsheet &spreadsheet)
{
    ++spreadsheet.revision;
    spreadsheet.modified = clock().utcNow();
    m_revisions[spreadsheet.id].keep(spreadsheet);
}

Accepted<const StoredSpreadsheet *> WorkivaServer::asAsked(const Incoming &incoming,
                                                           const StoredSpreadsheet &spreadsheet) const
{
    const auto revision = queryRevision(incoming);
    if (!revision)
        return Core::propagate(revision);
    const StoredSpreadsheet *then = *revision ? m_revisions.at(spreadsheet.id).find(**revision) : &spreadsheet;
    if (!then)
        return refuse(404, u"The revision is not kept"_s, u"$revision"_s);
    return then;
}

} // namespace Sandbox
