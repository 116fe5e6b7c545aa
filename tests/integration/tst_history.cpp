#include "runs/datafolder.h"
#include "support/commandline.h"
#include "support/datasetfolder.h"
#include "support/sandboxprocess.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using Last = History::RunHistory::Last;
using Writeback::State;

namespace {

constexpr int deadline = 60'000;

const QList<DataSetFolder::Column> columns{{u"Unit"_s, u"STRING"_s}, {u"Heads"_s, u"LONG"_s}};

} // namespace

// What the command line leaves in the folder that it shares with the window.
class TestHistory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_dataSets.write(u"Units"_s, columns, {{u"North"_s, 12}, {u"South"_s, 7}}); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void runOfTheCommandLineIsInTheHistory()
    {
        const SandboxProcess sandbox(m_dataSets.options());
        QVERIFY(sandbox.isUp());
        QCOMPARE(errorsOf(sandbox, m_folder->path()).trimmed(), QByteArray());
        const QList<History::RunRecord> found = runs();
        QCOMPARE(found.size(), 1);
        const History::RunRecord &run = found.first();
        QCOMPARE(run.state, Writeback::name(State::Verified));
        QCOMPARE(run.program, u"workiva-writeback-cli"_s);
        QCOMPARE(run.version, QStringLiteral(WRITEBACK_VERSION));
        QCOMPARE(run.entry.clientId, sandbox.workiva().clientId);
        QCOMPARE(run.entry.target, u"Scratch / Sheet1 / B3:"_s);
        QVERIFY(run.changesSent > 0);
        QCOMPARE(run.changesOpen, 0);
        QCOMPARE(run.cellsCompared, 6);
    }

    void dryRunIsNot()
    {
        const SandboxProcess sandbox(m_dataSets.options());
        QVERIFY(sandbox.isUp());
        QCOMPARE(errorsOf(sandbox, m_folder->path(), {u"--dry-run"_s}).trimmed(), QByteArray());
        QVERIFY(runs().isEmpty());
    }

    void killedCommandIsInterrupted()
    {
        const SandboxProcess sandbox(m_dataSets.options() + QStringList{u"--operation-time"_s, u"60000"_s});
        QVERIFY(sandbox.isUp());
        QProcess process;
        start(process, sandbox, m_folder->path());
        QTRY_VERIFY_WITH_TIMEOUT(!runs().isEmpty() && runs().first().changesSent > 0, deadline);
        QVERIFY(runs().first().isRunning);
        QVERIFY(!runs().first().isInterrupted());
        process.kill();
        QVERIFY(process.waitForFinished());
        QVERIFY(runs().first().isInterrupted());
        QCOMPARE(runs().first().changesOpen, runs().first().changesSent);
    }

    void unwritableFolderIsReported()
    {
        const SandboxProcess sandbox(m_dataSets.options());
        QVERIFY(sandbox.isUp());
        QFile file(m_folder->filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QString folder = file.fileName() + u"/data"_s;
        QVERIFY(errorsOf(sandbox, folder).contains(folder.toUtf8()));
        QVERIFY(!errorsOf(sandbox, folder, {u"--dry-run"_s}).contains(folder.toUtf8())); // a dry run needs no history
    }

    void damagedHistoryIsReported()
    {
        const SandboxProcess sandbox(m_dataSets.options());
        QVERIFY(sandbox.isUp());
        QFile file(m_folder->filePath(u"history.sqlite"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("SQLite format 3" + QByteArray(5000, '\0'));
        file.close();
        const QByteArray said = errorsOf(sandbox, m_folder->path());
        QVERIFY2(said.contains("history.sqlite.broken"), said.constData());
        QCOMPARE(runs().size(), 1);
    }

    // It may contain an earlier run's pending changes.
    void historyOfALaterVersionRefusesTheRun()
    {
        const SandboxProcess sandbox(m_dataSets.options());
        QVERIFY(sandbox.isUp());
        {
            const Runs::DataFolder folder(m_folder->path(), {u"test"_s, {}});
            History::Database database(History::Place::file(m_folder->filePath(u"history.sqlite"_s)));
            QVERIFY(database.open());
            QVERIFY(database.run(u"PRAGMA user_version = 99"_s));
        }
        QProcess process;
        start(process, sandbox, m_folder->path());
        QVERIFY(process.waitForFinished(deadline));
        QCOMPARE(process.exitCode(), 4);
        QCOMPARE(sandbox.requests(u"updateValuesByRange"_s), 0);
    }

private:
    void start(QProcess &process, const SandboxProcess &sandbox, const QString &dataFolder,
               const QStringList &more = {}) const
    {
        process.setProcessEnvironment(credentialsOf(sandbox));
        process.start(QStringLiteral(CLI_PROGRAM), copyArguments(sandbox, u"Units"_s, u"B3:"_s, dataFolder) + more);
    }

    [[nodiscard]] QByteArray errorsOf(const SandboxProcess &sandbox, const QString &dataFolder,
                                      const QStringList &more = {}) const
    {
        QProcess process;
        start(process, sandbox, dataFolder, more);
        return process.waitForFinished(deadline) ? process.readAllStandardError() : "it did not end"_ba;
    }

    [[nodiscard]] QList<History::RunRecord> runs() const
    {
        const Runs::DataFolder folder(m_folder->path(), {u"test"_s, {}});
        return folder.history().allRuns().value();
    }

    DataSetFolder m_dataSets;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
