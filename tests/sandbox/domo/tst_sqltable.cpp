#include "sandbox/domo/sqltable.h"

#include "sandbox/domo/storeddataset.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;

namespace {

// Compilers disagree whether an array alone in braces is copied or made an element.
QJsonArray oneRow(const QJsonValue &cell)
{
    return {QJsonValue(QJsonArray{cell})};
}

} // namespace

class TestSqlTable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableIsQuotedWhereItIsTheTable_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("quoted");
        const auto row = [](const char *sql, const char *quoted) {
            QTest::newRow(sql) << QString::fromLatin1(sql) << QString::fromLatin1(quoted);
        };
        row("SELECT * FROM table", "SELECT * FROM \"table\"");
        row("select * from TABLE where a = 'table'", "select * from \"table\" where a = 'table'");
        row("SELECT `table` FROM table t", "SELECT `table` FROM \"table\" t");
        row("SELECT tables, a_table FROM table", "SELECT tables, a_table FROM \"table\"");
        row("SELECT 'open", "SELECT 'open");
    }
    void tableIsQuotedWhereItIsTheTable()
    {
        QFETCH(QString, sql);
        QFETCH(QString, quoted);
        QCOMPARE(withQuotedTable(sql), quoted);
    }

    void columnsHaveTheirTypes()
    {
        QCOMPARE(rows("SELECT sum(`Amount`) FROM table"), oneRow(3.5));
        QCOMPARE(rows("SELECT Name FROM table WHERE Amount IS NULL"), oneRow(u"c"_s));
    }

    void nullAndEmptyTextDiffer()
    {
        QCOMPARE(rows("SELECT `Column 3` FROM table WHERE Name <> 'a' ORDER BY Name"),
                 (QJsonArray{QJsonArray{QJsonValue()}, QJsonArray{QString()}}));
    }

    void blankAndRepeatedNamesGetTheirOwn()
    {
        QCOMPARE(rows("SELECT `Name 2` FROM table WHERE Name = 'a'"), oneRow(u"y"_s));
    }

    void replyTellsColumnsAndTypes()
    {
        const SqlTable table(m_dataSet, {});
        const QJsonObject reply = replyOf(table, u"SELECT Name, count(*) FROM table GROUP BY 1"_s);
        QCOMPARE(reply["numRows"_L1].toInt(), 3);
        QCOMPARE(reply["numColumns"_L1].toInt(), 2);
        QCOMPARE(reply["metadata"_L1][0]["type"_L1].toString(), u"STRING"_s);
        QCOMPARE(reply["metadata"_L1][1]["type"_L1].toString(), u"LONG"_s);
    }

    void queryWithinAQueryIsAQuirk()
    {
        QCOMPARE(rows("SELECT count(*) FROM (SELECT Name FROM table LIMIT 2) AS counted"), oneRow(2));
        QCOMPARE(rows("WITH a AS (SELECT Name FROM table) SELECT count(*) FROM a"), oneRow(3));
        const SqlTable table(m_dataSet, {.subqueries = false});
        QVERIFY(!table.query(u"SELECT count(*) FROM ( select Name FROM table) AS counted"_s));
        QVERIFY(table.query(u"SELECT count(*) FROM table WHERE Name IN ('select')"_s));
    }

    void replyIsCutWithoutAWord()
    {
        const QJsonObject reply =
            replyOf(SqlTable(m_dataSet, {.queryLimit = 2}), u"SELECT Name FROM table ORDER BY Name"_s);
        QCOMPARE(reply["rows"_L1].toArray().size(), 2);
        QCOMPARE(reply["numRows"_L1].toInt(), 2);
    }

    void orderOfTheReplyAndItsTypesAreAQuirk()
    {
        const QString sql = u"SELECT Name, count(*) FROM table GROUP BY 1"_s;
        const SqlTable rowsFirst(m_dataSet, {.queryReply = Quirks::QueryReply::RowsFirst});
        QVERIFY(rowsFirst.query(sql)->startsWith("{\"rows\":"));
        QCOMPARE(replyOf(rowsFirst, sql), replyOf(SqlTable(m_dataSet, {}), sql));
        const QJsonValue types =
            replyOf(SqlTable(m_dataSet, {.queryReply = Quirks::QueryReply::Untyped}), sql)["metadata"_L1];
        QCOMPARE(types[0]["type"_L1].toString(), u"STRING"_s);
        QVERIFY(types[1]["type"_L1].isUndefined());
    }

    void onlySelectsAreCarriedOut()
    {
        const SqlTable table(m_dataSet, {});
        for (const char *sql : {"DELETE FROM table", "SELEC", "SELECT nothing FROM table", "PRAGMA table_info(x)"})
            QCOMPARE(table.query(QLatin1String(sql)).error().kind, Core::ErrorKind::Rejected);
        QCOMPARE(rows("SELECT count(*) FROM table"), oneRow(3));
    }

private:
    StoredDataSet m_dataSet =
        StoredDataSet::make(u"x"_s, {.csv = "Name,Amount,,Name\na,1.5,x,y\nb,2,,\nc,,\"\",z\n"}, false).value();

    [[nodiscard]] QJsonArray rows(const char *sql)
    {
        const SqlTable table(m_dataSet, {});
        return replyOf(table, QLatin1String(sql))["rows"_L1].toArray();
    }

    [[nodiscard]] static QJsonObject replyOf(const SqlTable &table, const QString &sql)
    {
        return QJsonDocument::fromJson(table.query(sql).value_or(QByteArray())).object();
    }
};

QTEST_GUILESS_MAIN(TestSqlTable)
#include "tst_sqltable.moc"
