#include "domo/listdatasets.h"

#include "support/httpserver.h"
#include "support/testservice.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Domo::ListDataSets;
using Support::Answer;

class TestListDataSets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pageIsAskedFor_data()
    {
        QTest::addColumn<QString>("nameLike");
        QTest::addColumn<int>("offset");
        QTest::addColumn<int>("limit");
        QTest::addColumn<QByteArray>("query");
        QTest::newRow("first") << QString() << 0 << 50 << QByteArray("sort=name&offset=0&limit=50");
        QTest::newRow("later") << QString() << 150 << 20 << QByteArray("sort=name&offset=150&limit=20");
        QTest::newRow("by name") << u"R&D + 5%"_s << 0 << 50
                                 << QByteArray("sort=name&offset=0&limit=50&nameLike=R%26D%20%2B%205%25");
        QTest::newRow("more than there may be") << QString() << -1 << 500 << QByteArray("sort=name&offset=0&limit=50");
        QTest::newRow("none") << QString() << 0 << 0 << QByteArray("sort=name&offset=0&limit=1");
    }
    void pageIsAskedFor()
    {
        QFETCH(const QString, nameLike);
        QFETCH(const int, offset);
        QFETCH(const int, limit);
        QFETCH(const QByteArray, query);
        const auto result =
            list({.nameLike = nameLike, .offset = offset, .limit = limit}, query, Answer::json(200, "[]"));
        QVERIFY(result);
        QVERIFY(result->isEmpty());
    }

    void latestAreAskedForFirst()
    {
        const auto result = list({.limit = 10, .sort = ListDataSets::Sort::LastUpdated},
                                 "sort=lastUpdated&offset=0&limit=10", Answer::json(200, "[]"));
        QVERIFY(result);
    }

    void dataSetsComeInTheirOrder()
    {
        const auto result = list(
            {}, defaultQuery,
            Answer::json(200, R"([{"id": "b", "name": "B", "rows": 1}, {"id": "a", "name": "A", "deleted": true}])"));
        QVERIFY(result);
        QCOMPARE(result->size(), 2);
        QCOMPARE(result->at(0).id, u"b"_s);
        QCOMPARE(result->at(1).name, u"A"_s);
        QVERIFY(result->at(1).deleted);
    }

    void oneOddDataSetDoesNotHideTheOthers()
    {
        const auto result = list({}, defaultQuery, Answer::json(200, R"([
            {"id": "a", "name": 2026, "owner": "x", "rows": null, "columns": "3", "schema": [], "pdpEnabled": "no"},
            {"id": "b", "name": "B"}])"));
        QVERIFY(result);
        QCOMPARE(result->size(), 2);
        QCOMPARE(result->at(0).name, u"2026"_s);
        QVERIFY(!result->at(0).rows);
    }

    void wrongPlaceIsNamed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("place");
        QTest::newRow("no array") << QByteArray(R"({"id": "a"})") << u"$"_s;
        QTest::newRow("no ID") << QByteArray(R"([{"id": "a"}, {"name": "B"}])") << u"$[1].id"_s;
    }
    void wrongPlaceIsNamed()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, place);
        const auto result = list({}, defaultQuery, Answer::json(200, body));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::BadReply);
        QCOMPARE(result.error().subject, place);
        QCOMPARE(result.error().service, Core::Service::Domo);
    }

private:
    const QByteArray defaultQuery = "sort=name&offset=0&limit=50";

    static Core::Result<QList<Domo::DataSet>> list(const ListDataSets::Page &page, const QByteArray &query,
                                                   const Answer &answer)
    {
        Support::HttpServer server;
        server.expect("GET /v1/datasets?" + query, answer);
        Support::TestService domo(server.url(), Core::Service::Domo);
        ListDataSets job(domo.service, page);
        if (!Support::finishes(job))
            return Core::fail(ErrorKind::Internal);
        return job.takeResult();
    }
};

QTEST_GUILESS_MAIN(TestListDataSets)
#include "tst_listdatasets.moc"
