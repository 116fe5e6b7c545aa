#include "sandbox/sides.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;
using namespace Support;

Q_DECLARE_METATYPE(Sandbox::Quirks::PageRange)
Q_DECLARE_METATYPE(Sandbox::Quirks::DateRaw)
Q_DECLARE_METATYPE(Sandbox::Quirks::LockedCells)

class TestWorkivaOperations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsArePaged()
    {
        WorkivaSide side;
        side.signIn();
        int pages = 0;
        QCOMPARE(allNames(side, "/spreadsheets?$maxpagesize=2&$orderBy=name", &pages),
                 QStringList({u"Headcount Report"_s, u"Quarterly Filing"_s, u"Scratch"_s}));
        QCOMPARE(pages, 2);
        QCOMPARE(allNames(side, "/spreadsheets?$filter=name%20eq%20'Scratch'", &pages), QStringList{u"Scratch"_s});
        QCOMPARE(
            allNames(side, "/spreadsheets?$filter=endswith(name,'t')+or+name+eq+'Scratch'&$orderBy=name+desc", &pages),
            QStringList({u"Scratch"_s, u"Headcount Report"_s}));
        for (const char *query : {"?$maxpagesize=0", "?$maxpagesize=1001", "?$next=x", "?$filter=x", "?$orderBy=size"})
            QCOMPARE(side.send("GET", QByteArray("/spreadsheets") + query).status, 400);
    }

    void sheetsNest()
    {
        WorkivaSide side;
        side.signIn();
        const QByteArray path = side.sheetPath(u"Quarterly Filing"_s, u"Statements"_s);
        const QJsonValue sheet = side.send("GET", path).json();
        QVERIFY(sheet["parent"_L1].isNull());
        QCOMPARE(sheet["index"_L1].toInt(), 1);
        const QJsonValue balance = sheet["children"_L1][1];
        QCOMPARE(balance["name"_L1].toString(), u"Balance Sheet"_s);
        QCOMPARE(balance["parent"_L1]["id"_L1], sheet["id"_L1]);
        QCOMPARE(balance["children"_L1][0]["name"_L1].toString(), u"Trial Balance"_s);
        int pages = 0;
        QCOMPARE(allNames(side, path.left(path.lastIndexOf('/')) + "?$maxpagesize=3", &pages).size(), 8);
        QCOMPARE(pages, 3);
    }

    void locksAndLinkedDatasetsAreTold()
    {
        WorkivaSide side;
        side.signIn();
        QCOMPARE(side.send("GET", side.sheetPath(u"Quarterly Filing"_s, u"Signed Off"_s)).json()["lock"_L1].toString(),
                 u"lock"_s);
        QCOMPARE(side.send("GET", side.sheetPath(u"Quarterly Filing"_s, u"Linked"_s))
                     .json()["dataset"_L1]["range"_L1]
                     .toString(),
                 u"A1:D20"_s);
    }

    void sheetsAreMadeAndDeleted()
    {
        WorkivaSide side;
        side.signIn();
        const QByteArray sheets = side.scratch().left(side.scratch().lastIndexOf('/'));
        const RawReply first = side.send("POST", sheets, R"({"name":"First"})");
        QCOMPARE(first.status, 201);
        QCOMPARE(first.json()["name"_L1].toString(), u"First"_s);
        QCOMPARE(first.json()["index"_L1].toInt(), 0);
        const QJsonValue again = side.send("POST", sheets, R"({"name":"First","index":1})").json();
        QCOMPARE(again["name"_L1].toString(), u"First 1"_s);
        QCOMPARE(again["index"_L1].toInt(), 1);
        QCOMPARE(side.send("DELETE", sheets + '/' + again["id"_L1].toString().toLatin1()).status, 204);
        const QByteArray id = first.json()["id"_L1].toString().toLatin1();
        const RawReply below = side.send("POST", sheets, "{\"name\":\"Below\",\"parent\":{\"id\":\"" + id + "\"}}");
        QCOMPARE(below.json()["parent"_L1]["id"_L1].toString().toLatin1(), id);
        QCOMPARE(side.send("POST", sheets, R"({"parent":{"id":"none"}})").status, 404);
        QCOMPARE(side.send("DELETE", sheets + '/' + id).status, 204);
        QCOMPARE(side.send("GET", sheets + '/' + below.json()["id"_L1].toString().toLatin1()).status, 404);
        QCOMPARE(side.send("DELETE", side.scratch()).status, 409);
        QCOMPARE(side.send("DELETE", side.sheetPath(u"Quarterly Filing"_s, u"Signed Off"_s)).status, 409);
    }

    void regionIsReadWhereThereIsData_data()
    {
        QTest::addColumn<QByteArray>("region");
        QTest::addColumn<QByteArray>("values");
        const auto row = [](const char *region, const char *values) {
            QTest::newRow(region) << QByteArray(region) << QByteArray(values);
        };
        row("A1", "[[1]]");
        row("A2:B3", "[[4,5],[7,8]]");
        row("A:A", "[[1],[4],[7]]");
        row("B:C", "[[2,3],[5,6],[8,9]]");
        row("1:2", "[[1,2,3],[4,5,6]]");
        row("B2:", "[[5,6],[8,9]]");
        row("B2:B", "[[5],[8]]");
        row("B2:2", "[[5,6]]");
        row(":", "[[1,2,3],[4,5,6],[7,8,9]]");
        row("C3:Z99", "[[9]]");
        row("D4:", "[]");
        row("b2", "[[5]]");
    }
    void regionIsReadWhereThereIsData()
    {
        QFETCH(QByteArray, region);
        QFETCH(QByteArray, values);
        WorkivaSide side;
        side.signIn();
        QCOMPARE(side.write("A1%3AC3", "[[1,2,3],[4,5,6],[7,8,9]]"), u"completed"_s);
        QCOMPARE(side.read(region.toPercentEncoding()), values);
    }

    void wrongRegionsAreRefused()
    {
        WorkivaSide side;
        side.signIn();
        for (const char *region : {"A", "1", "A0", "ZZZZ1", "A1%3AB2%3AC3", "hello%20world"}) {
            QCOMPARE(side.send("GET", side.scratch() + "/values/" + region).status, 400);
            QCOMPARE(side.write(region, "[[1]]"), u"400"_s);
        }
        QCOMPARE(side.send("GET", side.scratch() + "/values/A1?$valuestyle=pretty").status, 400);
        QCOMPARE(side.send("GET", side.scratch() + "/values/A1?$maxcellsperpage=50001").status, 400);
        QCOMPARE(side.send("GET", side.scratch() + "/values/A1?$next=x").status, 400);
    }

    void valuesArePaged()
    {
        WorkivaSide side;
        side.signIn();
        QCOMPARE(side.write("A1%3AB3", "[[1,2],[3,4],[5,6]]"), u"completed"_s);
        QByteArray path = side.scratch() + "/values/%3A?$valuestyle=raw&$maxcellsperpage=4";
        QStringList ranges;
        while (!path.isEmpty()) {
            const QJsonValue page = side.send("GET", path).json();
            ranges += page["data"_L1][0]["range"_L1].toString();
            const QUrl next(page["@nextLink"_L1].toString());
            QVERIFY(next.isEmpty() || next.port() == side.server.port());
            path = next.isEmpty() ? QByteArray()
                                  : (next.path(QUrl::FullyEncoded) + u'?' + next.query(QUrl::FullyEncoded)).toLatin1();
        }
        QCOMPARE(ranges, QStringList({u"A1:B2"_s, u"A3:B3"_s}));
    }

    void pageSaysItsPlace_data()
    {
        QTest::addColumn<Quirks::PageRange>("quirk");
        QTest::addColumn<QStringList>("ranges");
        QTest::newRow("absolute") << Quirks::PageRange::Absolute << QStringList{u"B2:C3"_s, u"B4:C4"_s};
        QTest::newRow("relative") << Quirks::PageRange::Relative << QStringList{u"A1:B2"_s, u"A3:B3"_s};
        QTest::newRow("request") << Quirks::PageRange::Request << QStringList{u"B2:C9"_s, u"B2:C9"_s};
        QTest::newRow("absent") << Quirks::PageRange::Absent << QStringList{QString(), QString()};
    }
    void pageSaysItsPlace()
    {
        QFETCH(Quirks::PageRange, quirk);
        QFETCH(QStringList, ranges);
        Options options;
        options.quirks.pageRange = quirk;
        WorkivaSide side(options);
        side.signIn();
        QCOMPARE(side.write("B2%3AC4", "[[1,2],[3,4],[5,6]]"), u"completed"_s);
        QStringList said;
        for (const char *next : {"", "&$next=3-1"}) {
            const QJsonValue page =
                side.send("GET", side.scratch() + "/values/B2%3AC9?$maxcellsperpage=4" + next).json();
            QCOMPARE(page["data"_L1][0].toObject().contains("range"_L1), quirk != Quirks::PageRange::Absent);
            said += page["data"_L1][0]["range"_L1].toString();
        }
        QCOMPARE(said, ranges);
    }

    void nothingFoundIsNoData()
    {
        WorkivaSide side;
        side.signIn();
        QCOMPARE(side.write("A1%3AC9", R"([["x","","x"]])"), u"completed"_s);
        for (const char *range : {"B1%3AB9", "A2%3AC9", "Z1%3A", "D%3AD", "A5"}) {
            const RawReply answer = side.send("GET", side.scratch() + "/values/" + range + "?$maxcellsperpage=2");
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.body, QByteArray(R"({"data":[]})"));
        }
    }

    void blankRowsArePaddedOrEmpty_data()
    {
        QTest::addColumn<bool>("padded");
        QTest::addColumn<QByteArray>("values");
        QTest::newRow("padded") << true << QByteArray(R"([[1,2],["",""],["",6]])");
        QTest::newRow("empty") << false << QByteArray(R"([[1,2],[],["",6]])");
    }
    void blankRowsArePaddedOrEmpty()
    {
        QFETCH(bool, padded);
        QFETCH(QByteArray, values);
        Options options;
        options.quirks.paddedRows = padded;
        WorkivaSide side(options);
        side.signIn();
        QCOMPARE(side.write("A1%3AB3", R"([[1,2],["",""],["",6]])"), u"completed"_s);
        QCOMPARE(side.read("A1%3AB3"), values);
    }

    void readBeyondTheEdgeIsAnsweredOrRefused_data()
    {
        QTest::addColumn<bool>("answered");
        QTest::newRow("answered") << true;
        QTest::newRow("refused") << false;
    }
    void readBeyondTheEdgeIsAnsweredOrRefused()
    {
        QFETCH(bool, answered);
        Options options;
        options.quirks.edgeRead = answered;
        WorkivaSide side(options);
        side.signIn();
        for (const char *range : {"A1%3AZ1001", "A1%3AAA5", "A2000"}) {
            QCOMPARE(side.send("GET", side.scratch() + "/values/" + range).status, answered ? 200 : 400);
            QCOMPARE(side.send("GET", side.scratch() + "/sheetdata?$cellrange=" + range).status, answered ? 200 : 400);
        }
        for (const char *range : {"A1%3AZ1000", "A2000%3A", "AA%3AAA"}) {
            QCOMPARE(side.send("GET", side.scratch() + "/values/" + range).status, 200);
            QCOMPARE(side.send("GET", side.scratch() + "/sheetdata?$cellrange=" + range).status, 200);
        }
        QCOMPARE(side.write("A1001", "[[1]]"), u"completed"_s);
        QCOMPARE(side.read("A1%3AA1001").count(']'), 1002);
    }

    void readOfAnOpenRegionIsAnsweredOrRefused_data()
    {
        QTest::addColumn<bool>("answered");
        QTest::newRow("answered") << true;
        QTest::newRow("refused") << false;
    }
    void readOfAnOpenRegionIsAnsweredOrRefused()
    {
        QFETCH(bool, answered);
        Options options;
        options.quirks.openRead = answered;
        WorkivaSide side(options);
        side.signIn();
        for (const char *range : {"A%3AA", "1%3A2", "B3%3A", "%3A"}) {
            QCOMPARE(side.send("GET", side.scratch() + "/values/" + range).status, answered ? 200 : 400);
            QCOMPARE(side.send("GET", side.scratch() + "/sheetdata?$cellrange=" + range).status, 200);
        }
        QCOMPARE(side.send("GET", side.scratch() + "/values/A1%3AB2").status, 200);
    }

    void dateReadsAsTheQuirkSaysAndTellsItsFormat_data()
    {
        QTest::addColumn<Quirks::DateRaw>("quirk");
        QTest::addColumn<QByteArray>("read");
        QTest::newRow("ISO text") << Quirks::DateRaw::Iso
                                  << QByteArray(R"([["2026-01-31","2026-01-31T06:00:00","x"]])");
        QTest::newRow("serial number") << Quirks::DateRaw::Serial << QByteArray(R"([[46053,46053.25,"x"]])");
        QTest::newRow("text") << Quirks::DateRaw::Text << QByteArray(R"([["1/31/2026","2026-01-31 06:00","x"]])");
    }
    void dateReadsAsTheQuirkSaysAndTellsItsFormat()
    {
        QFETCH(Quirks::DateRaw, quirk);
        QFETCH(QByteArray, read);
        Options options;
        options.quirks.dateRaw = quirk;
        WorkivaSide side(options);
        side.signIn();
        QCOMPARE(side.write("A1%3AC1", R"([["1/31/2026","2026-01-31 06:00","x"]])"), u"completed"_s);
        QCOMPARE(side.read("A1%3AC1"), read);
        const QJsonValue cells =
            side.send("GET", side.scratch() + "/sheetdata?$cellrange=A1%3AC1&$fields=cells.formats.valueFormat")
                .json()["data"_L1]["cells"_L1][0];
        const auto type = [&cells](int column) {
            return cells[column]["formats"_L1]["valueFormat"_L1]["valueFormatType"_L1].toString();
        };
        QCOMPARE(type(0), u"AUTOMATIC DATE"_s);
        QCOMPARE(type(1), u"AUTOMATIC DATE"_s);
        QCOMPARE(type(2), QString());
        QCOMPARE(cells[0].toObject().keys(), QStringList{u"formats"_s});
    }

    void textAndNumbersAreKeptAsTheQuirksSay()
    {
        Options options;
        options.quirks.textKeeps = Quirks::TextKeeps::Lf;
        options.quirks.allDigits = false;
        WorkivaSide side(options);
        side.signIn();
        const QByteArray sent = R"([["a\r\nb",0.1234567890123456]])";
        const QByteArray kept = R"([["a\nb",0.123456789012346]])";
        QCOMPARE(side.write("A1%3AB1", sent), u"completed"_s);
        QCOMPARE(side.read("A1%3AB1"), kept);
        WorkivaSide other;
        other.signIn();
        QCOMPARE(other.write("A1%3AB1", sent), u"completed"_s);
        QCOMPARE(other.read("A1%3AB1"), sent);
    }

    void formatIsKeptOrForgotten_data()
    {
        QTest::addColumn<bool>("kept");
        QTest::addColumn<QByteArray>("read");
        QTest::newRow("kept") << true << QByteArray(R"([["007"]])");
        QTest::newRow("forgotten") << false << QByteArray("[[7]]");
    }
    void formatIsKeptOrForgotten()
    {
        QFETCH(bool, kept);
        QFETCH(QByteArray, read);
        Options options;
        options.quirks.formatKept = kept;
        WorkivaSide side(options);
        side.signIn();
        QCOMPARE(
            side.update(R"({"applyFormats":{"formats":[{"ranges":[{}],"valueFormat":{"valueFormatType":"TEXT"}}]}})"),
            u"completed"_s);
        QCOMPARE(side.write("A1", R"([["007"]])"), u"completed"_s);
        QCOMPARE(side.read("A1"), read);
    }

    void lockedCellsStopAWriteOrArePassedOver_data()
    {
        QTest::addColumn<Quirks::LockedCells>("quirk");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QByteArray>("left");
        QTest::newRow("fail") << Quirks::LockedCells::Fail << u"failed"_s << QByteArray("[]");
        QTest::newRow("skip") << Quirks::LockedCells::Skip << u"completed"_s << QByteArray(R"([[1,""],[3,4]])");
        QTest::newRow("refuse") << Quirks::LockedCells::Refuse << u"403"_s << QByteArray("[]");
    }
    void lockedCellsStopAWriteOrArePassedOver()
    {
        QFETCH(Quirks::LockedCells, quirk);
        QFETCH(QString, outcome);
        QFETCH(QByteArray, left);
        Options options;
        options.quirks.lockedCells = quirk;
        WorkivaSide side(options);
        side.scratchSheet().lockedCells = {{0, 1, 1, 1}};
        side.signIn();
        QCOMPARE(side.write("A1%3AB2", "[[1,2],[3,4]]"), outcome);
        QCOMPARE(side.read("A1%3AB2"), left);
        QCOMPARE(side.update(R"({"editCells":{"cells":[{"row":0,"column":1,"value":2}]}})"), outcome);
        QCOMPARE(side.write("A1%3AB2", "[[5,null],[6,7]]"), u"completed"_s);
        QCOMPARE(side.read("A1%3AB2"), QByteArray(R"([[5,""],[6,7]])"));
    }

    void linksAreFreeOrRefused_data()
    {
        QTest::addColumn<bool>("free");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("free") << true << u"completed"_s;
        QTest::newRow("refuse") << false << u"400"_s;
    }
    void linksAreFreeOrRefused()
    {
        QFETCH(bool, free);
        QFETCH(QString, outcome);
        Options options;
        options.quirks.linksAreFree = free;
        WorkivaSide side(options);
        side.scratchSheet().linkedCells = {{0, 1, 1, 1}};
        side.signIn();
        QCOMPARE(side.write("A1%3AB2", "[[1,2],[3,4]]"), outcome);
        QCOMPARE(side.update(R"({"editCells":{"cells":[{"row":0,"column":1,"value":2}]}})"), outcome);
        QCOMPARE(side.write("A1%3AA2", "[[1],[3]]"), u"completed"_s);
    }

    void pagesWithoutEndBringNothingNew_data()
    {
        QTest::addColumn<QByteArray>("operation");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("values") << QByteArray("getValuesByRange") << QByteArray("/values/%3A?$valuestyle=raw");
        QTest::newRow("sheetdata") << QByteArray("getSheetData") << QByteArray("/sheetdata");
        QTest::newRow("sheets") << QByteArray("getSheets") << QByteArray("/..");
    }
    void pagesWithoutEndBringNothingNew()
    {
        QFETCH(QByteArray, operation);
        QFETCH(QByteArray, path);
        Options options;
        options.faults = {Fault::parse(QString::fromLatin1("pages-without-end@" + operation)).value()};
        options.relativeLinks = true;
        WorkivaSide side(options);
        side.signIn();
        QCOMPARE(side.write("A1", "[[1]]"), u"completed"_s);
        QByteArray next = path == "/.." ? side.scratch().left(side.scratch().lastIndexOf('/')) : side.scratch() + path;
        QSet<QByteArray> seen;
        QByteArray pages;
        for (int i = 0; i < 5; ++i) {
            QVERIFY(!seen.contains(next));
            seen += next;
            const RawReply answer = side.send("GET", next);
            QCOMPARE(answer.status, 200);
            pages = answer.body;
            QVERIFY2(i > 0 || answer.body.size() > 80, answer.body.constData());
            next = answer.json()["@nextLink"_L1].toString().toLatin1();
            QVERIFY(!next.isEmpty());
        }
        QVERIFY2(pages.contains("\"data\":[]") || pages.contains("\"data\":{}"), pages.constData());
    }

    void formulasAreRawOrCalculated()
    {
        WorkivaSide side;
        side.signIn();
        const QByteArray formula = "[\"=SUM(A1:A2)\"]";
        QCOMPARE(side.write("A1%3AA3", "[[2],[3]," + formula + ']'), u"completed"_s);
        QCOMPARE(side.read("A3", "raw"), '[' + formula + ']');
        QCOMPARE(side.read("A3", "calculated"), QByteArray("[[5]]"));
        QVERIFY(side.send("GET", side.scratch() + "/values/A3").body.contains("[[5]]"));
    }

    void smallerValuesClearTheRestAndNullLeaves()
    {
        WorkivaSide side;
        side.signIn();
        QCOMPARE(side.write("A1%3AC2", "[[1,2,3],[4,5,6]]"), u"completed"_s);
        QCOMPARE(side.write("A1%3AB2", R"([[null,""]])"), u"completed"_s);
        QCOMPARE(side.read(), QByteArray(R"([[1,"",3],["","",6]])"));
        QCOMPARE(side.write("A1%3AC2", "[]"), u"completed"_s);
        QCOMPARE(side.read(), QByteArray("[]"));
    }

    void openRangeOfAWriteEndsWithTheData()
    {
        WorkivaSide side;
        side.signIn();
        QCOMPARE(side.write("A1%3AB2", "[[1,2],[3,4]]"), u"completed"_s);
        QCOMPARE(side.write("A1%3A", "[[9]]"), u"completed"_s);
        QCOMPARE(side.read(), QByteArray("[[9]]"));
        QCOMPARE(side.write("A1%3A", "[[1,2]]"), u"400"_s);
    }

    void lockedCellsFailTheOperation()
    {
        WorkivaSide side;
        side.signIn();
        const QByteArray linked = side.sheetPath(u"Quarterly Filing"_s, u"Linked"_s);
        const QByteArray body = R"({"values":[[1]]})";
        QCOMPARE(side.outcome(side.send("PUT", linked + "/values/D20", body)), u"failed"_s);
        QCOMPARE(side.outcome(side.send("PUT", linked + "/values/D21", body)), u"completed"_s);
        const QByteArray locked = side.sheetPath(u"Quarterly Filing"_s, u"Signed Off"_s);
        QCOMPARE(side.outcome(side.send("PUT", locked + "/values/Z9", body)), u"failed"_s);
        QCOMPARE(side.outcome(
                     side.send("POST", locked + "/update", R"({"deleteRows":{"intervals":[{"start":0,"end":0}]}})")),
                 u"failed"_s);
    }

    void updatesAreCarriedOut()
    {
        WorkivaSide side;
        side.signIn();
        QCOMPARE(
            side.update(
                R"({"applyFormats":{"formats":[{"ranges":[{"startRow":0,"startColumn":0,"stopRow":0,"stopColumn":0}],)"
                R"("valueFormat":{"valueFormatType":"TEXT"}}]}})"),
            u"completed"_s);
        QCOMPARE(side.write("A1%3AB1", R"([["007","007"]])"), u"completed"_s);
        QCOMPARE(side.update(R"({"insertRows":{"inheritFrom":"NONE","insertions":[{"index":0,"count":1}]}})"),
                 u"completed"_s);
        QCOMPARE(side.read(), QByteArray(R"([["",""],["007",7]])"));
        QCOMPARE(side.update("{}"), u"400"_s);
        QCOMPARE(side.update("["), u"400"_s);
    }

    void sheetDataShowsFormatsOfEmptyCells()
    {
        WorkivaSide side;
        side.signIn();
        const QJsonValue data =
            side.send("GET", side.scratch() + "/sheetdata?$cellrange=B2%3AC3&$maxcellsperpage=2").json();
        QCOMPARE(data["data"_L1]["cells"_L1].toArray().size(), 1);
        QVERIFY(!data["@nextLink"_L1].toString().isEmpty());
        QCOMPARE(side.send("GET", side.scratch() + "/sheetdata").json()["data"_L1]["cells"_L1].toArray().size(), 0);
        QCOMPARE(side.send("GET", side.scratch() + "/sheetdata?$cellrange=nowhere").status, 400);
    }

    void everyChangeIsARevision()
    {
        WorkivaSide side;
        side.signIn();
        const QByteArray root = side.scratch().left(side.scratch().indexOf("/sheets/"));
        const auto revisions = [&](const QByteArray &query = {}) {
            const QJsonValue sheet = side.send("GET", side.scratch() + query).json();
            return QStringList{side.send("GET", root + query).json()["revision"_L1].toString(),
                               sheet["table"_L1]["revision"_L1].toString()};
        };
        QStringList before = revisions();
        QCOMPARE(revisions(), before);
        const QByteArray first = before[0].toLatin1();
        QCOMPARE(side.write("A1", "[[1]]"), u"completed"_s);
        QVERIFY(revisions()[0] != before[0] && revisions()[1] != before[1]);
        before = revisions();
        QCOMPARE(side.update(R"({"deleteRows":{"intervals":[{"start":0,"end":0}]}})"), u"completed"_s);
        QVERIFY(revisions()[0] != before[0] && revisions()[1] != before[1]);
        before = revisions();
        QCOMPARE(side.send("POST", root + "/sheets", "{}").status, 201);
        QVERIFY(revisions()[0] != before[0]);
        QCOMPARE(revisions()[1], before[1]); // another sheet's table is unchanged

        QCOMPARE(revisions("?$revision=" + first),
                 QStringList({QString::fromLatin1(first), QString::fromLatin1(first)}));
        const auto sheets = [&](const QByteArray &query) {
            return side.send("GET", root + "/sheets" + query).json()["data"_L1].toArray().size();
        };
        QCOMPARE(sheets({}), 2);
        QCOMPARE(sheets("?$revision=" + first), 1);
        QCOMPARE(side.send("GET", root + "?$revision=99").status, 404);
        QCOMPARE(side.send("GET", root + "?$revision=x").status, 400);
    }

    void milestonesAndLinksAreServed()
    {
        WorkivaSide side;
        side.signIn();
        const QByteArray filing = side.sheetPath(u"Quarterly Filing"_s, u"Linked"_s);
        const QByteArray root = filing.left(filing.indexOf("/sheets/"));
        QCOMPARE(side.send("GET", root + "/milestones").json()["data"_L1].toArray().size(), 1);
        QCOMPARE(side.outcome(side.send("POST", root + "/links/publication", R"({"publishType":"allLinks"})")),
                 u"completed"_s);
        QCOMPARE(side.send("GET", root).json()["linksStatus"_L1]["allLinks"_L1].toString(), u"published"_s);
        QCOMPARE(side.send("POST", root + "/links/publication", "{}").status, 400);
    }

private:
    // The names on all pages of a list.
    [[nodiscard]] static QStringList allNames(const WorkivaSide &side, QByteArray path, int *pages)
    {
        QStringList names;
        for (*pages = 0; !path.isEmpty(); ++*pages) {
            const QJsonValue page = side.send("GET", path).json();
            for (const QJsonValue &one : page["data"_L1].toArray())
                names += one["name"_L1].toString();
            const QUrl next(page["@nextLink"_L1].toString());
            path = next.isEmpty() ? QByteArray()
                                  : (next.path(QUrl::FullyEncoded) + u'?' + next.query(QUrl::FullyEncoded)).toLatin1();
        }
        return names;
    }
};

QTEST_GUILESS_MAIN(TestWorkivaOperations)
#include "tst_workivaoperations.moc"
