#include "support/commandline.h"
#include "support/datasetfolder.h"
#include "support/desk.h"
#include "support/sheetprobe.h"
#include "words/standingtext.h"

#include <QJsonArray>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

using namespace Support;

namespace {

const QList<DataSetFolder::Column> columns{{u"Account"_s, u"STRING"_s}, {u"Amount"_s, u"LONG"_s}};
const QStringList months{u"January"_s, u"February"_s};
const QList<std::pair<QString, QString>> sheets{{u"Scratch"_s, u"Sheet1"_s},
                                                {u"Headcount Report"_s, u"Headcount"_s},
                                                {u"Quarterly Filing"_s, u"Trial Balance"_s},
                                                {u"Quarterly Filing"_s, u"Month-End Balances"_s}};
constexpr int regionsOfASheet = 3; // the first two are written by both months: 20 writebacks
constexpr int firstColumn = 30; // beyond what the sheets hold
constexpr int latest = 2'500; // milliseconds
constexpr int limit = 120'000;

Rows rowsOf(qsizetype month)
{
    Rows rows{namesOf(columns)};
    for (int i = 0; i < 30; ++i)
        rows.append({u"acct %1"_s.arg(i), int(month + 1) * 1000 + i});
    return rows;
}

} // namespace

// The window's code and the command line run 20 writebacks at once, on the same sheets, and are killed at random
// moments. Whenever nothing is under way any more, each run is in the history once, ended or interrupted, and no
// writeback is shown as verified whose region holds anything else. WRITEBACK_SOAK=1 plays a hundred rounds.
class TestManyKills final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (qsizetype month = 0; month < months.size(); ++month)
            m_folder.write(months[month], columns, rowsOf(month).mid(1));
    }

    // Nothing is left of the rounds before.
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_wanted.clear();
        m_sandbox = std::make_unique<SandboxProcess>(
            m_folder.options() + QStringList{u"--latency"_s, u"10"_s, u"--operation-time"_s, u"150"_s});
        QVERIFY(m_sandbox->isUp());
        for (const auto &[spreadsheet, sheet] : sheets) {
            for (int region = 0; region < regionsOfASheet; ++region) {
                add(spreadsheet, sheet, region, 0);
                if (region + 1 < regionsOfASheet)
                    add(spreadsheet, sheet, region, 1);
            }
        }
        QCOMPARE(m_desk->store.profiles().size(), 20);
    }

    void nothingIsGreenThatIsNotSo_data()
    {
        QTest::addColumn<int>("windowEnds");
        QTest::addColumn<int>("commandEnds");
        const int rounds = qEnvironmentVariableIsSet("WRITEBACK_SOAK") ? 100 : 3;
        for (int i = 0; i < rounds; ++i) {
            const int window = QRandomGenerator::global()->bounded(latest);
            const int command = QRandomGenerator::global()->bounded(latest);
            QTest::addRow("%d: window killed after %d ms, command line after %d ms", i, window, command)
                << window << command;
        }
    }
    void nothingIsGreenThatIsNotSo()
    {
        QFETCH(const int, windowEnds);
        QFETCH(const int, commandEnds);
        QProcess window;
        window.setProcessEnvironment(credentialsOf(*m_sandbox));
        window.start(QStringLiteral(PROFILERUN), {m_desk->folder.path()});
        QProcess command;
        command.setProcessEnvironment(credentialsOf(*m_sandbox));
        command.start(QStringLiteral(CLI_PROGRAM), commandLine());
        QVERIFY(window.waitForStarted(limit) && command.waitForStarted(limit));
        QProcess &sooner = windowEnds < commandEnds ? window : command;
        QProcess &later = windowEnds < commandEnds ? command : window;
        sooner.waitForFinished(std::min(windowEnds, commandEnds));
        sooner.kill();
        sooner.waitForFinished(limit);
        later.waitForFinished(std::abs(windowEnds - commandEnds));
        later.kill();
        later.waitForFinished(limit);
        QTRY_COMPARE_WITH_TIMEOUT(m_sandbox->pending(), 0, limit);
        QCOMPARE(faultInWhatIsShown(), QString());
        const auto killed = m_desk->history().allRuns();
        QVERIFY(killed);
        m_interrupted += int(std::ranges::count_if(*killed, &History::RunRecord::isInterrupted));
        m_runs += int(killed->size());
        QCOMPARE(faultInARunToTheEnd(), QString());
        QCOMPARE(faultInWhatIsShown(), QString());
    }

    void cleanupTestCase()
    {
        qInfo().noquote() << u"%1 interrupted of %2 runs; shown as verified %3 times of %4"_s.arg(m_interrupted)
                                 .arg(m_runs)
                                 .arg(m_green)
                                 .arg(m_shown);
        QVERIFY(m_green > 0);
    }

