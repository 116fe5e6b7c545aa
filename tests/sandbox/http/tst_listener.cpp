#include "sandbox/http/listener.h"

#include <QHostAddress>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace Sandbox;

class TestListener final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expectationIsAnswered_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<bool>("answered");
        QTest::newRow("PUT") << QByteArray("PUT /x HTTP/1.1\r\nExpect: 100-continue\r\n\r\n") << true;
        QTest::newRow("POST") << QByteArray("POST /x HTTP/1.1\r\nHost: a\r\nexpect: 100-Continue\r\n\r\n") << true;
        QTest::newRow("nothing expected") << QByteArray("PUT /x HTTP/1.1\r\nHost: a\r\n\r\n") << false;
        QTest::newRow("GET") << QByteArray("GET /x HTTP/1.1\r\nExpect: 100-continue\r\n\r\n") << false;
    }
    void expectationIsAnswered()
    {
        QFETCH(QByteArray, head);
        QFETCH(bool, answered);
        Listener listener;
        QVERIFY(listener.listen(QHostAddress::LocalHost));
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, listener.serverPort());
        client.write(head);
        QTRY_VERIFY(listener.hasPendingConnections());
        QTcpSocket *server = listener.nextPendingConnection();
        QTRY_COMPARE(server->bytesAvailable(), head.size());
        server->write("end");
        QTRY_VERIFY(client.peek(100).endsWith("end"));
        QCOMPARE(client.readAll().startsWith("HTTP/1.1 100 Continue\r\n\r\n"), answered);
        QCOMPARE(server->readAll(), head);
    }
};

QTEST_GUILESS_MAIN(TestListener)
#include "tst_listener.moc"
