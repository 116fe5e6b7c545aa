#pragma once

#include <QDateTime>

#include <chrono>

namespace Words {

// Times are UTC, and shown in the time zone of this computer.

// For a sentence: "today 09:41", "yesterday 17:58", "31 Oct 18:02", with the year if it is not the current one;
// long ago only the day.
[[nodiscard]] QString whenText(const QDateTime &when, const QDateTime &now);
[[nodiscard]] QString whenToTheSecondText(const QDateTime &when, const QDateTime &now); // "today 09:41:07"

// "Friday, 27 November 2026 09:41:07 CET"
[[nodiscard]] QString exactTimeText(const QDateTime &when);

[[nodiscard]] QString durationText(std::chrono::milliseconds time); // "0.4 s", "14 s", "3 min 20 s"

} // namespace Words
