#pragma once

#include "core/proxychoice.h"
#include "core/result.h"

class QSettings;

namespace Profiles {

// What a user has chosen for the window, for all writebacks.
struct Settings
{
    static constexpr int maxRunsAtOnce = 8;
    static constexpr quint16 usualProxyPort = 8080;

    QString language{}; // of the texts, such as "de"; empty: the system's
    Core::ProxyChoice proxy{.port = usualProxyPort};
    bool notifies = true; // by a desktop notification, if the window is not in front
    int runsAtOnce = 4; // 1 to maxRunsAtOnce
    bool confirmsEveryRun = false; // not only before something is lost

    friend bool operator==(const Settings &, const Settings &) = default;
};

// The name of a host alone, as a manual proxy needs it: without scheme, port and spaces.
[[nodiscard]] bool isHostName(const QString &text);

// Missing and invalid values are those of a new installation, except for a manual proxy: it stays manual.
[[nodiscard]] Settings settingsIn(const QSettings &stored);

// Disk, with the path as subject, if they could not be stored.
[[nodiscard]] Core::Result<void> save(const Settings &settings, QSettings &stored);

} // namespace Profiles
