#pragma once

#include "history/runhistory.h"
#include "profiles/profilestore.h"
#include "profiles/secretstore.h"
#include "setup/login.h"
#include "writeback/runcontroller.h"

#include <chrono>
#include <map>

namespace Desktop {

// What the window shows of a run under way or just ended.
struct RunProgress
{
    struct Step
    {
        Writeback::StepName name = Writeback::StepName::SignIn;
        qint64 done = 0;
        qint64 total = 0; // 0: unknown
        std::chrono::steady_clock::time_point began{};
        double elapsed = 0; // seconds, when it was last heard of
        enum class End { NotYet, Well, Badly } end = End::NotYet;

        [[nodiscard]] bool hasEnded() const { return end != End::NotYet; }
    };

    bool running = false;
    bool cancelling = false;
    QList<Step> steps; // in the order in which they began
    std::optional<Writeback::ReviewSummary> question; // while the run waits for answer()
    std::optional<Writeback::RunReport> report; // when it has ended
};

// All runs of this window, several at a time, one for each profile. Reads the secrets, starts the engine on its own
// thread, and writes every run that ended into the history. Two runs on one sheet are the engine's to refuse.
class Runs final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Runs)

public:
    Runs(Profiles::ProfileStore &store, Profiles::SecretStore &secrets, History::RunHistory &history,
         QObject *parent = nullptr);
    ~Runs() override;

    // Ids by value: who listens to changed() may change what the caller passed.
    void start(QString profileId); // one under way goes on
    void cancel(QString profileId);
    void answer(QString profileId, bool write); // to asked()
    void cancelAll();
    void dismiss(QString profileId); // what is shown of a run that has ended; the history keeps it

    [[nodiscard]] RunProgress progress(const QString &profileId) const; // empty when it has not run in this window
    [[nodiscard]] bool isRunning(const QString &profileId) const;
    [[nodiscard]] int running() const;

Q_SIGNALS:
    void changed(const QString &profileId);
    void asked(const QString &profileId); // formulas would be overwritten: the run waits for answer()
    void ended(const QString &profileId, const Writeback::RunReport &report);
    void notRecorded(const Core::Error &error); // what ended could not be written into the history

private:
    struct Entry
    {
        RunProgress progress;
        int number = 0; // of this run; what the keychain answers for an earlier one is of no use
        QDateTime started;
        std::unique_ptr<Writeback::RunController> controller;
    };

    void run(QString profileId, int number, const Core::Result<Setup::Login> &login);
    // Changes what is known of a step, and says so.
    template <typename Change> void hear(QString profileId, Writeback::StepName step, Change change);
    void fail(QString profileId, const Core::Error &error);
    void end(QString profileId, const Writeback::RunReport &report);

    Profiles::ProfileStore &m_store;
    Profiles::SecretStore &m_secrets;
    History::RunHistory &m_history;
    std::map<QString, Entry> m_entries;
    int m_started = 0;
};

} // namespace Desktop
