#pragma once

#include "sheet/decimal.h"

#include <QtGlobal>

#include <string_view>

namespace Sheet {

enum class CellKind : unsigned char {
    Empty, // a Domo null, or an empty cell of a sheet
    Text, // UTF-8; an empty Text equals Empty
    Number, // its decimal digits exactly as received, in JSON's number grammar
    Boolean, // "true" or "false"
    Formula, // only from a sheet: the formula's text, if its calculated value differs from it
    Keep, // only in a desired grid: the sheet's cell stays as it is
    Unreadable, // only from a sheet: invalid text; U+FFFD marks the broken part
};

// A view of one cell: `text` points into its grid or buffer and is valid only as long as that. Pass it by reference: a
// copy of a cell that was just made reads its first bytes, which were written one by one, as one word, and over
// millions of cells the processor waits for that longer than for everything else done with them.
struct Cell
{
    CellKind kind = CellKind::Empty;
    std::string_view text;

    [[nodiscard]] static Cell ofText(std::string_view text) { return {CellKind::Text, text}; }
    [[nodiscard]] static Cell ofNumber(std::string_view digits) { return {CellKind::Number, digits}; }
    [[nodiscard]] static Cell ofBoolean(bool value) { return {CellKind::Boolean, value ? "true" : "false"}; }

    // True for Empty and for an empty Text: both leave a sheet's cell empty.
    [[nodiscard]] bool isBlank() const { return kind == CellKind::Empty || (kind == CellKind::Text && text.empty()); }
};

// The rule of equality, the same for preview, verification and rerun:
//   blank cells are equal; numbers by value, digit by digit (1.50 = 1.5 = 15e-1, -0 = 0), never through a double; texts
// by code points, byte by byte in UTF-8, without normalization, trimming or case folding; booleans by value; formulas
// by their text, and only to formulas; cells of different kinds differ ("1" is not 1).
// Keep equals nothing: it is handled before comparing. Unreadable equals nothing, not even itself: the sheet's content
// is not known.
[[nodiscard]] inline bool sameValue(const Cell &a, const Cell &b)
{
    if (a.isBlank() || b.isBlank())
        return a.isBlank() && b.isBlank();
    if (a.kind != b.kind || a.kind == CellKind::Keep || a.kind == CellKind::Unreadable)
        return false;
    return a.text == b.text || (a.kind == CellKind::Number && sameNumber(a.text, b.text));
}

// A hash for tables in memory: equal for cells with sameValue().
[[nodiscard]] size_t valueHash(const Cell &cell);

// Length of a UTF-8 text in UTF-16 code units, so that an emoji counts as two: the strictest reading of the limit
// maxCellCharacters.
[[nodiscard]] qint64 characters(std::string_view utf8);

} // namespace Sheet
