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

// Everything that can go wrong, with every operation that a run calls, once and for ever: the run ends in time, tells
// the truth about the sheet, and the next one without the fault puts it right. The cases wait more than they work, so
// they run side by side, each with a sandbox of its own, before the rows look at what came of them.
class tst_Faults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reportTellsTheTruthAndTheNextRunPutsItRight_data();
    void reportTellsTheTruthAndTheNextRunPutsItRight();
    void aLostRequestIsNotForgottenWhenItsRepeatIsRefused();

private:
    struct Case
    {
        QString kind;
        QString operation;
        QString call; // "#1" or "#*"
        QString dataSet;
        QStringList options{};

        bool isUp = false;
        bool met = false; // the run came by the fault
        RunReport report{};
        RunReport next{};
        qint64 took = 0; // milliseconds
        QString lie{}; // of the first report
        QString wrongAfterNext{};

        [[nodiscard]] QString fault() const { return kind + u'@' + operation + call; }
        [[nodiscard]] QString name() const
        {
            QStringList parts{fault(), dataSet, options.value(1)};
            parts.removeAll(QString());
            return parts.join(QStringLiteral(", "));
        }
    };

    void addCases(const char *operation, const char *call, const QString &dataSet);
    void prepareSheets();
    void play(Case &one) const;

    DataSetFolder m_folder;
    std::deque<Case> m_cases;
    Cells m_before;
    std::map<QString, Cells> m_desired; // by DataSet
};

Q_DECLARE_METATYPE(size_t)

namespace {

const QString ledgerName = QStringLiteral("Ledger"); // has texts that get the TEXT format before they are written
const QString plainName = QStringLiteral("Plain"); // has none
const QList<DataSetFolder::Column> columns{{QStringLiteral("Account"), QStringLiteral("STRING")},
                                           {QStringLiteral("Amount"), QStringLiteral("DECIMAL")}};
const QString region = QStringLiteral("B3:C40");

constexpr qint64 longestRun = 60'000; // milliseconds; some wait several times, as for word of an operation
constexpr int sideBySide = 20;

Rows rowsOf(const QString &dataSet)
{
    const QString prefix = dataSet == plainName ? QStringLiteral("account ") : QString();
    Rows rows;
    for (int i = 0; i < 30; ++i)
        rows.append({prefix + QStringLiteral("%1").arg(i, 5, 10, QLatin1Char('0')), i * 0.25 - 3});
    return rows;
}

// The answer to what changes the sheet, or all that could take its place, is missing.
bool mayBeUnknown(const QString &fault)
{
    static const QStringList missing{
        QStringLiteral("500@updateValuesByRange#*"),    QStringLiteral("drop@updateValuesByRange#*"),
        QStringLiteral("hang@updateValuesByRange#*"),   QStringLiteral("403@getValuesByRange#2"),
        QStringLiteral("404@getValuesByRange#2"),       QStringLiteral("409@getValuesByRange#2"),
        QStringLiteral("malformed@getValuesByRange#2"), QStringLiteral("html@getValuesByRange#2")};
    return missing.contains(fault);
}

// What became of a change of formats cannot be read back.
bool isOfFormats(const QString &operation)
{
    return operation == QLatin1String("updateSheet") || operation == QLatin1String("getOperationById");
}

} // namespace

void tst_Faults::initTestCase()
{
    for (const QString &dataSet : {ledgerName, plainName})
        m_folder.write(dataSet, columns, rowsOf(dataSet));
    prepareSheets();
    // Those that take longest first.
    addCases("getOperationById", "#*", ledgerName);
    addCases("getOperationById", "#*", plainName);
    for (const char *operation : {"updateSheet", "updateValuesByRange"})
        addCases(operation, "#*", ledgerName);
    for (const char *operation : {"getOperationById", "getValuesByRange"})
        addCases(operation, "#2", ledgerName);
    for (const char *operation : {"getAccessToken", "tokenRequest", "getDataSet", "getSpreadsheetById", "getSheetById",
                                  "exportDataSet", "getValuesByRange"})
        addCases(operation, "#*", ledgerName);
    for (const char *operation :
         {"getAccessToken", "tokenRequest", "getDataSet", "getSpreadsheetById", "getSheetById", "exportDataSet",
          "getValuesByRange", "updateSheet", "updateValuesByRange", "getOperationById"})
        addCases(operation, "#1", ledgerName);
    m_cases.push_back({QStringLiteral("fail-operation"),
                       QStringLiteral("updateValuesByRange"),
                       QStringLiteral("#*"),
                       ledgerName,
                       {QStringLiteral("--quirk"), QStringLiteral("atomic-put=no")}});
    QThreadPool pool;
    pool.setMaxThreadCount(sideBySide);
    pool.setExpiryTimeout(-1); // a sandbox ends with the thread that began it
    for (Case &one : m_cases)
        pool.start([this, &one] { play(one); });
    pool.waitForDone();
}

