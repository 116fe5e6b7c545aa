#pragma once

#include <QDate>
#include <QTime>

#include <optional>
#include <string>
#include <string_view>

namespace Sandbox {

// A date, with or without a time of day, as a sheet parses it from text. Serial numbers count days from 1899-12-30, as
// in spreadsheets.
struct DateText
{
    QDate day;
    std::optional<QTime> time;

    // 2026-01-31, 1/31/2026, 1-2 (this year), each alone or followed by T or a space and a time.
    [[nodiscard]] static std::optional<DateText> read(std::string_view text);

    [[nodiscard]] double serial() const; // 46053; with a time, the fraction is the part of the day
    [[nodiscard]] std::string iso() const; // 2026-01-31, 2026-01-31T10:00:00
};

// 10:00 and 10:00:00, as a part of a day.
[[nodiscard]] std::optional<double> partOfDay(std::string_view text);

} // namespace Sandbox
