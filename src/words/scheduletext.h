#pragma once

#include "core/result.h"
#include "profiles/schedule.h"
#include "schedule/daylight.h"
#include "words/sentences.h"

#include <QDateTime>
#include <QStringList>
#include <QTimeZone>

#include <optional>

namespace Words {

// When a schedule runs, in one sentence: "Every weekday at 06:00 (Europe/Berlin)."
[[nodiscard]] QString scheduleText(const Profiles::Schedule &schedule);

// What its runs do otherwise than one that a person starts, a sentence each: new data, retries, missed runs, failures.
[[nodiscard]] QStringList scheduleNotes(const Profiles::Automatically &schedule);

// One of its times, in its time zone: "Monday, 30 November 2026, 06:00".
[[nodiscard]] QString scheduledTimeText(const QDateTime &when, const QTimeZone &zone);

// What daylight saving does to a schedule, a sentence each.
[[nodiscard]] QStringList daylightTexts(const QList<Schedule::DaylightEffect> &effects);

// The text for a schedule that is not possible, not understood, not calculated or not handed over; none if the error is
// another one.
[[nodiscard]] std::optional<Sentences> scheduleErrorText(const Core::Error &error);

} // namespace Words
