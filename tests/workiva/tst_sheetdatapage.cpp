#include "workiva/sheetdatapage.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

using Sheet::CellKind;
using Workiva::SheetDataPage;

namespace {

// "=1+1|2|DATE": raw value, calculated value, format.
QStringList written(std::span<const Workiva::SheetDataCell> cells)
{
    const auto text = [](std::string_view utf8) { return QString::fromUtf8(utf8.data(), qsizetype(utf8.size())); };
    QStringList list;
    for (const auto &cell : cells)
        list.append(text(cell.value.text) + u'|' + text(cell.calculated.text) + u'|' + text(cell.format));
    return list;
}

} // namespace

class TestSheetDataPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellHasItsValuesAndItsFormat()
    {
        const auto page =
            SheetDataPage::parse(R"({"data":{"range":{"startRow":2,"startColumn":1,"stopRow":4,"stopColumn":2},
            "cells":[[{"value":"=1+1","calculatedValue":2,"formats":{"valueFormat":{"valueFormatType":"NUMBER"}},
                       "effectiveFormats":{"valueFormat":{"valueFormatType":"DATE","precision":{"auto":true}},"textFormat":{"bold":true}}},
                      {"value":46053.50,"calculatedValue":46053.50,"formats":{"valueFormat":{"valueFormatType":"AUTOMATIC DATE"}},
                       "effectiveFormats":null}],
                     [{"value":true,"calculatedValue":true,"formats":null}],
                     []],"merges":[{"startRow":0}]},"@nextLink":"/more"})");
        QVERIFY(page);
        QCOMPARE(page->nextLink(), u"/more"_s);
        QCOMPARE(page->range(), (Sheet::Rectangle{2, 1, 3, 2}));
        QCOMPARE(page->rows(), 3);
        QCOMPARE(written(page->row(0)), (QStringList{u"=1+1|2|DATE"_s, u"46053.50|46053.50|AUTOMATIC DATE"_s}));
        QCOMPARE(written(page->row(1)), QStringList{u"true|true|"_s});
        QCOMPARE(page->row(1)[0].value.kind, CellKind::Boolean);
        QVERIFY(page->row(2).empty());
    }

    void scalesAreThoseInEffectOrItsOwn()
    {
        using Workiva::Scale;
        const auto page = SheetDataPage::parse(R"({"data":{"cells":[[
            {"value":1,"formats":{"valueFormat":{"shownIn":"MILLIONS","enteredIn":"THOUSANDS"}},
             "effectiveFormats":{"valueFormat":{"shownIn":"THOUSANDS","enteredIn":null}}},
            {"value":1,"formats":{"valueFormat":{"shownIn":"LAKHS"}}},
            {"value":1,"formats":{"cellFormat":{"shownIn":"THOUSANDS"}}}]]}})");
        QVERIFY(page);
        const auto cells = page->row(0);
        QCOMPARE(cells[0].shownIn, Scale::Thousands);
        QCOMPARE(cells[0].enteredIn, Scale::Thousands);
        QCOMPARE(cells[1].shownIn, Scale::Unknown);
        QCOMPARE(cells[1].enteredIn, Scale::NotTold);
        QCOMPARE(cells[2].shownIn, Scale::NotTold);
    }

    void blankCellsAreCounted()
    {
        const auto page = SheetDataPage::parse(
            R"({"data":{"cells":[null,[null,{},{"value":null},{"value":"","calculatedValue":""}],[{"value":"x"}]]}})");
        QVERIFY(page);
        QVERIFY(!page->range());
        QCOMPARE(page->rows(), 3);
        QVERIFY(page->row(0).empty());
        QCOMPARE(page->row(1).size(), 4);
        for (const auto &cell : page->row(1))
            QVERIFY(cell.value.isBlank() && cell.calculated.isBlank() && cell.format.empty());
        QCOMPARE(page->row(2)[0].value.text, "x");
    }

    void valueThatIsNoneIsUnreadable()
    {
        const auto page = SheetDataPage::parse(
            R"({"data":{"cells":[[{"value":{"rich":["x"]},"calculatedValue":"x"},{"value":"\ud83d"},{"value":1}]]}})");
        QVERIFY(page);
        QCOMPARE(page->row(0).size(), 3);
        QCOMPARE(page->row(0)[0].value.kind, CellKind::Unreadable);
        QCOMPARE(page->row(0)[1].value.kind, CellKind::Unreadable);
        QCOMPARE(page->row(0)[2].value.text, "1");
    }

    void noDataIsNoRow_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::newRow("empty list") << QByteArray(R"({"data":[]})");
        QTest::newRow("null") << QByteArray(R"({"data":null})");
        QTest::newRow("empty object") << QByteArray(R"({"data":{}})");
        QTest::newRow("no cells") << QByteArray(R"({"data":{"cells":null,"range":null}})");
        QTest::newRow("no rows") << QByteArray(R"({"data":{"cells":[]},"@nextLink":null})");
    }
    void noDataIsNoRow()
    {
        QFETCH(const QByteArray, reply);
        const auto page = SheetDataPage::parse(reply);
        QVERIFY(page);
        QCOMPARE(page->rows(), 0);
        QVERIFY(page->nextLink().isEmpty());
    }

    void formatsMayComeAlone()
    {
        const auto page = SheetDataPage::parse(
            R"({"data":{"cells":[[{"formats":{"valueFormat":{"valueFormatType":"DATE"}}},{"formats":{}}]]}})");
        QVERIFY(page);
        QCOMPARE(written(page->row(0)), (QStringList{u"||DATE"_s, u"||"_s}));
    }

    void anotherShapeIsNamedByItsPlace_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const char *reply, const char *place) {
            QTest::newRow(name) << QByteArray(reply) << QString::fromLatin1(place);
        };
        row("nothing", "", "$");
        row("array", "[]", "$");
        row("no data", "{}", "$.data");
        row("data text", R"({"data":"x"})", "$.data");
        row("data twice", R"({"data":{},"data":{}})", "$.data");
        row("data list", R"({"data":[{}]})", "$.data[0]");
        row("data list of texts", R"({"data":["x"]})", "$.data[0]");
        row("link number", R"({"data":{},"@nextLink":5})", "$.@nextLink");
        row("cells object", R"({"data":{"cells":{}}})", "$.data.cells");
        row("row object", R"({"data":{"cells":[[],{}]}})", "$.data.cells[1]");
        row("row number", R"({"data":{"cells":[[],7]}})", "$.data.cells[1]");
        row("cell array", R"({"data":{"cells":[[{},[]]]}})", "$.data.cells[0][1]");
        row("cell number", R"({"data":{"cells":[[{},7]]}})", "$.data.cells[0][1]");
        row("calculated alone", R"({"data":{"cells":[[{"calculatedValue":7}]]}})", "$.data.cells");
        row("cut short", R"({"data":{"cells":[[{"value":1},)", "$.data.cells[0][1]");
    }
    void anotherShapeIsNamedByItsPlace()
    {
        QFETCH(const QByteArray, reply);
        const auto page = SheetDataPage::parse(reply);
        QVERIFY(!page);
        QCOMPARE(page.error().kind, Core::ErrorKind::BadReply);
        QTEST(page.error().subject, "place");
    }

    void datesAreShownAsDays()
    {
        QVERIFY(Workiva::isDateFormat("DATE"));
        QVERIFY(Workiva::isDateFormat("AUTOMATIC DATE"));
        for (const char *other : {"", "AUTOMATIC", "NUMBER", "TEXT", "PERIOD"})
            QVERIFY(!Workiva::isDateFormat(other));
    }
};

QTEST_GUILESS_MAIN(TestSheetDataPage)
#include "tst_sheetdatapage.moc"
