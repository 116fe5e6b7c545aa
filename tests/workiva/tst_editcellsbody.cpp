#include "workiva/editcellsbody.h"

#include <QtTest/QtTest>

using Sheet::Cell;
using Workiva::EditCellsBody;

class TestEditCellsBody final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCellHasItsAddress()
    {
        EditCellsBody body;
        body.add(0, 0, Cell::ofText("a"));
        body.add(1048575, 16383, Cell::ofNumber("7"));
        body.add(2, 1, {});
        const qint64 size = body.size();
        const QByteArray json = body.take();
        QCOMPARE(json.size(), size);
        QCOMPARE(json,
                 QByteArray(R"({"editCells":{"cells":[{"row":0,"column":0,"value":"a"},)"
                            R"({"row":1048575,"column":16383,"value":7},{"row":2,"column":1,"value":""}]}})"));
    }

    void takingResets()
    {
        EditCellsBody body;
        body.add(0, 0, Cell::ofText("a"));
        const qint64 size = body.size();
        QCOMPARE(body.take().size(), size);
        QCOMPARE(body.take(), QByteArray(R"({"editCells":{"cells":[]}})"));
        QCOMPARE(body.size(), EditCellsBody().take().size());
    }
};

QTEST_GUILESS_MAIN(TestEditCellsBody)
#include "tst_editcellsbody.moc"
