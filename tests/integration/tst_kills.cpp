#include "support/datasetfolder.h"
#include "support/sandboxprocess.h"
#include "support/sheetprobe.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <deque>

using namespace Qt::StringLiterals;

using namespace Support;

namespace {

const QString january = u"January"_s;
const QString february = u"February"_s;
const QList<DataSetFolder::Column> columns{{u"Account"_s, u"STRING"_s}, {u"Amount"_s, u"LONG"_s}};
const QString region = u"A1:B400"_s;
constexpr int sideBySide = 10;
constexpr int latest = 1'200; // milliseconds: when a run is over
constexpr int limit = 120'000;

Rows rowsOf(int month)
{
    Rows rows;
    for (int i = 0; i < 300; ++i)
        rows.append({u"acct %1"_s.arg(i), month * 1000 + i});
    return rows;
}

QProcessEnvironment environmentOf(const SandboxProcess &sandbox)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DOMO_CLIENT_ID"_s, sandbox.domo().clientId);
    environment.insert(u"DOMO_CLIENT_SECRET"_s, sandbox.domo().secret.text());
    environment.insert(u"WORKIVA_CLIENT_ID"_s, sandbox.workiva().clientId);
    environment.insert(u"WORKIVA_CLIENT_SECRET"_s, sandbox.workiva().secret.text());
    return environment;
}

void start(QProcess &process, bool window, const SandboxProcess &sandbox, const QString &data, const QString &dataSet)
{
    const QString id = sandbox.dataSet(dataSet).value("id"_L1).toString();
    const QString spreadsheet = sandbox.spreadsheetId(u"Scratch"_s);
    const QString sheet = sandbox.sheetId(u"Scratch"_s, u"Sheet1"_s);
    const QString domo = sandbox.domo().baseUrl.toString();
    const QString workiva = sandbox.workiva().baseUrl.toString();
    process.setProcessEnvironment(environmentOf(sandbox));
    if (window)
        process.start(QStringLiteral(PROFILERUN), {data, domo, workiva, id, spreadsheet, sheet, region});
    else
        process.start(QStringLiteral(CLI_PROGRAM),
                      {u"copy"_s,       u"--json"_s, u"--yes"_s,         u"--allow-clearing"_s,
                       u"--wait"_s,     u"2"_s,      u"--data-dir"_s,    data,
                       u"--domo-url"_s, domo,        u"--workiva-url"_s, workiva,
                       u"--dataset"_s,  id,          u"--spreadsheet"_s, spreadsheet,
                       u"--sheet"_s,    sheet,       u"--region"_s,      region});
}

QString stateOf(QProcess &process, bool window)
{
    if (!process.waitForFinished(limit)) {
        process.kill();
        process.waitForFinished();
        return u"not ended"_s;
    }
    const QByteArray said = process.readAllStandardOutput();
    return window ? QString::fromUtf8(said.trimmed())
                  : QJsonDocument::fromJson(said).object().value("state"_L1).toString();
}

bool isGreen(const QString &state)
{
    return state == "verified"_L1 || state == "nothing to do"_L1;
}

} // namespace

// A run is killed at a random moment, and at once the other program runs with other data: the command line after the
// window's way, and the reverse. Whatever that says, when nothing is pending any more it was not green over a sheet
// that holds something else; and the run after it puts the sheet right. WRITEBACK_SOAK=1 kills a hundred times.
class TestKills final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_folder.write(january, columns, rowsOf(1));
        m_folder.write(february, columns, rowsOf(2));
    }

    void noRunIsGreenOverWhatAKilledOneLeft()
    {
        const int count = qEnvironmentVariableIsSet("WRITEBACK_SOAK") ? 100 : 10;
        std::deque<Kill> kills;
        for (int i = 0; i < count; ++i)
            kills.push_back({QRandomGenerator::global()->bounded(latest), i % 2 == 0});
        QThreadPool pool;
        pool.setMaxThreadCount(sideBySide);
        pool.setExpiryTimeout(-1); // a sandbox ends with the thread that began it
        for (Kill &kill : kills)
            pool.start([this, &kill] { play(kill); });
        pool.waitForDone();

        std::map<QString, int> ends;
        bool isGood = true;
        for (const Kill &kill : kills) {
            ++ends[kill.second];
            if (!kill.fault.isEmpty())
                qWarning().noquote() << (kill.windowFirst ? "window" : "command line") << "killed after" << kill.moment
                                     << "ms:" << kill.fault;
            isGood = isGood && kill.fault.isEmpty();
        }
        QStringList table{u"%1 kills, the runs after them"_s.arg(count)};
        for (const auto &[state, times] : ends)
            table.append(u"%1 %2"_s.arg(times).arg(state));
        qInfo().noquote() << table.join(u", "_s);
        QVERIFY(isGood);
    }

private:
    struct Kill
    {
        int moment = 0; // milliseconds after the start
        bool windowFirst = false;

        QString second{}; // what the second run said
        QString third{};
        QString fault{};
    };

    void play(Kill &kill) const
    {
        const SandboxProcess sandbox(m_folder.options()
                                     + QStringList{u"--latency"_s, u"15"_s, u"--operation-time"_s, u"400"_s});
        const QTemporaryDir data;
        const SheetProbe probe(sandbox);
        Cells wanted;
        place(wanted, 0, 0, Rows{namesOf(columns)} + rowsOf(2));

        QProcess first;
        start(first, kill.windowFirst, sandbox, data.path(), january);
        first.waitForFinished(kill.moment);
        first.kill();
        first.waitForFinished();

        const auto check = [&](const QString &state) {
            while (sandbox.pending() > 0) { } // until the service has done all that it was ever asked for
            const QString found = difference(probe.read(), wanted);
            if (isGreen(state) && !found.isEmpty())
                kill.fault += u"%1, but %2; "_s.arg(state, found);
        };
        QProcess second;
        start(second, !kill.windowFirst, sandbox, data.path(), february);
        kill.second = stateOf(second, !kill.windowFirst);
        check(kill.second);
        QProcess third; // of the command line, which is told how long to wait for what it cannot follow
        start(third, false, sandbox, data.path(), february);
        kill.third = stateOf(third, false);
        check(kill.third);
        if (!isGreen(kill.third))
            kill.fault += u"the run after it ended %1; "_s.arg(kill.third);
    }

    DataSetFolder m_folder;
};

QTEST_GUILESS_MAIN(TestKills)
#include "tst_kills.moc"
