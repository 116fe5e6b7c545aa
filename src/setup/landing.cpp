#include "setup/landing.h"

#include <algorithm>

namespace Setup {

namespace {

// How much of a sheet is shown, in rows or columns.
struct Window
{
    int before; // the region
    int head; // of the region
    int tail; // of the data
    int after; // the data
    int limit; // of a sheet
};

constexpr Window rowWindow{.before = 2, .head = 7, .tail = 2, .after = 3, .limit = Sheet::maxRows};
constexpr Window columnWindow{.before = 1, .head = 3, .tail = 1, .after = 2, .limit = Sheet::maxColumns};

// `data`: from the region's first row or column; 0: none, or not known.
QList<Span> spansOf(int from, int data, const Window &window)
{
    const int first = std::max(0, from - window.before);
    const auto spanTo = [&window](int begin, int end) { return Span{begin, std::min(end, window.limit) - begin}; };
    const Span head = spanTo(first, from + window.head);
    const qint64 end = qint64(from) + data; // of the data, exclusive
    if (end >= window.limit)
        return {head}; // it does not fit a sheet
    const int tail = std::max(int(end) - window.tail, first);
    if (tail <= head.first + head.count + 1) // a gap of one is as tall as what it hides
        return {spanTo(first, std::max(from + window.head, int(end) + window.after))};
    return {head, spanTo(tail, int(end) + window.after)};
}

} // namespace

QList<Sheet::Rectangle> Landing::areas() const
{
    QList<Sheet::Rectangle> areas;
    for (const Span &row : rows) {
        for (const Span &column : columns)
            areas.append({row.first, column.first, row.count, column.count});
    }
    return areas;
}

bool Landing::hasRestBelow() const
{
    return fit && fit->kind == Sheet::Fit::Kind::LeavesRest && region.bounded().lastRow() > fit->data.lastRow();
}

bool Landing::hasRestBeside() const
{
    return fit && fit->kind == Sheet::Fit::Kind::LeavesRest && region.bounded().lastColumn() > fit->data.lastColumn();
}

bool Landing::isOverflowCertain() const
{
    return fit && fit->kind == Sheet::Fit::Kind::Overflows
        && (!isAtMost || fit->data.lastColumn() > region.bounded().lastColumn());
}

std::optional<Sheet::Region> Landing::better() const
{
    if (!fit || fit->kind == Sheet::Fit::Kind::Fills || fit->data.isEmpty())
        return {};
    if (fit->kind == Sheet::Fit::Kind::LeavesRest)
        return Sheet::Region(fit->data);
    return fit->alternatives.isEmpty() ? std::nullopt : std::optional(fit->alternatives.first());
}

Landing landingOf(const Domo::DataSet &dataSet, const Sheet::Region &region, bool columnNames,
                  Sheet::UpdateMethod::Kind method)
{
    Landing landing{.region = region, .method = method, .isAtMost = dataSet.pdpEnabled};
    int rows = 0;
    int columns = 0;
    if (dataSet.rows && dataSet.columns && method == Sheet::UpdateMethod::Kind::Replace) {
        rows = int(std::min<qint64>(*dataSet.rows + (columnNames ? 1 : 0), Sheet::maxRows + 1)); // more does not fit
        columns = *dataSet.columns;
        landing.fit = Sheet::fit(region, rows, columns);
    }
    const Sheet::Address anchor = region.anchor();
    landing.rows = spansOf(anchor.row, rows, rowWindow);
    landing.columns = spansOf(anchor.column, columns, columnWindow);
    return landing;
}

} // namespace Setup
