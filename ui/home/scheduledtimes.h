#pragma once

#include "profiles/profile.h"
#include "ui/review/latest.h"

#include <QDateTime>
#include <QHash>
#include <QTimer>

namespace Ui {

// The next time that each schedule of a list says. Computed on a thread of the pool, because a file of holidays may be
// slow to read; again once one of them is over.
class ScheduledTimes final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScheduledTimes)

public:
    explicit ScheduledTimes(QObject *parent = nullptr);

    void set(const QList<Profiles::Profile> &profiles);

    // Invalid: it says none, for as long as is looked. None: not known yet, or the writeback runs manually.
    [[nodiscard]] std::optional<Core::Result<QDateTime>> of(const QString &profileId) const;

Q_SIGNALS:
    void changed();

private:
    using Timetables = QHash<QString, Profiles::Timetable>; // by the ID of the profile
    using Times = QHash<QString, Core::Result<QDateTime>>;

    void compute();
    void take(const Times &times);

    Timetables m_timetables;
    Times m_times;
    Latest<Times> m_computing;
    QTimer m_again;
};

} // namespace Ui
