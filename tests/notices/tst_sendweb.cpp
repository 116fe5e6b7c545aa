#include "notices/sendweb.h"

#include "core/clock.h"
#include "core/strayanswer.h"
#include "net/network.h"
#include "notices/webbody.h"
#include "support/certificates.h"
#include "support/httpserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Support;

using Core::ErrorKind;
using Notices::SendWeb;
using Notices::Sign;
using Shape = Notices::Webhook::Shape;

namespace {

using Sent = Core::Result<QList<Core::Error>>;

const QString path = u"/services/T000/B000/abcdefghijklmnop"_s;
const Core::Secret key(u"0123456789abcdef"_s);

Net::Request notice(const QUrl &server, Shape shape = Shape::Signed)
{
    const Notices::Message message{
        .id = u"1"_s, .at = QDateTime::currentDateTimeUtc(), .text = {u"Hello"_s, u"Body"_s}};
    QUrl address = server;
    address.setPath(path);
    return webRequest(message, {.address = address, .shape = shape, .key = key});
}

} // namespace

class TestSendWeb final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_network = Net::makeNetwork({}, {}); }

    void everySuccessIsGood_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("a word") << "200 OK\n\nok"_ba;
        QTest::newRow("accepted") << "202 Accepted\n\n"_ba;
        QTest::newRow("nothing") << "204 No Content\nContent-Length: 0\n\n"_ba;
    }
    void everySuccessIsGood()
    {
        QFETCH(const QByteArray, answer);
        HttpServer server;
        server.expect("POST " + path.toUtf8() + "\nContent-Type: application/json", answer);
        const Sent sent = this->sent(notice(server.url()));
        QVERIFY(sent && sent->isEmpty());
        QVERIFY(server.lastRequest().header("Writeback-Signature").startsWith("sha256="));
    }

    void failureIsNamed_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("wrong address") << "404 Not Found\n\nno_service"_ba << ErrorKind::NotFound;
        QTest::newRow("forbidden") << "403 Forbidden\n\ninvalid_token"_ba << ErrorKind::NoAccess;
        QTest::newRow("internal") << "500 Oops\n\n"_ba << ErrorKind::ServiceFailed;
        QTest::newRow("elsewhere") << "307 There\nLocation: https://elsewhere.invalid/x\n\n"_ba << ErrorKind::Rejected;
        QTest::newRow("page") << "200 OK\nContent-Type: text/html\n\n<!doctype html><title>Sign in</title>"_ba
                              << ErrorKind::BadReply;
    }
    void failureIsNamed()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const ErrorKind, kind);
        HttpServer server;
        server.expect("POST " + path.toUtf8(), answer); // once: a notice is not repeated
        const Sent sent = this->sent(notice(server.url()));
        QVERIFY(!sent);
        QCOMPARE(Core::name(sent.error().kind), Core::name(kind));
        QCOMPARE(sent.error().subject, u"127.0.0.1"_s);
    }

    void redirectedPingIsNotFollowedElsewhere()
    {
        HttpServer server;
        HttpServer other;
        server.expect("GET /p/start", "302 Found\nLocation: " + other.url().toEncoded() + "/p\n\n");
        const Sent sent = this->sent(Notices::pingRequest(QUrl(server.url().toString() + u"/p"_s), Sign::Start));
        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, ErrorKind::ForeignHost);
        QCOMPARE(other.connections(), 0);
    }

    void addressIsNotInErrors()
    {
        HttpServer server;
        server.expect("POST " + path.toUtf8(), [](const HttpRequest &request) {
            return Answer("400 Bad\nX-Request-Id: " + request.target + "\n\nno " + request.target + " with "
                          + key.text().toUtf8());
        });
        const Sent sent = this->sent(notice(server.url()));
        QVERIFY(!sent);
        const QString all = sent.error().detail + sent.error().requestId + sent.error().subject;
        QVERIFY2(!all.contains("abcdefghijklmnop"_L1) && !all.contains(key.text()), qPrintable(all));
    }

    void certificateIsVerified()
    {
        Certificates certificates;
        QVERIFY(certificates.isReady());
        HttpServer server(certificates.good());
        const Sent sent = this->sent(notice(server.url()));
        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, ErrorKind::TlsUntrusted);

        QProcessEnvironment environment;
        environment.insert(u"SSL_CERT_FILE"_s, certificates.authorityFile());
        m_network = Net::makeNetwork({}, environment);
        server.expect("POST " + path.toUtf8(), "200 OK\n\nok");
        QVERIFY(this->sent(notice(server.url())));
    }

    void nothingGoesElsewhereInTheClear()
    {
        Net::Request request = notice(QUrl(u"http://example.invalid"_s));
        const Sent sent = this->sent(request);
        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, ErrorKind::BadAddress);
    }

    void cancelledOneHangsUp()
    {
        HttpServer server;
        server.expect("POST " + path.toUtf8(), Answer::hang());
        SendWeb job(*m_network, m_clock, notice(server.url()), key);
        QSignalSpy ended(&job, &Net::Job::finished);
        QSignalSpy closed(&server, &HttpServer::closedByClient);
        job.start();
        QTRY_COMPARE(server.requests().size(), 1);
        job.cancel();
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(job.result().error().kind, ErrorKind::Cancelled);
        QTRY_COMPARE(closed.size(), 1);
    }

private:
    Sent sent(const Net::Request &request)
    {
        SendWeb job(*m_network, m_clock, request, key);
        QSignalSpy ended(&job, &Net::Job::finished);
        job.start();
        constexpr int limit = 30'000; // ms
        return ended.wait(limit) ? job.result() : Core::fail(ErrorKind::Internal, {}, u"it did not end"_s);
    }

    Core::SystemClock m_clock;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

QTEST_GUILESS_MAIN(TestSendWeb)
#include "tst_sendweb.moc"
