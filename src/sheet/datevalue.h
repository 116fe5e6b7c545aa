#pragma once

#include <QtGlobal>

#include <optional>
#include <string_view>

namespace Sheet {

// Milliseconds since the day 0 of a spreadsheet's serial numbers (1899-12-30), of a date or a date and time as Domo
// exports them: 2026-01-31, 2026-01-31T10:00:00 or with a blank between, with or without seconds and a fraction of up
// to three digits. No zone: a time is what it says. Nothing for every other text. Pure.
[[nodiscard]] std::optional<qint64> dateValue(std::string_view text);

// Whether a sheet that reads `found` for a text cell, or `serial` for a number, holds the date that `wanted` is. Serial
// numbers count days; before March 1900 spreadsheets do not agree on them, so there none is equal.
[[nodiscard]] bool sameDate(std::string_view wanted, std::string_view found);
[[nodiscard]] bool isSerialOf(std::string_view serial, std::string_view wanted);

} // namespace Sheet
