#include "sandbox/sides.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;
using namespace Support;

class TestWorkivaContent final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAndColumnsAreInclusive_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("values");
        const auto row = [](const char *query, const char *values) {
            QTest::newRow(query) << QByteArray(query) << QString::fromLatin1(values);
        };
        row("", "1,2,3;4,5,6;7,8,9");
        row("?startRow=1", "4,5,6;7,8,9");
        row("?startRow=1&stopRow=1&startColumn=1&stopColumn=2", "5,6");
        row("?stopColumn=0", "1;4;7");
        row("?startRow=2&stopRow=3&startColumn=2&stopColumn=3", "9,;,");
        row("?startRow=999&stopRow=1200&stopColumn=0", "");
        row("?startRow=1000", "");
        row("?startRow=3", "");
    }
    void rowsAndColumnsAreInclusive()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, values);
        WorkivaSide side;
        side.signIn();
        QCOMPARE(side.write("A1%3AC3", "[[1,2,3],[4,5,6],[7,8,9]]"), u"completed"_s);
        QCOMPARE(cells(side, tableOf(side, side.scratch()) + "/cells" + query), values);
    }

    void openRangeReachesToWhatIsMarked()
    {
        WorkivaSide side;
        side.signIn();
        const QByteArray linked = side.sheetPath(u"Quarterly Filing"_s, u"Linked"_s);
        const QJsonValue page = side.send("GET", tableOf(side, linked) + "/cells").json();
        QCOMPARE(page["range"_L1]["stopRow"_L1].toInt(), 19); // of the linked dataset
        QCOMPARE(cells(side, tableOf(side, side.scratch()) + "/cells"), QString());
    }

    void cellsArePaged()
    {
        WorkivaSide side;
        side.signIn();
        QCOMPARE(side.write("A1%3AC3", "[[1,2,3],[4,5,6],[7,8,9]]"), u"completed"_s);
        int pages = 0;
        QCOMPARE(
            cells(side, tableOf(side, side.scratch()) + "/cells?%24maxcellsperpage=4&startRow=0&stopColumn=2", &pages),
            u"1,2,3;4,5,6;7,8,9"_s);
        QCOMPARE(pages, 3);
    }

    void wrongQueriesAreRefused()
    {
        WorkivaSide side;
        side.signIn();
        const QByteArray path = tableOf(side, side.scratch()) + "/cells";
        for (const char *query : {"?startRow=-1", "?startRow=x", "?startRow=2&stopRow=1", "?startColumn=2&stopColumn=1",
                                  "?stopColumn=16384", "?$maxcellsperpage=50001", "?$next=x", "?$revision=x"})
            QCOMPARE(side.send("GET", path + query).status, 400);
        QCOMPARE(side.send("GET", "/content/tables/none/cells").status, 404);
        QCOMPARE(side.send("GET", path + "?$revision=2").status, 404);
    }

    void oldRevisionsAreReadable()
    {
        WorkivaSide side;
        side.signIn();
        const QByteArray path = tableOf(side, side.scratch()) + "/cells?stopRow=0&stopColumn=0&$revision=";
        const auto revision = [&side] {
            return side.send("GET", side.scratch()).json()["table"_L1]["revision"_L1].toString().toLatin1();
        };
        const QByteArray before = revision();
        QCOMPARE(side.write("A1", R"([["first"]])"), u"completed"_s);
        const QByteArray first = revision();
        QCOMPARE(side.write("A1", R"([["second"]])"), u"completed"_s);
        QCOMPARE(cells(side, path + before), QString());
        QCOMPARE(cells(side, path + first), u"first"_s);
        QCOMPARE(cells(side, path + revision()), u"second"_s);
        QCOMPARE(side.send("GET", path + first).json()["revision"_L1].toString().toLatin1(), first);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(side.write("A1", "[[" + QByteArray::number(i) + "]]"), u"completed"_s);
        QCOMPARE(side.send("GET", path + first).status, 404);
        QCOMPARE(cells(side, path + revision()), u"19"_s);
    }

    void cellsMayLagUnlessTheirRevisionIsNamed()
    {
        Options options;
        options.quirks.readLag = std::chrono::seconds(2);
        WorkivaSide side(options);
        side.signIn();
        const QByteArray path = tableOf(side, side.scratch()) + "/cells?stopRow=0&stopColumn=0";
        QCOMPARE(side.write("A1", R"([["new"]])"), u"completed"_s);
        const QJsonValue table = side.send("GET", side.scratch()).json()["table"_L1];
        QCOMPARE(cells(side, path), QString());
        QCOMPARE(cells(side, path + "&$revision=" + table["revision"_L1].toString().toLatin1()), u"new"_s);
        side.clock.advance(std::chrono::seconds(2));
        QCOMPARE(cells(side, path), u"new"_s);
    }

    void rangeLinksLeadToTheirDestinations()
    {
        WorkivaSide side;
        side.signIn();
        const QByteArray income =
            tableOf(side, side.sheetPath(u"Quarterly Filing"_s, u"Statements/Income Statement"_s));
        const QByteArray summary = tableOf(side, side.sheetPath(u"Quarterly Filing"_s, u"Statements"_s));
        const QJsonArray sources = side.send("GET", income + "/rangeLinks").json()["data"_L1].toArray();
        QCOMPARE(sources.size(), 1);
        const QByteArray id = sources[0]["id"_L1].toString().toLatin1();
        const QJsonValue destinations = side.send("GET", income + "/rangeLinks/" + id + "/destinations").json();
        QCOMPARE(destinations["data"_L1], side.send("GET", summary + "/rangeLinks").json()["data"_L1]);
        QCOMPARE(side.send("GET", summary + "/rangeLinks/" + id + "/destinations").status, 404);
        QCOMPARE(side.send("GET", "/content/tables/none/rangeLinks").status, 404);
    }

private:
    [[nodiscard]] static QByteArray tableOf(const WorkivaSide &side, const QByteArray &sheet)
    {
        const QJsonValue table = side.send("GET", sheet).json()["table"_L1];
        return "/content/tables/" + table["table"_L1].toString().toLatin1();
    }

    // Raw values, rows by semicolons, cells by commas, over all pages.
    [[nodiscard]] static QString cells(const WorkivaSide &side, QByteArray path, int *pages = nullptr)
    {
        QStringList rows;
        while (!path.isEmpty()) {
            const QJsonValue page = side.send("GET", path).json();
            for (const QJsonValue &row : page["data"_L1].toArray()) {
                QStringList values;
                for (const QJsonValue &cell : row["cells"_L1].toArray())
                    values += cell["rawValue"_L1].toString();
                rows += values.join(u',');
            }
            const QUrl next(page["@nextLink"_L1].toString());
            path = next.isEmpty() ? QByteArray() : next.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
            if (pages)
                ++*pages;
        }
        return rows.join(u';');
    }
};

QTEST_GUILESS_MAIN(TestWorkivaContent)
#include "tst_workivacontent.moc"
