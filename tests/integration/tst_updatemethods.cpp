#include "support/commandline.h"
#include "support/datasetfolder.h"
#include "support/sandboxprocess.h"
#include "support/sheetprobe.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;

namespace {

const QString name = u"Units"_s;
const QList<DataSetFolder::Column> columns{
    {u"Unit"_s, u"STRING"_s}, {u"Month"_s, u"STRING"_s}, {u"Heads"_s, u"DOUBLE"_s}};
const QJsonArray header{u"Unit"_s, u"Month"_s, u"Heads"_s};
const Rows source{{u"North"_s, u"May"_s, 13}, {u"East"_s, u"May"_s, 4}};

} // namespace

// What each update method leaves in the sheet.
class TestUpdateMethods final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_folder.write(name, columns, source); }

    void init()
    {
        m_sandbox = std::make_unique<SandboxProcess>(m_folder.options());
        QVERIFY(m_sandbox->isUp());
    }

    void upsertUpdatesKnownRowsAndAddsTheOthers()
    {
        QVERIFY(write({header, {u"North"_s, u"April"_s, 12}, {u"South"_s, u"April"_s, u"=1+1"_s}}));
        const Output first = caller().copy({u"--update-method"_s, u"upsert"_s, u"--key"_s, u"Unit"_s});
        QVERIFY2(first.code == 0, first.all().constData());
        QCOMPARE(first.json()["state"_L1].toString(), u"verified"_s);
        QCOMPARE(first.json()["changes"_L1]["kept"_L1].toInt(), 6); // the header, and the row of another key
        QCOMPARE(first.json()["verified"_L1]["cells"_L1].toInt(), 6); // what is kept is compared with nothing
        Cells wanted;
        place(wanted, 2, 1,
              {header, {u"North"_s, u"May"_s, 13}, {u"South"_s, u"April"_s, u"=1+1"_s}, {u"East"_s, u"May"_s, 4}});
        QCOMPARE(difference(SheetProbe(*m_sandbox).read(), wanted), QString());
        const Output again = caller().copy({u"--update-method"_s, u"upsert"_s, u"--key"_s, u"Unit"_s});
        QVERIFY2(again.json()["state"_L1].toString() == u"nothing to do"_s, again.all().constData());
    }

    void appendAddsBelowTheLastRowAndNeverTwice()
    {
        QVERIFY(write({header, {u"North"_s, u"April"_s, 12}}));
        const Output first = caller().copy({u"--update-method"_s, u"append"_s});
        QVERIFY2(first.code == 0, first.all().constData());
        QCOMPARE(first.json()["appended"_L1],
                 QJsonValue(QJsonObject{{u"row"_s, 5}, {u"rows"_s, 2}})); // B3:, and two rows
        Cells wanted;
        place(wanted, 2, 1, {header, {u"North"_s, u"April"_s, 12}, source[0], source[1]});
        QCOMPARE(difference(SheetProbe(*m_sandbox).read(), wanted), QString());
        const Output again = caller().copy({u"--update-method"_s, u"append"_s});
        QVERIFY2(again.code == 4, again.all().constData());
        QCOMPARE(again.json()["error"_L1]["kind"_L1].toString(), u"alreadyAppended"_s);
        QCOMPARE(difference(SheetProbe(*m_sandbox).read(), wanted), QString());
    }

    void appendedRowsAreCountedWithoutTheColumnNames()
    {
        const Output first = caller().copy({u"--update-method"_s, u"append"_s}); // to an empty sheet
        QVERIFY2(first.code == 0, first.all().constData());
        QCOMPARE(first.json()["changes"_L1]["new"_L1].toInt(), 9);
        QCOMPARE(first.json()["appended"_L1], QJsonValue(QJsonObject{{u"row"_s, 4}, {u"rows"_s, 2}}));
        const Output replaced = caller().copy({});
        QVERIFY2(replaced.code == 0, replaced.all().constData());
        QCOMPARE(replaced.json()["appended"_L1], QJsonValue());
    }

    void partitionReplacesItsRowsAndLeavesTheOthers()
    {
        QVERIFY(write({header,
                       {u"North"_s, u"May"_s, 1},
                       {u"South"_s, u"April"_s, 5},
                       {u"West"_s, u"May"_s, 2},
                       {u"South"_s, u"May"_s, 3}}));
        const Output first = caller().copy(
            {u"--update-method"_s, u"partition"_s, u"--partition-by"_s, u"Month"_s, u"--allow-clearing"_s});
        QVERIFY2(first.code == 0, first.all().constData());
        Cells wanted;
        place(wanted, 2, 1, {header, source[0], source[1], {u"South"_s, u"April"_s, 5}});
        QCOMPARE(difference(SheetProbe(*m_sandbox).read(), wanted), QString());
    }

    void sheetsOrderCanBeKept()
    {
        QVERIFY(write({header, {u"East"_s, u"May"_s, 4}, {u"North"_s, u"May"_s, 12}}));
        const Output planned = caller().plan({u"--key"_s, u"Unit"_s, u"--keep-order"_s});
        QVERIFY2(planned.code == 10, planned.all().constData());
        const QJsonObject counts = planned.json()["byKey"_L1].toObject();
        QCOMPARE(counts["changed"_L1].toInt(), 1);
        QCOMPARE(counts["moved"_L1].toInt(), 0);
        QCOMPARE(counts["equal"_L1].toInt(), 1);
        const Output moving = caller().plan({u"--key"_s, u"Unit"_s});
        QCOMPARE(moving.json()["byKey"_L1]["moved"_L1].toInt(), 1);
        QVERIFY2(caller().copy({u"--key"_s, u"Unit"_s, u"--keep-order"_s}).code == 0, planned.all().constData());
        Cells wanted;
        place(wanted, 2, 1, {header, source[1], source[0]});
        QCOMPARE(difference(SheetProbe(*m_sandbox).read(), wanted), QString());
    }

    void formulasAreOverwrittenKeptOrStopTheRun()
    {
        const Rows held{header, {u"North"_s, u"May"_s, u"=1+1"_s}, {u"East"_s, u"May"_s, 1}};
        Cells before;
        place(before, 2, 1, held);
        QVERIFY(write(held));
        const Output stopped = caller().copy({u"--formulas"_s, u"stop"_s});
        QVERIFY2(stopped.code == 4, stopped.all().constData());
        QVERIFY(stopped.json()["error"_L1]["next"_L1].toString().contains(u"--formulas keep"_s));
        QCOMPARE(difference(SheetProbe(*m_sandbox).read(), before), QString());
        const Output kept = caller().copy({u"--formulas"_s, u"keep"_s});
        QVERIFY2(kept.code == 0, kept.all().constData());
        QCOMPARE(kept.json()["findings"_L1][0]["kind"_L1].toString(), u"formulasKept"_s);
        Cells wanted;
        place(wanted, 2, 1, {header, {u"North"_s, u"May"_s, u"=1+1"_s}, source[1]});
        QCOMPARE(difference(SheetProbe(*m_sandbox).read(), wanted), QString());
        QCOMPARE(caller().copy({}).code, 0);
        place(wanted, 3, 1, {source[0]});
        QCOMPARE(difference(SheetProbe(*m_sandbox).read(), wanted), QString());
    }

    void planSuggestsAKey()
    {
        QVERIFY(write({header, {u"North"_s, u"May"_s, 13}}));
        const QJsonObject counts = caller().plan({}).json()["byKey"_L1].toObject();
        QCOMPARE(counts["key"_L1].toArray(), QJsonArray{u"Unit"_s});
        QVERIFY(counts["isSuggested"_L1].toBool());
        QCOMPARE(counts["new"_L1].toInt(), 1);
        QCOMPARE(counts["equal"_L1].toInt(), 1);
    }

    void keyThatDoesNotIdentifyTheRowsIsRefused()
    {
        QVERIFY(write({header, {u"North"_s, u"May"_s, 1}, {u"North"_s, u"June"_s, 2}}));
        const Cells held = SheetProbe(*m_sandbox).read();
        const Output refused = caller().copy({u"--update-method"_s, u"upsert"_s, u"--key"_s, u"Unit"_s});
        QVERIFY2(refused.code == 4, refused.all().constData());
        QCOMPARE(refused.json()["error"_L1]["kind"_L1].toString(), u"ambiguousKey"_s);
        QCOMPARE(difference(SheetProbe(*m_sandbox).read(), held), QString());
    }

    void optionsThatDoNotFitAreWrongUse_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("upsert without a key") << QStringList{u"--update-method"_s, u"upsert"_s};
        QTest::newRow("order without a key") << QStringList{u"--keep-order"_s};
        QTest::newRow("partition without columns") << QStringList{u"--update-method"_s, u"partition"_s};
        QTest::newRow("columns of no partition") << QStringList{u"--partition-by"_s, u"Month"_s};
        QTest::newRow("unknown method") << QStringList{u"--update-method"_s, u"merge"_s};
        QTest::newRow("unknown choice") << QStringList{u"--formulas"_s, u"drop"_s};
        QTest::newRow("unknown column") << QStringList{u"--key"_s, u"unit"_s};
    }
    void optionsThatDoNotFitAreWrongUse()
    {
        QFETCH(QStringList, options);
        const Output refused = caller().copy(options);
        QVERIFY2(refused.code == 2, refused.all().constData());
        QVERIFY(SheetProbe(*m_sandbox).read().empty());
    }

private:
    [[nodiscard]] bool write(const Rows &rows) const
    {
        return SheetProbe(*m_sandbox).write(u"B3:D%1"_s.arg(2 + rows.size()), rows);
    }

    [[nodiscard]] Caller caller() const { return {*m_sandbox, name, u"B3:"_s, m_history.path()}; }

    DataSetFolder m_folder;
    QTemporaryDir m_history;
    std::unique_ptr<SandboxProcess> m_sandbox;
};

QTEST_GUILESS_MAIN(TestUpdateMethods)
#include "tst_updatemethods.moc"
