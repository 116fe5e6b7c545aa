#include "sheet/updatemethod.h"

#include <QtGlobal>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sheet {

namespace {

QString textOf(const Cell &cell)
{
    return QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size()));
}

// The row below the last one that is not blank in the first columns, and below the header.
int filledEnd(const Grid &grid, int columns, int headerRows)
{
    const KeyedRows rows{.grid = grid, .columns = columns};
    int end = grid.rows();
    while (end > 0 && rows.isBlank(end - 1))
        --end;
    return std::max(end, headerRows);
}

Core::Result<void> checkHeader(const Grid &existing, const Grid &source, int headerRows)
{
    for (int row = 0; row < headerRows; ++row) {
        for (int column = 0; column < source.columns(); ++column) {
            const Cell had = existing.at(row, column);
            const Cell name = source.at(row, column);
            if (!had.isBlank() && !sameValue(had, name))
                return Core::fail(Core::ErrorKind::OtherColumns, {}, {},
                                  OtherColumn{column, textOf(had), textOf(name)});
        }
    }
    return {};
}

// The first columns of a row, which may be in another grid.
void copyCells(const Grid &from, int fromRow, Grid &to, int toRow, int columns)
{
    for (int column = 0; column < columns; ++column)
        to.set(toRow, column, from.at(fromRow, column));
}

// Leaves the region as it is, with so many rows at least; except for a header that is blank.
Grid untouched(const Grid &existing, const Grid &source, int rows, int headerRows)
{
    const int columns = std::max(existing.columns(), source.columns());
    Grid desired(columns);
    const std::vector<Cell> cells(size_t(columns), Cell{CellKind::Keep, {}});
    for (int row = 0; row < std::max({existing.rows(), rows, headerRows}); ++row)
        desired.appendRow(cells);
    for (int row = 0; row < headerRows; ++row) {
        for (int column = 0; column < source.columns(); ++column) {
            if (existing.at(row, column).isBlank())
                desired.set(row, column, source.at(row, column));
        }
    }
    return desired;
}

Grid replaced(Grid source)
{
    return source;
}

// AmbiguousKey if rows that are not blank follow the last row with a value in the column.
Core::Result<void> checkEnd(const Grid &grid, const UpdateMethod &method, const KeyedRows &rows, Side side)
{
    KeyFaults faults{.side = side};
    for (int row = landingRow(grid, method, rows.headerRows); row < grid.rows(); ++row) {
        if (rows.isBlank(row))
            continue;
        if (faults.empty.size() < KeyFaults::maxExamples)
            faults.empty.push_back(row);
        ++faults.emptyRows;
    }
    if (faults.emptyRows > 0)
        return Core::fail(Core::ErrorKind::AmbiguousKey, {}, {}, faults);
    return {};
}

// The source's rows at the end of the region. A run that is interrupted leaves blank rows among them: it writes from
// the bottom up.
std::optional<RepeatedRows> repetition(const KeyedRows &existing, const KeyedRows &source, int landing)
{
    const int rows = filledEnd(source.grid, source.columns, source.headerRows) - source.headerRows;
    RepeatedRows repeated{.row = landing - rows, .rows = rows};
    if (rows == 0 || repeated.row < existing.headerRows)
        return {};
    for (int i = 0; i < rows; ++i) {
        const int row = repeated.row + i;
        const int wanted = source.headerRows + i;
        const auto isSame = [&](int column) {
            return sameValue(existing.grid.at(row, column), source.grid.at(wanted, column));
        };
        int column = 0;
        while (column < source.columns && isSame(column))
            ++column;
        if (column == source.columns)
            continue;
        if (!existing.isBlank(row))
            return {};
        ++repeated.missing;
    }
    return repeated;
}

Core::Result<Grid> appended(const Grid &existing, const Grid &source, const UpdateMethod &method, int headerRows)
{
    const KeyedRows had{.grid = existing, .headerRows = headerRows, .columns = source.columns()};
    const KeyedRows given{.grid = source, .headerRows = headerRows, .columns = source.columns()};
    for (const auto &checked :
         {checkHeader(existing, source, headerRows), checkEnd(source, method, given, Side::Source),
          checkEnd(existing, method, had, Side::Sheet)}) {
        if (!checked)
            return Core::propagate(checked);
    }
    const int landing = landingRow(existing, method, headerRows);
    if (const auto repeated = repetition(had, given, landing))
        return Core::fail(Core::ErrorKind::AlreadyAppended, {}, {}, *repeated);

    const int end = filledEnd(source, source.columns(), headerRows);
    Grid desired = untouched(existing, source, landing + end - headerRows, headerRows);
    for (int row = headerRows; row < end; ++row)
        copyCells(source, row, desired, landing + row - headerRows, source.columns());
    return desired;
}

