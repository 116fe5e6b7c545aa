#include "sandbox/sheetupdate.h"

#include "sandbox/worksheet.h"

#include <QJsonDocument>
#include <QTest>

using namespace Sandbox;

namespace {

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(QByteArray(json).replace('\'', '"')).object();
}

} // namespace

class TestSheetUpdate final : public QObject
{
    Q_OBJECT

private:
    Spreadsheet m_spreadsheet;
    Worksheet *m_sheet = nullptr;

    [[nodiscard]] bool carryOut(const char *json)
    {
        const auto planned = planUpdate(object(json), m_spreadsheet, *m_sheet, {});
        if (planned)
            planned->carryOut(*m_sheet);
        return planned.has_value();
    }

    [[nodiscard]] std::string_view at(int row, int column) const { return m_sheet->cells.at(row, column).text; }

private Q_SLOTS:
    void init()
    {
        m_spreadsheet = Spreadsheet();
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
        QCOMPARE(format()[QLatin1String("textFormat")].toObject().keys(), QStringList{QStringLiteral("italic")});
        QVERIFY(format().contains(QLatin1String("valueFormat")));
        QVERIFY(carryOut(clear("")));
        QVERIFY(format().isEmpty());
    }

    void touchedIsWhatALockWouldGuard()
    {
        const auto planned =
            planUpdate(object("{'editCells':{'cells':[{'row':1,'column':2,'value':1}]}}"), m_spreadsheet, *m_sheet, {});
        QCOMPARE(planned->touched, (std::vector<Sheet::Rectangle>{{1, 2, 1, 1}}));
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
};

QTEST_GUILESS_MAIN(TestSheetUpdate)
#include "tst_sheetupdate.moc"
