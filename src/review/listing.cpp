#include "review/listing.h"

#include "review/extent.h"
#include "sheet/fit.h"

#include <algorithm>
#include <compare>
#include <numeric>
#include <span>

namespace Review {

namespace {

using Sheet::CellKind;
using Sheet::RowChange;
using Sheet::RowPair;

constexpr size_t rowsBetweenLooks = 1024; // at whether it is to stop

Kind kindOfRow(RowChange change, const Kinds &cells)
{
    for (const Kind kind : {Kind::Edited, Kind::FormulaLost}) {
        const bool goesFirst = change == RowChange::Changed || (change == RowChange::Gone && kind == Kind::Edited);
        if (goesFirst && cells.test(size_t(kind)))
            return kind;
    }
    switch (change) {
    case RowChange::Equal: return Kind::Equal;
    case RowChange::Moved: return Kind::Moved;
    case RowChange::Changed: return Kind::Changed;
    case RowChange::New: return Kind::New;
    case RowChange::Gone: return Kind::Cleared;
    }
    Q_UNREACHABLE();
}

bool isWritten(Kind kind)
{
    return kind == Kind::Edited || kind == Kind::Changed || kind == Kind::New || kind == Kind::Cleared
        || kind == Kind::FormulaLost;
}

Kind kindOf(Sheet::Change change, const Sheet::Cell &existing)
{
    const bool isFormula = existing.kind == CellKind::Formula;
    switch (change) {
    case Sheet::Change::Unchanged: return Kind::Equal;
    case Sheet::Change::Changed: return isFormula ? Kind::FormulaLost : Kind::Changed;
    case Sheet::Change::New: return Kind::New;
    case Sheet::Change::Cleared: return isFormula ? Kind::FormulaLost : Kind::Cleared;
    case Sheet::Change::Kept: return isFormula ? Kind::FormulaKept : Kind::LeftAlone;
    }
    Q_UNREACHABLE();
}

// The cells of a row of the existing grid.
std::span<const Sheet::Span> editsIn(const Writeback::Comparison &comparison, int row)
{
    const auto first = std::ranges::lower_bound(comparison.edited, row, {}, &Sheet::Span::row);
    const auto end = std::ranges::upper_bound(first, comparison.edited.end(), row, {}, &Sheet::Span::row);
    return {first, end};
}

bool isEdited(std::span<const Sheet::Span> edits, int column)
{
    return std::ranges::any_of(edits,
                               [column](const auto &span) { return span.first <= column && column <= span.last; });
}

// An edited cell is one that was to be written there, also if it is kept.
bool isInPlace(const RowPair &pair)
{
    return pair.existing == pair.desired;
}

// One pass over a comparison.
class Lister
{
public:
    Lister(const Writeback::Comparison &comparison, const Query &query)
        : m_comparison(comparison), m_query(query), m_extent(comparison), m_hidden(comparison, m_extent.columns)
    {
        m_listing.query = query;
        m_listing.isChanged.resize(size_t(columns()));
    }

    [[nodiscard]] std::optional<Listing> listed(const std::stop_token &stop)
    {
        const bool isByKey = m_query.lens == Lens::ByKey;
        const int headerRows = std::min(m_comparison.headerRows, rows());
        for (int row = 0; row < headerRows; ++row)
            addHeader(row);
        const size_t count = isByKey ? m_comparison.byKey->rows.size() : size_t(rows() - headerRows);
        for (size_t i = 0; i < count; ++i) {
            if (i % rowsBetweenLooks == 0 && stop.stop_requested())
                return {};
            if (isByKey)
                add(m_comparison.byKey->rows[i]);
            else
                addByCell(headerRows + int(i));
        }
        if (m_query.column)
            sort();
        if (!isByKey)
            addRestOfRegion();
        m_listing.hidden = m_listing.hiddenRows > 0 ? m_hidden.totals() : std::vector<ColumnTotals>();
        m_listing.rows.shrink_to_fit();
        return std::move(m_listing);
    }

private:
    // By its difference in the query's column; none: not known.
    struct Sorted
    {
        std::optional<std::string> difference;
        RowPair row;
    };

    [[nodiscard]] int rows() const { return std::max(m_comparison.existing.rows(), m_comparison.desired.rows()); }
    [[nodiscard]] int columns() const
    {
        return std::max(m_comparison.existing.columns(), m_comparison.desired.columns());
    }

    // The kinds of a pair's cells; counts them if told to.
    Kinds kindsOf(const RowPair &pair, bool isCounted)
    {
        const Sheet::Grid::Row existing = m_comparison.existing.row(pair.existing);
        const Sheet::Grid::Row desired = m_comparison.desired.row(pair.desired);
        const auto edits = editsIn(m_comparison, pair.existing);
        Kinds kinds;
        for (int column = 0; column < m_extent.columns; ++column) {
            const Sheet::Change change = Sheet::change(existing, desired, column);
            Kind kind = change == Sheet::Change::Unchanged ? Kind::Equal : kindOf(change, existing[column]);
            if ((isWritten(kind) || isInPlace(pair)) && isEdited(edits, column))
                kind = Kind::Edited;
            kinds.set(size_t(kind));
            m_listing.counts[size_t(kind)] += isCounted;
            if (isWritten(kind))
                m_listing.isChanged[size_t(column)] = true;
        }
        return kinds;
    }

    static RowChange changeOf(const Kinds &kinds)
    {
        for (size_t kind = 0; kind < kindCount; ++kind) {
            if (kinds.test(kind) && isWritten(Kind(kind)))
                return RowChange::Changed;
        }
        return RowChange::Equal;
    }