Core::Result<Grid> upserted(const Grid &existing, const Grid &source, const UpdateMethod &method, int headerRows)
{
    if (const auto checked = checkHeader(existing, source, headerRows); !checked)
        return Core::propagate(checked);
    const int columns = source.columns();
    const KeyedRows given{.grid = source, .key = method.keys, .headerRows = headerRows, .columns = columns};
    const KeyedRows had{.grid = existing, .key = method.keys, .headerRows = headerRows, .columns = columns};
    if (const auto checked = keyIndex(given, Side::Source); !checked)
        return Core::propagate(checked);
    const auto index = keyIndex(had, Side::Sheet);
    if (!index)
        return Core::propagate(index);

    int end = landingRow(existing, method, headerRows);
    std::vector<int> targets; // of the source's rows
    for (int row = headerRows; row < source.rows(); ++row) {
        const int known = index->firstRow(given, row);
        const bool isNew = known < 0 && keyState(given, row) == KeyState::Known;
        targets.push_back(isNew ? end++ : known);
    }
    Grid desired = untouched(existing, source, end, headerRows);
    for (int row = headerRows; row < source.rows(); ++row) {
        const int target = targets[size_t(row - headerRows)];
        if (target >= 0)
            copyCells(source, row, desired, target, columns);
    }
    return desired;
}

// The rows of the region with some partitions replaced.
class Partitioning
{
public:
    Partitioning(const Grid &existing, const Grid &source, const UpdateMethod &method, int headerRows)
        : m_had{.grid = existing, .key = method.partition, .headerRows = headerRows, .columns = source.columns()}
        , m_given{.grid = source, .key = method.partition, .headerRows = headerRows, .columns = source.columns()}
        , m_index(m_given)
        , m_end(filledEnd(existing, source.columns(), headerRows))
    {
    }

    [[nodiscard]] Core::Result<Grid> desired()
    {
        for (const auto &checked : {checkHeader(m_had.grid, m_given.grid, m_had.headerRows),
                                    checkPartitions(m_index, KeyState::Empty, Side::Source),
                                    checkPartitions(KeyIndex(m_had), KeyState::Unknown, Side::Sheet)}) {
            if (!checked)
                return Core::propagate(checked);
        }
        arrange();
        for (int row = m_had.headerRows; row < m_end; ++row) {
            if (const auto fixed = cellLeftBehind(row))
                return Core::fail(Core::ErrorKind::FixedRow, {}, {}, *fixed);
        }
        return written();
    }

private:
    struct Origin
    {
        Side side;
        int row;
    };

    static Core::Result<void> checkPartitions(const KeyIndex &index, KeyState fault, Side side)
    {
        KeyFaults faults = index.faults(side);
        faults.repeatedKeys = 0; // a partition has many rows
        faults.repeated.clear();
        if ((fault == KeyState::Empty ? faults.emptyRows : faults.unknownRows) > 0)
            return Core::fail(Core::ErrorKind::AmbiguousKey, {}, {}, faults);
        return {};
    }

    // Finds out what the rows below the header will be.
    void arrange()
    {
        struct Member
        {
            int first; // row of its partition
            int row;
        };
        std::vector<Member> members;
        for (int row = m_given.headerRows; row < m_given.grid.rows(); ++row) {
            if (const int first = m_index.firstRow(m_given, row); first >= 0)
                members.push_back({first, row});
        }
        std::ranges::stable_sort(members, {}, &Member::first);

        std::vector<bool> isPlaced(size_t(m_given.grid.rows()));
        const auto place = [&](int first) {
            if (isPlaced[size_t(first)])
                return;
            isPlaced[size_t(first)] = true;
            auto member = std::ranges::lower_bound(members, first, {}, &Member::first);
            for (; member != members.end() && member->first == first; ++member)
                m_origins.push_back({Side::Source, member->row});
        };
        for (int row = m_had.headerRows; row < m_end; ++row) {
            if (const int first = m_index.firstRow(m_had, row); first >= 0)
                place(first);
            else
                m_origins.push_back({Side::Sheet, row});
        }
        for (const Member &member : members)
            place(member.first);
    }

