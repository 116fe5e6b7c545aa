#include "sandbox/sides.h"

#include <QJsonArray>
#include <QTest>

using namespace Sandbox;

class TestWorkivaOperations final : public QObject
{
    Q_OBJECT

private:
    // The names on all pages of a list.
    [[nodiscard]] static QStringList allNames(const WorkivaSide &side, QByteArray path, int *pages)
    {
        QStringList names;
        for (*pages = 0; !path.isEmpty(); ++*pages) {
            const QJsonValue page = side.send("GET", path).json();
            for (const QJsonValue &one : page[QLatin1String("data")].toArray())
                names += one[QLatin1String("name")].toString();
            const QUrl next(page[QLatin1String("@nextLink")].toString());
            path = next.isEmpty() ? QByteArray()
                                  : (next.path(QUrl::FullyEncoded) + u'?' + next.query(QUrl::FullyEncoded)).toLatin1();
        }
        return names;
    }

private Q_SLOTS:
    void listsArePaged()
    {
        WorkivaSide side;
        side.signIn();
        int pages = 0;
        QCOMPARE(allNames(side, "/spreadsheets?$maxpagesize=2&$orderBy=name", &pages),
                 QStringList({QStringLiteral("Headcount Report"), QStringLiteral("Quarterly Filing"),
                              QStringLiteral("Scratch")}));
        QCOMPARE(pages, 2);
        QCOMPARE(allNames(side, "/spreadsheets?$filter=name%20eq%20'Scratch'", &pages),
                 QStringList{QStringLiteral("Scratch")});
        for (const char *query : {"?$maxpagesize=0", "?$maxpagesize=1001", "?$next=x", "?$filter=x", "?$orderBy=size"})
            QCOMPARE(side.send("GET", QByteArray("/spreadsheets") + query).status, 400);
    }

    void sheetsNest()
    {
        WorkivaSide side;
        side.signIn();
        const QByteArray path = side.sheetPath(QStringLiteral("Quarterly Filing"), QStringLiteral("Statements"));
        const QJsonValue sheet = side.send("GET", path).json();
        QVERIFY(sheet[QLatin1String("parent")].isNull());
        QCOMPARE(sheet[QLatin1String("index")].toInt(), 1);
        const QJsonValue balance = sheet[QLatin1String("children")][1];
        QCOMPARE(balance[QLatin1String("name")].toString(), QStringLiteral("Balance Sheet"));
        QCOMPARE(balance[QLatin1String("parent")][QLatin1String("id")], sheet[QLatin1String("id")]);
        QCOMPARE(balance[QLatin1String("children")][0][QLatin1String("name")].toString(),
                 QStringLiteral("Trial Balance"));
        int pages = 0;
        QCOMPARE(allNames(side, path.left(path.lastIndexOf('/')) + "?$maxpagesize=3", &pages).size(), 7);
        QCOMPARE(pages, 3);
    }

    void locksAndLinkedDatasetsAreTold()
    {
        WorkivaSide side;
        side.signIn();
        QCOMPARE(side.send("GET", side.sheetPath(QStringLiteral("Quarterly Filing"), QStringLiteral("Signed Off")))
                     .json()[QLatin1String("lock")]
                     .toString(),
                 QStringLiteral("lock"));
        QCOMPARE(side.send("GET", side.sheetPath(QStringLiteral("Quarterly Filing"), QStringLiteral("Linked")))
                     .json()[QLatin1String("dataset")][QLatin1String("range")]
                     .toString(),
                 QStringLiteral("A1:D20"));
    }

