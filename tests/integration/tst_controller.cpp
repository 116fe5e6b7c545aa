#include "support/datasetfolder.h"
#include "support/memoryjournal.h"
#include "support/runtoend.h"
#include "support/sandboxprocess.h"
#include "support/sheetprobe.h"
#include "writeback/runcontroller.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using Writeback::RunController;
using Writeback::RunReport;
using Writeback::State;

namespace {

const QString unitsName = u"Units"_s;
const QList<DataSetFolder::Column> columns{{u"Unit"_s, u"STRING"_s}, {u"Heads"_s, u"LONG"_s}};
const Rows rows{{u"North"_s, 12}, {u"South"_s, 7}};

} // namespace

// Several runs side by side, and runs whose controller is destroyed.
class TestController final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_folder.write(unitsName, columns, rows); }

    void secondRunOfASheetIsRefused()
    {
        SandboxProcess sandbox(m_folder.options() + QStringList{u"--latency"_s, u"100"_s});
        QVERIFY(sandbox.isUp());
        RunController first(books());
        QSignalSpy firstFinished(&first, &RunController::finished);
        QSignalSpy firstSteps(&first, &RunController::stepStarted);
        first.start(request(sandbox, 2));
        QTRY_VERIFY(firstSteps.size() > 2); // it holds the sheet's lock
        const RunReport second = runToEnd(request(sandbox, 20), std::chrono::seconds(60), books());
        QVERIFY2(second.state == State::Refused, inWords(second).constData());
        QCOMPARE(second.error->kind, Core::ErrorKind::Busy);
        QVERIFY(!firstFinished.isEmpty() || firstFinished.wait(30'000));
        QCOMPARE(firstFinished.front().front().value<RunReport>().state, State::Verified);
    }

    void endedRunReleasesTheSheet()
    {
        SandboxProcess sandbox(m_folder.options());
        QVERIFY(sandbox.isUp());
        RunController first(books());
        QSignalSpy finished(&first, &RunController::finished);
        first.start(request(sandbox));
        QVERIFY(finished.wait(30'000));
        QVERIFY(!first.isRunning());
        const RunReport second =
            runToEnd(request(sandbox), std::chrono::seconds(60), books()); // while the first one is still running
        QVERIFY2(second.state == State::NothingToDo, inWords(second).constData());
    }

    void runsOfTwoSheetsDoNotDisturbEachOther()
    {
        SandboxProcess one(m_folder.options() + QStringList{u"--latency"_s, u"20"_s});
        SandboxProcess other(m_folder.options() + QStringList{u"--latency"_s, u"20"_s});
        QVERIFY(one.isUp() && other.isUp());
        RunController first(books());
        RunController second(books());
        QSignalSpy firstFinished(&first, &RunController::finished);
        QSignalSpy secondFinished(&second, &RunController::finished);
        first.start(request(one));
        second.start(request(other));
        QTRY_VERIFY_WITH_TIMEOUT(!firstFinished.isEmpty() && !secondFinished.isEmpty(), 30'000);
        Cells wanted;
        place(wanted, 1, 1, Rows{namesOf(columns)} + rows);
        for (const QSignalSpy *spy : {&firstFinished, &secondFinished}) {
            const auto report = spy->front().front().value<RunReport>();
            QVERIFY2(report.state == State::Verified, inWords(report).constData());
        }
        QCOMPARE(difference(SheetProbe(one).read(), wanted), QString());
        QCOMPARE(difference(SheetProbe(other).read(), wanted), QString());
    }

    void destructionRightAfterTheStart()
    {
        SandboxProcess sandbox(m_folder.options());
        QVERIFY(sandbox.isUp());
        for (int i = 0; i < 20; ++i) {
            RunController controller(books());
            controller.start(request(sandbox));
            if (i % 2)
                controller.cancel();
        }
        const RunController neverStarted(books());
        QVERIFY(!neverStarted.isRunning());
    }

    void declinedReviewWritesNothing()
    {
        SandboxProcess sandbox(m_folder.options());
        QVERIFY(sandbox.isUp());
        Writeback::RunRequest asking = request(sandbox);
        asking.prompt = Writeback::Prompt::Always;
        RunController controller(books());
        QSignalSpy finished(&controller, &RunController::finished);
        connect(&controller, &RunController::answerNeeded, this, [&] { controller.answer({}); });
        controller.start(asking);
        QVERIFY(finished.wait(30'000));
        const auto report = finished.front().front().value<RunReport>();
        QVERIFY2(report.state == State::Refused, inWords(report).constData());
        QCOMPARE(report.error->kind, Core::ErrorKind::Declined);
        QCOMPARE(difference(SheetProbe(sandbox).read(), {}), QString());
    }

    void answeredReviewWrites()
    {
        SandboxProcess sandbox(m_folder.options());
        QVERIFY(sandbox.isUp());
        Writeback::RunRequest asking = request(sandbox);
        asking.prompt = Writeback::Prompt::Always;
        RunController controller(books());
        QSignalSpy finished(&controller, &RunController::finished);
        QSignalSpy asked(&controller, &RunController::answerNeeded);
        connect(&controller, &RunController::answerNeeded, this, [&] { controller.answer({.writes = true}); });
        controller.start(asking);
        QVERIFY(finished.wait(30'000));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.front().front().value<Writeback::ReviewSummary>().changes.added, 6);
        QCOMPARE(finished.front().front().value<RunReport>().state, State::Verified);
    }

    void waitingRunShowsWhatItComparedAndKeepsEditedCells()
    {
        SandboxProcess sandbox(m_folder.options());
        QVERIFY(sandbox.isUp());
        MemoryLedger ledger;
        const QTemporaryDir locks;
        const Writeback::Bookkeeping books = ledger.books(locks.path());
        Writeback::RunRequest asking = request(sandbox);
        asking.profileId = u"saved"_s;
        QCOMPARE(runToEnd(asking, std::chrono::seconds(60), books).state, State::Verified);
        QVERIFY(SheetProbe(sandbox).write(u"C3:C4"_s, {{13}, {8}}));

        asking.prompt = Writeback::Prompt::BeforeLoss; // edited cells are a loss
        RunController controller(books);
        QSignalSpy finished(&controller, &RunController::finished);
        QSignalSpy asked(&controller, &RunController::answerNeeded);
        RunReport review;
        connect(&controller, &RunController::answerNeeded, this, [&] { controller.compareForReview(); });
        connect(&controller, &RunController::reviewReady, this, [&](const RunReport &ready) {
            review = ready;
            controller.answer({.writes = true, .keep = {ready.comparison->edited.front()}}); // the first of two
        });
        controller.start(asking);
        QVERIFY(finished.wait(30'000));
        QCOMPARE(review.state, State::Planned);
        QCOMPARE(review.review.changes.changed, 2);
        QCOMPARE(review.comparison->edited, (std::vector<Sheet::Span>{{1, 1, 1}, {2, 1, 1}}));
        QCOMPARE(leftIn(*review.comparison), (QList<QByteArray>{"12", "7"}));
        QVERIFY(review.comparison->byKey); // found although the run itself did not need it
        QCOMPARE(asked.size(), 1); // fewer changes need no second decision
        const auto report = finished.front().front().value<RunReport>();
        QVERIFY2(report.state == State::Verified, inWords(report).constData());
        QCOMPARE(report.review.changes.kept, 1);
        QCOMPARE(report.cellsPlanned, 1);
        Cells wanted;
        place(wanted, 1, 1, {namesOf(columns), {u"North"_s, 13}, {u"South"_s, 7}});
        QCOMPARE(difference(SheetProbe(sandbox).read(), wanted), QString());

        // The value that was kept is not one that a run left.
        QVERIFY(SheetProbe(sandbox).write(u"C4"_s, {{9}}));
        asking.dryRun = true;
        const RunReport planned = runToEnd(asking, std::chrono::seconds(60), books);
        QVERIFY(planned.comparison);
        QCOMPARE(planned.comparison->edited, (std::vector<Sheet::Span>{{1, 1, 1}, {2, 1, 1}}));
        QCOMPARE(leftIn(*planned.comparison), (QList<QByteArray>{"not known", "7"}));
    }

    void verifiedRunWhoseValuesFindNoRoomIsVerified()
    {
        SandboxProcess sandbox(m_folder.options());
        QVERIFY(sandbox.isUp());
        MemoryLedger ledger;
        const QTemporaryDir locks;
        Writeback::RunRequest saved = request(sandbox);
        saved.profileId = u"saved"_s;
        const auto run = [&] { return runToEnd(saved, std::chrono::seconds(60), ledger.books(locks.path())); };
        QCOMPARE(run().state, State::Verified);
        int calls = 0; // of the journal, in a run that finds nothing to do
        const auto hasRoom = [&] {
            ledger.setFullFrom(calls);
            const RunReport report = run();
            return report.state == State::NothingToDo && !report.notRecorded;
        };
        while (calls < 100 && !hasRoom())
            ++calls;
        ledger.setFullFrom(calls - 1);
        const RunReport report = run();
        QVERIFY2(report.state == State::NothingToDo, inWords(report).constData());
        QVERIFY(report.notRecorded);
        QCOMPARE(report.notRecorded->kind, Core::ErrorKind::Disk);

        ledger.setFullFrom(-1);
        QVERIFY(SheetProbe(sandbox).write(u"C3"_s, {{13}}));
        saved.dryRun = true;
        const RunReport planned = run();
        QVERIFY(planned.comparison);
        QCOMPARE(leftIn(*planned.comparison), QList<QByteArray>{"not known"}); // nor is an older one
    }

    void runThatDoesNotWaitHasNoReview()
    {
        SandboxProcess sandbox(m_folder.options());
        QVERIFY(sandbox.isUp());
        RunController controller(books());
        QSignalSpy finished(&controller, &RunController::finished);
        QSignalSpy ready(&controller, &RunController::reviewReady);
        controller.start(request(sandbox));
        controller.compareForReview();
        QVERIFY(finished.wait(30'000));
        controller.compareForReview();
        QCOMPARE(ready.size(), 0);
    }

private:
    [[nodiscard]] static Writeback::RunRequest request(const SandboxProcess &sandbox, int firstRow = 2)
    {
        return sandbox.request(unitsName, u"B%1:C%2"_s.arg(firstRow).arg(firstRow + 4));
    }

    // What the last verified run left in the edited cells.
    [[nodiscard]] static QList<QByteArray> leftIn(const Writeback::Comparison &comparison)
    {
        QList<QByteArray> left;
        for (const Sheet::Span &span : comparison.edited) {
            for (int column = span.first; column <= span.last; ++column) {
                const auto cell = comparison.left.at({span.row, column});
                left.append(cell ? QByteArray(cell->text.data(), qsizetype(cell->text.size())) : "not known"_ba);
            }
        }
        return left;
    }

    DataSetFolder m_folder;
};

QTEST_GUILESS_MAIN(TestController)
#include "tst_controller.moc"
