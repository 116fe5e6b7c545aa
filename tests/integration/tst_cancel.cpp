#include "support/datasetfolder.h"
#include "support/runtoend.h"
#include "support/sandboxprocess.h"
#include "support/sheetprobe.h"
#include "writeback/runcontroller.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using Writeback::RunController;
using Writeback::RunReport;
using Writeback::State;
using Writeback::StepName;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr qint64 bound = 3'000;
#else
constexpr qint64 bound = 1'500; // a second, on a machine that has more to do
#endif

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

} // namespace

// Cancelling ends a run within a second, wherever it is, and the report tells the truth about the sheet.
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

    void everyStepEndsWithinASecond_data()
    {
        QTest::addColumn<StepName>("step");
        QTest::addColumn<bool>("mayHaveWritten");
        for (const StepName step : {StepName::SignIn, StepName::Inspect, StepName::FetchSource, StepName::ReadTarget,
                                    StepName::Compose, StepName::Review, StepName::Write, StepName::Verify})
            QTest::addRow("%s", qPrintable(Writeback::name(step)))
                << step << (step >= StepName::Compose); // which is over before the word to cancel comes
    }
    void everyStepEndsWithinASecond()
    {
        QFETCH(StepName, step);
        QFETCH(bool, mayHaveWritten);
        start({u"--latency"_s, u"60"_s});
        const RunReport report = cancelOn(step);
        if (!mayHaveWritten)
            QVERIFY2(report.state == State::Cancelled, inWords(report).constData());
        checkAndRunAgain(report);
    }

    void writeThatTakesLongEndsWithinASecond()
    {
        start({u"--operation-time"_s, u"1500"_s});
        const RunReport report = cancelOn(StepName::Write);
        QVERIFY2(report.state == State::Cancelled || report.state == State::OutcomeUnknown,
                 inWords(report).constData());
        checkAndRunAgain(report);
    }

    void writeBetweenBlocksEndsWithinASecond()
    {
        m_dataSet = largeSet;
        start({u"--latency"_s, u"20"_s, u"--operation-time"_s, u"300"_s});
        const RunReport report = cancelOn(StepName::Write, true);
        QVERIFY2(report.state == State::PartlyWritten || report.state == State::OutcomeUnknown,
                 inWords(report).constData());
        checkAndRunAgain(report);
    }

    void cancelBeforeTheFirstStep()
    {
        start({});
        RunController controller(books());
        QSignalSpy finished(&controller, &RunController::finished);
        controller.start(m_sandbox->request(m_dataSet, u"B2:"_s));
        controller.cancel();
        QVERIFY(finished.wait(int(bound)));
        QCOMPARE(finished.front().front().value<RunReport>().state, State::Cancelled);
        QCOMPARE(difference(m_probe->read(), m_before), QString());
    }

    void cancelAfterTheEndChangesNothing()
    {
        start({});
        RunController controller(books());
        QSignalSpy finished(&controller, &RunController::finished);
        controller.start(m_sandbox->request(m_dataSet, u"B2:"_s));
        QVERIFY(finished.wait(30'000));
        controller.cancel();
        controller.start(m_sandbox->request(m_dataSet, u"B2:"_s)); // comes after what the cancel set off
        QVERIFY(finished.wait(30'000));
        QCOMPARE(finished.size(), 2);
        QCOMPARE(finished[0].front().value<RunReport>().state, State::Verified);
        QCOMPARE(finished[1].front().value<RunReport>().state, State::NothingToDo);
    }

private:
    void start(const QStringList &options)
    {
        m_sandbox = std::make_unique<SandboxProcess>(m_folder.options() + options);
        QVERIFY(m_sandbox->isUp());
        m_probe = std::make_unique<SheetProbe>(*m_sandbox);
        const Rows old{{u"keep"_s, 1}, {u"keep"_s, u"old"_s}};
        QVERIFY(m_probe->write(u"A1:B2"_s, old));
        place(m_before, 0, 0, old);
        m_desired = m_before;
        place(m_desired, 1, 1, Rows{namesOf(columns())} + rowsOf(m_dataSet == smallSet ? 200 : 30'000));
    }

    // as soon as it has begun
    [[nodiscard]] RunReport cancelOn(StepName step, bool onProgress = false)
    {
        RunController controller(books());
        QElapsedTimer sinceCancel;
        const auto cancel = [&](StepName begun) {
            if (begun != step || sinceCancel.isValid())
                return;
            sinceCancel.start();
            controller.cancel();
        };
        if (onProgress)
            connect(&controller, &RunController::stepProgress, this, cancel);
        else
            connect(&controller, &RunController::stepStarted, this, cancel);
        RunReport report;
        connect(&controller, &RunController::finished, this, [&](const RunReport &finished) {
            m_took = sinceCancel.isValid() ? sinceCancel.elapsed() : 0;
            report = finished;
        });
        QSignalSpy finished(&controller, &RunController::finished);
        controller.start(m_sandbox->request(m_dataSet, u"B2:"_s));
        if (!finished.wait(30'000))
            report.error = Core::Error{};
        return report;
    }

    void checkAndRunAgain(const RunReport &report)
    {
        QVERIFY2(m_took < bound, (QByteArray::number(m_took) + " ms, " + inWords(report)).constData());
        // What was under way may still come.
        if (report.state != State::PartlyWritten)
            QCOMPARE(contradiction(report, m_probe->read(), m_before, m_desired), QString());

        const auto again = runToEnd(m_sandbox->request(m_dataSet, u"B2:"_s));
        QVERIFY2(again.state == State::Verified || again.state == State::NothingToDo, inWords(again).constData());
        QCOMPARE(difference(m_probe->read(), m_desired), QString());
    }

    DataSetFolder m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<SheetProbe> m_probe;
    QString m_dataSet;
    Cells m_before;
    Cells m_desired;
    qint64 m_took = 0; // milliseconds from cancel() to finished()
};

QTEST_GUILESS_MAIN(TestCancel)
#include "tst_cancel.moc"