    void sheetsAreMadeAndDeleted()
    {
        WorkivaSide side;
        side.signIn();
        const QByteArray sheets = side.scratch().left(side.scratch().lastIndexOf('/'));
        const Answer first = side.send("POST", sheets, R"({"name":"First","index":0})");
        QCOMPARE(first.status, 201);
        QCOMPARE(first.json()[QLatin1String("index")].toInt(), 0);
        const QByteArray id = first.json()[QLatin1String("id")].toString().toLatin1();
        const Answer below = side.send("POST", sheets, "{\"name\":\"Below\",\"parent\":{\"id\":\"" + id + "\"}}");
        QCOMPARE(below.json()[QLatin1String("parent")][QLatin1String("id")].toString().toLatin1(), id);
        QCOMPARE(side.send("POST", sheets, R"({"parent":{"id":"none"}})").status, 404);
        QCOMPARE(side.send("DELETE", sheets + '/' + id).status, 204);
        QCOMPARE(side.send("GET", sheets + '/' + below.json()[QLatin1String("id")].toString().toLatin1()).status, 404);
        QCOMPARE(side.send("DELETE", side.scratch()).status, 409);
        QCOMPARE(side.send("DELETE", side.sheetPath(QStringLiteral("Quarterly Filing"), QStringLiteral("Signed Off")))
                     .status,
                 409);
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
        QCOMPARE(side.write("A1%3AC3", "[[1,2,3],[4,5,6],[7,8,9]]"), QStringLiteral("completed"));
        QCOMPARE(side.read(region.toPercentEncoding()), values);
    }

    void wrongRegionsAreRefused()
    {
        WorkivaSide side;
        side.signIn();
        for (const char *region : {"A", "1", "A0", "ZZZZ1", "A1%3AB2%3AC3", "hello%20world"}) {
            QCOMPARE(side.send("GET", side.scratch() + "/values/" + region).status, 400);
            QCOMPARE(side.write(region, "[[1]]"), QStringLiteral("400"));
        }
        QCOMPARE(side.send("GET", side.scratch() + "/values/A1?$valuestyle=pretty").status, 400);
        QCOMPARE(side.send("GET", side.scratch() + "/values/A1?$maxcellsperpage=50001").status, 400);
        QCOMPARE(side.send("GET", side.scratch() + "/values/A1?$next=x").status, 400);
    }

    void valuesArePaged()
    {
        WorkivaSide side;
        side.signIn();
        QCOMPARE(side.write("A1%3AB3", "[[1,2],[3,4],[5,6]]"), QStringLiteral("completed"));
        QByteArray path = side.scratch() + "/values/%3A?$valuestyle=raw&$maxcellsperpage=4";
        QStringList ranges;
        while (!path.isEmpty()) {
            const QJsonValue page = side.send("GET", path).json();
            ranges += page[QLatin1String("data")][0][QLatin1String("range")].toString();
            const QUrl next(page[QLatin1String("@nextLink")].toString());
            QVERIFY(next.isEmpty() || next.port() == side.server.port());
            path = next.isEmpty() ? QByteArray()
                                  : (next.path(QUrl::FullyEncoded) + u'?' + next.query(QUrl::FullyEncoded)).toLatin1();
        }
        QCOMPARE(ranges, QStringList({QStringLiteral("A1:B2"), QStringLiteral("A3:B3")}));
    }

    void formulasAreRawOrCalculated()
    {
        WorkivaSide side;
        side.signIn();
        const QByteArray formula = "[\"=SUM(A1:A2)\"]";
        QCOMPARE(side.write("A1%3AA3", "[[2],[3]," + formula + ']'), QStringLiteral("completed"));
        QCOMPARE(side.read("A3", "raw"), '[' + formula + ']');
        QCOMPARE(side.read("A3", "calculated"), QByteArray("[[5]]"));
        QVERIFY(side.send("GET", side.scratch() + "/values/A3").body.contains("[[5]]"));
    }

    void smallerValuesClearTheRestAndNullLeaves()
    {
        WorkivaSide side;
        side.signIn();
        QCOMPARE(side.write("A1%3AC2", "[[1,2,3],[4,5,6]]"), QStringLiteral("completed"));
        QCOMPARE(side.write("A1%3AB2", R"([[null,""]])"), QStringLiteral("completed"));
        QCOMPARE(side.read(), QByteArray(R"([[1,"",3],["","",6]])"));
        QCOMPARE(side.write("A1%3AC2", "[]"), QStringLiteral("completed"));
        QCOMPARE(side.read(), QByteArray("[]"));
    }

