#pragma once

#include "core/result.h"
#include "sheet/rectangle.h"

#include <optional>

namespace Sheet {

// A rectangle of a sheet that may be open below and to the right: what the user calls the Region. 0-based, sides
// inclusive; no value is an open side. Written as the connector's page does: A1, A2:D8, A:A, A:C, 1:3, B3:, : (the
// whole sheet); and B3:F (columns B to F from row 3 down), B3:20 (rows 3 to 20 from column B rightwards). Regions of
// the same cells are equal: A1:C is A:C, A1:3 is 1:3, A1: is ":". A value; any thread.
class Region
{
public:
    Region() = default; // the whole sheet, ":"
    explicit Region(const Rectangle &closed); // not empty
    Region(Address anchor, std::optional<int> lastRow,
           std::optional<int> lastColumn); // neither above nor left of the anchor

    // Understands lower case, $ marks, spaces, a leading sheet name ('Q1 2026'!A2:D8) and corners in any order (D8:A2,
    // C:A, 3:1). A corner with an open side comes second: B:F3 could mean rows up to 3 or from 3, and is refused like
    // :F3. The error's subject is the text, its detail "<position>:<reason>" with the 0-based position of the first
    // wrong character, or the text's length where something is missing at its end.
    [[nodiscard]] static Core::Result<Region> parse(const QString &text);

    [[nodiscard]] QString toString() const; // canonical; parse() of it gives the same region

    // The sheet's name in a text such as 'Q1 2026'!A2:D8; empty when there is none. A region itself knows no sheet.
    [[nodiscard]] static QString sheetNameIn(const QString &text);

    // Whether the name of a sheet that was typed is a sheet's: letters' case and Unicode form do not matter. No name
    // is every sheet's.
    [[nodiscard]] static bool isNameOf(const QString &typed, const QString &sheetName);

    [[nodiscard]] Address anchor() const { return m_anchor; } // the top left
    [[nodiscard]] std::optional<int> lastRow() const { return m_lastRow; }
    [[nodiscard]] std::optional<int> lastColumn() const { return m_lastColumn; }
    [[nodiscard]] bool isClosed() const { return m_lastRow && m_lastColumn; }

    [[nodiscard]] bool contains(const Rectangle &rectangle) const;
    [[nodiscard]] Rectangle clamped(const Rectangle &bounds) const; // the part of `bounds` inside this region
    [[nodiscard]] Rectangle bounded() const; // open sides at the limits of a sheet

    friend bool operator==(const Region &, const Region &) = default;

private:
    Address m_anchor;
    std::optional<int> m_lastRow;
    std::optional<int> m_lastColumn;
};

// Where the wrong part of a refused region begins, and why: the cause of an InvalidRegion error.
struct RegionFault
{
    int position = 0;
    QString reason; // in English, for Words::regionFaultText() to translate
    QString limit{}; // replaces the reason's %1, if it has one: the last row or column of a sheet

    friend bool operator==(const RegionFault &, const RegionFault &) = default;
};

} // namespace Sheet
