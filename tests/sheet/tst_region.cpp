#include "sheet/region.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sheet;

namespace {

constexpr int open = -1;

Region parsed(const char *text)
{
    return *Region::parse(QString::fromUtf8(text));
}

} // namespace

class TestRegion final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("column");
        QTest::addColumn<int>("lastRow");
        QTest::addColumn<int>("lastColumn");
        const auto row = [](const char *text, const char *canonical, int firstRow, int firstColumn, int lastRow,
                            int lastColumn) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(canonical) << firstRow << firstColumn
                                << lastRow << lastColumn;
        };
        row("A1", "A1", 0, 0, 0, 0);
        row("A2:D8", "A2:D8", 1, 0, 7, 3);
        row("B3:B3", "B3", 2, 1, 2, 1);
        row("A:A", "A:A", 0, 0, open, 0);
        row("A:C", "A:C", 0, 0, open, 2);
        row("1:3", "1:3", 0, 0, 2, open);
        row("2:2", "2:2", 1, 0, 1, open);
        row("B3:", "B3:", 2, 1, open, open);
        row("B3:F", "B3:F", 2, 1, open, 5);
        row("B3:20", "B3:20", 2, 1, 19, open);
        row(":", ":", 0, 0, open, open);
        row("XFD1048576", "XFD1048576", maxRows - 1, maxColumns - 1, maxRows - 1, maxColumns - 1);

        // Corners in any order
        row("D8:A2", "A2:D8", 1, 0, 7, 3);
        row("D2:A8", "A2:D8", 1, 0, 7, 3);
        row("A8:D2", "A2:D8", 1, 0, 7, 3);
        row("B3:B2", "B2:B3", 1, 1, 2, 1);
        row("C:A", "A:C", 0, 0, open, 2);
        row("3:1", "1:3", 0, 0, 2, open);
        row("F3:B", "B3:F", 2, 1, open, 5);
        row("B20:3", "B3:20", 2, 1, 19, open);

        // The same cells are the same region
        row("A1:C", "A:C", 0, 0, open, 2);
        row("B1:F", "B:F", 0, 1, open, 5);
        row("A1:3", "1:3", 0, 0, 2, open);
        row("A2:3", "2:3", 1, 0, 2, open);
        row("A1:", ":", 0, 0, open, open);
        row("A2:", "A2:", 1, 0, open, open);
        row("B1:", "B1:", 0, 1, open, open);

        // As people write them
        row("a2:d8", "A2:D8", 1, 0, 7, 3);
        row("$A$2:$D$8", "A2:D8", 1, 0, 7, 3);
        row("$A2:D$8", "A2:D8", 1, 0, 7, 3);
        row("$A:$C", "A:C", 0, 0, open, 2);
        row("$1:$3", "1:3", 0, 0, 2, open);
        row("$B$3:", "B3:", 2, 1, open, open);
        row("  A2 : D8  ", "A2:D8", 1, 0, 7, 3);
        row("A 2:D 8", "A2:D8", 1, 0, 7, 3);
        row(" : ", ":", 0, 0, open, open);
        row("\u00a0A1\u00a0", "A1", 0, 0, 0, 0);
        row("A007", "A7", 6, 0, 6, 0);
        row("'Q1 2026'!A2:D8", "A2:D8", 1, 0, 7, 3);
        row("'It''s 50%!'!B3:", "B3:", 2, 1, open, open);
        row(" 'Q1' ! A1", "A1", 0, 0, 0, 0);
        row("Sheet1!A1", "A1", 0, 0, 0, 0);
        row("Q1 2026!A:C", "A:C", 0, 0, open, 2);
        row("''!A1", "A1", 0, 0, 0, 0);
        row("!A1", "A1", 0, 0, 0, 0);
    }
    void everyFormIsRead()
    {
        QFETCH(const QString, text);
        const auto region = Region::parse(text);
        QVERIFY(region);
        QTEST(region->toString(), "canonical");
        QTEST(region->anchor().row, "row");
        QTEST(region->anchor().column, "column");
        QTEST(region->lastRow().value_or(open), "lastRow");
        QTEST(region->lastColumn().value_or(open), "lastColumn");
        QCOMPARE(region->isClosed(), region->lastRow() && region->lastColumn());
    }

    void wrongTextsPointAtTheFirstWrongCharacter_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("position");
        const auto row = [](const char *text, int position) {
            QTest::newRow(qPrintable(u"'%1'"_s.arg(QString::fromUtf8(text)))) << QString::fromUtf8(text) << position;
        };
        // Something is missing
        row("", 0);
        row("   ", 3);
        row("A", 1);
        row("5", 0);
        row("  5", 2);
        row("A:", 2);
        row("3:", 2);
        row("'Q1'!", 5);
        row("Sheet1!B", 8);
        // Characters that are not allowed there
        row("A1B", 2);
        row("A1;B2", 2);
        row("A1:B2:C3", 5);
        row("A1 B2", 3);
        row("A-1", 1);
        row("-A1", 0);
        row("A1.5", 2);
        row("A$", 1);
        row("$", 0);
        row("$$A1", 0);
        row("A$$1", 1);
        row("$ A1", 0);
        row("A1$", 2);
        row("A1:B2 x", 6);
        row("\u00c41", 0);
        row("\u0410\u0031", 0); // a Cyrillic A
        row("A\u0661", 1); // an Arabic-Indic digit
        row("R1C1", 2);
        // Sides of different kinds
        row(":B3", 0);
        row("  :B3", 2);
        row(":C", 0);
        row(":3", 0);
        row("A:3", 2);
        row("3:A", 2);
        row("A : 3", 4);
        row("F:B3", 3);
        row("B:F3", 3);
        row("20:B3", 3);
        row("3:$F20", 3);
        // Limits
        row("A0", 1);
        row("A00", 1);
        row("0:3", 0);
        row("XFE1", 0);
        row("A1:XFE9", 3);
        row("ZZZZZZZZZZZZZZZZZZZZ1", 0);
        row("A1048577", 1);
        row("A1:B1048577", 4);
        row("B3:99999999999999999999", 3);
        row("'Q1'!$XFE$1", 6);
        // Sheet names
        row("'Q1!A1", 0);
        row("  'Q1!A1", 2);
        row("'Q1'A1", 4);
        row("'Q1'", 4);
        row("'It's'!A1", 4);
        row("'Q1'!A1!B2", 7);
    }
    void wrongTextsPointAtTheFirstWrongCharacter()
    {
        QFETCH(const QString, text);
        const auto region = Region::parse(text);
        QVERIFY(!region);
        QCOMPARE(region.error().kind, Core::ErrorKind::InvalidRegion);
        QCOMPARE(region.error().subject, text);
        const auto *fault = region.error().cause.as<RegionFault>();
        QVERIFY(fault);
        QTEST(fault->position, "position");
        QVERIFY(!fault->reason.isEmpty());
    }

    void sheetsNameIsTheSameInAnyCaseAndForm()
    {
        const QString name = u"Übersicht Q1"_s;
        for (const QString &typed :
             {QString(), name, u"ÜBERSICHT q1"_s, u" Übersicht  Q1"_s, name.normalized(QString::NormalizationForm_D)})
            QVERIFY2(Region::isNameOf(typed, name), qPrintable(typed));
        QVERIFY(!Region::isNameOf(u"Ubersicht Q1"_s, name));
        QVERIFY(!Region::isNameOf(u"Q1"_s, QString()));
    }

    void sheetNameIsReadApart_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::newRow("none") << u"A2:D8"_s << QString();
        QTest::newRow("plain") << u"Sheet1!A1"_s << u"Sheet1"_s;
        QTest::newRow("spaces around") << u"  Q1 2026 !A1"_s << u"Q1 2026"_s;
        QTest::newRow("quoted") << u"'Q1 2026'!A2:D8"_s << u"Q1 2026"_s;
        QTest::newRow("quotes and marks inside") << u"'It''s 50%!'!A1"_s << u"It's 50%!"_s;
        QTest::newRow("only a quote") << u"''''!A1"_s << u"'"_s;
        QTest::newRow("unended") << u"'Q1!A1"_s << QString();
    }
    void sheetNameIsReadApart()
    {
        QFETCH(const QString, text);
        QTEST(Region::sheetNameIn(text), "name");
    }

    void canonicalTextGivesTheSameRegion()
    {
        QRandomGenerator random(11);
        const auto corner = [&](int rowsFrom, int columnsFrom) {
            // More often than not near the beginning, where rows and columns are complete.
            const auto at = [&](int from, int end) {
                return from + random.bounded(random.bounded(2) ? 2 : end - from);
            };
            return Address{at(rowsFrom, maxRows), at(columnsFrom, maxColumns)};
        };
        for (int i = 0; i < 20'000; ++i) {
            const Address anchor = corner(0, 0);
            const Address last = corner(anchor.row, anchor.column);
            const Region region(anchor, random.bounded(2) ? std::optional(last.row) : std::nullopt,
                                random.bounded(2) ? std::optional(last.column) : std::nullopt);
            const auto again = Region::parse(region.toString());
            QVERIFY2(again && *again == region, qPrintable(region.toString()));
        }
    }

    void defaultIsTheWholeSheet()
    {
        QCOMPARE(Region().toString(), u":"_s);
        QCOMPARE(Region().bounded(), (Rectangle{0, 0, maxRows, maxColumns}));
    }

    void openSidesEndAtTheLimits()
    {
        QCOMPARE(parsed("B3:").bounded(), (Rectangle{2, 1, maxRows - 2, maxColumns - 1}));
        QCOMPARE(parsed("B3:F").bounded(), (Rectangle{2, 1, maxRows - 2, 5}));
        QCOMPARE(parsed("B3:20").bounded(), (Rectangle{2, 1, 18, maxColumns - 1}));
        QCOMPARE(Region(Rectangle{2, 1, 18, 5}), parsed("B3:F20"));
    }

    void boundsDecideWhatIsInside_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<Rectangle>("rectangle");
        QTest::addColumn<bool>("contains");
        QTest::addColumn<Rectangle>("clamped");
        const Rectangle sheet{0, 0, 100, 10};
        const auto row = [](const char *name, const char *region, const Rectangle &rectangle, bool contains,
                            const Rectangle &clamped) {
            QTest::newRow(name) << QString::fromUtf8(region) << rectangle << contains << clamped;
        };
        row("closed inside", "B3:F20", {2, 1, 18, 5}, true, {2, 1, 18, 5});
        row("closed beyond", "B3:F20", sheet, false, {2, 1, 18, 5});
        row("open below", "B3:F", sheet, false, {2, 1, 98, 5});
        row("open below, deep", "B3:F", {2, 1, 1'000'000, 5}, true, {2, 1, 1'000'000, 5});
        row("open right", "B3:20", sheet, false, {2, 1, 18, 9});
        row("whole columns", "A:C", sheet, false, {0, 0, 100, 3});
        row("whole rows", "2:3", sheet, false, {1, 0, 2, 10});
        row("whole sheet", ":", sheet, true, sheet);
        row("apart", "M200:", sheet, false, {});
        row("nothing", "B3:F20", {}, true, {});
    }
    void boundsDecideWhatIsInside()
    {
        QFETCH(const QString, region);
        QFETCH(const Rectangle, rectangle);
        const Region parsedRegion = *Region::parse(region);
        QTEST(parsedRegion.contains(rectangle), "contains");
        QTEST(parsedRegion.clamped(rectangle), "clamped");
    }

    void aroundARegionIsEveryOtherCellOnce_data()
    {
        QTest::addColumn<QString>("region");
        for (const char *region : {"B3:F20", "A1", "A1:F20", "B3:", "B3:F", "B3:20", "A:C", "B:D", "1:3", "2:4", ":",
                                   "XFD1048576:", "A1048576:XFD1048576"})
            QTest::newRow(region) << QString::fromLatin1(region);
    }
    void aroundARegionIsEveryOtherCellOnce()
    {
        QFETCH(const QString, region);
        const Region inner = *Region::parse(region);
        const std::vector<Region> rest = inner.around();
        qint64 cells = inner.bounded().cells();
        for (size_t i = 0; i < rest.size(); ++i) {
            cells += rest[i].bounded().cells();
            QVERIFY(!rest[i].isClosed());
            QVERIFY(!rest[i].bounded().intersects(inner.bounded()));
            for (size_t other = 0; other < i; ++other)
                QVERIFY(!rest[i].bounded().intersects(rest[other].bounded()));
        }
        QCOMPARE(cells, qint64(maxRows) * maxColumns);
    }
};

QTEST_GUILESS_MAIN(TestRegion)
#include "tst_region.moc"
