#pragma once

#include "core/result.h"
#include "sheet/rectangle.h"

#include <optional>
#include <vector>

namespace Sheet {

// A rectangle of a sheet that may be open at the bottom and the right: the Region of the user interface. 0-based, sides
// inclusive; no value is an open side. The connector's notation: A1, A2:D8, A:A, A:C, 1:3, B3:, : (the whole sheet);
// and B3:F (columns B to F from row 3 down), B3:20 (rows 3 to 20 from column B to the right). Regions with the same
// cells are equal: A1:C is A:C, A1:3 is 1:3, A1: is ":". A value; any thread.
class Region
{
public:
    Region() = default; // the whole sheet, ":"
    explicit Region(const Rectangle &closed); // not empty
    Region(Address anchor, std::optional<int> lastRow,
           std::optional<int> lastColumn); // not above or left of the anchor

    // Accepts lower case, $ signs, spaces, a leading sheet name ('Q1 2026'!A2:D8) and corners in any order (D8:A2, C:A,
    // 3:1). A corner with an open side has to be the second: B:F3 could mean rows up to 3 or from 3, and is rejected,
    // as is :F3. The error's subject is the text, its detail the reason, and its cause a RegionFault.
    [[nodiscard]] static Core::Result<Region> parse(const QString &text);

    [[nodiscard]] QString toString() const; // canonical; parse() of it returns the same region

    // The sheet name in a text such as 'Q1 2026'!A2:D8; empty if there is none. A region itself has no sheet.
    [[nodiscard]] static QString sheetNameIn(const QString &text);

    // Whether a typed sheet name matches a sheet's, ignoring case and Unicode form. An empty one matches every sheet.
    [[nodiscard]] static bool isNameOf(const QString &typed, const QString &sheetName);

    [[nodiscard]] Address anchor() const { return m_anchor; } // the top left
    [[nodiscard]] std::optional<int> lastRow() const { return m_lastRow; }
    [[nodiscard]] std::optional<int> lastColumn() const { return m_lastColumn; }
    [[nodiscard]] bool isClosed() const { return m_lastRow && m_lastColumn; }

    [[nodiscard]] bool contains(const Rectangle &rectangle) const;
    [[nodiscard]] Rectangle clamped(const Rectangle &bounds) const; // the part of `bounds` inside this region
    [[nodiscard]] Rectangle bounded() const; // open sides end at the limits of a sheet
    [[nodiscard]] std::vector<Region> around() const; // the rest of the sheet, without overlaps: each open on a side

    friend bool operator==(const Region &, const Region &) = default;

private:
    Address m_anchor;
    std::optional<int> m_lastRow;
    std::optional<int> m_lastColumn;
};

// Where the error in a rejected region is, and why: the cause of an InvalidRegion error.
struct RegionFault
{
    int position = 0;
    QString reason; // in English, for Words::regionFaultText() to translate
    QString limit{}; // replaces the reason's %1, if it has one: the last row or column of a sheet

    friend bool operator==(const RegionFault &, const RegionFault &) = default;
};

} // namespace Sheet
