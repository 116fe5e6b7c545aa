#include "sandbox/sheet/storedspreadsheet.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;

class TestStoredSpreadsheet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathLeadsFromTheTop()
    {
        StoredSpreadsheet spreadsheet;
        spreadsheet.add(u"1"_s, u"Top"_s);
        spreadsheet.add(u"2"_s, u"Middle"_s, u"1"_s);
        const Worksheet &bottom = spreadsheet.add(u"3"_s, u"Bottom"_s, u"2"_s);
        QCOMPARE(spreadsheet.path(bottom), QStringList({u"Top"_s, u"Middle"_s, u"Bottom"_s}));
        QVERIFY(!spreadsheet.find(u"4"_s));
    }

    void nameInUseGetsANumber()
    {
        StoredSpreadsheet spreadsheet;
        spreadsheet.add(u"1"_s, u"Q3"_s);
        spreadsheet.add(u"2"_s, u"Q3 1"_s, u"1"_s);
        QCOMPARE(spreadsheet.freeName(u"Q4"_s), u"Q4"_s);
        QCOMPARE(spreadsheet.freeName(u"Q3"_s), u"Q3 2"_s);
    }

    void lastSheetIsPlacedAmongItsSiblings_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<QStringList>("order");
        const auto row = [](int index, const char *order) {
            QTest::addRow("%d", index) << index << QString::fromLatin1(order).split(u' ');
        };
        row(0, "new a below b");
        row(1, "a below new b");
        row(2, "a below b new");
        row(9, "a below b new");
        row(-1, "a below b new");
    }
    void lastSheetIsPlacedAmongItsSiblings()
    {
        QFETCH(int, index);
        QFETCH(QStringList, order);
        StoredSpreadsheet spreadsheet;
        spreadsheet.add(u"1"_s, u"a"_s);
        spreadsheet.add(u"2"_s, u"below"_s, u"1"_s);
        spreadsheet.add(u"3"_s, u"b"_s);
        spreadsheet.add(u"4"_s, u"new"_s);
        spreadsheet.placeLast(index);
        QStringList names;
        for (const auto &sheet : spreadsheet.sheets)
            names += sheet->name;
        QCOMPARE(names, order);
    }

    void tableIsFoundByItsOwnId()
    {
        StoredSpreadsheet spreadsheet;
        const Worksheet &sheet = spreadsheet.add(u"1"_s, u"a"_s);
        spreadsheet.add(u"2"_s, u"b"_s);
        QVERIFY(sheet.table() != sheet.id);
        QCOMPARE(spreadsheet.findTable(sheet.table()), &sheet);
        QVERIFY(!spreadsheet.findTable(sheet.id));
    }

    void filledCountsAllSheets()
    {
        StoredSpreadsheet spreadsheet;
        spreadsheet.add({}, {}).cells.set(0, 0, Sheet::Cell::ofText("x"));
        spreadsheet.add({}, {}).cells.set(5, 5, Sheet::Cell::ofText("y"));
        QCOMPARE(spreadsheet.filled(), 2);
    }
};

QTEST_GUILESS_MAIN(TestStoredSpreadsheet)
#include "tst_storedspreadsheet.moc"
