#include "support/commandline.h"
#include "support/datasetfolder.h"
#include "support/sandboxprocess.h"
#include "support/sheetprobe.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;

namespace {

const QString name = u"Balance"_s;
const QList<DataSetFolder::Column> columns{{u"Entity"_s, u"STRING"_s},
                                           {u"Account"_s, u"STRING"_s},
                                           {u"Net, of tax"_s, u"DECIMAL"_s},
                                           {u"Posted"_s, u"STRING"_s},
                                           {u"Comment"_s, u"STRING"_s}};
const Rows source{{u"E1"_s, u"00123"_s, 2.345, u"2026-01-31"_s, u"first"_s},
                  {u"E1"_s, u"A4000"_s, -2.345, u"pending"_s, QJsonValue()},
                  {u"E2"_s, u"00123"_s, QJsonValue(), u"2026-02-28"_s, u"third"_s}};

} // namespace

// Columns that are chosen, renamed, typed and rounded, from the command line to the sheet.
class TestShaping final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_folder.write(name, columns, source); }

    void init()
    {
        m_sandbox = std::make_unique<SandboxProcess>(m_folder.options());
        QVERIFY(m_sandbox->isUp());
    }

    void chosenColumnsArriveAsTheyWereShaped()
    {
        const QStringList options{u"--columns"_s,   u"Account=Acct,\"Net, of tax\"=Net"_s,
                                  u"--columns"_s,   u"Entity"_s,
                                  u"--leave-out"_s, u"Posted"_s,
                                  u"--round"_s,     u"\"Net, of tax\"=2"_s,
                                  u"--nulls"_s,     u"\"Net, of tax\"=text:0"_s};
        const Output planned = caller().plan(options);
        QVERIFY2(planned.code == 10, planned.all().constData());
        QCOMPARE(planned.json()["source"_L1]["columns"_L1].toInt(), 3);
        QCOMPARE(planned.json()["totals"_L1][0]["column"_L1].toString(), u"Net"_s);
        QCOMPARE(planned.json()["totals"_L1][0]["after"_L1].toString(), u"0"_s);
        QCOMPARE(planned.json()["byKey"_L1]["key"_L1].toArray(), (QJsonArray{u"Acct"_s, u"Entity"_s}));
        const QJsonValue finding = planned.json()["findings"_L1][0];
        QCOMPARE(finding["kind"_L1].toString(), u"columnsNotChosen"_s);
        QCOMPARE(finding["place"_L1].toString(), u"Comment"_s);
        QCOMPARE(finding["count"_L1].toInt(), 1);

        const Output copied = caller().copy(options);
        QVERIFY2(copied.code == 0, copied.all().constData());
        Cells wanted;
        place(wanted, 2, 1,
              {{u"Acct"_s, u"Net"_s, u"Entity"_s},
               {u"00123"_s, 2.35, u"E1"_s},
               {u"A4000"_s, -2.35, u"E1"_s},
               {u"00123"_s, 0, u"E2"_s}});
        QCOMPARE(difference(SheetProbe(*m_sandbox).read(), wanted), QString());
        QCOMPARE(caller().copy(options).json()["state"_L1].toString(), u"nothing to do"_s);
    }

    void typesReplaceThoseOfTheDataSet()
    {
        const Output copied = caller().copy({u"--leave-out"_s, u"Comment,Entity"_s, u"--types"_s,
                                             u"Account=number,Posted=date"_s, u"--types"_s, u"\"Net, of tax\"=text"_s});
        QVERIFY2(copied.code == 0, copied.all().constData());
        const QJsonArray findings = copied.json()["findings"_L1].toArray();
        QCOMPARE(findings.size(), 3);
        QCOMPARE(findings[0]["kind"_L1].toString(), u"identifiers"_s); // 00123 is a number now
        QCOMPARE(findings[1]["kind"_L1].toString(), u"notNumbers"_s);
        QCOMPARE(findings[2]["kind"_L1].toString(), u"notDates"_s);
        for (const int each : {1, 2})
            QCOMPARE(findings[each]["count"_L1].toInt(), 1);
        const Cells held = SheetProbe(*m_sandbox).read();
        QCOMPARE(held.at({3, 1}), QJsonValue(123));
        QCOMPARE(held.at({4, 1}), QJsonValue(u"A4000"_s));
        QCOMPARE(held.at({3, 2}), QJsonValue(u"2.345"_s));
        QCOMPARE(held.at({4, 3}), QJsonValue(u"pending"_s));
        QCOMPARE(held.count({2, 4}), 0U);
    }

    void oldValuesStayInTheRowsOfTheirKeys()
    {
        const QJsonArray header{u"Acct"_s, u"Entity"_s, u"Comment"_s};
        QVERIFY(SheetProbe(*m_sandbox).write(u"B3:D4"_s, {header, {u"A4000"_s, u"E1"_s, u"by hand"_s}}));
        const QStringList options{u"--columns"_s,       u"Account=Acct,Entity,Comment"_s,
                                  u"--nulls"_s,         u"keep"_s,
                                  u"--update-method"_s, u"upsert"_s,
                                  u"--key"_s,           u"Acct"_s,
                                  u"--key"_s,           u"Entity"_s,
                                  u"--guard"_s,         u"columns-not-chosen=off"_s,
                                  u"--guard"_s,         u"identifiers=off"_s};
        const Output copied = caller().copy(options);
        QVERIFY2(copied.code == 0, copied.all().constData());
        QCOMPARE(copied.json()["findings"_L1].toArray(), QJsonArray());
        Cells wanted;
        place(wanted, 2, 1,
              {header,
               {u"A4000"_s, u"E1"_s, u"by hand"_s},
               {u"00123"_s, u"E1"_s, u"first"_s},
               {u"00123"_s, u"E2"_s, u"third"_s}});
        QCOMPARE(difference(SheetProbe(*m_sandbox).read(), wanted), QString());
    }

    void newColumnCanStopTheRun()
    {
        const Output refused = caller().copy({u"--columns"_s, u"Entity"_s, u"--guard"_s, u"columns-not-chosen=stop"_s});
        QVERIFY2(refused.code == 4, refused.all().constData());
        QVERIFY(SheetProbe(*m_sandbox).read().empty());
    }

    void optionsThatDoNotFitAreWrongUse_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("subject");
        const auto row = [](const char *what, const QStringList &options, const QString &subject) {
            QTest::newRow(what) << options << subject;
        };
        row("column of no DataSet", {u"--columns"_s, u"Entity,Debit"_s}, u"Debit"_s);
        row("old name as key", {u"--columns"_s, u"Account=Acct"_s, u"--key"_s, u"Account"_s}, u"Account"_s);
        row("column named twice", {u"--columns"_s, u"Entity"_s, u"--columns"_s, u"Entity"_s}, u"Entity"_s);
        row("new name of another", {u"--columns"_s, u"Entity,Account=Entity"_s}, u"Entity"_s);
        row("rule without its column", {u"--columns"_s, u"Entity"_s, u"--round"_s, u"Debit=2"_s}, u"Debit"_s);
        row("rounded text", {u"--round"_s, u"Entity=2"_s}, u"Entity"_s);
        row("unknown type", {u"--types"_s, u"Entity=money"_s}, u"money"_s);
        row("unknown rule", {u"--nulls"_s, u"zero"_s}, u"zero"_s);
        row("old values of no rows", {u"--nulls"_s, u"keep"_s}, u"replace"_s);
        row("no list", {u"--columns"_s, u"Entity,"_s}, u"Entity,"_s);
    }
    void optionsThatDoNotFitAreWrongUse()
    {
        QFETCH(const QStringList, options);
        QFETCH(const QString, subject);
        const Output refused = caller().copy(options);
        QVERIFY2(refused.code == 2, refused.all().constData());
        QCOMPARE(refused.json()["error"_L1]["subject"_L1].toString(), subject);
        QVERIFY(SheetProbe(*m_sandbox).read().empty());
    }

private:
    [[nodiscard]] Caller caller() const { return {*m_sandbox, name, u"B3:"_s, m_history.path()}; }

    DataSetFolder m_folder;
    QTemporaryDir m_history;
    std::unique_ptr<SandboxProcess> m_sandbox;
};

QTEST_GUILESS_MAIN(TestShaping)
#include "tst_shaping.moc"
