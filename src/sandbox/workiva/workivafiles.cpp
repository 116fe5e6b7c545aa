// The operations of the Workiva side on spreadsheets as files: copies, exports, permissions, milestones.

#include "sandbox/csvfile.h"
#include "sandbox/sheet/formula.h"
#include "sandbox/ids.h"
#include "sandbox/workiva/listquery.h"
#include "sandbox/workiva/updateparts.h"
#include "sandbox/workiva/workivajson.h"
#include "sandbox/workiva/workivaserver.h"

#include "core/clock.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

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

// A copy has no lock, linked dataset or links.
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

Accepted<Reply> WorkivaServer::copySheet(const Incoming &incoming, const StoredSpreadsheet &spreadsheet,
                                         const Worksheet &sheet)
{
    const auto body = objectOf(incoming.body);
    if (!body)
        return Core::propagate(body);
    const StoredSpreadsheet *target = find((*body)["spreadsheet"_L1].toString());
    if (!target)
        return refuse(404, u"There is no such spreadsheet"_s, u"spreadsheet"_s);
    const QString parent = (*body)["sheetParent"_L1].toString();
    if (!parent.isEmpty() && !target->find(parent))
        return refuse(404, u"There is no such sheet"_s, u"sheetParent"_s);
    const QJsonValue place = (*body)["sheetIndex"_L1];
    const auto index = readInteger(place.isDouble() ? place : QJsonValue(0), -1, Sheet::maxRows,
                                   u"sheetIndex"_s); // -1: after its siblings
    if (!index)
        return Core::propagate(index);
    if (target->filled() + sheet.cells.filled() > Sheet::maxSpreadsheetCells)
        return refuse(400, u"A spreadsheet holds at most %1 cells"_s.arg(Sheet::maxSpreadsheetCells), u"spreadsheet"_s);
    const QString name = (*body)["sheetName"_L1].toString(sheet.name); // need not be unique
    const QString id = newHexId();
    return accepted(
        incoming, sheet.id,
        [this, from = spreadsheet.id, sheetId = sheet.id, to = target->id, id, name, parent, index = *index,
         fails = incoming.failOperation]() -> std::optional<Operations::Failure> {
            const Worksheet *original = find(from)->find(sheetId);
            StoredSpreadsheet *destination = find(to);
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

Accepted<Reply> WorkivaServer::exportSheet(const Incoming &incoming, const StoredSpreadsheet &spreadsheet)
{
    const auto body = objectOf(incoming.body);
    if (!body)
        return Core::propagate(body);
    if ((*body)["format"_L1] != "csv"_L1)
        return refuse(400, u"Only CSV is exported here"_s, u"format"_s);
    const QJsonArray sheets = (*body)["sheets"_L1].toArray();
    const Worksheet *sheet = spreadsheet.find(sheets.at(0).toString());
    if (sheets.size() != 1 || !sheet)
        return refuse(400, u"Name one of the sheets"_s, u"sheets"_s);
    const bool asFormulas = (*body)["csvOptions"_L1]["exportAsFormulas"_L1].toBool();
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
    const auto found = filtered({{{u"permission"_s, u"owner"_s},
                                  {u"principal"_s, u"sandbox"_s},
                                  {u"principalType"_s, u"user"_s},
                                  {u"resource"_s, resource}}},
                                incoming.query(u"$filter"_s));
    return found ? listed(incoming, *found) : Core::propagate(found);
}

Accepted<Reply> WorkivaServer::milestone(const Incoming &incoming)
{
    for (const auto &spreadsheet : m_spreadsheets) {
        auto &all = spreadsheet->milestones;
        const auto found =
            std::ranges::find_if(all, [&incoming](const Milestone &one) { return one.id == incoming.path[1]; });
        if (found == all.end())
            continue;
        if (incoming.operation == "getMilestoneById"_L1)
            return Reply::json(200, milestoneJson(*spreadsheet, *found));
        all.erase(found);
        return Reply{204, {}};
    }
    return refuse(404, u"There is no such milestone"_s, u"milestoneId"_s);
}

Accepted<Reply> WorkivaServer::createMilestone(const Incoming &incoming)
{
    constexpr qsizetype maxTitle = 200;
    const auto body = objectOf(incoming.body);
    if (!body)
        return Core::propagate(body);
    if ((*body)["type"_L1] != "spreadsheet"_L1)
        return refuse(400, u"There are only spreadsheets here"_s, u"type"_s);
    const StoredSpreadsheet *spreadsheet = find((*body)["spreadsheet"_L1].toString());
    if (!spreadsheet)
        return refuse(400, u"There is no such spreadsheet"_s, u"spreadsheet"_s);
    const QString title = (*body)["title"_L1].toString();
    if (title.isEmpty() || title.size() > maxTitle)
        return refuse(400, u"A title has 1 to %1 characters"_s.arg(maxTitle), u"title"_s);
    const QString id = newHexId();
    return accepted(
        incoming, spreadsheet->id,
        [this, id, title, remarks = (*body)["remarks"_L1].toString(), to = spreadsheet->id,
         fails = incoming.failOperation]() -> std::optional<Operations::Failure> {
            StoredSpreadsheet *found = find(to);
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
        return refuse(404, u"There is no such creation"_s, u"operationId"_s);
    if ((*operation)["status"_L1] != "completed"_L1)
        return listed(incoming, {});
    return listed(
        incoming,
        {{{u"type"_s, u"milestone"_s}, {u"milestone"_s, QString::fromLatin1(resource.sliced(milestones.size()))}}});
}

} // namespace Sandbox
