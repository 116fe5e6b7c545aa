#pragma once

#include "setup/scheduledraft.h"
#include "core/latest.h"

#include <QSet>
#include <QWidget>

class QCheckBox;
class QDateEdit;
class QPushButton;
class QSpinBox;

namespace Ui {

class AdvancedTimetable;
class BasicTimetable;
class RunRules;
class ScheduleOutlook;
class Segments;
class StatusLine;
class TimeZoneField;

// When a writeback runs without a person, and what such a run does: Manually, Basic or Advanced.
class ScheduleForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScheduleForm)

public:
    explicit ScheduleForm(QWidget *parent = nullptr);

    void load(const Profiles::Schedule &schedule);
    [[nodiscard]] Core::Result<Profiles::Schedule> schedule() const;
    [[nodiscard]] QString missing() const; // the first thing to correct; empty: nothing

    [[nodiscard]] QWidget *makeOutlook(); // what follows from the entries, to be shown beside the form

Q_SIGNALS:
    void changed(); // what was entered, or may have
    void edited(); // by the user

private:
    using Holidays = Core::Result<QSet<QDate>>;

    [[nodiscard]] QWidget *makeManual();
    [[nodiscard]] QWidget *makeAutomatic();
    void listen();
    void edit();
    void loadDraft(const Setup::ScheduleDraft &draft);
    [[nodiscard]] Setup::ScheduleDraft draft() const;
    void openDomoForm();
    void showWhatFollows();
    void showFault(const Core::Error *fault);
    void readHolidays(const QString &path); // empty: there are none
    void showHolidays();

    Segments *m_form;
    QPushButton *m_paste;
    QWidget *m_manual = nullptr;
    QSpinBox *m_remind;
    QWidget *m_automatic = nullptr;
    BasicTimetable *m_basic;
    AdvancedTimetable *m_advanced;
    QCheckBox *m_hasStart;
    QDateEdit *m_start;
    StatusLine *m_startFault;
    TimeZoneField *m_timeZone;
    StatusLine *m_timeZoneFault;
    RunRules *m_rules;
    ScheduleOutlook *m_outlook = nullptr; // in the hands of makeOutlook()'s caller
    QString m_holidaysPath;
    std::optional<Holidays> m_holidays = QSet<QDate>(); // of that file; none: it is being read
    Core::Latest<Holidays> m_reading;
};

} // namespace Ui
