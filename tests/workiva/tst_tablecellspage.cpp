#include "workiva/tablecellspage.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

using Workiva::TableCell;
using Workiva::TableCellsPage;

class TestTableCellsPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellTellsWhatItIs()
    {
        const auto page = TableCellsPage::parse(R"({"revision":"17","@nextLink":"/more",
            "range":{"startRow":2,"startColumn":1,"stopRow":4,"stopColumn":2},
            "data":[{"cells":[
                {"locked":true,"inputCell":false,"merges":null,"rawValue":"=1+1",
                 "value":{"type":"formula","formula":{"calculatedValue":"2","effectiveValue":"2"}}},
                {"locked":false,"inputCell":true,"rawValue":"",
                 "merges":{"type":"childOf","childOf":{"row":2,"column":1}},
                 "value":{"type":"destinationLink","destinationLink":{"destinationLink":{"revision":"1"}}}}]},
              {"cells":[{"merges":{"type":"parentOf","parentOf":{"startRow":3,"startColumn":1}},
                         "value":{"type":"richText"}},{"value":{"type":"plainText"}}]}]})");
        QVERIFY(page);
        QCOMPARE(page->revision(), u"17"_s);
        QCOMPARE(page->nextLink(), u"/more"_s);
        QCOMPARE(page->range(), (Sheet::Rectangle{2, 1, 3, 2}));
        QCOMPARE(page->rows(), 2);
        using Type = TableCell::Type;
        QCOMPARE(page->row(0)[0], (TableCell{.locked = true, .type = Type::Formula, .rawValue = "=1+1"}));
        QCOMPARE(page->row(0)[1],
                 (TableCell{.inputCell = true, .mergedInto = Sheet::Address{2, 1}, .type = Type::DestinationLink}));
        QCOMPARE(page->row(1)[0], (TableCell{.type = Type::RichText}));
        QCOMPARE(page->row(1)[1], (TableCell{.type = Type::PlainText}));
    }

    void missingMembersAreTolerated()
    {
        const auto page = TableCellsPage::parse(
            R"({"revision":17,"data":[null,{},{"cells":null},{"cells":[null,{},{"locked":"yes","value":{"type":7},"merges":{"childOf":{"row":"1"}}}]}]})");
        QVERIFY(page);
        QCOMPARE(page->revision(), u"17"_s);
        QVERIFY(!page->range());
        QCOMPARE(page->rows(), 4);
        QVERIFY(page->row(2).empty());
        QCOMPARE(page->row(3).size(), 3);
        for (const TableCell &cell : page->row(3))
            QCOMPARE(cell, TableCell{});
    }

    void noDataIsNoRow()
    {
        for (const char *reply : {R"({"revision":"1"})", R"({"revision":"1","data":[]})", R"({"data":null})"}) {
            const auto page = TableCellsPage::parse(reply);
            QVERIFY(page);
            QCOMPARE(page->rows(), 0);
        }
    }

    void anotherShapeIsABadReply()
    {
        for (const char *reply : {"", "<html>", "[]", "7", R"({"data":{}})", R"({"data":[[]]})",
                                  R"({"data":[{"cells":{}}]})", R"({"data":[{"cells":[[]]}]})", R"({"data":[)"}) {
            const auto page = TableCellsPage::parse(reply);
            QVERIFY2(!page, reply);
            QCOMPARE(page.error().kind, Core::ErrorKind::BadReply);
        }
    }
};

QTEST_GUILESS_MAIN(TestTableCellsPage)
#include "tst_tablecellspage.moc"
