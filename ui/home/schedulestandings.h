#pragma once

#include "core/latest.h"
#include "runs/turn.h"

#include <QHash>
#include <QTimer>

namespace Ui {

// How the schedules of a list stand. Computed on a thread of the pool, because a file of holidays may be slow to read;
// again from time to time, because times of schedules pass.
class ScheduleStandings final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScheduleStandings)

public:
    explicit ScheduleStandings(QObject *parent = nullptr);

    struct Scheduled // of a writeback, what the history knows
    {
        Profiles::Schedule schedule{};
        Runs::ScheduleFacts facts{};
        QDateTime lastRun{}; // invalid: there is none

        friend bool operator==(const Scheduled &, const Scheduled &) = default;
    };
    using All = QHash<QString, Scheduled>; // by the ID of the profile; those that run manually may be left out

    void set(const All &all);

    // None: not known yet, or the writeback was left out.
    [[nodiscard]] std::optional<Core::Result<Runs::ScheduleStanding>> of(const QString &profileId) const;

Q_SIGNALS:
    void changed();

private:
    using Standings = QHash<QString, Core::Result<Runs::ScheduleStanding>>;

    void compute();
    void take(const Standings &standings);

    All m_all;
    Standings m_standings;
    Core::Latest<Standings> m_computing;
    QTimer m_again;
};

} // namespace Ui
