// The operations of the Workiva side that read and change spreadsheets and sheets.

#include "sandbox/cellpages.h"
#include "sandbox/ids.h"
#include "sandbox/sheetdata.h"
#include "sandbox/sheetupdate.h"
#include "sandbox/sheetwriter.h"
#include "sandbox/valuesbody.h"
#include "sandbox/valuespage.h"
#include "sandbox/workivajson.h"
#include "sandbox/workivaserver.h"

#include "core/clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

#include <algorithm>

namespace Sandbox {

namespace {

constexpr int largestPage = 50'000;

// The request's own address with another $next.
QByteArray withNext(const Incoming &incoming, const QString &next)
{
    QUrlQuery query(incoming.url);
    query.removeAllQueryItems(QStringLiteral("$next"));
    query.addQueryItem(QStringLiteral("$next"), next);
    return incoming.url.path(QUrl::FullyEncoded).toLatin1() + '?' + query.toString(QUrl::FullyEncoded).toLatin1();
}

Accepted<void> checkEdge(const Sheet::Region &region, const Worksheet &sheet, const Quirks &quirks)
{
    const Sheet::Rectangle whole = sheet.whole();
    if (!quirks.edgeRead && region.isClosed() && !whole.contains(region.bounded()))
        return refuse(400, QStringLiteral("The sheet has %1 rows and %2 columns").arg(whole.rows).arg(whole.columns),
                      QStringLiteral("range"));
    return {};
}

Accepted<CellPage> pageOf(const Incoming &incoming, const Sheet::Rectangle &block)
{
    const auto most = queryInteger(incoming, QStringLiteral("$maxcellsperpage"), largestPage, 1, largestPage);
    if (!most)
        return tl::unexpected(most.error());
    const QString token = incoming.query(QStringLiteral("$next"));
    const std::optional<Sheet::Address> from = token.isEmpty() ? std::optional(block.topLeft()) : readNextToken(token);
    if (!from)
        return refuse(400, QStringLiteral("not a page of this list"), QStringLiteral("$next"));
    return cellPage(block, *from, *most);
}

Accepted<Sheet::Region> regionOf(const QString &text, const QString &target)
{
    const auto region = Sheet::Region::parse(text);
    if (!region)
        return refuse(400, region.error().detail, target);
    return *region;
}

Accepted<QJsonObject> objectOf(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (!document.isObject())
        return refuse(
            400, error.error == QJsonParseError::NoError ? QStringLiteral("expected an object") : error.errorString());
    return document.object();
}

Operations::Failure lockedCells(const QString &where)
{
    return {QStringLiteral("lockedCells"), QStringLiteral("Attempted to modify locked cells"), where};
}

QJsonObject list(const QJsonArray &data, const QByteArray &nextLink)
{
    QJsonObject page{{QStringLiteral("data"), data}};
    if (!nextLink.isEmpty())
        page.insert(QStringLiteral("@nextLink"), QString::fromLatin1(nextLink));
    return page;
}

} // namespace

Accepted<Reply> WorkivaServer::listSpreadsheets(const Incoming &incoming) const
{
    std::vector<const Spreadsheet *> found;
    for (const auto &one : m_spreadsheets)
        found.push_back(one.get());
    const QString order = incoming.query(QStringLiteral("$orderBy")).simplified();
    if (order == QLatin1String("name") || order == QLatin1String("name asc"))
        std::ranges::stable_sort(found, [](auto a, auto b) { return a->name < b->name; });
    else if (order == QLatin1String("name desc"))
        std::ranges::stable_sort(found, [](auto a, auto b) { return b->name < a->name; });
    else if (!order.isEmpty())
        return refuse(400, QStringLiteral("expected name, name asc or name desc"), QStringLiteral("$orderBy"));
    const QString filter = incoming.query(QStringLiteral("$filter")).simplified();
    if (!filter.isEmpty()) {
        const QString begin = QStringLiteral("name eq '");
        if (!filter.startsWith(begin) || !filter.endsWith(u'\'') || filter.size() <= begin.size())
            return refuse(400, QStringLiteral("expected name eq '…'"), QStringLiteral("$filter"));
        const QString name = filter.sliced(begin.size()).chopped(1).replace(QStringLiteral("''"), QStringLiteral("'"));
        std::erase_if(found, [&name](const Spreadsheet *one) { return one->name != name; });
    }

    const auto page = listPage(incoming);
    if (!page)
        return tl::unexpected(page.error());
    QJsonArray data;
    for (auto i = size_t(page->from); i < found.size() && data.size() < page->most; ++i)
        data.append(spreadsheetJson(*found[i]));
    const qsizetype next = page->from + page->most;
    return Reply::json(200,
                       list(data,
                            next < qsizetype(found.size()) ? link(incoming, withNext(incoming, QString::number(next)))
                                                           : QByteArray()));
}

Accepted<Reply> WorkivaServer::milestones(const Spreadsheet &spreadsheet) const
{
    QJsonArray data;
    if (!spreadsheet.milestone.isEmpty())
        data.append(milestoneJson(spreadsheet));
    return Reply::json(200, list(data, {}));
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
    const auto page = listPage(incoming);
    if (!page)
        return tl::unexpected(page.error());
    const auto &sheets = spreadsheet.sheets;
    QJsonArray data;
    for (auto i = size_t(page->from); i < sheets.size() && data.size() < page->most; ++i)
        data.append(sheetJson(spreadsheet, *sheets[i]));
    const qsizetype next = page->from + page->most;
    return Reply::json(200,
                       list(data,
                            next < qsizetype(sheets.size()) ? link(incoming, withNext(incoming, QString::number(next)))
                                                            : QByteArray()));
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
    const QJsonValue index = (*body)[QLatin1String("index")];
    Worksheet &sheet = spreadsheet.add(newHexId(), name, parent);
    if (index.isDouble()) {
        // Before the sibling that has this index now.
        auto &sheets = spreadsheet.sheets;
        int siblings = 0;
        const auto before = std::find_if(sheets.begin(), sheets.end() - 1, [&](const auto &other) {
            return other->parent == parent && siblings++ == index.toInt();
        });
        std::rotate(before, sheets.end() - 1, sheets.end());
    }
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
    ++spreadsheet.revision;
    spreadsheet.modified = clock().utcNow();
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
    const auto page = pageOf(incoming, nothing ? Sheet::Rectangle{} : blockOf(*region, sheet));
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
    const auto page = pageOf(incoming, sheet.cells.isBlank(block) ? Sheet::Rectangle{} : block);
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
