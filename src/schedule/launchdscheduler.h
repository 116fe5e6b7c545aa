#pragma once

#include "schedule/keptfile.h"
#include "schedule/scheduler.h"

namespace Schedule {

// launchd of macOS: an agent in the folder of the user's agents, and launchctl. Agents run while the user is logged
// in. launchd does not tell when it will start one.
class LaunchdScheduler final : public Scheduler
{
public:
    LaunchdScheduler(CommandRunner run, QString agentFolder, const QTimeZone &here, QDateTime now);

    [[nodiscard]] SchedulerKind kind() const override { return SchedulerKind::Launchd; }
    [[nodiscard]] Core::Result<void> install(const Handover &handover) override;
    [[nodiscard]] Core::Result<void> remove(const QString &profileId) override;
    [[nodiscard]] Core::Result<QList<Installed>> installed() override;

private:
    struct Before
    {
        QString domain; // of the user: "gui/501"
        QString label;
        KeptFile file;
        bool isLoaded = false;
    };

    [[nodiscard]] Core::Result<Before> before(const QString &profileId) const; // also NotOurs
    // The file has the content, or there is none, and launchd has what the file says.
    [[nodiscard]] Core::Result<void> become(const Before &before, const std::optional<QByteArray> &content) const;
    [[nodiscard]] Core::Result<void> change(const Before &before, const std::optional<QByteArray> &content) const;
    [[nodiscard]] Core::Result<QString> domain() const;
    [[nodiscard]] Core::Result<bool> isLoaded(const QString &domain, const QString &label) const;
    [[nodiscard]] QString pathOf(const QString &label) const;

    const CommandRunner m_run;
    const QString m_folder;
    const QTimeZone m_here;
    const QDateTime m_now;
};

} // namespace Schedule
