#include "setup/diagnosis.h"

#include "setup/sandboxlogin.h"
#include "support/certificates.h"
#include "support/httpserver.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

using namespace Support;
using Core::Service;
using Setup::Diagnosis;
using Setup::Examined;
using Setup::Link;
using State = Examined::State;

namespace {

constexpr int deadline = 40'000; // ms: a refused connection is tried twice

QString dateOf(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
}

} // namespace

// Every link of the chain is broken in turn.
class TestDiagnosis final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_sandbox.isUp());
        QVERIFY(m_certificates.isReady());
    }

    void wholeChainIsSound()
    {
        const QList<Examined> links = examine(loginsOf(m_sandbox));
        QCOMPARE(brokenIn(links), QStringList());
        for (const Examined &one : links) {
            const bool isAbsent = one.link == Link::Proxy || one.link == Link::Certificate || one.link == Link::Clock;
            QCOMPARE(one.state, isAbsent ? State::NotThere : State::Sound);
        }
        QCOMPARE(find(links, Service::Domo, Link::ReadDataSet).detail, u"Trial Balance"_s);
        QCOMPARE(find(links, Service::Workiva, Link::ReadSheet).detail, u"Sheet1"_s);
        QCOMPARE(m_sandbox.requests(u"updateValuesByRange"_s), 0);
    }

    void withoutATargetTheWayEndsAtTheClocks()
    {
        m_target.reset();
        const QList<Examined> links = examine(loginsOf(m_sandbox));
        QCOMPARE(brokenIn(links), QStringList());
        QCOMPARE(links.size(), 14);
        QCOMPARE(links.last().link, Link::Clock);
    }

    void unknownHostIsABrokenName()
    {
        Setup::Logins logins = loginsOf(m_sandbox);
        logins.domo.baseUrl = QUrl(u"https://domo.invalid"_s);
        const QList<Examined> links = examine(logins);
        QCOMPARE(brokenIn(links), QStringList{u"domo name"_s});
        QCOMPARE(find(links, Service::Domo, Link::Name).detail, u"domo.invalid"_s);
        QCOMPARE(find(links, Service::Domo, Link::SignIn).state, State::NotReached);
        QCOMPARE(find(links, Service::Workiva, Link::WriteSheet).state, State::Sound); // examined all the same
    }

    void closedPortIsABrokenConnection()
    {
        Setup::Logins logins = loginsOf(m_sandbox);
        logins.workiva.baseUrl = QUrl(u"http://127.0.0.1:1"_s);
        const QList<Examined> links = examine(logins);
        QCOMPARE(brokenIn(links), QStringList{u"workiva connection"_s});
        QCOMPARE(find(links, Service::Workiva, Link::Name).state, State::Sound);
    }

    void proxyThatRejectsIsABrokenProxy()
    {
        HttpServer proxy;
        proxy.always("CONNECT workiva.invalid:443", Answer("403 Forbidden\n\n"));
        Setup::Logins logins = loginsOf(m_sandbox);
        logins.workiva.baseUrl = QUrl(u"https://workiva.invalid"_s);
        const QList<Examined> links =
            examine(logins, {Core::ProxyChoice::Use::Manual, u"127.0.0.1"_s, quint16(proxy.url().port())});
        QCOMPARE(brokenIn(links), QStringList{u"workiva proxy"_s});
        QCOMPARE(find(links, Service::Workiva, Link::Name).detail, u"127.0.0.1"_s);
    }

    void lockThatLeavesSomeCellsWritableIsTold()
    {
        const SandboxProcess sandbox({u"--input-cells"_s, u"Scratch/Sheet1!A1"_s});
        const QList<Examined> links = examine(loginsOf(sandbox));
        QCOMPARE(brokenIn(links), QStringList());
        QCOMPARE(find(links, Service::Workiva, Link::WriteSheet).detail, u"inputMode"_s);
    }

    void untrustedServiceIsABrokenCertificate()
    {
        HttpServer server(m_certificates.selfSigned());
        Setup::Logins logins = loginsOf(m_sandbox);
        logins.domo.baseUrl = server.url();
        const QList<Examined> links = examine(logins);
        QCOMPARE(brokenIn(links), QStringList{u"domo certificate"_s});
        QCOMPARE(find(links, Service::Domo, Link::Connection).state, State::Sound);
    }

    void rejectedSecretIsABrokenSignIn()
    {
        Setup::Logins logins = loginsOf(m_sandbox);
        logins.workiva.secret = Core::Secret(u"wrong"_s);
        const QList<Examined> links = examine(logins);
        QCOMPARE(brokenIn(links), QStringList{u"workiva signIn"_s});
        QCOMPARE(find(links, Service::Workiva, Link::SignIn).error->kind, Core::ErrorKind::BadCredentials);
    }

    void missingScopeIsNamed()
    {
        const SandboxProcess sandbox({u"--scope"_s, u"file:read"_s});
        const QList<Examined> links = examine(loginsOf(sandbox));
        QCOMPARE(brokenIn(links), QStringList{u"workiva scopes"_s});
        QCOMPARE(find(links, Service::Workiva, Link::Scopes).error->subject, u"file:write"_s);
    }

    void clockThatIsWrongIsNamed_data()
    {
        QTest::addColumn<int>("ahead");
        QTest::addColumn<QStringList>("broken");
        QTest::newRow("same time") << 0 << QStringList();
        QTest::newRow("behind") << -3'600 << QStringList{u"domo clock"_s};
        QTest::newRow("ahead") << 3'600 << QStringList{u"domo clock"_s};
    }
    void clockThatIsWrongIsNamed()
    {
        QFETCH(const int, ahead);
        HttpServer server;
        const QString date = dateOf(QDateTime::currentDateTimeUtc().addSecs(ahead));
        server.always("GET /oauth/token?grant_type=client_credentials&scope=data",
                      Answer("200 OK\nContent-Type: application/json\nDate: " + date.toLatin1()
                             + "\n\n"
                               R"({"access_token":"t","expires_in":3599,"scope":"data","token_type":"bearer"})"));
        Setup::Logins logins = loginsOf(m_sandbox);
        logins.domo.baseUrl = server.url();
        m_target.reset();
        const QList<Examined> links = examine(logins);
        QTEST(brokenIn(links), "broken");
        QVERIFY(std::abs(find(links, Service::Domo, Link::Clock).detail.toInt() - ahead) < 30);
    }

    void whatCannotBeReadIsNamed_data()
    {
        QTest::addColumn<Diagnosis::Target>("target");
        QTest::addColumn<QString>("broken");
        Diagnosis::Target other = targetIn(m_sandbox);
        other.dataSetId = u"0c2f6b4e-0000-4000-8000-000000000000"_s;
        QTest::newRow("DataSet") << other << u"domo readDataSet"_s;
        other = targetIn(m_sandbox);
        other.place.spreadsheetId = u"00000000000000000000000000000000"_s;
        QTest::newRow("spreadsheet") << other << u"workiva readSpreadsheet"_s;
        other = targetIn(m_sandbox);
        other.place.sheetId = u"00000000000000000000000000000000"_s;
        QTest::newRow("sheet") << other << u"workiva readSheet"_s;
        other = targetIn(m_sandbox);
        other.place.spreadsheetId = m_sandbox.spreadsheetId(u"Quarterly Filing"_s);
        other.place.sheetId = m_sandbox.sheetId(u"Quarterly Filing"_s, u"Signed Off"_s);
        QTest::newRow("locked") << other << u"workiva writeSheet"_s;
    }
    void whatCannotBeReadIsNamed()
    {
        QFETCH(const Diagnosis::Target, target);
        QFETCH(const QString, broken);
        m_target = target;
        QCOMPARE(brokenIn(examine(loginsOf(m_sandbox))), QStringList{broken});
    }

    void init() { m_target = targetIn(m_sandbox); }

