#pragma once

#include "schedule/scheduler.h"

namespace Schedule {

// Task Scheduler of Windows: tasks in a folder of this program, and schtasks. They run while the user is logged in.
// schtasks prints the next time in the form of the user's language only, which is not read.
class TaskScheduler final : public Scheduler
{
public:
    TaskScheduler(CommandRunner run, const QTimeZone &here, QDateTime now);

    [[nodiscard]] SchedulerKind kind() const override { return SchedulerKind::Windows; }
    [[nodiscard]] Core::Result<void> install(const Handover &handover) override;
    [[nodiscard]] Core::Result<void> remove(const QString &profileId) override;
    [[nodiscard]] Core::Result<QList<Installed>> installed() override;

private:
    [[nodiscard]] Core::Result<QStringList> ids() const; // of all tasks in the folder
    [[nodiscard]] Core::Result<std::optional<QByteArray>> read(const QString &profileId) const; // none: there is none
    [[nodiscard]] Core::Result<std::optional<QByteArray>> readOurs(const QString &profileId) const; // also NotOurs
    [[nodiscard]] Core::Result<void> create(const QString &profileId, const QByteArray &task) const;
    [[nodiscard]] Core::Result<void> erase(const QString &profileId) const;

    const CommandRunner m_run;
    const QTimeZone m_here;
    const QDateTime m_now;
};

} // namespace Schedule
