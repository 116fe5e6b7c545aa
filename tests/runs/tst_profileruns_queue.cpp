#include "runs/profileruns.h"
#include "support/desk.h"
#include "support/slowsecrets.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using Runs::BatchSummary;
using Runs::ProfileRuns;
using Support::Desk;
using Support::SandboxProcess;
using Writeback::State;

namespace {

constexpr int timeout = 15'000;

BatchSummary summary(const QSignalSpy &batchEnded)
{
    return batchEnded.first().first().value<BatchSummary>();
}

} // namespace

// Where the order alone matters, the keychain does not answer: a run that has left the queue stays under way.
class TestProfileRunsQueue final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }

    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_slow = std::make_unique<Support::SlowSecrets>(m_desk->secrets);
        m_runs = std::make_unique<ProfileRuns>(m_desk->store, *m_slow, *m_desk->data, m_desk->clock);
    }

    void onlySoManyRunAtOnce()
    {
        const QStringList ids = addOnSheets({u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s});
        m_runs->startAll(ids);
        QCOMPARE(queued(ids), ids.mid(ProfileRuns::defaultMaxAtOnce));
        QCOMPARE(m_runs->progress(ids[4]).behind, QString()); // no other run uses its sheet
        m_runs->cancel(ids[1]);
        QCOMPARE(queued(ids), ids.mid(5)); // the next one has begun
        m_runs->setMaxAtOnce(5);
        QCOMPARE(queued(ids), QStringList());
    }

    void runsUnderWayContinueUnderALowerLimit()
    {
        const QStringList ids = addOnSheets({u"1"_s, u"2"_s, u"3"_s});
        m_runs->startAll(ids.first(2));
        m_runs->setMaxAtOnce(0); // as 1
        m_runs->start(ids[2]);
        QCOMPARE(queued(ids), ids.mid(2));
        m_runs->cancel(ids[0]);
        QCOMPARE(queued(ids), ids.mid(2));
        m_runs->cancel(ids[1]);
        QCOMPARE(queued(ids), QStringList());
    }

    void sheetIsUsedByOneAfterTheOtherInOrder()
    {
        const QStringList ids = addOnSheets({u"1"_s, u"1"_s, u"2"_s, u"1"_s});
        m_runs->startAll({ids[3], ids[1], ids[2]});
        m_runs->start(ids[0]);
        QCOMPARE(queued(ids), (QStringList{ids[0], ids[1]}));
        QCOMPARE(m_runs->progress(ids[1]).behind, ids[3]);
        m_runs->cancel(ids[3]);
        QCOMPARE(queued(ids), QStringList{ids[0]});
        QCOMPARE(m_runs->progress(ids[0]).behind, ids[1]);
        m_runs->cancel(ids[1]);
        QCOMPARE(queued(ids), QStringList());
    }

    void checkQueuesForItsSheetToo()
    {
        const QStringList ids = addOnSheets({u"1"_s, u"1"_s});
        m_runs->start(ids[0]);
        m_runs->check(ids[1]);
        QCOMPARE(queued(ids), QStringList{ids[1]});
        QVERIFY(m_runs->progress(ids[1]).isCheck());
        m_runs->cancel(ids[0]);
        QCOMPARE(queued(ids), QStringList());
        QVERIFY(m_runs->progress(ids[1]).isCheck());
    }

    void sameSheetIdsAtAnotherHostAreAnotherSheet()
    {
        const QStringList ids = addOnSheets({u"1"_s, u"1"_s});
        Profiles::Account elsewhere = *m_desk->store.account(m_desk->store.profile(ids[1])->accountId);
        elsewhere.id = Profiles::newId();
        elsewhere.workivaUrl = QUrl(u"https://workiva.example"_s);
        QVERIFY(m_desk->store.save(elsewhere));
        Profiles::Profile moved = *m_desk->store.profile(ids[1]);
        moved.accountId = elsewhere.id;
        QVERIFY(m_desk->store.save(moved));
        m_runs->startAll(ids);
        QCOMPARE(queued(ids), QStringList());
    }

    void queuedOnesCountAsRunning()
    {
        const QStringList ids = addOnSheets({u"1"_s, u"1"_s, u"1"_s});
        m_runs->startAll(ids);
        QCOMPARE(m_runs->running(), 3);
        QVERIFY(m_runs->isRunning(ids[2]));
        const Runs::RunProgress progress = m_runs->progress(ids[2]);
        QVERIFY(progress.running && progress.queued);
        QVERIFY(progress.steps.isEmpty() && !progress.facts.entry.started.isValid());
        QVERIFY(m_runs->progress(ids[0]).facts.entry.started.isValid());
    }

    void startingAQueuedOneAgainChangesNothing()
    {
        const QStringList ids = addOnSheets({u"1"_s, u"1"_s, u"1"_s});
        m_runs->startAll(ids);
        m_runs->start(ids[1]);
        m_runs->check(ids[1]);
        QCOMPARE(m_runs->running(), 3);
        m_runs->cancel(ids[0]);
        QCOMPARE(queued(ids), QStringList{ids[2]});
        QVERIFY(!m_runs->progress(ids[1]).isCheck());
    }

    void oneTakenOutOfTheQueueIsNotRecorded()
    {
        const QStringList ids = addOnSheets({u"1"_s, u"1"_s});
        QSignalSpy ended(m_runs.get(), &ProfileRuns::ended);
        QSignalSpy changed(m_runs.get(), &ProfileRuns::changed);
        QSignalSpy recorded(m_runs.get(), &ProfileRuns::recorded);
        m_runs->startAll(ids);
        changed.clear();
        m_runs->cancel(ids[1]);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toString(), ids[1]);
        QCOMPARE(ended.count(), 0);
        QVERIFY(!m_runs->isRunning(ids[1]));
        QVERIFY(!m_runs->progress(ids[1]).report);
        m_runs->cancel(ids[0]);
        QTRY_COMPARE(recorded.count(), 1); // in order: the other one's record would be there
        QCOMPARE(m_desk->history().allRuns()->size(), 1);
        QCOMPARE(m_desk->history().allRuns()->first().entry.profileId, ids[0]);
    }

    void cancellingAllStartsNone()
    {
        const QStringList ids = addOnSheets({u"1"_s, u"1"_s, u"2"_s, u"1"_s});
        QSignalSpy ended(m_runs.get(), &ProfileRuns::ended);
        QSignalSpy batchEnded(m_runs.get(), &ProfileRuns::batchEnded);
        QList<int> runningAtEnds;
        connect(m_runs.get(), &ProfileRuns::ended, this, [&] { runningAtEnds.append(m_runs->running()); });
        m_runs->startAll(ids);
        m_runs->cancelAll();
        QCOMPARE(m_runs->running(), 0);
        QCOMPARE(ended.count(), 2);
        QCOMPARE(runningAtEnds, (QList<int>{1, 0}));
        QCOMPARE(batchEnded.count(), 1);
        QCOMPARE(summary(batchEnded).count(State::Cancelled), 4);
    }

    void deletedProfileLeavesTheQueue()
    {
        const QStringList ids = addOnSheets({u"1"_s, u"1"_s, u"1"_s});
        m_runs->startAll(ids);
        QVERIFY(m_desk->store.removeProfile(ids[1]));
        QCOMPARE(m_runs->running(), 2);
        m_runs->cancel(ids[0]);
        QCOMPARE(queued(ids), QStringList());
        QVERIFY(m_runs->isRunning(ids[2]));
    }

    void profileMovedToAFreeSheetBegins()
    {
        const QStringList ids = addOnSheets({u"1"_s, u"1"_s});
        m_runs->startAll(ids);
        QCOMPARE(queued(ids), QStringList{ids[1]});
        Profiles::Profile moved = *m_desk->store.profile(ids[1]);
        moved.sheetId = u"2"_s;
        QVERIFY(m_desk->store.save(moved));
        QCOMPARE(queued(ids), QStringList());
        QCOMPARE(m_runs->progress(ids[1]).facts.entry.sheet.sheetId, u"2"_s);
    }

    void batchEndsOnceWithAllThatWereAskedFor()
    {
        const QStringList ids = addOnSheets({u"1"_s, u"1"_s, u"2"_s, u"1"_s});
        QVERIFY(m_desk->store.save(withoutAccount(ids[2])));
        QSignalSpy ended(m_runs.get(), &ProfileRuns::ended);
        QSignalSpy batchEnded(m_runs.get(), &ProfileRuns::batchEnded);
        int endsBefore = 0;
        connect(m_runs.get(), &ProfileRuns::batchEnded, this, [&] { endsBefore = int(ended.count()); });
        m_runs->start(ids[3]); // is part of the batch although it is under way
        m_runs->startAll({ids[0], u"none"_s, ids[1], ids[2], ids[0], ids[3]});
        QCOMPARE(ended.count(), 1); // the one without an account
        m_runs->cancel(ids[1]);
        QCOMPARE(batchEnded.count(), 0);
        m_runs->cancel(ids[3]);
        QCOMPARE(batchEnded.count(), 0);
        m_runs->cancel(ids[0]);
        QCOMPARE(batchEnded.count(), 1);
        QCOMPARE(endsBefore, 3);
        const BatchSummary::Run none{u"none"_s, State::Cancelled};
        QCOMPARE(summary(batchEnded).runs,
                 (QList<BatchSummary::Run>{{ids[0], State::Cancelled},
                                           none,
                                           {ids[1], State::Cancelled},
                                           {ids[2], State::Failed},
                                           {ids[3], State::Cancelled}}));
        QCOMPARE(summary(batchEnded).count(State::Cancelled), 4);
        QCOMPARE(summary(batchEnded).count(State::Failed), 1);
        m_runs->start(ids[0]);
        m_runs->cancel(ids[0]);
        QCOMPARE(batchEnded.count(), 1);
    }

    void batchCanEndAtOnce()
    {
        const QStringList ids = addOnSheets({u"1"_s, u"1"_s});
        for (const QString &id : ids)
            QVERIFY(m_desk->store.save(withoutAccount(id)));
        QSignalSpy batchEnded(m_runs.get(), &ProfileRuns::batchEnded);
        m_runs->startAll({});
        QCOMPARE(batchEnded.count(), 0);
        m_runs->startAll(ids);
        QCOMPARE(batchEnded.count(), 1);
        QCOMPARE(summary(batchEnded).count(State::Failed), 2);
        m_runs->startAll({u"none"_s});
        QCOMPARE(batchEnded.count(), 2);
    }

    void nextBatchCanBeStartedWhenOneEnds()
    {
        const QStringList ids = addOnSheets({u"1"_s, u"2"_s});
        connect(m_runs.get(), &ProfileRuns::batchEnded, this, [&](const BatchSummary &ended) {
            if (ended.runs.size() == 1)
                m_runs->startAll(ids);
        });
        m_runs->startAll(ids.first(1));
        m_runs->cancel(ids[0]);
        QCOMPARE(m_runs->running(), 2);
    }

    void allOfASheetAreVerified()
    {
        QStringList ids;
        for (const QString &region : {u"B3:"_s, u"Z3:"_s, u"AZ3:"_s})
            ids.append(m_desk->addProfile(m_sandbox, region, region).id);
        ProfileRuns &runs = *m_desk->runs;
        QSignalSpy batchEnded(&runs, &ProfileRuns::batchEnded);
        runs.startAll(ids);
        QTRY_COMPARE_WITH_TIMEOUT(batchEnded.count(), 1, timeout);
        QCOMPARE(summary(batchEnded).count(State::Verified), 3);
        const auto records = m_desk->history().allRuns().value();
        QCOMPARE(records.size(), 3);
        for (int run = 0; run < 3; ++run) {
            QCOMPARE(records[2 - run].entry.profileId, ids[run]); // the newest is first
            QVERIFY(run == 0 || records[2 - run].entry.started >= records[3 - run].ended);
        }
    }

    void checkIsNotTheRunThatWasAskedFor()
    {
        const QString id = m_desk->addProfile(m_sandbox, u"Checked"_s, u"CZ3:"_s).id;
        ProfileRuns &runs = *m_desk->runs;
        QSignalSpy batchEnded(&runs, &ProfileRuns::batchEnded);
        runs.check(id);
        runs.startAll({id}); // while the check is under way
        QTRY_COMPARE_WITH_TIMEOUT(batchEnded.count(), 1, timeout);
        QCOMPARE(summary(batchEnded).count(State::Verified), 1);
        QTRY_COMPARE(runs.running(), 0);
    }

    // Unanswered, it would otherwise stop all that are queued, even overnight.
    void questionLeavesItsPlaceToOthersButNotItsSheet()
    {
        const SandboxProcess sandbox;
        Profiles::Profile asking = m_desk->addProfile(sandbox, u"Asking"_s, u"A1:"_s);
        asking.spreadsheetId = sandbox.spreadsheetId(u"Headcount Report"_s);
        asking.sheetId = sandbox.sheetId(u"Headcount Report"_s, u"Formulas"_s);
        QVERIFY(m_desk->store.save(asking));
        const QString other = m_desk->addProfile(sandbox, u"Other"_s).id;
        Profiles::Profile behind = asking;
        behind.id = Profiles::newId();
        behind.name = u"Behind"_s;
        QVERIFY(m_desk->store.save(behind));

        ProfileRuns &runs = *m_desk->runs;
        runs.setMaxAtOnce(1);
        QSignalSpy ended(&runs, &ProfileRuns::ended);
        QSignalSpy asked(&runs, &ProfileRuns::asked);
        QSignalSpy batchEnded(&runs, &ProfileRuns::batchEnded);
        runs.startAll({asking.id, behind.id, other});
        QVERIFY(runs.progress(other).queued);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, timeout);
        QCOMPARE(ended[0][0].toString(), other);
        QCOMPARE(asked.count(), 1);
        QVERIFY(runs.progress(asking.id).question);
        QVERIFY(runs.progress(behind.id).queued);
        QCOMPARE(runs.progress(behind.id).behind, asking.id);
        runs.answer(asking.id, {});
        QTRY_COMPARE_WITH_TIMEOUT(asked.count(), 2, timeout);
        QCOMPARE(asked[1][0].toString(), behind.id);
        runs.answer(behind.id, {});
        QTRY_COMPARE_WITH_TIMEOUT(batchEnded.count(), 1, timeout);
        QCOMPARE(summary(batchEnded).count(State::Refused), 2);
        QCOMPARE(summary(batchEnded).count(State::Verified), 1);
    }

private:
    SandboxProcess m_sandbox;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Support::SlowSecrets> m_slow;
    std::unique_ptr<ProfileRuns> m_runs;

    // One profile for each of the sheet IDs.
    [[nodiscard]] QStringList addOnSheets(const QStringList &sheetIds) const
    {
        QStringList ids;
        for (const QString &sheetId : sheetIds) {
            Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Profile %1"_s.arg(ids.size()));
            profile.sheetId = sheetId;
            if (!m_desk->store.save(profile))
                qFatal("The profile is not saved");
            ids.append(profile.id);
        }
        return ids;
    }

    [[nodiscard]] Profiles::Profile withoutAccount(const QString &id) const
    {
        Profiles::Profile profile = *m_desk->store.profile(id);
        profile.accountId.clear();
        return profile;
    }

    [[nodiscard]] QStringList queued(const QStringList &ids) const
    {
        QStringList found;
        for (const QString &id : ids) {
            if (m_runs->progress(id).queued)
                found.append(id);
        }
        return found;
    }
};

QTEST_GUILESS_MAIN(TestProfileRunsQueue)
#include "tst_profileruns_queue.moc"
