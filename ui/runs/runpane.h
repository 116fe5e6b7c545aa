#pragma once

#include "history/schedulelog.h"
#include "profiles/profile.h"
#include "runs/standing.h"
#include "words/answertext.h"
#include "writeback/runrequest.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace Ui {

class Banner;
class CountsRow;
class LineList;
class PastRunList;
class RunSteps;
class RunSummary;
class ToneLabel;
class WrapLabel;

// A writeback beside the list: whether its sheet is right, and how that is known; its last run with counts, facts,
// error and steps; its past runs. While it runs: what it does and waits for, and its question.
class RunPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunPane)

public:
    explicit RunPane(const QList<QAction *> &more, QWidget *parent = nullptr); // `more`: the entries of its menu

    // `past`: the runs of the profile that the history has, the newest first; `others`: see Runs::otherChanges();
    // `notes`: of its schedule.
    void show(const Profiles::Profile &profile, const Runs::RunProgress &progress,
              const QList<History::RunRecord> &past, const QList<History::OtherChange> &others = {},
              const QList<History::ScheduleNote> &notes = {});
    void showWithoutPast(const Profiles::Profile &profile, const Runs::RunProgress &progress); // it cannot be read
    void setCanOpen(bool can); // whether the sheet has a page; by default it has

Q_SIGNALS:
    void runWanted();
    void cancelWanted();
    void answered(bool write);
    void reviewWanted(); // of the run that waits for an answer
    void retryWanted(Writeback::Unsettled unsettled); // after a run was refused because of an earlier write
    void checkWanted();
    void openInWorkivaWanted();
    void pastRunsWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeBody();
    void connectButtons();
    void showAll();
    void showHead();
    void showCurrent();
    void showQuestion(const Writeback::ReviewSummary &review);
    void showLast();
    void showPast(const QDateTime &now);
    void showOutdated(const Words::Answer &answer, const QDateTime &when);
    void showBanner(const Words::Answer &answer, const QDateTime &when = {});
    void hideQuestion();
    [[nodiscard]] std::optional<History::RunRecord> own() const;

    Profiles::Profile m_profile;
    Runs::RunProgress m_progress;
    QList<History::RunRecord> m_past;
    QList<History::OtherChange> m_others;
    QList<History::ScheduleNote> m_scheduleNotes;
    bool m_isPastKnown = true;
    QString m_details; // to be copied
    QTimer m_midnight; // "today" becomes "yesterday"

    QVBoxLayout *m_body = nullptr; // below the title
    WrapLabel *m_title;
    WrapLabel *m_target;
    WrapLabel *m_schedule; // unless it says nothing but that a person runs it
    QPushButton *m_run;
    QPushButton *m_stop;
    QToolButton *m_more;
    Banner *m_banner;
    LineList *m_standing; // what earlier runs are still good for
    ToneLabel *m_now; // the current step, with its rate and remaining time
    QProgressBar *m_bar;
    ToneLabel *m_wait;
    ToneLabel *m_loss; // what would be lost
    ToneLabel *m_notes;
    QPushButton *m_write;
    QPushButton *m_decline;
    QPushButton *m_review;
    CountsRow *m_counts; // of the current run
    RunSummary *m_summary; // of the last one
    QPushButton *m_retry;
    QPushButton *m_goOn;
    QPushButton *m_check;
    QPushButton *m_open;
    QPushButton *m_copy;
    RunSteps *m_steps;
    QLabel *m_pastTitle;
    QPushButton *m_allPast;
    PastRunList *m_pastList;
};

} // namespace Ui
