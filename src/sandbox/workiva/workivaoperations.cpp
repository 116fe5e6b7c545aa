// The operations of the Workiva side that read and change spreadsheets and sheets.

#include "sandbox/workiva/cellpages.h"
#include "sandbox/ids.h"
#include "sandbox/workiva/listquery.h"
#include "sandbox/workiva/sheetdatareply.h"
#include "sandbox/workiva/sheetupdate.h"
#include "sandbox/sheet/sheetwriter.h"
#include "sandbox/workiva/writtenvalues.h"
#include "sandbox/workiva/valuesreply.h"
#include "sandbox/workiva/workivajson.h"
#include "sandbox/workiva/workivaserver.h"

#include "core/clock.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

Accepted<void> checkEdge(const Sheet::Region &region, const Worksheet &sheet, const Quirks &quirks)
{
    const Sheet::Rectangle whole = sheet.whole();
    if (!quirks.edgeRead && region.isClosed() && !whole.contains(region.bounded()))
        return refuse(400, u"The sheet has %1 rows and %2 columns"_s.arg(whole.rows).arg(whole.columns), u"range"_s);
    return {};
}

Accepted<Sheet::Region> regionOf(const QString &text, QLatin1String target)
{
    const auto region = Sheet::Region::parse(text);
    if (!region)
        return refuse(400, region.error().detail, target);
    return *region;
}

Operations::Failure lockedCells(const QString &where)
{
    return {u"lockedCells"_s, u"Attempted to modify locked cells"_s, where};
}

} // namespace

Accepted<Reply> WorkivaServer::listSpreadsheets(const Incoming &incoming) const
{
    std::vector<QJsonObject> all;
    for (const auto &one : m_spreadsheets)
        all.push_back(spreadsheetJson(*one));
    const auto inOrder = ordered(std::move(all), incoming.query(u"$orderBy"_s));
    if (!inOrder)
        return Core::propagate(inOrder);
    const auto found = filtered(*inOrder, incoming.query(u"$filter"_s));
    return found ? listed(incoming, *found) : Core::propagate(found);
}

Accepted<Reply> WorkivaServer::milestones(const Incoming &incoming, const StoredSpreadsheet &spreadsheet) const
{
    std::vector<QJsonObject> all;
    for (const Milestone &one : spreadsheet.milestones)
        all.push_back(milestoneJson(spreadsheet, one));
    return listed(incoming, all);
}

Accepted<Reply> WorkivaServer::listed(const Incoming &incoming, const std::vector<QJsonObject> &items) const
{
    const auto page = listPage(incoming);
    if (!page)
        return Core::propagate(page);
    QJsonArray data;
    for (auto i = size_t(page->from); i < items.size() && data.size() < page->max; ++i)
        data.append(items[i]);
    QJsonObject answer{{u"data"_s, data}};
    const qsizetype next = page->from + page->max;
    if (next < qsizetype(items.size()))
        answer.insert(u"@nextLink"_s, QString::fromLatin1(link(incoming, withNext(incoming, QString::number(next)))));
    return Reply::json(200, answer);
}

Accepted<Reply> WorkivaServer::publishLinks(const Incoming &incoming, StoredSpreadsheet &spreadsheet)
{
    const auto body = objectOf(incoming.body);
    if (!body)
        return Core::propagate(body);
    const QString type = (*body)["publishType"_L1].toString();
    if (type != "ownLinks"_L1 && type != "allLinks"_L1)
        return refuse(400, u"expected ownLinks or allLinks"_s, u"publishType"_s);
    return accepted(
        incoming, spreadsheet.id,
        [this, id = spreadsheet.id, fails = incoming.failOperation]() -> std::optional<Operations::Failure> {
            if (StoredSpreadsheet *found = find(id); found && !fails)
                found->linksPublished = true;
            return std::nullopt;
        });
}

Accepted<Reply> WorkivaServer::listSheets(const Incoming &incoming, const StoredSpreadsheet &spreadsheet) const
{
    // Every sheet is in the list, and again among its parent's children.
    std::vector<QJsonObject> all;
    for (const auto &sheet : spreadsheet.sheets)
        all.push_back(sheetJson(spreadsheet, *sheet));
    return listed(incoming, all);
}

