#include "setup/credentialscheck.h"
#include "setup/sandboxlogin.h"
#include "support/httpserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using Setup::CredentialsCheck;
using Support::loginsOf;
using Support::SandboxProcess;

class TestCredentialsCheck final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }

    void loginAcceptedByBothIsAccepted()
    {
        CredentialsCheck check;
        const QSignalSpy checked(&check, &CredentialsCheck::checked);
        QVERIFY(!check.catalogue());
        check.ask(loginsOf(m_sandbox), {});
        QVERIFY(check.isWaiting());
        QVERIFY(!check.isAccepted());
        QTRY_COMPARE(checked.count(), 2);
        QVERIFY(!check.isWaiting());
        QVERIFY(check.isAccepted());
        QVERIFY(check.catalogue());
    }

    void loginRejectedByOneIsNotAccepted()
    {
        Setup::Logins login = loginsOf(m_sandbox);
        login.workiva.secret = Core::Secret(u"wrong"_s);
        CredentialsCheck check;
        QHash<Core::Service, bool> accepted;
        connect(&check, &CredentialsCheck::checked, this,
                [&](Core::Service service, const Core::Result<Setup::Grant> &said) {
                    accepted.insert(service, said.has_value());
                });
        check.ask(login, {});
        QTRY_COMPARE(accepted.size(), 2);
        QVERIFY(accepted[Core::Service::Domo]);
        QVERIFY(!accepted[Core::Service::Workiva]);
        QVERIFY(!check.isWaiting());
        QVERIFY(!check.isAccepted());
    }

    void stoppedCheckIsSilent()
    {
        CredentialsCheck check;
        const QSignalSpy checked(&check, &CredentialsCheck::checked);
        check.ask(loginsOf(m_sandbox), {});
        check.stop();
        QVERIFY(!check.isWaiting());
        QVERIFY(!check.catalogue());
        CredentialsCheck another;
        another.ask(loginsOf(m_sandbox), {});
        QTRY_VERIFY(another.isAccepted()); // the first answers would have arrived by now
        QCOMPARE(checked.count(), 0);
        QVERIFY(!check.isAccepted());
    }

    void stoppingDiscardsTheResults()
    {
        CredentialsCheck check;
        check.ask(loginsOf(m_sandbox), {});
        QTRY_VERIFY(check.isAccepted());
        check.stop(); // something else is entered
        QVERIFY(!check.isAccepted());
    }

    void chosenProxyReachesBothServices()
    {
        Support::HttpServer proxy;
        proxy.always("CONNECT domo.invalid:443", "403 Forbidden");
        proxy.always("CONNECT workiva.invalid:443", "403 Forbidden");
        Setup::Logins logins = loginsOf(m_sandbox);
        logins.domo.baseUrl = QUrl(u"https://domo.invalid"_s);
        logins.workiva.baseUrl = QUrl(u"https://workiva.invalid"_s);
        CredentialsCheck check;
        QHash<Core::Service, Core::ErrorKind> errors;
        connect(&check, &CredentialsCheck::checked, this,
                [&](Core::Service service, const Core::Result<Setup::Grant> &said) {
                    errors.insert(service, said.error().kind);
                });
        check.ask(logins, {Core::ProxyChoice::Use::Manual, proxy.url().host(), quint16(proxy.url().port())});
        QTRY_COMPARE_WITH_TIMEOUT(errors.size(), 2, 15'000);
        QCOMPARE(errors[Core::Service::Domo], Core::ErrorKind::ProxyRefused);
        QCOMPARE(errors[Core::Service::Workiva], Core::ErrorKind::ProxyRefused);
    }

    void checkCanBeStartedAfterAStop()
    {
        const SandboxProcess sandbox({u"--fault"_s, u"hang@tokenRequest"_s}); // only the first time
        QVERIFY(sandbox.isUp());
        CredentialsCheck check;
        const QSignalSpy checked(&check, &CredentialsCheck::checked);
        check.ask(loginsOf(sandbox), {});
        QTRY_COMPARE(checked.count(), 1);
        QVERIFY(check.isWaiting());
        check.stop();
        check.ask(loginsOf(sandbox), {});
        QTRY_VERIFY(check.isAccepted());
        QCOMPARE(checked.count(), 3);
    }

private:
    SandboxProcess m_sandbox;
};

QTEST_GUILESS_MAIN(TestCredentialsCheck)
#include "tst_credentialscheck.moc"
