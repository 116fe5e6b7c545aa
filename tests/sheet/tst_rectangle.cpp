#include "sheet/rectangle.h"

#include "sheet/region.h"

#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;

using namespace Sheet;

namespace {

// The cells of a rectangle in a small sheet, one by one.
QSet<int> cellsOf(const Rectangle &rectangle)
{
    QSet<int> cells;
    for (int row = rectangle.row; row < rectangle.row + rectangle.rows; ++row) {
        for (int column = rectangle.column; column < rectangle.column + rectangle.columns; ++column)
            cells.insert(row * 100 + column);
    }
    return cells;
}

Rectangle anyRectangle(QRandomGenerator &random)
{
    return {random.bounded(6), random.bounded(6), random.bounded(5), random.bounded(5)};
}

} // namespace

class TestRectangle final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsAreNamedByLetters_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("name");
        QTest::newRow("A") << 0 << u"A"_s;
        QTest::newRow("Z") << 25 << u"Z"_s;
        QTest::newRow("AA") << 26 << u"AA"_s;
        QTest::newRow("AZ") << 51 << u"AZ"_s;
        QTest::newRow("BA") << 52 << u"BA"_s;
        QTest::newRow("ZZ") << 701 << u"ZZ"_s;
        QTest::newRow("AAA") << 702 << u"AAA"_s;
        QTest::newRow("XFD") << maxColumns - 1 << u"XFD"_s;
    }
    void columnsAreNamedByLetters()
    {
        QFETCH(const int, column);
        QTEST(columnName(column), "name");
    }

    void placesAreWrittenInA1Notation()
    {
        QCOMPARE(toA1(Address{2, 1}), u"B3"_s);
        QCOMPARE(toA1(Rectangle{2, 1, 1, 1}), u"B3"_s);
        QCOMPARE(toA1(Rectangle{2, 1, 18, 5}), u"B3:F20"_s);
        QCOMPARE(toA1(Rectangle{0, 0, maxRows, maxColumns}), u"A1:XFD1048576"_s);
        QCOMPARE(toA1(Rectangle{2, 1, 0, 5}), QString());
    }

    void nameOfASheetIsInQuotes()
    {
        QCOMPARE(inSheet({}, u"B3"_s), u"B3"_s);
        QCOMPARE(inSheet(u"Q1 2026"_s, u"A2:D8"_s), u"'Q1 2026'!A2:D8"_s);
        const QString named = inSheet(u"John's! sheet"_s, u"B3"_s);
        QCOMPARE(Region::sheetNameIn(named), u"John's! sheet"_s);
        QCOMPARE(Region::parse(named)->anchor(), (Address{2, 1}));
    }

    void emptyOneHasNoCells()
    {
        for (const Rectangle &empty :
             {Rectangle{}, Rectangle{3, 3, 0, 2}, Rectangle{3, 3, 2, 0}, Rectangle{3, 3, -1, -1}}) {
            QVERIFY(empty.isEmpty());
            QCOMPARE(empty.cells(), 0);
            QVERIFY((Rectangle{0, 0, 1, 1}.contains(empty)));
            QVERIFY(!empty.intersects({0, 0, 10, 10}));
        }
    }

    void operationsAgreeWithSetsOfCells()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 5'000; ++i) {
            const Rectangle a = anyRectangle(random);
            const Rectangle b = anyRectangle(random);
            const QSet<int> inA = cellsOf(a);
            const QSet<int> inB = cellsOf(b);
            QCOMPARE(a.cells(), qint64(inA.size()));
            QCOMPARE(a.contains(b), inA.contains(inB));
            QCOMPARE(a.intersects(b), inA.intersects(inB));
            QCOMPARE(cellsOf(a.intersected(b)), inA & inB);
            const Rectangle both = a.united(b);
            QVERIFY(both.contains(a) && both.contains(b));
            for (const Rectangle &smaller : {Rectangle{both.row + 1, both.column, both.rows - 1, both.columns},
                                             Rectangle{both.row, both.column + 1, both.rows, both.columns - 1},
                                             Rectangle{both.row, both.column, both.rows - 1, both.columns},
                                             Rectangle{both.row, both.column, both.rows, both.columns - 1}})
                QVERIFY(both.isEmpty() || !smaller.contains(a) || !smaller.contains(b));
        }
    }

    void hugeSizesDoNotOverflow()
    {
        constexpr int most = std::numeric_limits<int>::max();
        const Rectangle huge{5, 5, most, most};
        QVERIFY(huge.lastRow() > maxRows);
        QVERIFY(huge.lastColumn() > maxColumns);
        QCOMPARE(huge.cells(), qint64(most) * most);
        QVERIFY(!(Rectangle{0, 0, maxRows, maxColumns}.contains(huge)));
        QCOMPARE(huge.intersected({0, 0, maxRows, maxColumns}), (Rectangle{5, 5, maxRows - 5, maxColumns - 5}));
        QVERIFY(huge.united({0, 0, 1, 1}).contains({0, 0, maxRows, maxColumns}));
    }
};

QTEST_GUILESS_MAIN(TestRectangle)
#include "tst_rectangle.moc"