private:
    [[nodiscard]] static Diagnosis::Target targetIn(const SandboxProcess &sandbox)
    {
        return {sandbox.dataSet(u"Trial Balance"_s)["id"_L1].toString(),
                {sandbox.spreadsheetId(u"Scratch"_s), sandbox.sheetId(u"Scratch"_s, u"Sheet1"_s)}};
    }

    [[nodiscard]] QList<Examined> examine(const Setup::Logins &logins, const Core::ProxyChoice &proxy = {})
    {
        Diagnosis diagnosis(logins, proxy, m_target);
        QSignalSpy finished(&diagnosis, &Diagnosis::finished);
        diagnosis.start();
        if (finished.isEmpty() && !finished.wait(deadline))
            return {};
        return diagnosis.links();
    }

    // "domo name" for each.
    [[nodiscard]] static QStringList brokenIn(const QList<Examined> &links)
    {
        if (links.isEmpty())
            return {u"nothing was examined"_s};
        QStringList broken;
        for (const Examined &one : links) {
            if (one.state == State::Broken)
                broken.append((one.service == Service::Domo ? u"domo "_s : u"workiva "_s) + Setup::name(one.link));
        }
        return broken;
    }

    [[nodiscard]] static Examined find(const QList<Examined> &links, Service service, Link link)
    {
        const auto found = std::ranges::find_if(
            links, [=](const Examined &one) { return one.service == service && one.link == link; });
        return found == links.end() ? Examined() : *found;
    }

    SandboxProcess m_sandbox;
    Certificates m_certificates;
    std::optional<Diagnosis::Target> m_target;
};

QTEST_GUILESS_MAIN(TestDiagnosis)
#include "tst_diagnosis.moc"
