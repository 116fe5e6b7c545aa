#include "domo/service.h"

#include "domo/getdataset.h"
#include "net/weborigin.h"
#include "support/httpserver.h"
#include "support/testservice.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Support::Answer;

class TestService final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultAddressIsAcceptable() { QVERIFY(Net::isAcceptable(Domo::defaultBaseUrl())); }

    void operationsShareOneToken()
    {
        Support::HttpServer server;
        server.expect("GET /oauth/token?grant_type=client_credentials&scope=data\nAuthorization: Basic YTpi\n",
                      Answer::json(200, R"({"access_token": "t-1", "expires_in": 3599})"));
        server.always("GET /v1/datasets/x\nAuthorization: Bearer t-1\n",
                      Answer::json(200, R"({"id": "x", "rows": 0})"));
        const auto service = Domo::makeService(m_network, m_clock, {server.url(), u"a"_s, Core::Secret(u"b"_s)});
        QCOMPARE(service->id(), Core::Service::Domo);
        for (int i = 0; i < 2; ++i) {
            Domo::GetDataSet job(*service, u"x"_s);
            QVERIFY(Support::finishes(job));
            QVERIFY(job.result());
        }
    }

    void refusedClientEndsTheOperation()
    {
        Support::HttpServer server;
        server.expect("GET /oauth/token?grant_type=client_credentials&scope=data", "401 Unauthorized\n\n");
        const auto service = Domo::makeService(m_network, m_clock, {server.url(), u"a"_s, Core::Secret(u"b"_s)});
        Domo::GetDataSet job(*service, u"x"_s);
        QVERIFY(Support::finishes(job));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, Core::ErrorKind::BadCredentials);
        QCOMPARE(job.result().error().service, Core::Service::Domo);
    }

private:
    Support::FakeClock m_clock;
    QNetworkAccessManager m_network;
};

QTEST_GUILESS_MAIN(TestService)
#include "tst_service.moc"
