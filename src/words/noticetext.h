#pragma once

#include "history/runrecord.h"
#include "notices/message.h"
#include "profiles/profile.h"
#include "runs/unattended.h"
#include "words/errortext.h"

namespace Words {

// Notices for people elsewhere: what happened, what it means for the sheet, what to do, what to quote to support.
// `sender`: which program tells, and where.
[[nodiscard]] Notices::Text noticeText(const QList<Notices::Change> &changes, const QString &sender);
[[nodiscard]] Notices::Text testNoticeText(const QString &sender);
[[nodiscard]] Notices::Wording noticeWording(const QString &program, const QString &version); // on this computer

// The condition of a saved writeback. It follows from how its schedule stands, and else from its last run.
[[nodiscard]] Notices::Condition conditionOf(const Runs::Unattended &writeback, const QDateTime &now);
[[nodiscard]] QList<Notices::Condition> conditionsOf(const QList<Runs::Unattended> &writebacks, const QDateTime &now);

// Why a notice or a ping did not get through.
[[nodiscard]] ErrorText tellingText(const Core::Error &error);

} // namespace Words
