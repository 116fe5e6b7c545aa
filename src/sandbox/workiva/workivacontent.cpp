// The operations of the Workiva side that return the content of a sheet's table.

#include "sandbox/workiva/rangelinks.h"
#include "sandbox/workiva/tablecellsreply.h"
#include "sandbox/workiva/workivajson.h"
#include "sandbox/workiva/workivaserver.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

// The used part of the table.
Sheet::Rectangle used(const Worksheet &sheet)
{
    Sheet::Rectangle area = sheet.cells.extent();
    const auto add = [&area](const Sheet::Rectangle &other) { area = area.united(other); };
    for (const auto *areas : {&sheet.merges, &sheet.lockedCells, &sheet.linkedCells, &sheet.inputCells})
        std::ranges::for_each(*areas, add);
    for (const RangeLink &one : sheet.links)
        add(one.range);
    if (sheet.dataset)
        add(*sheet.dataset);
    return area.isEmpty() ? area : Sheet::Rectangle{0, 0, area.row + area.rows, area.column + area.columns};
}

// From the rows and columns in the query, both inclusive, limited to the sheet; without an end, to its used part.
Accepted<Sheet::Rectangle> requestedRange(const Incoming &incoming, const Worksheet &sheet)
{
    const Sheet::Rectangle held = sheet.whole();
    const Sheet::Rectangle open = used(sheet).intersected(held);
    const auto side = [&incoming](const char *name, int fallback, int limit) {
        return queryInteger(incoming, QLatin1String(name), {.fallback = fallback, .max = limit - 1});
    };
    const auto top = side("startRow", 0, Sheet::maxRows);
    const auto left = side("startColumn", 0, Sheet::maxColumns);
    const auto bottom = side("stopRow", open.lastRow(), Sheet::maxRows);
    const auto right = side("stopColumn", open.lastColumn(), Sheet::maxColumns);
    for (const auto &one : {top, left, bottom, right}) {
        if (!one)
            return Core::propagate(one);
    }
    const auto isAsked = [&incoming](const char *name) { return !incoming.query(QLatin1String(name)).isEmpty(); };
    if ((isAsked("stopRow") && *bottom < *top) || (isAsked("stopColumn") && *right < *left))
        return refuse(400, u"the range ends before it begins"_s, u"stopRow"_s);
    return Sheet::Rectangle{*top, *left, *bottom - *top + 1, *right - *left + 1}.intersected(held);
}

} // namespace

Accepted<Reply> WorkivaServer::tableContent(const Incoming &incoming)
{
    const QString tableId = incoming.path[2];
    const auto revision = queryRevision(incoming);
    if (!revision)
        return Core::propagate(revision);
    const Worksheet *sheet = nullptr;
    for (const auto &spreadsheet : m_spreadsheets) {
        sheet = spreadsheet->findTable(tableId);
        if (!sheet)
            continue;
        if (*revision)
            sheet = m_revisions.at(spreadsheet->id).findTable(tableId, **revision);
        if (!sheet)
            return refuse(404, u"The revision is not kept"_s, u"$revision"_s);
        break;
    }
    if (!sheet)
        return refuse(404, u"There is no such table"_s, u"tableId"_s);

    if (incoming.operation == "getRangeLinks"_L1)
        return listed(incoming, rangeLinks(m_spreadsheets, *sheet));
    if (incoming.operation == "getRangeLinkDestinations"_L1) {
        const auto found = rangeLinkDestinations(m_spreadsheets, *sheet, incoming.path[4]);
        return found ? listed(incoming, *found) : Core::propagate(found);
    }
    const Worksheet &seen = *revision ? *sheet : m_past.seen(*sheet);
    const auto block = requestedRange(incoming, seen);
    if (!block)
        return Core::propagate(block);
    const auto page = cellPageOf(incoming, *block);
    if (!page)
        return Core::propagate(page);
    const QByteArray next = page->next ? link(incoming, withNext(incoming, nextToken(*page->next))) : QByteArray();
    return Reply{200, tableCellsReply(seen, page->cells, next)};
}

} // namespace Sandbox
