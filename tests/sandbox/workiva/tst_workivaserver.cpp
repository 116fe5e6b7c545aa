#include "sandbox/sides.h"

#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;

using namespace Sandbox;
using namespace Support;

Q_DECLARE_METATYPE(Sandbox::Quirks::OperationAddress)
Q_DECLARE_METATYPE(Sandbox::Quirks::OperationWords)

class TestWorkivaServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokenRequiresTheRightCredentials()
    {
        const WorkivaSide side;
        const QByteArray secret = workivaCredentials().clientSecret.toUtf8();
        const RawReply good = side.askToken(secret);
        QCOMPARE(good.status, 200);
        QCOMPARE(good.json()["expires_in"_L1].toInt(), 599);
        QCOMPARE(good.json()["scope"_L1].toString(), u"file:read file:write"_s);
        const RawReply bad = side.askToken("wrong");
        QCOMPARE(bad.status, 401);
        QCOMPARE(bad.json()["error"_L1].toString(), u"invalid_client"_s);
        QCOMPARE(ask(side.server.port(), "POST", "/oauth2/token", {{"X-Version", "2026-01-01"}}, "grant_type=password")
                     .status,
                 400);
    }

    void askedScopeNarrowsTheGrant()
    {
        WorkivaSide side;
        const RawReply answer = side.askToken(workivaCredentials().clientSecret.toUtf8(), "&scope=file%3Aread+other");
        QCOMPARE(answer.json()["scope"_L1].toString(), u"file:read"_s);
        side.token = answer.json()["access_token"_L1].toString().toLatin1();
        QCOMPARE(side.send("GET", side.scratch()).status, 200);
        QCOMPARE(side.send("PUT", side.scratch() + "/values/A1", R"({"values":[[1]]})").status, 403);
    }

    void grantWithoutScopesMayDoNothing()
    {
        Options options;
        options.scope = u"data_tables|r"_s;
        WorkivaSide side(options);
        side.signIn();
        QCOMPARE(side.send("GET", "/spreadsheets").status, 403);
        QCOMPARE(side.send("GET", "/operations/none").status, 404);
    }

    void versionIsRequired()
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

    void tokenIsRequiredAndExpires()
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

    void requestSizeIsLimited()
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
        const RawReply accepted = side.send("PUT", side.scratch() + "/values/A1", R"({"values":[[1]]})");
        QCOMPARE(accepted.status, 202);
        QCOMPARE(accepted.header("Retry-After"), QByteArray("0"));
        const QUrl location(QString::fromLatin1(accepted.header("Location")));
        QCOMPARE(location.port(), int(side.server.port()));
        const QJsonValue operation = side.send("GET", location.path().toLatin1()).json();
        QCOMPARE(operation["status"_L1].toString(), u"completed"_s);
        QVERIFY(!QUuid::fromString(operation["originalRequest"_L1].toString()).isNull());
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

    void acceptedWriteTellsItsOperationWhereTheQuirkSays_data()
    {
        QTest::addColumn<Quirks::OperationAddress>("quirk");
        QTest::addColumn<bool>("inHeader");
        QTest::addColumn<bool>("inBody");
        QTest::newRow("header") << Quirks::OperationAddress::Header << true << false;
        QTest::newRow("body") << Quirks::OperationAddress::Body << false << true;
        QTest::newRow("both") << Quirks::OperationAddress::Both << true << true;
        QTest::newRow("none") << Quirks::OperationAddress::None << false << false;
    }
    void acceptedWriteTellsItsOperationWhereTheQuirkSays()
    {
        QFETCH(Quirks::OperationAddress, quirk);
        QFETCH(bool, inHeader);
        QFETCH(bool, inBody);
        Options options;
        options.quirks.operationAddress = quirk;
        options.relativeLinks = true;
        WorkivaSide side(options);
        side.signIn();
        const RawReply accepted = side.send("PUT", side.scratch() + "/values/A1", R"({"values":[[1]]})");
        QCOMPARE(accepted.status, 202);
        QCOMPARE(accepted.header("Retry-After"), QByteArray("0"));
        const QByteArray location = accepted.header("Location");
        const QByteArray told = accepted.json()["operationLocation"_L1].toString().toLatin1();
        QCOMPARE(!location.isEmpty(), inHeader);
        QCOMPARE(!told.isEmpty(), inBody);
        QCOMPARE(accepted.body.isEmpty(), !inBody);
        for (const QByteArray &address : {location, told}) {
            if (!address.isEmpty())
                QCOMPARE(side.send("GET", address).json()["status"_L1].toString(), u"completed"_s);
        }
    }

    void operationHasTheWordsOfTheQuirk_data()
    {
        QTest::addColumn<Quirks::OperationWords>("quirk");
        QTest::addColumn<QString>("completed");
        QTest::newRow("plain") << Quirks::OperationWords::Plain << u"completed"_s;
        QTest::newRow("capitals") << Quirks::OperationWords::Capitals << u"COMPLETED"_s;
        QTest::newRow("other") << Quirks::OperationWords::Other << u"succeeded"_s;
    }
    void operationHasTheWordsOfTheQuirk()
    {
        QFETCH(Quirks::OperationWords, quirk);
        QFETCH(QString, completed);
        Options options;
        options.quirks.operationWords = quirk;
        WorkivaSide side(options);
        side.signIn();
        QCOMPARE(side.write("A1", "[[1]]"), completed);
    }

    void readLagsBehindACompletedOperation()
    {
        Options options;
        options.quirks.readLag = std::chrono::milliseconds(1500);
        options.operationTime = std::chrono::milliseconds(500);
        WorkivaSide side(options);
        side.signIn();
        const RawReply write = side.send("PUT", side.scratch() + "/values/A1", R"({"values":[[1]]})");
        side.clock.advance(std::chrono::milliseconds(500));
        QCOMPARE(side.outcome(write), u"completed"_s);
        const QByteArray path = side.scratch() + "/sheetdata?$cellrange=A1&$fields=cells.value";
        QCOMPARE(side.read(), QByteArray("[]"));
        QVERIFY(side.send("GET", path).body.contains(R"("value":"")"));
        side.clock.advance(std::chrono::milliseconds(1499));
        QCOMPARE(side.read(), QByteArray("[]"));
        side.clock.advance(std::chrono::milliseconds(1));
        QCOMPARE(side.read(), QByteArray("[[1]]"));
        QVERIFY(side.send("GET", path).body.contains(R"("value":1)"));
    }

    void trueValuesAreServedRegardlessOfQuirksAndFaults()
    {
        Options options;
        options.quirks.readLag = std::chrono::hours(1);
        options.quirks.openRead = false;
        options.quirks.pageRange = Quirks::PageRange::Absent;
        options.rateLimit = 2;
        WorkivaSide side(options);
        side.signIn();
        const QByteArray truth = "/sandbox/values/" + side.scratchSheet().id.toLatin1();
        QCOMPARE(ask(side.server.port(), "GET", truth).body, QByteArray(R"({"data":[]})"));
        QCOMPARE(side.send("PUT", side.scratch() + "/values/A1", R"({"values":[["=1+1"]]})").status, 202);
        QCOMPARE(ask(side.server.port(), "GET", truth).body,
                 QByteArray(R"({"data":[{"range":"A1","values":[["=1+1"]]}]})"));
        QCOMPARE(ask(side.server.port(), "GET", truth + "?$valuestyle=calculated").body,
                 QByteArray(R"({"data":[{"range":"A1","values":[[2]]}]})"));
        QCOMPARE(ask(side.server.port(), "GET", truth + 'x').status, 404);
    }

    void refusedCallMayHaveBeenCarriedOut_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("atOnce");
        QTest::newRow("done") << QByteArray("refused-but-done") << 503 << true;
        QTest::newRow("done later") << QByteArray("refused-done-later") << 503 << false;
        for (const int status : {400, 404, 429, 500}) {
            const QByteArray text = QByteArray::number(status);
            QTest::addRow("done, %d", status) << "refused-but-done-" + text << status << true;
            QTest::addRow("done later, %d", status) << "refused-done-later-" + text << status << false;
        }
        QTest::newRow("empty") << QByteArray("empty-200") << 200 << true;
    }
    void refusedCallMayHaveBeenCarriedOut()
    {
        QFETCH(QByteArray, fault);
        QFETCH(int, status);
        QFETCH(bool, atOnce);
        Options options;
        options.operationTime = std::chrono::seconds(1);
        options.faults = {Fault::parse(QString::fromLatin1(fault + "@updateValuesByRange")).value()};
        WorkivaSide side(options);
        side.signIn();
        const auto pending = [&side] {
            return ask(side.server.port(), "GET", "/sandbox/requests").json()["pending"_L1].toInt();
        };
        const RawReply answer = side.send("PUT", side.scratch() + "/values/A1", R"({"values":[[1]]})");
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.body.isEmpty(), status == 200);
        QCOMPARE(answer.header("Retry-After"), status == 429 || status == 503 ? QByteArray("1") : QByteArray());
        QVERIFY(answer.header("Location").isEmpty());
        QCOMPARE(pending(), 1);
        side.clock.advance(std::chrono::seconds(1));
        QCOMPARE(side.read(), atOnce ? QByteArray("[[1]]") : QByteArray("[]"));
        QCOMPARE(pending(), atOnce ? 0 : 1);
        side.clock.advance(lateness - std::chrono::milliseconds(1));
        QCOMPARE(side.read(), atOnce ? QByteArray("[[1]]") : QByteArray("[]"));
        side.clock.advance(std::chrono::milliseconds(1));
        QCOMPARE(side.read(), QByteArray("[[1]]"));
        QCOMPARE(pending(), 0);
        QCOMPARE(side.send("PUT", side.scratch() + "/values/A1", R"({"values":[[2]]})").status, 202);
    }

    void lateOperationCompletesAfterItFailed()
    {
        Options options;
        options.operationTime = std::chrono::seconds(1);
        options.faults = {Fault::parse(u"late@updateValuesByRange"_s).value()};
        WorkivaSide side(options);
        side.signIn();
        const RawReply write = side.send("PUT", side.scratch() + "/values/A1%3AA2", R"({"values":[[1],[2]]})");
        QCOMPARE(side.outcome(write), u"started"_s);
        side.clock.advance(std::chrono::seconds(1));
        QCOMPARE(side.outcome(write), u"failed"_s);
        QCOMPARE(side.read(), QByteArray("[]"));
        side.clock.advance(lateness);
        QCOMPARE(side.outcome(write), u"completed"_s);
        QCOMPARE(side.read(), QByteArray("[[1],[2]]"));
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
        options.faults = {Fault::parse(u"fail-operation@updateValuesByRange"_s).value()};
        WorkivaSide side(options);
        side.signIn();
        QCOMPARE(side.write("A1%3AA4", "[[1],[2],[3],[4]]"), u"failed"_s);
        QCOMPARE(side.read(), left);
        QCOMPARE(side.write("A1%3AA4", "[[1],[2],[3],[4]]"), u"completed"_s);
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
        const RawReply first = side.send("PUT", side.scratch() + "/values/A1", R"({"values":[[1]]})");
        QCOMPARE(first.header("Retry-After"), QByteArray("3"));
        QCOMPARE(side.outcome(first), u"started"_s);
        QCOMPARE(side.read(), QByteArray("[]"));
        QCOMPARE(side.send("PUT", side.scratch() + "/values/A1", R"({"values":[[2]]})").status, overlap ? 202 : 409);
        side.clock.advance(std::chrono::seconds(3));
        QCOMPARE(side.outcome(first), u"completed"_s);
        QCOMPARE(side.read(), overlap ? QByteArray("[[2]]") : QByteArray("[[1]]"));
        QCOMPARE(side.send("PUT", side.scratch() + "/values/A1", R"({"values":[[3]]})").status, 202);
    }

    void pagesShowSheets()
    {
        WorkivaSide side;
        side.signIn();
        QCOMPARE(side.write("A1", R"([["<i>"]])"), u"completed"_s);
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
