#pragma once

#include "setup/scheduledraft.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;
class QTimeEdit;

namespace Ui {

// Basic, as in Domo: every so many hours, days, weekdays, weeks or months.
class BasicTimetable final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BasicTimetable)

public:
    explicit BasicTimetable(QWidget *parent = nullptr);

    void load(const Setup::ScheduleDraft &draft);
    void store(Setup::ScheduleDraft &draft) const;

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
    QLabel *m_help; // what the unit takes from the start
};

} // namespace Ui
