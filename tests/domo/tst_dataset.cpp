#include "domo/dataset.h"

#include <QTest>

using Net::JsonReader;
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
        const Domo::DataSet dataSet = Domo::readDataSet(json);
        QVERIFY(json.check());
        QCOMPARE(dataSet.id, QStringLiteral("8f1c2b3a-4d5e-4f60-9a7b-0c1d2e3f4a5b"));
        QCOMPARE(dataSet.name, QStringLiteral("Trial balance"));
        QCOMPARE(dataSet.description, QStringLiteral("By month"));
        QCOMPARE(dataSet.rows, 12345678901);
        QCOMPARE(dataSet.columns, 3);
        QCOMPARE(dataSet.ownerName, QStringLiteral("Finance"));
        QCOMPARE(dataSet.updatedAt, QStringLiteral("2026-02-01T08:00:00Z"));
        QCOMPARE(dataSet.dataCurrentAt, QStringLiteral("2026-02-01T07:59:00Z"));
        QVERIFY(dataSet.pdpEnabled);
        QVERIFY(!dataSet.deleted);
        const QList<Domo::Column> schema{{QStringLiteral("Account"), ColumnType::String},
                                         {QString(), ColumnType::Decimal},
                                         {QStringLiteral("Account"), ColumnType::DateTime}};
        QCOMPARE(dataSet.schema, schema);
    }

    void idSuffices()
    {
        const auto json = JsonReader::parse(R"({"id": "a", "description": null, "owner": null, "schema": null})");
        const Domo::DataSet dataSet = Domo::readDataSet(json);
        QVERIFY(json.check());
        QCOMPARE(dataSet.id, QStringLiteral("a"));
        QVERIFY(dataSet.schema.isEmpty());
        QVERIFY(!dataSet.pdpEnabled);
    }

    void columnsAreCountedWhenTheirNumberIsNotTold()
    {
        const auto json = JsonReader::parse(R"({"id": "a", "schema": {"columns": [{"name": "x", "type": "LONG"}]}})");
        QCOMPARE(Domo::readDataSet(json).columns, 1);
        QVERIFY(json.check());
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
        add("number of rows as text", R"({"id": "a", "rows": "1"})", "$.rows");
        add("fraction of a row", R"({"id": "a", "rows": 1.5})", "$.rows");
        add("schema as text", R"({"id": "a", "schema": {"columns": "x"}})", "$.schema.columns");
        add("column without a type",
            R"({"id": "a", "schema": {"columns": [{"name": "x", "type": "LONG"}, {"name": "y"}]}})",
            "$.schema.columns[1].type");
    }
    void wrongPlaceIsNamed()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, place);
        const auto json = JsonReader::parse(body);
        (void)Domo::readDataSet(json);
        const auto good = json.check();
        QVERIFY(!good);
        QCOMPARE(good.error().kind, Core::ErrorKind::BadReply);
        QCOMPARE(good.error().subject, place);
    }
};

QTEST_GUILESS_MAIN(TestDataSet)
#include "tst_dataset.moc"
