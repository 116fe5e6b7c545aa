#pragma once

#include "sheet/decimal.h"

#include <QtGlobal>

#include <string_view>

namespace Sheet {

enum class CellKind : unsigned char {
    Empty, // nothing: a Domo null, an empty sheet cell
    Text, // UTF-8; an empty Text equals Empty
    Number, // its decimal digits exactly as they were received, in JSON's number grammar
    Boolean, // "true" or "false"
    Formula, // only read from a sheet: the formula's text, where its calculated value is another
    Keep, // only in a desired grid: whatever stands there stays
    Unreadable, // only read from a sheet: no valid text came; where it is broken its text has U+FFFD
};

// One cell as a view: `text` points into the grid or buffer that it came from and lives no longer. Pass it by
// reference: where millions go by, a copy of one that was just made, whose first bytes were written singly and are read
// again as one word, makes the processor wait longer than all else that is done with it.
struct Cell
{
    CellKind kind = CellKind::Empty;
    std::string_view text;

    [[nodiscard]] static Cell ofText(std::string_view text) { return {CellKind::Text, text}; }
    [[nodiscard]] static Cell ofNumber(std::string_view digits) { return {CellKind::Number, digits}; }
    [[nodiscard]] static Cell ofBoolean(bool value) { return {CellKind::Boolean, value ? "true" : "false"}; }

    // True for Empty and for a Text of no characters: both leave the cell of a sheet empty.
    [[nodiscard]] bool isBlank() const { return kind == CellKind::Empty || (kind == CellKind::Text && text.empty()); }
};

// The rule of equality, the same for preview, verification and rerun:
//   blank cells are equal; numbers by value, digit for digit (1.50 = 1.5 = 15e-1, -0 = 0), never through a double;
//   text by its code points, byte for byte in UTF-8, with no normalization, trimming or change of case; booleans by
//   value; a formula by its text, and to nothing but a formula; cells of different kinds differ ("1" is not 1).
// Keep is equal to nothing: it is decided before cells are compared. Nor is Unreadable, not even to itself: what stands
// in the sheet is not known.
[[nodiscard]] inline bool sameValue(const Cell &a, const Cell &b)
{
    if (a.isBlank() || b.isBlank())
        return a.isBlank() && b.isBlank();
    if (a.kind != b.kind || a.kind == CellKind::Keep || a.kind == CellKind::Unreadable)
        return false;
    return a.text == b.text || (a.kind == CellKind::Number && sameNumber(a.text, b.text));
}

// Characters of a UTF-8 text as a service counts them that holds text in UTF-16: its code units, so that an emoji is
// two. Of the readings of "8,192 characters in a cell" this is the strictest.
[[nodiscard]] qint64 characters(std::string_view utf8);

} // namespace Sheet
