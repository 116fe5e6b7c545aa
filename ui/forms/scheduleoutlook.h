#pragma once

#include "profiles/schedule.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;

namespace Ui {

class LineList;
class WrapLabel;

// What follows from a schedule: its sentence, its next times, what daylight saving does to them, and what its runs do.
class ScheduleOutlook final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScheduleOutlook)

public:
    static constexpr int times = 5;

    explicit ScheduleOutlook(QWidget *parent = nullptr);

    // Without holidays, although it has a file of them: its times are not known.
    void show(const Profiles::Schedule &schedule, const std::optional<QSet<QDate>> &holidays);
    using QWidget::show;
    void showNothing(); // while the schedule is not possible

private:
    void showAll();
    void showTimes(const Profiles::Timetable &timetable, const QSet<QDate> &holidays);

    Profiles::Schedule m_schedule;
    std::optional<QSet<QDate>> m_holidays;
    WrapLabel *m_sentence;
    QLabel *m_timesTitle;
    WrapLabel *m_times;
    LineList *m_daylight;
    LineList *m_notes;
    QTimer m_again; // once the first time is over
};

} // namespace Ui