private:
    [[nodiscard]] static QString regionText(int region)
    {
        const int column = firstColumn + 3 * region;
        return Sheet::toA1(Sheet::Rectangle{0, column, 40, 2});
    }

    void add(const QString &spreadsheet, const QString &sheet, int region, qsizetype month)
    {
        Profiles::Profile profile =
            m_desk->addProfile(*m_sandbox, u"%1 %2 %3 %4"_s.arg(spreadsheet, sheet, months[month]).arg(region),
                               regionText(region), months[month]);
        profile.spreadsheetId = m_sandbox->spreadsheetId(spreadsheet);
        profile.sheetId = m_sandbox->sheetId(spreadsheet, sheet);
        if (!m_desk->store.save(profile))
            qFatal("The profile is not saved");
        Cells cells;
        place(cells, 0, firstColumn + 3 * region, rowsOf(month));
        m_wanted.append({profile.id, {spreadsheet, sheet}, cells});
    }

    // Whose ends are in the history as they are said. What the killed ones sent has arrived by now.
    [[nodiscard]] QString faultInARunToTheEnd() const
    {
        const auto before = m_desk->history().count();
        const Output output = call(commandLine() + QStringList{u"--ignore-earlier"_s}, credentialsOf(*m_sandbox));
        const QJsonArray runs = output.json()["runs"_L1].toArray();
        if (output.code != 0 || runs.size() != m_wanted.size())
            return QString::fromUtf8(output.all().right(2'000));
        const auto recorded = m_desk->history().allRuns(int(runs.size()));
        const auto after = m_desk->history().count();
        if (!before || !after || !recorded || *after - *before != runs.size())
            return u"not as many runs are recorded as have ended"_s;
        for (const QJsonValue &run : runs) {
            const auto isItsOwn = [&run](const History::RunRecord &record) {
                return record.entry.profileId == run["profile"_L1]["id"_L1].toString()
                    && record.state == run["report"_L1]["state"_L1].toString();
            };
            if (std::ranges::count_if(*recorded, isItsOwn) != 1)
                return run["profile"_L1]["name"_L1].toString() + u" is not recorded once as it ended"_s;
        }
        return {};
    }

    [[nodiscard]] QStringList commandLine() const
    {
        QStringList words{u"run"_s, u"--data-dir"_s, m_desk->folder.path(), u"--yes"_s, u"--json"_s};
        QStringList ids;
        for (const Wanted &wanted : m_wanted)
            ids.prepend(wanted.profileId);
        return words + ids;
    }

    [[nodiscard]] QString faultInWhatIsShown()
    {
        const auto runs = m_desk->history().allRuns();
        const auto decisive = Runs::decisiveRuns(m_desk->history());
        if (!runs || !decisive)
            return u"the history cannot be read"_s;
        for (const History::RunRecord &run : *runs) {
            if (run.isRunning || run.ended.isValid() == run.isInterrupted())
                return run.entry.profileName + u" has neither ended nor was it interrupted"_s;
        }
        for (const Wanted &wanted : m_wanted) {
            const Profiles::Profile &profile = *m_desk->store.profile(wanted.profileId);
            const QList<History::RunRecord> own = decisive->value(profile.id);
            const auto others = Runs::otherChanges(m_desk->history(), profile, own);
            if (!others)
                return u"the changes by others cannot be read"_s;
            const Words::Line line = Words::standingLine(Runs::standingOf(profile, own, *others));
            ++m_shown;
            if (Words::restingKind(profile, line) != Words::WritebackKind::Verified)
                continue;
            ++m_green;
            if (!isIn(SheetProbe(*m_sandbox, wanted.sheet.first, wanted.sheet.second).read(), wanted.cells))
                return profile.name + u" is shown as verified, and is not so"_s;
        }
        return {};
    }

    [[nodiscard]] static bool isIn(const Cells &held, const Cells &wanted)
    {
        return std::ranges::all_of(wanted, [&held](const auto &cell) {
            const auto found = held.find(cell.first);
            return found != held.end() && found->second == cell.second;
        });
    }

    struct Wanted
    {
        QString profileId;
        std::pair<QString, QString> sheet;
        Cells cells;
    };

    DataSetFolder m_folder;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<SandboxProcess> m_sandbox;
    QList<Wanted> m_wanted;
    int m_interrupted = 0;
    int m_runs = 0; // when they were killed
    int m_green = 0;
    int m_shown = 0;
};

QTEST_GUILESS_MAIN(TestManyKills)
#include "tst_manykills.moc"
