#pragma once

#include "sandbox/quirks.h"
#include "sandbox/refusal.h"
#include "sheet/rectangle.h"

#include <QJsonObject>

#include <functional>
#include <vector>

namespace Sandbox {

struct Spreadsheet;
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

[[nodiscard]] Accepted<PlannedUpdate> planUpdate(const QJsonObject &body, const Spreadsheet &spreadsheet,
                                                 const Worksheet &sheet, const Quirks &quirks);

} // namespace Sandbox
