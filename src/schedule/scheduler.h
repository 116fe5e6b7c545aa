#pragma once

#include "schedule/commandrunner.h"
#include "schedule/handover.h"

#include <QDateTime>
#include <QTimeZone>

#include <optional>

namespace Schedule {

enum class SchedulerKind {
    Systemd, // its instance for the user
    Launchd, // of macOS
    Windows, // Task Scheduler
    Cron,
};
inline constexpr SchedulerKind lastSchedulerKind = SchedulerKind::Cron;

[[nodiscard]] QString name(SchedulerKind kind); // "systemd", "launchd", "windows", "cron"
[[nodiscard]] std::optional<SchedulerKind> schedulerKind(const QString &name);

// What a scheduler has of a saved writeback.
struct Installed
{
    SchedulerKind scheduler{};
    QString profileId{}; // by its name there
    Core::Result<Handover> handover{}; // BadFile, with Core::LaterVersion as cause if a later version handed it over
    bool isAsMade = true; // its text is what would be handed over today, as far as the scheduler keeps it
    std::optional<bool> isActive{}; // the scheduler will start it; none: it does not tell
    std::optional<QDateTime> next{}; // when it will, in UTC; none: it does not tell

    friend bool operator==(const Installed &, const Installed &) = default;
};

// A scheduler of the operating system, for this user. Only what is of this program is changed. Everything blocks its
// thread while commands run, each of them for a bounded time; any one thread, also one of a pool. Errors are Scheduler
// with a SchedulerFault as cause, or Disk.
class Scheduler
{
public:
    Scheduler() = default;
    virtual ~Scheduler() = default;
    Q_DISABLE_COPY_MOVE(Scheduler)

    [[nodiscard]] virtual SchedulerKind kind() const = 0;

    // New, or in place of what there is of the same writeback. It succeeds only after it was found in the scheduler.
    // After a failure, the scheduler has what it had before, unless the fault says what is left. Also errors of
    // check(), and InvalidInput with UnknownTimeZone as cause.
    [[nodiscard]] virtual Core::Result<void> install(const Handover &handover) = 0;

    // Likewise; success if there is nothing. A run under way goes on.
    [[nodiscard]] virtual Core::Result<void> remove(const QString &profileId) = 0;

    [[nodiscard]] virtual Core::Result<QList<Installed>> installed() = 0; // by ID
};

// The command's result if it ended with 0; otherwise Refused, with what it printed as detail.
[[nodiscard]] Core::Result<CommandResult> runWell(const CommandRunner &run, const Command &command);
[[nodiscard]] Core::Failure refusedBy(const Command &command, const CommandResult &result);

// For schedulers that cannot load credentials: check(), and that there are none.
[[nodiscard]] Core::Result<void> checkWithoutCredentials(const Handover &handover);

} // namespace Schedule
