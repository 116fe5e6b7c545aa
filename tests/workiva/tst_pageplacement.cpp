#include "workiva/pageplacement.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Sheet::Rectangle;
using Workiva::PagePlacement;

namespace {

Sheet::Region regionOf(const QString &text)
{
    return *Sheet::Region::parse(text);
}

// "3x2 A1:B3": rows and columns of a block, and its reported range; "-": none.
struct Block
{
    int rows = 0;
    int columns = 0;
    std::optional<Rectangle> range;
};

Block blockOf(const QString &text)
{
    const QStringList parts = text.split(u' ');
    const QStringList size = parts[0].split(u'x');
    Block block{size[0].toInt(), size[1].toInt(), {}};
    if (parts[1] != "-"_L1)
        block.range = regionOf(parts[1]).bounded();
    return block;
}

// The blocks' positions; "?" for an unclear one, "!" for one outside.
QStringList placed(PagePlacement placement, const QStringList &blocks)
{
    QStringList places;
    for (const QString &text : blocks) {
        const Block block = blockOf(text);
        const auto area = placement.place(block.rows, block.columns, block.range);
        if (area)
            places.append(area->isEmpty() ? u"row %1"_s.arg(area->row + 1) : Sheet::toA1(*area));
        else if (area.error().kind == ErrorKind::BadReply)
            places.append(area.error().cause.as<Workiva::UnclearPlace>() ? u"?"_s : u"!"_s);
    }
    return places;
}

} // namespace

