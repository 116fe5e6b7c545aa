#include "workiva/rangejson.h"

#include <QtTest/QtTest>

using Sheet::Cell;
using Sheet::Rectangle;

namespace {

std::optional<Rectangle> rangeOf(const char *startRow, const char *startColumn, const char *stopRow,
                                 const char *stopColumn)
{
    Workiva::RangeJson json;
    const auto take = [&json](const char *key, const char *digits) {
        if (digits)
            json.take(key, *digits ? Cell::ofNumber(digits) : Cell());
    };
    take("startRow", startRow);
    take("startColumn", startColumn);
    take("stopRow", stopRow);
    take("stopColumn", stopColumn);
    return json.rectangle();
}

} // namespace

class TestRangeJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stopsAreInclusive() { QCOMPARE(rangeOf("2", "1", "4", "1"), (Rectangle{2, 1, 3, 1})); }

    void openSidesEndWhereASheetDoes()
    {
        QCOMPARE(rangeOf("2", "1", "", nullptr), (Rectangle{2, 1, Sheet::maxRows - 2, Sheet::maxColumns - 1}));
        QCOMPARE(rangeOf("2", "1", "2147483647", "0x"), (Rectangle{2, 1, Sheet::maxRows - 2, Sheet::maxColumns - 1}));
    }

    void rangeWithoutAStartIsInvalid()
    {
        QVERIFY(!rangeOf(nullptr, "1", "4", "1"));
        QVERIFY(!rangeOf("2", "", "4", "1"));
        QVERIFY(!rangeOf("-1", "0", "4", "1"));
        QVERIFY(!rangeOf("5", "0", "4", "1"));
    }
};

QTEST_GUILESS_MAIN(TestRangeJson)
#include "tst_rangejson.moc"
