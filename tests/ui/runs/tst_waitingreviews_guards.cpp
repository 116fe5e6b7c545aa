#include "ui/runs/waitingreviews.h"

#include "support/datasetfolder.h"
#include "support/desk.h"
#include "support/sheetprobe.h"
#include "ui/interaction.h"
#include "ui/review/acceptdialog.h"
#include "ui/runs/reviewwindow.h"

#include <QSignalSpy>

#include <algorithm>

using namespace Support;
using Sheet::Guard;
using Sheet::GuardLevel;
using Sheet::Verdict;
using Ui::ReviewWindow;
using Writeback::Finding;
using Writeback::State;

namespace {

using Columns = QList<DataSetFolder::Column>;

const QString name = u"Accounts"_s;
const Columns columns{{u"Account"_s, u"STRING"_s}, {u"Amount"_s, u"DOUBLE"_s}};
const Columns threeColumns = columns + Columns{{u"Note"_s, u"STRING"_s}};
const QJsonArray header{u"Account"_s, u"Amount"_s};
const Rows rows{{u"Cash"_s, 10}, {u"Debt"_s, 20}, {u"Fees"_s, 30}};
const Rows inserted = Rows{{u"Bank"_s, 9}} + rows; // at the top
const QString allCells = u"Scratch/Sheet1!A1:E9"_s;

struct Data
{
    Columns columns{};
    Rows rows{};

    friend bool operator==(const Data &, const Data &) = default;
};

struct Written
{
    QString range{};
    Rows rows{};
};

// What a guard needs to find something.
struct Scenario
{
    Guard guard{};
    Data data{columns, rows};
    std::optional<Data> before{}; // what a verified run has written
    QList<Written> sheet{}; // what somebody has typed since then
    QJsonObject format{}; // of the cells of the amounts
    QStringList options{}; // of the sandbox
    QByteArray csv{}; // in place of the data's own
    bool pdpEnabled = false;
    void (*choose)(Profiles::Profile &profile) = nullptr;
    bool isStatement = false; // the sandbox's sheet with merged and rich cells
};

void keyed(Profiles::Profile &profile)
{
    profile.update.keys = {u"Account"_s};
}

const Data ran{columns, rows};

// One for each guard that a person can decide.
QList<Scenario> scenarios()
{
    const Written known{u"B3:C6"_s, Rows{header} + rows};
    return {
        {.guard = Guard::EmptySource, .data = {columns, {}}, .sheet = {known}},
        {.guard = Guard::ClearsMoreThanItWrites, .data = {columns, rows.first(1)}, .sheet = {known}},
        {.guard = Guard::MayComeBackDifferent, .data = {columns, {{u" Cash "_s, 10}}}},
        {.guard = Guard::Identifiers, .data = {columns, {{u"00123"_s, 10}}}},
        {.guard = Guard::NotNumbers, .csv = "Account,Amount\r\nCash,ten\r\nDebt,20\r\nFees,30\r\n"_ba},
        {.guard = Guard::RowsFiltered, .pdpEnabled = true},
        {.guard = Guard::HeaderDiffers, .csv = "account,Amount\r\nCash,10\r\nDebt,20\r\nFees,30\r\n"_ba},
        {.guard = Guard::NotDates,
         .choose =
             [](Profiles::Profile &profile) {
                 profile.shaping.columns = {{.name = u"Account"_s, .kind = Sheet::ColumnKind::Date}};
             }},
        {.guard = Guard::ColumnsNotChosen,
         .choose =
             [](Profiles::Profile &profile) {
                 profile.shaping = {.columns = {{.name = u"Account"_s}}, .isChoice = true};
             }},
        {.guard = Guard::KeysUnderFormulas,
         .data = {columns, inserted},
         .sheet = {known, {u"F1"_s, {{u"=C4*2"_s}}}},
         .choose = keyed},
        {.guard = Guard::KeysUnderLinks,
         .data = {columns, inserted},
         .sheet = {known},
         .options = {u"--range-link"_s, u"Scratch/Sheet1!B5:C5"_s},
         .choose = keyed},
        {.guard = Guard::LockedCells, .options = {u"--locked-cells"_s, allCells, u"--quirk"_s, u"locked-cells=skip"_s}},
        {.guard = Guard::LinkedCells, .options = {u"--linked-cells"_s, allCells}},
        {.guard = Guard::NotInputCells, .options = {u"--input-cells"_s, u"Scratch/Sheet1!A1"_s}},
        {.guard = Guard::MergedCells, .isStatement = true},
        {.guard = Guard::RichTextCells, .isStatement = true},
        {.guard = Guard::EqualFormulas, .sheet = {known, {u"C4"_s, {{u"=5*2"_s}}}}},
        {.guard = Guard::Scale,
         .format = {{u"valueFormatType"_s, u"NUMBER"_s}, {u"shownIn"_s, u"THOUSANDS"_s}, {u"enteredIn"_s, u"ONES"_s}}},
        {.guard = Guard::RowsFell, .data = {columns, rows.first(2)}, .before = ran},
        {.guard = Guard::TotalMoved, .data = {columns, {{u"Cash"_s, 90}, rows[1], rows[2]}}, .before = ran},
        {.guard = Guard::KeysVanished,
         .data = {columns, {{u"Bank"_s, 10}, rows[1], rows[2]}},
         .before = ran,
         .choose = keyed},
        {.guard = Guard::ColumnsAdded, .data = {threeColumns, {{u"Cash"_s, 10, u"new"_s}}}, .before = ran},
        {.guard = Guard::ColumnsRemoved,
         .data = {columns, rows},
         .before = Data{threeColumns, {{u"Cash"_s, 10, u"old"_s}}}},
        {.guard = Guard::ColumnsRenamed, .data = {{columns[0], {u"Value"_s, columns[1].second}}, rows}, .before = ran},
        {.guard = Guard::ColumnsRetyped,
         .data = {{columns[0], {columns[1].first, u"LONG"_s}}, inserted},
         .before = ran},
        {.guard = Guard::ColumnsReordered,
         .data = {{columns[1], columns[0]}, {{10, u"Cash"_s}, {20, u"Debt"_s}}},
         .before = ran},
        {.guard = Guard::NotUpdated, .before = ran, .sheet = {{u"C4"_s, {{11}}}}},
        {.guard = Guard::StaleSource, .options = {u"--dataset-age"_s, u"101"_s}},
        {.guard = Guard::ChangedWhileRead, .options = {u"--loads"_s, u"9"_s}},
        {.guard = Guard::OtherPeriod,
         .data = {{{u"Month"_s, u"DATE"_s}}, {{u"2026-06-30"_s}}},
         .choose = [](Profiles::Profile &profile) { profile.period = u"2026-05"_s; }},
        {.guard = Guard::CellsEdited, .before = ran, .sheet = {{u"C4"_s, {{11}}}}},
    };
}

// The record of a guard's check; a null pointer if it found nothing.
const Finding *recordOf(Guard guard, const QList<Finding> &findings)
{
    const auto found = std::ranges::find(findings, std::optional(guard),
                                         [](const Finding &one) { return Writeback::guardOf(one.kind); });
    return found == findings.end() ? nullptr : &*found;
}

} // namespace

