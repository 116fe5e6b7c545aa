#include "sandbox/sides.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;
using namespace Support;

class TestWorkivaFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sheetIsCopiedWithItsContent()
    {
        WorkivaSide side;
        side.signIn();
        QCOMPARE(side.write("A1%3AB1", R"([["x","=1+1"]])"), u"completed"_s);
        const QByteArray original = side.scratch(); // the copy has the same name, and comes first
        const RawReply accepted = side.send(
            "POST", original + "/copy", "{\"spreadsheet\":\"" + idOf(rootOf(original)) + "\",\"sheetParent\":null}");
        QCOMPARE(accepted.status, 202);
        const QByteArray made = resource(side, accepted);
        const QJsonValue sheet = side.send("GET", made).json();
        QCOMPARE(sheet["name"_L1].toString(), u"Sheet1"_s);
        QCOMPARE(sheet["index"_L1].toInt(), 0);
        QVERIFY(side.send("GET", made + "/values/A1%3AB1?$valuestyle=raw").body.contains(R"([["x","=1+1"]])"));
        QCOMPARE(side.outcome(side.send("PUT", original + "/values/A1", R"({"values":[["y"]]})")), u"completed"_s);
        QVERIFY(side.send("GET", made + "/values/A1").body.contains(R"([["x"]])"));
    }

    void copyGoesWhereItIsTold()
    {
        WorkivaSide side;
        side.signIn();
        const QByteArray signedOff = side.sheetPath(u"Quarterly Filing"_s, u"Signed Off"_s);
        const QByteArray below = idOf(side.scratch());
        const auto copy = [&](const QByteArray &more) {
            return side.send("POST", signedOff + "/copy",
                             "{\"spreadsheet\":\"" + idOf(rootOf(side.scratch())) + '"' + more + '}');
        };
        const QJsonValue sheet =
            side.send("GET", resource(side, copy(",\"sheetName\":\"Q1\",\"sheetParent\":\"" + below + '"'))).json();
        QCOMPARE(sheet["name"_L1].toString(), u"Q1"_s);
        QCOMPARE(sheet["parent"_L1]["id"_L1].toString().toLatin1(), below);
        QVERIFY(!sheet.toObject().contains("lock"_L1));
        const QJsonValue last = side.send("GET", resource(side, copy(",\"sheetIndex\":-1"))).json();
        QCOMPARE(last["index"_L1].toInt(), 1);
        QCOMPARE(copy(",\"sheetParent\":\"none\"").status, 404);
        QCOMPARE(copy(",\"sheetIndex\":-2").status, 400);
        QCOMPARE(side.send("POST", signedOff + "/copy", "{}").status, 404);
    }

    void failedCopyLeavesNothing()
    {
        Options options;
        options.faults = {Fault::parse(u"fail-operation@copySheet"_s).value()};
        WorkivaSide side(options);
        side.signIn();
        const RawReply accepted =
            side.send("POST", side.scratch() + "/copy", "{\"spreadsheet\":\"" + idOf(rootOf(side.scratch())) + "\"}");
        QCOMPARE(side.outcome(accepted), u"failed"_s);
        QCOMPARE(resource(side, accepted), QByteArray());
        QCOMPARE(side.server.spreadsheets().back()->sheets.size(), size_t(1));
    }

    void sheetIsExportedAsCsv()
    {
        WorkivaSide side;
        side.signIn();
        QCOMPARE(side.write("A1%3AC2", R"([["a, b","=1+1",""],["","",7]])"), u"completed"_s);
        const auto exported = [&](const QByteArray &more) {
            return side.send("POST", rootOf(side.scratch()) + "/export",
                             "{\"sheets\":[\"" + idOf(side.scratch()) + "\"]," + more + '}');
        };
        const QByteArray file = resource(side, exported(R"("format":"csv")"));
        QCOMPARE(side.send("GET", file).body, QByteArray("\"a, b\",2,\n,,7\n"));
        QCOMPARE(ask(side.server.port(), "GET", file).status, 401);
        QCOMPARE(
            side.send("GET", resource(side, exported(R"("format":"csv","csvOptions":{"exportAsFormulas":true})"))).body,
            QByteArray("\"a, b\",=1+1,\n,,7\n"));
        QCOMPARE(exported(R"("format":"pdf")").status, 400);
        QCOMPARE(side.send("POST", rootOf(side.scratch()) + "/export", R"({"format":"csv"})").status, 400);
    }

    void permissionsAreFiltered()
    {
        WorkivaSide side;
        side.signIn();
        for (const QByteArray &path : {side.scratch(), rootOf(side.scratch())}) {
            const auto count = [&](const QByteArray &query) {
                return side.send("GET", path + "/permissions" + query).json()["data"_L1].toArray().size();
            };
            QCOMPARE(count({}), 1);
            QCOMPARE(count("?$filter=principalType+eq+'group'"), 0);
            QCOMPARE(side.send("GET", path + "/permissions?$filter=x").status, 400);
        }
    }

    void milestoneIsMadeReadAndDeleted()
    {
        WorkivaSide side;
        side.signIn();
        const RawReply accepted =
            side.send("POST", "/milestones/creation", milestoneOf(side, "Before the run", ",\"remarks\":\"by hand\""));
        QCOMPARE(side.outcome(accepted), u"completed"_s);
        const QByteArray path = resource(side, accepted);
        const QJsonValue milestone = side.send("GET", path).json();
        QCOMPARE(milestone["title"_L1].toString(), u"Before the run"_s);
        QCOMPARE(milestone["remarks"_L1].toString(), u"by hand"_s);
        QCOMPARE(milestone["resource"_L1]["spreadsheet"_L1]["spreadsheet"_L1].toString().toLatin1(),
                 idOf(rootOf(side.scratch())));
        const QByteArray operation = QUrl(QString::fromLatin1(accepted.header("Location"))).path().toLatin1();
        const QJsonValue results = side.send("GET", operation + "/milestoneCreationResults").json();
        QCOMPARE(results["data"_L1][0]["milestone"_L1].toString().toLatin1(), idOf(path));
        const QByteArray list = rootOf(side.scratch()) + "/milestones";
        QCOMPARE(side.send("GET", list).json()["data"_L1][0], milestone);
        QCOMPARE(side.send("DELETE", path).status, 204);
        QCOMPARE(side.send("GET", path).status, 404);
        QVERIFY(side.send("GET", list).json()["data"_L1].toArray().isEmpty());
    }

    void milestoneIsThereWhenItsOperationEnds()
    {
        Options options;
        options.operationTime = std::chrono::seconds(3);
        WorkivaSide side(options);
        side.signIn();
        const RawReply accepted = side.send("POST", "/milestones/creation", milestoneOf(side, "Later"));
        const QByteArray operation = QUrl(QString::fromLatin1(accepted.header("Location"))).path().toLatin1();
        QCOMPARE(resource(side, accepted), QByteArray());
        const auto results = [&] {
            return side.send("GET", operation + "/milestoneCreationResults").json()["data"_L1].toArray().size();
        };
        QCOMPARE(results(), 0);
        side.clock.advance(std::chrono::seconds(3));
        QCOMPARE(results(), 1);
    }

    void wrongMilestonesAreRefused()
    {
        WorkivaSide side;
        side.signIn();
        for (const QByteArray &body : {milestoneOf(side, ""), milestoneOf(side, QByteArray(201, 'x')), QByteArray("{}"),
                                       QByteArray("["), QByteArray(R"({"type":"document","document":"x","title":"x"})"),
                                       QByteArray(R"({"type":"spreadsheet","spreadsheet":"none","title":"x"})")})
            QCOMPARE(side.send("POST", "/milestones/creation", body).status, 400);
        QCOMPARE(side.send("DELETE", "/milestones/none").status, 404);
        QCOMPARE(side.send("GET", "/operations/none/milestoneCreationResults").status, 404);
    }

private:
    // The address of an operation's result, once it has completed.
    [[nodiscard]] static QByteArray resource(const WorkivaSide &side, const RawReply &accepted)
    {
        const QByteArray path = QUrl(QString::fromLatin1(accepted.header("Location"))).path().toLatin1();
        const QString url = side.send("GET", path).json()["resourceUrl"_L1].toString();
        return QUrl(url).path().toLatin1();
    }

    [[nodiscard]] static QByteArray rootOf(const QByteArray &sheet) { return sheet.left(sheet.indexOf("/sheets/")); }
    [[nodiscard]] static QByteArray idOf(const QByteArray &path) { return path.mid(path.lastIndexOf('/') + 1); }

    [[nodiscard]] static QByteArray milestoneOf(const WorkivaSide &side, const QByteArray &title,
                                                const QByteArray &more = {})
    {
        return "{\"type\":\"spreadsheet\",\"spreadsheet\":\"" + idOf(rootOf(side.scratch())) + "\",\"title\":\"" + title
            + '"' + more + '}';
    }
};

QTEST_GUILESS_MAIN(TestWorkivaFiles)
#include "tst_workivafiles.moc"
