// The operations of the Workiva side that read and change spreadsheets and sheets.

#include "sandbox/cellpages.h"
#include "sandbox/ids.h"
#include "sandbox/listquery.h"
#include "sandbox/sheetdata.h"
#include "sandbox/sheetupdate.h"
#include "sandbox/sheetwriter.h"
#include "sandbox/valuesbody.h"
#include "sandbox/valuespage.h"
#include "sandbox/workivajson.h"
#include "sandbox/workivaserver.h"

#include "core/clock.h"

#include <QJsonArray>

#include <algorithm>

namespace Sandbox {

namespace {

Accepted<void> checkEdge(const Sheet::Region &region, const Worksheet &sheet, const Quirks &quirks)
{
    const Sheet::Rectangle whole = sheet.whole();
    if (!quirks.edgeRead && region.isClosed() && !whole.contains(region.bounded()))
        return refuse(400, QStringLiteral("The sheet has %1 rows and %2 columns").arg(whole.rows).arg(whole.columns),
                      QStringLiteral("range"));
    return {};
}

Accepted<Sheet::Region> regionOf(const QString &text, const QString &target)
{
    const auto region = Sheet::Region::parse(text);
    if (!region)
        return refuse(400, region.error().detail, target);
    return *region;
}

Operations::Failure lockedCells(const QString &where)
{
    return {QStringLiteral("lockedCells"), QStringLiteral("Attempted to modify locked cells"), where};
}

} // namespace

Accepted<Reply> WorkivaServer::listSpreadsheets(const Incoming &incoming) const
{
    std::vector<QJsonObject> all;
    for (const auto &one : m_spreadsheets)
        all.push_back(spreadsheetJson(*one));
    const auto inOrder = ordered(std::move(all), incoming.query(QStringLiteral("$orderBy")));
    if (!inOrder)
        return tl::unexpected(inOrder.error());
    const auto found = filtered(*inOrder, incoming.query(QStringLiteral("$filter")));
    return found ? listed(incoming, *found) : tl::unexpected(found.error());
}

Accepted<Reply> WorkivaServer::milestones(const Incoming &incoming, const Spreadsheet &spreadsheet) const
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
        return tl::unexpected(page.error());
    QJsonArray data;
    for (auto i = size_t(page->from); i < items.size() && data.size() < page->most; ++i)
        data.append(items[i]);
    QJsonObject answer{{QStringLiteral("data"), data}};
    const qsizetype next = page->from + page->most;
    if (next < qsizetype(items.size()))
        answer.insert(QStringLiteral("@nextLink"),
                      QString::fromLatin1(link(incoming, withNext(incoming, QString::number(next)))));
    return Reply::json(200, answer);
}

Accepted<Reply> WorkivaServer::publishLinks(const Incoming &incoming, Spreadsheet &spreadsheet)
{
    const auto body = objectOf(incoming.body);
    if (!body)
        return tl::unexpected(body.error());
    const QString type = (*body)[QLatin1String("publishType")].toString();
    if (type != QLatin1String("ownLinks") && type != QLatin1String("allLinks"))
        return refuse(400, QStringLiteral("expected ownLinks or allLinks"), QStringLiteral("publishType"));
    return accepted(
        incoming, spreadsheet.id,
        [this, id = spreadsheet.id, fails = incoming.failOperation]() -> std::optional<Operations::Failure> {
            if (Spreadsheet *found = find(id); found && !fails)
                found->linksPublished = true;
            return std::nullopt;
        });
}

Accepted<Reply> WorkivaServer::listSheets(const Incoming &incoming, const Spreadsheet &spreadsheet) const
{
    // Every sheet stands in the list, and once more within its parent's children.
    std::vector<QJsonObject> all;
    for (const auto &sheet : spreadsheet.sheets)
        all.push_back(sheetJson(spreadsheet, *sheet));
    return listed(incoming, all);
}