// Every check that a person can decide, in a saved writeback that is run from the window: it stops until it is
// accepted, and only reports where it is set to that.
class TestWaitingReviewsGuards final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyGuardHasAScenario()
    {
        QList<Guard> guards;
        for (int each = 0; each <= int(Sheet::lastGuard); ++each) {
            if (Sheet::isForReview(Guard(each)))
                guards.append(Guard(each));
        }
        QList<Guard> covered;
        for (const Scenario &one : scenarios())
            covered.append(one.guard);
        QCOMPARE(covered, guards);
    }

    void guardStopsUntilItIsAccepted_data() { addScenarios(); }
    void guardStopsUntilItIsAccepted()
    {
        QFETCH(const int, at);
        const Scenario scenario = scenarios()[at];
        QVERIFY(set(scenario, GuardLevel::Stop));
        const Cells before = probe(scenario).read();
        QVERIFY(activate());

        m_desk->runs->start(m_profile.id);
        QTRY_VERIFY_WITH_TIMEOUT(review(), deadline);
        const Finding *asked = recordOf(scenario.guard, m_desk->runs->progress(m_profile.id).question->findings);
        QVERIFY(asked);
        QCOMPARE(asked->verdict, Verdict::Stop);
        review()->findChild<QPushButton *>(u"decline"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, deadline);
        QCOMPARE(report().state, State::Refused);
        QCOMPARE(difference(probe(scenario).read(), before), QString());

        QVERIFY(activate());
        m_desk->runs->start(m_profile.id);
        QTRY_VERIFY_WITH_TIMEOUT(review(), deadline);
        while (QPushButton *accept = button(*review(), u"Accept…"_s)) {
            accept->click();
            auto *dialog = review()->findChild<Ui::AcceptDialog *>();
            QVERIFY(dialog);
            QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"as agreed"_s);
            dialog->accept();
            QTRY_VERIFY(!review()->findChild<Ui::AcceptDialog *>());
        }
        const int sent = m_sandbox->requests(u"updateValuesByRange"_s);
        review()->findChild<QPushButton *>(u"write"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 2, deadline);
        const Finding *accepted = recordOf(scenario.guard, report().review.findings);
        QVERIFY(accepted);
        QCOMPARE(accepted->verdict, Verdict::Accepted);
        QCOMPARE(accepted->reason, u"as agreed"_s);
        QVERIFY(m_sandbox->requests(u"updateValuesByRange"_s) > sent);
        QCOMPARE(report().state, endOf(scenario.guard));
    }

    void guardThatReportsLetsTheRunGoOn_data() { addScenarios(); }
    void guardThatReportsLetsTheRunGoOn()
    {
        QFETCH(const int, at);
        const Scenario scenario = scenarios()[at];
        QVERIFY(set(scenario, GuardLevel::Warn));
        QVERIFY(activate());
        m_desk->runs->start(m_profile.id);
        QTRY_VERIFY_WITH_TIMEOUT(review() || !m_ended->isEmpty(), deadline);
        if (ReviewWindow *window = review()) // something is lost, which a person always decides
            window->findChild<QPushButton *>(u"write"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, deadline);
        const Finding *reported = recordOf(scenario.guard, report().review.findings);
        QVERIFY(reported);
        QCOMPARE(reported->verdict, Verdict::Warn);
        QCOMPARE(report().state, endOf(scenario.guard));
    }

