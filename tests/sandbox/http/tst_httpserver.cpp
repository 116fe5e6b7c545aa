#include "sandbox/sides.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;
using namespace Support;
using namespace std::chrono_literals;

namespace {

Options withFault(const char *text)
{
    Options options;
    options.faults = {Fault::parse(QLatin1String(text)).value()};
    return options;
}

} // namespace

// What both services share, tested with the Domo side.
class TestHttpServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headHasNoBody()
    {
        const DomoSide side;
        const RawReply answer = ask(side.server.port(), "HEAD", "/");
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.header("Content-Length").toInt() > 0);
        QVERIFY(answer.body.isEmpty());
    }

    void connectionIsKept()
    {
        const DomoSide side;
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, side.server.port());
        for (int i = 0; i < 3; ++i) {
            socket.write("GET /sandbox/requests HTTP/1.1\r\nHost: x\r\n\r\n");
            QTRY_VERIFY(socket.peek(10'000).contains("foreignTokens"));
            socket.readAll();
            QCOMPARE(socket.state(), QAbstractSocket::ConnectedState);
        }
    }

    void connectionThatEndsIsSaidTo()
    {
        // A client with a connection pool would send its next request into the closing connection.
        const DomoSide side;
        QCOMPARE(ask(side.server.port(), "GET", "/").header("Connection"), QByteArray("close"));
    }

    void requestsAreCounted()
    {
        DomoSide side;
        side.signIn();
        (void)side.get("/v1/datasets");
        (void)side.get("/v1/datasets");
        (void)side.post("/v1/datasets/query/execute/none", {{u"sql"_s, u"x"_s}});
        (void)side.get("/nowhere");
        const QJsonValue counts = ask(side.server.port(), "GET", "/sandbox/requests").json();
        QCOMPARE(counts["getAccessToken"_L1].toInt(), 1);
        QCOMPARE(counts["listDataSets"_L1].toInt(), 2);
        QVERIFY(counts["bytes"_L1]["queryDataSet"_L1].toInt() > 0);
    }

    void refusalComesInPlaceOfTheCall_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("retryAfter");
        for (const int status : {401, 403, 404, 409, 500})
            QTest::addRow("%d", status) << status << QByteArray();
        for (const int status : {429, 503})
            QTest::addRow("%d", status) << status << QByteArray("1");
    }
    void refusalComesInPlaceOfTheCall()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, retryAfter);
        DomoSide side(withFault((QByteArray::number(status) + "@listDataSets").constData()));
        side.signIn();
        const RawReply answer = side.get("/v1/datasets");
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.header("Retry-After"), retryAfter);
        QCOMPARE(answer.json()["status"_L1].toInt(), status);
        QCOMPARE(side.get("/v1/datasets").status, 200);
    }

    void droppedAndLostAnswersNeverCome_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::newRow("drop") << QByteArray("drop@listDataSets");
        QTest::newRow("lost answer") << QByteArray("lost-answer@listDataSets");
    }
    void droppedAndLostAnswersNeverCome()
    {
        QFETCH(QByteArray, fault);
        DomoSide side(withFault(fault.constData()));
        side.signIn();
        QCOMPARE(side.get("/v1/datasets").status, 0);
        QCOMPARE(side.get("/v1/datasets").status, 200);
    }

    void truncatedBodyIsShorterThanItsLength()
    {
        DomoSide side(withFault("truncate@listDataSets"));
        side.signIn();
        const RawReply answer = side.get("/v1/datasets");
        QCOMPARE(answer.status, 200);
        QVERIFY(!answer.body.isEmpty());
        QVERIFY(!answer.isWhole());
    }

    void hangingAnswerNeverComes()
    {
        DomoSide side(withFault("hang@listDataSets"));
        side.signIn();
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, side.server.port());
        socket.write("GET /v1/datasets HTTP/1.1\r\nHost: x\r\nAuthorization: bearer " + side.token + "\r\n\r\n");
        QTRY_COMPARE(ask(side.server.port(), "GET", "/sandbox/requests").json()["listDataSets"_L1].toInt(), 1);
        QCOMPARE(side.get("/v1/datasets").status, 200);
        QCOMPARE(socket.bytesAvailable(), 0);
        QCOMPARE(socket.state(), QAbstractSocket::ConnectedState);
    }

    void htmlAndMalformedAnswersKeepTheStatus()
    {
        DomoSide html(withFault("html@listDataSets"));
        html.signIn();
        QVERIFY(html.get("/v1/datasets").header("Content-Type").startsWith("text/html"));
        DomoSide broken(withFault("malformed@listDataSets"));
        broken.signIn();
        const RawReply answer = broken.get("/v1/datasets");
        QCOMPARE(answer.status, 200);
        QVERIFY(QJsonDocument::fromJson(answer.body).isNull());
    }

    void notAcceptableIsAWebPage()
    {
        DomoSide side(withFault("406@listDataSets"));
        side.signIn();
        const RawReply answer = side.get("/v1/datasets");
        QCOMPARE(answer.status, 406);
        QVERIFY(answer.header("Content-Type").startsWith("text/html"));
        QCOMPARE(side.get("/v1/datasets").status, 200);
    }

    void emptyAnswerHasNoBody()
    {
        DomoSide side(withFault("empty-200@listDataSets"));
        side.signIn();
        const RawReply answer = side.get("/v1/datasets");
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.isEmpty() && answer.isWhole());
        QVERIFY(!side.get("/v1/datasets").body.isEmpty());
    }

    void drippingAnswerComesByteByByteAndNeverEnds()
    {
        Options options = withFault("drip@listDataSets");
        options.dripInterval = 500ms;
        DomoSide side(options);
        side.signIn();
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, side.server.port());
        socket.write("GET /v1/datasets?limit=1&offset=1000 HTTP/1.1\r\nHost: x\r\nAuthorization: bearer " + side.token
                     + "\r\n\r\n");
        const QByteArray begin = "1\r\n[\r\n";
        QTRY_VERIFY(socket.peek(10'000).endsWith("\r\n\r\n" + begin));
        QVERIFY(socket.readAll().contains("Transfer-Encoding: chunked"));
        side.clock.advance(499ms);
        QCOMPARE(socket.bytesAvailable(), 0);
        for (const char *chunk : {"1\r\n]\r\n", "1\r\n \r\n", "1\r\n \r\n"}) {
            side.clock.advance(500ms);
            QTRY_COMPARE(socket.peek(100), QByteArray(chunk));
            socket.readAll();
        }
        QCOMPARE(socket.state(), QAbstractSocket::ConnectedState);
        socket.disconnectFromHost();
        QTRY_COMPARE(side.clock.waiting(), 0);
    }

    void rateLimitIsPerMinute()
    {
        Options options;
        options.rateLimit = 3;
        DomoSide side(options);
        side.signIn();
        QCOMPARE(side.get("/v1/datasets").status, 200);
        QCOMPARE(side.get("/v1/datasets").status, 200);
        const RawReply refused = side.get("/v1/datasets");
        QCOMPARE(refused.status, 429);
        QVERIFY(refused.header("Retry-After").toInt() > 0);
        side.clock.advance(std::chrono::seconds(refused.header("Retry-After").toInt()));
        QCOMPARE(side.get("/v1/datasets").status, 200);
    }

    void latencyHoldsTheAnswerBack()
    {
        Options options;
        options.latency = 50ms;
        DomoSide side(options);
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, side.server.port());
        socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_COMPARE(side.clock.waiting(), 1);
        side.clock.advance(49ms);
        QCOMPARE(side.clock.waiting(), 1);
        side.clock.advance(1ms);
        QTRY_VERIFY(socket.bytesAvailable() > 0);
    }

    void takenPortIsNotListenedOn()
    {
        const DomoSide side;
        Support::FakeClock clock;
        DomoServer other({}, clock, {});
        QVERIFY(!other.listenOn(side.server.port()));
    }
};

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
