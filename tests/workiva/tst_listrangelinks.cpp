#include "support/httpserver.h"
#include "support/testservice.h"
#include "workiva/listrangelinks.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Support::Answer;
using Workiva::ListRangeLinks;
using Workiva::RangeLink;

namespace {

const QByteArray links = "GET /content/tables/t%2F1/rangeLinks"_ba;

} // namespace

class TestListRangeLinks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sourcesOfAllPagesHaveTheirRanges()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(links, Answer::json(200, R"({"@nextLink":"?$next=2","data":[
            {"id":"a","table":"t","revision":"1","type":"source","destination":null,
             "source":{"range":{"startRow":3,"startColumn":1,"stopRow":5,"stopColumn":2}}},
            {"id":"b","table":"t","revision":"1","type":"destination","source":null,
             "destination":{"source":{"rangeLink":"c","table":"u"}}}]})"));
        server.expect(links + "?$next=2", Answer::json(200, R"({"@nextLink":null,"data":[
            {"id":"d","table":"t","revision":"1","type":"mirror"}]})"));
        ListRangeLinks job(workiva.service, u"t/1"_s);
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QCOMPARE(*job.result(),
                 (QList<RangeLink>{{u"a"_s, RangeLink::Type::Source, Sheet::Rectangle{3, 1, 3, 2}},
                                   {u"b"_s, RangeLink::Type::Destination},
                                   {u"d"_s, RangeLink::Type::Unknown}}));
    }

    void openSidesReachToTheLimitsOfASheet_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<QString>("expected");
        QTest::newRow("columns") << R"({"startRow":null,"startColumn":1,"stopRow":null,"stopColumn":1})"_ba
                                 << u"B1:B1048576"_s;
        QTest::newRow("rows") << R"({"startRow":3,"stopRow":4})"_ba << u"A4:XFD5"_s;
        QTest::newRow("beyond a sheet") << R"({"startRow":0,"startColumn":0,"stopRow":9999999,"stopColumn":0})"_ba
                                        << u"A1:A1048576"_s;
        QTest::newRow("none") << R"({"startRow":4,"startColumn":0,"stopRow":3,"stopColumn":0})"_ba << QString();
    }
    void openSidesReachToTheLimitsOfASheet()
    {
        QFETCH(QByteArray, range);
        QFETCH(QString, expected);
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(links,
                      Answer::json(200, R"({"data":[{"id":"a","type":"source","source":{"range":)" + range + "}}]}"));
        ListRangeLinks job(workiva.service, u"t/1"_s);
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QCOMPARE(Sheet::toA1(job.result()->first().range.value_or(Sheet::Rectangle())), expected);
    }

    void sourceWithoutARangeIsKnown()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(links, Answer::json(200, R"({"data":[{"id":"a","type":"source","source":null}]})"));
        ListRangeLinks job(workiva.service, u"t/1"_s);
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QCOMPARE(*job.result(), (QList<RangeLink>{{u"a"_s, RangeLink::Type::Source}}));
    }

    void anotherShapeIsABadReply_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<QString>("place");
        QTest::newRow("no ID") << R"({"data":[{"type":"source"}]})"_ba << u"$.data[0].id"_s;
        QTest::newRow("no type") << R"({"data":[{"id":"a"}]})"_ba << u"$.data[0].type"_s;
        QTest::newRow("text as row")
            << R"({"data":[{"id":"a","type":"source","source":{"range":{"startRow":"3"}}}]})"_ba
            << u"$.data[0].source.range.startRow"_s;
    }
    void anotherShapeIsABadReply()
    {
        QFETCH(QByteArray, reply);
        QFETCH(QString, place);
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(links, Answer::json(200, reply));
        ListRangeLinks job(workiva.service, u"t/1"_s);
        QVERIFY(Support::finishes(job));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::BadReply);
        QCOMPARE(job.result().error().subject, place);
    }

    void errorNamesTheTable()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(links, Answer::json(403, "{}"));
        ListRangeLinks job(workiva.service, u"t/1"_s);
        QVERIFY(Support::finishes(job));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::NoAccess);
        QCOMPARE(job.result().error().subject, u"t/1"_s);
    }
};

QTEST_GUILESS_MAIN(TestListRangeLinks)
#include "tst_listrangelinks.moc"
