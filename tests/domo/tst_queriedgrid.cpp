#include "domo/queriedgrid.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Domo::QueriedGrid;
using Sheet::CellKind;
using Sheet::ColumnKind;

namespace {

const QByteArray balance = R"({"columns": ["Account", "Amount", "Heads", "Posted", "Open"],
    "metadata": [{"type": "STRING"}, {"type": "DECIMAL"}, {"type": "LONG"}, {"type": "DATE"}, {"type": "STRING"}],
    "rows": [["00123", 1.50, 3, "2026-06-30", true], [4000, "7", null, "soon", null], ["", "n/a", 1E2, null, false]]})";

Core::Result<QueriedGrid> made(const QByteArray &body, const Sheet::Shaping &shaping = {}, bool columnNames = true,
                               const Domo::GridLimits &limits = {})
{
    const auto reply = Domo::QueryReply::parse(body);
    if (!reply)
        return Core::propagate(reply);
    const auto shaped = Domo::shaped(reply->columns(), shaping);
    if (!shaped)
        return Core::propagate(shaped);
    return Domo::gridOf(*reply, *shaped, columnNames, limits);
}

QString textOf(const Sheet::Grid &grid, int row, int column)
{
    const Sheet::Cell cell = grid.at(row, column);
    return QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size()));
}

} // namespace

class TestQueriedGrid final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typesOfTheReplyDecideAsThoseOfAnExport()
    {
        const auto result = made(balance);
        QVERIFY(result);
        QCOMPARE(result->rows, 3);
        QCOMPARE(result->grid.rows(), 4);
        QCOMPARE(textOf(result->grid, 0, 1), u"Amount"_s);
        const QList<QList<CellKind>> kinds{
            {CellKind::Text, CellKind::Number, CellKind::Number, CellKind::Text, CellKind::Text},
            {CellKind::Text, CellKind::Number, CellKind::Empty, CellKind::Text, CellKind::Empty},
            {CellKind::Text, CellKind::Text, CellKind::Number, CellKind::Empty, CellKind::Text}};
        for (int row = 0; row < 3; ++row) {
            for (int column = 0; column < 5; ++column)
                QCOMPARE(result->grid.at(row + 1, column).kind, kinds[row][column]);
        }
        QCOMPARE(textOf(result->grid, 1, 1), u"1.50"_s);
        QCOMPARE(textOf(result->grid, 2, 0), u"4000"_s);
        QCOMPARE(textOf(result->grid, 1, 4), u"true"_s);
        QCOMPARE(textOf(result->grid, 3, 2), u"1E2"_s);
        QCOMPARE(result->notNumbers, 1);
        QCOMPARE(result->notDates, 0);
        QCOMPARE(result->longNumbers, 0);
    }

    void columnsAreShapedByTheirNamesInTheReply()
    {
        const Sheet::Shaping shaping{
            .columns = {{.name = u"Posted"_s, .as = u"Date"_s, .kind = ColumnKind::Date},
                        {.name = u"Amount"_s, .kind = ColumnKind::Text},
                        {.name = u"Heads"_s, .nulls = Sheet::NullRule{Sheet::NullRule::Kind::Word, u"0"_s}}},
            .isChoice = true};
        const auto result = made(balance, shaping);
        QVERIFY(result);
        QCOMPARE(result->grid.columns(), 3);
        QCOMPARE(textOf(result->grid, 0, 0), u"Date"_s);
        QVERIFY(result->grid.at(1, 1).kind == CellKind::Text);
        QCOMPARE(textOf(result->grid, 1, 1), u"1.50"_s);
        QCOMPARE(textOf(result->grid, 2, 2), u"0"_s);
        QCOMPARE(result->notDates, 1);
        QCOMPARE(made(balance, {}, false)->grid.rows(), 3);
    }

    void longNumbersOfDecimalColumnsAreCounted()
    {
        const auto result = made(R"({"columns": ["a", "b", "c"],
            "metadata": [{"type": "LONG"}, {"type": "DOUBLE"}, {"type": "DECIMAL"}],
            "rows": [[1234567890123456789, 0.30000000000000004, 12345678901234],
                     [1, -123456789012345, "1234567890123456789"], [1, 0.00000000000000001, 123456789012340000.00]]})");
        QVERIFY(result);
        QCOMPARE(result->longNumbers, 2);
        QCOMPARE(result->firstLong, u"b"_s);
        QCOMPARE(textOf(result->grid, 1, 1), u"0.30000000000000004"_s);
    }

    void columnThatIsNotWrittenHasNoLongNumbers()
    {
        const auto result = made(R"({"columns": ["a", "b"], "metadata": [{"type": "LONG"}, {"type": "DOUBLE"}],
                                     "rows": [[1, 0.30000000000000004]]})",
                                 {.columns = {{.name = u"b"_s, .isLeftOut = true}}});
        QVERIFY(result);
        QCOMPARE(result->longNumbers, 0);
    }

    void limitsHold_data()
    {
        QTest::addColumn<int>("maxRows");
        QTest::addColumn<int>("maxColumns");
        QTest::addColumn<qint64>("maxCells");
        QTest::addColumn<bool>("fits");
        QTest::newRow("just fits") << 4 << 5 << qint64(16) << true;
        QTest::newRow("rows") << 3 << 5 << qint64(16) << false;
        QTest::newRow("columns") << 4 << 4 << qint64(16) << false;
        QTest::newRow("cells") << 4 << 5 << qint64(15) << false;
    }
    void limitsHold()
    {
        QFETCH(const int, maxRows);
        QFETCH(const int, maxColumns);
        QFETCH(const qint64, maxCells);
        const auto result =
            made(balance, {}, true, {.maxCells = maxCells, .maxRows = maxRows, .maxColumns = maxColumns});
        QTEST(result.has_value(), "fits");
        if (!result)
            QCOMPARE(result.error().kind, ErrorKind::TooLarge);
    }

    void columnWithoutATypeHasToBeRefusedEarlier()
    {
        const QByteArray untyped = R"({"columns": ["a"], "rows": [[1]]})";
        QCOMPARE(made(untyped).error().kind, ErrorKind::Internal);
        const auto typed = made(untyped, {.columns = {{.name = u"a"_s, .kind = ColumnKind::Number}}});
        QVERIFY(typed);
        QVERIFY(typed->grid.at(1, 0).kind == CellKind::Number);
    }
};

QTEST_GUILESS_MAIN(TestQueriedGrid)
#include "tst_queriedgrid.moc"
