#include "domo/dataset.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::JsonReader;
using Sheet::ColumnType;

class TestDataSet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMemberIsRead()
    {
        const auto json = JsonReader::parse(R"({
            "id": "8f1c2b3a-4d5e-4f60-9a7b-0c1d2e3f4a5b", "name": "Trial balance", "description": "By month",
            "rows": 12345678901, "columns": 3, "owner": {"id": 27, "name": "Finance"},
            "schema": {"columns": [{"type": "STRING", "name": "Account"}, {"type": "DECIMAL", "name": ""},
                                   {"type": "DATETIME", "name": "Account"}]},
            "createdAt": "2026-01-01T00:00:00Z", "updatedAt": "2026-02-01T08:00:00Z",
            "dataCurrentAt": "2026-02-01T07:59:00Z", "pdpEnabled": true, "policies": [{"id": 1}]})");
        const Domo::DataSet dataSet = Domo::readDataSetWithSchema(json);
        QVERIFY(json.check());
        QCOMPARE(dataSet.id, u"8f1c2b3a-4d5e-4f60-9a7b-0c1d2e3f4a5b"_s);
        QCOMPARE(dataSet.name, u"Trial balance"_s);
        QCOMPARE(dataSet.description, u"By month"_s);
        QCOMPARE(dataSet.rows, std::optional(12345678901));
        QCOMPARE(dataSet.columns, std::optional(3));
        QCOMPARE(dataSet.ownerName, u"Finance"_s);
        QCOMPARE(dataSet.updatedAt, u"2026-02-01T08:00:00Z"_s);
        QCOMPARE(dataSet.dataCurrentAt, u"2026-02-01T07:59:00Z"_s);
        QVERIFY(dataSet.pdpEnabled);
        QVERIFY(!dataSet.deleted);
        const QList<Domo::Column> schema{{u"Account"_s, ColumnType::String, u"STRING"_s},
                                         {QString(), ColumnType::Decimal, u"DECIMAL"_s},
                                         {u"Account"_s, ColumnType::DateTime, u"DATETIME"_s}};
        QCOMPARE(dataSet.schema, schema);
    }

    void idSuffices()
    {
        const auto json = JsonReader::parse(R"({"id": "a", "description": null, "owner": null, "schema": null})");
        const Domo::DataSet dataSet = Domo::readDataSetWithSchema(json);
        QVERIFY(json.check());
        QCOMPARE(dataSet.id, u"a"_s);
        QVERIFY(dataSet.schema.isEmpty());
        QVERIFY(!dataSet.rows);
        QVERIFY(!dataSet.columns);
        QVERIFY(!dataSet.pdpEnabled);
    }

    void columnsAreThoseOfTheSchema()
    {
        for (const char *columns : {"", R"("columns": 7, )", R"("columns": "one", )"}) {
            const auto json = JsonReader::parse(QByteArray(R"({"id": "a", )") + columns
                                                + R"("schema": {"columns": [{"name": "x", "type": "LONG"}]}})");
            QCOMPARE(Domo::readDataSetWithSchema(json).columns, std::optional(1));
            QVERIFY(json.check());
        }
    }

    void optionalValuesAreReadInAnyForm()
    {
        const auto json = JsonReader::parse(R"({
            "id": "a", "name": 2026, "description": 5, "rows": "7", "columns": "2", "owner": [{"name": "Finance"}],
            "updatedAt": 1769900400000, "dataCurrentAt": false, "pdpEnabled": "true", "deleted": "TRUE",
            "schema": {"columns": [{"name": 1, "type": "LONG"}, {"type": "decimal"}]}})");
        const Domo::DataSet dataSet = Domo::readDataSetWithSchema(json);
        QVERIFY(json.check());
        QCOMPARE(dataSet.name, u"2026"_s);
        QCOMPARE(dataSet.description, u"5"_s);
        QCOMPARE(dataSet.rows, std::optional<qint64>(7));
        QCOMPARE(dataSet.ownerName, u"Finance"_s);
        QCOMPARE(dataSet.updatedAt, u"1769900400000"_s);
        QVERIFY(dataSet.pdpEnabled);
        QVERIFY(dataSet.deleted);
        QCOMPARE(dataSet.schema[0].name, u"1"_s);
        QVERIFY(dataSet.schema[0].type == ColumnType::Long);
        QVERIFY(dataSet.schema[1].type == ColumnType::Decimal);
    }

    void ownerIsANameInAnyForm_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow(R"({"id":1,"name":"x"})") << u"x"_s;
        QTest::newRow(R"([{"name":"x"},{"name":"y"}])") << u"x"_s;
        QTest::newRow(R"("x")") << u"x"_s;
        QTest::newRow("27") << u"27"_s;
        QTest::newRow("[]") << QString();
        QTest::newRow("null") << QString();
        QTest::newRow(R"({"id":1})") << QString();
    }
    void ownerIsANameInAnyForm()
    {
        QFETCH(const QString, name);
        const auto json = JsonReader::parse(QByteArray(R"({"id": "a", "owner": )") + QTest::currentDataTag() + '}');
        QCOMPARE(Domo::readDataSet(json).ownerName, name);
        QVERIFY(json.check());
    }

    void anythingButAClearNoMayBeRowPolicies_data()
    {
        QTest::addColumn<bool>("pdpEnabled");
        for (const char *no : {"false", "null", "0", "\"False\""})
            QTest::newRow(no) << false;
        for (const char *yes : {"true", "1", "\"true\"", "\"enabled\"", "{}"})
            QTest::newRow(yes) << true;
    }
    void anythingButAClearNoMayBeRowPolicies()
    {
        QFETCH(const bool, pdpEnabled);
        const auto json =
            JsonReader::parse(QByteArray(R"({"id": "a", "pdpEnabled": )") + QTest::currentDataTag() + '}');
        QCOMPARE(Domo::readDataSet(json).pdpEnabled, pdpEnabled);
        QVERIFY(json.check());
    }

    void invalidNumberOfRowsIsNotReported_data()
    {
        QTest::addColumn<QByteArray>("rows");
        for (const char *rows : {"null", "-1", "1.5", "\"many\"", "[7]", "true"})
            QTest::newRow(rows) << QByteArray(rows);
    }
    void invalidNumberOfRowsIsNotReported()
    {
        QFETCH(const QByteArray, rows);
        const auto json = JsonReader::parse(R"({"id": "a", "rows": )" + rows + '}');
        QVERIFY(!Domo::readDataSet(json).rows);
        QVERIFY(json.check());
    }

    void typeThatIsNotKnownStaysUnknown()
    {
        const auto json = JsonReader::parse(R"({"id": "a", "schema": {"columns": [
            {"name": "x", "type": "GEOMETRY"}, {"name": "y"}, {"name": "z", "type": 4}]}})");
        const QList<Domo::Column> schema = Domo::readDataSetWithSchema(json).schema;
        QVERIFY(json.check());
        const QList<Domo::Column> expected{{u"x"_s, {}, u"GEOMETRY"_s}, {u"y"_s, {}, QString()}, {u"z"_s, {}, u"4"_s}};
        QCOMPARE(schema, expected);
    }

    void schemaOfAListDecidesNothing()
    {
        const auto json = JsonReader::parse(R"({"id": "a", "columns": 3, "schema": "x"})");
        const Domo::DataSet dataSet = Domo::readDataSet(json);
        QVERIFY(json.check());
        QVERIFY(dataSet.schema.isEmpty());
        QCOMPARE(dataSet.columns, std::optional(3));
    }

    void wrongPlaceIsNamed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("place");
        const auto add = [](const char *name, const char *body, const char *place) {
            QTest::newRow(name) << QByteArray(body) << QString::fromLatin1(place);
        };
        add("no JSON", "<html>", "$");
        add("no ID", "{}", "$.id");
        add("ID that is no text", R"({"id": 7})", "$.id");
        add("schema as text", R"({"id": "a", "schema": "x"})", "$.schema");
        add("columns as text", R"({"id": "a", "schema": {"columns": "x"}})", "$.schema.columns");
        add("column that is none", R"({"id": "a", "schema": {"columns": [{"name": "x", "type": "LONG"}, "y"]}})",
            "$.schema.columns[1]");
    }
    void wrongPlaceIsNamed()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, place);
        const auto json = JsonReader::parse(body);
        (void)Domo::readDataSetWithSchema(json);
        const auto good = json.check();
        QVERIFY(!good);
        QCOMPARE(good.error().kind, Core::ErrorKind::BadReply);
        QCOMPARE(good.error().subject, place);
    }
};

QTEST_GUILESS_MAIN(TestDataSet)
#include "tst_dataset.moc"
