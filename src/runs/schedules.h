#pragma once

#include "history/schedulelog.h"
#include "schedule/installed.h"
#include "schedule/schedulers.h"

#include <memory>
#include <vector>

namespace Profiles {
class ProfileStore;
}

namespace Runs {

class DataFolder;

// The schedulers of this computer, and what a data folder has for them. Everything runs commands, and blocks its thread
// meanwhile; any one thread, also one of a pool.
class Schedules final
{
public:
    // What is saved now. Taken on the thread of the store and the folder, for any other.
    struct Wanted
    {
        Schedule::Saved saved{}; // without a scheduler
        History::Place history{};
        std::optional<Core::Error> fault{}; // why that is not kept, as a schedule needs it
        QString lockFolder{};
    };

    // `program` is the path of the command line.
    [[nodiscard]] static Wanted wantedBy(const Profiles::ProfileStore &store, const DataFolder &folder,
                                         const QString &program);

    explicit Schedules(Wanted wanted, Schedule::Surroundings surroundings = Schedule::ownSurroundings());
    Q_DISABLE_COPY_MOVE(Schedules)

    [[nodiscard]] const Schedule::Saved &saved() const { return m_wanted.saved; }
    [[nodiscard]] const Schedule::Surroundings &surroundings() const { return m_surroundings; }

    [[nodiscard]] Schedule::Scheduler *first() const; // to hand over to; null: there is none

    [[nodiscard]] Core::Result<QList<Schedule::Installed>> installed() const;
    [[nodiscard]] Core::Result<QList<Schedule::Compared>> compared() const;

    // To the first scheduler; Scheduler with NoScheduler as cause if there is none. Nothing is handed over if the
    // history is not kept in a file, or cannot be opened: Disk with the path as subject. Notes in the history that this
    // schedule is in force, unless it was already: from then on its times without a run count as missed.
    [[nodiscard]] Core::Result<void> handOver(const Schedule::Handover &handover) const;
    // Likewise, that it is out of force once no scheduler has it.
    [[nodiscard]] Core::Result<void> remove(const Schedule::Repair::Removal &removal) const;

    // Diagnoses the writeback in a program that the first scheduler starts, as it will start the runs: reaches both
    // services, and writes nothing. `options` are more of its options, such as --json. None: that scheduler cannot. A
    // test that is stopped is not waited for; in the scheduler, it goes on to its end.
    [[nodiscard]] std::optional<Core::Result<Schedule::CommandResult>>
    test(const Schedule::Handover &handover, const QStringList &options = {}, const std::stop_token &stop = {}) const;

    // When the scheduler starts it next: as it tells, or else as the schedule says that it has; none: neither tells.
    [[nodiscard]] static std::optional<QDateTime> nextOf(const Schedule::Compared &compared, const QDateTime &now);

private:
    const Schedule::Surroundings m_surroundings;
    const std::vector<std::unique_ptr<Schedule::Scheduler>> m_schedulers;
    const Wanted m_wanted;
};

[[nodiscard]] Core::Error noScheduler();

} // namespace Runs
