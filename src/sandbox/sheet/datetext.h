#pragma once

#include <QDate>
#include <QTime>

#include <optional>
#include <string>
#include <string_view>

namespace Sandbox {

// A date, with or without a time of day, as a sheet reads it from text. Serial numbers count days from 1899-12-30, as
// spreadsheets do.
struct DateText
{
    QDate day;
    std::optional<QTime> time;

    // 2026-01-31, 1/31/2026, 1-2 (this year), each alone or with T or a blank and a time after it.
    [[nodiscard]] static std::optional<DateText> read(std::string_view text);

    [[nodiscard]] double serial() const; // 46053; with a time the part of the day behind the point
    [[nodiscard]] std::string iso() const; // 2026-01-31, 2026-01-31T10:00:00
};

// 10:00 and 10:00:00, as a part of a day.
[[nodiscard]] std::optional<double> partOfDay(std::string_view text);

} // namespace Sandbox
