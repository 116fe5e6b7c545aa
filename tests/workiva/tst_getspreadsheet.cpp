#include "support/httpserver.h"
#include "support/testservice.h"
#include "workiva/getspreadsheet.h"

#include <QtTest/QtTest>

using Core::ErrorKind;
using Support::Answer;

class TestGetSpreadsheet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSpreadsheetIsRead()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect("GET /spreadsheets/s%2F1", Answer::json(200, R"({"id":"s/1","name":"Book","lock":"locked"})"));
        Workiva::GetSpreadsheet job(workiva.service, QStringLiteral("s/1"));
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QCOMPARE(job.result()->name, QStringLiteral("Book"));
        QVERIFY(job.result()->locked);
    }

    void anErrorNamesTheSpreadsheet()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect("GET /spreadsheets/s1", Answer::json(404, R"({"code":"404","message":"none"})"));
        Workiva::GetSpreadsheet job(workiva.service, QStringLiteral("s1"));
        QVERIFY(Support::finishes(job));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::NotFound);
        QCOMPARE(job.result().error().subject, QStringLiteral("s1"));
    }

    void anotherShapeIsABadReply()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect("GET /spreadsheets/s1", Answer::json(200, R"({"id":[5]})"));
        Workiva::GetSpreadsheet job(workiva.service, QStringLiteral("s1"));
        QVERIFY(Support::finishes(job));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::BadReply);
        QCOMPARE(job.result().error().subject, QStringLiteral("$.id"));
    }
};

QTEST_GUILESS_MAIN(TestGetSpreadsheet)
#include "tst_getspreadsheet.moc"