private:
    static void addScenarios()
    {
        QTest::addColumn<int>("at");
        const QList<Scenario> all = scenarios();
        for (int at = 0; at < all.size(); ++at)
            QTest::newRow(qPrintable(Sheet::name(all[at].guard))) << at;
    }

    // The sandbox skips locked cells, and rejects a write to others than input cells.
    static State endOf(Guard guard)
    {
        if (guard == Guard::LockedCells)
            return State::Mismatch;
        return guard == Guard::NotInputCells ? State::Failed : State::Verified;
    }

    [[nodiscard]] bool set(const Scenario &scenario, GuardLevel level)
    {
        m_ended.reset();
        m_reviews.reset();
        m_window.reset();
        m_desk = std::make_unique<Desk>();
        m_folder = std::make_unique<DataSetFolder>();
        m_ports.clear();
        if (!load(scenario, scenario.before.value_or(scenario.data)))
            return false;
        m_profile = m_desk->addProfile(*m_sandbox, u"Accounts"_s, scenario.isStatement ? u"A1:C"_s : u"B3:"_s, name);
        if (scenario.isStatement) {
            m_profile.spreadsheetId = m_sandbox->spreadsheetId(u"Quarterly Filing"_s);
            m_profile.sheetId = m_sandbox->sheetId(u"Quarterly Filing"_s, u"Statements"_s);
        }
        if (scenario.choose)
            scenario.choose(m_profile);
        m_desk->runs->setPrompt(Writeback::Prompt::BeforeLoss);
        m_ended = std::make_unique<QSignalSpy>(m_desk->runs.get(), &Runs::ProfileRuns::ended);
        if (scenario.before && !runFirst())
            return false;
        if (scenario.before && scenario.before != scenario.data && !load(scenario, scenario.data))
            return false;
        m_profile.guards.levels[scenario.guard] = level;
        for (const Written &one : scenario.sheet) {
            if (!probe(scenario).write(one.range, one.rows))
                return false;
        }
        if (!scenario.format.isEmpty() && !probe(scenario).format(u"C4:C9"_s, scenario.format))
            return false;
        m_ended->clear();
        m_window = std::make_unique<QWidget>();
        m_reviews = std::make_unique<Ui::WaitingReviews>(m_desk->store, *m_desk->runs, m_window.get());
        return m_desk->store.save(m_profile).has_value();
    }

    // Starts the sandbox, again at the same addresses and with the same sheets.
    [[nodiscard]] bool load(const Scenario &scenario, const Data &data)
    {
        if (m_sandbox)
            m_sandbox->stop();
        m_folder->write(name, data.columns, data.rows, scenario.pdpEnabled);
        if (!scenario.csv.isEmpty())
            m_folder->writeRaw(name, scenario.csv);
        m_sandbox = std::make_unique<SandboxProcess>(m_folder->options(u"sheets.json"_s) + scenario.options + m_ports);
        m_ports = {u"--domo-port"_s, QString::number(m_sandbox->domo().baseUrl.port()), u"--workiva-port"_s,
                   QString::number(m_sandbox->workiva().baseUrl.port())};
        return m_sandbox->isUp();
    }

    [[nodiscard]] bool runFirst()
    {
        if (!m_desk->store.save(m_profile))
            return false;
        m_desk->runs->start(m_profile.id);
        return QTest::qWaitFor([this] { return !m_ended->isEmpty(); }, deadline) && report().state == State::Verified;
    }

    [[nodiscard]] bool activate()
    {
        m_window->show();
        m_window->activateWindow();
        return QTest::qWaitForWindowActive(m_window.get());
    }

    [[nodiscard]] SheetProbe probe(const Scenario &scenario) const
    {
        return scenario.isStatement ? SheetProbe(*m_sandbox, u"Quarterly Filing"_s, u"Statements"_s)
                                    : SheetProbe(*m_sandbox);
    }

    [[nodiscard]] Writeback::RunReport report() const { return m_ended->last()[1].value<Writeback::RunReport>(); }

    // The one that is open; a null pointer if there is none.
    [[nodiscard]] ReviewWindow *review() const
    {
        const QList<ReviewWindow *> all = m_window->findChildren<ReviewWindow *>();
        const auto open = std::ranges::find_if(all, &QWidget::isVisible);
        return open == all.end() ? nullptr : *open;
    }

    std::unique_ptr<DataSetFolder> m_folder;
    QStringList m_ports;
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<Desk> m_desk;
    Profiles::Profile m_profile;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<Ui::WaitingReviews> m_reviews;
    std::unique_ptr<QSignalSpy> m_ended;
};

QTEST_MAIN(TestWaitingReviewsGuards)
#include "tst_waitingreviews_guards.moc"
