#include "sandbox/sides.h"

#include <QTest>
#include <QUuid>

using namespace Sandbox;

class TestWorkivaServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokenWantsTheRightCredentials()
    {
        const WorkivaSide side;
        const QByteArray secret = workivaCredentials().clientSecret.toUtf8();
        const Answer good = side.askToken(secret);
        QCOMPARE(good.status, 200);
        QCOMPARE(good.json()[QLatin1String("expires_in")].toInt(), 599);
        QCOMPARE(good.json()[QLatin1String("scope")].toString(), QStringLiteral("file:read file:write"));
        const Answer bad = side.askToken("wrong");
        QCOMPARE(bad.status, 401);
        QCOMPARE(bad.json()[QLatin1String("error")].toString(), QStringLiteral("invalid_client"));
        QCOMPARE(ask(side.server.port(), "POST", "/oauth2/token", {{"X-Version", "2026-01-01"}}, "grant_type=password")
                     .status,
                 400);
    }

    void askedScopeNarrowsTheGrant()
    {
        WorkivaSide side;
        const Answer answer = side.askToken(workivaCredentials().clientSecret.toUtf8(), "&scope=file%3Aread+other");
        QCOMPARE(answer.json()[QLatin1String("scope")].toString(), QStringLiteral("file:read"));
        side.token = answer.json()[QLatin1String("access_token")].toString().toLatin1();
        QCOMPARE(side.send("GET", side.scratch()).status, 200);
        QCOMPARE(side.send("PUT", side.scratch() + "/values/A1", R"({"values":[[1]]})").status, 403);
    }

    void grantWithoutScopesMayDoNothing()
    {
        Options options;
        options.scope = QStringLiteral("data_tables|r");
        WorkivaSide side(options);
        side.signIn();
        QCOMPARE(side.send("GET", "/spreadsheets").status, 403);
        QCOMPARE(side.send("GET", "/operations/none").status, 404);
    }

    void versionIsWanted()
    {
        WorkivaSide side;
        side.signIn();
        const QByteArray bearer = "Bearer " + side.token;
        QCOMPARE(ask(side.server.port(), "GET", "/spreadsheets", {{"Authorization", bearer}}).status, 400);
        QCOMPARE(
            ask(side.server.port(), "GET", "/spreadsheets", {{"Authorization", bearer}, {"X-Version", "2022-01-01"}})
                .status,
            400);
        QCOMPARE(
            ask(side.server.port(), "GET", "/spreadsheets", {{"Authorization", bearer}, {"X-Version", "2026-01-01"}})
                .status,
            200);
    }

    void tokenIsWantedAndExpires()
    {
        Options options;
        options.tokenLife = std::chrono::seconds(5);
        WorkivaSide side(options);
        side.token = "x";
        QCOMPARE(side.send("GET", "/spreadsheets").status, 401);
        side.signIn();
        QCOMPARE(side.send("GET", "/spreadsheets").status, 200);
        side.clock.advance(std::chrono::seconds(5));
        QCOMPARE(side.send("GET", "/spreadsheets").status, 401);
    }

    void requestHasALargestSize()
    {
        WorkivaSide side;
        side.signIn();
        const QByteArray begin = "{\"values\":[[\"x\"]],\"range\":\"";
        const QByteArray fits = begin + QByteArray(10'485'760 - begin.size() - 2, 'x') + "\"}";
        QCOMPARE(fits.size(), 10'485'760);
        QCOMPARE(side.send("PUT", side.scratch() + "/values/A1", fits).status, 202);
        QCOMPARE(side.send("PUT", side.scratch() + "/values/A1", fits + ' ').status, 400);
    }

    void unknownPlacesAreNotFound()
    {
        WorkivaSide side;
        side.signIn();
        for (const char *path : {"/spreadsheets/none", "/spreadsheets/none/sheets", "/operations/none", "/elsewhere"})
            QCOMPARE(side.send("GET", path).status, 404);
        QCOMPARE(side.send("GET", side.scratch() + 'x').status, 404);
        QCOMPARE(side.send("PUT", "/spreadsheets", "{}").status, 405);
    }

    void errorHasTheContractsShape()
    {
        WorkivaSide side;
        side.signIn();
        const QJsonObject error = side.send("GET", "/spreadsheets/none").json().toObject();
        for (const char *member : {"code", "message", "target", "details", "version"})
            QVERIFY2(error.contains(QLatin1String(member)), member);
    }

    void acceptedWriteLeadsToItsOperation()
    {
        WorkivaSide side;
        side.signIn();
        const Answer accepted = side.send("PUT", side.scratch() + "/values/A1", R"({"values":[[1]]})");
        QCOMPARE(accepted.status, 202);
        QCOMPARE(accepted.header("Retry-After"), QByteArray("0"));
        const QUrl location(QString::fromLatin1(accepted.header("Location")));
        QCOMPARE(location.port(), int(side.server.port()));
        const QJsonValue operation = side.send("GET", location.path().toLatin1()).json();
        QCOMPARE(operation[QLatin1String("status")].toString(), QStringLiteral("completed"));
        QVERIFY(!QUuid::fromString(operation[QLatin1String("originalRequest")].toString()).isNull());
    }

    void linksMayBeRelative()
    {
        Options options;
        options.relativeLinks = true;
        WorkivaSide side(options);
        side.signIn();
        QVERIFY(side.send("PUT", side.scratch() + "/values/A1", R"({"values":[[1]]})")
                    .header("Location")
                    .startsWith("/operations/"));
    }

    void failedOperationWritesNothingOrHalf_data()
    {
        QTest::addColumn<bool>("atomic");
        QTest::addColumn<QByteArray>("left");
        QTest::newRow("atomic") << true << QByteArray("[]");
        QTest::newRow("half") << false << QByteArray("[[1],[2]]");
    }

    void failedOperationWritesNothingOrHalf()
    {
        QFETCH(bool, atomic);
        QFETCH(QByteArray, left);
        Options options;
        options.quirks.atomicPut = atomic;
        options.faults = {Fault::parse(QStringLiteral("fail-operation@updateValuesByRange")).value()};
        WorkivaSide side(options);
        side.signIn();
        QCOMPARE(side.write("A1%3AA4", "[[1],[2],[3],[4]]"), QStringLiteral("failed"));
        QCOMPARE(side.read(), left);
        QCOMPARE(side.write("A1%3AA4", "[[1],[2],[3],[4]]"), QStringLiteral("completed"));
    }

    void lostAnswerWasCarriedOut_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<QByteArray>("left");
        QTest::newRow("lost answer") << QByteArray("lost-answer@updateValuesByRange") << QByteArray("[[1]]");
        QTest::newRow("drop") << QByteArray("drop@updateValuesByRange") << QByteArray("[]");
    }

    void lostAnswerWasCarriedOut()
    {
        QFETCH(QByteArray, fault);
        QFETCH(QByteArray, left);
        Options options;
        options.faults = {Fault::parse(QString::fromLatin1(fault)).value()};
        WorkivaSide side(options);
        side.signIn();
        QCOMPARE(side.send("PUT", side.scratch() + "/values/A1", R"({"values":[[1]]})").status, 0);
        QCOMPARE(side.read(), left);
    }

    void secondWriteMayBeAConflict_data()
    {
        QTest::addColumn<bool>("overlap");
        QTest::newRow("allowed") << true;
        QTest::newRow("conflict") << false;
    }

    void secondWriteMayBeAConflict()
    {
        QFETCH(bool, overlap);
        Options options;
        options.operationTime = std::chrono::seconds(3);
        options.quirks.overlap = overlap;
        WorkivaSide side(options);
        side.signIn();
        const Answer first = side.send("PUT", side.scratch() + "/values/A1", R"({"values":[[1]]})");
        QCOMPARE(first.header("Retry-After"), QByteArray("3"));
        QCOMPARE(side.outcome(first), QStringLiteral("started"));
        QCOMPARE(side.read(), QByteArray("[]"));
        QCOMPARE(side.send("PUT", side.scratch() + "/values/A1", R"({"values":[[2]]})").status, overlap ? 202 : 409);
        side.clock.advance(std::chrono::seconds(3));
        QCOMPARE(side.outcome(first), QStringLiteral("completed"));
        QCOMPARE(side.read(), overlap ? QByteArray("[[2]]") : QByteArray("[[1]]"));
        QCOMPARE(side.send("PUT", side.scratch() + "/values/A1", R"({"values":[[3]]})").status, 202);
    }

    void pagesShowSheets()
    {
        WorkivaSide side;
        side.signIn();
        QCOMPARE(side.write("A1", R"([["<i>"]])"), QStringLiteral("completed"));
        QByteArray address = side.scratch();
        address.replace("/spreadsheets/", "/a/sandbox/spreadsheet/").replace("/sheets/", "/sheet/");
        QVERIFY(ask(side.server.port(), "GET", "/").body.contains(address));
        QVERIFY(ask(side.server.port(), "GET", address).body.contains("&lt;i&gt;"));
        QVERIFY(ask(side.server.port(), "GET", QByteArray(address).replace("/sheet/", "/-1/sheet/"))
                    .body.contains("&lt;i&gt;"));
        QVERIFY(ask(side.server.port(), "GET", address.left(address.indexOf("/sheet/"))).body.contains("&lt;i&gt;"));
        QCOMPARE(ask(side.server.port(), "GET", address + 'x').status, 404);
    }
};

QTEST_GUILESS_MAIN(TestWorkivaServer)
#include "tst_workivaserver.moc"
