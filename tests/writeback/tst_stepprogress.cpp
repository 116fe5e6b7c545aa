#include "writeback/stepprogress.h"

#include <QTest>

using Writeback::StepProgress;
using End = Writeback::StepProgress::End;

class TestStepProgress final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void restTakesAsLongAsTheRateSays()
    {
        const StepProgress step{.done = 500, .total = 2000, .elapsed = 5};
        QCOMPARE(step.perSecond(false), 100);
        QCOMPARE(step.secondsLeft(false), 15);
    }

    void nothingIsEstimated_data()
    {
        QTest::addColumn<StepProgress>("step");
        QTest::addColumn<bool>("waits");
        QTest::addColumn<bool>("hasRate");
        QTest::newRow("too early") << StepProgress{.done = 500, .total = 2000, .elapsed = 0.2} << false << false;
        QTest::newRow("nothing done") << StepProgress{.done = 0, .total = 2000, .elapsed = 5} << false << false;
        QTest::newRow("the run waits") << StepProgress{.done = 500, .total = 2000, .elapsed = 5} << true << false;
        QTest::newRow("without a reason")
            << StepProgress{.done = 500, .total = 2000, .elapsed = 30, .quiet = 20} << false << false;
        QTest::newRow("total unknown") << StepProgress{.done = 500, .total = 0, .elapsed = 5} << false << true;
        QTest::newRow("all done") << StepProgress{.done = 500, .total = 500, .elapsed = 5} << false << true;
        QTest::newRow("more than expected") << StepProgress{.done = 600, .total = 500, .elapsed = 5} << false << true;
        QTest::newRow("it has ended") << StepProgress{.done = 5, .total = 9, .elapsed = 5, .end = End::Badly} << true
                                      << true;
    }
    void nothingIsEstimated()
    {
        QFETCH(const StepProgress, step);
        QFETCH(const bool, waits);
        QFETCH(const bool, hasRate);
        QCOMPARE(step.perSecond(waits).has_value(), hasRate);
        QVERIFY(!step.secondsLeft(waits));
    }
};

QTEST_GUILESS_MAIN(TestStepProgress)
#include "tst_stepprogress.moc"
