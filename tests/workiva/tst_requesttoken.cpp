#include "support/httpserver.h"
#include "support/testservice.h"
#include "workiva/requesttoken.h"

#include <QtTest/QtTest>

using Core::ErrorKind;
using Support::Answer;
using Workiva::RequestToken;

namespace {

const Workiva::Credentials grant{QStringLiteral("id+1"), QStringLiteral("s&=cret é")};

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
        QCOMPARE(job.result()->scopes, (QStringList{QStringLiteral("file:read"), QStringLiteral("file:write")}));
        QVERIFY(server.lastRequest().header("Authorization").isEmpty());
    }

    void aRefusalIsAboutTheCredentials_data()
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
        QTest::newRow("wrong host") << 404 << QByteArray("<html>") << ErrorKind::NotFound;
    }
    void aRefusalIsAboutTheCredentials()
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

    void anotherShapeIsABadReply_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("place");
        const QString value = QStringLiteral("$.access_token");
        const QString life = QStringLiteral("$.expires_in");
        QTest::newRow("no token") << QByteArray(R"({"expires_in":599})") << value;
        QTest::newRow("empty token") << QByteArray(R"({"access_token":"","expires_in":599})") << value;
        QTest::newRow("header in the token") << QByteArray(R"({"access_token":"a\r\nX: y","expires_in":599})") << value;
        QTest::newRow("no life") << QByteArray(R"({"access_token":"a"})") << life;
        QTest::newRow("life as text") << QByteArray(R"({"access_token":"a","expires_in":"599"})") << life;
        QTest::newRow("no life left") << QByteArray(R"({"access_token":"a","expires_in":0})") << life;
        QTest::newRow("page") << QByteArray("<html>") << QStringLiteral("$");
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

    void scopesThatAreNeededAndNotGrantedAreMissing()
    {
        const QString read = QStringLiteral("file:read");
        const QString write = QStringLiteral("file:write");
        Net::Token token;
        QVERIFY(Workiva::missingScopes(token, {read, write}).isEmpty()); // the service did not tell
        token.scopes = QStringList{read};
        QCOMPARE(Workiva::missingScopes(token, {read, write}), QStringList{write});
        QVERIFY(Workiva::missingScopes(token, {read}).isEmpty());
        token.scopes = QStringList{QStringLiteral("data_tables|r"), QStringLiteral("data_tables|w")};
        QCOMPARE(Workiva::missingScopes(token, {read, write}), (QStringList{read, write}));
    }
};

QTEST_GUILESS_MAIN(TestRequestToken)
#include "tst_requesttoken.moc"
