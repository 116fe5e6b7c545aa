#include "app/language.h"

#include <QTest>

class TestLanguage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersFollowTheLanguageOfTheSentence_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("system");
        QTest::addColumn<QString>("number");
        QTest::newRow("English on a German system")
            << QString() << QStringLiteral("de_DE") << QStringLiteral("1,234.5");
        QTest::newRow("English on a British one") << QString() << QStringLiteral("en_GB") << QStringLiteral("1,234.5");
        QTest::newRow("English on none") << QString() << QStringLiteral("C") << QStringLiteral("1,234.5");
        QTest::newRow("German on a German one")
            << QStringLiteral("de") << QStringLiteral("de_DE") << QStringLiteral("1.234,5");
        QTest::newRow("German on a Swiss one")
            << QStringLiteral("de") << QStringLiteral("de_CH") << QStringLiteral("1’234.5");
        QTest::newRow("German on an American one")
            << QStringLiteral("de") << QStringLiteral("en_US") << QStringLiteral("1.234,5");
    }
    void numbersFollowTheLanguageOfTheSentence()
    {
        QFETCH(QString, language);
        QFETCH(QString, system);
        const QLocale locale = App::localeFor(language, QLocale(system));
        QTEST(locale.toString(1234.5, 'f', 1), "number");
    }

    void datesOfOneLanguageStayThoseOfTheCountry()
    {
        const QDate date(2026, 11, 5);
        const QLocale british(QStringLiteral("en_GB"));
        QCOMPARE(App::localeFor({}, british).toString(date, QLocale::ShortFormat),
                 british.toString(date, QLocale::ShortFormat));
    }
};

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
