#include "sandbox/workiva/rangelinks.h"

#include "sandbox/sheet/formula.h"
#include "sandbox/ids.h"
#include "sandbox/workiva/tablecellsreply.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

// The source of a destination and its sheet; none if it was deleted with its sheet.
struct Found
{
    const Worksheet *sheet = nullptr;
    const RangeLink *link = nullptr;
};

Found findLink(const Spreadsheets &all, const QString &id)
{
    for (const auto &spreadsheet : all) {
        for (const auto &sheet : spreadsheet->sheets) {
            for (const RangeLink &link : sheet->links) {
                if (link.id == id)
                    return {sheet.get(), &link};
            }
        }
    }
    return {};
}

QJsonObject linkJson(const QString &id, const QString &table, qint64 revision, const QString &type)
{
    return {{u"id"_s, id}, {u"table"_s, table}, {u"revision"_s, QString::number(revision)}, {u"type"_s, type}};
}

QJsonObject sourceJson(const Worksheet &sheet, const RangeLink &link)
{
    QJsonObject json = linkJson(link.id, sheet.table(), sheet.revision, u"source"_s);
    json.insert(u"source"_s, QJsonObject{{u"range"_s, cellRange(link.range)}});
    return json;
}

QJsonObject destinationJson(const QString &id, const QString &table, qint64 revision, const QString &sourceId,
                            const Worksheet &source)
{
    QJsonObject json = linkJson(id, table, revision, u"destination"_s);
    json.insert(u"destination"_s,
                QJsonObject{{u"source"_s,
                             QJsonObject{{u"rangeLink"_s, sourceId},
                                         {u"table"_s, source.table()},
                                         {u"revision"_s, QString::number(source.revision)}}}});
    return json;
}

} // namespace

std::vector<QJsonObject> rangeLinks(const Spreadsheets &all, const Worksheet &sheet)
{
    std::vector<QJsonObject> found;
    for (const RangeLink &link : sheet.links) {
        if (link.source.isEmpty())
            found.push_back(sourceJson(sheet, link));
        else if (const Found source = findLink(all, link.source); source.sheet)
            found.push_back(destinationJson(link.id, sheet.table(), sheet.revision, link.source, *source.sheet));
    }
    return found;
}

Accepted<std::vector<QJsonObject>> rangeLinkDestinations(const Spreadsheets &all, const Worksheet &sheet,
                                                         const QString &id)
{
    const auto link = std::ranges::find_if(sheet.links, [&id](const RangeLink &one) { return one.id == id; });
    if (link == sheet.links.end())
        return refuse(404, u"There is no such range link"_s, u"rangeLinkId"_s);
    if (!link->source.isEmpty())
        return refuse(400, u"The range link is a destination itself"_s, u"rangeLinkId"_s);
    std::vector<QJsonObject> found;
    for (const auto &spreadsheet : all) {
        for (const auto &other : spreadsheet->sheets) {
            for (const RangeLink &one : other->links) {
                if (one.source == id)
                    found.push_back(destinationJson(one.id, other->table(), other->revision, id, sheet));
            }
        }
    }
    if (found.empty()) // a document's table, which is not stored here
        found.push_back(
            destinationJson(hexIdFor(id + u"/document"_s), hexIdFor(id + u"/document/table"_s), 1, id, sheet));
    return found;
}

RangeLink addSource(Worksheet &sheet, const Sheet::Rectangle &range)
{
    const QString id = hexIdFor(sheet.id + u"/source/"_s + Sheet::toA1(range));
    const auto known = std::ranges::find_if(sheet.links, [&id](const RangeLink &one) { return one.id == id; });
    if (known != sheet.links.end())
        return *known;
    sheet.links.push_back({id, range, {}});
    return sheet.links.back();
}

void addDestination(const Worksheet &from, const RangeLink &source, Worksheet &sheet, const Sheet::Address &at)
{
    const Sheet::Rectangle filled = source.range.intersected(from.whole());
    const Sheet::Rectangle range{at.row, at.column, filled.rows, filled.columns};
    const RangeLink link{hexIdFor(sheet.id + u'/' + source.id + u'/' + Sheet::toA1(range)), range, source.id};
    if (std::ranges::any_of(sheet.links, [&link](const RangeLink &one) { return one.id == link.id; }))
        return;
    Calculator calculator(from.cells);
    for (int row = 0; row < filled.rows; ++row) {
        for (int column = 0; column < filled.columns; ++column) {
            const std::string text(calculator.calculated(filled.row + row, filled.column + column).text);
            const Sheet::CellKind kind = calculator.calculated(filled.row + row, filled.column + column).kind;
            sheet.cells.set(at.row + row, at.column + column, {kind, text});
        }
    }
    sheet.links.push_back(link);
}

} // namespace Sandbox
