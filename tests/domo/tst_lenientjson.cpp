#include "domo/lenientjson.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Domo;

namespace {

Core::JsonReader value(const QByteArray &json)
{
    return Core::JsonReader::parse('[' + json + ']').items().constFirst();
}

} // namespace

class TestLenientJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
