#include "support/httpserver.h"
#include "support/testservice.h"
#include "workiva/getspreadsheet.h"
#include "workiva/service.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

using Support::Answer;

class TestService final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRequestCarriesTheVersion()
    {
        Support::HttpServer server;
        Support::TestService borrowed(server.url());
        const auto workiva =
            Workiva::makeService(borrowed.network, borrowed.clock, {server.url(), u"id"_s, Core::Secret(u"secret"_s)});
        server.expect("POST /oauth2/token\nX-Version: 2026-01-01",
                      Answer::json(200, R"({"access_token":"abc","expires_in":599,"scope":""})"));
        server.expect("GET /spreadsheets/s1\nX-Version: 2026-01-01\nAuthorization: Bearer abc",
                      Answer::json(200, R"({"id":"s1","name":"Book"})"));
        Workiva::GetSpreadsheet job(*workiva, u"s1"_s);
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QVERIFY(workiva->id() == Core::Service::Workiva);
    }

    void addressOfTheTokensIsRemembered()
    {
        Support::HttpServer server;
        Support::TestService borrowed(server.url());
        const auto workiva =
            Workiva::makeService(borrowed.network, borrowed.clock, {server.url(), u"id"_s, Core::Secret(u"secret"_s)});
        server.expect("POST /oauth2/token", "404 Not Found");
        server.expect("POST /iam/v1/oauth2/token",
                      Answer::json(200, R"({"access_token":"abc","expires_in":599,"scope":""})"));
        server.expect("GET /spreadsheets/s1\nAuthorization: Bearer abc", "401 Unauthorized");
        server.expect("POST /iam/v1/oauth2/token",
                      Answer::json(200, R"({"access_token":"def","expires_in":599,"scope":""})"));
        server.expect("GET /spreadsheets/s1\nAuthorization: Bearer def", Answer::json(200, R"({"id":"s1"})"));
        Workiva::GetSpreadsheet job(*workiva, u"s1"_s);
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
    }
};

QTEST_GUILESS_MAIN(TestService)
#include "tst_service.moc"
