#include "runs/datafolder.h"
#include "support/commandline.h"
#include "support/datasetfolder.h"
#include "support/sandboxprocess.h"
#include "support/sheetprobe.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using Writeback::Changed;

namespace {

const QString name = u"Ledger"_s;
const QList<DataSetFolder::Column> columns{{u"Entity"_s, u"STRING"_s},
                                           {u"Month"_s, u"STRING"_s},
                                           {u"Posted"_s, u"DATE"_s},
                                           {u"Net, of tax"_s, u"DECIMAL"_s},
                                           {u"Heads"_s, u"LONG"_s}};
const Rows ledger{{u"E2"_s, u"2026-06"_s, u"2026-06-30"_s, 10.25, 4},
                  {u"O'Neil"_s, u"2026-06"_s, u"2026-06-12"_s, 1234567.89, QJsonValue()},
                  {u"E2"_s, u"2026-06"_s, u"2026-06-01"_s, -2.5, 3},
                  {u"E2"_s, u"2026-05"_s, u"2026-05-31"_s, 99, 1},
                  {u"E1"_s, u"2026-07"_s, u"2026-07-31"_s, 5, 7}};

const QString summary = u"SELECT `Entity`, SUM(`{{measure}}`) AS `Sum`, COUNT(*) AS `Rows` FROM table "
                        "WHERE `Month` = '{{period}}' GROUP BY `Entity` ORDER BY `Entity` DESC LIMIT {{most}};"_s;

} // namespace