void tst_Faults::addCases(const char *operation, const char *call, const QString &dataSet)
{
    for (const char *kind : {"401", "403", "404", "409", "429", "500", "503", "drop", "truncate", "hang", "malformed",
                             "html", "fail-operation", "lost-answer"})
        m_cases.push_back(
            {QString::fromLatin1(kind), QString::fromLatin1(operation), QString::fromLatin1(call), dataSet});
}

void tst_Faults::prepareSheets()
{
    SandboxProcess sandbox(m_folder.options(QStringLiteral("prepared")));
    QVERIFY(sandbox.isUp());
    Rows old;
    for (int row = 0; row < 45; ++row)
        old.append({QStringLiteral("keep"),
                    row % 5 == 0 ? QJsonValue(QStringLiteral("=1+%1").arg(row)) : QJsonValue(row),
                    QStringLiteral("old %1").arg(row), QStringLiteral("keep")});
    QVERIFY(SheetProbe(sandbox).write(QStringLiteral("A1:D45"), old));
    place(m_before, 0, 0, old);
    for (const QString &dataSet : {ledgerName, plainName}) {
        Cells &desired = m_desired[dataSet];
        desired = m_before;
        clear(desired, 2, 1, 39, 2);
        place(desired, 2, 1, Rows{namesOf(columns)} + rowsOf(dataSet));
    }
}

void tst_Faults::play(Case &one) const
{
    const QString state = one.name();
    QFile::copy(m_folder.path(QStringLiteral("prepared")), m_folder.path(state));
    {
        SandboxProcess faulty(m_folder.options(state) + QStringList{QStringLiteral("--fault"), one.fault()}
                              + one.options);
        one.isUp = faulty.isUp();
        if (!one.isUp)
            return;
        Writeback::RunRequest request = faulty.request(one.dataSet, region);
        if (one.kind == QLatin1String("hang"))
            request.patience.silence = std::chrono::milliseconds(400);
        QElapsedTimer timer;
        timer.start();
        one.report = runToEnd(request, std::chrono::milliseconds(2 * longestRun));
        one.took = timer.elapsed();
        one.met = faulty.requests(one.operation) > 0;
    }
    SandboxProcess sound(m_folder.options(state));
    const SheetProbe probe(sound);
    const Cells &desired = m_desired.at(one.dataSet);
    one.lie = contradiction(one.report, probe.read(), m_before, desired);
    one.next = runToEnd(sound.request(one.dataSet, region));
    one.wrongAfterNext = difference(probe.read(), desired);
}

void tst_Faults::reportTellsTheTruthAndTheNextRunPutsItRight_data()
{
    QTest::addColumn<size_t>("index");

    for (size_t i = 0; i < m_cases.size(); ++i)
        QTest::newRow(qPrintable(m_cases[i].name())) << i;
}

void tst_Faults::reportTellsTheTruthAndTheNextRunPutsItRight()
{
    QFETCH(size_t, index);
    const Case &one = m_cases[index];
    QVERIFY(one.isUp && one.met);
    QVERIFY2(one.took < longestRun, QByteArray::number(one.took));
    QCOMPARE(one.lie, QString());
    QVERIFY2(!one.report.error || one.report.error->kind != Core::ErrorKind::Internal, inWords(one.report));
    if (one.report.state == State::OutcomeUnknown)
        QVERIFY2(mayBeUnknown(one.fault()) || isOfFormats(one.operation), inWords(one.report));
    const bool shallHold = one.report.state == State::Verified;
    QVERIFY2(one.next.state == (shallHold ? State::NothingToDo : State::Verified)
                 || (one.report.state == State::OutcomeUnknown && one.next.state == State::NothingToDo),
             inWords(one.next));
    QCOMPARE(one.wrongAfterNext, QString());
    if (one.kind == QLatin1String("fail-operation") && one.operation == QLatin1String("updateValuesByRange"))
        QVERIFY2(
            one.report.state
                == (one.options.isEmpty() && one.report.operations.isEmpty() ? State::Failed : State::PartlyWritten),
            inWords(one.report));
}

void tst_Faults::aLostRequestIsNotForgottenWhenItsRepeatIsRefused()
{
    QFile::copy(m_folder.path(QStringLiteral("prepared")), m_folder.path(QStringLiteral("lost")));
    const QString put = QStringLiteral("@updateValuesByRange#");
    QStringList options = m_folder.options(QStringLiteral("lost"));
    options += {QStringLiteral("--fault"), QStringLiteral("drop") + put + u'1'};
    for (int call = 2; call < 9; ++call)
        options += {QStringLiteral("--fault"), QStringLiteral("403") + put + QString::number(call)};
    SandboxProcess sandbox(options);
    QVERIFY(sandbox.isUp());
    const RunReport report = runToEnd(sandbox.request(plainName, region));
    QVERIFY2(report.state == State::OutcomeUnknown, inWords(report)); // the first one may still arrive
}

QTEST_GUILESS_MAIN(tst_Faults)
#include "tst_faults.moc"
