#include "core/redaction.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestRedaction final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Every text contains the secret "S3cr3t", or another value where the form requires one.
    void secretIsRemoved_data()
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
        row("JSON with an escaped quote", "{\"client_secret\":\"ab\\\"S3cr3t\"}");
        row("JSON in JSON", "{\"message\":\"got {\\\"access_token\\\":\\\"S3cr3t\\\",\\\"a\\\":1}\"}");
        row("camel case", R"({"clientSecret":"S3cr3t","accessToken":"x"})");
        row("camel case token", R"({"accessToken":"S3cr3t"})");
        row("single quotes", "{'refresh_token': 'S3cr3t'}");
        row("form", "grant_type=client_credentials&client_id=abc&client_secret=S3cr3t&scope=file");
        row("form, last", "client_secret=S3cr3t");
        row("URL", "https://api.example.com/x?access_token=S3cr3t&y=1");
        row("user in URL", "https://user:S3cr3t@api.example.com/x");
        row("id token", "\"id_token\":\"S3cr3t\"");
        row("password", "password: S3cr3t");
        row("environment", "WORKIVA_CLIENT_SECRET=S3cr3t");
        row("option", "--domo-client-secret=S3cr3t");
        row("cut JSON", "{\"access_token\":\"S3cr3t");
        row("JWT", "rejected eyJhbGciOiJS3cr3t.eyJzdWIiOiJTM2NyM3QifQ.S3cr3t-signature here");
        row("two", R"({"access_token":"x1","refresh_token":"S3cr3t"})");
    }
    void secretIsRemoved()
    {
        QFETCH(QString, text);
        const QString redacted = Core::redacted(text);
        QVERIFY2(!redacted.contains(u"S3cr3t"_s), qPrintable(redacted));
    }

    void ordinaryTextStays_data()
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
    void ordinaryTextStays()
    {
        QFETCH(QString, text);
        QCOMPARE(Core::redacted(text), text);
    }

    void textAroundASecretIsKept()
    {
        const QString redacted =
            Core::redacted(u"before client_secret=S3cr3t&scope=file {\"access_token\":\"x1\",\"life\":5} after"_s);
        for (const char *kept : {"before", "client_secret", "&scope=file", "access_token", "\"life\":5", "after"})
            QVERIFY2(redacted.contains(QLatin1String(kept)), qPrintable(redacted));
    }

    void redactingTwiceChangesNothing()
    {
        const QString once = Core::redacted(u"Bearer abcdef123 client_secret=x {\"password\":\"p\"}"_s);
        QCOMPARE(Core::redacted(once), once);
    }

    void plainLineHasNoTerminalControls_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("plain");
        const auto row = [](const char *name, const char16_t *text, const char16_t *plain) {
            QTest::newRow(name) << QString::fromUtf16(text) << QString::fromUtf16(plain);
        };
        row("nothing", u"", u"");
        row("ordinary", u"Größe: 5 € (字) 😀", u"Größe: 5 € (字) 😀");
        row("joined emoji", u"👩\u200d👧 می\u200cخ", u"👩\u200d👧 می\u200cخ");
        row("line ends", u"a\nb\r\nc\rd\u2028e\u2029f\u0085g\th", u"a b c d e f g h");
        row("colour", u"\x1b[31;1mred\x1b[0m", u"red");
        row("cursor", u"a\x1b[2J\x1b[1;1Hb", u"ab");
        row("title",
            u"a\x1b]0;pwned\x07"
            u"b",
            u"ab");
        row("link", u"a\x1b]8;;https://x\x1b\\text\x1b]8;;\x1b\\b", u"atextb");
        row("title without end", u"a\x1b]0;pwned", u"a0;pwned");
        row("character set",
            u"a\x1b(0b\x1b"
            u"c",
            u"ab");
        row("escape alone", u"a\x1b", u"a");
        row("C1", u"a\u009b31mb\u009d0;t\u009c\u0084c", u"abc");
        row("controls",
            u"a\x01\x07\x08\x7f"
            u"b",
            u"ab");
        row("direction", u"a\u202Eb\u2066c\u2069\u200f\u061cd", u"abcd");
        row("unseen", u"a\u200b\ufeff\u00adb", u"ab");
        row("tags", u"a\U000E0041b", u"ab");
        const char16_t half[] = {u'a', 0xd83d, u'b', 0xde00, 0};
        row("half pairs", half, u"a\ufffdb\ufffd");
    }
    void plainLineHasNoTerminalControls()
    {
        QFETCH(QString, text);
        QFETCH(QString, plain);
        QCOMPARE(Core::plainLine(text), plain);
        QCOMPARE(Core::plainLine(plain), plain);
    }
};

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
