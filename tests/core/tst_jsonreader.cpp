#include "core/jsonreader.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::JsonReader;

namespace {

QLatin1String key(const char *name)
{
    return QLatin1String(name);
}

} // namespace

class TestJsonReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesAreRead()
    {
        const auto root = JsonReader::parse(R"({"a":"x","n":-3,"t":true,"o":{"s":"y"},"l":[1,2],"e":2e3,"f":1.0})");
        QCOMPARE(root[key("a")].string(), u"x"_s);
        QCOMPARE(root[key("n")].integer(), -3);
        QCOMPARE(root[key("t")].boolean(), true);
        QCOMPARE(root[key("o")][key("s")].string(), u"y"_s);
        QCOMPARE(root[key("l")].items().size(), 2);
        QCOMPARE(root[key("l")].items()[1].integer(), 2);
        QCOMPARE(root[key("e")].integer(), 2000);
        QCOMPARE(root[key("f")].integer(), 1);
        QVERIFY(root.has(key("a")));
        QVERIFY(!root.has(key("b")));
        QVERIFY(root.check());
    }

    void largeIntegersAreExact()
    {
        const auto root = JsonReader::parse("[9007199254740993, -9223372036854775808, 9223372036854775807]");
        QCOMPARE(root.items()[0].integer(), 9007199254740993);
        QCOMPARE(root.items()[1].integer(), std::numeric_limits<qint64>::min());
        QCOMPARE(root.items()[2].integer(), std::numeric_limits<qint64>::max());
        QVERIFY(root.check());
    }

    void invalidJsonIsAnErrorAtTheRoot_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("html") << QByteArray("<html><body>no</body></html>");
        QTest::newRow("cut") << QByteArray(R"({"a": [1, 2)");
        QTest::newRow("two") << QByteArray("{} {}");
        QTest::newRow("bad UTF-8") << QByteArray("{\"a\": \"\xff\"}");
    }
    void invalidJsonIsAnErrorAtTheRoot()
    {
        QFETCH(QByteArray, body);
        const auto root = JsonReader::parse(body);
        QCOMPARE(root[key("a")].string(), QString());
        QCOMPARE(root.check().error().kind, Core::ErrorKind::BadReply);
        QCOMPARE(root.check().error().subject, u"$"_s);
    }

    void errorNamesThePath_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("path");
        QTest::newRow("missing") << QByteArray(R"({"data":[{}]})") << u"$.data[0].id"_s;
        QTest::newRow("null") << QByteArray(R"({"data":[{"id":"a","n":1},{"id":null}]})") << u"$.data[1].id"_s;
        QTest::newRow("number") << QByteArray(R"({"data":[{"id":5}]})") << u"$.data[0].id"_s;
        QTest::newRow("fraction") << QByteArray(R"({"data":[{"id":"a","n":1.5}]})") << u"$.data[0].n"_s;
        QTest::newRow("too large") << QByteArray(R"({"data":[{"id":"a","n":1e30}]})") << u"$.data[0].n"_s;
        QTest::newRow("number as text") << QByteArray(R"({"data":[{"id":"a","n":"1"}]})") << u"$.data[0].n"_s;
        QTest::newRow("object for array") << QByteArray(R"({"data":{}})") << u"$.data"_s;
        QTest::newRow("missing array") << QByteArray(R"({})") << u"$.data"_s;
        QTest::newRow("null array") << QByteArray(R"({"data":null})") << u"$.data"_s;
        QTest::newRow("array of no objects") << QByteArray(R"({"data":["x"]})") << u"$.data[0]"_s;
        QTest::newRow("root is an array") << QByteArray("[]") << u"$"_s;
    }
    void errorNamesThePath()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, path);
        const auto root = JsonReader::parse(body);
        const auto items = root[key("data")].items();
        for (const JsonReader &item : items) {
            (void)item[key("id")].string();
            (void)item[key("n")].integer();
        }
        QVERIFY(!root.check());
        QCOMPARE(root.check().error().kind, Core::ErrorKind::BadReply);
        QCOMPARE(root.check().error().subject, path);
    }

    void firstErrorIsKept()
    {
        const auto root = JsonReader::parse(R"({"a":1,"b":2})");
        QCOMPARE(root[key("b")].string(), QString());
        QCOMPARE(root[key("a")].boolean(), false);
        QCOMPARE(root.check().error().subject, u"$.b"_s);
    }

    void missingAndNullUseTheFallback()
    {
        const auto root = JsonReader::parse(R"({"null":null})");
        for (const char *name : {"null", "missing"}) {
            QCOMPARE(root[key(name)].string(u"x"_s), u"x"_s);
            QCOMPARE(root[key(name)].integer(9), 9);
            QCOMPARE(root[key(name)].boolean(true), true);
            QCOMPARE(root[key(name)][key("deeper")].string(u"x"_s), u"x"_s);
            QVERIFY(!root.has(key(name)));
        }
        QVERIFY(root.check());
    }

    void wrongTypeDoesNotUseTheFallback()
    {
        const auto root = JsonReader::parse(R"({"a":1})");
        QCOMPARE(root[key("a")].string(u"x"_s), QString());
        QCOMPARE(root.check().error().subject, u"$.a"_s);
    }

    void itemsKnowTheirPlace()
    {
        const auto root = JsonReader::parse(R"({"@nextLink":{"b c":[[1]]}})");
        const auto inner = root[key("@nextLink")][key("b c")].items()[0].items()[0];
        QCOMPARE(inner.path(), u"$['@nextLink']['b c'][0][0]"_s);
    }

    void complaintOfACallerCounts()
    {
        const auto root = JsonReader::parse(R"({"status":"odd"})");
        root[key("status")].complain(u"a known status"_s);
        QCOMPARE(root.check().error().subject, u"$.status"_s);
    }

    void callerSaysWhatKindOfErrorItIs()
    {
        const auto root = JsonReader::parse("{}");
        QCOMPARE(root[key("a")].string(), QString());
        QCOMPARE(root.check().error().kind, Core::ErrorKind::BadReply);
        const auto error = root.check(Core::ErrorKind::BadFile).error();
        QCOMPARE(error.kind, Core::ErrorKind::BadFile);
        QCOMPARE(error.subject, u"$.a"_s);
        QCOMPARE(error.detail, u"expected string"_s);
    }

    void unreadMembersAreListed()
    {
        const JsonReader root(QJsonObject{{u"a"_s, u"x"_s},
                                          {u"b"_s, QJsonObject{{u"c"_s, 1}, {u"d é'"_s, 2}}},
                                          {u"e"_s, QJsonValue::Null},
                                          {u"f"_s, 3}});
        QCOMPARE(root.unread(), root.value().toObject());
        QCOMPARE(root[key("a")].string(), u"x"_s);
        QCOMPARE(root[key("b")][key("c")].integer(), 1);
        QVERIFY(root.has(key("f"))); // has() does not count as reading
        QCOMPARE(root[key("b")].unread(), (QJsonObject{{u"d é'"_s, 2}}));
        QCOMPARE(root.unread(), (QJsonObject{{u"e"_s, QJsonValue::Null}, {u"f"_s, 3}}));
    }

    void lenientStringConvertsAnyScalar_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("\"a\"") << u"a"_s;
        QTest::newRow("2026") << u"2026"_s;
        QTest::newRow("9007199254740993") << u"9007199254740993"_s;
        QTest::newRow("1e18") << u"1000000000000000000"_s;
        QTest::newRow("-1.5") << u"-1.5"_s;
        QTest::newRow("true") << u"true"_s;
        QTest::newRow("false") << u"false"_s;
        QTest::newRow("null") << QString();
        QTest::newRow("[\"a\"]") << QString();
        QTest::newRow("{\"a\":1}") << QString();
    }
    void lenientStringConvertsAnyScalar()
    {
        QFETCH(const QString, text);
        const auto root = JsonReader::parse(QByteArray(R"({"v":)") + QTest::currentDataTag() + '}');
        QCOMPARE(root["v"_L1].lenientString(), text);
        QVERIFY(root["missing"_L1].lenientString().isEmpty());
        QVERIFY(root.check());
    }
};

QTEST_GUILESS_MAIN(TestJsonReader)
#include "tst_jsonreader.moc"