    void openRangeOfAWriteEndsWithTheData()
    {
        WorkivaSide side;
        side.signIn();
        QCOMPARE(side.write("A1%3AB2", "[[1,2],[3,4]]"), QStringLiteral("completed"));
        QCOMPARE(side.write("A1%3A", "[[9]]"), QStringLiteral("completed"));
        QCOMPARE(side.read(), QByteArray("[[9]]"));
        QCOMPARE(side.write("A1%3A", "[[1,2]]"), QStringLiteral("400"));
    }

    void lockedCellsFailTheOperation()
    {
        WorkivaSide side;
        side.signIn();
        const QByteArray linked = side.sheetPath(QStringLiteral("Quarterly Filing"), QStringLiteral("Linked"));
        const QByteArray body = R"({"values":[[1]]})";
        QCOMPARE(side.outcome(side.send("PUT", linked + "/values/D20", body)), QStringLiteral("failed"));
        QCOMPARE(side.outcome(side.send("PUT", linked + "/values/D21", body)), QStringLiteral("completed"));
        const QByteArray locked = side.sheetPath(QStringLiteral("Quarterly Filing"), QStringLiteral("Signed Off"));
        QCOMPARE(side.outcome(side.send("PUT", locked + "/values/Z9", body)), QStringLiteral("failed"));
        QCOMPARE(side.outcome(
                     side.send("POST", locked + "/update", R"({"deleteRows":{"intervals":[{"start":0,"end":0}]}})")),
                 QStringLiteral("failed"));
    }

    void updatesAreCarriedOut()
    {
        WorkivaSide side;
        side.signIn();
        QCOMPARE(
            side.update(
                R"({"applyFormats":{"formats":[{"ranges":[{"startRow":0,"startColumn":0,"stopRow":0,"stopColumn":0}],)"
                R"("valueFormat":{"valueFormatType":"TEXT"}}]}})"),
            QStringLiteral("completed"));
        QCOMPARE(side.write("A1%3AB1", R"([["007","007"]])"), QStringLiteral("completed"));
        QCOMPARE(side.update(R"({"insertRows":{"inheritFrom":"NONE","insertions":[{"index":0,"count":1}]}})"),
                 QStringLiteral("completed"));
        QCOMPARE(side.read(), QByteArray(R"([["",""],["007",7]])"));
        QCOMPARE(side.update("{}"), QStringLiteral("400"));
        QCOMPARE(side.update("["), QStringLiteral("400"));
    }

    void sheetDataShowsFormatsOfEmptyCells()
    {
        WorkivaSide side;
        side.signIn();
        const QJsonValue data =
            side.send("GET", side.scratch() + "/sheetdata?$cellrange=B2%3AC3&$maxcellsperpage=2").json();
        QCOMPARE(data[QLatin1String("data")][QLatin1String("cells")].toArray().size(), 1);
        QVERIFY(!data[QLatin1String("@nextLink")].toString().isEmpty());
        QCOMPARE(side.send("GET", side.scratch() + "/sheetdata")
                     .json()[QLatin1String("data")][QLatin1String("cells")]
                     .toArray()
                     .size(),
                 0);
        QCOMPARE(side.send("GET", side.scratch() + "/sheetdata?$cellrange=nowhere").status, 400);
    }

    void milestonesAndLinksAreServed()
    {
        WorkivaSide side;
        side.signIn();
        const QByteArray filing = side.sheetPath(QStringLiteral("Quarterly Filing"), QStringLiteral("Linked"));
        const QByteArray root = filing.left(filing.indexOf("/sheets/"));
        QCOMPARE(side.send("GET", root + "/milestones").json()[QLatin1String("data")].toArray().size(), 1);
        QCOMPARE(side.outcome(side.send("POST", root + "/links/publication", R"({"publishType":"allLinks"})")),
                 QStringLiteral("completed"));
        QCOMPARE(side.send("GET", root).json()[QLatin1String("linksStatus")][QLatin1String("allLinks")].toString(),
                 QStringLiteral("published"));
        QCOMPARE(side.send("POST", root + "/links/publication", "{}").status, 400);
    }
};

QTEST_GUILESS_MAIN(TestWorkivaOperations)
#include "tst_workivaoperations.moc"
