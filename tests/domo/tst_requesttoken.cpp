#include "domo/requesttoken.h"

#include "support/httpserver.h"
#include "support/testservice.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Support::Answer;

namespace {

// "client:s€cret" in UTF-8.
constexpr auto tokenRequest = "GET /oauth/token?grant_type=client_credentials&scope=data\n"
                              "Authorization: Basic Y2xpZW50OnPigqxjcmV0\n";

} // namespace

class TestRequestToken final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokenIsRead()
    {
        const auto result = request(Answer::json(200, R"({"access_token": "eyJ.eyJ.x_-", "token_type": "bearer",
            "expires_in": 3599, "scope": "data  user", "customer": "acme", "userId": 27, "role": "Admin"})"));
        QVERIFY(result);
        QCOMPARE(result->value, QByteArray("eyJ.eyJ.x_-"));
        QCOMPARE(result->life, std::chrono::seconds(3599));
        QCOMPARE(result->scopes, (QStringList{u"data"_s, u"user"_s}));
        QCOMPARE(result->customer, u"acme"_s);
    }

    void scopesAndCustomerMayBeUntold()
    {
        const auto result = request(Answer::json(200, R"({"access_token": "x", "expires_in": 1})"));
        QVERIFY(result);
        QVERIFY(result->scopes.isEmpty());
        QVERIFY(result->customer.isEmpty());
    }

    void lifeMayBeUntold()
    {
        for (const char *body : {R"({"access_token": "x"})", R"({"access_token": "x", "expires_in": "soon"})"}) {
            const auto result = request(Answer::json(200, body));
            QVERIFY(result);
            QVERIFY(result->life.count() == 0);
        }
    }

    void onlyAClearAnswerMissesTheScope()
    {
        const auto missing = [](const QStringList &scopes, bool unclear = false) {
            return Domo::missingScopes({.scopes = scopes, .scopesUnclear = unclear});
        };
        const QString data = u"data"_s;
        QVERIFY(missing({}).isEmpty());
        QVERIFY(missing({data, u"user"_s}).isEmpty());
        QCOMPARE(missing({u"user"_s}), QStringList{data});
        QVERIFY(missing({u"user"_s}, true).isEmpty());
    }

    void scopesOfAnotherFormAreUnclear()
    {
        const auto plain = request(Answer::json(200, R"({"access_token": "x", "scope": "user,audit"})"));
        QVERIFY(plain && !plain->scopesUnclear);
        const auto other = request(Answer::json(200, R"({"access_token": "x", "scope": "user data:read"})"));
        QVERIFY(other && other->scopesUnclear);
    }

    void refusalMeansBadCredentials_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("201") << QByteArray("201 Created\n\n{}");
        QTest::newRow("204") << QByteArray("204 No Content\n\n");
        QTest::newRow("302") << QByteArray("302 Found\n\n");
        QTest::newRow("400") << QByteArray("400 Bad Request\n\n{\"error\":\"invalid_client\"}");
        QTest::newRow("401") << QByteArray("401 Unauthorized\nWWW-Authenticate: Basic realm=\"x\"\n\n");
        QTest::newRow("403") << QByteArray("403 Forbidden\n\n<html>no</html>");
        QTest::newRow("404") << QByteArray("404 Not Found\n\n");
        QTest::newRow("406") << QByteArray("406 Not Acceptable\n\n");
        QTest::newRow("406 that speaks of access") << QByteArray("406 Not Acceptable\n\n403 Forbidden");
    }
    void refusalMeansBadCredentials()
    {
        QFETCH(const QByteArray, answer);
        const auto result = request(Answer(answer));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::BadCredentials);
        QCOMPARE(result.error().service, Core::Service::Domo);
    }

    void troubleIsNoRefusal_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("too many") << 429 << ErrorKind::RateLimited;
        QTest::newRow("broken") << 500 << ErrorKind::ServiceFailed;
        QTest::newRow("down") << 503 << ErrorKind::ServiceFailed;
        QTest::newRow("proxy") << 407 << ErrorKind::ProxyRefused;
    }
    void troubleIsNoRefusal()
    {
        QFETCH(const int, status);
        QFETCH(const ErrorKind, kind);
        const auto result = request(Answer::json(status, "{}"));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, kind);
    }

    void wrongPlaceIsNamed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("place");
        const auto add = [](const char *name, const char *body, const char *place) {
            QTest::newRow(name) << QByteArray(body) << QString::fromLatin1(place);
        };
        add("page", "<html>", "$");
        add("no token", R"({"expires_in": 1})", "$.access_token");
        add("empty token", R"({"access_token": "", "expires_in": 1})", "$.access_token");
        add("token that breaks a header", R"({"access_token": "a\r\nb", "expires_in": 1})", "$.access_token");
    }
    void wrongPlaceIsNamed()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, place);
        const auto result = request(Answer::json(200, body));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::BadReply);
        QCOMPARE(result.error().subject, place);
    }

private:
    static Core::Result<Net::Token> request(const Answer &answer)
    {
        Support::HttpServer server;
        server.always(tokenRequest, answer);
        Support::TestService domo(server.url(), Core::Service::Domo);
        Domo::RequestToken job(domo.service, {{}, u"client"_s, Core::Secret(u"s€cret"_s)});
        if (!Support::finishes(job, domo.clock))
            return Core::fail(ErrorKind::Internal);
        return job.takeResult();
    }
};

QTEST_GUILESS_MAIN(TestRequestToken)
#include "tst_requesttoken.moc"
