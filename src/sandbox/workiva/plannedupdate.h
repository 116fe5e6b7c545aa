#pragma once

#include "sheet/rectangle.h"

#include <functional>
#include <vector>

namespace Sandbox {

struct Worksheet;

// A validated request to change more than the values of a sheet (operationId updateSheet), ready to be applied: exactly
// one member of editCells, editRange, applyFormats, insertRows, … Formulas are not adjusted when rows or columns move.
struct PlannedUpdate
{
    std::vector<Sheet::Rectangle> touched; // cells that must not be locked
    std::function<void(Worksheet &)> carryOut;
    bool passesOverLocked = false; // it can skip locked cells, and the quirks say so
};

} // namespace Sandbox
