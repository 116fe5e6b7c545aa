#include "support/httpserver.h"
#include "support/testservice.h"
#include "workiva/requesttoken.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Support::Answer;
using Workiva::RequestToken;
using Workiva::TokenAddress;

namespace {

const Core::Login grant{{}, u"id+1"_s, Core::Secret(u"s&=cret é"_s)};
const QByteArray current = "POST /oauth2/token"_ba;
const QByteArray older = "POST /iam/v1/oauth2/token"_ba;
const QByteArray token = R"({"access_token":"abc","expires_in":599,"scope":""})"_ba;

Net::Service::Options versioned(const Support::HttpServer &server)
{
    return {.baseUrl = server.url(), .headers = {{"X-Version", "2026-01-01"}}};
}

} // namespace

class TestRequestToken final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void credentialsGoInAForm()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect("POST /oauth2/token\n"
                      "Content-Type: application/x-www-form-urlencoded\n"
                      "\n"
                      "grant_type=client_credentials&client_id=id%2B1&client_secret=s%26%3Dcret%20%C3%A9",
                      Answer::json(200, R"({"access_token":"abc.DEF-_","expires_in":599,"token_type":"bearer",
                                            "scope":"file:read file:write"})"));
        RequestToken job(workiva.service, grant);
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QCOMPARE(job.result()->value, QByteArray("abc.DEF-_"));
        QVERIFY(job.result()->life == std::chrono::seconds(599));
        QCOMPARE(job.result()->scopes, (QStringList{u"file:read"_s, u"file:write"_s}));
        QVERIFY(server.lastRequest().header("Authorization").isEmpty());
    }

    void refusalIsAboutTheCredentials_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("client") << 401 << QByteArray(R"({"error":"invalid_client","error_description":"x"})")
                                << ErrorKind::BadCredentials;
        QTest::newRow("grant") << 400 << QByteArray(R"({"error":"invalid_grant"})") << ErrorKind::BadCredentials;
        QTest::newRow("no words") << 400 << QByteArray() << ErrorKind::BadCredentials;
        QTest::newRow("scope") << 400 << QByteArray(R"({"error":"invalid_scope","error_description":"x"})")
                               << ErrorKind::MissingScope;
        QTest::newRow("address not allowed") << 403 << QByteArray("{}") << ErrorKind::NoAccess;
    }
    void refusalIsAboutTheCredentials()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        Support::HttpServer server;
        Support::TestService workiva(server.url(), Core::Service::Workiva);
        server.expect("POST /oauth2/token", Answer::json(status, body));
        RequestToken job(workiva.service, grant);
        QVERIFY(Support::finishes(job));
        QVERIFY(!job.result());
        QTEST(job.result().error().kind, "kind");
        QCOMPARE(job.result().error().httpStatus, status);
        QVERIFY(job.result().error().service == Core::Service::Workiva);
    }

    void olderEndpointIsUsedIfTheCurrentIsNotFound_data()
    {
        QTest::addColumn<QByteArray>("nothing");
        QTest::addColumn<int>("asked"); // number of requests until the token
        for (const char *nothing : {"404 Not Found", "405 Method Not Allowed"}) {
            for (const int asked : {2, 3})
                QTest::addRow("%s, %d", nothing, asked) << QByteArray(nothing) << asked;
        }
    }
    void olderEndpointIsUsedIfTheCurrentIsNotFound()
    {
        QFETCH(const QByteArray, nothing);
        QFETCH(const int, asked);
        Support::HttpServer server;
        Support::TestService workiva(versioned(server));
        server.expect(current, Answer(nothing + "\n\n<html>"));
        if (asked == 3)
            server.expect(older, Answer(nothing));
        server.expect(older, Answer::json(200, token));
        const auto known = std::make_shared<TokenAddress>(TokenAddress::Current);
        RequestToken job(workiva.service, grant, known);
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QCOMPARE(server.requests().size(), asked);
        QCOMPARE(server.requests()[0].header("X-Version"), QByteArray("2026-01-01"));
        QVERIFY(server.requests()[1].header("X-Version").isEmpty());
        if (asked == 3)
            QCOMPARE(server.requests()[2].header("X-Version"), QByteArray("2026-01-01"));
        for (const auto &request : server.requests())
            QCOMPARE(request.body, server.requests()[0].body);

        server.expect(older, Answer::json(200, token)); // tried first, because it worked before
        RequestToken next(workiva.service, grant, known);
        QVERIFY(Support::finishes(next));
        QVERIFY(next.result());
        QCOMPARE(server.lastRequest().header("X-Version").isEmpty(), asked == 2);
    }

    void refusalAtTheOlderAddressIsTheResult()
    {
        Support::HttpServer server;
        Support::TestService workiva(versioned(server));
        server.expect(current, "404 Not Found");
        server.expect(older, Answer::json(401, R"({"error":"invalid_client"})"));
        const auto known = std::make_shared<TokenAddress>(TokenAddress::Current);
        RequestToken job(workiva.service, grant, known);
        QVERIFY(Support::finishes(job));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::BadCredentials);
        QVERIFY(*known == TokenAddress::Current);
    }

    void hostWithoutEndpointsIsNotWorkivas_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("404") << 404;
        QTest::newRow("405") << 405;
    }
    void hostWithoutEndpointsIsNotWorkivas()
    {
        QFETCH(const int, status);
        Support::HttpServer server;
        Support::TestService workiva(server.url(), Core::Service::Workiva);
        server.expect(current, Answer::json(status, R"({"message":"first"})"));
        server.expect(older, Answer::json(404, R"({"message":"second"})"));
        server.expect(older, Answer::json(404, R"({"message":"third"})"));
        RequestToken job(workiva.service, grant);
        QVERIFY(Support::finishes(job));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::NotFound);
        QCOMPARE(job.result().error().detail, u"first"_s);
        QCOMPARE(job.result().error().httpStatus, status);
    }

    void failingServiceIsNotTriedElsewhere()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.always(current, "500 Internal Server Error");
        RequestToken job(workiva.service, grant);
        QVERIFY(Support::finishes(job, workiva.clock));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::ServiceFailed);
    }

    void anotherShapeIsABadReply_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("place");
        const QString value = u"$.access_token"_s;
        QTest::newRow("no token") << QByteArray(R"({"expires_in":599})") << value;
        QTest::newRow("empty token") << QByteArray(R"({"access_token":"","expires_in":599})") << value;
        QTest::newRow("header in the token") << QByteArray(R"({"access_token":"a\r\nX: y","expires_in":599})") << value;
        QTest::newRow("page") << QByteArray("<html>") << u"$"_s;
    }
    void anotherShapeIsABadReply()
    {
        QFETCH(const QByteArray, body);
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect("POST /oauth2/token", Answer::json(200, body));
        RequestToken job(workiva.service, grant);
        QVERIFY(Support::finishes(job));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::BadReply);
        QTEST(job.result().error().subject, "place");
    }

    void lifeMayBeUntold_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("seconds");
        QTest::newRow("none") << QByteArray(R"({"access_token":"a"})") << 0;
        QTest::newRow("text") << QByteArray(R"({"access_token":"a","expires_in":"599"})") << 599;
        QTest::newRow("over") << QByteArray(R"({"access_token":"a","expires_in":0})") << 0;
    }
    void lifeMayBeUntold()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const int, seconds);
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect("POST /oauth2/token", Answer::json(200, body));
        RequestToken job(workiva.service, grant);
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QVERIFY(job.result()->life == std::chrono::seconds(seconds));
    }

    void scopesOfAnotherFormAreUnclear_data()
    {
        QTest::addColumn<QByteArray>("scope");
        QTest::addColumn<bool>("unclear");
        QTest::newRow("files") << QByteArray("\"file:read file:write\"") << false;
        QTest::newRow("tables") << QByteArray("\"data_tables|r,data_tables|w\"") << false;
        QTest::newRow("untold") << QByteArray("null") << false;
        QTest::newRow("words") << QByteArray("\"file:read files\"") << true;
        QTest::newRow("dots") << QByteArray("\"file.read\"") << true;
        QTest::newRow("addresses") << QByteArray("\"https://api.wdesk.com/file\"") << true;
        QTest::newRow("object") << QByteArray("{}") << true;
    }
    void scopesOfAnotherFormAreUnclear()
    {
        QFETCH(const QByteArray, scope);
        QFETCH(const bool, unclear);
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect("POST /oauth2/token", Answer::json(200, R"({"access_token":"a","scope":)" + scope + '}'));
        RequestToken job(workiva.service, grant);
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QCOMPARE(job.result()->scopesUnclear, unclear);
    }
};

QTEST_GUILESS_MAIN(TestRequestToken)
#include "tst_requesttoken.moc"
