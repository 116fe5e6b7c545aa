#include "sandbox/workiva/writtenvalues.h"

#include <QTest>

using namespace Sandbox;
using Sheet::CellKind;

Q_DECLARE_METATYPE(Sheet::CellKind)

class TestWrittenValues final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valueIsReadAs_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<CellKind>("kind");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *json, CellKind kind, const char *text) {
            QTest::newRow(json) << QByteArray(json) << kind << QByteArray(text);
        };
        row("null", CellKind::Keep, "");
        row("\"\"", CellKind::Empty, "");
        row("\"x\"", CellKind::Text, "x");
        row("\"\\u00e9\\n\"", CellKind::Text, "é\n");
        row("1.50", CellKind::Number, "1.50");
        row("12345678901234567890", CellKind::Number, "12345678901234567890");
        row("-1e-7", CellKind::Number, "-1e-7");
        row("true", CellKind::Boolean, "true");
        row("false", CellKind::Boolean, "false");
    }
    void valueIsReadAs()
    {
        QFETCH(QByteArray, json);
        QFETCH(CellKind, kind);
        QFETCH(QByteArray, text);
        const auto grid = readWrittenValues("{\"values\":[[" + json + ",\"next\"]]}");
        QVERIFY(grid);
        QCOMPARE(grid->rows(), 1);
        QCOMPARE(grid->columns(), 2);
        QCOMPARE(grid->at(0, 0).kind, kind);
        QCOMPARE(QByteArray(grid->at(0, 0).text.data(), qsizetype(grid->at(0, 0).text.size())), text);
        QCOMPARE(grid->at(0, 1).text, std::string_view("next"));
    }

    void otherMembersArePassedOver()
    {
        const auto grid =
            readWrittenValues(R"({"range":"A1","x":{"values":[[1,2,3]],"y":[{}]},"values":[[7]],"z":null})");
        QVERIFY(grid);
        QCOMPARE(grid->columns(), 1);
        QCOMPARE(grid->at(0, 0).text, std::string_view("7"));
    }

    void emptyListIsNoRows() { QCOMPARE(readWrittenValues(R"({"values":[]})")->rows(), 0); }

    void wrongBodyIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *body :
             {"", "[]", "{}", "{\"values\":1}", "{\"values\":{}}", "{\"values\":[1]}", "{\"values\":[[[1]]]}",
              "{\"values\":[[{}]]}", "{\"values\":[[1,2],[3]]}", "{\"values\":[[1]", "{\"values\":[[1]]} x",
              "{\"values\":[[01]]}", "{\"values\":[[NaN]]}", "{\"values\":[[1e400]]}", "{\"values\":[[\"\xff\"]]}"})
            QTest::newRow(body) << QByteArray(body);
    }
    void wrongBodyIsRefused()
    {
        QFETCH(QByteArray, body);
        const auto grid = readWrittenValues(body);
        QVERIFY(!grid);
        QCOMPARE(grid.error().status, 400);
    }

    void cellHoldsSoManyCharactersWhateverTheirBytes()
    {
        const auto body = [](const QByteArray &text) { return "{\"values\":[[\"" + text + "\"]]}"; };
        QVERIFY(readWrittenValues(body(QByteArray(8192, 'x'))));
        QVERIFY(!readWrittenValues(body(QByteArray(8193, 'x'))));
        QVERIFY(readWrittenValues(body(QByteArray("日").repeated(8192))));
        QVERIFY(!readWrittenValues(body(QByteArray("日").repeated(8193))));
    }
};

QTEST_GUILESS_MAIN(TestWrittenValues)
#include "tst_writtenvalues.moc"
