#include "core/inputfault.h"
#include "setup/login.h"
#include "setup/target.h"

#include <QTest>

using Core::ErrorKind;

namespace {

Profiles::Account account(const QString &region)
{
    return {.id = {},
            .name = QStringLiteral("Finance"),
            .domoClientId = QStringLiteral("d"),
            .workivaClientId = QStringLiteral("w"),
            .region = region,
            .domoUrl = {},
            .workivaUrl = {},
            .unknown = {}};
}

} // namespace

class TestLogin final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRegionHasItsAddress_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("host");
        QTest::newRow("us") << QStringLiteral("us") << QStringLiteral("api.app.wdesk.com");
        QTest::newRow("eu") << QStringLiteral("eu") << QStringLiteral("api.eu.wdesk.com");
        QTest::newRow("apac") << QStringLiteral("apac") << QStringLiteral("api.apac.wdesk.com");
    }
    void aRegionHasItsAddress()
    {
        QFETCH(QString, region);
        QFETCH(QString, host);
        const auto login = Setup::loginOf(account(region), QStringLiteral("1"), QStringLiteral("2"));
        QVERIFY(login);
        QCOMPARE(login->workivaUrl.host(), host);
        QCOMPARE(login->workivaUrl.scheme(), QStringLiteral("https"));
        QCOMPARE(login->domoUrl, QUrl(QStringLiteral("https://api.domo.com")));
        QCOMPARE(login->domoClientSecret, QStringLiteral("1"));
        QCOMPARE(login->workivaClientSecret, QStringLiteral("2"));
    }

    void customAddressesAreTaken()
    {
        Profiles::Account custom = account(QStringLiteral("custom"));
        custom.domoUrl = QUrl(QStringLiteral("http://127.0.0.1:1000"));
        custom.workivaUrl = QUrl(QStringLiteral("http://127.0.0.1:2000"));
        const auto login = Setup::loginOf(custom, {}, {});
        QVERIFY(login);
        QCOMPARE(login->domoUrl, custom.domoUrl);
        QCOMPARE(login->workivaUrl, custom.workivaUrl);
    }

    void anAddressThatNothingIsSentToIsRefused_data()
    {
        QTest::addColumn<QString>("domo");
        QTest::addColumn<QString>("workiva");
        QTest::addColumn<Core::Service>("service");
        const QString here = QStringLiteral("http://127.0.0.1:1");
        const QString plain = QStringLiteral("http://gateway.example");
        QTest::newRow("domo without TLS") << plain << here << Core::Service::Domo;
        QTest::newRow("workiva without TLS") << here << plain << Core::Service::Workiva;
        QTest::newRow("no workiva") << here << QString() << Core::Service::Workiva;
        QTest::newRow("a password in it") << QStringLiteral("https://a:b@x.example") << here << Core::Service::Domo;
    }
    void anAddressThatNothingIsSentToIsRefused()
    {
        QFETCH(QString, domo);
        QFETCH(QString, workiva);
        QFETCH(Core::Service, service);
        Profiles::Account custom = account(QStringLiteral("custom"));
        custom.domoUrl = QUrl(domo);
        custom.workivaUrl = QUrl(workiva);
        const auto login = Setup::loginOf(custom, {}, {});
        QVERIFY(!login);
        QCOMPARE(login.error().kind, ErrorKind::BadAddress);
        QCOMPARE(login.error().service, service);
        QVERIFY(!login.error().subject.contains(QLatin1String("a:b")));
    }

    void anAddressThatGoesOnAfterItsHostIsRefused_data()
    {
        QTest::addColumn<QString>("rest");
        for (const char *rest : {"/gateway", "/v1/", "?a=b", "/#x"})
            QTest::newRow(rest) << QString::fromLatin1(rest);
    }
    void anAddressThatGoesOnAfterItsHostIsRefused()
    {
        QFETCH(QString, rest);
        const QString here = QStringLiteral("http://127.0.0.1:1");
        for (const Core::Service service : {Core::Service::Domo, Core::Service::Workiva}) {
            Profiles::Account custom = account(QStringLiteral("custom"));
            custom.domoUrl = QUrl(service == Core::Service::Domo ? here + rest : here + u'/');
            custom.workivaUrl = QUrl(service == Core::Service::Workiva ? here + rest : here + u'/');
            const auto login = Setup::loginOf(custom, {}, {});
            QVERIFY(!login);
            QCOMPARE(login.error().kind, ErrorKind::BadAddress);
            QCOMPARE(login.error().service, service);
            const auto *cause = login.error().cause.as<Core::PathInAddress>();
            QVERIFY(cause);
            QCOMPARE(cause->path, rest);
        }
    }

    void whatComesAlongWithACopyIsNoPartOfIt()
    {
        Profiles::Account one = account(QStringLiteral("us"));
        one.domoClientId = QStringLiteral("\ufeffd \r\n");
        one.workivaClientId = QStringLiteral("\u200bw\u00a0");
        const auto login = Setup::loginOf(one, QStringLiteral("1\n"), QStringLiteral("\u200f2\t"));
        QVERIFY(login);
        QCOMPARE(login->domoClientId, QStringLiteral("d"));
        QCOMPARE(login->workivaClientId, QStringLiteral("w"));
        QCOMPARE(login->domoClientSecret, QStringLiteral("1"));
        QCOMPARE(login->workivaClientSecret, QStringLiteral("2"));
    }

    void anUnseenCharacterWithinASecretIsNamedAndTheSecretIsNot()
    {
        const auto login =
            Setup::loginOf(account(QStringLiteral("us")), QStringLiteral("1"), QStringLiteral("two\u200bthree"));
        QVERIFY(!login);
        QCOMPARE(login.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(login.error().service, Core::Service::Workiva);
        QVERIFY(login.error().cause.as<Core::UnseenCharacter>());
        QVERIFY(!login.error().subject.contains(QLatin1String("two")));
    }

    void aSchemeMayBeLeftOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("address");
        const auto row = [](const char *text, const char *address) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(address);
        };
        row("api.domo.com", "https://api.domo.com");
        row(" localhost:80 ", "http://localhost:80");
        row("127.0.0.1:1", "http://127.0.0.1:1");
        row("http://gateway.example", "http://gateway.example"); // said, so kept: loginOf() refuses it
        row("", "");
    }
    void aSchemeMayBeLeftOut()
    {
        QFETCH(QString, text);
        QFETCH(QString, address);
        QCOMPARE(Setup::serviceAddressIn(text), QUrl(address));
    }

    void aGatewayHasNoPageOfItsOwn()
    {
        Profiles::Account custom = account(QStringLiteral("custom"));
        custom.domoUrl = custom.workivaUrl = QUrl(QStringLiteral("https://gateway.example"));
        QVERIFY(!Setup::workivaPage(custom, QStringLiteral("x"), QStringLiteral("y")).isValid());
        QVERIFY(!Setup::domoPage(custom, QStringLiteral("x")).isValid());
    }

    void pagesAreWhatIsPasted()
    {
        const QString spreadsheet = QString(32, u'a');
        const QString sheet = QString(32, u'b');
        const QUrl page = Setup::workivaPage(account(QStringLiteral("eu")), spreadsheet, sheet);
        QCOMPARE(page.host(), QStringLiteral("eu.wdesk.com"));
        const auto place = Setup::sheetIn(page.toString());
        QVERIFY(place);
        QCOMPARE(place->spreadsheetId, spreadsheet);
        QCOMPARE(place->sheetId, sheet);
    }

    void theDomoPageIsThatOfTheInstance()
    {
        Profiles::Account one = account(QStringLiteral("us"));
        QVERIFY(!Setup::domoPage(one, QStringLiteral("x")).isValid());
        one.domoInstance = QStringLiteral("acme-2");
        const QString id = QStringLiteral("0123abcd-4567-89ab-cdef-0123456789ab");
        const QUrl page = Setup::domoPage(one, id);
        QCOMPARE(page.host(), QStringLiteral("acme-2.domo.com"));
        QCOMPARE(Setup::dataSetIn(page.toString()).value_or(QString()), id);
    }

    void anInstanceThatIsNoNameLeadsNowhere_data()
    {
        QTest::addColumn<QString>("instance");
        for (const char *instance : {"evil.example/", "a.b", "user@evil", "-a", "a b", "a:1", ""})
            QTest::newRow(instance) << QString::fromLatin1(instance);
    }
    void anInstanceThatIsNoNameLeadsNowhere()
    {
        QFETCH(QString, instance);
        Profiles::Account one = account(QStringLiteral("us"));
        one.domoInstance = instance;
        QVERIFY(!Setup::domoPage(one, QStringLiteral("x")).isValid());
    }
};

QTEST_GUILESS_MAIN(TestLogin)
#include "tst_login.moc"
