#pragma once

#include "sheet/rectangle.h"

#include <functional>
#include <vector>

namespace Sandbox {

struct Worksheet;

// One request to change a sheet by something else than its values alone (operationId updateSheet), checked and ready to
// be carried out: exactly one member of editCells, editRange, applyFormats, insertRows, … Formulas are not adjusted
// when rows or columns move.
struct PlannedUpdate
{
    std::vector<Sheet::Rectangle> touched; // what a lock would stand in the way of
    std::function<void(Worksheet &)> carryOut;
    bool passesOverLocked = false; // it can do without the locked cells, and the quirks want it to
};

} // namespace Sandbox
