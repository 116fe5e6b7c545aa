#pragma once

#include "setup/scheduledraft.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QRadioButton;
class QSpinBox;
class QTimeEdit;

namespace Ui {

class TickRow;
class ToneLabel;

// Advanced: which days, and at which times of day.
class AdvancedTimetable final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AdvancedTimetable)

public:
    explicit AdvancedTimetable(QWidget *parent = nullptr);

    void load(const Setup::ScheduleDraft &draft);
    void store(Setup::ScheduleDraft &draft) const;

Q_SIGNALS:
    void edited(); // by the user

private:
    [[nodiscard]] QWidget *makeMonths();
    [[nodiscard]] QWidget *makeBusinessDay();
    [[nodiscard]] QWidget *makeTimes();
    void listen();
    void chooseHolidays();
    void showChosen();

    QComboBox *m_kind;
    QSpinBox *m_days;
    QWidget *m_daysRow;
    QSpinBox *m_weeks;
    QWidget *m_weeksRow;
    TickRow *m_which; // weekdays of the month
    TickRow *m_weekdays;
    QLineEdit *m_daysOfMonth;
    QCheckBox *m_lastDay;
    QWidget *m_daysOfMonthRow;
    QWidget *m_monthsRow;
    QRadioButton *m_everyMonths;
    QSpinBox *m_months;
    QRadioButton *m_namedMonths;
    TickRow *m_names; // of months
    QWidget *m_businessRow;
    QSpinBox *m_businessDay;
    QComboBox *m_end; // from which business days are counted
    TickRow *m_weekend;
    QLineEdit *m_holidays;
    QRadioButton *m_setTimes;
    QLineEdit *m_times;
    QRadioButton *m_isInterval;
    QSpinBox *m_every;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
};

} // namespace Ui
