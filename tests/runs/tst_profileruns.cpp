#include "core/laterversion.h"
#include "runs/profileruns.h"
#include "runs/runrequests.h"
#include "support/desk.h"
#include "support/fakeclock.h"
#include "support/fulldisk.h"
#include "support/httpserver.h"
#include "support/slowsecrets.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Last = History::RunHistory::Last;
using Runs::ProfileRuns;
using Support::Desk;
using Support::SandboxProcess;
using Writeback::State;

namespace {

constexpr int timeout = 15'000;

Writeback::RunReport report(const QSignalSpy &ended, int which = 0)
{
    return ended[which][1].value<Writeback::RunReport>();
}

} // namespace

class TestProfileRuns final : public QObject
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

    void cancelDoesNotWaitForTheKeychain()
    {
        const QString id = m_desk->addProfile(m_sandbox, u"Balance"_s).id;
        QSignalSpy ended(m_runs.get(), &ProfileRuns::ended);
        m_runs->start(id);
        QVERIFY(m_runs->isRunning(id));
        m_runs->cancel(id);
        QCOMPARE(ended.count(), 1);
        QCOMPARE(report(ended).state, State::Cancelled);
        QTRY_VERIFY(m_desk->history().last(History::RunHistory::Last::Run, id).value());
        QTRY_COMPARE(m_desk->history().last(History::RunHistory::Last::Run, id).value()->state,
                     Writeback::name(State::Cancelled));
    }

    void keychainsAnswerForACancelledRunIsIgnored()
    {
        const QString id = m_desk->addProfile(m_sandbox, u"Balance"_s).id;
        QSignalSpy ended(m_runs.get(), &ProfileRuns::ended);
        QSignalSpy changed(m_runs.get(), &ProfileRuns::changed);
        m_runs->start(id);
        m_runs->cancel(id);
        m_runs->start(id); // the second one is reading the keychain too
        m_slow->refuses = true;
        m_slow->answer();
        m_slow->answer(); // the answer for the second one
        m_slow->answer(); // the rest for the first one
        QCOMPARE(ended.count(), 1); // the first
        m_slow->answer();
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 2, timeout);
        QCOMPARE(report(ended, 1).error->kind, ErrorKind::Keychain);
        QCOMPARE(m_runs->running(), 0);
    }

    void allAreCancelledAlsoThoseOfDeletedProfiles()
    {
        const QString one = m_desk->addProfile(m_sandbox, u"One"_s).id;
        Profiles::Profile onAnotherSheet = m_desk->addProfile(m_sandbox, u"Two"_s);
        onAnotherSheet.sheetId = u"another"_s;
        QVERIFY(m_desk->store.save(onAnotherSheet));
        QSignalSpy ended(m_runs.get(), &ProfileRuns::ended);
        m_runs->start(one);
        m_runs->start(onAnotherSheet.id);
        QVERIFY(m_desk->store.removeProfile(one)); // by another instance of the program
        m_runs->cancelAll();
        QCOMPARE(ended.count(), 2);
        QCOMPARE(m_runs->running(), 0);
    }

    void missingAccountFailsTheRun()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        QVERIFY(m_desk->store.removeAccount(profile.accountId));
        QSignalSpy ended(m_runs.get(), &ProfileRuns::ended);
        m_runs->start(profile.id);
        QCOMPARE(ended.count(), 1);
        QCOMPARE(report(ended).error->kind, ErrorKind::NoAccount);
        QVERIFY(!report(ended).error->cause.as<Core::LaterVersion>());
    }

    void accountOfALaterVersionFailsTheRun()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        m_desk->makeOfALaterVersion(*m_desk->store.account(profile.accountId));
        QSignalSpy ended(m_runs.get(), &ProfileRuns::ended);
        m_runs->start(profile.id);
        QCOMPARE(ended.count(), 1);
        QCOMPARE(report(ended).error->kind, ErrorKind::NoAccount);
        QVERIFY(report(ended).error->cause.as<Core::LaterVersion>());
    }

    void runIsInTheHistoryWithAllThatIsKnownOfIt()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s, u"B600:"_s);
        QCOMPARE(runToEnd(profile.id).state, State::Verified);
        const auto run = m_desk->history().last(Last::Run, profile.id).value();
        QVERIFY(run);
        QCOMPARE(run->entry.profileName, profile.name);
        QCOMPARE(run->entry.account, m_desk->store.account(profile.accountId)->name);
        QCOMPARE(run->entry.clientId, m_sandbox.workiva().clientId);
        QCOMPARE(run->entry.sheet, Runs::entryOf(profile, m_desk->store.account(profile.accountId)).sheet);
        QCOMPARE(run->state, Writeback::name(State::Verified));
        QVERIFY(run->changesSent > 0);
        QCOMPARE(run->changesOpen, 0);
        QCOMPARE(run->entry.kind, Writeback::RunKind::Writeback);
    }

    void checkFindsTheDataAndWritesNothing()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        QVERIFY(!runToEnd(profile.id).error);
        const int written = m_sandbox.requests(u"updateValuesByRange"_s);
        QSignalSpy recorded(m_desk->runs.get(), &ProfileRuns::recorded);
        QCOMPARE(checkToEnd(profile.id).state, State::NothingToDo);
        QVERIFY(m_desk->runs->progress(profile.id).isCheck());
        QTRY_COMPARE(recorded.count(), 1);
        const auto run = m_desk->history().last(Last::Check, profile.id).value();
        QCOMPARE(run->entry.kind, Writeback::RunKind::Check);
        QCOMPARE(run->state, Writeback::name(State::NothingToDo));
        QCOMPARE(run->changesSent, 0);
        QCOMPARE(m_sandbox.requests(u"updateValuesByRange"_s), written);
    }

    void checkFindsWhatDiffers()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s, u"B300:"_s);
        QSignalSpy recorded(m_desk->runs.get(), &ProfileRuns::recorded);
        QCOMPARE(checkToEnd(profile.id).state, State::Planned);
        QTRY_COMPARE(recorded.count(), 1);
        QCOMPARE(m_desk->history().last(Last::Check, profile.id).value()->state, Writeback::name(State::Planned));
    }

    void inconclusiveCheckChangesNothing()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        m_desk->remember(profile, m_desk->clock.utcNow(), {}, true);
        QVERIFY(m_desk->store.removeAccount(profile.accountId));
        QSignalSpy ended(m_desk->runs.get(), &ProfileRuns::ended);
        m_desk->runs->check(profile.id);
        QCOMPARE(ended.count(), 1);
        QVERIFY(m_desk->history().last(Last::Run, profile.id).value()->isInterrupted());
        QCOMPARE(m_desk->history().runs(profile.id)->size(), 1);
    }

    // It may be outdated a moment later.
    void checkIsInconclusiveWhileAnEarlierWriteIsPending()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        QVERIFY(!runToEnd(profile.id).error);
        m_desk->remember(profile, m_desk->clock.utcNow(), {}, true);
        QCOMPARE(checkToEnd(profile.id).state, State::NothingToDo);
        QCOMPARE(m_desk->runs->progress(profile.id).pendingChanges, 1);
        QVERIFY(m_desk->history().last(Last::Run, profile.id).value()->isInterrupted());
    }

    void earlierWriteRefusesTheRunUnlessIgnored()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        m_desk->remember(profile, m_desk->clock.utcNow(), {}, true);
        const auto refused = runToEnd(profile.id);
        QCOMPARE(refused.state, State::Refused);
        QCOMPARE(refused.error->kind, ErrorKind::EarlierWrite);
        QCOMPARE(runToEnd(profile.id, Writeback::Unsettled::Proceed).error, std::nullopt);
    }

    void earlierWriteIsIgnoredByAllThatAreStartedSo()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        m_desk->remember(profile, m_desk->clock.utcNow(), {}, true);
        QSignalSpy ended(m_desk->runs.get(), &ProfileRuns::ended);
        m_desk->runs->startAll({profile.id}, Writeback::Unsettled::Proceed);
        QCOMPARE(endOf(ended).error, std::nullopt);
    }

    void runOfASessionProfileIsNoSavedWritebacks()
    {
        Profiles::Profile shared = m_desk->addProfile(m_sandbox, u"Shared"_s);
        QVERIFY(m_desk->store.removeProfile(shared.id));
        m_desk->store.addProfileForSession(shared);
        QCOMPARE(runToEnd(shared.id).error, std::nullopt);
        QVERIFY(m_desk->store.removeAccount(shared.accountId));
        m_desk->runs->start(shared.id); // ends before the engine starts
        QVERIFY(m_desk->runs->isRecording());
        QTRY_VERIFY(!m_desk->runs->isRecording());
        const auto runs = m_desk->history().allRuns();
        QVERIFY(runs && runs->size() == 2);
        for (const History::RunRecord &run : *runs) {
            QCOMPARE(run.entry.profileId, QString());
            QCOMPARE(run.entry.profileName, shared.name);
        }
    }

    void waitsAreReportedEverySecond()
    {
        Support::FakeClock clock;
        ProfileRuns runs(m_desk->store, m_desk->secrets, *m_desk->data, clock);
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        m_desk->remember(profile, m_desk->clock.utcNow(), {}, true);
        runs.start(profile.id, Writeback::Unsettled::Wait);
        QTRY_VERIFY_WITH_TIMEOUT(runs.progress(profile.id).waiting, timeout);
        const auto before = *runs.progress(profile.id).waiting;
        QVERIFY(before.reason == Writeback::Waiting::For::EarlierWrite);
        QSignalSpy changed(&runs, &ProfileRuns::changed);
        clock.advance(std::chrono::seconds(3));
        QCOMPARE(changed.count(), 3);
        QCOMPARE(runs.progress(profile.id).waiting->next, before.next - std::chrono::seconds(3));
        QSignalSpy ended(&runs, &ProfileRuns::ended);
        runs.cancel(profile.id);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, timeout);
        QVERIFY(!runs.progress(profile.id).waiting);
        changed.clear();
        clock.advance(std::chrono::seconds(3));
        QCOMPARE(changed.count(), 0);
    }

    void unrecordedEndIsReported()
    {
#ifdef Q_OS_UNIX
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        QVERIFY(m_desk->store.removeAccount(profile.accountId));
        QSignalSpy notRecorded(m_desk->runs.get(), &ProfileRuns::notRecorded);
        const Support::FullDisk full;
        m_desk->runs->start(profile.id);
        QTRY_COMPARE(notRecorded.count(), 1);
        QCOMPARE(notRecorded[0][0].value<Core::Error>().subject, m_desk->folder.filePath(u"history.sqlite"_s));
#else
        QSKIP("needs a limit of the size of files");
#endif
    }

    void sheetOfAnotherProgramsRunIsRefused()
    {
        const SandboxProcess slow({u"--latency"_s, u"200"_s});
        const QString one = m_desk->addProfile(slow, u"One"_s).id;
        const QString two = m_desk->addProfile(slow, u"Two"_s, u"B77:"_s).id;
        ProfileRuns elsewhere(m_desk->store, m_desk->secrets, *m_desk->data, m_desk->clock);
        QSignalSpy ended(m_desk->runs.get(), &ProfileRuns::ended);
        QSignalSpy endedElsewhere(&elsewhere, &ProfileRuns::ended);
        m_desk->runs->start(one);
        elsewhere.start(two);
        QTRY_VERIFY_WITH_TIMEOUT(ended.count() == 1 && endedElsewhere.count() == 1, timeout);
        QList<State> states{report(ended).state, report(endedElsewhere).state};
        QVERIFY(states.contains(State::Verified));
        const Writeback::RunReport other = report(states.first() == State::Verified ? endedElsewhere : ended);
        QVERIFY(other.error);
        QCOMPARE(other.error->kind, ErrorKind::Busy);
    }

    void countsAndStepsAreKnownWhileItRunsAndKept()
    {
        const SandboxProcess sandbox;
        const Profiles::Profile profile = m_desk->addProfile(sandbox, u"Balance"_s);
        std::optional<Writeback::ChangeCounts> told;
        const QObject listener;
        connect(m_desk->runs.get(), &ProfileRuns::changed, &listener, [&] {
            const Runs::RunProgress progress = m_desk->runs->progress(profile.id);
            if (progress.changes && !told && !progress.report)
                told = progress.changes;
        });
        const Writeback::RunReport first = runToEnd(profile.id);
        QCOMPARE(first.state, State::Verified);
        QVERIFY(told && told->added > 0);
        QCOMPARE(*told, first.review.changes);
        QCOMPARE(m_desk->runs->progress(profile.id).changes, told);

        const Writeback::RunReport again = runToEnd(profile.id);
        QCOMPARE(again.state, State::NothingToDo);
        const auto run = m_desk->history().last(Last::Run, profile.id).value();
        QCOMPARE(run->cellsUnchanged, again.review.changes.unchanged);
        QVERIFY(*run->cellsUnchanged > 0);
        QCOMPARE(run->steps, again.steps);
        const auto before = m_desk->history().runs(profile.id)->last();
        QCOMPARE(before.cellsAdded, told->added);
        const auto write = std::ranges::find(before.steps, Writeback::StepName::Write, &Writeback::StepTime::step);
        QVERIFY(write != before.steps.end() && write->well);
        QCOMPARE(write->done, told->added);
        QCOMPARE(write->total, told->added);
    }

    void chosenProxyReachesARun()
    {
        Support::HttpServer proxy;
        proxy.always("CONNECT domo.invalid:443", "403 Forbidden");
        proxy.always("CONNECT workiva.invalid:443", "403 Forbidden");
        const QString id = m_desk->addProfile(m_sandbox, u"Balance"_s).id;
        Profiles::Account account = m_desk->store.accounts().constFirst();
        account.domoUrl = QUrl(u"https://domo.invalid"_s);
        account.workivaUrl = QUrl(u"https://workiva.invalid"_s);
        QVERIFY(m_desk->store.save(account));
        m_desk->runs->setProxy({Core::ProxyChoice::Use::Manual, proxy.url().host(), quint16(proxy.url().port())});
        const auto ended = runToEnd(id);
        QVERIFY(ended.error);
        QCOMPARE(ended.error->kind, ErrorKind::ProxyRefused);
        QVERIFY(!proxy.requests().isEmpty());
    }

    void everyRunIsConfirmedIfWanted()
    {
        const QString id = m_desk->addProfile(m_sandbox, u"Balance"_s, u"AA1:"_s).id;
        m_desk->runs->setPrompt(Writeback::Prompt::Always);
        QSignalSpy asked(m_desk->runs.get(), &ProfileRuns::asked);
        QSignalSpy ended(m_desk->runs.get(), &ProfileRuns::ended);
        m_desk->runs->start(id);
        QTRY_COMPARE_WITH_TIMEOUT(asked.count(), 1, timeout);
        const auto findings = m_desk->runs->progress(id).question->findings;
        QVERIFY(std::ranges::none_of(findings, Writeback::isLoss, &Writeback::Finding::kind));
        m_desk->runs->answer(id, {});
        QCOMPARE(endOf(ended).state, State::Refused);
    }

    void runThatWaitsForAnAnswerHasAReview()
    {
        const QString id = m_desk->addProfile(m_sandbox, u"Balance"_s, u"AA1:"_s).id;
        m_desk->runs->setPrompt(Writeback::Prompt::Always);
        QSignalSpy asked(m_desk->runs.get(), &ProfileRuns::asked);
        QSignalSpy ready(m_desk->runs.get(), &ProfileRuns::reviewReady);
        QSignalSpy ended(m_desk->runs.get(), &ProfileRuns::ended);
        m_desk->runs->compareForReview(id); // it does not run
        m_desk->runs->start(id);
        QTRY_COMPARE_WITH_TIMEOUT(asked.count(), 1, timeout);
        m_desk->runs->compareForReview(id);
        QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, timeout);
        QCOMPARE(ready.front().front().toString(), id);
        const auto review = ready.front().at(1).value<Writeback::RunReport>();
        QVERIFY(review.comparison);
        QCOMPARE(review.review.changes, m_desk->runs->progress(id).question->changes);
        m_desk->runs->answer(id, {});
        QCOMPARE(endOf(ended).state, State::Refused);
        m_desk->runs->compareForReview(id);
        QCOMPARE(ready.count(), 1);
    }

    void acceptanceIsStoredAndInTheQuestion()
    {
        Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s, u"AA1:"_s);
        const Sheet::Acceptance acceptance{Sheet::Guard::OtherPeriod, u"late"_s, QDate(2999, 12, 31)};
        QVERIFY(m_desk->runs->accept(profile.id, acceptance)); // it does not run
        QVERIFY(m_desk->store.profile(profile.id)->guards.accepted.isEmpty());
        m_desk->runs->setPrompt(Writeback::Prompt::Always);
        QSignalSpy asked(m_desk->runs.get(), &ProfileRuns::asked);
        QSignalSpy ready(m_desk->runs.get(), &ProfileRuns::reviewReady);
        QSignalSpy ended(m_desk->runs.get(), &ProfileRuns::ended);
        m_desk->runs->start(profile.id);
        QTRY_COMPARE_WITH_TIMEOUT(asked.count(), 1, timeout);
        QVERIFY(m_desk->runs->accept(profile.id, acceptance));
        QCOMPARE(m_desk->store.profile(profile.id)->guards.accepted, QList{acceptance});
        m_desk->runs->answer(profile.id, {});
        QCOMPARE(endOf(ended).state, State::Refused);
    }

private:
    SandboxProcess m_sandbox;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Support::SlowSecrets> m_slow;
    std::unique_ptr<ProfileRuns> m_runs;

    Writeback::RunReport endOf(QSignalSpy &ended) const
    {
        return QTest::qWaitFor([&ended] { return ended.count() > 0; }, timeout) ? report(ended)
                                                                                : Writeback::RunReport();
    }

    [[nodiscard]] Writeback::RunReport runToEnd(const QString &id,
                                                Writeback::Unsettled unsettled = Writeback::Unsettled::Refuse) const
    {
        QSignalSpy ended(m_desk->runs.get(), &ProfileRuns::ended);
        m_desk->runs->start(id, unsettled);
        return endOf(ended);
    }

    [[nodiscard]] Writeback::RunReport checkToEnd(const QString &id) const
    {
        QSignalSpy ended(m_desk->runs.get(), &ProfileRuns::ended);
        m_desk->runs->check(id);
        return endOf(ended);
    }
};

QTEST_GUILESS_MAIN(TestProfileRuns)
#include "tst_profileruns.moc"
