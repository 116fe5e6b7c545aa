// The operations of the Workiva side on spreadsheets as files: copies, exports, permissions, milestones.

#include "sandbox/csvfile.h"
#include "sandbox/formula.h"
#include "sandbox/ids.h"
#include "sandbox/listquery.h"
#include "sandbox/updateparts.h"
#include "sandbox/workivajson.h"
#include "sandbox/workivaserver.h"

#include "core/clock.h"

#include <QJsonArray>

#include <algorithm>

namespace Sandbox {

namespace {

QByteArray csvOf(const Worksheet &sheet, bool asFormulas)
{
    const Sheet::Rectangle extent = sheet.cells.extent();
    Calculator calculator(sheet.cells);
    QByteArray out;
    for (int row = 0; row < extent.rows; ++row) {
        for (int column = 0; column < extent.columns; ++column) {
            out += column > 0 ? "," : "";
            appendCsvField(out, asFormulas ? sheet.cells.at(row, column) : calculator.calculated(row, column), false);
        }
        out += '\n';
    }
    return out;
}

// What a copy takes along: no lock, no linked dataset, no links.
Worksheet copied(const Worksheet &sheet, const QString &id, const QString &name, const QString &parent)
{
    Worksheet copy = sheet;
    copy.id = id;
    copy.name = name;
    copy.parent = parent;
    copy.lock.clear();
    copy.dataset.reset();
    copy.lockedCells.clear();
    copy.linkedCells.clear();
    copy.inputCells.clear();
    copy.links.clear();
    return copy;
}

} // namespace

Accepted<Reply> WorkivaServer::copySheet(const Incoming &incoming, const Spreadsheet &spreadsheet,
                                         const Worksheet &sheet)
{
    const auto body = objectOf(incoming.body);
    if (!body)
        return tl::unexpected(body.error());
    const Spreadsheet *target = find((*body)[QLatin1String("spreadsheet")].toString());
    if (!target)
        return refuse(404, QStringLiteral("There is no such spreadsheet"), QStringLiteral("spreadsheet"));
    const QString parent = (*body)[QLatin1String("sheetParent")].toString();
    if (!parent.isEmpty() && !target->find(parent))
        return refuse(404, QStringLiteral("There is no such sheet"), QStringLiteral("sheetParent"));
    const QJsonValue place = (*body)[QLatin1String("sheetIndex")];
    const auto index = readInteger(place.isDouble() ? place : QJsonValue(0), -1, Sheet::maxRows,
                                   QStringLiteral("sheetIndex")); // -1: behind its siblings
    if (!index)
        return tl::unexpected(index.error());
    if (target->filled() + sheet.cells.filled() > Sheet::maxSpreadsheetCells)
        return refuse(400, QStringLiteral("A spreadsheet holds at most 2000000 cells"), QStringLiteral("spreadsheet"));
    const QString name = (*body)[QLatin1String("sheetName")].toString(sheet.name); // need not be unique
    const QString id = newHexId();
    return accepted(
        incoming, sheet.id,
        [this, from = spreadsheet.id, sheetId = sheet.id, to = target->id, id, name, parent, index = *index,
         fails = incoming.failOperation]() -> std::optional<Operations::Failure> {
            const Worksheet *original = find(from)->find(sheetId);
            Spreadsheet *destination = find(to);
            if (fails || !original)
                return std::nullopt;
            Worksheet &made = destination->add(id, name, parent);
            made = copied(*original, id, name, parent);
            destination->placeLast(index);
            touch(*destination, made);
            return std::nullopt;
        },
        "/spreadsheets/" + target->id.toLatin1() + "/sheets/" + id.toLatin1());
}

Accepted<Reply> WorkivaServer::exportSheet(const Incoming &incoming, const Spreadsheet &spreadsheet)
{
    const auto body = objectOf(incoming.body);
    if (!body)
        return tl::unexpected(body.error());
    if ((*body)[QLatin1String("format")] != QLatin1String("csv"))
        return refuse(400, QStringLiteral("Only CSV is exported here"), QStringLiteral("format"));
    const QJsonArray sheets = (*body)[QLatin1String("sheets")].toArray();
    const Worksheet *sheet = spreadsheet.find(sheets.at(0).toString());
    if (sheets.size() != 1 || !sheet)
        return refuse(400, QStringLiteral("Name one of the sheets"), QStringLiteral("sheets"));
    const bool asFormulas = (*body)[QLatin1String("csvOptions")][QLatin1String("exportAsFormulas")].toBool();
    const QByteArray path = "/sandbox/exports/" + newHexId().toLatin1();
    return accepted(
        incoming, sheet->id,
        [this, path, asFormulas, from = spreadsheet.id, id = sheet->id,
         fails = incoming.failOperation]() -> std::optional<Operations::Failure> {
            const Worksheet *found = find(from)->find(id);
            if (found && !fails)
                m_exports.insert(path, csvOf(*found, asFormulas));
            return std::nullopt;
        },
        path);
}

Accepted<Reply> WorkivaServer::permissions(const Incoming &incoming, const QString &resource) const
{
    const auto found = filtered({{{QStringLiteral("permission"), QStringLiteral("owner")},
                                  {QStringLiteral("principal"), QStringLiteral("sandbox")},
                                  {QStringLiteral("principalType"), QStringLiteral("user")},
                                  {QStringLiteral("resource"), resource}}},
                                incoming.query(QStringLiteral("$filter")));
    return found ? listed(incoming, *found) : tl::unexpected(found.error());
}

Accepted<Reply> WorkivaServer::milestone(const Incoming &incoming)
{
    for (const auto &spreadsheet : m_spreadsheets) {
        auto &all = spreadsheet->milestones;
        const auto found =
            std::ranges::find_if(all, [&incoming](const Milestone &one) { return one.id == incoming.path[1]; });
        if (found == all.end())
            continue;
        if (incoming.operation == QLatin1String("getMilestoneById"))
            return Reply::json(200, milestoneJson(*spreadsheet, *found));
        all.erase(found);
        return Reply{204, {}};
    }
    return refuse(404, QStringLiteral("There is no such milestone"), QStringLiteral("milestoneId"));
}

Accepted<Reply> WorkivaServer::createMilestone(const Incoming &incoming)
{
    constexpr qsizetype longestTitle = 200;
    const auto body = objectOf(incoming.body);
    if (!body)
        return tl::unexpected(body.error());
    if ((*body)[QLatin1String("type")] != QLatin1String("spreadsheet"))
        return refuse(400, QStringLiteral("There are only spreadsheets here"), QStringLiteral("type"));
    const Spreadsheet *spreadsheet = find((*body)[QLatin1String("spreadsheet")].toString());
    if (!spreadsheet)
        return refuse(400, QStringLiteral("There is no such spreadsheet"), QStringLiteral("spreadsheet"));
    const QString title = (*body)[QLatin1String("title")].toString();
    if (title.isEmpty() || title.size() > longestTitle)
        return refuse(400, QStringLiteral("A title has 1 to 200 characters"), QStringLiteral("title"));
    const QString id = newHexId();
    return accepted(
        incoming, spreadsheet->id,
        [this, id, title, remarks = (*body)[QLatin1String("remarks")].toString(), to = spreadsheet->id,
         fails = incoming.failOperation]() -> std::optional<Operations::Failure> {
            Spreadsheet *found = find(to);
            if (!fails)
                found->milestones.push_back({id, title, remarks, clock().utcNow(), found->revision});
            return std::nullopt;
        },
        "/milestones/" + id.toLatin1());
}

Accepted<Reply> WorkivaServer::milestoneCreationResults(const Incoming &incoming) const
{
    const QString id = incoming.path[1];
    const auto operation = m_operations.find(id);
    const QByteArray resource = m_resources.value(id);
    const QByteArray milestones = "/milestones/";
    if (!operation || !resource.startsWith(milestones))
        return refuse(404, QStringLiteral("There is no such creation"), QStringLiteral("operationId"));
    if ((*operation)[QLatin1String("status")] != QLatin1String("completed"))
        return listed(incoming, {});
    return listed(incoming,
                  {{{QStringLiteral("type"), QStringLiteral("milestone")},
                    {QStringLiteral("milestone"), QString::fromLatin1(resource.sliced(milestones.size()))}}});
}

} // namespace Sandbox
