#include "support/testgrid.h"
#include "writeback/gridrenewal.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Writeback;
using Sheet::Cell;
using Sheet::CellKind;
using Sheet::Span;
using Support::gridOf;
using Support::number;
using Support::text;

namespace {

constexpr Sheet::Address anchor{2, 1}; // B3
const Cell formula{CellKind::Formula, "=1+1"};

QString written(const Sheet::Grid &grid)
{
    QStringList rows;
    for (int row = 0; row < grid.rows(); ++row) {
        QStringList cells;
        for (int column = 0; column < grid.columns(); ++column) {
            const Cell cell = grid.at(row, column);
            cells.append(cell.isBlank() ? u"-"_s
                                        : QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size()))
                                 + (cell.kind == CellKind::Formula ? u"!"_s : QString()));
        }
        rows.append(cells.join(u' '));
    }
    return rows.join(u" / "_s);
}

} // namespace

class TestGridRenewal final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_grid = gridOf({{text("a"), text("b"), text("c")}, {text("d"), text("e"), text("f")}});
        m_alterations = {};
    }

    void missingCellsAreEmpty()
    {
        auto part = renewal();
        part.begin();
        part.takeRaw(2, 1, std::vector{text("a")});
        part.takeRaw(2, 3, std::vector{text("c")});
        part.endBefore(4);
        QCOMPARE(written(m_grid), u"a - c / - - -"_s);
    }

    void cellsOutsideOfThePartStay()
    {
        auto part = renewal({2, 2, 1, 1}); // C3
        part.begin();
        part.takeRaw(1, 2, std::vector{text("above")});
        part.takeRaw(2, 1, std::vector{text("left"), text("in"), text("right")});
        part.takeRaw(3, 2, std::vector{text("below")});
        part.endBefore(Sheet::maxRows);
        QCOMPARE(written(m_grid), u"a in c / d e f"_s);
    }

    void nothingIsClearedBeyondWhatIsKnown()
    {
        auto part = renewal();
        part.begin();
        part.endBefore(3);
        QCOMPARE(written(m_grid), u"- - - / d e f"_s);
    }

    void blankCellsDoNotMakeTheGridGrow()
    {
        auto part = renewal({2, 1, 10, 10});
        part.begin();
        part.takeRaw(8, 1, std::vector{text(""), Cell(), text("")});
        part.takeRaw(2, 5, std::vector{text("")});
        part.endBefore(Sheet::maxRows);
        QCOMPARE(m_grid.rows(), 2);
        QCOMPARE(m_grid.columns(), 3);
    }

    void whatIsEqualIsNotAltered()
    {
        m_grid = gridOf({{text("a"), number("1.5"), text("")}});
        auto part = renewal({2, 1, 1, 3});
        part.begin();
        part.takeRaw(2, 1, std::vector{text("a"), number("1.50"), Cell()});
        part.endBefore(3);
        QCOMPARE(m_alterations.cells, 0);
    }

    void alteredCellsAreNamed()
    {
        auto part = renewal({2, 1, 3, 3});
        part.begin();
        part.takeRaw(2, 1, std::vector{text("a"), text("x"), text("y")});
        part.takeRaw(4, 2, std::vector{number("1")});
        part.endBefore(5);
        QCOMPARE(written(m_grid), u"a x y / - - - / - 1 -"_s);
        QCOMPARE(m_alterations.cells, 6);
        QCOMPARE(m_alterations.spans, (std::vector<Span>{{0, 1, 2}, {2, 1, 1}, {1, 0, 2}}));
    }

    void firstThousandSpansAreNamed()
    {
        auto part = renewal({2, 1, 2'000, 1});
        part.begin();
        for (int row = 0; row < 2'000; ++row)
            part.takeRaw(2 + row, 1, std::vector{number("7")});
        QCOMPARE(m_alterations.cells, 2'000);
        QCOMPARE(m_alterations.spans.size(), 1'000);
    }

    void restartedReadingCountsOnce()
    {
        auto part = renewal();
        part.begin();
        for (int times = 0; times < 2; ++times)
            part.takeRaw(2, 1, std::vector{text("x"), formula, text("=2")});
        QCOMPARE(m_alterations.cells, 3);
    }

    void secondReadingTakesWhatTheFirstLeft()
    {
        auto part = renewal();
        part.begin();
        part.takeRaw(2, 1, std::vector{text("wrong"), text("place"), text("here")});
        part.begin();
        part.takeRaw(3, 1, std::vector{text("d")});
        part.endBefore(4);
        QCOMPARE(written(m_grid), u"- - - / d - -"_s);
    }

    void calculatedValueTellsAFormula_data()
    {
        QTest::addColumn<Cell>("before");
        QTest::addColumn<Cell>("calculated");
        QTest::addColumn<CellKind>("kind");
        QTest::addColumn<int>("altered");
        const Cell same = text("=1+1");
        const Cell two = number("2");
        QTest::newRow("new formula") << Cell() << two << CellKind::Formula << 1;
        QTest::newRow("new text") << Cell() << same << CellKind::Text << 1;
        QTest::newRow("formula in the place of another")
            << Cell{CellKind::Formula, "=9"} << two << CellKind::Formula << 1;
        QTest::newRow("formula as before") << formula << two << CellKind::Formula << 0;
        QTest::newRow("text as before") << same << same << CellKind::Text << 0;
        QTest::newRow("formula that was text") << same << two << CellKind::Formula << 1;
        QTest::newRow("text that was a formula") << formula << same << CellKind::Text << 1;
        QTest::newRow("formula without a result") << Cell() << Cell() << CellKind::Formula << 1;
        QTest::newRow("formula whose result is broken")
            << Cell() << Cell{CellKind::Unreadable, "=1+1"} << CellKind::Formula << 1;
    }
    void calculatedValueTellsAFormula()
    {
        QFETCH(const Cell, before);
        QFETCH(const Cell, calculated);
        QFETCH(const int, altered);
        m_grid.set(0, 1, before);
        auto part = renewal({2, 1, 1, 3});
        part.begin();
        part.takeRaw(2, 1, std::vector{text("a"), text("=1+1"), text("c")});
        part.endBefore(3);
        QCOMPARE(part.doubtful(), (Sheet::Rectangle{2, 2, 1, 1}));
        part.takeCalculated(2, 2, std::vector{calculated});
        QTEST(m_grid.at(0, 1).kind, "kind");
        QCOMPARE(m_grid.at(0, 1).text, "=1+1");
        QCOMPARE(m_alterations.cells, altered);
        part.settled();
        QVERIFY(part.doubtful().isEmpty());
    }

    void unreadableCellIsMarked()
    {
        auto part = renewal({2, 1, 1, 3});
        part.begin();
        part.takeRaw(2, 1, std::vector{text("a"), Cell{CellKind::Unreadable, "b"}, text("c")});
        QVERIFY(m_alterations.hasUnreadable);
        QCOMPARE(m_alterations.cells, 1);
        QCOMPARE(m_grid.at(0, 1).kind, CellKind::Unreadable);
    }

    void unreadableCellThatStaysIsNotKnownToBeAltered()
    {
        const Cell broken{CellKind::Unreadable, "caf\ufffd"};
        m_grid.set(0, 0, broken);
        auto part = renewal({2, 1, 1, 1});
        part.begin();
        part.takeRaw(2, 1, std::vector{broken});
        QVERIFY(m_alterations.hasUnreadable);
        QCOMPARE(m_alterations.cells, 0);
    }

private:
    // B3:D4 by default.
    GridRenewal renewal(const Sheet::Rectangle &part = {2, 1, 2, 3})
    {
        return GridRenewal(m_grid, anchor, part, m_alterations);
    }

    Sheet::Grid m_grid; // at B3
    Alterations m_alterations;
};

QTEST_GUILESS_MAIN(TestGridRenewal)
#include "tst_gridrenewal.moc"
