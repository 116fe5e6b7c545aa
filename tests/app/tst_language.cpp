#include "app/language.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestLanguage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersFollowTheLanguageOfTheSentence_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("system");
        QTest::addColumn<QString>("number");
        QTest::newRow("English on a German system") << QString() << u"de_DE"_s << u"1,234.5"_s;
        QTest::newRow("English on a British one") << QString() << u"en_GB"_s << u"1,234.5"_s;
        QTest::newRow("English on none") << QString() << u"C"_s << u"1,234.5"_s;
        QTest::newRow("German on a German one") << u"de"_s << u"de_DE"_s << u"1.234,5"_s;
        QTest::newRow("German on a Swiss one") << u"de"_s << u"de_CH"_s << u"1’234.5"_s;
        QTest::newRow("German on an American one") << u"de"_s << u"en_US"_s << u"1.234,5"_s;
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
        const QLocale british(u"en_GB"_s);
        QCOMPARE(App::localeFor({}, british).toString(date, QLocale::ShortFormat),
                 british.toString(date, QLocale::ShortFormat));
    }
};

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