Accepted<Reply> WorkivaServer::createSheet(const Incoming &incoming, Spreadsheet &spreadsheet)
{
    const auto body = objectOf(incoming.body);
    if (!body)
        return tl::unexpected(body.error());
    const QString parent = (*body)[QLatin1String("parent")][QLatin1String("id")].toString();
    if (!parent.isEmpty() && !spreadsheet.find(parent))
        return refuse(404, QStringLiteral("There is no such sheet"), QStringLiteral("parent"));
    const QString name =
        (*body)[QLatin1String("name")].toString(QStringLiteral("Sheet %1").arg(spreadsheet.sheets.size() + 1));
    Worksheet &sheet = spreadsheet.add(newHexId(), spreadsheet.freeName(name), parent);
    spreadsheet.placeLast((*body)[QLatin1String("index")].toInt(0)); // at the top if nothing is said
    touch(spreadsheet, sheet);
    return Reply::json(201, sheetJson(spreadsheet, sheet));
}

Accepted<Reply> WorkivaServer::deleteSheet(Spreadsheet &spreadsheet, const Worksheet &sheet)
{
    QStringList doomed{sheet.id}; // with everything below it
    for (qsizetype i = 0; i < doomed.size(); ++i) {
        for (const auto &other : spreadsheet.sheets) {
            if (other->parent == doomed[i])
                doomed += other->id;
        }
    }
    if (doomed.size() == qsizetype(spreadsheet.sheets.size()))
        return refuse(409, QStringLiteral("A spreadsheet keeps its last sheet"), QStringLiteral("sheetId"));
    for (const QString &id : doomed) {
        if (m_operations.isBusy(id))
            return refuse(409, QStringLiteral("An operation of the sheet still runs"), QStringLiteral("sheetId"));
        if (!spreadsheet.find(id)->lock.isEmpty())
            return refuse(409, QStringLiteral("The sheet is locked"), QStringLiteral("sheetId"));
    }
    std::erase_if(spreadsheet.sheets, [&doomed](const auto &other) { return doomed.contains(other->id); });
    touch(spreadsheet);
    return Reply{204, {}};
}

Accepted<Reply> WorkivaServer::readSheetData(const Incoming &incoming, const Worksheet &sheet) const
{
    const QString range = incoming.query(QStringLiteral("$cellrange"));
    const auto region = regionOf(range.isEmpty() ? QStringLiteral(":") : range, QStringLiteral("$cellrange"));
    if (!region)
        return tl::unexpected(region.error());
    if (const auto reach = checkEdge(*region, sheet, m_quirks); !reach)
        return tl::unexpected(reach.error());
    const bool nothing = sheet.cells.extent().isEmpty() && !region->isClosed();
    const auto page = cellPageOf(incoming, nothing ? Sheet::Rectangle{} : blockOf(*region, sheet));
    if (!page)
        return tl::unexpected(page.error());
    QStringList fields;
    for (const QString &field : incoming.query(QStringLiteral("$fields")).split(u',', Qt::SkipEmptyParts)) {
        const QStringList path = field.trimmed().split(u'.'); // cells.formats.valueFormat gives the formats
        fields += path.size() > 1 && path[0] == QLatin1String("cells") ? path[1] : path.last();
    }
    QJsonObject answer{{QStringLiteral("data"), sheetData(sheet, page->cells, fields)}};
    if (page->next)
        answer.insert(QStringLiteral("@nextLink"),
                      QString::fromLatin1(link(incoming, withNext(incoming, nextToken(*page->next)))));
    return Reply::json(200, answer);
}

