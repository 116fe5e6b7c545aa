#include "sheet/places.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

using namespace Sheet;

namespace {

QStringList rangesOf(const Places &places)
{
    QStringList texts;
    for (const Rectangle &range : places.ranges())
        texts.append(toA1(range));
    return texts;
}

Places placesOf(const std::vector<Address> &cells)
{
    Places places;
    for (const Address &cell : cells)
        places.add(cell);
    return places;
}

} // namespace

class TestPlaces final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAreJoined_data()
    {
        QTest::addColumn<std::vector<Address>>("cells");
        QTest::addColumn<QStringList>("expected");
        using Cells = std::vector<Address>;
        QTest::newRow("none") << Cells() << QStringList();
        QTest::newRow("one") << Cells{{2, 1}} << QStringList{u"B3"_s};
        QTest::newRow("row") << Cells{{2, 1}, {2, 2}, {2, 3}} << QStringList{u"B3:D3"_s};
        QTest::newRow("column") << Cells{{2, 1}, {3, 1}, {4, 1}} << QStringList{u"B3:B5"_s};
        QTest::newRow("block") << Cells{{0, 0}, {0, 1}, {1, 0}, {1, 1}} << QStringList{u"A1:B2"_s};
        QTest::newRow("two columns") << Cells{{0, 0}, {0, 2}, {1, 0}, {1, 2}} << QStringList{u"A1:A2"_s, u"C1:C2"_s};
        QTest::newRow("gap between rows") << Cells{{0, 0}, {2, 0}} << QStringList{u"A1"_s, u"A3"_s};
        QTest::newRow("end and beginning") << Cells{{0, 1}, {1, 2}} << QStringList{u"B1"_s, u"C2"_s};
        QTest::newRow("first cell of a sheet") << Cells{{0, 0}, {0, 1}} << QStringList{u"A1:B1"_s};
    }
    void cellsAreJoined()
    {
        QFETCH(std::vector<Address>, cells);
        QFETCH(QStringList, expected);
        const Places places = placesOf(cells);
        QCOMPARE(places.count(), qint64(cells.size()));
        QCOMPARE(rangesOf(places), expected);
    }

    void onlyTheFirstRangesAreKept()
    {
        Places places;
        for (int row = 0; row < 100; ++row)
            places.add({row * 2, 0});
        QCOMPARE(places.count(), 100);
        QCOMPARE(places.ranges().size(), Places::maxRanges);
        QCOMPARE(toA1(places.ranges().back()), u"A39"_s);
    }

    void rangesHoldExactlyTheCells()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 500; ++round) {
            std::set<std::pair<int, int>> cells;
            Places places;
            for (int row = 0; row < 4; ++row) {
                for (int column = 0; column < 4; ++column) {
                    if (random.bounded(3) == 0)
                        continue;
                    cells.emplace(row, column);
                    places.add({row, column});
                }
            }
            std::set<std::pair<int, int>> held;
            qint64 count = 0;
            for (const Rectangle &range : places.ranges()) {
                count += range.cells();
                for (int row = range.row; row <= range.lastRow(); ++row) {
                    for (int column = range.column; column <= range.lastColumn(); ++column)
                        held.emplace(row, column);
                }
            }
            QVERIFY(held == cells);
            QCOMPARE(count, qint64(cells.size())); // none is in two of them
        }
    }
};

QTEST_GUILESS_MAIN(TestPlaces)
#include "tst_places.moc"
