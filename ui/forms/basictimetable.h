#pragma once

#include "setup/scheduledraft.h"
#include "ui/forms/schedulepart.h"
#include "words/line.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;
class QTimeEdit;

namespace Ui {

class StatusLine;

// Basic, as in Domo: every so many hours, days, weeks or months, or every weekday.
class BasicTimetable final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BasicTimetable)

public:
    explicit BasicTimetable(QWidget *parent = nullptr);

    void load(const Setup::ScheduleDraft::Basic &basic);
    [[nodiscard]] Setup::ScheduleDraft::Basic basic() const;
    void showFault(SchedulePart part, const Words::Line &line); // if it is in a part that is entered here

Q_SIGNALS:
    void edited(); // by the user

private:
    void showUnit();

    QSpinBox *m_every;
    QComboBox *m_unit;
    QWidget *m_atRow;
    QTimeEdit *m_at;
    QWidget *m_hoursRow;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
    QLabel *m_help; // what follows from the unit
    StatusLine *m_fault; // of the times
};

} // namespace Ui
