#pragma once

#include "schedule/scheduler.h"

namespace Schedule {

// cron: lines of the user's crontab, which crontab reads and replaces as a whole. cron does not tell whether it runs.
class CronScheduler final : public Scheduler
{
public:
    CronScheduler(CommandRunner run, const QTimeZone &here, QDateTime now);

    [[nodiscard]] bool isUsed() const; // the program crontab is there

    [[nodiscard]] SchedulerKind kind() const override { return SchedulerKind::Cron; }
    [[nodiscard]] Core::Result<void> install(const Handover &handover) override;
    [[nodiscard]] Core::Result<void> remove(const QString &profileId) override;
    [[nodiscard]] Core::Result<QList<Installed>> installed() override;

private:
    // In Latin-1, whatever it is in, so that a person's lines stay as they are.
    [[nodiscard]] Core::Result<QString> read() const;
    // The crontab becomes `after`; if it then is not that, `before` again.
    [[nodiscard]] Core::Result<void> replace(const QString &before, const QString &after) const;
    [[nodiscard]] Core::Result<QString> lines(const Handover &handover) const; // in Latin-1, too

    const CommandRunner m_run;
    const QTimeZone m_here;
    const QDateTime m_now;
};

} // namespace Schedule
