#include "net/service.h"

#include "net/httpjob.h"
#include "net/tokensource.h"
#include "support/httpserver.h"
#include "support/testservice.h"

#include <QNetworkProxy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestService final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void optionsAreKept()
    {
        Support::TestService test(QUrl(u"https://api.domo.com"_s), Core::Service::Domo);
        QCOMPARE(test.service.id(), Core::Service::Domo);
        QCOMPARE(test.service.baseUrl(), QUrl(u"https://api.domo.com"_s));
        QCOMPARE(test.service.traffic().requests, 0);
        QVERIFY(test.service.tokens());
    }

    void tokensAndThePasswordOfTheProxyAreLearned()
    {
        QNetworkAccessManager network;
        network.setProxy(QNetworkProxy(QNetworkProxy::HttpProxy, u"p"_s, 1, u"u"_s, u"pr0xy-w0rd"_s));
        Support::FakeClock clock;
        Net::Service service(network, clock, {.baseUrl = QUrl(u"https://api.domo.com"_s)});
        service.setTokenSource(Support::tokensOf(clock, {"t0k-en", "0ther-t0k-en"}));
        for (const char *token : {"t0k-en", "0ther-t0k-en"}) {
            bool answered = false;
            service.tokens()->get(this, [&answered](const auto &) { answered = true; });
            QTRY_VERIFY(answered);
            service.tokens()->refused(token);
        }
        QCOMPARE(service.redactor().cleaned(u"t0k-en, 0ther-t0k-en, pr0xy-w0rd"_s),
                 u"(removed), (removed), (removed)"_s);
    }

    void connectionsThatWereLeftAreNotUsed()
    {
        Support::HttpServer server;
        server.always("GET /a", "200 OK");
        Support::TestService test(server.url());
        for (int i = 0; i < 4; ++i) {
            Net::HttpJob job(test.service, {.url = QUrl(u"/a"_s)});
            QVERIFY(Support::finishes(job));
            QCOMPARE(server.connections(), i < 2 ? 1 : i);
            if (i > 0)
                test.service.leaveConnections();
        }
    }

    void mayDieWithATokenRequestUnderWay()
    {
        class Fetch final : public Net::JobWith<Net::Token>
        {
        public:
            explicit Fetch(Net::Service &service)
                : m_job(service, {.verb = "POST", .url = QUrl(u"/token"_s), .authorized = false})
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
        test->service.setTokenSource(std::make_unique<Net::TokenSource>(
            [&test] { return std::make_unique<Fetch>(test->service); }, test->clock));
        bool answered = false;
        test->service.tokens()->get(this, [&answered](const auto &) { answered = true; });
        QTRY_COMPARE(server.requests().size(), 1);
        test.reset();
        QCoreApplication::processEvents();
        QVERIFY(!answered);
    }
};

QTEST_GUILESS_MAIN(TestService)
#include "tst_service.moc"
