#include "sandbox/workiva/listquery.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;

class TestListQuery final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filterLetsThrough_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("left");
        const auto row = [](const char *filter, const char *left) {
            QTest::newRow(filter) << QString::fromLatin1(filter) << QString::fromLatin1(left);
        };
        row("", "b a it's");
        row("name eq 'a'", "a");
        row("'a' eq name", "a");
        row("name ne 'a'", "b it's");
        row("name eq 'it''s'", "it's");
        row("name eq ''", "");
        row("size gt 1", "b it's");
        row("size ge 2 and size lt 3", "it's");
        row("size le 1", "a");
        row("template eq true", "b");
        row("lock eq null", "b it's");
        row("lock ne null", "a");
        row("contains(name,'t')", "it's");
        row("startswith(name, 'i') or endswith(name, 'a')", "a it's");
        row("modified/dateTime ge '2026-02-01'", "b it's");
        row("name eq 'a' or name eq 'b' and size gt 5", "a");
        row("(name eq 'a' or name eq 'b') and size gt 2", "b");
        row("not name eq 'a'", "b it's");
        row("not (size gt 1)", "a");
        row("name gt 5", "");
    }
    void filterLetsThrough()
    {
        QFETCH(QString, filter);
        QFETCH(QString, left);
        QCOMPARE(names(filtered(items(), filter)), left);
    }

    void orderIs_data()
    {
        QTest::addColumn<QString>("order");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *order, const char *expected) {
            QTest::newRow(order) << QString::fromLatin1(order) << QString::fromLatin1(expected);
        };
        row("", "b a it's");
        row("name", "a b it's");
        row("name asc", "a b it's");
        row("name desc", "it's b a");
        row(" size  desc ", "b it's a");
        row("modified/dateTime", "a it's b");
        row("template, name desc", "it's a b");
    }
    void orderIs()
    {
        QFETCH(QString, order);
        QFETCH(QString, expected);
        QCOMPARE(names(ordered(items(), order)), expected);
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("order");
        for (const char *filter :
             {"x", "name", "name eq", "name eq 'a", "name eq 'a' 'b'", "name is 'a'", "(name eq 'a'", "nothing eq 'a'",
              "contains(name)", "contains name,'a'", "and", "name eq 'a' or", "'"})
            QTest::newRow(filter) << QString::fromLatin1(filter) << QString();
        for (const char *order : {"nothing", "name up", "name asc desc", "name,"})
            QTest::newRow(order) << QString() << QString::fromLatin1(order);
    }
    void nonsenseIsRefused()
    {
        QFETCH(QString, filter);
        QFETCH(QString, order);
        QCOMPARE(names(order.isEmpty() ? filtered(items(), filter) : ordered(items(), order)), u"400"_s);
    }

private:
    [[nodiscard]] static std::vector<QJsonObject> items()
    {
        const auto item = [](const char *name, int size, const QJsonValue &lock, const char *when) {
            return QJsonObject{{u"name"_s, QLatin1String(name)},
                               {u"size"_s, size},
                               {u"lock"_s, lock},
                               {u"template"_s, size > 2},
                               {u"modified"_s, QJsonObject{{u"dateTime"_s, QLatin1String(when)}}}};
        };
        return {item("b", 3, {}, "2026-03-01"), item("a", 1, u"locked"_s, "2026-01-01"),
                item("it's", 2, {}, "2026-02-01")};
    }

    [[nodiscard]] static QString names(const Accepted<std::vector<QJsonObject>> &found)
    {
        if (!found)
            return QString::number(found.error().status);
        QStringList all;
        for (const QJsonObject &one : *found)
            all += one["name"_L1].toString();
        return all.join(u' ');
    }
};

QTEST_GUILESS_MAIN(TestListQuery)
#include "tst_listquery.moc"
