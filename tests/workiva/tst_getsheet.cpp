#include "support/httpserver.h"
#include "support/testservice.h"
#include "workiva/getsheet.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Support::Answer;

class TestGetSheet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sheetIsRead()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect("GET /spreadsheets/s1/sheets/t1",
                      Answer::json(200, R"({"id":"t1","name":"Q1","lock":"inputMode"})"));
        Workiva::GetSheet job(workiva.service, {u"s1"_s, u"t1"_s});
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QCOMPARE(job.result()->name, u"Q1"_s);
        QVERIFY(job.result()->lock == Workiva::SheetInfo::Lock::InputMode);
    }

    void errorNamesTheSheet()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect("GET /spreadsheets/s1/sheets/t1", Answer::json(403, "{}"));
        Workiva::GetSheet job(workiva.service, {u"s1"_s, u"t1"_s});
        QVERIFY(Support::finishes(job));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::NoAccess);
        QCOMPARE(job.result().error().subject, u"t1"_s);
    }

    void anotherShapeIsABadReply()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect("GET /spreadsheets/s1/sheets/t1", Answer::json(200, R"({"id":null,"lock":"lock"})"));
        Workiva::GetSheet job(workiva.service, {u"s1"_s, u"t1"_s});
        QVERIFY(Support::finishes(job));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::BadReply);
        QCOMPARE(job.result().error().subject, u"$.id"_s);
    }
};

QTEST_GUILESS_MAIN(TestGetSheet)
#include "tst_getsheet.moc"
