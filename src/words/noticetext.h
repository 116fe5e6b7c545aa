#pragma once

#include "history/runrecord.h"
#include "notices/message.h"
#include "profiles/profile.h"
#include "runs/turn.h"
#include "words/errortext.h"

namespace Words {

// Notices for people elsewhere: what happened, what it means for the sheet, what to do, what to quote to support.
// `sender`: which program tells, and where.
[[nodiscard]] Notices::Text noticeText(const QList<Notices::Change> &changes, const QString &sender);
[[nodiscard]] Notices::Text testNoticeText(const QString &sender);
[[nodiscard]] Notices::Wording noticeWording(const QString &sender); // of the two

// The condition of a saved writeback that runs by its schedule. `last`: its last run, a retry included; none: it has
// not run yet, or it is not known. It follows from how the schedule stands, and else from that run.
[[nodiscard]] Notices::Condition conditionOf(const Profiles::Profile &profile,
                                             const std::optional<History::RunRecord> &last,
                                             const Runs::ScheduleStanding &schedule, const QDateTime &now);

// Why a notice or a ping did not get through.
[[nodiscard]] ErrorText tellingText(const Core::Error &error);

} // namespace Words
