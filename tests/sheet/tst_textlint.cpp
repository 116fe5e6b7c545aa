#include "sheet/textlint.h"

#include "support/testgrid.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sheet;
using namespace Support;

namespace {

using Blocks = std::vector<Rectangle>;

Blocks blocksForNew(const Grid &desired)
{
    return textFormatBlocks(desired, diff(Grid(), desired));
}

} // namespace

class TestTextLint final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsAtRiskAreFound_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("risky");
        const auto rows = [](std::initializer_list<const char *> texts, bool risky) {
            for (const char *text : texts)
                QTest::newRow(qPrintable(u"'%1'"_s.arg(QString::fromUtf8(text)))) << QByteArray(text) << risky;
        };
        rows({"007", "00123", "5",   "1.50",    ".5",       ",5",      "1e5",   "5%",  "%5",   "(5)",       "($5.00)",
              "$5",  "$ 5",   "-$5", "\u20ac5", "5 \u20ac", "\u00a35", "1,000", "1/2", "0x10", "12 Main St"},
             true);
        rows({"1-2", "2026-01-31", "31.01.2026", "1/31/26", "08:15", "5 Jan", "Jan 5", "JAN-05", "January 5, 2026",
              "sept 26", "Mon, 5 May"},
             true);
        rows({"TRUE", "true", "False", " TRUE "}, true);
        rows({"=1+1", "+49 89", "-", "-x", "@x", "=", "'x", "\t=1", "\u00a0=1", "#N/A", "#REF!", "\u22125", "\uff1d1",
              "\uff0b1", "\uff20x"},
             true);
        rows({"",
              " ",
              "Cash",
              "January",
              "May",
              "Marketing 2026",
              "Sunny 5",
              "Monsanto 4",
              "Ja 5",
              "Trade receivables, net",
              "E001",
              "A1",
              "Q1 2026",
              "TRUES",
              "untrue",
              "(net)",
              "$",
              ".",
              "...",
              ", and",
              "a=b",
              "a-b",
              "x@y.z",
              "N/A",
              "\u00fcber 5",
              "\u6771\u4eac"},
             false);
    }
    void textsAtRiskAreFound()
    {
        QFETCH(const QByteArray, text);
        QTEST(mayBeReinterpreted({text.data(), size_t(text.size())}), "risky");
    }

    void formulasBeginWithEquals()
    {
        QVERIFY(looksLikeFormula("=1+1"));
        QVERIFY(!looksLikeFormula(""));
        QVERIFY(!looksLikeFormula("+1"));
        QVERIFY(!looksLikeFormula(" =1"));
    }

    void harmlessTextNeedsNoFormat()
    {
        QVERIFY(
            blocksForNew(gridOf({{text("Cash"), number("7"), blank}, {text("Loans"), Cell::ofBoolean(true), text("")}}))
                .empty());
        QVERIFY(blocksForNew(Grid()).empty());
        QVERIFY(blocksForNew(Grid(4)).empty());
    }

    void columnOfTextIsOneBlock()
    {
        const Grid desired =
            gridOf({{text("Account")}, {text("Cash")}, {text("007")}, {blank}, {text("008")}, {text("Loans")}});
        QCOMPARE(blocksForNew(desired), (Blocks{{0, 0, 6, 1}}));
    }

    void neighbouringColumnsShareABlock()
    {
        const Grid desired = gridOf({{text("a"), text("b"), text("c"), text("d"), text("e")},
                                     {text("01"), text("x"), text("x"), text("x"), text("05")},
                                     {text("x"), text("02"), text("x"), text("04"), text("x")}});
        QCOMPARE(blocksForNew(desired), (Blocks{{0, 0, 3, 2}, {0, 3, 3, 2}}));
    }

    void ofANumericColumnOnlyTheHeader()
    {
        const Grid desired =
            gridOf({{text("Account"), text("2026"), text("2025")}, {text("Cash"), number("1"), number("2")}});
        QCOMPARE(blocksForNew(desired), (Blocks{{0, 1, 1, 2}}));
    }

    void numberIsNeverCovered()
    {
        const Grid desired = gridOf({{text("1-2")},
                                     {number("1")},
                                     {text("3-4")},
                                     {text("n/a")},
                                     {text("5-6")},
                                     {blank},
                                     {text("7-8")},
                                     {text("9")}});
        QCOMPARE(blocksForNew(desired), (Blocks{{0, 0, 1, 1}, {2, 0, 1, 1}, {4, 0, 1, 1}, {6, 0, 2, 1}}));
    }

    void keptCellsAndOtherKindsAreNeverCovered()
    {
        const Grid desired = gridOf({{text("01"), text("02"), text("03")},
                                     {keep, Cell::ofBoolean(true), {CellKind::Formula, "=A1"}},
                                     {text("04"), text("x"), text("y")}});
        QCOMPARE(blocksForNew(desired), (Blocks{{0, 0, 1, 3}, {2, 0, 1, 1}}));
    }

    void onlyColumnsThatAreWrittenNeedAFormat()
    {
        const Grid existing = gridOf({{text("01"), text("02"), text("03")}, {text("04"), text("a"), text("05")}});
        const Grid desired = gridOf({{text("01"), text("02"), text("03")}, {text("04"), text("b"), text("06")}});
        QCOMPARE(textFormatBlocks(desired, diff(existing, desired)), (Blocks{{0, 2, 2, 1}}));
        QVERIFY(textFormatBlocks(desired, diff(desired, desired)).empty());
    }

    void unchangedTextAtRiskJoinsWhatIsWritten()
    {
        const Grid existing = gridOf({{number("1")}, {text("a")}, {text("02")}, {text("b")}, {text("04")}});
        const Grid desired = gridOf({{number("1")}, {text("01")}, {text("02")}, {text("03")}, {text("04")}});
        QCOMPARE(textFormatBlocks(desired, diff(existing, desired)), (Blocks{{1, 0, 3, 1}}));
    }

    void whatIsOnlyClearedNeedsNoFormat()
    {
        const Grid existing = gridOf({{text("01"), text("02")}, {text("03"), text("04")}});
        QVERIFY(textFormatBlocks(Grid(), diff(existing, Grid())).empty());
        const Grid desired = gridOf({{text("01")}});
        QVERIFY(textFormatBlocks(desired, diff(existing, desired)).empty());
    }

    void worstGridStaysWithinTheBoundAndInTime()
    {
        constexpr int rows = 100'000;
        Grid desired(4);
        for (int row = 0; row < rows; ++row) {
            const Cell cell = row % 2 ? number("1") : text("01");
            desired.appendRow(std::vector{text("01"), cell, cell, text("02")});
        }
        const Blocks blocks = blocksForNew(desired);
        QCOMPARE(blocks.size(), size_t(rows / 2 + 2));
        qint64 covered = 0;
        for (const Rectangle &block : blocks) {
            covered += block.cells();
            for (int row = block.row; row <= block.lastRow(); ++row) {
                for (int column = block.column; column <= block.lastColumn(); ++column)
                    QCOMPARE(desired.at(row, column).kind, CellKind::Text);
            }
        }
        QCOMPARE(covered, qint64(rows) * 3);
    }
};

QTEST_GUILESS_MAIN(TestTextLint)
#include "tst_textlint.moc"
