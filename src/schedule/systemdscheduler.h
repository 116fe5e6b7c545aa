#pragma once

#include "schedule/keptfile.h"
#include "schedule/scheduler.h"

#include <QHash>

namespace Schedule {

struct SystemdUnits;

// The instance of systemd for the user: a timer and a service in the folder of the user's units, and systemctl.
class SystemdScheduler final : public Scheduler
{
public:
    SystemdScheduler(CommandRunner run, QString unitFolder);

    // It answers, or there are timers of this program, so that it did when they were handed over.
    [[nodiscard]] bool isUsed() const;

    [[nodiscard]] SchedulerKind kind() const override { return SchedulerKind::Systemd; }
    [[nodiscard]] Core::Result<void> install(const Handover &handover) override;
    [[nodiscard]] Core::Result<void> remove(const QString &profileId) override;
    [[nodiscard]] Core::Result<QList<Installed>> installed() override;

private:
    using Properties = QHash<QString, QString>; // of a unit

    // The unit's files, and how it is, before a change.
    struct Before
    {
        QString name; // of the units, without suffix
        KeptFile timer;
        KeptFile service;
        bool isEnabled = false;
        bool isActive = false;

        [[nodiscard]] bool isThere() const { return timer.before() || service.before(); }
    };

    [[nodiscard]] Core::Result<Before> before(const QString &profileId) const; // also NotOurs
    [[nodiscard]] Core::Result<void> tryInstall(const Before &before, const SystemdUnits &units, bool &isLoaded) const;
    [[nodiscard]] Core::Result<void> tryRemove(const Before &before, bool &isLoaded) const;
    [[nodiscard]] Core::Failure undone(const Before &before, Core::Error error, bool isLoaded) const;
    [[nodiscard]] Core::Result<void> control(const QStringList &arguments) const;
    [[nodiscard]] Core::Result<QHash<QString, Properties>> properties(const QStringList &units) const; // by unit
    [[nodiscard]] bool isActive(const QString &name, const QHash<QString, Properties> &properties) const;
    [[nodiscard]] QString pathOf(const QString &unit) const;

    const CommandRunner m_run;
    const QString m_folder;
};

} // namespace Schedule
