#include "sandbox/workiva/valuesreply.h"

#include "sandbox/sheet/cells.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;

class TestValuesReply final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAreWrittenInTheirKinds()
    {
        Cells cells;
        cells.set(0, 0, Sheet::Cell::ofText("a'b"));
        cells.set(0, 1, Sheet::Cell::ofNumber("1.5"));
        cells.set(1, 0, Sheet::Cell::ofBoolean(true));
        cells.set(1, 2, {Sheet::CellKind::Formula, "=1+1"});
        const QByteArray raw =
            "{\"data\":[{\"range\":\"A1:C2\",\"values\":[[\"a'b\",1.5,\"\"],[true,\"\",\"=1+1\"]]}]}";
        const QByteArray calculated = R"({"data":[{"range":"C2","values":[[2]]}]})";
        QCOMPARE(valuesReply(cells, {0, 0, 2, 3}, {.range = u"A1:C2"_s}, {}), raw);
        QCOMPARE(valuesReply(cells, {1, 2, 1, 1}, {.raw = false, .range = u"C2"_s}, {}), calculated);
    }

    void pageWithoutCellsHasNoData()
    {
        QCOMPARE(valuesReply(Cells(), {}, {.range = u"B3:"_s}, {}), QByteArray(R"({"data":[]})"));
    }

    void rangeMayBeLeftOut()
    {
        Cells cells;
        cells.set(0, 0, Sheet::Cell::ofNumber("1"));
        QCOMPARE(valuesReply(cells, {0, 0, 1, 1}, {}, {}), QByteArray(R"({"data":[{"values":[[1]]}]})"));
    }

    void blankRowMayBeEmpty()
    {
        Cells cells;
        cells.set(0, 0, Sheet::Cell::ofNumber("1"));
        cells.set(2, 1, Sheet::Cell::ofNumber("2"));
        cells.set(1, 5, Sheet::Cell::ofText("beside the page"));
        const QByteArray padded = R"({"data":[{"values":[[1,""],["",""],["",2]]}]})";
        const QByteArray empty = R"({"data":[{"values":[[1,""],[],["",2]]}]})";
        QCOMPARE(valuesReply(cells, {0, 0, 3, 2}, {}, {}), padded);
        QCOMPARE(valuesReply(cells, {0, 0, 3, 2}, {.paddedRows = false}, {}), empty);
    }

    void nextLinkIsGiven()
    {
        Cells cells;
        cells.set(0, 0, Sheet::Cell::ofNumber("1"));
        const QByteArray page = valuesReply(cells, {0, 0, 1, 1}, {}, "/x?$next=1-0");
        QCOMPARE(QJsonDocument::fromJson(page)["@nextLink"_L1].toString(), u"/x?$next=1-0"_s);
    }
};

QTEST_GUILESS_MAIN(TestValuesReply)
#include "tst_valuesreply.moc"
