#include "net/replyerror.h"

#include <QTest>

using Core::ErrorKind;

class ReplyErrorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void detailHoldsTheServicesWords_data();
    void detailHoldsTheServicesWords();
    void detailIsOfBoundedLength();
    void detailHoldsNoSecret();
    void requestIdIsFound_data();
    void requestIdIsFound();
    void networkErrorHasAKind_data();
    void networkErrorHasAKind();
};

void ReplyErrorTest::detailHoldsTheServicesWords_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("not_");
    QTest::newRow("Workiva") << QByteArray(
        R"({"code":"ResourceNotFound","message":"Not here.","target":"id","details":[{"code":"x","message":"Sheet 7 is gone.","target":"sheet"},{"message":"Really."}]})")
                             << QStringList{QStringLiteral("ResourceNotFound"), QStringLiteral("Not here."),
                                            QStringLiteral("Sheet 7 is gone."), QStringLiteral("Really.")}
                             << QStringList{QStringLiteral("{")};
    QTest::newRow("Domo") << QByteArray(
        R"({"status":400,"statusReason":"Bad Request","message":"Infrastructure problem (403): Access is denied","toe":"T"})")
                          << QStringList{QStringLiteral("Infrastructure problem (403): Access is denied")}
                          << QStringList{QStringLiteral("{")};
    QTest::newRow("Domo without a message")
        << QByteArray(R"({"status":406,"statusReason":"Not Acceptable"})")
        << QStringList{QStringLiteral("Not Acceptable")} << QStringList{QStringLiteral("{")};
    QTest::newRow("OAuth") << QByteArray(R"({"error":"invalid_client","error_description":"Unknown client."})")
                           << QStringList{QStringLiteral("invalid_client"), QStringLiteral("Unknown client.")}
                           << QStringList{QStringLiteral("{")};
    QTest::newRow("nested error") << QByteArray(R"({"error":{"code":"c1","message":"m1"}})")
                                  << QStringList{QStringLiteral("c1"), QStringLiteral("m1")}
                                  << QStringList{QStringLiteral("{")};
    QTest::newRow("HTML") << QByteArray("<!DOCTYPE html>\n<html><head><style>p { color: red }</style>\n"
                                        "<title>502 Bad &amp; ugly</title></head><body><p>More</p></body></html>")
                          << QStringList{QStringLiteral("502 Bad & ugly")}
                          << QStringList{QStringLiteral("<"), QStringLiteral("color"), QStringLiteral("More")};
    QTest::newRow("text") << QByteArray("\n  upstream connect error  \nsecond line")
                          << QStringList{QStringLiteral("upstream connect error")}
                          << QStringList{QStringLiteral("second")};
    QTest::newRow("JSON of another shape")
        << QByteArray(R"({"fault":"odd"})") << QStringList{QStringLiteral("odd")} << QStringList{};
}

void ReplyErrorTest::detailHoldsTheServicesWords()
{
    QFETCH(QByteArray, body);
    QFETCH(QStringList, words);
    QFETCH(QStringList, not_);
    const Core::Error error = Net::replyError({.status = 400}, body);
    QCOMPARE(error.kind, ErrorKind::Rejected);
    QCOMPARE(error.httpStatus, 400);
    for (const QString &word : std::as_const(words))
        QVERIFY2(error.detail.contains(word), qPrintable(error.detail));
    for (const QString &word : std::as_const(not_))
        QVERIFY2(!error.detail.contains(word), qPrintable(error.detail));
}

void ReplyErrorTest::detailIsOfBoundedLength()
{
    const Core::Error error = Net::replyError({.status = 500}, QByteArray(60'000, 'x'));
    QVERIFY(error.detail.size() <= 500);
    QVERIFY(Net::replyError({.status = 500}, {}).detail.isEmpty());
}

void ReplyErrorTest::detailHoldsNoSecret()
{
    const Core::Error error = Net::replyError({.status = 401}, R"({"message":"Token Bearer abcdef123456 is bad"})");
    QVERIFY(!error.detail.contains(QStringLiteral("abcdef123456")));
}

void ReplyErrorTest::requestIdIsFound_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("id");
    QTest::newRow("toe") << QByteArray() << QByteArray(R"({"toe":"TOE-7"})") << QStringLiteral("TOE-7");
    QTest::newRow("toe before a header") << QByteArray("X-Request-Id") << QByteArray(R"({"toe":"TOE-7"})")
                                         << QStringLiteral("TOE-7");
    QTest::newRow("header") << QByteArray("x-request-id") << QByteArray("{}") << QStringLiteral("from-header");
    QTest::newRow("Workiva's header") << QByteArray("wk-request-id") << QByteArray() << QStringLiteral("from-header");
    QTest::newRow("none") << QByteArray("X-Other") << QByteArray() << QString();
}

void ReplyErrorTest::requestIdIsFound()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, body);
    QFETCH(QString, id);
    const Core::Error error = Net::replyError({.status = 500, .headers = {{header, "from-header"}}}, body);
    QCOMPARE(error.requestId, id);
}

void ReplyErrorTest::networkErrorHasAKind_data()
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
    QTest::newRow("proxy refused") << QNetworkReply::ProxyConnectionRefusedError << false << ErrorKind::ProxyRefused;
    QTest::newRow("proxy wants a password")
        << QNetworkReply::ProxyAuthenticationRequiredError << false << ErrorKind::ProxyRefused;
    QTest::newRow("proxy not found") << QNetworkReply::ProxyNotFoundError << false << ErrorKind::ProxyRefused;
    QTest::newRow("protocol") << QNetworkReply::ProtocolFailure << true << ErrorKind::BadReply;
    QTest::newRow("unknown, nothing sent") << QNetworkReply::UnknownNetworkError << false << ErrorKind::NoNetwork;
    QTest::newRow("unknown, sent") << QNetworkReply::UnknownNetworkError << true << ErrorKind::ConnectionLost;
}

void ReplyErrorTest::networkErrorHasAKind()
{
    QFETCH(QNetworkReply::NetworkError, error);
    QFETCH(bool, sent);
    QFETCH(ErrorKind, kind);
    QCOMPARE(Net::kindOf(error, sent), kind);
}

QTEST_GUILESS_MAIN(ReplyErrorTest)
#include "tst_replyerror.moc"
