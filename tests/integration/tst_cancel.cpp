#include "domo/service.h"
#include "net/service.h"
#include "support/datasetfolder.h"
#include "support/fakeclock.h"
#include "support/runtoend.h"
#include "support/sandboxprocess.h"
#include "support/sheetprobe.h"
#include "workiva/service.h"
#include "writeback/run.h"
#include "writeback/runcontroller.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;

using namespace Support;
using Writeback::RunController;
using Writeback::RunReport;
using Writeback::State;
using Writeback::StepName;
using namespace std::chrono_literals;

namespace {

constexpr int deadline = 60'000; // milliseconds

const QString smallSet = u"Small"_s;
const QString largeSet = u"Large"_s;

QList<DataSetFolder::Column> columns()
{
    QList<DataSetFolder::Column> columns{{u"Key"_s, u"STRING"_s}};
    for (int i = 1; i < 10; ++i)
        columns.append({u"C%1"_s.arg(i), u"LONG"_s});
    return columns;
}

Rows rowsOf(int count)
{
    Rows rows;
    for (int row = 0; row < count; ++row) {
        QJsonArray values{u"0%1"_s.arg(row)};
        for (int column = 1; column < 10; ++column)
            values.append(row * 10 + column);
        rows.append(values);
    }
    return rows;
}

// Places where a run waits for a response that does not arrive.
void addStuckSteps()
{
    QTest::addColumn<StepName>("step");
    QTest::addColumn<QString>("operation"); // that hangs
    QTest::addColumn<int>("call"); // from 1; the probe's sign-in and write do not count
    QTest::addColumn<QString>("next"); // what the run would request after the timeout
    const auto row = [](StepName step, const QString &operation, int call, const QString &next) {
        QTest::newRow(qPrintable(Writeback::name(step))) << step << operation << call << next;
    };
    const QString read = u"getValuesByRange"_s;
    row(StepName::SignIn, u"tokenRequest"_s, 2, u"tokenRequest"_s);
    row(StepName::Inspect, u"getSheetById"_s, 1, u"getSheetById"_s);
    row(StepName::FetchSource, u"exportDataSet"_s, 1, u"exportDataSet"_s);
    row(StepName::ReadTarget, read, 1, read);
    row(StepName::Recheck, u"getSheetById"_s, 2, u"getSheetById"_s);
    row(StepName::Write, u"updateValuesByRange"_s, 2, read);
    row(StepName::Verify, read, 3, read);
}

} // namespace

