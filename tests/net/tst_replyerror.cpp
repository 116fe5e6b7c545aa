#include "net/replyerror.h"

#include "core/strayanswer.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;

class TestReplyError final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void detailHoldsTheServicesWords_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QStringList>("not_");
        QTest::newRow("Workiva") << QByteArray(
            R"({"code":"ResourceNotFound","message":"Not here.","target":"id","details":[{"code":"x","message":"Sheet 7 is gone.","target":"sheet"},{"message":"Really."}]})")
                                 << QStringList{u"ResourceNotFound"_s, u"Not here."_s, u"Sheet 7 is gone."_s,
                                                u"Really."_s}
                                 << QStringList{u"{"_s};
        QTest::newRow("Domo") << QByteArray(
            R"({"status":400,"statusReason":"Bad Request","message":"Infrastructure problem (403): Access is denied","toe":"T"})")
                              << QStringList{u"Infrastructure problem (403): Access is denied"_s}
                              << QStringList{u"{"_s};
        QTest::newRow("Domo without a message") << QByteArray(R"({"status":406,"statusReason":"Not Acceptable"})")
                                                << QStringList{u"Not Acceptable"_s} << QStringList{u"{"_s};
        QTest::newRow("OAuth") << QByteArray(R"({"error":"invalid_client","error_description":"Unknown client."})")
                               << QStringList{u"invalid_client"_s, u"Unknown client."_s} << QStringList{u"{"_s};
        QTest::newRow("nested error") << QByteArray(R"({"error":{"code":"c1","message":"m1"}})")
                                      << QStringList{u"c1"_s, u"m1"_s} << QStringList{u"{"_s};
        QTest::newRow("HTML") << QByteArray("<!DOCTYPE html>\n<html><head><style>p { color: red }</style>\n"
                                            "<title>502 Bad &amp; ugly</title></head><body><p>More</p></body></html>")
                              << QStringList{u"502 Bad & ugly"_s} << QStringList{u"<"_s, u"color"_s, u"More"_s};
        QTest::newRow("text") << QByteArray("\n  upstream connect error  \nsecond line")
                              << QStringList{u"upstream connect error"_s} << QStringList{u"second"_s};
        QTest::newRow("JSON of another shape")
            << QByteArray(R"({"fault":"odd"})") << QStringList{u"odd"_s} << QStringList{};
    }
    void detailHoldsTheServicesWords()
    {
        QFETCH(QByteArray, body);
        QFETCH(QStringList, words);
        QFETCH(QStringList, not_);
        const Core::Error error = Net::replyError({.status = 400}, body, {});
        QCOMPARE(error.kind, ErrorKind::Rejected);
        QCOMPARE(error.httpStatus, 400);
        for (const QString &word : std::as_const(words))
            QVERIFY2(error.detail.contains(word), qPrintable(error.detail));
        for (const QString &word : std::as_const(not_))
            QVERIFY2(!error.detail.contains(word), qPrintable(error.detail));
    }

    void detailIsOfBoundedLength()
    {
        const Core::Error error = Net::replyError({.status = 500}, QByteArray(60'000, 'x'), {});
        QVERIFY(error.detail.size() <= 500);
        QVERIFY(Net::replyError({.status = 500}, {}, {}).detail.isEmpty());
    }

    void detailHoldsNoSecret()
    {
        Core::Redactor redactor;
        redactor.learn(u"s3cr3t/of-this=run"_s);
        for (const char *body :
             {R"({"message":"Token Bearer abcdef123456 is bad"})", R"({"error":"s3cr3t\/of-this=run"})",
              R"({"code":"c","message":"no s3cr3t%2Fof-this%3Drun"})", "<h1>s3cr3t/of-<b>this=run</b></h1>",
              "<title>s3cr3t&#47;of-this&#61;run</title>", R"({"details":[{"target":"s3cr3t/of-this=run"}]})",
              R"({"toe":"s3cr3t/of-this=run"})"}) {
            const Core::Error error = Net::replyError({.status = 401}, body, redactor);
            const auto *words = error.cause.as<Net::ServiceWords>();
            QVERIFY(words);
            for (const QString &text : {error.detail, error.requestId, words->code, words->message}) {
                QVERIFY2(!text.contains(u"abcdef123456"_s), qPrintable(text));
                QVERIFY2(!text.contains(u"s3cr3t"_s), qPrintable(text));
            }
        }
    }

    void causeHoldsTheWordsByTheirParts_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const char *body, const char *code, const char *message) {
            QTest::newRow(name) << QByteArray(body) << QString::fromLatin1(code) << QString::fromLatin1(message);
        };
        row("OAuth", R"({"error":"invalid_scope","error_description":"No."})", "invalid_scope", "No.");
        row("OAuth, bare", R"({"error":"invalid_scope"})", "invalid_scope", "");
        row("Workiva", R"({"code":"Gone","message":"Not here.","details":[{"target":"id","message":"Sheet 7."}]})",
            "Gone", "Not here.: id: Sheet 7.");
        row("Domo", R"({"status":400,"statusReason":"Bad Request","message":"Infrastructure problem (403): Denied"})",
            "", "Infrastructure problem (403): Denied");
        row("Domo, bare", R"({"status":406,"statusReason":"Not Acceptable"})", "", "Not Acceptable");
        row("page", "<h1>Oh</h1>", "", "Oh");
        row("nothing", "", "", "");
    }
    void causeHoldsTheWordsByTheirParts()
    {
        QFETCH(const QByteArray, body);
        const Core::Error error = Net::replyError({.status = 400}, body, {});
        const auto *words = error.cause.as<Net::ServiceWords>();
        QVERIFY(words);
        QTEST(words->code, "code");
        QTEST(words->message, "message");
    }

    void pageIsKnownByItsBeginning_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("begin");
        QTest::addColumn<bool>("isPage");
        const QByteArray html("text/html; charset=utf-8");
        const QByteArray json("application/json");
        QTest::newRow("page") << html << QByteArray("<!DOCTYPE html><html>") << true;
        QTest::newRow("fragment") << html << QByteArray("\n  <p>Sign in") << true;
        QTest::newRow("XHTML") << QByteArray("Application/XHTML+xml") << QByteArray("<?xml version") << true;
        QTest::newRow("as JSON") << json << QByteArray("\xEF\xBB\xBF\r\n<HTML lang=en>") << true;
        QTest::newRow("as CSV") << QByteArray("text/csv") << QByteArray("<!doctype HTML>") << true;
        QTest::newRow("untold") << QByteArray() << QByteArray("<html>") << true;
        // Some servers label everything like that.
        QTest::newRow("JSON as page") << html << QByteArray("{\"a\":1}") << false;
        QTest::newRow("CSV with tags") << QByteArray("text/csv") << QByteArray("<b>Name</b>,x") << false;
        QTest::newRow("CSV of pages") << QByteArray("text/csv") << QByteArray("<htmlname>,x") << false;
        QTest::newRow("JSON") << json << QByteArray("{}") << false;
        QTest::newRow("nothing") << html << QByteArray() << false;
    }
    void pageIsKnownByItsBeginning()
    {
        QFETCH(const QByteArray, type);
        QFETCH(const QByteArray, begin);
        QFETCH(const bool, isPage);
        QCOMPARE(Net::beginsAsPage({.headers = {{"Content-Type", type}}}, begin), isPage);
    }

    void pageErrorTellsTitleAndHost_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QString>("title");
        QTest::newRow("title") << QByteArray("<html><head><Title lang=x>Sign in &amp;\n go</title><body>Hello")
                               << u"Sign in & go"_s;
        QTest::newRow("none") << QByteArray("<html><style>x</style><h1>Welcome</h1>") << u"Welcome"_s;
        QTest::newRow("cut") << QByteArray("<title>Sign") << u"Sign"_s;
        QTest::newRow("empty") << QByteArray("<html>") << QString();
        QTest::newRow("secret") << QByteArray("<title>for s3cr3t-of-this-run</title>") << u"for (removed)"_s;
        QTest::newRow("escapes") << QByteArray("<title>a\x1b[31mb\x07</title>") << u"ab"_s;
    }
    void pageErrorTellsTitleAndHost()
    {
        QFETCH(const QByteArray, page);
        QFETCH(const QString, title);
        Core::Redactor redactor;
        redactor.learn(u"s3cr3t-of-this-run"_s);
        const Core::Error error = Net::pageError({.status = 200}, page, u"api.domo.com"_s, redactor);
        QCOMPARE(error.kind, ErrorKind::BadReply);
        QCOMPARE(error.httpStatus, 200);
        QCOMPARE(error.detail, title);
        QVERIFY(error.cause.as<Core::WebPage>());
        QCOMPARE(*error.cause.as<Core::WebPage>(), (Core::WebPage{title, u"api.domo.com"_s}));
    }

    void requestIdIsFound_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("id");
        QTest::newRow("toe") << QByteArray() << QByteArray(R"({"toe":"TOE-7"})") << u"TOE-7"_s;
        QTest::newRow("toe before a header")
            << QByteArray("X-Request-Id") << QByteArray(R"({"toe":"TOE-7"})") << u"TOE-7"_s;
        QTest::newRow("header") << QByteArray("x-request-id") << QByteArray("{}") << u"from-header"_s;
        QTest::newRow("Workiva's header") << QByteArray("wk-request-id") << QByteArray() << u"from-header"_s;
        QTest::newRow("none") << QByteArray("X-Other") << QByteArray() << QString();
    }
    void requestIdIsFound()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, body);
        QFETCH(QString, id);
        const Core::Error error = Net::replyError({.status = 500, .headers = {{header, "from-header"}}}, body, {});
        QCOMPARE(error.requestId, id);
    }

    void networkErrorHasAKind_data()
    {
        QTest::addColumn<QNetworkReply::NetworkError>("error");
        QTest::addColumn<bool>("sent");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("refused") << QNetworkReply::ConnectionRefusedError << false << ErrorKind::NoNetwork;
        QTest::newRow("host") << QNetworkReply::HostNotFoundError << false << ErrorKind::NoNetwork;
        QTest::newRow("closed") << QNetworkReply::RemoteHostClosedError << true << ErrorKind::ConnectionLost;
        QTest::newRow("resend") << QNetworkReply::ContentReSendError << true << ErrorKind::ConnectionLost;
        QTest::newRow("aborted by the watch") << QNetworkReply::OperationCanceledError << true << ErrorKind::TimedOut;
        QTest::newRow("socket's time-out") << QNetworkReply::TimeoutError << false << ErrorKind::TimedOut;
        QTest::newRow("TLS") << QNetworkReply::SslHandshakeFailedError << false << ErrorKind::TlsUntrusted;
        QTest::newRow("proxy refused") << QNetworkReply::ProxyConnectionRefusedError << false
                                       << ErrorKind::ProxyRefused;
        QTest::newRow("proxy wants a password")
            << QNetworkReply::ProxyAuthenticationRequiredError << false << ErrorKind::ProxyRefused;
        QTest::newRow("proxy not found") << QNetworkReply::ProxyNotFoundError << false << ErrorKind::ProxyRefused;
        QTest::newRow("protocol") << QNetworkReply::ProtocolFailure << true << ErrorKind::BadReply;
        QTest::newRow("unknown, nothing sent") << QNetworkReply::UnknownNetworkError << false << ErrorKind::NoNetwork;
        QTest::newRow("unknown, sent") << QNetworkReply::UnknownNetworkError << true << ErrorKind::ConnectionLost;
    }
    void networkErrorHasAKind()
    {
        QFETCH(QNetworkReply::NetworkError, error);
        QFETCH(bool, sent);
        QFETCH(ErrorKind, kind);
        QCOMPARE(Net::kindOf(error, sent), kind);
    }
};

QTEST_GUILESS_MAIN(TestReplyError)
#include "tst_replyerror.moc"
