#pragma once

#include "schedule/handover.h"

#include <QTimeZone>

namespace Schedule {

// An agent of macOS's launchd, see launchd.plist(5), as the property list of a file of its label and ".plist". launchd
// knows no time zone but the computer's, which is `here`, and catches up after sleep; after the computer was off the
// agent runs at the login, so that the program learns what it missed.
[[nodiscard]] QString launchdLabel(const QString &profileId);

inline const QString launchdPrefix = QStringLiteral("local.workiva-writeback."); // of all labels

// UTF-8. InvalidInput, with UnknownTimeZone as cause.
[[nodiscard]] Core::Result<QByteArray> launchdAgent(const Handover &handover, const QTimeZone &here,
                                                    const QDateTime &now);

// What an agent was made from. BadFile if that cannot be read; with the cause NoRecord if it is none of these, or
// Core::LaterVersion if a later version made it.
[[nodiscard]] Core::Result<Handover> fromLaunchdAgent(const QByteArray &agent);

} // namespace Schedule
