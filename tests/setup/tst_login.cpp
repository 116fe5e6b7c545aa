#include "core/inputfault.h"
#include "setup/login.h"
#include "setup/target.h"
#include "workiva/baseurlregion.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;

namespace {

Profiles::Account account(const QString &region)
{
    return {.id = {},
            .name = u"Finance"_s,
            .domoClientId = u"d"_s,
            .workivaClientId = u"w"_s,
            .baseUrlRegion = region,
            .domoUrl = {},
            .workivaUrl = {},
            .unknown = {}};
}

} // namespace

class TestLogin final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void regionHasItsAddress_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("host");
        QTest::newRow("us") << u"us"_s << u"api.app.wdesk.com"_s;
        QTest::newRow("eu") << u"eu"_s << u"api.eu.wdesk.com"_s;
        QTest::newRow("apac") << u"apac"_s << u"api.apac.wdesk.com"_s;
    }
    void regionHasItsAddress()
    {
        QFETCH(QString, region);
        QFETCH(QString, host);
        const auto login = Setup::loginsOf(account(region), {.domo = u"1"_s, .workiva = u"2"_s});
        QVERIFY(login);
        QCOMPARE(login->workiva.baseUrl.host(), host);
        QCOMPARE(login->workiva.baseUrl.scheme(), u"https"_s);
        QCOMPARE(login->domo.baseUrl, QUrl(u"https://api.domo.com"_s));
        QCOMPARE(login->domo.secret.text(), u"1"_s);
        QCOMPARE(login->workiva.secret.text(), u"2"_s);
    }

    void everyRegionIsOneThatAnAccountCanBeStoredWith()
    {
        using Workiva::BaseUrlRegion;
        for (const BaseUrlRegion region : {BaseUrlRegion::Us, BaseUrlRegion::Eu, BaseUrlRegion::Apac})
            QVERIFY(Profiles::baseUrlRegions().contains(Workiva::name(region)));
    }

    void customAddressesAreTaken()
    {
        Profiles::Account custom = account(u"custom"_s);
        custom.domoUrl = QUrl(u"http://127.0.0.1:1000"_s);
        custom.workivaUrl = QUrl(u"http://127.0.0.1:2000"_s);
        const auto login = Setup::loginsOf(custom, {});
        QVERIFY(login);
        QCOMPARE(login->domo.baseUrl, custom.domoUrl);
        QCOMPARE(login->workiva.baseUrl, custom.workivaUrl);
    }

    void loginOfOneServiceUsesNothingOfTheOther()
    {
        Profiles::Account custom = account(u"custom"_s);
        custom.domoUrl = QUrl(u"https://gateway.example/domo"_s);
        custom.workivaUrl = QUrl(u"https://gateway.example"_s);
        QVERIFY(!Setup::domoLoginOf(custom, {}));
        QCOMPARE(Setup::workivaLoginOf(custom, u"2"_s)->secret.text(), u"2"_s);
        QVERIFY(!Setup::loginsOf(custom, {}));
    }

    void insecureAddressIsRefused_data()
    {
        QTest::addColumn<QString>("domo");
        QTest::addColumn<QString>("workiva");
        QTest::addColumn<Core::Service>("service");
        const QString here = u"http://127.0.0.1:1"_s;
        const QString plain = u"http://gateway.example"_s;
        QTest::newRow("domo without TLS") << plain << here << Core::Service::Domo;
        QTest::newRow("workiva without TLS") << here << plain << Core::Service::Workiva;
        QTest::newRow("no workiva") << here << QString() << Core::Service::Workiva;
        QTest::newRow("a password in it") << u"https://a:b@x.example"_s << here << Core::Service::Domo;
    }
    void insecureAddressIsRefused()
    {
        QFETCH(QString, domo);
        QFETCH(QString, workiva);
        QFETCH(Core::Service, service);
        Profiles::Account custom = account(u"custom"_s);
        custom.domoUrl = QUrl(domo);
        custom.workivaUrl = QUrl(workiva);
        const auto login = Setup::loginsOf(custom, {});
        QVERIFY(!login);
        QCOMPARE(login.error().kind, ErrorKind::BadAddress);
        QCOMPARE(login.error().service, service);
        QVERIFY(!login.error().subject.contains("a:b"_L1));
    }

    void addressWithAPathIsRefused_data()
    {
        QTest::addColumn<QString>("rest");
        for (const char *rest : {"/gateway", "/v1/", "?a=b", "/#x"})
            QTest::newRow(rest) << QString::fromLatin1(rest);
    }
    void addressWithAPathIsRefused()
    {
        QFETCH(QString, rest);
        const QString here = u"http://127.0.0.1:1"_s;
        for (const Core::Service service : {Core::Service::Domo, Core::Service::Workiva}) {
            Profiles::Account custom = account(u"custom"_s);
            custom.domoUrl = QUrl(service == Core::Service::Domo ? here + rest : here + u'/');
            custom.workivaUrl = QUrl(service == Core::Service::Workiva ? here + rest : here + u'/');
            const auto login = Setup::loginsOf(custom, {});
            QVERIFY(!login);
            QCOMPARE(login.error().kind, ErrorKind::BadAddress);
            QCOMPARE(login.error().service, service);
            const auto *cause = login.error().cause.as<Core::PathInAddress>();
            QVERIFY(cause);
            QCOMPARE(cause->path, rest);
        }
    }

    void surroundingCharactersAreTrimmed()
    {
        Profiles::Account one = account(u"us"_s);
        one.domoClientId = u"\ufeffd \r\n"_s;
        one.workivaClientId = u"\u200bw\u00a0"_s;
        const auto login = Setup::loginsOf(one, {.domo = u"1\n"_s, .workiva = u"\u200f2\t"_s});
        QVERIFY(login);
        QCOMPARE(login->domo.clientId, u"d"_s);
        QCOMPARE(login->workiva.clientId, u"w"_s);
        QCOMPARE(login->domo.secret.text(), u"1"_s);
        QCOMPARE(login->workiva.secret.text(), u"2"_s);
    }

    void invisibleCharacterInsideASecretIsReportedWithoutTheSecret()
    {
        const auto login = Setup::loginsOf(account(u"us"_s), {.domo = u"1"_s, .workiva = u"two\u200bthree"_s});
        QVERIFY(!login);
        QCOMPARE(login.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(login.error().service, Core::Service::Workiva);
        QVERIFY(login.error().cause.as<Core::UnseenCharacter>());
        QVERIFY(!login.error().subject.contains("two"_L1));
    }

    void schemeMayBeLeftOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("address");
        const auto row = [](const char *text, const char *address) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(address);
        };
        row("api.domo.com", "https://api.domo.com");
        row(" localhost:80 ", "http://localhost:80");
        row("127.0.0.1:1", "http://127.0.0.1:1");
        row("http://gateway.example", "http://gateway.example"); // explicit, so kept: loginsOf() rejects it
        row("", "");
    }
    void schemeMayBeLeftOut()
    {
        QFETCH(QString, text);
        QFETCH(QString, address);
        QCOMPARE(Setup::serviceAddressIn(text), QUrl(address));
    }

    void gatewayHasNoPageOfItsOwn()
    {
        Profiles::Account custom = account(u"custom"_s);
        custom.domoUrl = custom.workivaUrl = QUrl(u"https://gateway.example"_s);
        QVERIFY(!Setup::workivaPage(custom, u"x"_s, u"y"_s).isValid());
        QVERIFY(!Setup::domoPage(custom, u"x"_s).isValid());
    }

    void pagesAreWhatIsPasted()
    {
        const QString spreadsheet = QString(32, u'a');
        const QString sheet = QString(32, u'b');
        const QUrl page = Setup::workivaPage(account(u"eu"_s), spreadsheet, sheet);
        QCOMPARE(page.host(), u"eu.wdesk.com"_s);
        QCOMPARE(Setup::workivaSite(account(u"eu"_s)), QUrl(u"https://eu.wdesk.com"_s));
        const auto place = Setup::sheetIn(page.toString());
        QVERIFY(place);
        QCOMPARE(place->spreadsheetId, spreadsheet);
        QCOMPARE(place->sheetId, sheet);
    }

    void domoPageIsThatOfTheInstance()
    {
        Profiles::Account one = account(u"us"_s);
        QVERIFY(!Setup::domoPage(one, u"x"_s).isValid());
        one.domoInstance = u"acme-2"_s;
        const QString id = u"0123abcd-4567-89ab-cdef-0123456789ab"_s;
        const QUrl page = Setup::domoPage(one, id);
        QCOMPARE(page.host(), u"acme-2.domo.com"_s);
        QCOMPARE(Setup::dataSetIn(page.toString()).value_or(QString()), id);
    }

    void instanceThatIsNoNameLeadsNowhere_data()
    {
        QTest::addColumn<QString>("instance");
        for (const char *instance : {"evil.example/", "a.b", "user@evil", "-a", "a b", "a:1", ""})
            QTest::newRow(instance) << QString::fromLatin1(instance);
    }
    void instanceThatIsNoNameLeadsNowhere()
    {
        QFETCH(QString, instance);
        Profiles::Account one = account(u"us"_s);
        one.domoInstance = instance;
        QVERIFY(!Setup::domoPage(one, u"x"_s).isValid());
    }
};

QTEST_GUILESS_MAIN(TestLogin)
#include "tst_login.moc"