// Cancelling ends a run within a second at any point, and its report is true. So does destroying its controller.
class TestCancel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_folder.write(smallSet, columns(), rowsOf(200));
        m_folder.write(largeSet, columns(), rowsOf(30'000)); // several blocks
    }

    void init()
    {
        m_sandbox.reset();
        m_dataSet = smallSet;
        m_before.clear();
    }

    void reportIsTrueAfterEveryStep_data()
    {
        QTest::addColumn<StepName>("step");
        QTest::addColumn<bool>("mayHaveWritten");
        for (const StepName step : {StepName::SignIn, StepName::Inspect, StepName::FetchSource, StepName::ReadTarget,
                                    StepName::Compose, StepName::Review, StepName::Write, StepName::Verify})
            QTest::addRow("%s", qPrintable(Writeback::name(step)))
                << step << (step >= StepName::Compose); // it ends before it can be cancelled
    }
    void reportIsTrueAfterEveryStep()
    {
        QFETCH(StepName, step);
        QFETCH(bool, mayHaveWritten);
        QVERIFY(start({u"--latency"_s, u"60"_s}));
        const auto report = cancelOn(step);
        QVERIFY(report);
        if (!mayHaveWritten)
            QVERIFY2(report->state == State::Cancelled, inWords(*report).constData());
        QCOMPARE(contradictionNowOrNextTime(*report), QString());
    }

    void reportIsTrueWhileAnOperationRuns()
    {
        QVERIFY(start({u"--operation-time"_s, u"1500"_s}));
        const auto report = cancelOn(StepName::Write);
        QVERIFY(report);
        QVERIFY2(report->state == State::Cancelled || report->state == State::OutcomeUnknown,
                 inWords(*report).constData());
        QCOMPARE(contradictionNowOrNextTime(*report), QString());
    }

    void reportIsTrueBetweenBlocks()
    {
        m_dataSet = largeSet;
        QVERIFY(start({u"--latency"_s, u"20"_s, u"--operation-time"_s, u"300"_s}));
        const auto report = cancelOn(StepName::Write, true);
        QVERIFY(report);
        QVERIFY2(report->state == State::PartlyWritten || report->state == State::OutcomeUnknown,
                 inWords(*report).constData());
        QCOMPARE(contradictionNowOrNextTime(*report), QString());
    }

    void nineTenthsOfASecondAreEnough_data() { addStuckSteps(); }
    void nineTenthsOfASecondAreEnough()
    {
        QFETCH(StepName, step);
        QFETCH(QString, operation);
        QFETCH(int, call);
        QVERIFY(start({u"--fault"_s, u"hang@%1#%2"_s.arg(operation).arg(call)}));
        const Writeback::RunRequest request = requestWithLongTimeouts();
        FakeClock clock;
        QNetworkAccessManager network;
        const auto domo = Domo::makeService(network, clock, request.dataSet()->domo, request.retry);
        const auto workiva = Workiva::makeService(network, clock, request.workiva, request.retry);
        Writeback::Run run(request, books(), domo.get(), *workiva, clock);
        QSignalSpy finished(&run, &Writeback::Run::finished);
        QTimer mover; // skips the waits before
        connect(&mover, &QTimer::timeout, &run, [&clock] {
            if (clock.waiting() > 0)
                clock.advance(clock.nextDelay());
        });
        mover.start(1);
        run.start();
        QTRY_VERIFY_WITH_TIMEOUT(m_sandbox->requests(operation) >= call, deadline);
        mover.stop();
        run.stop();
        QCOMPARE(finished.size(), 0);
        clock.advance(900ms);
        QTRY_VERIFY_WITH_TIMEOUT((clock.advance(0ms), !finished.isEmpty()), deadline / 2);
        const auto report = finished.front().front().value<RunReport>();
        QCOMPARE(report.failedStep, std::optional(step));
        QVERIFY2(report.state == State::Cancelled || report.state == State::OutcomeUnknown,
                 inWords(report).constData());
        QCOMPARE(contradiction(report, m_probe->read(), m_before, m_desired), QString());
    }

    void cancelBeforeTheFirstStepWritesNothing()
    {
        QVERIFY(start({}));
        RunController controller(books());
        QSignalSpy finished(&controller, &RunController::finished);
        controller.start(m_sandbox->request(m_dataSet, u"B2:"_s));
        controller.cancel();
        QVERIFY(finished.wait(deadline));
        QCOMPARE(finished.front().front().value<RunReport>().state, State::Cancelled);
        QCOMPARE(difference(m_probe->read(), m_before), QString());
    }

    void cancelAfterTheEndChangesNothing()
    {
        QVERIFY(start({}));
        RunController controller(books());
        QSignalSpy finished(&controller, &RunController::finished);
        controller.start(m_sandbox->request(m_dataSet, u"B2:"_s));
        QVERIFY(finished.wait(deadline));
        controller.cancel();
        // Processed after the consequences of the cancellation.
        controller.start(m_sandbox->request(m_dataSet, u"B2:"_s));
        QVERIFY(finished.wait(deadline));
        QCOMPARE(finished.size(), 2);
        QCOMPARE(finished[0].front().value<RunReport>().state, State::Verified);
        QCOMPARE(finished[1].front().value<RunReport>().state, State::NothingToDo);
    }

    void destructionDoesNotWaitForAResponse_data() { addStuckSteps(); }
    void destructionDoesNotWaitForAResponse()
    {
        QFETCH(QString, operation);
        QFETCH(int, call);
        QFETCH(QString, next);
        QVERIFY(start({u"--fault"_s, u"hang@%1#%2"_s.arg(operation).arg(call)}));
        auto controller = std::make_unique<RunController>(books());
        int heardAfterwards = 0;
        connect(controller.get(), &RunController::stepFinished, this, [&] { heardAfterwards += !controller; });
        connect(controller.get(), &RunController::finished, this, [&] { heardAfterwards += !controller; });
        Writeback::RunRequest request = requestWithLongTimeouts();
        request.retry.idleTimeout = 5s; // otherwise a destructor that waits would take a minute
        controller->start(request);
        QTRY_VERIFY_WITH_TIMEOUT(m_sandbox->requests(operation) >= call, deadline);
        const int before = m_sandbox->requests(next);
        controller.reset();
        QCOMPARE(m_sandbox->requests(next), before);
        QCoreApplication::processEvents(); // signals that the run had queued
        QCOMPARE(heardAfterwards, 0);
    }

private:
    [[nodiscard]] bool start(const QStringList &options)
    {
        m_sandbox = std::make_unique<SandboxProcess>(m_folder.options() + options);
        m_probe = std::make_unique<SheetProbe>(*m_sandbox);
        const Rows old{{u"keep"_s, 1}, {u"keep"_s, u"old"_s}};
        place(m_before, 0, 0, old);
        m_desired = m_before;
        place(m_desired, 1, 1, Rows{namesOf(columns())} + rowsOf(m_dataSet == smallSet ? 200 : 30'000));
        return m_sandbox->isUp() && m_probe->write(u"A1:B2"_s, old);
    }

    // Reads at once, and gives the service all the time it needs.
    [[nodiscard]] Writeback::RunRequest requestWithLongTimeouts() const
    {
        Writeback::RunRequest request = m_sandbox->request(m_dataSet, u"B2:K300"_s);
        request.retry.idleTimeout = 60s;
        return request;
    }

    // As soon as the step has started. Nothing if the run does not end.
    [[nodiscard]] std::optional<RunReport> cancelOn(StepName step, bool onProgress = false)
    {
        RunController controller(books());
        bool isCancelled = false;
        const auto cancel = [&](StepName begun) {
            if (begun != step || isCancelled)
                return;
            isCancelled = true;
            controller.cancel();
        };
        if (onProgress)
            connect(&controller, &RunController::stepProgress, this, cancel);
        else
            connect(&controller, &RunController::stepStarted, this, cancel);
        QSignalSpy finished(&controller, &RunController::finished);
        controller.start(m_sandbox->request(m_dataSet, u"B2:"_s));
        if (!finished.wait(deadline))
            return {};
        return finished.front().front().value<RunReport>();
    }

    // How the report, or the next run, contradicts the sheet; empty if both are true.
    [[nodiscard]] QString contradictionNowOrNextTime(const RunReport &report) const
    {
        // A change under way may still arrive.
        const QString now = report.state == State::PartlyWritten
            ? QString()
            : contradiction(report, m_probe->read(), m_before, m_desired);
        if (!now.isEmpty())
            return now;
        const auto again = runToEnd(m_sandbox->request(m_dataSet, u"B2:"_s));
        if (again.state != State::Verified && again.state != State::NothingToDo)
            return u"and then: "_s + QString::fromUtf8(inWords(again));
        return difference(m_probe->read(), m_desired);
    }

    DataSetFolder m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<SheetProbe> m_probe;
    QString m_dataSet;
    Cells m_before;
    Cells m_desired;
};

QTEST_GUILESS_MAIN(TestCancel)
#include "tst_cancel.moc"
