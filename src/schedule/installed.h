#pragma once

#include "schedule/scheduler.h"

#include "profiles/profile.h"

namespace Schedule {

// What is handed over on this computer, compared with what is saved. Pure.

// The saved writebacks of a data folder, and how they are handed over.
struct Saved
{
    QList<Profiles::Profile> profiles{};
    QStringList unreadable{}; // IDs of those that could not be read: nothing is known of their schedules
    Handover handover{}; // program and options of each
    std::optional<SchedulerKind> scheduler{}; // to which they are handed over; none: this computer has none
};

// Cause of an InvalidInput error about a writeback that is to be handed over, but runs only when someone starts it.
struct NotScheduled
{
    friend bool operator==(const NotScheduled &, const NotScheduled &) = default;
};

struct Compared
{
    enum class State {
        Same,
        Differs, // see `differences`
        NotInstalled,
        NotWanted, // the writeback is gone, archived or manual, or it belongs to another scheduler
        Unreadable, // what the scheduler has, or the writeback
        NotActive, // otherwise the same, but the scheduler will not start it
        Elsewhere, // of another data folder, whose writebacks are not among the saved ones
    };
    enum class Difference {
        Schedule,
        Program, // its path
        Options,
        Name, // of the writeback
        Text, // the scheduler's own, or what is made of it in this computer's time zone
    };
    static constexpr State lastState = State::Elsewhere;
    static constexpr Difference lastDifference = Difference::Text;

    QString profileId{};
    QString name{}; // of the writeback, as it is saved, or else as it was handed over; empty: not known
    State state = State::Same;
    QList<Difference> differences{};
    std::optional<SchedulerKind> scheduler{}; // that has it, or should
    std::optional<Installed> installed{}; // none if it is not
    std::optional<Handover> wanted{}; // what should be handed over; with the credentials that are installed

    friend bool operator==(const Compared &, const Compared &) = default;
};

[[nodiscard]] QString name(Compared::State state); // "notInstalled"
[[nodiscard]] QString name(Compared::Difference difference); // "program"

// Each writeback that is scheduled, and everything that is installed, by name.
[[nodiscard]] QList<Compared> compare(const Saved &saved, const QList<Installed> &installed);

// What is to be handed over for a writeback that is in use and scheduled; none otherwise.
[[nodiscard]] std::optional<Handover> handoverOf(const Profiles::Profile &profile, const Saved &saved);

// What makes everything the same. What a later version handed over or saved is left alone.
struct Repair
{
    struct Removal
    {
        SchedulerKind scheduler{};
        QString profileId;

        friend bool operator==(const Removal &, const Removal &) = default;
    };

    QList<Removal> removals{};
    QList<Handover> installs{};

    friend bool operator==(const Repair &, const Repair &) = default;
};

[[nodiscard]] Repair repairOf(const QList<Compared> &compared);

} // namespace Schedule
