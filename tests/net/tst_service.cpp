#include "net/service.h"

#include "net/tokensource.h"
#include "support/httpserver.h"
#include "support/testservice.h"

#include <QTest>

class ServiceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void optionsAreKept();
    void mayDieWithATokenRequestUnderWay();
};

void ServiceTest::optionsAreKept()
{
    Support::TestService test(QUrl(QStringLiteral("https://api.domo.com")), Core::Service::Domo);
    QCOMPARE(test.service.id(), Core::Service::Domo);
    QCOMPARE(test.service.baseUrl(), QUrl(QStringLiteral("https://api.domo.com")));
    QCOMPARE(test.service.traffic().requests, 0);
    QVERIFY(test.service.tokens());
}

void ServiceTest::mayDieWithATokenRequestUnderWay()
{
    class Fetch final : public Net::JobWith<Net::Token>
    {
    public:
        explicit Fetch(Net::Service &service)
            : m_job(service, {.verb = "POST", .url = QUrl(QStringLiteral("/token")), .authorized = false})
        {
        }

    protected:
        void run() override { m_job.start(); }
        void abort() override { m_job.cancel(); }

    private:
        Net::HttpJob m_job;
    };
    Support::HttpServer server;
    server.expect("POST /token", Support::Answer::hang());
    auto test = std::make_unique<Support::TestService>(server.url());
    test->service.setTokenSource(
        std::make_unique<Net::TokenSource>([&test] { return std::make_unique<Fetch>(test->service); }, test->clock));
    bool answered = false;
    test->service.tokens()->get(this, [&answered](const auto &) { answered = true; });
    QTRY_COMPARE(server.requests().size(), 1);
    test.reset();
    QCoreApplication::processEvents();
    QVERIFY(!answered);
}

QTEST_GUILESS_MAIN(ServiceTest)
#include "tst_service.moc"
