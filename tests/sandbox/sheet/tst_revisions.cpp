#include "sandbox/sheet/revisions.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;

class TestRevisions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachRevisionIsWhatItWas()
    {
        StoredSpreadsheet spreadsheet;
        const QString table = spreadsheet.add(u"a"_s, u"A"_s).table();
        Revisions revisions;
        revisions.keep(spreadsheet);
        change(revisions, spreadsheet, "two");
        change(revisions, spreadsheet, "three");
        QCOMPARE(textOf(revisions.findTable(table, 1)), QByteArray());
        QCOMPARE(textOf(revisions.findTable(table, 2)), QByteArray("two"));
        QCOMPARE(textOf(revisions.findTable(table, 3)), QByteArray("three"));
        QCOMPARE(revisions.find(2)->revision, 2);
    }

    void whatIsToComeOrWasNeverIsNotFound()
    {
        StoredSpreadsheet spreadsheet;
        const QString table = spreadsheet.add(u"a"_s, u"A"_s).table();
        Revisions revisions;
        QVERIFY(!revisions.findTable(table, 1));
        revisions.keep(spreadsheet);
        for (const qint64 revision : {-1, 0, 2}) {
            QVERIFY(!revisions.find(revision));
            QVERIFY(!revisions.findTable(table, revision));
        }
        QVERIFY(!revisions.findTable(u"none"_s, 1));
    }

    void twentyAreKept()
    {
        StoredSpreadsheet spreadsheet;
        const QString table = spreadsheet.add(u"a"_s, u"A"_s).table();
        Revisions revisions;
        for (int i = 0; i < 25; ++i)
            change(revisions, spreadsheet, std::to_string(i));
        const qint64 last = spreadsheet.revision;
        QVERIFY(revisions.find(last - 19));
        QVERIFY(!revisions.find(last - 20));
        QVERIFY(revisions.findTable(table, last - 19));
        QVERIFY(!revisions.findTable(table, last - 20));
    }

    void tableThatDidNotChangeIsFoundHoweverLongAgo()
    {
        StoredSpreadsheet spreadsheet;
        spreadsheet.add(u"a"_s, u"A"_s);
        Worksheet &other = spreadsheet.add(u"b"_s, u"B"_s);
        other.cells.set(0, 0, Sheet::Cell::ofText("old"));
        Revisions revisions;
        for (int i = 0; i < 25; ++i)
            change(revisions, spreadsheet, std::to_string(i));
        QVERIFY(!revisions.find(1));
        QCOMPARE(textOf(revisions.findTable(other.table(), 1)), QByteArray("old"));
    }

    void fewerAreKeptWhereMuchChanges()
    {
        // 2,000,000 cells that all change: two versions exceed the limit.
        StoredSpreadsheet spreadsheet;
        Worksheet &sheet = spreadsheet.add(u"a"_s, u"A"_s);
        Revisions revisions;
        for (int i = 0; i < 8; ++i) {
            for (int row = 0; row < 200; ++row)
                sheet.cells.set(row, 9'999, Sheet::Cell::ofNumber(std::to_string(i)));
            sheet.revision = ++spreadsheet.revision;
            revisions.keep(spreadsheet);
        }
        QVERIFY(revisions.find(spreadsheet.revision - 1));
        QVERIFY(!revisions.find(spreadsheet.revision - 6));
    }

private:
    // A change of the first sheet.
    static void change(Revisions &revisions, StoredSpreadsheet &spreadsheet, const std::string &text)
    {
        Worksheet &sheet = *spreadsheet.sheets.front();
        sheet.cells.set(0, 0, Sheet::Cell::ofText(text));
        sheet.revision = ++spreadsheet.revision;
        revisions.keep(spreadsheet);
    }

    [[nodiscard]] static QByteArray textOf(const Worksheet *sheet)
    {
        const std::string_view text = sheet ? sheet->cells.at(0, 0).text : std::string_view("none");
        return {text.data(), qsizetype(text.size())};
    }
};

QTEST_GUILESS_MAIN(TestRevisions)
#include "tst_revisions.moc"
