#include "domo/getdataset.h"

#include "support/httpserver.h"
#include "support/testservice.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Support::Answer;

class TestGetDataSet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dataSetIsRead()
    {
        const auto result = get(Answer::json(200, R"({"id": "a-1", "name": "Trial balance", "rows": 7})"));
        QVERIFY(result);
        QCOMPARE(result->name, u"Trial balance"_s);
        QCOMPARE(result->rows, std::optional<qint64>(7));
    }

    void numberOfRowsMayBeUntold()
    {
        const auto result = get(Answer::json(200, R"({"id": "a-1", "name": "Trial balance"})"));
        QVERIFY(result);
        QVERIFY(!result->rows);
    }

    void answerHasItsKind_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("subject");
        const QString id = u"a-1"_s;
        QTest::newRow("deleted") << 200 << QByteArray(R"({"id": "a-1", "rows": 7, "deleted": true})")
                                 << ErrorKind::NotFound << id;
        QTest::newRow("deleted, with little else")
            << 200 << QByteArray(R"({"id": "a-1", "deleted": true})") << ErrorKind::NotFound << id;
        QTest::newRow("not found") << 404 << QByteArray() << ErrorKind::NotFound << id;
        QTest::newRow("no access") << 403 << QByteArray() << ErrorKind::NoAccess << id;
        QTest::newRow("deleted, as text")
            << 200 << QByteArray(R"({"id": "a-1", "deleted": "true"})") << ErrorKind::NotFound << id;
        QTest::newRow("schema that is none") << 200 << QByteArray(R"({"id": "a-1", "schema": {"columns": {}}})")
                                             << ErrorKind::BadReply << u"$.schema.columns"_s;
        QTest::newRow("no JSON") << 200 << QByteArray("<html>") << ErrorKind::BadReply << u"$"_s;
    }
    void answerHasItsKind()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const ErrorKind, kind);
        QFETCH(const QString, subject);
        const auto result = get(Answer::json(status, body));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, kind);
        QCOMPARE(result.error().subject, subject);
        QCOMPARE(result.error().service, Core::Service::Domo);
    }

private:
    static Core::Result<Domo::DataSet> get(const Answer &answer)
    {
        Support::HttpServer server;
        server.expect("GET /v1/datasets/a-1\nAccept: application/json\nAuthorization: Bearer token\n", answer);
        Support::TestService domo(server.url(), Core::Service::Domo);
        Domo::GetDataSet job(domo.service, u"a-1"_s);
        if (!Support::finishes(job))
            return Core::fail(ErrorKind::Internal);
        return job.takeResult();
    }
};

QTEST_GUILESS_MAIN(TestGetDataSet)
#include "tst_getdataset.moc"
