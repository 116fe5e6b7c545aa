#include "support/commandline.h"
#include "support/datasetfolder.h"
#include "support/sandboxprocess.h"
#include "support/sheetprobe.h"
#include "support/sidebyside.h"

#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;

namespace {

const QString january = u"January"_s;
const QString february = u"February"_s;
const QList<DataSetFolder::Column> columns{{u"Account"_s, u"STRING"_s}, {u"Amount"_s, u"LONG"_s}};
const QString region = u"A1:B400"_s;
constexpr int atOnce = 10;
constexpr int latest = 1'200; // milliseconds: the run has ended by then
constexpr int limit = 120'000;

Rows rowsOf(int month)
{
    Rows rows;
    for (int i = 0; i < 300; ++i)
        rows.append({u"acct %1"_s.arg(i), month * 1000 + i});
    return rows;
}

void start(QProcess &process, bool window, const SandboxProcess &sandbox, const QString &data, const QString &dataSet)
{
    const Writeback::RunRequest request = sandbox.request(dataSet, region);
    process.setProcessEnvironment(credentialsOf(sandbox));
    if (window)
        process.start(QStringLiteral(PROFILERUN),
                      {data, request.dataSet()->domo.baseUrl.toString(), request.workiva.baseUrl.toString(),
                       request.dataSet()->dataSetId, request.spreadsheetId, request.sheetId, region});
    else
        process.start(QStringLiteral(CLI_PROGRAM),
                      copyArguments(sandbox, dataSet, region, data)
                          + QStringList{u"--json"_s, u"--allow-clearing"_s, u"--wait"_s, u"2"_s});
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
// window's code, and vice versa. Whatever its result, once nothing is pending any more, it was not green with other
// data in the sheet; and the run after it corrects the sheet. WRITEBACK_SOAK=1 kills a hundred times; a kill selected
// by its name is played at that moment.
class TestKills final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_folder.write(january, columns, rowsOf(1));
        m_folder.write(february, columns, rowsOf(2));
        if (const auto asked = rowsAskedFor(*this, "noRunIsGreenOverWhatAKilledOneLeft")) {
            for (int moment = 0; moment < latest; ++moment) {
                for (const Kill &kill : {Kill{moment, true}, Kill{moment, false}}) {
                    if (asked->contains(kill.name()))
                        m_kills.push_back(kill);
                }
            }
        } else { // throughout the duration of a run
            const int count = qEnvironmentVariableIsSet("WRITEBACK_SOAK") ? 100 : 10;
            for (int i = 0; i < count; ++i)
                m_kills.push_back({(i * latest + QRandomGenerator::global()->bounded(latest)) / count, i % 2 == 0});
        }
        playSideBySide(m_kills, atOnce, [this](Kill &kill) { play(kill); });
    }

    void noRunIsGreenOverWhatAKilledOneLeft_data()
    {
        QTest::addColumn<int>("index");
        for (size_t i = 0; i < m_kills.size(); ++i)
            QTest::newRow(qPrintable(m_kills[i].name())) << int(i);
    }
    void noRunIsGreenOverWhatAKilledOneLeft()
    {
        QFETCH(int, index);
        QCOMPARE(m_kills[size_t(index)].fault, QString());
    }

    void cleanupTestCase()
    {
        std::map<QString, int> ends;
        for (const Kill &kill : m_kills)
            ++ends[kill.second];
        QStringList table{u"%1 kills, the runs after them"_s.arg(m_kills.size())};
        for (const auto &[state, times] : ends)
            table.append(u"%1 %2"_s.arg(times).arg(state));
        qInfo().noquote() << table.join(u", "_s);
    }

private:
    struct Kill
    {
        int moment = 0; // milliseconds after the start
        bool windowFirst = false;

        QString second{}; // the second run's state
        QString third{};
        QString fault{};

        [[nodiscard]] QString name() const
        {
            return u"%1 killed after %2 ms"_s.arg(windowFirst ? u"window"_s : u"command line"_s).arg(moment);
        }
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
            while (sandbox.pending() > 0) { } // until the service has applied everything
            const QString found = difference(probe.read(), wanted);
            if (isGreen(state) && !found.isEmpty())
                kill.fault += u"%1, but %2; "_s.arg(state, found);
        };
        QProcess second;
        start(second, !kill.windowFirst, sandbox, data.path(), february);
        kill.second = stateOf(second, !kill.windowFirst);
        check(kill.second);
        QProcess third; // the command line, with a limit on waiting for what it cannot follow
        start(third, false, sandbox, data.path(), february);
        kill.third = stateOf(third, false);
        check(kill.third);
        if (!isGreen(kill.third))
            kill.fault += u"the run after it ended %1; "_s.arg(kill.third);
    }

    DataSetFolder m_folder;
    std::deque<Kill> m_kills;
};

QTEST_GUILESS_MAIN(TestKills)
#include "tst_kills.moc"
