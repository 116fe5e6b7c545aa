#include "domo/query.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Sheet::ColumnType;

class TestQuery final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesKeepTheirDigits()
    {
        const auto result = Domo::readQueryResult(R"({
            "datasource": "a-1", "columns": ["Account", "Amount", "Open"],
            "metadata": [{"type": "STRING", "maxLength": -1}, {"type": "DECIMAL"}, {"type": "STRING"}],
            "rows": [["4000", 12345678901234567890.10, true], [null, -1.50e3, ""], ["\ufeff\u00e4\n", 0, false]],
            "numRows": 3, "numColumns": 3, "fromcache": true})");
        QVERIFY(result);
        const QList<Domo::Column> columns{{u"Account"_s, ColumnType::String, u"STRING"_s},
                                          {u"Amount"_s, ColumnType::Decimal, u"DECIMAL"_s},
                                          {u"Open"_s, ColumnType::String, u"STRING"_s}};
        QCOMPARE(result->columns, columns);
        QCOMPARE(result->rows.size(), 3);
        using Row = QList<std::optional<QString>>;
        QVERIFY(result->rows[0] == (Row{u"4000"_s, u"12345678901234567890.10"_s, u"true"_s}));
        QVERIFY(result->rows[1] == (Row{std::nullopt, u"-1.50e3"_s, u""_s}));
        QVERIFY(result->rows[2] == (Row{u"\ufeffä\n"_s, u"0"_s, u"false"_s}));
    }

    void typesMayBeUntold()
    {
        for (const char *metadata : {"", R"("metadata": [], )", R"("metadata": "x", )", R"("metadata": ["LONG"], )",
                                     R"("metadata": [{"type": null}], )"}) {
            const auto result = Domo::readQueryResult(QByteArray("{") + metadata + R"("columns": ["a"], "rows": []})");
            QVERIFY(result);
            QCOMPARE(result->columns.size(), 1);
            QVERIFY(!result->columns[0].type);
            QVERIFY(result->rows.isEmpty());
        }
    }

    void wrongPlaceIsNamed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("place");
        const auto add = [](const char *name, const char *body, const char *place) {
            QTest::newRow(name) << QByteArray(body) << QString::fromLatin1(place);
        };
        add("cut off", R"({"columns": ["a"], "rows": [)", "$");
        add("array", "[]", "$");
        add("no UTF-8", "{\"columns\": [\"\xFF\"], \"rows\": []}", "$");
        add("no columns", R"({"rows": []})", "$.columns");
        add("columns without names", R"({"columns": ["a", null], "rows": []})", "$.columns[1]");
        add("no rows", R"({"columns": ["a"]})", "$.rows");
        add("row that is none", R"({"columns": ["a"], "rows": [["1"], "2"]})", "$.rows[1]");
        add("narrow row", R"({"columns": ["a", "b"], "rows": [["1"]]})", "$.rows[0]");
        add("value that is none", R"({"columns": ["a", "b"], "rows": [["1", {}]]})", "$.rows[0][1]");
    }
    void wrongPlaceIsNamed()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, place);
        const auto result = Domo::readQueryResult(body);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::BadReply);
        QCOMPARE(result.error().subject, place);
    }

    void deepNestingIsSupported()
    {
        const QByteArray deep = R"({"columns": )" + QByteArray(1'000'000, '[');
        const auto result = Domo::readQueryResult(deep);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::BadReply);
    }
};

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
