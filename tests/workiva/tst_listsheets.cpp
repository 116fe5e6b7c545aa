#include "support/httpserver.h"
#include "support/testservice.h"
#include "workiva/listsheets.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Support::Answer;
using Workiva::ListSheets;

class TestListSheets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nestedAndFlatSheetsMakeOneTree()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect("GET /spreadsheets/s1/sheets", Answer::json(200, R"({"data":[
            {"id":"b","name":"Notes","index":1},
            {"id":"a","name":"Cover","index":0,"children":[
                {"id":"a1","name":"Index","index":0,"children":[{"id":"a11","name":"Terms","index":0}]}]},
            {"id":"a1","name":"Index","index":0,"parent":{"id":"a"}}],
            "@nextLink":"/spreadsheets/s1/sheets?$next=2"})"));
        server.expect("GET /spreadsheets/s1/sheets?$next=2",
                      Answer::json(200, R"({"data":[{"id":"b1","name":"Note 1","index":0,"parent":{"id":"b"}}]})"));
        ListSheets job(workiva.service, u"s1"_s);
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QStringList paths;
        for (const auto &sheet : *job.result())
            paths.append(sheet.path);
        QCOMPARE(
            paths,
            (QStringList{u"Cover"_s, u"Cover / Index"_s, u"Cover / Index / Terms"_s, u"Notes"_s, u"Notes / Note 1"_s}));
    }

    void errorNamesTheSpreadsheet()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect("GET /spreadsheets/s1/sheets", Answer::json(403, "{}"));
        ListSheets job(workiva.service, u"s1"_s);
        QVERIFY(Support::finishes(job));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::NoAccess);
        QCOMPARE(job.result().error().subject, u"s1"_s);
    }

    void anotherShapeIsABadReply()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect("GET /spreadsheets/s1/sheets",
                      Answer::json(200, R"({"data":[{"id":"a","children":[{"id":"b"},{"name":"x"}]}]})"));
        ListSheets job(workiva.service, u"s1"_s);
        QVERIFY(Support::finishes(job));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::BadReply);
        QCOMPARE(job.result().error().subject, u"$.data[0].children[1].id"_s);
    }
};

QTEST_GUILESS_MAIN(TestListSheets)
#include "tst_listsheets.moc"