// Rows that Domo filters, sorts and sums up, from the command line to the sheet.
class TestRowQuery final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_folder.write(name, columns, ledger); }
    void init()
    {
        m_history = std::make_unique<QTemporaryDir>();
        start();
    }

    void resultOfTheSqlIsWrittenAndVerified_data()
    {
        QTest::addColumn<QString>("quirk");
        QTest::newRow("columns before rows") << u"query-reply=head-first"_s;
        QTest::newRow("rows before columns") << u"query-reply=rows-first"_s;
        QTest::newRow("subqueries rejected") << u"subqueries=rejected"_s;
    }
    void resultOfTheSqlIsWrittenAndVerified()
    {
        QFETCH(const QString, quirk);
        start({u"--quirk"_s, quirk});
        const Output copied = copy(ofPeriod(u"2026-06"_s));
        QVERIFY2(copied.code == 0, copied.all().constData());
        Cells wanted;
        place(wanted, 2, 1, {{u"Entity"_s, u"Sum"_s, u"Rows"_s}, {u"O'Neil"_s, 1234567.89, 1}, {u"E2"_s, 7.75, 2}});
        QCOMPARE(difference(SheetProbe(*m_sandbox).read(), wanted), QString());
        const QJsonObject report = copied.json();
        QCOMPARE(report["source"_L1]["rows"_L1].toInt(), 2);
        QVERIFY(report["source"_L1]["sql"_L1].toString().contains(u"SUM(`Net, of tax`)"_s));
        QVERIFY(report["source"_L1]["sql"_L1].toString().endsWith(
            u"'2026-06' GROUP BY `Entity` ORDER BY `Entity` DESC LIMIT 10"_s));
        QCOMPARE(report["findings"_L1].toArray(), QJsonArray());
        const QJsonObject counted = guard(report, u"rows-miscounted"_s);
        QCOMPARE(counted["verdict"_L1].toString(), quirk.startsWith("subqueries"_L1) ? u"notMade"_s : u"passed"_s);
        if (quirk.startsWith("subqueries"_L1))
            QCOMPARE(counted["unread"_L1].toString(), u"notCounted"_s);
        QCOMPARE(m_sandbox->requests(u"exportDataSet"_s), 0);
        QCOMPARE(copy(ofPeriod(u"2026-06"_s)).json()["state"_L1].toString(), u"nothing to do"_s);
    }

    void planComparesTheResult()
    {
        QVERIFY(copy(ofPeriod(u"2026-06"_s)).code == 0);
        const Output planned = plan(ofPeriod(u"2026-05"_s));
        QVERIFY2(planned.code == 10, planned.all().constData());
        QCOMPARE(planned.json()["source"_L1]["rows"_L1].toInt(), 1);
        QCOMPARE(planned.json()["changes"_L1]["cleared"_L1].toInt(), 3);
    }

    void otherSqlOrPeriodIsAnotherWriteback()
    {
        const QStringList plain{u"--sql"_s, u"SELECT `Entity` FROM table"_s};
        for (const QStringList &options :
             {ofPeriod(u"2026-06"_s), ofPeriod(u"2026-06"_s), ofPeriod(u"2026-07"_s), plain, QStringList()})
            QVERIFY(copy(options + QStringList{u"--allow-clearing"_s, u"--guard"_s, u"columns-removed=off"_s}).code
                    == 0);
        const QList<History::RunRecord> runs = recorded();
        QCOMPARE(runs.size(), 5);
        QList<Changed> changed;
        for (qsizetype i = runs.size() - 1; i > 0; --i) // the oldest is the last
            changed.append(Writeback::changedSince(runs[i].entry, runs[i - 1].entry));
        QCOMPARE(changed, (QList<Changed>{Changed::Nothing, Changed::Options, Changed::Options, Changed::Options}));
    }

    void columnsOfTheResultCanBeShaped()
    {
        const Output copied = copy({u"--sql"_s, u"SELECT * FROM table ORDER BY `Posted`"_s, u"--columns"_s,
                                    u"Posted,\"Net, of tax\"=Net"_s, u"--guard"_s, u"columns-not-chosen=off"_s});
        QVERIFY2(copied.code == 0, copied.all().constData());
        const Cells held = SheetProbe(*m_sandbox).read();
        QCOMPARE(held.at({2, 2}), QJsonValue(u"Net"_s));
        QCOMPARE(held.at({3, 1}), QJsonValue(u"2026-05-31"_s));
        QCOMPARE(held.at({7, 2}), QJsonValue(5));
    }

    void periodOfTheDataIsCheckedAsForAnExport()
    {
        const QStringList options{u"--sql"_s,   u"SELECT * FROM table"_s, u"--period"_s, u"2026-06"_s,
                                  u"--guard"_s, u"other-period=stop"_s};
        const Output refused = copy(options);
        QVERIFY2(refused.code == 4, refused.all().constData());
        QVERIFY(SheetProbe(*m_sandbox).read().empty());
    }

    void columnThatIsNotThereIsRejectedInDomosWords()
    {
        const Output failed = copy({u"--sql"_s, u"SELECT `Ammount` FROM table"_s});
        QVERIFY2(failed.code == 6, failed.all().constData());
        const QJsonValue error = failed.json()["error"_L1];
        QCOMPARE(error["kind"_L1].toString(), u"rejected"_s);
        QVERIFY(error["message"_L1].toString().contains(u"Ammount"_s));
        QVERIFY(SheetProbe(*m_sandbox).read().empty());
    }

    void emptyResultDoesNotEmptyTheSheetUnasked()
    {
        QVERIFY(copy(ofPeriod(u"2026-06"_s)).code == 0);
        const Cells before = SheetProbe(*m_sandbox).read();
        const Output refused = copy(ofPeriod(u"2025-01"_s));
        QVERIFY2(refused.code == 4, refused.all().constData());
        QCOMPARE(difference(SheetProbe(*m_sandbox).read(), before), QString());
        QVERIFY(copy(ofPeriod(u"2025-01"_s) + QStringList{u"--allow-clearing"_s}).code == 0);
        QCOMPARE(SheetProbe(*m_sandbox).read().size(), 3U); // the column names
    }

    void resultThatDomoCutsOffIsRefused()
    {
        start({u"--quirk"_s, u"query-limit=3"_s});
        const Output refused = copy({u"--sql"_s, u"SELECT * FROM table"_s});
        QVERIFY2(refused.code == 6, refused.all().constData());
        QCOMPARE(refused.json()["error"_L1]["kind"_L1].toString(), u"incompleteExport"_s);
        const QJsonObject counted = guard(refused.json(), u"rows-miscounted"_s);
        QCOMPARE(counted["actual"_L1].toInt(), 3);
        QCOMPARE(counted["expected"_L1].toInt(), 5);
        QVERIFY(SheetProbe(*m_sandbox).read().empty());
    }

    void asManyRowsAsDomoReturnsAreRefused()
    {
        const Output refused = copy({u"--no-header"_s, u"--sql"_s,
                                     u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1000000) "
                                     "SELECT i FROM n"_s,
                                     u"--types"_s, u"i=number"_s});
        QVERIFY2(refused.code == 6, refused.all().constData());
        QCOMPARE(refused.json()["error"_L1]["kind"_L1].toString(), u"incompleteExport"_s);
        QVERIFY(SheetProbe(*m_sandbox).read().empty());
    }

    void numbersArriveWithTheDigitsOfTheReply()
    {
        const Output copied =
            copy({u"--no-header"_s, u"--sql"_s, u"SELECT 0.1 + 0.2 AS a, 1234567.89 AS b, 900719925474099 AS c"_s});
        QVERIFY2(copied.code == 0, copied.all().constData());
        const Cells held = SheetProbe(*m_sandbox).read();
        QCOMPARE(held.at({2, 1}), QJsonValue(0.30000000000000004));
        QCOMPARE(held.at({2, 2}), QJsonValue(1234567.89));
        QCOMPARE(held.at({2, 3}), QJsonValue(qint64(900719925474099)));
        const QJsonObject rounded = guard(copied.json(), u"long-numbers-queried"_s);
        QCOMPARE(rounded["verdict"_L1].toString(), u"warn"_s);
        QCOMPARE(rounded["actual"_L1].toInt(), 1);
        QCOMPARE(rounded["where"_L1].toString(), u"a"_s);
    }

    void numberThatNoSheetHoldsIsRefusedAsForAnExport()
    {
        const Output refused = copy({u"--sql"_s, u"SELECT 9007199254740993 AS a"_s});
        QVERIFY2(refused.code == 4, refused.all().constData());
        QCOMPARE(guard(refused.json(), u"number-too-precise"_s)["verdict"_L1].toString(), u"stop"_s);
    }

    void columnWithoutATypeNeedsOne()
    {
        start({u"--quirk"_s, u"query-reply=untyped"_s});
        const QStringList options{u"--sql"_s, u"SELECT `Entity`, COUNT(*) AS n FROM table GROUP BY 1"_s};
        const Output refused = copy(options);
        QVERIFY2(refused.code == 4, refused.all().constData());
        QCOMPARE(guard(refused.json(), u"unknown-column-types"_s)["where"_L1].toString(), u"n"_s);
        const Output copied = copy(options + QStringList{u"--types"_s, u"n=number"_s});
        QVERIFY2(copied.code == 0, copied.all().constData());
    }

    void wrongInputIsRefusedBeforeAnyRequest_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("subject");
        const auto row = [](const char *what, const QStringList &options, const QString &subject) {
            QTest::newRow(what) << options << subject;
        };
        row("deletion", {u"--sql"_s, u"DELETE FROM table"_s}, u"DELETE FROM table"_s);
        row("parameter without a value", {u"--sql"_s, u"SELECT '{{entity}}'"_s}, u"entity"_s);
        row("period without a value", {u"--sql"_s, u"SELECT '{{period}}'"_s}, u"period"_s);
        row("parameter of no SQL", {u"--parameter"_s, u"entity=E1"_s}, u"entity"_s);
        row("no value", {u"--sql"_s, u"SELECT 1"_s, u"--parameter"_s, u"entity"_s}, u"entity"_s);
        row("another period", ofPeriod(u"2026-06"_s) + QStringList{u"--parameter"_s, u"period=2026-07"_s}, u"period"_s);
    }
    void wrongInputIsRefusedBeforeAnyRequest()
    {
        QFETCH(const QStringList, options);
        const Output refused = copy(options);
        QVERIFY2(refused.code == 2, refused.all().constData());
        QTEST(refused.json()["error"_L1]["subject"_L1].toString(), "subject");
        QCOMPARE(m_sandbox->requests(u"getAccessToken"_s) + m_sandbox->requests(u"postAccessToken"_s), 0);
    }

