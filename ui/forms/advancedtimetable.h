#pragma once

#include "setup/scheduledraft.h"
#include "ui/forms/schedulepart.h"
#include "words/line.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QRadioButton;
class QSpinBox;
class QTimeEdit;
class QVBoxLayout;

namespace Ui {

class StatusLine;
class TickRow;

// Advanced: which days, and at which times of day.
class AdvancedTimetable final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AdvancedTimetable)

public:
    explicit AdvancedTimetable(QWidget *parent = nullptr);

    void load(const Setup::ScheduleDraft::Advanced &advanced);
    [[nodiscard]] Setup::ScheduleDraft::Advanced advanced() const;
    void showFault(SchedulePart part, const Words::Line &line); // if it is in a part that is entered here
    void showHolidays(const Words::Line &line); // what is known of their file; without a text: nothing

Q_SIGNALS:
    void edited(); // by the user

private:
    void addDays(QVBoxLayout *layout);
    [[nodiscard]] QWidget *makeBusinessDay();
    [[nodiscard]] QWidget *makeMonths();
    void addTimes(QVBoxLayout *layout);
    void listen();
    void loadDays(const Profiles::Days &days);
    [[nodiscard]] Profiles::Days days() const;
    [[nodiscard]] Profiles::Months months() const;
    void chooseHolidays();
    void showChosen();

    QComboBox *m_kind; // by its index in Profiles::Days
    QSpinBox *m_everyDays;
    QWidget *m_everyDaysRow = nullptr;
    QSpinBox *m_everyWeeks;
    QWidget *m_everyWeeksRow = nullptr;
    QLineEdit *m_daysOfMonth;
    QCheckBox *m_lastDay;
    QWidget *m_daysOfMonthRow = nullptr;
    TickRow *m_which; // weekdays of the month
    TickRow *m_weekdays;
    QSpinBox *m_businessDay;
    QComboBox *m_end; // of the month, from which business days are counted
    TickRow *m_weekend;
    QLineEdit *m_holidays;
    StatusLine *m_holidaysInfo;
    QWidget *m_businessDayRow = nullptr;
    QWidget *m_monthsRow = nullptr;
    QRadioButton *m_everyMonth;
    QSpinBox *m_everyMonths;
    QRadioButton *m_named;
    TickRow *m_months;
    StatusLine *m_daysFault;
    QRadioButton *m_atSetTimes;
    QLineEdit *m_setTimes;
    QRadioButton *m_atInterval;
    QSpinBox *m_minutes;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
    QWidget *m_intervalRow = nullptr;
    StatusLine *m_timesFault;
};

} // namespace Ui
