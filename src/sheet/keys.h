#pragma once

#include "core/result.h"
#include "sheet/grid.h"

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace Sheet {

// The columns of a grid whose values together identify a row, 0-based. Values are compared by sameValue().
using Key = std::vector<int>;

// The rows of a grid with the columns that identify them. Header rows are not among them, nor is a row that is blank in
// the first `columns` columns. A view: valid as long as both grids and the key.
struct KeyedRows
{
    const Grid &grid;
    std::span<const int> key{};
    int headerRows = 0;
    int columns = 0;
    // For a desired grid, the existing one: what its Keep cells leave in the sheet. Without it, as in a source, such a
    // cell has no value.
    const Grid *below = nullptr;

    [[nodiscard]] Cell at(int row, int column) const;
    [[nodiscard]] bool isBlank(int row) const;
};

// What a row's key is worth.
enum class KeyState : unsigned char {
    NoRow, // a header row or a blank row
    Empty, // at least one value is blank, or the key has no columns
    Unknown, // includes a formula or an unreadable cell, whose value is not known
    Known,
};

[[nodiscard]] KeyState keyState(const KeyedRows &rows, int row);
[[nodiscard]] QString keyText(const KeyedRows &rows, int row); // its values, separated by commas

// Where the rows of an error are.
enum class Side { Source, Sheet };

// Why a key does not identify the rows of a grid: the cause of an AmbiguousKey error. Rows are 0-based in the grid.
struct KeyFaults
{
    struct Repeated
    {
        QString key; // its values, separated by commas
        std::vector<int> rows; // the first that have it

        friend bool operator==(const Repeated &, const Repeated &) = default;
    };
    static constexpr int maxExamples = 3; // in each of the lists, and of a key's rows

    Side side = Side::Source;
    qint64 repeatedKeys = 0; // keys of more than one row
    qint64 emptyRows = 0; // rows with an empty key
    qint64 unknownRows = 0; // rows with an unknown key
    std::vector<Repeated> repeated{}; // the first, by their first rows
    std::vector<int> empty{}; // the first rows
    std::vector<int> unknown{}; // the first rows

    friend bool operator==(const KeyFaults &, const KeyFaults &) = default;
};

// Finds rows by their key, in 8 bytes a row. Valid as long as what it was made of.
class KeyIndex
{
public:
    explicit KeyIndex(const KeyedRows &rows);

    // The first row whose key is that of a row of `other`, which may be these rows; -1 if there is none, or if the key
    // is not known.
    [[nodiscard]] int firstRow(const KeyedRows &other, int row) const;

    [[nodiscard]] bool identifiesAll() const; // each row has a known key, and no two have the same
    [[nodiscard]] KeyFaults faults(Side side) const;

private:
    [[nodiscard]] std::vector<int> firstOfRepeated() const;
    [[nodiscard]] KeyFaults::Repeated repeatedAt(int row) const;

    KeyedRows m_rows;
    std::vector<quint64> m_entries; // a key's hash, and its row in the lower half; sorted
    qint64 m_emptyRows = 0;
    qint64 m_unknownRows = 0;
};

// An index of rows that the key identifies; otherwise AmbiguousKey, with KeyFaults as cause.
[[nodiscard]] Core::Result<KeyIndex> keyIndex(const KeyedRows &rows, Side side);

// The fewest of these columns of `desired`, at most three, that identify all rows of both grids: if equally few do,
// those with the fewest numeric columns, and the leftmost of them. Of more than 24 possible columns, those without
// numbers first, only 24 are combined. None if there are none, or if `desired` has no rows.
[[nodiscard]] std::optional<Key> suggestKey(const Grid &existing, const Grid &desired, std::span<const int> columns,
                                            int headerRows);

} // namespace Sheet