    // A cell of an existing row that would not go where the row goes.
    [[nodiscard]] std::optional<FixedCell> cellLeftBehind(int row) const
    {
        const size_t at = size_t(row - m_had.headerRows);
        const Origin after = at < m_origins.size() ? m_origins[at] : Origin{Side::Sheet, -1};
        const int partition = m_index.firstRow(m_had, row);
        const bool staysInPlace =
            after.side == Side::Sheet ? after.row == row : m_index.firstRow(m_given, after.row) == partition;
        if (staysInPlace)
            return {};
        for (int column = 0; column < m_had.grid.columns(); ++column) {
            const Cell cell = m_had.grid.at(row, column);
            const bool isFormula = cell.kind == CellKind::Formula;
            const bool isLost = partition < 0 && (isFormula || cell.kind == CellKind::Unreadable);
            if (column < m_had.columns ? isLost : !isFormula && !cell.isBlank())
                return FixedCell{row, column};
        }
        return {};
    }

    [[nodiscard]] Grid written() const
    {
        const int end = m_had.headerRows + int(m_origins.size());
        Grid desired = untouched(m_had.grid, m_given.grid, end, m_had.headerRows);
        for (int row = m_had.headerRows; row < end; ++row) {
            const Origin &origin = m_origins[size_t(row - m_had.headerRows)];
            if (origin.side == Side::Source)
                copyCells(m_given.grid, origin.row, desired, row, m_had.columns);
            else if (origin.row != row)
                copyCells(m_had.grid, origin.row, desired, row, m_had.columns);
        }
        for (int row = end; row < m_end; ++row) {
            for (int column = 0; column < m_had.columns; ++column)
                desired.set(row, column, {});
        }
        return desired;
    }

    KeyedRows m_had;
    KeyedRows m_given;
    KeyIndex m_index; // of the source's partitions
    int m_end; // of the existing rows
    std::vector<Origin> m_origins;
};

} // namespace

QString name(const UpdateMethod &method)
{
    switch (method.kind) {
    case UpdateMethod::Kind::Replace: return u"replace"_s;
    case UpdateMethod::Kind::Append: return u"append"_s;
    case UpdateMethod::Kind::Upsert: return u"upsert"_s;
    case UpdateMethod::Kind::Partition: return u"partition"_s;
    }
    Q_UNREACHABLE();
}

std::optional<UpdateMethod> updateMethod(const QString &text)
{
    using enum UpdateMethod::Kind;
    for (const UpdateMethod::Kind kind : {Replace, Append, Upsert, Partition}) {
        if (text == name(UpdateMethod{kind}))
            return UpdateMethod{kind};
    }
    return {};
}

Core::Result<Grid> compose(const Grid &existing, Grid source, const UpdateMethod &method, int headerRows)
{
    switch (method.kind) {
    case UpdateMethod::Kind::Replace: return replaced(std::move(source));
    case UpdateMethod::Kind::Append: return appended(existing, source, method, headerRows);
    case UpdateMethod::Kind::Upsert: return upserted(existing, source, method, headerRows);
    case UpdateMethod::Kind::Partition: return Partitioning(existing, source, method, headerRows).desired();
    }
    Q_UNREACHABLE();
}

int landingRow(const Grid &existing, const UpdateMethod &method, int headerRows)
{
    const int column = method.keys.empty() ? 0 : method.keys.front();
    int row = existing.rows();
    while (row > 0 && existing.at(row - 1, column).isBlank())
        --row;
    return std::max(row, headerRows);
}

Core::Result<Grid> inSheetOrder(const Grid &existing, const Grid &source, std::span<const int> keys, int headerRows)
{
    const KeyedRows had{.grid = existing, .key = keys, .headerRows = headerRows, .columns = source.columns()};
    const KeyedRows given{.grid = source, .key = keys, .headerRows = headerRows, .columns = source.columns()};
    if (const auto checked = keyIndex(had, Side::Sheet); !checked)
        return Core::propagate(checked);
    const auto index = keyIndex(given, Side::Source);
    if (!index)
        return Core::propagate(index);

    Grid ordered(source.columns());
    std::vector<bool> isCopied(size_t(source.rows()));
    std::vector<Cell> cells(size_t(source.columns()));
    const auto copy = [&](int row) {
        if (isCopied[size_t(row)])
            return;
        isCopied[size_t(row)] = true;
        for (int column = 0; column < source.columns(); ++column)
            cells[size_t(column)] = source.at(row, column);
        ordered.appendRow(cells);
    };
    for (int row = 0; row < std::min(headerRows, source.rows()); ++row)
        copy(row);
    for (int row = headerRows; row < existing.rows(); ++row) {
        if (const int known = index->firstRow(had, row); known >= 0)
            copy(known);
    }
    for (int row = headerRows; row < source.rows(); ++row)
        copy(row);
    return ordered;
}

} // namespace Sheet
