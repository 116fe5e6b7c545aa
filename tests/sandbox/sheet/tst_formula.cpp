#include "sandbox/sheet/formula.h"

#include "sandbox/sheet/cells.h"

#include <QTest>

using namespace Sandbox;
using Sheet::Cell;
using Sheet::CellKind;

class TestFormula final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formulaGives_data()
    {
        QTest::addColumn<QByteArray>("formula");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *formula, const char *value) {
            QTest::newRow(formula) << QByteArray(formula) << QByteArray(value);
        };
        row("=1+1", "2");
        row("=2+3*4", "14");
        row("=(2+3)*4", "20");
        row("=-2--3", "1");
        row("=10/4", "2.5");
        row("= 1 + 2 ", "3");
        row("=A1", "10");
        row("=$A$1*2", "20");
        row("=a2+A1", "30");
        row("=SUM(A1:A2)", "30");
        row("=SUM(A1:A3,B1, 5)", "#ERROR!");
        row("=SUM(A1:A3,B1)", "30");
        row("=sum(A1:B3)", "30");
        row("=A9", "0");
        row("=A3", "#ERROR!");
        row("=1/0", "#ERROR!");
        row("=1+", "#ERROR!");
        row("=(1", "#ERROR!");
        row("=A:A", "#ERROR!");
        row("=IF(A1,1,2)", "#ERROR!");
        row("=C1", "#ERROR!");
        row("=SUM(C1:C2)", "#ERROR!");
        row("=\"text\"", "#ERROR!");
    }
    void formulaGives()
    {
        QFETCH(QByteArray, formula);
        QFETCH(QByteArray, value);
        Cells cells;
        cells.set(0, 0, Cell::ofNumber("10"));
        cells.set(1, 0, Cell::ofNumber("20"));
        cells.set(2, 0, Cell::ofText("text"));
        cells.set(0, 2, {CellKind::Formula, formula.toStdString()});
        Calculator calculator(cells);
        const Cell cell = calculator.calculated(0, 2);
        QCOMPARE(QByteArray(cell.text.data(), qsizetype(cell.text.size())), value);
        QCOMPARE(cell.kind, value.startsWith('#') ? CellKind::Text : CellKind::Number);
    }

    void formulasReferToFormulas()
    {
        Cells cells;
        cells.set(0, 0, Cell::ofNumber("1"));
        for (int row = 1; row < 60; ++row) { // twice the one above: without a cache this would never end
            const std::string above = "A" + std::to_string(row);
            cells.set(row, 0, {CellKind::Formula, "=" + above + "+" + above});
        }
        QCOMPARE(Calculator(cells).calculated(40, 0).kind, CellKind::Number);
    }

    void circleIsAnError()
    {
        Cells cells;
        cells.set(0, 0, {CellKind::Formula, "=B1"});
        cells.set(0, 1, {CellKind::Formula, "=A1"});
        Calculator calculator(cells);
        QCOMPARE(calculator.calculated(0, 0).text, std::string_view("#ERROR!"));
    }

    void depthIsBounded()
    {
        Cells cells;
        for (int row = 0; row < 5000; ++row)
            cells.set(row, 0, {CellKind::Formula, "=A" + std::to_string(row + 2)});
        cells.set(0, 1, {CellKind::Formula, "=" + std::string(8000, '(')});
        Calculator calculator(cells);
        QCOMPARE(calculator.calculated(0, 0).text, std::string_view("#ERROR!"));
        QCOMPARE(calculator.calculated(0, 1).text, std::string_view("#ERROR!"));
    }

    void dateCountsAsItsSerialNumber()
    {
        Cells cells;
        cells.set(0, 0, Cell::ofText("2026-01-31"), true);
        cells.set(1, 0, Cell::ofText("2026-01-31"));
        cells.set(0, 1, {CellKind::Formula, "=A1+1"});
        cells.set(1, 1, {CellKind::Formula, "=SUM(A1:A2)"});
        cells.set(2, 1, {CellKind::Formula, "=A2+1"});
        Calculator calculator(cells);
        QCOMPARE(calculator.calculated(0, 1).text, std::string_view("46054"));
        QCOMPARE(calculator.calculated(1, 1).text, std::string_view("46053"));
        QCOMPARE(calculator.calculated(2, 1).text, std::string_view("#ERROR!"));
        QCOMPARE(calculator.calculated(0, 0).text, std::string_view("2026-01-31"));
    }

    void everythingElseIsItself()
    {
        Cells cells;
        cells.set(0, 0, Cell::ofText("=1"));
        QCOMPARE(Calculator(cells).calculated(0, 0).kind, CellKind::Text);
    }
};

QTEST_GUILESS_MAIN(TestFormula)
#include "tst_formula.moc"
