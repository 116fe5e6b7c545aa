#include "support/datasetfolder.h"
#include "support/runtoend.h"
#include "support/sandboxprocess.h"
#include "support/sheetprobe.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <QThreadPool>

#include <deque>

using namespace Support;
using Writeback::RunReport;
using Writeback::State;

// Everything that can go wrong, with every call that a run makes, once and for ever: the run ends in time, tells the
// truth about the sheet, and the next one without the fault puts it right. The cases wait more than they work, so they
// run side by side, each with a sandbox of its own, before the rows look at what came of them.
class tst_Faults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reportTellsTheTruthAndTheNextRunPutsItRight_data();
    void reportTellsTheTruthAndTheNextRunPutsItRight();

private:
    struct Case
    {
        QString kind;
        QString operation;
        bool always = false;

        bool isUp = false;
        RunReport report{};
        RunReport next{};
        qint64 took = 0; // milliseconds
        QString lie{}; // of the first report
        QString wrongAfterNext{};

        [[nodiscard]] QString fault() const
        {
            return kind + u'@' + operation + (always ? QStringLiteral("#*") : QStringLiteral("#1"));
        }
    };

    void prepareSheets();
    void play(Case &one) const;

    DataSetFolder m_folder;
    std::deque<Case> m_cases;
    Cells m_before;
    Cells m_desired;
};

Q_DECLARE_METATYPE(size_t)

namespace {

const QString ledgerName = QStringLiteral("Ledger");
const QList<DataSetFolder::Column> columns{{QStringLiteral("Account"), QStringLiteral("STRING")},
                                           {QStringLiteral("Amount"), QStringLiteral("DECIMAL")}};
const QString region = QStringLiteral("B3:C40");

constexpr qint64 longestRun = 30'000; // milliseconds; some wait for Retry-After several times
constexpr int sideBySide = 12;

Rows ledger()
{
    Rows rows;
    for (int i = 0; i < 30; ++i)
        rows.append({QStringLiteral("%1").arg(i, 5, 10, QLatin1Char('0')), i * 0.25 - 3});
    return rows;
}

// The answer to what changes the sheet, or all that could take its place, is missing.
bool mayBeUnknown(const QString &kind, const QString &operation)
{
    if (operation == QLatin1String("updateValuesByRange"))
        return QStringList{QStringLiteral("500"),        QStringLiteral("drop"),      QStringLiteral("truncate"),
                           QStringLiteral("hang"),       QStringLiteral("malformed"), QStringLiteral("html"),
                           QStringLiteral("lost-answer")}
            .contains(kind);
    return false;
}

} // namespace

void tst_Faults::initTestCase()
{
    m_folder.write(ledgerName, columns, ledger());
    prepareSheets();
    for (const char *operation :
         {"getAccessToken", "tokenRequest", "getDataSet", "getSpreadsheetById", "getSheetById", "exportDataSet",
          "getValuesByRange", "updateSheet", "updateValuesByRange", "getOperationById"}) {
        for (const char *kind : {"401", "403", "404", "409", "429", "500", "503", "drop", "truncate", "hang",
                                 "malformed", "html", "fail-operation", "lost-answer"}) {
            for (const bool always : {false, true})
                m_cases.push_back({QString::fromLatin1(kind), QString::fromLatin1(operation), always});
        }
    }
    QThreadPool pool;
    pool.setMaxThreadCount(sideBySide);
    pool.setExpiryTimeout(-1); // a sandbox ends with the thread that began it
    for (Case &one : m_cases)
        pool.start([this, &one] { play(one); });
    pool.waitForDone();
}

void tst_Faults::prepareSheets()
{
    SandboxProcess sandbox(m_folder.options(QStringLiteral("prepared")));
    QVERIFY(sandbox.isUp());
    Rows old;
    for (int row = 0; row < 45; ++row)
        old.append({QStringLiteral("keep"), row, QStringLiteral("old %1").arg(row), QStringLiteral("keep")});
    QVERIFY(SheetProbe(sandbox).write(QStringLiteral("A1:D45"), old));
    place(m_before, 0, 0, old);
    m_desired = m_before;
    clear(m_desired, 2, 1, 39, 2);
    place(m_desired, 2, 1, Rows{namesOf(columns)} + ledger());
}

void tst_Faults::play(Case &one) const
{
    const QString state = one.fault();
    QFile::copy(m_folder.path(QStringLiteral("prepared")), m_folder.path(state));
    {
        SandboxProcess faulty(m_folder.options(state) + QStringList{QStringLiteral("--fault"), one.fault()});
        one.isUp = faulty.isUp();
        if (!one.isUp)
            return;
        Writeback::RunRequest request = faulty.request(ledgerName, region);
        if (one.kind == QLatin1String("hang"))
            request.patience.silence = std::chrono::milliseconds(400);
        QElapsedTimer timer;
        timer.start();
        one.report = runToEnd(request, std::chrono::milliseconds(2 * longestRun));
        one.took = timer.elapsed();
    }
    SandboxProcess sound(m_folder.options(state));
    const SheetProbe probe(sound);
    one.lie = contradiction(one.report, probe.read(), m_before, m_desired);
    one.next = runToEnd(sound.request(ledgerName, region));
    one.wrongAfterNext = difference(probe.read(), m_desired);
}

void tst_Faults::reportTellsTheTruthAndTheNextRunPutsItRight_data()
{
    QTest::addColumn<size_t>("index");

    for (size_t i = 0; i < m_cases.size(); ++i)
        QTest::newRow(qPrintable(m_cases[i].fault())) << i;
}

void tst_Faults::reportTellsTheTruthAndTheNextRunPutsItRight()
{
    QFETCH(size_t, index);
    const Case &one = m_cases[index];
    QVERIFY(one.isUp);
    QVERIFY2(one.took < longestRun, QByteArray::number(one.took));
    QCOMPARE(one.lie, QString());
    QVERIFY2(!one.report.error || one.report.error->kind != Core::ErrorKind::Internal, inWords(one.report));
    if (one.report.state == State::OutcomeUnknown)
        QVERIFY2(mayBeUnknown(one.kind, one.operation), inWords(one.report));
    const bool shallHold = one.report.state == State::Verified;
    QVERIFY2(one.next.state == (shallHold ? State::NothingToDo : State::Verified)
                 || (one.report.state == State::OutcomeUnknown && one.next.state == State::NothingToDo),
             inWords(one.next));
    QCOMPARE(one.wrongAfterNext, QString());
}

QTEST_GUILESS_MAIN(tst_Faults)
#include "tst_faults.moc"
