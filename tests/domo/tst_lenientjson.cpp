#include "domo/lenientjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Domo;

namespace {

QJsonValue value(const QByteArray &json)
{
    return QJsonDocument::fromJson('[' + json + ']').array().at(0);
}

} // namespace

class TestLenientJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAndBooleansAreTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("\"a\"") << u"a"_s;
        QTest::newRow("2026") << u"2026"_s;
        QTest::newRow("9007199254740993") << u"9007199254740993"_s;
        QTest::newRow("-1.5") << u"-1.5"_s;
        QTest::newRow("true") << u"true"_s;
        QTest::newRow("null") << QString();
        QTest::newRow("[\"a\"]") << QString();
        QTest::newRow("{\"a\":1}") << QString();
    }
    void numbersAndBooleansAreTexts()
    {
        QFETCH(const QString, text);
        QCOMPARE(lenientText(value(QTest::currentDataTag())), text);
    }

    void booleansComeInSeveralForms_data()
    {
        QTest::addColumn<std::optional<bool>>("boolean");
        const auto add = [](std::optional<bool> boolean, std::initializer_list<const char *> forms) {
            for (const char *form : forms)
                QTest::newRow(form) << boolean;
        };
        add(true, {"true", "\"true\"", "\"TRUE\"", "\" yes \"", "1", "\"1\""});
        add(false, {"false", "\"false\"", "\"No\"", "0", "\"0\""});
        add({}, {"null", "\"\"", "\"perhaps\"", "2", "[]", "{\"enabled\":true}"});
    }
    void booleansComeInSeveralForms()
    {
        QFETCH(const std::optional<bool>, boolean);
        QCOMPARE(lenientBoolean(value(QTest::currentDataTag())), boolean);
    }

    void countsAreWholeNumbers_data()
    {
        QTest::addColumn<std::optional<qint64>>("count");
        const auto add = [](std::optional<qint64> count, std::initializer_list<const char *> forms) {
            for (const char *form : forms)
                QTest::newRow(form) << count;
        };
        add(0, {"0", "\"0\"", "0.0"});
        add(12, {"12", "\"12\"", "12.0", "\"12.0\"", "\" 1.2E1 \""});
        add(999'999'999'999'999, {"999999999999999", "\"999999999999999\""});
        add({},
            {"null", "true", "-1", "\"-1\"", "1.5", "\"1,000\"", "\"many\"", "\"\"", "\"nan\"", "\"inf\"", "1e300",
             "[1]", "9223372036854775807"});
    }
    void countsAreWholeNumbers()
    {
        QFETCH(const std::optional<qint64>, count);
        QCOMPARE(lenientCount(value(QTest::currentDataTag())), count);
    }
};

QTEST_GUILESS_MAIN(TestLenientJson)
#include "tst_lenientjson.moc"
