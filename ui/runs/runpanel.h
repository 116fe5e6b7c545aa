#pragma once

#include "runs/profileruns.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace Desktop {

// One run: its steps with ticks, counts and rates, what it asks, and at its end one sentence on what happened to the
// sheet, with details to copy.
class RunPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunPanel)

public:
    explicit RunPanel(QWidget *parent = nullptr);

    void show(const QString &title, const Runs::RunProgress &progress);

Q_SIGNALS:
    void cancelWanted();
    void answered(bool write);
    void openInWorkivaWanted();
    void dismissed();

private:
    void showSteps(const Runs::RunProgress &progress);
    void showWords(const Runs::RunProgress &progress);

    QLabel *m_title;
    QListWidget *m_steps;
    QProgressBar *m_bar;
    QLabel *m_sentence;
    QPlainTextEdit *m_details;
    QPushButton *m_write;
    QPushButton *m_decline;
    QPushButton *m_cancel;
    QPushButton *m_open;
    QPushButton *m_copy;
    QPushButton *m_dismiss;
};

} // namespace Desktop
