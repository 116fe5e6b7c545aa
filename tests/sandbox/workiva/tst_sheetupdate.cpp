#include "sandbox/workiva/sheetupdate.h"

#include "sandbox/sheet/storedspreadsheet.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;

namespace {

QJsonObject object(QByteArray json)
{
    return QJsonDocument::fromJson(json.replace('\'', '"')).object();
}

} // namespace

class TestSheetUpdate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_quirks = {};
        m_spreadsheet = StoredSpreadsheet();
        m_sheet = &m_spreadsheet.add({}, {});
    }

    void editCellsWritesEachCell()
    {
        QVERIFY(carryOut("{'editCells':{'cells':[{'row':1,'column':2,'value':'x'},{'row':0,'column':0,'value':1.5},{'"
                         "row':0,'column':1,'value':true}]}}"));
        QCOMPARE(at(1, 2), std::string_view("x"));
        QCOMPARE(at(0, 0), std::string_view("1.5"));
        QVERIFY(
            carryOut("{'editCells':{'cells':[{'row':1,'column':2,'value':null},{'row':0,'column':0,'value':''}]}}"));
        QCOMPARE(at(1, 2), std::string_view("x"));
        QCOMPARE(m_sheet->cells.at(0, 0).kind, Sheet::CellKind::Empty);
    }

    void editRangeWritesFromTheTopLeft()
    {
        QVERIFY(carryOut("{'editRange':{'range':{'startRow':1,'startColumn':1,'stopRow':2,'stopColumn':2},'values':[['"
                         "a','b'],['c']]}}"));
        QCOMPARE(at(1, 1), std::string_view("a"));
        QCOMPARE(at(2, 1), std::string_view("c"));
        QCOMPARE(m_sheet->cells.filled(), 3);
    }

    void appliedTextFormatKeepsText()
    {
        QVERIFY(carryOut("{'applyFormats':{'formats':[{'ranges':[{'startColumn':1,'stopColumn':1}],'valueFormat':{'"
                         "valueFormatType':'TEXT'}}]}}"));
        QVERIFY(carryOut(
            "{'editCells':{'cells':[{'row':9,'column':1,'value':'00123'},{'row':9,'column':0,'value':'00123'}]}}"));
        QCOMPARE(at(9, 1), std::string_view("00123"));
        QCOMPARE(at(9, 0), std::string_view("123"));
    }

    void clearFormatsTakesNamedFieldsOrAll()
    {
        const char *const range = "{'startRow':0,'startColumn':0,'stopRow':0,'stopColumn':0}";
        const auto clear = [&](const char *more) {
            return QByteArray("{'clearFormats':{'ranges':[") + range + "]" + more + "}}";
        };
        const QByteArray apply = QByteArray("{'applyFormats':{'formats':[{'ranges':[") + range
            + "],'textFormat':{'bold':true,'italic':true},'valueFormat':{'valueFormatType':'TEXT'}}]}}";
        const auto format = [this] { return m_sheet->formats.format(m_sheet->formats.numberAt(m_sheet->cells, 0, 0)); };
        QVERIFY(carryOut(apply));
        QVERIFY(carryOut(clear(",'textFormatFields':['bold']")));
        QCOMPARE(format()["textFormat"_L1].toObject().keys(), QStringList{u"italic"_s});
        QVERIFY(format().contains("valueFormat"_L1));
        QVERIFY(carryOut(clear("")));
        QVERIFY(format().isEmpty());
    }

    void touchedIsWhatALockWouldGuard()
    {
        const auto planned = planUpdate(
            object("{'editCells':{'cells':[{'row':1,'column':2,'value':1},{'row':1,'column':3,'value':null}]}}"),
            m_spreadsheet, *m_sheet, {});
        QCOMPARE(planned->touched, (std::vector<Sheet::Rectangle>{{1, 2, 1, 1}}));
    }

    void valueFormatMayBeForgotten()
    {
        m_quirks.formatKept = false;
        QVERIFY(carryOut(
            "{'applyFormats':{'formats':[{'ranges':[{'startRow':0,'startColumn':0,'stopRow':0,'stopColumn':0}],"
            "'textFormat':{'bold':true},'valueFormat':{'valueFormatType':'TEXT'}}]}}"));
        const QJsonObject format = m_sheet->formats.format(m_sheet->formats.numberAt(m_sheet->cells, 0, 0));
        QCOMPARE(format.keys(), QStringList{u"textFormat"_s});
    }

    void updateOfLockedCellsMayBeRefused_data()
    {
        QTest::addColumn<QByteArray>("update");
        QTest::newRow("cells") << QByteArray("{'editCells':{'cells':[{'row':1,'column':1,'value':1}]}}");
        QTest::newRow("formats") << QByteArray(
            "{'applyFormats':{'formats':[{'ranges':[{}],'textFormat':{'bold':true}}]}}");
        QTest::newRow("rows") << QByteArray("{'deleteRows':{'intervals':[{'start':0,'end':1}]}}");
    }
    void updateOfLockedCellsMayBeRefused()
    {
        QFETCH(QByteArray, update);
        m_sheet->lockedCells = {{1, 1, 1, 1}};
        QVERIFY(planUpdate(object(update), m_spreadsheet, *m_sheet, m_quirks));
        m_quirks.lockedCells = Quirks::LockedCells::Refuse;
        QCOMPARE(planUpdate(object(update), m_spreadsheet, *m_sheet, m_quirks).error().status, 403);
    }

    void lockedCellsMayBePassedOver()
    {
        m_quirks.lockedCells = Quirks::LockedCells::Skip;
        m_sheet->lockedCells = {{0, 1, 1, 1}};
        QVERIFY(carryOut("{'editRange':{'range':{'startRow':0,'startColumn':0,'stopRow':0,'stopColumn':2},"
                         "'values':[[1,2,3]]}}"));
        QVERIFY(carryOut(
            "{'applyFormats':{'formats':[{'ranges':[{'startRow':0,'stopRow':0,'startColumn':0,'stopColumn':2}],"
            "'textFormat':{'bold':true}}]}}"));
        QCOMPARE(at(0, 0), std::string_view("1"));
        QCOMPARE(at(0, 1), std::string_view());
        QCOMPARE(at(0, 2), std::string_view("3"));
        for (int column = 0; column < 3; ++column)
            QCOMPARE(m_sheet->formats.numberAt(m_sheet->cells, 0, column) == 0, column == 1);
        const char *const rows = "{'deleteRows':{'intervals':[{'start':0,'end':0}]}}";
        QVERIFY(!planUpdate(object(rows), m_spreadsheet, *m_sheet, m_quirks)->passesOverLocked);
    }

    void editOfLinksMayBeRefused()
    {
        const char *const edit = "{'editCells':{'cells':[{'row':1,'column':1,'value':1}]}}";
        m_sheet->linkedCells = {{1, 1, 1, 1}};
        QVERIFY(carryOut(edit));
        m_quirks.linksAreFree = false;
        QCOMPARE(planUpdate(object(edit), m_spreadsheet, *m_sheet, m_quirks).error().status, 400);
        QVERIFY(carryOut("{'editCells':{'cells':[{'row':1,'column':1,'value':null},{'row':0,'column':1,'value':1}]}}"));
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *body :
             {"{}", "{'editCells':{'cells':[]},'hideRows':{'intervals':[]}}", "{'editCells':[]}", "{'unheardOf':{}}",
              "{'editCells':{}}", "{'editCells':{'cells':[{'row':0,'column':0}]}}",
              "{'editCells':{'cells':[{'row':-1,'column':0,'value':1}]}}",
              "{'editCells':{'cells':[{'row':0,'column':16384,'value':1}]}}",
              "{'editCells':{'cells':[{'row':0,'column':0,'value':[]}]}}",
              "{'editRange':{'range':{'startRow':0,'startColumn':0,'stopRow':0,'stopColumn':0},'values':[[1,2]]}}",
              "{'editRange':{'range':{},'values':1}}", "{'applyFormats':{}}", "{'applyFormats':{'formats':[{}]}}",
              "{'clearFormats':{}}", "{'applyFormats':{'formats':[{'ranges':[{'startRow':2,'stopRow':1}]}]}}"})
            QTest::newRow(body) << QByteArray(body);
    }
    void nonsenseIsRefused()
    {
        QFETCH(QByteArray, body);
        const auto planned = planUpdate(object(body), m_spreadsheet, *m_sheet, {});
        QVERIFY(!planned);
        QCOMPARE(planned.error().status, 400);
    }

private:
    StoredSpreadsheet m_spreadsheet;
    Worksheet *m_sheet = nullptr;
    Quirks m_quirks;

    [[nodiscard]] bool carryOut(const QByteArray &json)
    {
        const auto planned = planUpdate(object(json), m_spreadsheet, *m_sheet, m_quirks);
        if (planned)
            planned->carryOut(*m_sheet);
        return planned.has_value();
    }

    [[nodiscard]] std::string_view at(int row, int column) const { return m_sheet->cells.at(row, column).text; }
};

QTEST_GUILESS_MAIN(TestSheetUpdate)
#include "tst_sheetupdate.moc"
