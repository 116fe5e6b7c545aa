#include "history/journals.h"
#include "history/runhistory.h"
#include "writeback/sheetlock.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace History;
using namespace Support;
using Writeback::State;

class TestRunHistory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<HistoryFile>();
        m_history = RunHistory::open(place(), m_file->folder.path()).value();
        QVERIFY(m_history->setAside().isEmpty());
    }

    void cleanup()
    {
        m_history.reset();
        QCOMPARE(QSqlDatabase::connectionNames(), QStringList());
    }

    void newestIsFirst()
    {
        QCOMPARE(m_history->runs(profileId)->size(), 0);
        for (const int minutes : {2, 1, 3, 3})
            QVERIFY(recordRun(place(), entry(minutes)));
        QList<qint64> ids;
        const QList<RunRecord> runs = m_history->runs(profileId).value();
        for (const RunRecord &run : runs)
            ids.append(run.id);
        QCOMPARE(ids, (QList<qint64>{4, 3, 1, 2}));
    }

    void numberOfRunsIsLimited()
    {
        for (int i = 0; i < 5; ++i)
            QVERIFY(recordRun(place(), entry(i)));
        QCOMPARE(m_history->runs(profileId, 3)->size(), 3);
        QCOMPARE(m_history->runs(profileId, 3)->first().entry.started, entry(4).started);
        QCOMPARE(m_history->runs(profileId, 0)->size(), 0);
        QCOMPARE(m_history->allRuns(2)->size(), 2);
        QCOMPARE(m_history->runs(profileId, RunHistory::noLimit)->size(), 5);
        QCOMPARE(m_history->allRuns()->size(), 5);
    }

    void changesOfOtherWritebacksAreKnown()
    {
        QVERIFY(recordRun(place(), entry(1)));
        const RunRecord run = m_history->runs(profileId)->first();
        QCOMPARE(m_history->otherChangesSince(run)->size(), 0);
        QVERIFY(recordRun(place(), entry(2))); // its own
        QVERIFY(open(place())->begin(entry(3, u"p2"_s))); // sent nothing
        Writeback::JournalEntry elsewhere = entry(4, u"p2"_s);
        elsewhere.sheet = sheetAt(u"another"_s);
        QVERIFY(recordRun(place(), elsewhere));
        const auto refused = open(place());
        QVERIFY(refused->begin(entry(5, u"p2"_s)));
        QVERIFY(refused->ended(refused->sending(u"A1"_s).value(), Writeback::Journal::ChangeEnd::Refused));
        QCOMPARE(m_history->otherChangesSince(run)->size(), 0);

        // It began before that run, and has sent since.
        QVERIFY(recordRun(place(), entry(0, u"p2"_s)));
        QVERIFY(recordRun(place(), entry(6, u"p2"_s))); // the same range
        QVERIFY(recordRun(place(), entry(7, QString()))); // of no writeback
        const QList<OtherChange> others = m_history->otherChangesSince(run).value();
        QCOMPARE(others.size(), 2);
        for (const OtherChange &other : others)
            QCOMPARE(other.range, u"B3:C9"_s);
        QVERIFY(others.first().sent >= others.last().sent);

        RunRecord later = run;
        later.entry.started = QDateTime::currentDateTimeUtc().addSecs(60);
        QCOMPARE(m_history->otherChangesSince(later)->size(), 0);
    }

    void lastRunOfAProfile()
    {
        QVERIFY(!m_history->last(RunHistory::Last::Run, profileId)->has_value());
        QVERIFY(recordRun(place(), entry(2)));
        QVERIFY(recordRun(place(), entry(1)));
        QVERIFY(recordRun(place(), entry(9, u"p2"_s)));
        QCOMPARE(m_history->last(RunHistory::Last::Run, profileId).value()->entry.started, entry(2).started);
    }

    void checkIsNoRun()
    {
        Writeback::JournalEntry check = entry(3);
        check.kind = Writeback::RunKind::Check;
        QVERIFY(recordRun(place(), entry(2), State::Failed));
        QVERIFY(recordRun(place(), check, State::NothingToDo));
        QVERIFY(recordRun(place(), entry(1), State::Failed));
        QCOMPARE(m_history->last(RunHistory::Last::Run, profileId).value()->entry.started, entry(2).started);
        QCOMPARE(m_history->last(RunHistory::Last::Check, profileId).value()->entry.started, check.started);
        QCOMPARE(m_history->last(RunHistory::Last::Verified, profileId).value()->entry.started, check.started);
        QCOMPARE(m_history->lastOfAll(RunHistory::Last::Run)->value(profileId).entry.started, entry(2).started);
    }

    void lastRunsOfAllProfiles()
    {
        QVERIFY(m_history->lastOfAll(RunHistory::Last::Run)->isEmpty());
        QVERIFY(recordRun(place(), entry(2)));
        QVERIFY(recordRun(place(), entry(1)));
        QVERIFY(recordRun(place(), entry(9, u"p2"_s)));
        QVERIFY(recordRun(place(), entry(9, {})));
        const auto last = m_history->lastOfAll(RunHistory::Last::Run).value();
        QCOMPARE(last.size(), 2);
        QCOMPARE(last.value(profileId).entry.started, entry(2).started);
        QCOMPARE(last.value(u"p2"_s).entry.started, entry(9).started);
    }

    void laterFailureDoesNotHideWhatWasVerified()
    {
        QVERIFY(m_history->lastOfAll(RunHistory::Last::Verified)->isEmpty());
        QVERIFY(recordRun(place(), entry(1), State::Verified));
        QVERIFY(recordRun(place(), entry(2), State::Verified));
        QVERIFY(recordRun(place(), entry(3), State::Failed));
        QVERIFY(begin(entry(4)));
        QVERIFY(recordRun(place(), entry(5, u"p2"_s), State::Failed));
        const auto verified = m_history->lastOfAll(RunHistory::Last::Verified).value();
        QCOMPARE(verified.size(), 1);
        QCOMPARE(verified.value(profileId).entry.started, entry(2).started);
        QCOMPARE(m_history->last(RunHistory::Last::Verified, profileId).value()->entry.started, entry(2).started);
        QVERIFY(!m_history->last(RunHistory::Last::Verified, u"p2"_s)->has_value());
        QVERIFY(m_history->last(RunHistory::Last::Run, profileId).value()->isInterrupted());
    }

    void nothingToDoIsAProofToo()
    {
        QVERIFY(recordRun(place(), entry(1), State::NothingToDo));
        QVERIFY(recordRun(place(), entry(2), State::OutcomeUnknown));
        QCOMPARE(m_history->lastOfAll(RunHistory::Last::Verified)->value(profileId).entry.started, entry(1).started);
    }

    void runsWithoutAProfileAreAmongAll()
    {
        QVERIFY(recordRun(place(), entry(1)));
        QVERIFY(recordRun(place(), entry(2, {})));
        QCOMPARE(m_history->runs(profileId)->size(), 1);
        const auto all = m_history->allRuns().value();
        QCOMPARE(all.size(), 2);
        QCOMPARE(m_history->count().value(), 2);
        QCOMPARE(all.first().entry.profileId, QString());
    }

    void runWithoutAnEndIsInterrupted()
    {
        QVERIFY(begin(entry()));
        const auto run = m_history->last(RunHistory::Last::Run, profileId).value();
        QVERIFY(run && run->isInterrupted() && !run->isRunning);
        QCOMPARE(run->changesSent, 0);
    }

    void runWhoseSheetIsLockedIsGoing()
    {
        Writeback::SheetLock lock;
        QVERIFY(lock.take(m_file->folder.path(), sheetAt()));
        QVERIFY(begin(entry()));
        QVERIFY(m_history->last(RunHistory::Last::Run, profileId).value()->isRunning);
        QCOMPARE(m_history->runningRuns()->size(), 1);
        QVERIFY(!m_history->last(RunHistory::Last::Run, profileId).value()->isInterrupted());
        lock.release();
        QVERIFY(m_history->last(RunHistory::Last::Run, profileId).value()->isInterrupted());
    }

    void ofTwoWithoutAnEndTheNewestHasTheLock()
    {
        QVERIFY(begin(entry(1)));
        Writeback::SheetLock lock;
        QVERIFY(lock.take(m_file->folder.path(), sheetAt()));
        QVERIFY(begin(entry(2)));
        const auto runs = m_history->runs(profileId).value();
        QVERIFY(runs.at(0).isRunning);
        QVERIFY(runs.at(1).isInterrupted());
    }

    void pendingChangesAreThoseOfAllRuns()
    {
        const auto journal = open(place());
        QVERIFY(journal->begin(entry()));
        QVERIFY(journal->sending(u"A1"_s));
        QCOMPARE(m_history->pendingChanges(sheetAt())->size(), 1);
        QCOMPARE(m_history->pendingChanges(sheetAt(u"other"_s))->size(), 0);
    }

    void connectionsAreRemoved()
    {
        m_history.reset();
        QCOMPARE(QSqlDatabase::connectionNames(), QStringList());
        QVERIFY(!QFile::exists(place().path + u"-wal"_s)); // the last one to close cleans up
    }

private:
    [[nodiscard]] Place place() const { return m_file->place(); }
    [[nodiscard]] bool begin(const Writeback::JournalEntry &of) const { return open(place())->begin(of).has_value(); }

    std::unique_ptr<HistoryFile> m_file;
    std::unique_ptr<RunHistory> m_history;
};

QTEST_GUILESS_MAIN(TestRunHistory)
#include "tst_runhistory.moc"
