#include "sandbox/valuespage.h"

#include "sandbox/cells.h"

#include <QJsonDocument>
#include <QTest>

using namespace Sandbox;

class TestValuesPage final : public QObject
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
        QCOMPARE(valuesPage(cells, {0, 0, 2, 3}, true, {}, {}), raw);
        QCOMPARE(valuesPage(cells, {1, 2, 1, 1}, false, {}, {}), calculated);
    }

    void emptyPageHasNoRows()
    {
        const QByteArray expected = R"({"data":[{"range":"B3:","values":[]}]})";
        QCOMPARE(valuesPage(Cells(), {}, true, QStringLiteral("B3:"), {}), expected);
    }

    void nextLinkIsGiven()
    {
        Cells cells;
        cells.set(0, 0, Sheet::Cell::ofNumber("1"));
        const QByteArray page = valuesPage(cells, {0, 0, 1, 1}, true, {}, "/x?$next=1-0");
        QCOMPARE(QJsonDocument::fromJson(page)[QLatin1String("@nextLink")].toString(), QStringLiteral("/x?$next=1-0"));
    }
};

QTEST_GUILESS_MAIN(TestValuesPage)
#include "tst_valuespage.moc"
