#include "history/journals.h"
#include "history/runhistory.h"
#include "writeback/sheetlock.h"

#include <QRegularExpression>
#include <QTemporaryDir>
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
        m_folder = std::make_unique<QTemporaryDir>();
        QTest::failOnWarning(QRegularExpression(u".*"_s)); // such as "connection is still in use"
        m_history = RunHistory::open(place(), m_folder->path()).value();
        QVERIFY(m_history->setAside().isEmpty());
    }

    void cleanup()
    {
        m_history.reset();
        QCOMPARE(QSqlDatabase::connectionNames(), QStringList());
    }

    void newestIsFirst()
    {
        QCOMPARE(m_history->runs(profile)->size(), 0);
        for (const int minutes : {2, 1, 3, 3})
            QVERIFY(runToEnd(place(), entry(minutes)));
        QList<qint64> ids;
        const QList<RunRecord> runs = m_history->runs(profile).value();
        for (const RunRecord &run : runs)
            ids.append(run.id);
        QCOMPARE(ids, (QList<qint64>{4, 3, 1, 2}));
    }

    void numberOfRunsIsLimited()
    {
        for (int i = 0; i < 5; ++i)
            QVERIFY(runToEnd(place(), entry(i)));
        QCOMPARE(m_history->runs(profile, 3)->size(), 3);
        QCOMPARE(m_history->runs(profile, 3)->first().started, entry(4).started);
        QCOMPARE(m_history->runs(profile, 0)->size(), 0);
        QCOMPARE(m_history->allRuns(2)->size(), 2);
    }

    void lastRunOfAProfile()
    {
        QVERIFY(!m_history->last(RunHistory::Last::Run, profile)->has_value());
        QVERIFY(runToEnd(place(), entry(2)));
        QVERIFY(runToEnd(place(), entry(1)));
        QVERIFY(runToEnd(place(), entry(9, u"p2"_s)));
        QCOMPARE(m_history->last(RunHistory::Last::Run, profile).value()->started, entry(2).started);
    }

    void lastRunsOfAllProfiles()
    {
        QVERIFY(m_history->lastOfAll(RunHistory::Last::Run)->isEmpty());
        QVERIFY(runToEnd(place(), entry(2)));
        QVERIFY(runToEnd(place(), entry(1)));
        QVERIFY(runToEnd(place(), entry(9, u"p2"_s)));
        QVERIFY(runToEnd(place(), entry(9, {})));
        const auto last = m_history->lastOfAll(RunHistory::Last::Run).value();
        QCOMPARE(last.size(), 2);
        QCOMPARE(last.value(profile).started, entry(2).started);
        QCOMPARE(last.value(u"p2"_s).started, entry(9).started);
    }

    void laterFailureDoesNotHideWhatWasVerified()
    {
        QVERIFY(m_history->lastOfAll(RunHistory::Last::Verified)->isEmpty());
        QVERIFY(runToEnd(place(), entry(1), State::Verified));
        QVERIFY(runToEnd(place(), entry(2), State::Verified));
        QVERIFY(runToEnd(place(), entry(3), State::Failed));
        QVERIFY(begin(entry(4)));
        QVERIFY(runToEnd(place(), entry(5, u"p2"_s), State::Failed));
        const auto verified = m_history->lastOfAll(RunHistory::Last::Verified).value();
        QCOMPARE(verified.size(), 1);
        QCOMPARE(verified.value(profile).started, entry(2).started);
        QCOMPARE(m_history->last(RunHistory::Last::Verified, profile).value()->started, entry(2).started);
        QVERIFY(!m_history->last(RunHistory::Last::Verified, u"p2"_s)->has_value());
        QVERIFY(m_history->last(RunHistory::Last::Run, profile).value()->isInterrupted());
    }

    void nothingToDoIsAProofToo()
    {
        QVERIFY(runToEnd(place(), entry(1), State::NothingToDo));
        QVERIFY(runToEnd(place(), entry(2), State::OutcomeUnknown));
        QCOMPARE(m_history->lastOfAll(RunHistory::Last::Verified)->value(profile).started, entry(1).started);
    }

    void runsWithoutAProfileAreAmongAll()
    {
        QVERIFY(runToEnd(place(), entry(1)));
        QVERIFY(runToEnd(place(), entry(2, {})));
        QCOMPARE(m_history->runs(profile)->size(), 1);
        const auto all = m_history->allRuns().value();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.first().profileId, QString());
    }

    void runWithoutAnEndIsInterrupted()
    {
        QVERIFY(begin(entry()));
        const auto run = m_history->last(RunHistory::Last::Run, profile).value();
        QVERIFY(run && run->isInterrupted() && !run->isRunning);
        QCOMPARE(run->changesSent, 0);
    }

    void runWhoseSheetIsLockedIsGoing()
    {
        Writeback::SheetLock lock;
        QVERIFY(lock.take(m_folder->path(), sheetAt()));
        QVERIFY(begin(entry()));
        QVERIFY(m_history->last(RunHistory::Last::Run, profile).value()->isRunning);
        QVERIFY(!m_history->last(RunHistory::Last::Run, profile).value()->isInterrupted());
        lock.release();
        QVERIFY(m_history->last(RunHistory::Last::Run, profile).value()->isInterrupted());
    }

    void ofTwoWithoutAnEndTheNewestHasTheLock()
    {
        QVERIFY(begin(entry(1)));
        Writeback::SheetLock lock;
        QVERIFY(lock.take(m_folder->path(), sheetAt()));
        QVERIFY(begin(entry(2)));
        const auto runs = m_history->runs(profile).value();
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
    [[nodiscard]] Place place() const { return Place::file(m_folder->filePath(u"history.sqlite"_s)); }
    [[nodiscard]] bool begin(const Writeback::JournalEntry &of) const { return open(place())->begin(of).has_value(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RunHistory> m_history;
};

QTEST_GUILESS_MAIN(TestRunHistory)
#include "tst_runhistory.moc"
