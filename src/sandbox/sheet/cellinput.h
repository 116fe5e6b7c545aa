#pragma once

#include "sandbox/sheet/number.h"
#include "sandbox/quirks.h"
#include "sheet/cell.h"

#include <string>

namespace Sandbox {

struct DateText;

// What a value becomes when entered in a cell: numbers are rounded to doubles; text may become a formula, a number, a
// date or a boolean, or lose characters, depending on the quirks and the cell's format. A date is its text or its
// serial number, as it will be read. The result is valid until the next call, and as long as the input.
class CellInput
{
public:
    explicit CellInput(const Quirks &quirks) : m_quirks(quirks) { }

    [[nodiscard]] Sheet::Cell stored(Sheet::Cell given, bool hasTextFormat);
    [[nodiscard]] bool tookDate() const { return m_tookDate; } // the last value became a date

private:
    [[nodiscard]] int digits() const { return m_quirks.allDigits ? allDigits : 15; }
    [[nodiscard]] Sheet::Cell dated(const DateText &date, std::string_view text);
    [[nodiscard]] Sheet::Cell kept(std::string_view text);
    [[nodiscard]] Sheet::Cell ofNumber(double value);

    Quirks m_quirks;
    std::string m_scratch;
    bool m_tookDate = false;
};

} // namespace Sandbox
