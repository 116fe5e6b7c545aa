#include "sandbox/sides.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;
using namespace Support;

class TestDomoServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokenRequiresTheRightCredentials()
    {
        const DomoSide side;
        const QByteArray path = "/oauth/token?grant_type=client_credentials&scope=data";
        const RawReply good = ask(side.server.port(), "GET", path, {{"Authorization", DomoSide::basic()}});
        QCOMPARE(good.status, 200);
        QCOMPARE(good.json()["expires_in"_L1].toInt(), 3599);
        QCOMPARE(
            ask(side.server.port(), "GET", path, {{"Authorization", "Basic " + QByteArray("x:y").toBase64()}}).status,
            401);
        QCOMPARE(ask(side.server.port(), "GET", path).status, 401);
        QCOMPARE(ask(side.server.port(), "POST", "/oauth/token", {{"Authorization", DomoSide::basic()}},
                     "grant_type=client_credentials")
                     .status,
                 200);
        QCOMPARE(ask(side.server.port(), "POST", "/oauth/token", {{"Authorization", DomoSide::basic()}},
                     "grant_type=password")
                     .status,
                 401);
    }

    void everythingElseRequiresAToken()
    {
        DomoSide side;
        QCOMPARE(ask(side.server.port(), "GET", "/v1/datasets").status, 401);
        side.signIn();
        QCOMPARE(side.get("/v1/datasets").status, 200);
    }

    void tokenExpires()
    {
        Options options;
        options.tokenLife = std::chrono::seconds(10);
        DomoSide side(options);
        side.signIn();
        side.clock.advance(std::chrono::seconds(10));
        QCOMPARE(side.get("/v1/datasets").status, 401);
    }

    void exportWithARefusedTokenIsNotAcceptableAsCsv_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("accept");
        QTest::addColumn<int>("status");
        const QByteArray exported = "/v1/datasets/" + guidOf("Alpha") + "/data";
        QTest::newRow("CSV") << exported << QByteArray("text/csv") << 406;
        QTest::newRow("anything") << exported << QByteArray("*/*") << 401;
        QTest::newRow("CSV or JSON") << exported << QByteArray("text/csv, application/json") << 401;
        QTest::newRow("JSON") << exported << QByteArray("application/json") << 401;
        QTest::newRow("another operation") << QByteArray("/v1/datasets") << QByteArray("text/csv") << 401;
    }
    void exportWithARefusedTokenIsNotAcceptableAsCsv()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, accept);
        QFETCH(int, status);
        Options options;
        options.tokenLife = std::chrono::seconds(10);
        DomoSide side(options, several());
        side.signIn();
        QVERIFY(side.get(path, "*/*").status == 200);
        side.clock.advance(std::chrono::seconds(10));
        const RawReply answer = side.get(path, accept);
        QCOMPARE(answer.status, status);
        QVERIFY(answer.header("Content-Type").startsWith(status == 406 ? "text/html" : "application/json"));
        side.signIn();
        QCOMPARE(side.get(path, "*/*").status, 200);
    }

    void tokenOfTheOtherSideIsRefusedAndCounted()
    {
        DomoSide domo;
        WorkivaSide workiva;
        workiva.signIn();
        domo.token = workiva.token;
        QCOMPARE(domo.get("/v1/datasets").status, 401);
        QCOMPARE(ask(domo.server.port(), "GET", "/sandbox/requests").json()["foreignTokens"_L1].toInt(), 1);
    }

    void listIsSortedSearchedAndPaged_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *query, const char *expected) {
            QTest::newRow(query) << QByteArray(query) << QString::fromLatin1(expected).split(u',', Qt::SkipEmptyParts);
        };
        row("", "Alpha,Beta,Gamma beta");
        row("?sort=nameDescending", "Gamma beta,Beta,Alpha");
        row("?nameLike=beta", "Beta,Gamma beta");
        row("?limit=1&offset=1", "Beta");
        row("?limit=50&offset=3", "");
        row("?nameLike=nothing", "");
    }
    void listIsSortedSearchedAndPaged()
    {
        QFETCH(QByteArray, query);
        QFETCH(QStringList, expected);
        DomoSide side({}, several());
        side.signIn();
        QCOMPARE(names(side.get("/v1/datasets" + query)), expected);
    }

    void limitHasAMaximum()
    {
        DomoSide side;
        side.signIn();
        for (const char *query : {"?limit=51", "?limit=0", "?limit=x", "?offset=-1"})
            QCOMPARE(side.get(QByteArray("/v1/datasets") + query).status, 400);
    }

    void dataSetTellsItsSchema()
    {
        DomoSide side({}, several());
        side.signIn();
        const QJsonValue found = side.get("/v1/datasets/" + guidOf("Alpha")).json();
        QCOMPARE(found["rows"_L1].toInt(), 2);
        QCOMPARE(found["columns"_L1].toInt(), 2);
        QCOMPARE(found["schema"_L1]["columns"_L1][0]["type"_L1].toString(), u"LONG"_s);
        QCOMPARE(side.get("/v1/datasets/none").status, 404);
    }

    void dataSetIsLoadedDuringTheFirstReadings()
    {
        Options options;
        options.dataSetAge = 3;
        options.loads = 2;
        DomoSide side(options, several());
        side.signIn();
        const QByteArray path = "/v1/datasets/" + guidOf("Alpha");
        const auto loaded = [&] {
            return QDateTime::fromString(side.get(path).json()["dataCurrentAt"_L1].toString(), Qt::ISODate);
        };
        const QDateTime before = loaded();
        QCOMPARE(before.daysTo(side.clock.utcNow()), 3);
        QCOMPARE(loaded(), before);
        QCOMPARE(side.get(path + "/data", "text/csv").status, 200);
        QCOMPARE(loaded(), before.addSecs(1));
        QCOMPARE(side.get(path + "/data", "text/csv").status, 200);
        QCOMPARE(side.get(path + "/data", "text/csv").status, 200);
        QCOMPARE(loaded(), before.addSecs(2));
    }

    void exportIsCsvForWhoAcceptsIt_data()
    {
        QTest::addColumn<QByteArray>("accept");
        QTest::addColumn<int>("status");
        QTest::newRow("CSV") << QByteArray("text/csv") << 200;
        QTest::newRow("anything") << QByteArray("*/*") << 200;
        QTest::newRow("JSON") << QByteArray("application/json") << 406;
    }
    void exportIsCsvForWhoAcceptsIt()
    {
        QFETCH(QByteArray, accept);
        QFETCH(int, status);
        DomoSide side({}, several());
        side.signIn();
        const RawReply answer = side.get("/v1/datasets/" + guidOf("Alpha") + "/data?includeHeader=true", accept);
        QCOMPARE(answer.status, status);
        QVERIFY(answer.header("Content-Type").startsWith(status == 200 ? "text/csv" : "text/html"));
        if (status == 200)
            QCOMPARE(answer.body, QByteArray("a,b\n1,\n2,\"\"\n"));
    }

    void headerIsLeftOutUnlessAskedFor()
    {
        DomoSide side({}, several());
        side.signIn();
        QCOMPARE(side.get("/v1/datasets/" + guidOf("Alpha") + "/data", "text/csv").body, QByteArray("1,\n2,\"\"\n"));
    }

    void headerIsAskedForInEveryForm_data()
    {
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<bool>("isTrue");
        for (const char *form : {"true", "True", "TRUE", "1"})
            QTest::newRow(form) << QByteArray(form) << true;
        for (const char *form : {"false", "False", "0", "", "yes"})
            QTest::newRow(qPrintable(u"not \"%1\""_s.arg(QLatin1String(form)))) << QByteArray(form) << false;
    }
    void headerIsAskedForInEveryForm()
    {
        QFETCH(QByteArray, form);
        QFETCH(bool, isTrue);
        DomoSide side({}, several());
        side.signIn();
        const RawReply answer = side.get("/v1/datasets/" + guidOf("Alpha") + "/data?includeHeader=" + form, "text/csv");
        QCOMPARE(answer.body, QByteArray(isTrue ? "a,b\n" : "") + "1,\n2,\"\"\n");
    }

    void largeExportArrivesWhole()
    {
        std::vector<StoredDataSet> all;
        all.push_back(dataSet("Large", "a\n" + QByteArray("0123456789\n").repeated(1'000'000)));
        DomoSide side({}, std::move(all));
        side.signIn();
        const RawReply answer = side.get("/v1/datasets/" + guidOf("Large") + "/data", "text/csv");
        QVERIFY(answer.isWhole());
        QCOMPARE(answer.body.size(), 11'000'000);
    }

    void queryIsAnsweredOrRefused()
    {
        DomoSide side({}, several());
        side.signIn();
        const QByteArray path = "/v1/datasets/query/execute/" + guidOf("Alpha");
        const RawReply good = side.post(path, {{u"sql"_s, u"SELECT sum(a) FROM table"_s}});
        QCOMPARE(good.json()["rows"_L1][0][0].toInt(), 3);
        const RawReply bad = side.post(path, {{u"sql"_s, u"SELECT x FROM table"_s}});
        QCOMPARE(bad.status, 400);
        QVERIFY(!bad.json()["toe"_L1].toString().isEmpty());
        QCOMPARE(side.post(path, {}).status, 400);
    }

    void pagesShowDataSets()
    {
        std::vector<StoredDataSet> all;
        all.push_back(dataSet("Marked", "name\n<b>x</b>\n"));
        const DomoSide side({}, std::move(all));
        QVERIFY(ask(side.server.port(), "GET", "/").body.contains("Marked"));
        const RawReply page = ask(side.server.port(), "GET", "/datasources/" + guidOf("Marked") + "/details/overview");
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.contains("&lt;b&gt;x&lt;/b&gt;"));
        QCOMPARE(ask(side.server.port(), "GET", "/datasources/none/details/overview").status, 404);
        QCOMPARE(ask(side.server.port(), "PUT", "/").status, 405);
    }

private:
    [[nodiscard]] static StoredDataSet dataSet(const char *name, const QByteArray &csv = "a,b\n1,\n2,\"\"\n")
    {
        return StoredDataSet::make(QLatin1String(name), {.csv = csv}, false).value();
    }

    [[nodiscard]] static std::vector<StoredDataSet> several()
    {
        std::vector<StoredDataSet> all;
        for (const char *name : {"Beta", "Alpha", "Gamma beta"})
            all.push_back(dataSet(name));
        return all;
    }

    [[nodiscard]] static QStringList names(const RawReply &answer)
    {
        QStringList all;
        for (const QJsonValue &one : answer.json().toArray())
            all += one["name"_L1].toString();
        return all;
    }

    [[nodiscard]] static QByteArray guidOf(const char *name) { return dataSet(name).id().toLatin1(); }
};

QTEST_GUILESS_MAIN(TestDomoServer)
#include "tst_domoserver.moc"
