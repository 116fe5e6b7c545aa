#include "workiva/valuesbody.h"

#include <QtTest/QtTest>

using Sheet::Cell;
using Workiva::ValuesBody;

class TestValuesBody final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreArrays()
    {
        ValuesBody body;
        body.beginRow();
        body.add(Cell::ofText("Cash"));
        body.add(Cell::ofNumber("1.50"));
        body.beginRow();
        body.add({});
        body.add({Sheet::CellKind::Keep, {}});
        QCOMPARE(body.take(), QByteArray(R"({"values":[["Cash",1.50],["",null]]})"));
    }

    void sizeIsThatOfTheBodySoFar()
    {
        ValuesBody body;
        QCOMPARE(body.size(), ValuesBody().take().size());
        QList<qint64> sizes;
        for (int row = 0; row < 3; ++row) {
            body.beginRow();
            sizes.append(body.size());
            for (int column = 0; column < 3; ++column) {
                body.add(Cell::ofText("a\nb"));
                sizes.append(body.size());
            }
        }
        QCOMPARE(body.take().size(), sizes.constLast());
        QVERIFY(std::ranges::is_sorted(sizes));
    }

    void takingResets()
    {
        ValuesBody body;
        body.beginRow();
        body.add(Cell::ofBoolean(true));
        QCOMPARE(body.take(), QByteArray(R"({"values":[[true]]})"));
        body.beginRow();
        body.add(Cell::ofBoolean(false));
        QCOMPARE(body.take(), QByteArray(R"({"values":[[false]]})"));
    }

    void noRowsClear()
    {
        QCOMPARE(ValuesBody::clearBody(), QByteArray(R"({"values":[]})"));
        QCOMPARE(ValuesBody().take(), ValuesBody::clearBody());
    }
};

QTEST_GUILESS_MAIN(TestValuesBody)
#include "tst_valuesbody.moc"