class TestPagePlacement final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyHintGivesTheSamePlaces_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<QStringList>("blocks");
        QTest::addColumn<QStringList>("places");
        const auto row = [](const char *name, const char *region, const QStringList &blocks,
                            const QStringList &places) {
            QTest::addRow("%s, %s", region, name) << QString::fromLatin1(region) << blocks << places;
        };
        const QStringList low{u"B3:D4"_s, u"row 5"_s, u"B7:C7"_s};
        const auto lowBlocks = [](const char *first, const char *second, const char *third) {
            return QStringList{u"2x3 "_s + QLatin1String(first), u"2x0 "_s + QLatin1String(second),
                               u"1x2 "_s + QLatin1String(third)};
        };
        for (const char *region : {"B3:D9", "B3:", "B3:D"}) {
            row("no range", region, lowBlocks("-", "-", "-"), low);
            row("from the sheet", region, lowBlocks("B3:D4", "B5:D6", "B7:D7"), low);
            row("from the region", region, lowBlocks("A1:C2", "A3:C4", "A5:C5"), low);
            row("the request on every page", region, lowBlocks("B3:D9", "B3:D9", "B3:D9"), low);
            row("the request, open", region, lowBlocks("B3:", "B3:", "B3:"), low);
            row("the request, from the region", region, lowBlocks("A1:C7", "A1:C7", "A1:C7"), low);
            row("on the first page only", region, lowBlocks("B3:D4", "-", "-"), low);
            row("on the last page only", region, lowBlocks("-", "-", "B7:D7"), low);
            row("smaller than its block", region, lowBlocks("B3:B3", "B5:D5", "B7:B7"), low);
            row("always the first page's", region, lowBlocks("B3:D4", "B3:D4", "B3:D4"), low);
            row("what is left", region, lowBlocks("B3:D9", "B5:D9", "B7:D9"), low);
        }
        row("pages that name the whole", "A1:B9", {u"3x2 A1:B9"_s, u"3x2 A1:B9"_s, u"3x2 A1:B9"_s},
            {u"A1:B3"_s, u"A4:B6"_s, u"A7:B9"_s});
        row("blank first", "A1:", {u"3x0 A1:B3"_s, u"2x2 A4:B5"_s}, {u"row 1"_s, u"A4:B5"_s});
    }
    void everyHintGivesTheSamePlaces()
    {
        QFETCH(const QString, region);
        QFETCH(const QStringList, blocks);
        QTEST(placed(PagePlacement(regionOf(region)), blocks), "places");
    }

    void rowsThatWereLeftOutAreSkipped_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<QStringList>("blocks");
        QTest::addColumn<QStringList>("places");
        const auto row = [](const char *name, const char *region, const QStringList &blocks,
                            const QStringList &places) {
            QTest::newRow(name) << QString::fromLatin1(region) << blocks << places;
        };
        const auto text = [](const char *latin1) { return QString::fromLatin1(latin1); };
        row("from the top of the sheet", "A1:", {text("1x2 A1:B1"), text("1x1 A6:A6")}, {text("A1:B1"), text("A6")});
        row("trimmed at its end", "A1:B300", {text("3x2 A1:B100"), text("100x2 A101:B200")},
            {text("A1:B3"), text("A101:B200")});
        row("from the sheet", "B3:", {text("1x1 B3:B3"), text("2x2 B9:C10"), text("1x1 B12:B12")},
            {text("B3"), text("B9:C10"), text("B12")});
        row("from the region", "B3:", {text("1x1 A1:A1"), text("2x2 A7:B8"), text("1x1 A10:A10")},
            {text("B3"), text("B9:C10"), text("B12")});
        row("at the left too", "A1:", {text("1x1 A1:A1"), text("1x1 C4:C4")}, {text("A1"), text("C4")});
        row("before the first", "A1:", {text("1x2 B2:C2")}, {text("B2:C2")});
        row("before the first, where one reading is possible", "B3:D5", {text("1x2 C5:D5")}, {text("C5:D5")});
        row("beyond the region, so that it says nothing", "A1:B3", {text("1x1 A1:A1"), text("1x1 A9:A9")},
            {text("A1"), text("A2")});
    }
    void rowsThatWereLeftOutAreSkipped()
    {
        QFETCH(const QString, region);
        QFETCH(const QStringList, blocks);
        QTEST(placed(PagePlacement(regionOf(region)), blocks), "places");
    }

    void pageMayBeAPartOfItsRows()
    {
        const auto text = [](const char *latin1) { return QString::fromLatin1(latin1); };
        QCOMPARE(placed(PagePlacement(regionOf(text("A1:F2"))),
                        {text("1x4 A1:D1"), text("1x2 E1:F1"), text("1x3 A2:D2"), text("1x1 E2:F2")}),
                 (QStringList{text("A1:D1"), text("E1:F1"), text("A2:C2"), text("E2")}));
    }

    void nothingIsGuessed_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<QStringList>("blocks");
        QTest::addColumn<QStringList>("places");
        const auto text = [](const char *latin1) { return QString::fromLatin1(latin1); };
        QTest::newRow("first block") << text("B3:") << QStringList{text("1x2 C5:D5")} << QStringList{text("?")};
        QTest::newRow("later block") << text("A3:") << QStringList{text("1x1 -"), text("1x1 A9:A9")}
                                     << QStringList{text("A3"), text("?")};
    }
    void nothingIsGuessed()
    {
        QFETCH(const QString, region);
        QFETCH(const QStringList, blocks);
        QTEST(placed(PagePlacement(regionOf(region)), blocks), "places");
    }

    void knownOriginLeavesNoDoubt()
    {
        const auto text = [](const char *latin1) { return QString::fromLatin1(latin1); };
        const PagePlacement sheet(regionOf(text("B3:")), PagePlacement::Origin::Sheet);
        QCOMPARE(placed(sheet, {text("1x2 C5:D5")}), QStringList{text("C5:D5")});
        QCOMPARE(placed(sheet, {text("1x2 A1:B1")}), QStringList{text("B3:C3")});
        const PagePlacement region(regionOf(text("B3:")), PagePlacement::Origin::Region);
        QCOMPARE(placed(region, {text("1x2 C5:D5")}), QStringList{text("D7:E7")});
    }

    void blockOutsideOfTheRegionIsRefused()
    {
        const auto text = [](const char *latin1) { return QString::fromLatin1(latin1); };
        QCOMPARE(placed(PagePlacement(regionOf(text("B3:D4"))), {text("1x4 -")}), QStringList{text("!")});
        QCOMPARE(placed(PagePlacement(regionOf(text("B3:D4"))), {text("3x1 -")}), QStringList{text("!")});
        QCOMPARE(placed(PagePlacement(regionOf(text("B3:D4"))), {text("2x1 -"), text("1x1 B3:B3")}),
                 (QStringList{text("B3:B4"), text("!")}));
        QCOMPARE(placed(PagePlacement(regionOf(text("B3:D4"))), {text("5x0 -")}), QStringList{text("row 3")});
    }

    void nextRowIsCounted()
    {
        PagePlacement placement(regionOf(u"B3:"_s));
        QCOMPARE(placement.nextRow(), 2);
        QVERIFY(placement.place(4, 2, {}));
        QCOMPARE(placement.nextRow(), 6);
        QVERIFY(placement.place(3, 0, {}));
        QCOMPARE(placement.nextRow(), 9);
    }
};

QTEST_GUILESS_MAIN(TestPagePlacement)
#include "tst_pageplacement.moc"
