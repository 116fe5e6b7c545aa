#include "sandbox/workiva/structureupdate.h"

#include "sandbox/sheet/worksheet.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;
using Sheet::Rectangle;

class TestStructureUpdate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Four rows and columns with the values 10 × row + column.
    void init()
    {
        m_sheet = std::make_unique<Worksheet>();
        for (int row = 0; row < 4; ++row) {
            for (int column = 0; column < 4; ++column)
                m_sheet->cells.set(row, column, Sheet::Cell::ofNumber(std::to_string(10 * row + column)));
        }
    }

    void insertedRowsMoveEverythingBelow()
    {
        m_sheet->merges = {{2, 0, 1, 2}};
        m_sheet->dataset = Rectangle{1, 0, 2, 2};
        m_sheet->lockedCells = {{2, 0, 1, 1}};
        m_sheet->linkedCells = {{3, 0, 1, 1}};
        m_sheet->inputCells = {{2, 0, 1, 1}};
        m_sheet->links = {{u"x"_s, {2, 0, 1, 1}, {}}};
        m_sheet->rowLines[3].hidden = true;
        QVERIFY(carryOut("insertRows",
                         "{'inheritFrom':'NONE','insertions':[{'index':1,'count':2},{'index':3,'count':1}]}"));
        QCOMPARE(at(0, 0), 0);
        QCOMPARE(at(1, 0), -1);
        QCOMPARE(at(3, 0), 10);
        QCOMPARE(at(4, 0), 20);
        QCOMPARE(at(5, 0), -1);
        QCOMPARE(at(6, 0), 30);
        QCOMPARE(m_sheet->merges.front(), (Rectangle{4, 0, 1, 2}));
        QCOMPARE(*m_sheet->dataset, (Rectangle{3, 0, 2, 2}));
        QCOMPARE(m_sheet->lockedCells.front(), (Rectangle{4, 0, 1, 1}));
        QCOMPARE(m_sheet->linkedCells.front(), (Rectangle{6, 0, 1, 1}));
        QCOMPARE(m_sheet->inputCells.front(), (Rectangle{4, 0, 1, 1}));
        QCOMPARE(m_sheet->links.front().range, (Rectangle{4, 0, 1, 1}));
        QVERIFY(m_sheet->rowLines.at(6).hidden);
        QCOMPARE(m_sheet->rows, 1003);
    }

    void deletedColumnsCloseUp()
    {
        m_sheet->merges = {{0, 1, 1, 1}, {0, 0, 1, 4}};
        QVERIFY(carryOut("deleteColumns", "{'intervals':[{'start':1,'end':1},{'start':3,'end':3}]}"));
        QCOMPARE(at(2, 0), 20);
        QCOMPARE(at(2, 1), 22);
        QCOMPARE(at(2, 2), -1);
        QCOMPARE(m_sheet->merges, (std::vector<Rectangle>{{0, 0, 1, 2}}));
    }

    void openIntervalReachesTheEnd()
    {
        QVERIFY(carryOut("deleteRows", "{'intervals':[{'start':1,'end':null}]}"));
        QCOMPARE(m_sheet->cells.extent(), (Rectangle{0, 0, 1, 4}));
    }

    void formatsMoveWithTheirRows()
    {
        m_sheet->formats.apply(m_sheet->cells, {2, 0, 1, Sheet::maxColumns},
                               {{u"valueFormat"_s, QJsonObject{{u"valueFormatType"_s, u"TEXT"_s}}}});
        QVERIFY(carryOut("insertRows", "{'inheritFrom':'AFTER','insertions':[{'index':0,'count':5}]}"));
        QVERIFY(m_sheet->formats.isText(m_sheet->formats.numberAt(m_sheet->cells, 7, 9)));
        QVERIFY(!m_sheet->formats.isText(m_sheet->formats.numberAt(m_sheet->cells, 2, 9)));
    }

    void hiddenLinesAreShownAgain()
    {
        QVERIFY(carryOut("hideRows", "{'intervals':[{'start':1,'end':2}]}"));
        QVERIFY(m_sheet->rowLines.at(1).hidden && m_sheet->rowLines.at(2).hidden);
        QVERIFY(carryOut("unhideRows", "{'intervals':[{'start':2}]}"));
        QVERIFY(m_sheet->rowLines.at(1).hidden && !m_sheet->rowLines.at(2).hidden);
        QVERIFY(carryOut("hideColumns", "{'intervals':[{}]}"));
        QVERIFY(m_sheet->columnLines.at(25).hidden);
    }

    void sizesAreRemembered()
    {
        QVERIFY(carryOut("resizeColumns", "{'resizeIntervals':[{'size':90,'intervals':[{'start':1,'end':1}]}]}"));
        QCOMPARE(m_sheet->columnLines.at(1).size, std::optional(90));
        QVERIFY(!carryOut("resizeRows", "{'resizeIntervals':[{'size':2,'intervals':[{'start':1,'end':1}]}]}"));
    }

    void mergeReplacesWhatItMeets()
    {
        QVERIFY(carryOut("mergeRanges", "{'ranges':[{'startRow':0,'startColumn':0,'stopRow':1,'stopColumn':1}]}"));
        QVERIFY(carryOut(
            "mergeRanges",
            "{'mergeType':'HORIZONTAL','ranges':[{'startRow':1,'startColumn':1,'stopRow':2,'stopColumn':2}]}"));
        QCOMPARE(m_sheet->merges, (std::vector<Rectangle>{{1, 1, 1, 2}, {2, 1, 1, 2}}));
        QVERIFY(carryOut("unmergeRanges", "{'ranges':[{'startRow':2,'startColumn':0,'stopRow':2,'stopColumn':9}]}"));
        QCOMPARE(m_sheet->merges, (std::vector<Rectangle>{{1, 1, 1, 2}}));
    }

    void bordersAndFittingChangeNothingShown()
    {
        QVERIFY(
            carryOut("applyBorders", "{'borders':[{'ranges':[{'startRow':0,'stopRow':1}],'top':{'style':'SINGLE'}}]}"));
        QVERIFY(carryOut("clearBorders", "{'ranges':[{}]}"));
        QVERIFY(carryOut("resizeRowsToFit", "{'intervals':[{}]}"));
        QVERIFY(carryOut("resizeColumnsToFit", "{'intervals':[{}]}"));
        QCOMPARE(m_sheet->cells.filled(), 16);
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("part");
        const auto row = [](const char *name, const char *part) {
            QTest::addRow("%s %s", name, part) << QByteArray(name) << QByteArray(part);
        };
        row("insertRows", "{}");
        row("insertRows", "{'insertions':[{'index':0,'count':1}]}");
        row("insertRows", "{'inheritFrom':'NONE','insertions':[{'index':0,'count':0}]}");
        row("deleteRows", "{}");
        row("deleteRows", "{'intervals':[{'start':2,'end':1}]}");
        row("deleteRows", "{'intervals':[{'start':0,'end':3},{'start':2,'end':5}]}");
        row("hideRows", "{'intervals':[{'start':0.5}]}");
        row("resizeRows", "{}");
        row("mergeRanges", "{'ranges':[],'mergeType':'ROUND'}");
        row("mergeRanges", "{}");
        row("applyBorders", "{}");
        row("applyBorders", "{'borders':[{}]}");
        row("clearBorders", "{}");
        row("nothing", "{}");
    }
    void nonsenseIsRefused()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, part);
        QVERIFY(!carryOut(name, part));
    }

private:
    std::unique_ptr<Worksheet> m_sheet;

    [[nodiscard]] bool carryOut(const QByteArray &name, QByteArray json)
    {
        const QJsonObject part = QJsonDocument::fromJson(json.replace('\'', '"')).object();
        const auto planned = planStructureUpdate(QLatin1String(name), part);
        if (planned)
            planned->carryOut(*m_sheet);
        return planned.has_value();
    }

    [[nodiscard]] int at(int row, int column) const
    {
        const std::string_view text = m_sheet->cells.at(row, column).text;
        return text.empty() ? -1 : QByteArray(text.data(), qsizetype(text.size())).toInt();
    }
};

QTEST_GUILESS_MAIN(TestStructureUpdate)
#include "tst_structureupdate.moc"