Accepted<Reply> WorkivaServer::createSheet(const Incoming &incoming, StoredSpreadsheet &spreadsheet)
{
    const auto body = objectOf(incoming.body);
    if (!body)
        return Core::propagate(body);
    const QString parent = (*body)["parent"_L1]["id"_L1].toString();
    if (!parent.isEmpty() && !spreadsheet.find(parent))
        return refuse(404, u"There is no such sheet"_s, u"parent"_s);
    const QString name = (*body)["name"_L1].toString(u"Sheet %1"_s.arg(spreadsheet.sheets.size() + 1));
    Worksheet &sheet = spreadsheet.add(newHexId(), spreadsheet.freeName(name), parent);
    spreadsheet.placeLast((*body)["index"_L1].toInt(0)); // first if not specified
    touch(spreadsheet, sheet);
    return Reply::json(201, sheetJson(spreadsheet, sheet));
}

Accepted<Reply> WorkivaServer::deleteSheet(StoredSpreadsheet &spreadsheet, const Worksheet &sheet)
{
    QStringList doomed{sheet.id}; // and everything below it
    for (qsizetype i = 0; i < doomed.size(); ++i) {
        for (const auto &other : spreadsheet.sheets) {
            if (other->parent == doomed[i])
                doomed += other->id;
        }
    }
    if (doomed.size() == qsizetype(spreadsheet.sheets.size()))
        return refuse(409, u"A spreadsheet keeps its last sheet"_s, u"sheetId"_s);
    for (const QString &id : doomed) {
        if (m_operations.isBusy(id))
            return refuse(409, u"An operation of the sheet still runs"_s, u"sheetId"_s);
        if (!spreadsheet.find(id)->lock.isEmpty())
            return refuse(409, u"The sheet is locked"_s, u"sheetId"_s);
    }
    std::erase_if(spreadsheet.sheets, [&doomed](const auto &other) { return doomed.contains(other->id); });
    touch(spreadsheet);
    return Reply{204, {}};
}

Accepted<Reply> WorkivaServer::readSheetData(const Incoming &incoming, const Worksheet &sheet) const
{
    const QString range = incoming.query(u"$cellrange"_s);
    const auto region = regionOf(range.isEmpty() ? u":"_s : range, "$cellrange"_L1);
    if (!region)
        return Core::propagate(region);
    if (const auto reach = checkEdge(*region, sheet, m_quirks); !reach)
        return Core::propagate(reach);
    const bool nothing = sheet.cells.extent().isEmpty() && !region->isClosed();
    const auto page = cellPageOf(incoming, nothing ? Sheet::Rectangle{} : blockOf(*region, sheet));
    if (!page)
        return Core::propagate(page);
    QStringList fields;
    for (const QString &field : incoming.query(u"$fields"_s).split(u',', Qt::SkipEmptyParts)) {
        // For example, cells.formats.valueFormat selects the formats.
        const QStringList path = field.trimmed().split(u'.');
        fields += path.size() > 1 && path[0] == "cells"_L1 ? path[1] : path.last();
    }
    QJsonObject answer{{u"data"_s, sheetDataReply(sheet, page->cells, fields)}};
    if (page->next)
        answer.insert(u"@nextLink"_s, QString::fromLatin1(link(incoming, withNext(incoming, nextToken(*page->next)))));
    return Reply::json(200, answer);
}

Accepted<Reply> WorkivaServer::readValues(const Incoming &incoming, const Worksheet &sheet) const
{
    const auto region = regionOf(incoming.path[5], "range"_L1);
    if (!region)
        return Core::propagate(region);
    const QString style = incoming.query(u"$valuestyle"_s);
    if (!style.isEmpty() && style != "raw"_L1 && style != "calculated"_L1)
        return refuse(400, u"expected raw or calculated"_s, u"$valuestyle"_s);
    if (!m_quirks.openRead && !region->isClosed())
        return refuse(400, u"expected a range with an end"_s, u"range"_s);
    if (const auto reach = checkEdge(*region, sheet, m_quirks); !reach)
        return Core::propagate(reach);
    const Sheet::Rectangle block = region->clamped(sheet.cells.extent());
    const auto page = cellPageOf(incoming, sheet.cells.isBlank(block) ? Sheet::Rectangle{} : block);
    if (!page)
        return Core::propagate(page);
    const QByteArray next = page->next ? link(incoming, withNext(incoming, nextToken(*page->next))) : QByteArray();
    PageForm form{.raw = style == "raw"_L1, .paddedRows = m_quirks.paddedRows};
    Sheet::Rectangle place = page->cells;
    if (m_quirks.pageRange == Quirks::PageRange::Relative) {
        place.row -= region->anchor().row;
        place.column -= region->anchor().column;
    }
    if (m_quirks.pageRange != Quirks::PageRange::Absent)
        form.range = m_quirks.pageRange == Quirks::PageRange::Request ? incoming.path[5] : Sheet::toA1(place);
    return Reply{200, valuesReply(sheet.cells, page->cells, form, next)};
}

