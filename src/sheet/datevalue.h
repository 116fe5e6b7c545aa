#pragma once

#include <QtGlobal>

#include <optional>
#include <string_view>

namespace Sheet {

// Milliseconds since day 0 of spreadsheet serial dates (1899-12-30), for a date or time as exported by Domo:
// 2026-01-31, 2026-01-31T10:00:00 or with a space instead of the T, with or without seconds and up to three decimals.
// Without a time zone. Nothing for any other text. Pure.
[[nodiscard]] std::optional<qint64> dateValue(std::string_view text);

// Whether a sheet that returns `found` for a text cell, or `serial` for a number, holds the date `wanted`. Serials
// count days; spreadsheets disagree about those before March 1900, so none of them is equal.
[[nodiscard]] bool sameDate(std::string_view wanted, std::string_view found);
[[nodiscard]] bool isSerialOf(std::string_view serial, std::string_view wanted);

} // namespace Sheet
