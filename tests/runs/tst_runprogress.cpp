#include "runs/runprogress.h"

#include <QTest>

using Writeback::Waiting;
using namespace std::chrono_literals;

class TestRunProgress final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void silenceGrowsAndTheNextAttemptComesNearer()
    {
        const Waiting said{.reason = Waiting::For::Retry, .attempt = 3, .silence = 40s, .next = 8s};
        const Waiting now = Runs::later(said, 3s);
        QCOMPARE(now.silence, 43s);
        QCOMPARE(now.next, 5s);
        QCOMPARE(now.attempt, 3);
    }

    void whatIsDueIsNotOverdue()
    {
        QCOMPARE(Runs::later({.reason = Waiting::For::RateLimit, .next = 2s}, 5s).next, 0s);
    }

    void whatSaysNothingOfSilenceDoesNotBeginTo()
    {
        QCOMPARE(Runs::later({.reason = Waiting::For::RateLimit, .next = 12s}, 5s).silence, 0s);
        QCOMPARE(Runs::later({.reason = Waiting::For::Answer}, 5s).silence, 5s);
    }
};

QTEST_GUILESS_MAIN(TestRunProgress)
#include "tst_runprogress.moc"
