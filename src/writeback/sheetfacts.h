#pragma once

#include "sheet/keyshift.h"
#include "sheet/places.h"
#include "workiva/scale.h"
#include "writeback/runreport.h"

#include <optional>
#include <vector>

namespace Writeback {

// Something that points at rows by their position, and at other keys after the write: a formula, or a range whose
// content is displayed elsewhere. Positions in the sheet.
struct Pointer
{
    Sheet::Rectangle from; // the formula's cell, or the linked range
    Sheet::Rectangle to; // the cells it names; of a linked range, the range itself
    qint64 rows = 0; // under `to`, that get another key
    std::optional<Sheet::KeyShift::Change> first{}; // of these rows
    QString sheet{}; // that has the formula, by its name; empty: the run's own
};

struct Pointers
{
    static constexpr size_t maxNamed = 100;

    qint64 count = 0; // formulas or links
    std::vector<Pointer> named{}; // the first of them; a formula once for each range it names
    std::optional<Finding::Unread> unread = Finding::Unread::NotAsked; // what was not read of where they may be
};

// The cells to be written, by what the sheet's table says about them.
struct CellMarks
{
    Sheet::Places locked{};
    Sheet::Places linked{}; // display a value from elsewhere
    Sheet::Places notInput{}; // of a sheet in input mode
    Sheet::Places merged{}; // belong to a merged cell that starts elsewhere
    Sheet::Places richText{};
    std::optional<Finding::Unread> unread = Finding::Unread::NotAsked;
};

// Formulas to be overwritten with a value that they already have.
struct EqualFormulas
{
    Sheet::Places places{};
    std::optional<Finding::Unread> unread = Finding::Unread::NotAsked;
};

// The cells with content outside of the region, in all sheets of the spreadsheet.
struct CellsOutside
{
    qint64 count = 0;
    QString largest{}; // the path of the other sheet that has the most of them; empty: none, or not known
    std::optional<Finding::Unread> unread = Finding::Unread::NotAsked;
};

// In what the sheet shows and enters columns of numbers, by the formats of the first row with data.
struct ColumnScales
{
    struct One
    {
        int column = 0; // of the grids
        Workiva::Scale shownIn{};
        Workiva::Scale enteredIn{};
    };

    int row = 0; // of the sheet
    std::vector<One> columns{}; // those that have another scale than ones
    std::optional<Finding::Unread> unread = Finding::Unread::NotAsked;
};

// What guards need of the sheet besides the region's values, as far as it was read: see GuardReadings.
struct SheetFacts
{
    Pointers formulas{};
    Pointers links{};
    CellMarks cells{};
    EqualFormulas equal{};
    CellsOutside outside{};
    ColumnScales scales{};
};

} // namespace Writeback
