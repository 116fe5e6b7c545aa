#include "core/redaction.h"

#include <QTest>

class RedactionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretIsTakenOut_data();
    void secretIsTakenOut();
    void ordinaryTextStays_data();
    void ordinaryTextStays();
    void whatIsAroundASecretStays();
    void redactingTwiceChangesNothing();
};

// Every text holds the secret as "S3cr3t"; some other value where the form asks for one.
void RedactionTest::secretIsTakenOut_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *text) { QTest::newRow(name) << QString::fromLatin1(text); };
    row("bearer", "Authorization: Bearer S3cr3t-token");
    row("bearer, lower case", "authorization: bearer S3cr3t.token_1~2+3/4==");
    row("bearer, short", "Authorization: Bearer S3cr3t");
    row("basic", "Authorization: Basic S3cr3tOnBYXNz==");
    row("other scheme", "Authorization: Token S3cr3t");
    row("authorization in JSON", R"({"authorization": "S3cr3t"})");
    row("JSON", R"({"access_token":"S3cr3t","expires_in":599})");
    row("JSON with spaces", R"({ "access_token" : "S3cr3t" })");
    row("JSON with an escaped quote", R"({"client_secret":"ab\"S3cr3t"})");
    row("JSON in JSON", R"({"message":"got {\"access_token\":\"S3cr3t\",\"a\":1}"})");
    row("camel case", R"({"clientSecret":"S3cr3t","accessToken":"x"})");
    row("camel case token", R"({"accessToken":"S3cr3t"})");
    row("single quotes", "{'refresh_token': 'S3cr3t'}");
    row("form", "grant_type=client_credentials&client_id=abc&client_secret=S3cr3t&scope=file");
    row("form, last", "client_secret=S3cr3t");
    row("URL", "https://api.example.com/x?access_token=S3cr3t&y=1");
    row("user in URL", "https://user:S3cr3t@api.example.com/x");
    row("id token", R"("id_token":"S3cr3t")");
    row("password", "password: S3cr3t");
    row("environment", "WORKIVA_CLIENT_SECRET=S3cr3t");
    row("option", "--domo-client-secret=S3cr3t");
    row("cut JSON", R"({"access_token":"S3cr3t)");
    row("JWT", "rejected eyJhbGciOiJS3cr3t.eyJzdWIiOiJTM2NyM3QifQ.S3cr3t-signature here");
    row("two", R"({"access_token":"x1","refresh_token":"S3cr3t"})");
}

void RedactionTest::secretIsTakenOut()
{
    QFETCH(QString, text);
    const QString redacted = Core::redacted(text);
    QVERIFY2(!redacted.contains(QStringLiteral("S3cr3t")), qPrintable(redacted));
}

void RedactionTest::ordinaryTextStays_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *text) { QTest::newRow(text) << QString::fromLatin1(text); };
    row("");
    row("Attempted to modify locked cells");
    row("Infrastructure problem (403): Access is denied");
    row(R"({"code":"ResourceNotFound","message":"Not here"})");
    row("https://api.domo.com/v1/datasets/abc?limit=50");
    row("client_id=abc&grant_type=client_credentials");
    row("The token has expired");
    row("The client secret is wrong");
    row("https://api.example.com:8443/a@b");
}

void RedactionTest::ordinaryTextStays()
{
    QFETCH(QString, text);
    QCOMPARE(Core::redacted(text), text);
}

void RedactionTest::whatIsAroundASecretStays()
{
    const QString redacted = Core::redacted(
        QStringLiteral("before client_secret=S3cr3t&scope=file {\"access_token\":\"x1\",\"life\":5} after"));
    for (const char *kept : {"before", "client_secret", "&scope=file", "access_token", "\"life\":5", "after"})
        QVERIFY2(redacted.contains(QLatin1String(kept)), qPrintable(redacted));
}

void RedactionTest::redactingTwiceChangesNothing()
{
    const QString once = Core::redacted(QStringLiteral("Bearer abcdef123 client_secret=x {\"password\":\"p\"}"));
    QCOMPARE(Core::redacted(once), once);
}

QTEST_GUILESS_MAIN(RedactionTest)
#include "tst_redaction.moc"
