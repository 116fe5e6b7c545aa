#pragma once

#include "runs/turn.h"
#include "words/line.h"

namespace Words {

// Why a time of a schedule has no run, in a sentence. Nothing is claimed of what stopped a scheduler.
[[nodiscard]] Line noteLine(const History::ScheduleNote &note, const QDateTime &now);

[[nodiscard]] Line noteName(History::Noted what); // "Missed", for a table

// How a schedule stands: "Missed today 06:00", "Scheduled for 31 Oct 18:00". Empty if the writeback runs manually and
// no reminder is due.
[[nodiscard]] Line scheduleStandingLine(const Runs::ScheduleStanding &standing, const QDateTime &now);

// What changed since the last verified run, a sentence each; none if nothing has.
[[nodiscard]] QStringList sinceVerifiedTexts(const Runs::SinceVerified &since, const QString &programVersion);

} // namespace Words
