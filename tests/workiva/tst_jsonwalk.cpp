#include "workiva/jsonwalk.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

using namespace Workiva;
using Sheet::Cell;
using Sheet::CellKind;

namespace {

// Records the events: "/a/0=1" for a value, "/a[" and "/a{" for a start, "/a." for an end.
class Notes final : public JsonVisitor
{
public:
    bool value(JsonPath path, const Cell &value) override
    {
        static const QHash<CellKind, QString> kinds{{CellKind::Empty, u"null"_s}, {CellKind::Unreadable, u"broken"_s}};
        add(path, u'=' + kinds.value(value.kind, QString::fromUtf8(value.text.data(), qsizetype(value.text.size()))));
        return value.text != "no";
    }
    bool opened(JsonPath path, bool isArray) override
    {
        add(path, isArray ? u"["_s : u"{"_s);
        return true;
    }
    void closed(JsonPath path) override { add(path, u"."_s); }

    QStringList all;

private:
    void add(JsonPath path, const QString &what)
    {
        QString text;
        for (size_t depth = 0; depth < path.size(); ++depth) {
            const auto key = keyAt(path, depth);
            text += u'/'
                + (indexAt(path, depth) >= 0 ? QString::number(indexAt(path, depth))
                                             : QString::fromUtf8(key.data(), qsizetype(key.size())));
        }
        all.append(text + what);
    }
};

QStringList walked(const QByteArray &json)
{
    ReplyText reply(json);
    Notes notes;
    return walkJson(reply, notes) ? notes.all : QStringList();
}

QString placeOfTheFault(const QByteArray &json)
{
    ReplyText reply(json);
    Notes notes;
    const auto result = walkJson(reply, notes);
    return result || result.error().kind != Core::ErrorKind::BadReply ? QString() : result.error().subject;
}

} // namespace

class TestJsonWalk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyValueHasItsPath()
    {
        QCOMPARE(walked(R"({"a":[1.50,[],{"b":true}],"c":null})").join(u' '),
                 u"{ /a[ /a/0=1.50 /a/1[ /a/1. /a/2{ /a/2/b=true /a/2. /a. /c=null ."_s);
        QCOMPARE(walked(R"([["x"],"y"])").join(u' '), u"[ /0[ /0/0=x /0. /1=y ."_s);
        QCOMPARE(walked("7").join(u' '), u"=7"_s);
        QCOMPARE(walked(R"(["\ud83d"])").join(u' '), u"[ /0=broken ."_s);
    }

    void faultHasItsPlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("place");
        QTest::newRow("nothing") << QByteArray() << u"$"_s;
        QTest::newRow("no JSON") << QByteArray("<html>") << u"$"_s;
        QTest::newRow("refused") << QByteArray(R"({"a":[1,{"b":"no"}]})") << u"$.a[1].b"_s;
        QTest::newRow("cut short") << QByteArray(R"({"a":[1,)") << u"$.a[1]"_s;
    }
    void faultHasItsPlace()
    {
        QFETCH(const QByteArray, json);
        QTEST(placeOfTheFault(json), "place");
    }

    void endlessNestingIsRefused()
    {
        QVERIFY(!placeOfTheFault(QByteArray(1'000'000, '[')).isEmpty());
        QVERIFY(!placeOfTheFault(QByteArray(R"({"x":)").repeated(100'000)).isEmpty());
    }

    void integersAreWholeAndFit()
    {
        QCOMPARE(integerOf(Cell::ofNumber("-12")), -12);
        for (const char *none : {"1.5", "1e3", "99999999999", ""})
            QVERIFY(!integerOf(Cell::ofNumber(none)));
        QVERIFY(!integerOf(Cell::ofText("12")));
        QVERIFY(!integerOf(Cell()));
    }
};

QTEST_GUILESS_MAIN(TestJsonWalk)
#include "tst_jsonwalk.moc"
