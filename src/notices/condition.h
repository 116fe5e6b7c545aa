#pragma once

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace Notices {

enum class Kind {
    Well,
    Failing, // its last run did not do what it was to do
    NeedsYou, // it waits for a person's decision
    Overdue, // a run that was due did not start
    Paused, // it is not started any more until a person has seen to it
    Reminder, // it runs manually, and has not been run for longer than wished
};
inline constexpr std::array kinds{Kind::Well,    Kind::Failing, Kind::NeedsYou,
                                  Kind::Overdue, Kind::Paused,  Kind::Reminder};

// In what condition a saved writeback is that runs without a person watching, or that its user wants to be reminded of.
// Texts are for people elsewhere: names and reasons, never the value of a cell.
struct Condition
{
    QString profileId{};
    QString profileName{};
    QString group{}; // may be empty
    Kind kind = Kind::Well;
    QString state{}; // how its last run ended, a Writeback::name(State); empty: there was none, or it is not known
    QString what{}; // in sentences: what happened, and what to do; may be empty
    QString quote{}; // to be quoted to support; may be empty
    QDateTime since{}; // UTC: since when it has been so; invalid: not known
    QDateTime started{}; // UTC: that run; invalid: there was none

    friend bool operator==(const Condition &, const Condition &) = default;
};

// A condition of which somebody was not told yet.
struct Change
{
    Condition now{};
    Kind before = Kind::Well; // as that somebody was told

    friend bool operator==(const Change &, const Change &) = default;
};

// What somebody was told last, by profile ID; of those who are well, nothing.
using Told = QHash<QString, Kind>;

// What is to be told: conditions of another kind than the one told last. So whatever happens between two changes, each
// is told once. Of several conditions of a profile the last counts. In the order of `now`. Pure.
[[nodiscard]] QList<Change> untold(const Told &told, const QList<Condition> &now);

// Those of each group together, which may be that of no name. Pure.
[[nodiscard]] QList<QList<Change>> byGroup(const QList<Change> &changes);

// The stable names in files and JSON: "needsYou".
[[nodiscard]] QString name(Kind kind);
[[nodiscard]] std::optional<Kind> kindNamed(const QString &name);

} // namespace Notices
