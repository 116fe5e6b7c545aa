#pragma once

#include "schedule/handover.h"

#include <QTimeZone>

namespace Schedule {

// A task of Windows's Task Scheduler, in its XML schema of version 1.2, as `schtasks /create /xml` reads it. Such a
// task knows no time zone but the computer's, which is `here`. One that was missed is started as soon as possible, so
// that the program learns what it missed.
[[nodiscard]] QString taskName(const QString &profileId);

inline const QString taskFolder = QStringLiteral("\\Workiva Writeback\\"); // of all tasks

// UTF-16 with its mark, as Task Scheduler writes tasks. InvalidInput, with UnknownTimeZone as cause.
[[nodiscard]] Core::Result<QByteArray> taskXml(const Handover &handover, const QTimeZone &here, const QDateTime &now);

// What a task was made from. BadFile if that cannot be read; with the cause NoRecord if it is none of these, or
// Core::LaterVersion if a later version made it.
[[nodiscard]] Core::Result<Handover> fromTaskXml(const QByteArray &task);

[[nodiscard]] bool isTaskEnabled(const QByteArray &task);

// A word of a command line as the C runtime of Windows splits it.
[[nodiscard]] QString windowsQuoted(const QString &word);

} // namespace Schedule
