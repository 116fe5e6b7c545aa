#pragma once

#include "sandbox/quirks.h"
#include "sheet/cell.h"

#include <string>

namespace Sandbox {

// What a value becomes when it is put into a cell: numbers are rounded to doubles, text may become a formula, a number,
// a date's serial number or a boolean, as the quirks and the cell's format say. Dates count days from 1899-12-30, as
// spreadsheets do. The result lives until the next call, or as long as the input.
class CellInput
{
public:
    explicit CellInput(const Quirks &quirks) : m_quirks(quirks) { }

    [[nodiscard]] Sheet::Cell stored(Sheet::Cell given, bool hasTextFormat);

private:
    Quirks m_quirks;
    std::string m_scratch;
};

} // namespace Sandbox
