#include "runs/profileruns.h"
#include "support/desk.h"
#include "support/slowsecrets.h"

#include <QSignalSpy>
#include <QTest>

using Core::ErrorKind;
using Runs::ProfileRuns;
using Support::Desk;
using Support::SandboxProcess;
using Writeback::State;

namespace {

constexpr int patience = 15'000;

Writeback::RunReport report(const QSignalSpy &ended, int which = 0)
{
    return ended[which][1].value<Writeback::RunReport>();
}

} // namespace

class TestProfileRuns final : public QObject
{
    Q_OBJECT

    SandboxProcess m_sandbox;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Support::SlowSecrets> m_slow;
    std::unique_ptr<ProfileRuns> m_runs;

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
        const QString id = m_desk->addProfile(m_sandbox, QStringLiteral("Balance")).id;
        QSignalSpy ended(m_runs.get(), &ProfileRuns::ended);
        m_runs->start(id);
        QVERIFY(m_runs->isRunning(id));
        m_runs->cancel(id);
        QCOMPARE(ended.count(), 1);
        QCOMPARE(report(ended).state, State::Cancelled);
        QTRY_VERIFY(m_desk->history().last(History::RunHistory::Last::Run, id).value());
        QCOMPARE(m_desk->history().last(History::RunHistory::Last::Run, id).value()->state,
                 Writeback::name(State::Cancelled));
    }

    void whatTheKeychainSaysOfACancelledRunIsOfNoUse()
    {
        const QString id = m_desk->addProfile(m_sandbox, QStringLiteral("Balance")).id;
        QSignalSpy ended(m_runs.get(), &ProfileRuns::ended);
        QSignalSpy changed(m_runs.get(), &ProfileRuns::changed);
        m_runs->start(id);
        m_runs->cancel(id);
        m_runs->start(id); // the second one is at the keychain, too
        m_slow->refuses = true;
        m_slow->answer();
        m_slow->answer(); // the answer to the second one
        m_slow->answer(); // the rest of the first one
        QCOMPARE(ended.count(), 1); // the first
        m_slow->answer();
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 2, patience);
        QCOMPARE(report(ended, 1).error->kind, ErrorKind::Keychain);
        QCOMPARE(m_runs->running(), 0);
    }

    void allAreCancelledAlsoThoseOfDeletedProfiles()
    {
        const QString one = m_desk->addProfile(m_sandbox, QStringLiteral("One")).id;
        const QString two = m_desk->addProfile(m_sandbox, QStringLiteral("Two"), QStringLiteral("B77:")).id;
        QSignalSpy ended(m_runs.get(), &ProfileRuns::ended);
        m_runs->start(one);
        m_runs->start(two);
        QVERIFY(m_desk->store.removeProfile(one)); // by another copy of the program
        m_runs->cancelAll();
        QCOMPARE(ended.count(), 2);
        QCOMPARE(m_runs->running(), 0);
    }

    void anAccountThatIsGoneIsSaid()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, QStringLiteral("Balance"));
        QVERIFY(m_desk->store.removeAccount(profile.accountId));
        QSignalSpy ended(m_runs.get(), &ProfileRuns::ended);
        m_runs->start(profile.id);
        QCOMPARE(ended.count(), 1);
        QCOMPARE(report(ended).error->kind, ErrorKind::NoAccount);
    }

    void twoRunsOnOneSheetAreNotBoth()
    {
        const SandboxProcess slow({QStringLiteral("--latency"), QStringLiteral("200")});
        const QString one = m_desk->addProfile(slow, QStringLiteral("One")).id;
        const QString two = m_desk->addProfile(slow, QStringLiteral("Two"), QStringLiteral("B77:")).id;
        QSignalSpy ended(m_desk->runs.get(), &ProfileRuns::ended);
        m_desk->runs->start(one);
        m_desk->runs->start(two);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 2, patience);
        QList<State> states{report(ended, 0).state, report(ended, 1).state};
        QVERIFY(states.contains(State::Verified));
        const int other = states.indexOf(State::Verified) == 0 ? 1 : 0;
        QVERIFY(report(ended, other).error);
        QCOMPARE(report(ended, other).error->kind, ErrorKind::Busy);
    }
};

QTEST_GUILESS_MAIN(TestProfileRuns)
#include "tst_profileruns.moc"
