#include "support/certificates.h"
#include "support/httpserver.h"
#include "ui/wizardsteps.h"

#include <QNetworkProxy>
#include <QScopeGuard>
#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Ui::WritebackWizard;
using namespace Support;

// Either service's response to the credentials is shown on the page.
class TestWritebackWizardCredentials final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }
    void init() { m_desk = std::make_unique<Desk>(); }

    void errorIsShownBesideItsService_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Core::Service>("service");
        QTest::addColumn<ErrorKind>("kind");
        const QString nowhere = u"http://127.0.0.1:1"_s;
        QTest::newRow("domo secret") << u"Domo Client Secret"_s << u"wrong"_s << Core::Service::Domo
                                     << ErrorKind::BadCredentials;
        QTest::newRow("workiva secret") << u"Workiva Client Secret"_s << u"wrong"_s << Core::Service::Workiva
                                        << ErrorKind::BadCredentials;
        QTest::newRow("no way to domo") << u"Domo address"_s << nowhere << Core::Service::Domo << ErrorKind::NoNetwork;
        QTest::newRow("no way to workiva")
            << u"Workiva address"_s << nowhere << Core::Service::Workiva << ErrorKind::NoNetwork;
    }
    void errorIsShownBesideItsService()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(Core::Service, service);
        QFETCH(ErrorKind, kind);
        const bool domo = service == Core::Service::Domo;
        const char *bad = domo ? "domoStatus" : "workivaStatus";
        const char *good = domo ? "workivaStatus" : "domoStatus";
        WritebackWizard wizard = wizardOf(*m_desk);
        QVERIFY(show(wizard));
        QVERIFY(enterCredentials(wizard, m_sandbox));
        QVERIFY(fill(wizard, field, text));
        QVERIFY(canGoOn(wizard));
        wizard.next();
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled()); // while the check is running
        QTRY_VERIFY_WITH_TIMEOUT(says(wizard, bad, kind, service), deadline);
        QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, good) == Tone::Ok, deadline);
        QVERIFY(canGoOn(wizard)); // for another check
        QCOMPARE(wizard.currentId(), int(Credentials));
    }

    void responseOfAServiceIsShownBesideIt_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<Core::Service>("service");
        QTest::addColumn<ErrorKind>("kind");
        const auto row = [](const char *name, const char *arguments, Core::Service service, ErrorKind kind) {
            QTest::newRow(name) << QString::fromLatin1(arguments) << service << kind;
        };
        row("a grant for tables alone", "--scope data_tables|r", Core::Service::Workiva, ErrorKind::MissingScope);
        row("a grant that only reads", "--scope file:read", Core::Service::Workiva, ErrorKind::MissingScope);
        row("a client without data", "--domo-scope user", Core::Service::Domo, ErrorKind::MissingScope);
        for (const auto &[service, call] :
             {std::pair(Core::Service::Domo, "getAccessToken"), std::pair(Core::Service::Workiva, "tokenRequest")}) {
            for (const auto &[fault, kind] :
                 {std::pair("401", ErrorKind::BadCredentials), std::pair("403", ErrorKind::NoAccess),
                  std::pair("404", ErrorKind::NotFound), std::pair("429", ErrorKind::RateLimited),
                  std::pair("500", ErrorKind::ServiceFailed), std::pair("503", ErrorKind::ServiceFailed),
                  std::pair("drop", ErrorKind::ConnectionLost), std::pair("truncate", ErrorKind::ConnectionLost),
                  std::pair("malformed", ErrorKind::BadReply), std::pair("html", ErrorKind::BadReply)}) {
                const QByteArray name = QByteArray(call) + ' ' + fault;
                // How Domo rejects a client is not documented: any of these is possible.
                const bool refusal =
                    service == Core::Service::Domo && (kind == ErrorKind::NoAccess || kind == ErrorKind::NotFound);
                row(name.constData(), ("--fault " + QByteArray(fault) + '@' + call + "#*").constData(), service,
                    refusal ? ErrorKind::BadCredentials : kind);
            }
        }
    }
    void responseOfAServiceIsShownBesideIt()
    {
        QFETCH(QString, arguments);
        QFETCH(Core::Service, service);
        QFETCH(ErrorKind, kind);
        const bool domo = service == Core::Service::Domo;
        const SandboxProcess sandbox(arguments.split(u' '));
        QVERIFY(sandbox.isUp());
        WritebackWizard wizard = wizardOf(*m_desk);
        QVERIFY(show(wizard));
        QVERIFY(enterCredentials(wizard, sandbox));
        wizard.next();
        QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, domo ? "domoStatus" : "workivaStatus") == Tone::Error, deadline);
        const char *status = domo ? "domoStatus" : "workivaStatus";
        const QString subject = kind == ErrorKind::BadReply ? u"$"_s : QString();
        QVERIFY2(says(wizard, status, kind, service, subject, causeOf(arguments)), qPrintable(shown(wizard, status)));
        QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, domo ? "workivaStatus" : "domoStatus") == Tone::Ok, deadline);
        QCOMPARE(wizard.currentId(), int(Credentials));
    }

    void addressOfAnotherServiceIsReported()
    {
        WritebackWizard wizard = wizardOf(*m_desk);
        QVERIFY(show(wizard));
        QVERIFY(enterCredentials(wizard, m_sandbox));
        QVERIFY(fill(wizard, u"Workiva address"_s, m_sandbox.domo().baseUrl.toString()));
        wizard.next();
        QTRY_VERIFY2_WITH_TIMEOUT(says(wizard, "workivaStatus", ErrorKind::NotFound, Core::Service::Workiva),
                                  qPrintable(shown(wizard, "workivaStatus")), deadline);
    }

    void untrustedCertificateIsReported()
    {
        Certificates certificates;
        QVERIFY(certificates.isReady());
        const HttpServer server(certificates.selfSigned());
        WritebackWizard wizard = wizardOf(*m_desk);
        QVERIFY(show(wizard));
        QVERIFY(enterCredentials(wizard, m_sandbox));
        QVERIFY(fill(wizard, u"Workiva address"_s, server.url().toString()));
        wizard.next();
        QTRY_VERIFY2_WITH_TIMEOUT(says(wizard, "workivaStatus", ErrorKind::TlsUntrusted, Core::Service::Workiva),
                                  qPrintable(shown(wizard, "workivaStatus")), deadline);
    }

    void refusingProxyIsReported()
    {
        QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, 1));
        const auto direct = qScopeGuard([] { QNetworkProxy::setApplicationProxy(QNetworkProxy::DefaultProxy); });
        WritebackWizard wizard = wizardOf(*m_desk);
        QVERIFY(show(wizard));
        QVERIFY(enterCredentials(wizard, m_sandbox));
        for (const char *field : {"Domo address", "Workiva address"}) // requests to this computer never use a proxy
            QVERIFY(fill(wizard, QLatin1String(field), u"https://elsewhere.invalid"_s));
        wizard.next();
        QTRY_VERIFY2_WITH_TIMEOUT(says(wizard, "domoStatus", ErrorKind::ProxyRefused, Core::Service::Domo),
                                  qPrintable(shown(wizard, "domoStatus")), deadline);
        QTRY_VERIFY2_WITH_TIMEOUT(says(wizard, "workivaStatus", ErrorKind::ProxyRefused, Core::Service::Workiva),
                                  qPrintable(shown(wizard, "workivaStatus")), deadline);
    }

    void hangingCheckCanBeStopped()
    {
        const SandboxProcess sandbox({u"--fault"_s, u"hang@tokenRequest#*"_s});
        QVERIFY(sandbox.isUp());
        WritebackWizard wizard = wizardOf(*m_desk);
        QVERIFY(show(wizard));
        QVERIFY(enterCredentials(wizard, sandbox));
        wizard.next();
        QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, "domoStatus") == Tone::Ok, deadline);
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
        QVERIFY(pressBeside(wizard, "workivaStatus"));
        QVERIFY(wizard.button(QWizard::NextButton)->isEnabled());
        QVERIFY(shown(wizard, "workivaStatus").isEmpty());
    }

    void addressMayLeaveItsSchemeOut()
    {
        WritebackWizard wizard = wizardOf(*m_desk);
        QVERIFY(show(wizard));
        QVERIFY(enterCredentials(wizard, m_sandbox));
        QVERIFY(fill(wizard, u"Domo address"_s, m_sandbox.domo().baseUrl.authority()));
        wizard.next();
        QVERIFY(reaches(wizard, Details));
    }

private:
    SandboxProcess m_sandbox;
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(TestWritebackWizardCredentials)
#include "tst_writebackwizard_credentials.moc"