Accepted<Reply> WorkivaServer::readValues(const Incoming &incoming, const Worksheet &sheet) const
{
    const auto region = regionOf(incoming.path[5], QStringLiteral("range"));
    if (!region)
        return tl::unexpected(region.error());
    const QString style = incoming.query(QStringLiteral("$valuestyle"));
    if (!style.isEmpty() && style != QLatin1String("raw") && style != QLatin1String("calculated"))
        return refuse(400, QStringLiteral("expected raw or calculated"), QStringLiteral("$valuestyle"));
    if (!m_quirks.openRead && !region->isClosed())
        return refuse(400, QStringLiteral("expected a range with an end"), QStringLiteral("range"));
    if (const auto reach = checkEdge(*region, sheet, m_quirks); !reach)
        return tl::unexpected(reach.error());
    const Sheet::Rectangle block = region->clamped(sheet.cells.extent());
    const auto page = cellPageOf(incoming, sheet.cells.isBlank(block) ? Sheet::Rectangle{} : block);
    if (!page)
        return tl::unexpected(page.error());
    const QByteArray next = page->next ? link(incoming, withNext(incoming, nextToken(*page->next))) : QByteArray();
    PageForm form{.raw = style == QLatin1String("raw"), .paddedRows = m_quirks.paddedRows};
    Sheet::Rectangle place = page->cells;
    if (m_quirks.pageRange == Quirks::PageRange::Relative) {
        place.row -= region->anchor().row;
        place.column -= region->anchor().column;
    }
    if (m_quirks.pageRange != Quirks::PageRange::Absent)
        form.range = m_quirks.pageRange == Quirks::PageRange::Request ? incoming.path[5] : Sheet::toA1(place);
    return Reply{200, valuesPage(sheet.cells, page->cells, form, next)};
}

Accepted<Reply> WorkivaServer::writeValues(const Incoming &incoming, Spreadsheet &spreadsheet, Worksheet &sheet)
{
    const auto region = regionOf(incoming.path[5], QStringLiteral("range"));
    if (!region)
        return tl::unexpected(region.error());
    auto values = readValuesBody(incoming.body);
    if (!values)
        return tl::unexpected(values.error());
    const Sheet::Rectangle block = blockOf(*region, sheet);
    if (const auto checked = checkWrite(spreadsheet, sheet, block, *values, m_quirks); !checked)
        return tl::unexpected(checked.error());
    if (const auto writable = checkWritable(sheet); !writable)
        return tl::unexpected(writable.error());

    const auto grid = std::make_shared<const Sheet::Grid>(std::move(*values)); // std::function wants to be copied
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

Accepted<Reply> WorkivaServer::updateSheet(const Incoming &incoming, Spreadsheet &spreadsheet, Worksheet &sheet)
{
    const auto body = objectOf(incoming.body);
    if (!body)
        return tl::unexpected(body.error());
    const auto planned = planUpdate(*body, spreadsheet, sheet, m_quirks);
    if (!planned)
        return tl::unexpected(planned.error());
    if (const auto writable = checkWritable(sheet); !writable)
        return tl::unexpected(writable.error());
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
    constexpr QLatin1String again("again-"); // and a number: a page that was never there
    const QString next = incoming.query(QStringLiteral("$next"));
    const int number = next.startsWith(again) ? next.sliced(again.size()).toInt() : 0;
    if (incoming.verb != "GET" || (number == 0 && !incoming.endlessPages))
        return std::nullopt;
    const bool isOfCells = incoming.operation == QLatin1String("getSheetData");
    QJsonObject page{{QStringLiteral("data"), isOfCells ? QJsonValue(QJsonObject()) : QJsonValue(QJsonArray())}};
    if (number == 0) {
        Incoming plain = incoming;
        plain.endlessPages = false;
        const auto first = carryOut(plain);
        page = first ? QJsonDocument::fromJson(first->body).object() : QJsonObject();
        if (!page.contains(QLatin1String("data")))
            return first;
    }
    page.insert(QStringLiteral("@nextLink"),
                QString::fromLatin1(link(incoming, withNext(incoming, again + QString::number(number + 1)))));
    return Reply::json(200, page);
}

Accepted<void> WorkivaServer::checkWritable(const Worksheet &sheet) const
{
    if (!m_quirks.overlap && m_operations.isBusy(sheet.id))
        return refuse(409, QStringLiteral("An operation of the sheet still runs"), QStringLiteral("sheetId"));
    return {};
}

} // namespace Sandbox
