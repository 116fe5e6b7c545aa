#include "support/httpserver.h"
#include "support/testservice.h"
#include "workiva/getspreadsheet.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Support::Answer;

class TestGetSpreadsheet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spreadsheetIsRead()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect("GET /spreadsheets/s%2F1", Answer::json(200, R"({"id":"s/1","name":"Book","lock":"locked"})"));
        Workiva::GetSpreadsheet job(workiva.service, u"s/1"_s);
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QCOMPARE(job.result()->name, u"Book"_s);
        QVERIFY(job.result()->locked);
    }

    void errorNamesTheSpreadsheet()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect("GET /spreadsheets/s1", Answer::json(404, R"({"code":"404","message":"none"})"));
        Workiva::GetSpreadsheet job(workiva.service, u"s1"_s);
        QVERIFY(Support::finishes(job));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::NotFound);
        QCOMPARE(job.result().error().subject, u"s1"_s);
    }

    void anotherShapeIsABadReply()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect("GET /spreadsheets/s1", Answer::json(200, R"({"id":[5]})"));
        Workiva::GetSpreadsheet job(workiva.service, u"s1"_s);
        QVERIFY(Support::finishes(job));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::BadReply);
        QCOMPARE(job.result().error().subject, u"$.id"_s);
    }
};

QTEST_GUILESS_MAIN(TestGetSpreadsheet)
#include "tst_getspreadsheet.moc"
