#pragma once

#include "cli/saveddata.h"
#include "schedule/installed.h"
#include "schedule/schedulers.h"

#include <QJsonObject>

#include <memory>
#include <vector>

namespace Cli {

// The schedulers of this computer, and what is saved for them. Runs commands, and blocks meanwhile. Borrows the data.
class Schedules final
{
public:
    // `dataDir`: empty for the user's own.
    Schedules(const SavedData &data, const QString &dataDir);
    Q_DISABLE_COPY_MOVE(Schedules)

    [[nodiscard]] const Schedule::Saved &saved() const { return m_saved; }
    [[nodiscard]] const Schedule::CommandRunner &runner() const { return m_surroundings.run; }
    [[nodiscard]] const Schedule::Surroundings &surroundings() const { return m_surroundings; }

    [[nodiscard]] Schedule::Scheduler *first() const; // to hand over to; null: there is none
    [[nodiscard]] Schedule::Scheduler *scheduler(Schedule::SchedulerKind kind) const; // null: not here

    [[nodiscard]] Core::Result<QList<Schedule::Installed>> installed() const;
    [[nodiscard]] Core::Result<QList<Schedule::Compared>> compared() const;

    // To the first scheduler. Notes in the history that this schedule is in force, unless it was already: from then on
    // its times without a run count as missed.
    [[nodiscard]] Core::Result<void> handOver(const Schedule::Handover &handover) const;

private:
    const Runs::DataFolder &m_folder;
    const Schedule::Surroundings m_surroundings;
    const std::vector<std::unique_ptr<Schedule::Scheduler>> m_schedulers;
    const Schedule::Saved m_saved;
};

[[nodiscard]] Core::Error noScheduler();

// When a run is next: as the scheduler tells, or else as the schedule says; none: neither tells.
[[nodiscard]] std::optional<QDateTime> nextOf(const Schedule::Compared &compared, const QDateTime &now);

// One row of a table: name, state, next time, scheduler.
[[nodiscard]] QStringList rowOf(const Schedule::Compared &compared, const QDateTime &now);

// Names may be added, but never changed.
[[nodiscard]] QJsonObject objectOf(const Schedule::Compared &compared, const QDateTime &now);

// What an error means and what to do, in one line.
[[nodiscard]] QString lineOf(const Core::Error &error);

} // namespace Cli
