#pragma once

#include "schedule/handover.h"

#include <QTimeZone>

namespace Schedule {

// Lines of a crontab, see crontab(5), for computers without a systemd user instance. cron knows no time zone but the
// computer's, which is `here`. It also starts the program after the computer was off, so that it learns what it
// missed; it does nothing after sleep.

// Ends with a line break. InvalidInput, with UnknownTimeZone as cause.
[[nodiscard]] Core::Result<QString> crontabLines(const Handover &handover, const QTimeZone &here, const QDateTime &now);

// What the lines of a crontab that are of this program were made from; each is BadFile if it cannot be read, with the
// cause Core::LaterVersion if a later version made it.
struct CrontabEntry
{
    QString profileId;
    Core::Result<Handover> handover;
};
[[nodiscard]] QList<CrontabEntry> fromCrontab(const QString &crontab);

// The lines of a writeback, whatever their schedule, and a crontab without them, in which all others are unchanged.
[[nodiscard]] QString linesOf(const QString &profileId, const QString &crontab);
[[nodiscard]] QString without(const QString &profileId, const QString &crontab);

} // namespace Schedule
