#include "writeback/existinggrid.h"

#include "support/testgrid.h"

#include <QTest>

using namespace Writeback;
using namespace Support;

class TestExistingGrid final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchedCellIsComparedAsTheDesiredOne()
    {
        ExistingGrid existing = dates();
        existing.match({1, 0}, text("2026-01-31"));
        QVERIFY(isSameCell(existing.at(1, 0), text("2026-01-31")));
        QVERIFY(isSameCell(existing.at(1, 1), text("a text that is too long for its slot")));
        QVERIFY(isSameCell(existing.take().at(1, 0), text("2026-01-31")));
    }

    void readingGetsWhatWasRead()
    {
        ExistingGrid existing = dates();
        existing.match({1, 0}, text("2026-01-31"));
        existing.match({1, 1}, text("2026-02-28"));
        const Sheet::Grid &read = existing.forReading();
        QVERIFY(isSameCell(read.at(1, 0), number("46053")));
        QVERIFY(isSameCell(read.at(1, 1), text("a text that is too long for its slot")));
    }

    void whatAReadingFindsStays()
    {
        ExistingGrid existing = dates();
        existing.match({1, 0}, text("2026-01-31"));
        existing.forReading().set(1, 0, number("46054"));
        QVERIFY(isSameCell(existing.forReading().at(1, 0), number("46054"))); // by one that follows, too
    }

    void cellMatchedTwiceIsReadAsItWas()
    {
        ExistingGrid existing = dates();
        existing.match({1, 0}, text("2026-01-31"));
        existing.match({1, 0}, text("2026-01-31"));
        QVERIFY(isSameCell(existing.forReading().at(1, 0), number("46053")));
    }

private:
    [[nodiscard]] static Sheet::Grid dates()
    {
        return gridOf({{text("Day"), text("Note")}, {number("46053"), text("a text that is too long for its slot")}});
    }
};

QTEST_GUILESS_MAIN(TestExistingGrid)
#include "tst_existinggrid.moc"
