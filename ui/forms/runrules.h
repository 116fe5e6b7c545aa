#pragma once

#include "profiles/schedule.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace Ui {

class DurationField;

// What runs of a schedule do: error handling, missed runs, new data, pauses, a person after a change.
class RunRules final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunRules)

public:
    explicit RunRules(QWidget *parent = nullptr);

    void load(const Profiles::Automatically &rules); // all but the timetable
    [[nodiscard]] Profiles::Automatically rules() const;

Q_SIGNALS:
    void edited(); // by the user

private:
    void showRetry();

    QComboBox *m_onFailure;
    QWidget *m_retryRow;
    QSpinBox *m_tries;
    DurationField *m_wait;
    DurationField *m_catchUp;
    QSpinBox *m_pauseAfter;
    QCheckBox *m_onlyNewData;
    QCheckBox *m_confirmChanges;
};

} // namespace Ui