private:
    void start(const QStringList &quirks = {})
    {
        m_sandbox = std::make_unique<SandboxProcess>(m_folder.options() + quirks);
    }

    [[nodiscard]] static QStringList ofPeriod(const QString &period)
    {
        return {u"--sql"_s,       summary,      u"--parameter"_s, u"measure=Net, of tax"_s,
                u"--parameter"_s, u"most=10"_s, u"--period"_s,    period};
    }

    [[nodiscard]] Output copy(const QStringList &options) const
    {
        return call(copyArguments(*m_sandbox, name, u"B3:"_s, m_history->path()) + options + QStringList{u"--json"_s},
                    credentialsOf(*m_sandbox));
    }

    [[nodiscard]] Output plan(const QStringList &options) const
    {
        QStringList arguments = copyArguments(*m_sandbox, name, u"B3:"_s, m_history->path());
        arguments[0] = u"plan"_s;
        arguments.removeAll(u"--yes"_s);
        return call(arguments + options + QStringList{u"--json"_s}, credentialsOf(*m_sandbox));
    }

    // The newest first.
    [[nodiscard]] QList<History::RunRecord> recorded() const
    {
        const Runs::DataFolder folder(m_history->path(), {u"test"_s, {}});
        return folder.history().allRuns().value();
    }

    [[nodiscard]] static QJsonObject guard(const QJsonObject &report, const QString &wanted)
    {
        for (const QJsonValue &check : report["guards"_L1].toArray()) {
            if (check["name"_L1] == wanted)
                return check.toObject();
        }
        return {};
    }

    DataSetFolder m_folder;
    std::unique_ptr<QTemporaryDir> m_history;
    std::unique_ptr<SandboxProcess> m_sandbox;
};

QTEST_GUILESS_MAIN(TestRowQuery)
#include "tst_rowquery.moc"
