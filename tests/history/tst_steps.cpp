#include "history/steps.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Writeback::StepName;
using Writeback::StepTime;

class TestSteps final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStepComesBack()
    {
        QList<StepTime> all;
        for (int step = 0; step <= int(Writeback::lastStepName); ++step)
            all.append({.step = StepName(step),
                        .seconds = step + 0.125,
                        .done = 5'000'000'000 + step,
                        .total = step,
                        .well = step % 2 == 0});
        QCOMPARE(History::stepsIn(History::toText(all)), all);
    }

    void noneIsNone()
    {
        QVERIFY(History::stepsIn(History::toText({})).isEmpty());
        QVERIFY(History::stepsIn({}).isEmpty());
        QVERIFY(History::stepsIn(u"not JSON"_s).isEmpty());
    }

    void stepOfALaterVersionIsLeftOut()
    {
        const auto steps = History::stepsIn(uR"([{"name":"later"},{"name":"write","seconds":2,"well":true}])"_s);
        QCOMPARE(steps, (QList<StepTime>{{.step = StepName::Write, .seconds = 2}}));
    }
};

QTEST_GUILESS_MAIN(TestSteps)
#include "tst_steps.moc"
