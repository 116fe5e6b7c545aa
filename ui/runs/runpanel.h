#pragma once

#include "runs/runprogress.h"
#include "writeback/runrequest.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace Ui {

class ToneLabel;

// One run: its steps with results, counts and rates, its waits and its question; at the end, a sentence about the
// sheet, details to copy, and possible actions.
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
    void retryWanted(Writeback::Unsettled unsettled); // after a run was refused because of an earlier write
    void checkWanted();
    void openInWorkivaWanted();
    void dismissed();

private:
    void showSteps(const Runs::RunProgress &progress);
    void showButtons(const Runs::RunProgress &progress);
    void showWords(const Runs::RunProgress &progress);
    void showQuestion(const Writeback::ReviewSummary &review);
    void showEnd(const Runs::RunProgress &progress);
    void copy() const;

    QString m_facts; // copied with the details
    QLabel *m_title;
    QListWidget *m_steps;
    QProgressBar *m_bar;
    ToneLabel *m_loss; // what would be lost
    ToneLabel *m_sentence;
    QPlainTextEdit *m_details;
    QPushButton *m_write;
    QPushButton *m_decline;
    QPushButton *m_cancel;
    QPushButton *m_wait;
    QPushButton *m_goOn;
    QPushButton *m_check;
    QPushButton *m_open;
    QPushButton *m_copy;
    QPushButton *m_dismiss;
};

} // namespace Ui
