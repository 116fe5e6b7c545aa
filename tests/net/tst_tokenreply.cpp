#include "net/tokenreply.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace std::chrono_literals;

namespace {

Core::Result<Net::Token> read(const QByteArray &body, const Core::Redactor &redactor = {})
{
    static const QRegularExpression form(u"^[a-z]+(:[a-z]+)?$"_s);
    return Net::readToken(body, form, redactor);
}

} // namespace

class TestTokenReply final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allIsRead()
    {
        const auto token = read(R"({"access_token":"abc.DEF-_~+/=","expires_in":599,"token_type":"bearer",
                                 "scope":"file:read file:write","customer":"acme","userId":27,"role":"Admin","extra":[1]})");
        QVERIFY(token);
        QCOMPARE(token->value, "abc.DEF-_~+/=");
        QCOMPARE(token->life, 599s);
        QCOMPARE(token->scopes, (QStringList{u"file:read"_s, u"file:write"_s}));
        QVERIFY(!token->scopesUnclear);
        QCOMPARE(token->customer, u"acme"_s);
        QCOMPARE(token->userId, u"27"_s);
        QCOMPARE(token->role, u"Admin"_s);
    }

    void onlyTheTokenMustBeThere_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("place"); // empty: the reply is sufficient
        const auto row = [](const char *body, const char *place) {
            QTest::newRow(body) << QByteArray(body) << QString::fromLatin1(place);
        };
        row(R"({"access_token":"x"})", "");
        row(R"({"access_token":"x","customer":7,"userId":{},"role":null})", "");
        row("", "$");
        row("<html>", "$");
        row(R"({})", "$.access_token");
        row(R"({"access_token":null})", "$.access_token");
        row(R"({"access_token":5})", "$.access_token");
        row(R"({"access_token":""})", "$.access_token");
        row(R"({"access_token":"a b"})", "$.access_token");
        row("{\"access_token\":\"a\\r\\nX: y\"}", "$.access_token");
        row("{\"access_token\":\"\\u00e9\"}", "$.access_token");
    }
    void onlyTheTokenMustBeThere()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, place);
        const auto token = read(body);
        QCOMPARE(token.has_value(), place.isEmpty());
        if (token)
            return;
        QCOMPARE(token.error().kind, Core::ErrorKind::BadReply);
        QCOMPARE(token.error().subject, place);
    }

    void lifeIsReadAsFarAsItMakesSense_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("599") << qint64(599);
        QTest::newRow("599.9") << qint64(599);
        QTest::newRow("\"599\"") << qint64(599);
        QTest::newRow("\" 3599 \"") << qint64(3599);
        QTest::newRow("86400") << qint64(86'400);
        for (const char *much : {"86401", "9223372036854775807", "1e300", "\"99999999999999999999\"", "\"inf\""})
            QTest::newRow(much) << qint64(86'400);
        for (const char *none :
             {"null", "0", "-1", "-9223372036854775808", "0.5", "true", "\"\"", "\"soon\"", "\"nan\"", "[599]", "{}"})
            QTest::newRow(none) << qint64(0);
    }
    void lifeIsReadAsFarAsItMakesSense()
    {
        QFETCH(const qint64, seconds);
        const auto token = read(R"({"access_token":"x","expires_in":)" + QByteArray(QTest::currentDataTag()) + '}');
        QVERIFY(token);
        QCOMPARE(qint64(token->life.count()), seconds);
    }

    void scopesAreReadInAnyForm_data()
    {
        QTest::addColumn<QStringList>("scopes");
        QTest::addColumn<bool>("unclear");
        const QStringList both{u"file:read"_s, u"file:write"_s};
        for (const char *form : {R"("file:read file:write")", "\"  file:read\\tfile:write \"",
                                 R"("file:read,file:write")", R"("file:read, file:write")", R"("FILE:READ File:Write")",
                                 R"(["file:read","file:write"])", R"(["file:read file:write"])"})
            QTest::newRow(form) << both << false;
        for (const char *untold : {"null", "\"\"", "[]"})
            QTest::newRow(untold) << QStringList() << false;
        for (const char *other : {"5", "true", R"({"file":"read"})", R"(["file:read",5])"})
            QTest::newRow(other) << QStringList() << true;
    }
    void scopesAreReadInAnyForm()
    {
        QFETCH(const QStringList, scopes);
        QFETCH(const bool, unclear);
        const auto token = read(R"({"access_token":"x","scope":)" + QByteArray(QTest::currentDataTag()) + '}');
        QVERIFY(token);
        QCOMPARE(token->scopes, scopes);
        QCOMPARE(token->scopesUnclear, unclear);
    }

    void scopesOfAnotherFormAreUnclear()
    {
        const auto token = read("{\"access_token\":\"x\",\"scope\":\"file:read https://api.wdesk.com/file\"}");
        QVERIFY(token);
        QVERIFY(token->scopesUnclear);
        QCOMPARE(token->scopes,
                 (QStringList{u"file:read"_s, u"https://api.wdesk.com/file"_s})); // as granted in any case
    }

    void wordsHoldNoSecret()
    {
        Core::Redactor redactor;
        redactor.learn(u"s3cr3t-of-this-run"_s);
        const auto token = read("{\"access_token\":\"t0ken-of-this-run\",\"scope\":\"a "
                                "t0ken-of-this-run\",\"customer\":\"\\u001b[2Ja s3cr3t-of-this-run\"}",
                                redactor);
        QVERIFY(token);
        QCOMPARE(token->scopes, (QStringList{u"a"_s, u"(removed)"_s}));
        QCOMPARE(token->customer, u"a (removed)"_s);
    }

    void onlyAClearAnswerMissesAScope()
    {
        const QString reading = u"file:read"_s;
        const QString writing = u"file:write"_s;
        Net::Token granted;
        QVERIFY(Net::missingScopes(granted, {reading, writing}).isEmpty()); // the service did not report them
        granted.scopes = QStringList{reading};
        QCOMPARE(Net::missingScopes(granted, {reading, writing}), QStringList{writing});
        QVERIFY(Net::missingScopes(granted, {reading}).isEmpty());
        granted.scopes = QStringList{u"data_tables|r"_s};
        QCOMPARE(Net::missingScopes(granted, {reading, writing}), (QStringList{reading, writing}));
        granted.scopesUnclear = true;
        QVERIFY(Net::missingScopes(granted, {reading, writing}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTokenReply)
#include "tst_tokenreply.moc"
