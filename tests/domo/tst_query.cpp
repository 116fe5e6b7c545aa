#include "domo/query.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Domo::QueryReply;
using Sheet::CellKind;
using Sheet::ColumnType;

namespace {

// The cells of all rows as "kind:text", or the error.
Core::Result<QList<QStringList>> rowsOf(const QByteArray &body)
{
    const auto reply = QueryReply::parse(body);
    if (!reply)
        return Core::propagate(reply);
    QList<QStringList> rows;
    const auto read = reply->forEachRow([&rows](std::span<const Sheet::Cell> row) -> Core::Result<void> {
        QStringList texts;
        for (const Sheet::Cell &cell : row)
            texts.append(
                u"%1:%2"_s.arg(int(cell.kind)).arg(QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size()))));
        rows.append(texts);
        return {};
    });
    if (!read)
        return Core::propagate(read);
    return rows;
}

QString cell(CellKind kind, const QString &text = {})
{
    return u"%1:%2"_s.arg(int(kind)).arg(text);
}

} // namespace

class TestQuery final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesKeepTheirKindsAndDigits()
    {
        const QByteArray body = R"({
            "datasource": "a-1", "columns": ["Account", "Amount", "Open"],
            "metadata": [{"type": "STRING", "maxLength": -1}, {"type": "DECIMAL"}, {"type": "STRING"}],
            "rows": [["4000", 12345678901234567890.10, true], [null, -1.50e3, ""], ["\u00e4\n\u0022", 0, false]],
            "numRows": 3, "numColumns": 3, "fromcache": true})";
        const auto reply = QueryReply::parse(body);
        QVERIFY(reply);
        const QList<Domo::Column> columns{{u"Account"_s, ColumnType::String, u"STRING"_s},
                                          {u"Amount"_s, ColumnType::Decimal, u"DECIMAL"_s},
                                          {u"Open"_s, ColumnType::String, u"STRING"_s}};
        QCOMPARE(reply->columns(), columns);
        QCOMPARE(reply->rows(), 3);
        const QList<QStringList> rows{
            {cell(CellKind::Text, u"4000"_s), cell(CellKind::Number, u"12345678901234567890.10"_s),
             cell(CellKind::Boolean, u"true"_s)},
            {cell(CellKind::Empty), cell(CellKind::Number, u"-1.50e3"_s), cell(CellKind::Text)},
            {cell(CellKind::Text, u"ä\n\""_s), cell(CellKind::Number, u"0"_s), cell(CellKind::Boolean, u"false"_s)}};
        QCOMPARE(rowsOf(body).value(), rows);
    }

    void orderOfMembersDoesNotMatter()
    {
        QByteArrayList members{R"("columns": ["a", "b"])", R"("metadata": [{"type": "LONG"}, {"x": {"type": "DATE"}}])",
                               R"("rows": [[1, "x"], [2, null]])", R"("numRows": 2)",
                               R"("other": [[[1]], {"rows": 3}])"};
        for (quint32 seed = 0; seed < 200; ++seed) {
            QRandomGenerator random(seed);
            std::shuffle(members.begin(), members.end(), random);
            const QByteArray body = '{' + members.join(", ") + '}';
            const auto reply = QueryReply::parse(body);
            QVERIFY2(reply, body.constData());
            QCOMPARE(reply->columns(), (QList<Domo::Column>{{u"a"_s, ColumnType::Long, u"LONG"_s}, {.name = u"b"_s}}));
            QCOMPARE(reply->rows(), 2);
            QCOMPARE(rowsOf(body)->size(), 2);
        }
    }

    void typesAndNumberOfRowsMayBeUntold()
    {
        for (const char *others : {"", R"("metadata": [], )", R"("metadata": "x", )", R"("metadata": ["LONG"], )",
                                   R"("metadata": [{"type": null}], )", R"("metadata": [{"type": "GEOMETRY"}], )",
                                   R"("numRows": "many", )", R"("numRows": [1], )", R"("numRows": true, )"}) {
            const auto reply = QueryReply::parse(QByteArray("{") + others + R"("columns": ["a"], "rows": []})");
            QVERIFY2(reply, others);
            QCOMPARE(reply->columns().size(), 1);
            QVERIFY(!reply->columns()[0].type);
            QVERIFY(!reply->rows());
        }
    }

    void wrongPlaceIsNamed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("place");
        const auto add = [](const char *name, const QByteArray &body, const char *place) {
            QTest::newRow(name) << body << QString::fromLatin1(place);
        };
        add("cut off", R"({"columns": ["a"], "rows": [["1"])", "$");
        add("cut after the rows", R"({"columns": ["a"], "rows": [["1"]])", "$");
        add("more after the end", R"({"columns": ["a"], "rows": []} {})", "$");
        add("array", "[]", "$");
        add("text", "\"x\"", "$");
        add("no UTF-8", "{\"columns\": [\"\xFF\"], \"rows\": []}", "$");
        add("half a character", R"({"columns": ["\ud800"], "rows": []})", "$");
        add("no columns", R"({"rows": []})", "$.columns");
        add("columns twice", R"({"columns": ["a"], "columns": ["b"], "rows": []})", "$.columns");
        add("columns that are null", R"({"columns": null, "rows": []})", "$.columns");
        add("columns without names", R"({"columns": ["a", null], "rows": []})", "$.columns[1]");
        add("columns that are objects", R"({"columns": [{"name": "a"}], "rows": []})", "$.columns[0]");
        add("no rows", R"({"columns": ["a"]})", "$.rows");
        add("rows that are one", R"({"columns": ["a"], "rows": {"a": 1}})", "$.rows");
        add("rows twice", R"({"columns": ["a"], "rows": [["1"]], "rows": [["2"]]})", "$.rows");
        add("row that is none", R"({"columns": ["a"], "rows": [["1"], "2"]})", "$.rows[1]");
        add("row that is an object", R"({"columns": ["a"], "rows": [["1"], {"a": "2"}]})", "$.rows[1]");
        add("narrow row", R"({"columns": ["a", "b"], "rows": [["1", "2"], ["1"]]})", "$.rows[1]");
        add("wide row", R"({"rows": [["1", "2"]], "columns": ["a"]})", "$.rows[0]");
        add("value that is none", R"({"columns": ["a", "b"], "rows": [["1", {}]]})", "$.rows[0][1]");
        add("nested too deep", R"({"columns": )" + QByteArray(1'000'000, '['), "$.columns[0]");
    }
    void wrongPlaceIsNamed()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, place);
        const auto rows = rowsOf(body);
        QVERIFY(!rows);
        QCOMPARE(rows.error().kind, ErrorKind::BadReply);
        QCOMPARE(rows.error().subject, place);
    }

    void deepNestingElsewhereIsSupported()
    {
        const QByteArray deep = QByteArray(1'000'000, '[') + QByteArray(1'000'000, ']');
        QVERIFY(QueryReply::parse(R"({"columns": [], "rows": [], "other": )" + deep + '}'));
    }

    void errorOfWhoTakesTheRowsEndsTheReading()
    {
        const auto reply = QueryReply::parse(R"({"columns": ["a"], "rows": [[1], [2], [3]]})");
        QVERIFY(reply);
        int seen = 0;
        const auto read = reply->forEachRow([&seen](std::span<const Sheet::Cell>) -> Core::Result<void> {
            if (++seen == 2)
                return Core::fail(ErrorKind::TooLarge);
            return {};
        });
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::TooLarge);
        QCOMPARE(seen, 2);
    }
};

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
