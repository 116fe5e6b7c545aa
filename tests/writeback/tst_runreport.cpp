#include "writeback/runreport.h"

#include <QTest>

using Writeback::Finding;
using Writeback::State;

class TestRunReport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runThatNeitherWroteNorComparedTellsNothingOfTheSheet()
    {
        QList<State> silent;
        for (int state = 0; state <= int(Writeback::lastState); ++state) {
            if (!Writeback::tellsOfSheet(State(state)))
                silent.append(State(state));
        }
        QCOMPARE(silent, (QList{State::Refused, State::Failed, State::Cancelled}));
    }

    void lossIsWhatWritingTakesFromTheSheet()
    {
        QList<Finding::Kind> losses;
        for (int kind = 0; kind <= int(Finding::lastKind); ++kind) {
            if (Writeback::isLoss(Finding::Kind(kind)))
                losses.append(Finding::Kind(kind));
        }
        QCOMPARE(losses, (QList{Finding::Kind::FormulasOverwritten, Finding::Kind::ClearsMoreThanItWrites}));
    }
};

QTEST_GUILESS_MAIN(TestRunReport)
#include "tst_runreport.moc"