    void addHeader(int row)
    {
        const bool isInside = row < m_extent.rows;
        RowPair pair{row, row, RowChange::Equal};
        if (isInside)
            pair.change = changeOf(kindsOf(pair, m_query.lens == Lens::ByCell));
        m_listing.rows.push_back(pair);
        ++m_listing.headerRows;
    }

    void addByCell(int row)
    {
        RowPair pair{row, row, RowChange::Equal};
        if (row >= m_extent.rows) // the region, which the data overflows
            return take(pair, m_query.kinds.none());
        const Kinds kinds = kindsOf(pair, true);
        pair.change = changeOf(kinds);
        take(pair, m_query.kinds.none() || (kinds & m_query.kinds).any());
    }

    void add(const RowPair &pair)
    {
        Kinds cells;
        if (pair.change != RowChange::Equal && pair.change != RowChange::Moved)
            cells = kindsOf(pair, false);
        const Kind kind = kindOfRow(pair.change, cells);
        ++m_listing.counts[size_t(kind)];
        take(pair, m_query.kinds.none() || m_query.kinds.test(size_t(kind)));
    }

    void take(const RowPair &pair, bool isWanted)
    {
        if (isWanted && m_query.column) {
            auto difference = differenceOf(pair);
            if (difference && m_query.atLeast && std::is_lt(Sheet::compareMagnitudes(*difference, *m_query.atLeast)))
                isWanted = false;
            else if (difference == "0")
                m_last.push_back(pair);
            else
                m_sorted.push_back({std::move(difference), pair});
        } else if (isWanted) {
            m_listing.rows.push_back(pair);
        }
        if (!isWanted) {
            ++m_listing.hiddenRows;
            m_hidden.add(pair);
        }
    }

    [[nodiscard]] std::optional<std::string> differenceOf(const RowPair &pair) const
    {
        const Sheet::Grid::Row existing = m_comparison.existing.row(pair.existing);
        const Sheet::Grid::Row desired = m_comparison.desired.row(pair.desired);
        if (*m_query.column >= m_extent.columns || !Sheet::isWritten(Sheet::change(existing, desired, *m_query.column)))
            return "0";
        const auto number = [](const Sheet::Cell &cell) {
            return cell.kind == CellKind::Number ? cell.text : std::string_view("0");
        };
        return Sheet::difference(number(existing[*m_query.column]), number(desired[*m_query.column]));
    }

    // What is not known comes first: it may be the greatest.
    void sort()
    {
        std::ranges::stable_sort(m_sorted, [](const Sorted &one, const Sorted &other) {
            if (!one.difference || !other.difference)
                return !one.difference && other.difference;
            return std::is_gt(Sheet::compareMagnitudes(*one.difference, *other.difference));
        });
        for (const Sorted &sorted : m_sorted)
            m_listing.rows.push_back(sorted.row);
        m_listing.rows.insert(m_listing.rows.end(), m_last.begin(), m_last.end());
    }

    // Blank cells of a closed region outside both grids.
    void addRestOfRegion()
    {
        const qint64 counted = std::accumulate(m_listing.counts.begin(), m_listing.counts.end(), qint64(0));
        m_listing.counts[size_t(Kind::Equal)] +=
            Sheet::cellsToCompare(m_comparison.region, rows(), columns()) - counted;
    }

    const Writeback::Comparison &m_comparison;
    const Query &m_query;
    const Extent m_extent;
    Listing m_listing;
    std::vector<Sorted> m_sorted;
    std::vector<RowPair> m_last; // without a difference
    RowTotals m_hidden;
};

// The columns of a row at which it changes.
std::vector<int> stopsOf(const Writeback::Comparison &comparison, const Listing &listing, int row)
{
    const RowPair &pair = listing.rows[size_t(row)];
    if (pair.change == RowChange::Equal || pair.change == RowChange::Moved)
        return {};
    std::vector<int> columns = Sheet::changedColumns(comparison.existing, comparison.desired, pair);
    const Extent extent(comparison);
    std::erase_if(columns, [&](int column) { return column >= extent.columns; });
    if (pair.change != RowChange::Changed && columns.size() > 1)
        columns.resize(1);
    return columns;
}

} // namespace

Kind kindOfCell(const Writeback::Comparison &comparison, const Sheet::RowPair &pair, int column)
{
    const Sheet::Cell existing = comparison.existing.at(pair.existing, column);
    const Kind kind = kindOf(Sheet::change(existing, comparison.desired.at(pair.desired, column)), existing);
    const bool counts = isWritten(kind) || isInPlace(pair);
    return counts && isEdited(editsIn(comparison, pair.existing), column) ? Kind::Edited : kind;
}

std::optional<Listing> list(const Writeback::Comparison &comparison, const Query &query, const std::stop_token &stop)
{
    return Lister(comparison, query).listed(stop);
}

std::optional<NextChange> nextChange(const Writeback::Comparison &comparison, const Listing &listing, const Spot &from,
                                     bool isForward)
{
    const int rows = int(listing.rows.size());
    if (rows == 0)
        return {};
    const bool isInside = from.row >= 0 && from.row < rows;
    const int first = isInside ? from.row : isForward ? 0 : rows - 1;
    const auto isBeyond = [&](int column) { return isForward ? column > from.column : column < from.column; };
    // The row where it starts comes twice: what is beyond the start, and at last what is before it.
    for (int step = 0; step <= rows; ++step) {
        const int row = (first + (isForward ? step : rows - step)) % rows;
        std::vector<int> columns = stopsOf(comparison, listing, row);
        if (isInside && step == 0)
            std::erase_if(columns, [&](int column) { return !isBeyond(column); });
        if (columns.empty())
            continue;
        const bool isAround = step == rows || (isForward ? row < first : row > first);
        return NextChange{{row, isForward ? columns.front() : columns.back()}, isInside && isAround};
    }
    return {};
}

} // namespace Review