Accepted<Reply> WorkivaServer::writeValues(const Incoming &incoming, StoredSpreadsheet &spreadsheet, Worksheet &sheet)
{
    const auto region = regionOf(incoming.path[5], "range"_L1);
    if (!region)
        return Core::propagate(region);
    auto values = readWrittenValues(incoming.body);
    if (!values)
        return Core::propagate(values);
    const Sheet::Rectangle block = blockOf(*region, sheet);
    if (const auto checked = checkWrite(spreadsheet, sheet, block, *values, m_quirks); !checked)
        return Core::propagate(checked);
    if (const auto writable = checkWritable(sheet); !writable)
        return Core::propagate(writable);

    const auto grid = std::make_shared<const Sheet::Grid>(std::move(*values)); // std::function must be copyable
    return accepted(incoming, sheet.id,
                    [this, &spreadsheet, &sheet, block, grid,
                     fails = incoming.failOperation]() -> std::optional<Operations::Failure> {
                        if (m_quirks.lockedCells != Quirks::LockedCells::Skip && changes(sheet.locked(), block, *grid))
                            return lockedCells(Sheet::toA1(block));
                        if (fails && m_quirks.atomicPut)
                            return std::nullopt;
                        m_past.keep(sheet);
                        Sandbox::writeValues(sheet, block, *grid, m_quirks,
                                             fails ? std::optional(grid->rows() / 2) : std::nullopt);
                        touch(spreadsheet, sheet);
                        return std::nullopt;
                    });
}

Accepted<Reply> WorkivaServer::updateSheet(const Incoming &incoming, StoredSpreadsheet &spreadsheet, Worksheet &sheet)
{
    const auto body = objectOf(incoming.body);
    if (!body)
        return Core::propagate(body);
    const auto planned = planUpdate(*body, spreadsheet, sheet, m_quirks);
    if (!planned)
        return Core::propagate(planned);
    if (const auto writable = checkWritable(sheet); !writable)
        return Core::propagate(writable);
    return accepted(incoming, sheet.id,
                    [this, &spreadsheet, &sheet, planned = *planned,
                     fails = incoming.failOperation]() -> std::optional<Operations::Failure> {
                        for (const Sheet::Rectangle &area : planned.touched) {
                            if (!planned.passesOverLocked && isLocked(sheet, area))
                                return lockedCells(Sheet::toA1(area));
                        }
                        if (fails)
                            return std::nullopt;
                        m_past.keep(sheet);
                        planned.carryOut(sheet);
                        touch(spreadsheet, sheet);
                        return std::nullopt;
                    });
}

std::optional<Accepted<Reply>> WorkivaServer::pageWithoutEnd(const Incoming &incoming)
{
    constexpr QLatin1String again("again-"); // followed by a number: the start of a page that does not exist
    const QString next = incoming.query(u"$next"_s);
    const int number = next.startsWith(again) ? next.sliced(again.size()).toInt() : 0;
    if (incoming.verb != "GET" || (number == 0 && !incoming.endlessPages))
        return std::nullopt;
    const bool isOfCells = incoming.operation == "getSheetData"_L1;
    QJsonObject page{{u"data"_s, isOfCells ? QJsonValue(QJsonObject()) : QJsonValue(QJsonArray())}};
    if (number == 0) {
        Incoming plain = incoming;
        plain.endlessPages = false;
        const auto first = carryOut(plain);
        page = first ? QJsonDocument::fromJson(first->body).object() : QJsonObject();
        if (!page.contains("data"_L1))
            return first;
    }
    page.insert(u"@nextLink"_s,
                QString::fromLatin1(link(incoming, withNext(incoming, again + QString::number(number + 1)))));
    return Reply::json(200, page);
}

Accepted<void> WorkivaServer::checkWritable(const Worksheet &sheet) const
{
    if (!m_quirks.overlap && m_operations.isBusy(sheet.id))
        return refuse(409, u"An operation of the sheet still runs"_s, u"sheetId"_s);
    return {};
}

} // namespace Sandbox
