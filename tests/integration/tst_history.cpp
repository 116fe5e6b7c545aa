#include "runs/datafolder.h"
#include "support/datasetfolder.h"
#include "support/sandboxprocess.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Support;
using Last = History::RunHistory::Last;
using Writeback::State;

namespace {

constexpr int patience = 60'000;

const QList<DataSetFolder::Column> columns{{QStringLiteral("Unit"), QStringLiteral("STRING")},
                                           {QStringLiteral("Heads"), QStringLiteral("LONG")}};

} // namespace

// What the command line leaves in the folder that it shares with the window.
class tst_History : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_dataSets.write(QStringLiteral("Units"), columns,
                         {{QStringLiteral("North"), 12}, {QStringLiteral("South"), 7}});
    }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void runOfTheCommandLineIsInTheHistory();
    void dryRunIsNot();
    void killedCommandIsInterrupted();
    void folderThatCannotBeWrittenIsSaid();
    void damagedHistoryIsSaid();
    void historyOfALaterVersionRefusesTheRun();

private:
    void start(QProcess &process, const SandboxProcess &sandbox, const QString &dataFolder,
               const QStringList &more = {}) const;
    [[nodiscard]] QByteArray errorsOf(const SandboxProcess &sandbox, const QString &dataFolder,
                                      const QStringList &more = {}) const;
    [[nodiscard]] QList<History::RunRecord> runs() const
    {
        const Runs::DataFolder folder(m_folder->path(), {QStringLiteral("test"), {}});
        return folder.history().allRuns().value();
    }

    DataSetFolder m_dataSets;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_History::start(QProcess &process, const SandboxProcess &sandbox, const QString &dataFolder,
                        const QStringList &more) const
{
    const Writeback::RunRequest request = sandbox.request(QStringLiteral("Units"), QStringLiteral("B3:"));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DOMO_CLIENT_ID"), sandbox.domo().clientId);
    environment.insert(QStringLiteral("DOMO_CLIENT_SECRET"), sandbox.domo().clientSecret);
    environment.insert(QStringLiteral("WORKIVA_CLIENT_ID"), sandbox.workiva().clientId);
    environment.insert(QStringLiteral("WORKIVA_CLIENT_SECRET"), sandbox.workiva().clientSecret);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CLI_PROGRAM),
                  QStringList{QStringLiteral("copy"), QStringLiteral("--domo-url"), request.domo.baseUrl.toString(),
                              QStringLiteral("--workiva-url"), request.workiva.baseUrl.toString(),
                              QStringLiteral("--dataset"), request.dataSetId, QStringLiteral("--spreadsheet"),
                              request.spreadsheetId, QStringLiteral("--sheet"), request.sheetId,
                              QStringLiteral("--region"), QStringLiteral("B3:"), QStringLiteral("--yes"),
                              QStringLiteral("--data-dir"), dataFolder}
                      + more);
}

QByteArray tst_History::errorsOf(const SandboxProcess &sandbox, const QString &dataFolder,
                                 const QStringList &more) const
{
    QProcess process;
    start(process, sandbox, dataFolder, more);
    return process.waitForFinished(patience) ? process.readAllStandardError() : QByteArrayLiteral("it did not end");
}

void tst_History::runOfTheCommandLineIsInTheHistory()
{
    const SandboxProcess sandbox(m_dataSets.options());
    QVERIFY(sandbox.isUp());
    QCOMPARE(errorsOf(sandbox, m_folder->path()).trimmed(), QByteArray());
    const QList<History::RunRecord> found = runs();
    QCOMPARE(found.size(), 1);
    const History::RunRecord &run = found.first();
    QCOMPARE(run.state, Writeback::name(State::Verified));
    QCOMPARE(run.program, QStringLiteral("workiva-writeback-cli"));
    QCOMPARE(run.version, QStringLiteral(WRITEBACK_VERSION));
    QCOMPARE(run.clientId, sandbox.workiva().clientId);
    QCOMPARE(run.target, QStringLiteral("Scratch / Sheet1 / B3:"));
    QVERIFY(run.changesSent > 0);
    QCOMPARE(run.changesOpen, 0);
    QCOMPARE(run.cellsCompared, 6);
}

void tst_History::dryRunIsNot()
{
    const SandboxProcess sandbox(m_dataSets.options());
    QVERIFY(sandbox.isUp());
    QCOMPARE(errorsOf(sandbox, m_folder->path(), {QStringLiteral("--dry-run")}).trimmed(), QByteArray());
    QVERIFY(runs().isEmpty());
}

void tst_History::killedCommandIsInterrupted()
{
    const SandboxProcess sandbox(m_dataSets.options()
                                 + QStringList{QStringLiteral("--operation-time"), QStringLiteral("60000")});
    QVERIFY(sandbox.isUp());
    QProcess process;
    start(process, sandbox, m_folder->path());
    QTRY_VERIFY_WITH_TIMEOUT(!runs().isEmpty() && runs().first().changesSent > 0, patience);
    QVERIFY(runs().first().isRunning);
    QVERIFY(!runs().first().isInterrupted());
    process.kill();
    QVERIFY(process.waitForFinished());
    QVERIFY(runs().first().isInterrupted());
    QCOMPARE(runs().first().changesOpen, runs().first().changesSent);
}

void tst_History::folderThatCannotBeWrittenIsSaid()
{
    const SandboxProcess sandbox(m_dataSets.options());
    QVERIFY(sandbox.isUp());
    QFile file(m_folder->filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QString folder = file.fileName() + QStringLiteral("/data");
    QVERIFY(errorsOf(sandbox, folder).contains(folder.toUtf8()));
    QVERIFY(!errorsOf(sandbox, folder, {QStringLiteral("--dry-run")}).contains(folder.toUtf8())); // which needs none
}

void tst_History::damagedHistoryIsSaid()
{
    const SandboxProcess sandbox(m_dataSets.options());
    QVERIFY(sandbox.isUp());
    QFile file(m_folder->filePath(QStringLiteral("history.sqlite")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("SQLite format 3" + QByteArray(5000, '\0'));
    file.close();
    const QByteArray said = errorsOf(sandbox, m_folder->path());
    QVERIFY2(said.contains("history.sqlite.broken"), said);
    QCOMPARE(runs().size(), 1);
}

// What an earlier run left under way may stand in it.
void tst_History::historyOfALaterVersionRefusesTheRun()
{
    const SandboxProcess sandbox(m_dataSets.options());
    QVERIFY(sandbox.isUp());
    {
        const Runs::DataFolder folder(m_folder->path(), {QStringLiteral("test"), {}});
        History::Database database(History::Place::file(m_folder->filePath(QStringLiteral("history.sqlite"))));
        QVERIFY(database.open());
        QVERIFY(database.run(QStringLiteral("PRAGMA user_version = 99")));
    }
    QProcess process;
    start(process, sandbox, m_folder->path());
    QVERIFY(process.waitForFinished(patience));
    QCOMPARE(process.exitCode(), 4);
    QCOMPARE(sandbox.requests(QStringLiteral("updateValuesByRange")), 0);
}

QTEST_GUILESS_MAIN(tst_History)
#include "tst_history.moc"
