#include "domo/queriedgrid.h"

namespace Domo {

namespace {

// Whole numbers are sent as such, with all digits.
bool mayBeRounded(const Column &column)
{
    return column.type != Sheet::ColumnType::Long;
}

bool isLong(const Sheet::Cell &cell)
{
    return cell.kind == Sheet::CellKind::Number && cell.text.size() >= size_t(Sheet::exactDigits)
        && Sheet::significantDigits(cell.text) >= Sheet::exactDigits;
}

Core::Result<void> addNames(GridMaker &maker, const QList<Column> &columns)
{
    QList<QByteArray> names;
    for (const Column &column : columns)
        names.append(column.name.toUtf8());
    return maker.addNames(names);
}

} // namespace

Core::Result<QueriedGrid> gridOf(const QueryReply &reply, const ShapedColumns &shaped, bool columnNames,
                                 const GridLimits &limits)
{
    GridMaker maker;
    if (auto begun = maker.begin(shaped, limits); !begun)
        return Core::propagate(begun);
    if (columnNames) {
        if (auto added = addNames(maker, shaped.columns); !added)
            return Core::propagate(added);
    }
    std::vector<size_t> decimals; // places of columns whose numbers may be rounded
    for (const ColumnOrigin &origin : shaped.origins) {
        if (mayBeRounded(reply.columns()[origin.place]))
            decimals.push_back(size_t(origin.place));
    }
    QueriedGrid made;
    const auto read = reply.forEachRow([&](std::span<const Sheet::Cell> row) {
        for (const size_t place : decimals) {
            if (isLong(row[place]) && made.longNumbers++ == 0)
                made.firstLong = reply.columns()[qsizetype(place)].name;
        }
        return maker.addRow([row](size_t place) {
            const Sheet::Cell &cell = row[place];
            return cell.kind == Sheet::CellKind::Empty ? std::nullopt : std::optional(cell.text);
        });
    });
    if (!read)
        return Core::propagate(read);
    made.grid = maker.take();
    made.rows = maker.rows();
    made.notNumbers = maker.notNumbers();
    made.zerosDropped = maker.zerosDropped();
    made.notDates = maker.notDates();
    return made;
}

} // namespace Domo
