#include "support/httpserver.h"
#include "support/testservice.h"
#include "workiva/listspreadsheets.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Support::Answer;
using Workiva::ListSpreadsheets;

class TestListSpreadsheets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allPagesAreRead()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        const QByteArray whole = server.url().toEncoded() + "/spreadsheets?$next=3";
        server.expect("GET /spreadsheets",
                      Answer::json(200, R"({"data":[{"id":"a","name":"A"}],"@nextLink":"/spreadsheets?$next=2"})"));
        server.expect("GET /spreadsheets?$next=2\nAuthorization: Bearer token",
                      Answer::json(200, R"({"data":[],"@nextLink":")" + whole + R"("})"));
        server.expect("GET /spreadsheets?$next=3",
                      Answer::json(200, R"({"data":[{"id":"b","name":"B"}],"@nextLink":null})"));
        ListSpreadsheets job(workiva.service);
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QCOMPARE(job.result()->size(), 2);
        QCOMPARE(job.result()->at(1).name, u"B"_s);
    }

    void foreignPageIsRequestedFromTheServicesHost()
    {
        Support::HttpServer server;
        Support::HttpServer foreign; // expects no request
        Support::TestService workiva(server.url(), Core::Service::Workiva);
        server.expect("GET /spreadsheets",
                      Answer::json(200,
                                   R"({"data":[{"id":"a"}],"@nextLink":")" + foreign.url().toEncoded()
                                       + R"(/spreadsheets?$next=2"})"));
        server.expect("GET /spreadsheets?$next=2", Answer::json(200, R"({"data":[{"id":"b"}]})"));
        ListSpreadsheets job(workiva.service);
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QCOMPARE(job.result()->size(), 2);
        QCOMPARE(foreign.connections(), 0);
    }

    void circularPagesEnd()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect("GET /spreadsheets", Answer::json(200, R"({"data":[],"@nextLink":"?$next=2"})"));
        server.expect("GET /spreadsheets?$next=2", Answer::json(200, R"({"data":[],"@nextLink":"?$next=2"})"));
        ListSpreadsheets job(workiva.service);
        QVERIFY(Support::finishes(job));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::BadReply);
    }

    void pagesThatBringNothingNewEnd_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("empty") << QByteArray("[]");
        QTest::newRow("the same") << QByteArray(R"([{"id":"a"},{"id":"b"}])");
    }
    void pagesThatBringNothingNewEnd()
    {
        QFETCH(const QByteArray, data);
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect("GET /spreadsheets",
                      Answer::json(200, R"({"data":[{"id":"a"},{"id":"b"}],"@nextLink":"?$n=1"})"));
        for (const char *page : {"1", "2", "3"})
            server.expect(QByteArray("GET /spreadsheets?$n=") + page,
                          Answer::json(200, "{\"data\":" + data + ",\"@nextLink\":\"?$n=" + char(page[0] + 1) + "\"}"));
        ListSpreadsheets job(workiva.service);
        QVERIFY(Support::finishes(job));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::BadReply);
    }

    void anotherShapeIsABadReply()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect("GET /spreadsheets", Answer::json(200, R"({"data":[{"id":"a"},{"id":{}}]})"));
        ListSpreadsheets job(workiva.service);
        QVERIFY(Support::finishes(job));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::BadReply);
        QCOMPARE(job.result().error().subject, u"$.data[1].id"_s);
    }

    void cancelEndsBetweenPages()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect("GET /spreadsheets", Answer::json(200, R"({"data":[],"@nextLink":"?$next=2"})"));
        server.expect("GET /spreadsheets?$next=2", Answer::hang());
        ListSpreadsheets job(workiva.service);
        const QSignalSpy finished(&job, &Net::Job::finished);
        job.start();
        QTRY_COMPARE(server.requests().size(), 2);
        job.cancel();
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(job.result().error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestListSpreadsheets)
#include "tst_listspreadsheets.moc"
