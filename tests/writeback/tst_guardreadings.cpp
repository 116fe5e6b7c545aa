#include "writeback/guardreadings.h"

#include "sheet/keydiff.h"
#include "support/testgrid.h"
#include "writeback/stepstage.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Writeback;
using Sheet::Cell;
using Sheet::CellKind;
using Sheet::Guard;
using Sheet::GuardLevel;
using Support::Answer;
using Support::gridOf;
using Support::number;
using Support::text;
using Unread = Finding::Unread;

namespace {

const QByteArray parts = "&$fields=range,cells.value,cells.calculatedValue&$maxcellsperpage=50000"_ba;
const QByteArray above = "GET /spreadsheets/p/sheets/s/sheetdata?$cellrange=1:2"_ba + parts;
const QByteArray left = "GET /spreadsheets/p/sheets/s/sheetdata?$cellrange=A3:A"_ba + parts;
const QByteArray right = "GET /spreadsheets/p/sheets/s/sheetdata?$cellrange=D3:"_ba + parts;
const QByteArray sheets = "GET /spreadsheets/p/sheets"_ba;
const QByteArray other = "GET /spreadsheets/p/sheets/o/sheetdata?"_ba + parts.sliced(1);
const QByteArray links = "GET /content/tables/t/rangeLinks"_ba;
const QByteArray table =
    "GET /content/tables/t/cells?startRow=3&stopRow=5&startColumn=1&stopColumn=2&$maxcellsperpage=20000"_ba;
const Answer nothing = Answer::json(200, R"({"data":{"cells":[],"range":null}})");
const Answer noOthers = Answer::json(200, R"({"data":[{"id":"s","name":"Balance"}]})");
const Answer oneOther =
    Answer::json(200, R"({"data":[{"id":"s","name":"Balance"},{"id":"o","name":"John\u0027s summary"}]})");
const Answer noLinks = Answer::json(200, R"({"data":[]})");
const Answer noCells = Answer::json(200, R"({"revision":"1","data":[]})");

const QByteArray scales = "GET /spreadsheets/p/sheets/s/sheetdata?$cellrange=C4&$fields=range,"
                          "cells.formats.valueFormat,cells.effectiveFormats.valueFormat&$maxcellsperpage=20000"_ba;

Answer valueFormats(const QByteArray &format)
{
    return Answer::json(200,
                        R"({"data":{"range":{"startRow":3,"startColumn":2,"stopRow":3,"stopColumn":2},"cells":[[
            {"effectiveFormats":{"valueFormat":)"
                            + format + "}}]]}}");
}

constexpr Cell formula(std::string_view text)
{
    return {CellKind::Formula, text};
}

// Cells of a page from D3 down, each with its calculated value.
Answer beside(const QByteArray &rows)
{
    return Answer::json(
        200, R"({"data":{"range":{"startRow":2,"startColumn":3,"stopRow":9,"stopColumn":3},"cells":[)" + rows + "]}}");
}

QStringList fromOf(const Pointers &pointers)
{
    QStringList places;
    for (const Pointer &pointer : pointers.named)
        places.append(Sheet::inSheet(pointer.sheet, Sheet::toA1(pointer.from)) + u" to "_s + Sheet::toA1(pointer.to));
    return places;
}

QStringList rangesOf(const Sheet::Places &places)
{
    QStringList texts;
    for (const Sheet::Rectangle &range : places.ranges())
        texts.append(Sheet::toA1(range));
    return texts;
}

} // namespace

// What is read of the sheet for guards, and what is not.
class TestGuardReadings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Into B3:C, where an account is inserted at the top.
    void init()
    {
        m_stage = std::make_unique<Support::StepStage>();
        m_withTable = true;
        m_others = noOthers;
        run().request.region = *Sheet::Region::parse(u"B3:C"_s);
        run().request.dryRun = true;
        run().sheet.name = u"Balance"_s;
        run().sheet.tableId = u"t"_s;
        compose(gridOf({{text("Account"), text("Amount")}, {text("a"), number("1")}, {text("b"), number("2")}}),
                gridOf({{text("Account"), text("Amount")},
                        {text("0"), number("0")},
                        {text("a"), number("1")},
                        {text("b"), number("2")}}));
    }

    void formulasThatReferToOtherKeysAreFound()
    {
        expectAround(beside(R"x([{"value":"=C4","calculatedValue":1}],[{"value":"=SUM(C:C)","calculatedValue":3}],
            [{"value":"=Balance!C5+balance!C4","calculatedValue":3}],[{"value":"=Other!C4","calculatedValue":0}],
            [{"value":"plain","calculatedValue":"plain"}],[{"value":7,"calculatedValue":7}])x"));
        QVERIFY(read());
        const Pointers &found = run().facts.formulas;
        QVERIFY(!found.unread);
        QCOMPARE(found.count, 2);
        QCOMPARE(fromOf(found), (QStringList{u"D3 to C4"_s, u"D5 to C4"_s, u"D5 to C5"_s}));
        QCOMPARE(*found.named[2].first, (Sheet::KeyShift::Change{4, u"b"_s, u"a"_s}));
    }

    void textThatLooksLikeAFormulaIsNone()
    {
        expectAround(beside(R"([{"value":"=C4","calculatedValue":"=C4"}])"));
        QVERIFY(read());
        QCOMPARE(run().facts.formulas.count, 0);
        QVERIFY(!run().facts.formulas.unread);
    }

    void formulasOfTheRegionThatStayAreFoundToo()
    {
        compose(gridOf({{text("a"), formula("=C4*2")}, {text("b"), formula("=C3")}, {text("c"), number("3")}}),
                gridOf({{text("b"), Support::keep}, {text("a"), number("5")}, {text("c"), number("3")}}), 0);
        expectAround(nothing);
        m_stage->server.expect(table3(), noCells);
        m_stage->server.expect("GET /spreadsheets/p/sheets/s/values/C4?$valuestyle=calculated&$maxcellsperpage=50000",
                               Answer::json(200, R"({"data":[]})"));
        m_withTable = false;
        QVERIFY(read());
        QCOMPARE(fromOf(run().facts.formulas), QStringList{u"C3 to C4"_s});
    }

    void formulasOfOtherSheetsAreFoundIfTheyNameTheSheet()
    {
        m_others = oneOther;
        m_stage->server.expect(
            other, beside(R"([{"value":"=C4","calculatedValue":1}],[{"value":"=Balance!C4","calculatedValue":1}],
            [{"value":"=\u0027balance\u0027!C5+1","calculatedValue":1}],[{"value":"=Else!C4","calculatedValue":1}])"));
        expectAround(beside(R"([{"value":"=C4","calculatedValue":1}])"));
        QVERIFY(read());
        const Pointers &found = run().facts.formulas;
        QVERIFY(!found.unread);
        QCOMPARE(found.count, 3);
        QCOMPARE(fromOf(found),
                 (QStringList{u"D3 to C4"_s, u"'John''s summary'!D4 to C4"_s, u"'John''s summary'!D5 to C5"_s}));
    }

    void otherSheetsThatCannotBeReadLeaveTheFormulasUnread_data()
    {
        QTest::addColumn<Answer>("ofList");
        QTest::addColumn<std::optional<Answer>>("ofSheet");
        QTest::addColumn<Unread>("unread");
        const std::optional<Answer> none;
        QByteArray many(R"({"id":"s","name":"Balance"})");
        for (int sheet = 0; sheet <= 50; ++sheet)
            many += ",{\"id\":\"" + QByteArray::number(sheet) + "\",\"name\":\"n\"}";
        QByteArray cells("[{}]");
        for (int cell = 0; cell < 200'000; ++cell)
            cells += ",[{}]";
        const Answer denied = Answer::json(403, "{}");
        QTest::newRow("list denied") << denied << none << Unread::Failed;
        QTest::newRow("sheet denied") << oneOther << std::optional(denied) << Unread::Failed;
        QTest::newRow("too many sheets") << Answer::json(200, R"({"data":[)" + many + "]}") << none << Unread::TooMuch;
        QTest::newRow("too many cells") << oneOther
                                        << std::optional(Answer::json(200, R"({"data":{"cells":[)" + cells + "]}}"))
                                        << Unread::TooMuch;
    }
    void otherSheetsThatCannotBeReadLeaveTheFormulasUnread()
    {
        QFETCH(const Answer, ofList);
        QFETCH(const std::optional<Answer>, ofSheet);
        QFETCH(const Unread, unread);
        m_others = ofList;
        if (ofSheet)
            m_stage->server.expect(other, *ofSheet);
        expectAround(beside(R"([{"value":"=C4","calculatedValue":1}])"));
        QVERIFY(read());
        QCOMPARE(run().facts.formulas.unread, std::optional(unread));
        QCOMPARE(run().facts.formulas.count, 1); // what was found is still told
    }

    // A reading that restarts names the same cells again.
    void formulaIsCountedOnce()
    {
        m_stage->server.expect(above, nothing);
        m_stage->server.expect(left, nothing);
        const QByteArray page = R"([{"value":"=C4","calculatedValue":1}])";
        m_stage->server.expect(right,
                               Answer::json(200,
                                            R"({"@nextLink":"?$next=2","data":{"range":{"startRow":2,
            "startColumn":3,"stopRow":2,"stopColumn":3},"cells":[)"
                                                + page + "]}}"));
        m_stage->server.always("GET /spreadsheets/p/sheets/s/sheetdata?$next=2", Answer::json(500, "{}"));
        m_stage->server.expect(QByteArray(right).replace("50000", "20000"), beside(page));
        m_stage->server.expect(sheets, noOthers);
        m_stage->server.expect(links, noLinks);
        QVERIFY(read());
        QCOMPARE(run().facts.formulas.count, 1);
        QCOMPARE(run().facts.formulas.named.size(), 1);
    }

    void cellsOutsideAreCounted()
    {
        m_others = Answer::json(200, R"({"data":[{"id":"s","name":"Balance"},{"id":"o","name":"Ledger"},{"id":"q"}]})");
        m_stage->server.expect(other, beside(R"([{"value":1},{"value":""}],[{"value":"x"},{}])"));
        m_stage->server.expect(QByteArray(other).replace("/o/", "/q/"), beside(R"([{"value":"=Balance!C4"}])"));
        expectAround(beside(R"([{"value":"=C4","calculatedValue":1}],[{"value":""}],[{"value":false}])"));
        QVERIFY(read());
        QVERIFY(!run().facts.outside.unread);
        QCOMPARE(run().facts.outside.count, 5);
        QCOMPARE(run().facts.outside.largest, u"Ledger"_s);
        QCOMPARE(run().facts.formulas.count, 1); // that of a sheet without a name could not be told
    }

    void cellsOutsideAreCountedOnceIfAReadingRestarts()
    {
        m_others = oneOther;
        const QByteArray page = R"([{"value":1},{"value":2}])";
        m_stage->server.expect(other, Answer::json(200, R"({"@nextLink":"?$next=2","data":{"cells":[)" + page + "]}}"));
        m_stage->server.always("GET /spreadsheets/p/sheets/o/sheetdata?$next=2", Answer::json(500, "{}"));
        m_stage->server.expect(QByteArray(other).replace("50000", "20000"),
                               Answer::json(200, R"({"data":{"cells":[)" + page + ',' + page + "]}}"));
        expectAround(nothing);
        QVERIFY(read());
        QVERIFY(!run().facts.outside.unread);
        QCOMPARE(run().facts.outside.count, 4);
    }

    // A page may be a part of a row.
    void cellsBesideEachOtherAreCountedTogether()
    {
        m_stage->server.expect(above, nothing);
        m_stage->server.expect(left, nothing);
        const auto part = [](int from, int to, const QByteArray &cells, const QByteArray &next) {
            return Answer::json(200,
                                "{" + next + R"("data":{"range":{"startRow":2,"startColumn":)"
                                    + QByteArray::number(from) + R"(,"stopRow":2,"stopColumn":)"
                                    + QByteArray::number(to) + R"(},"cells":[[)" + cells + "]]}}");
        };
        m_stage->server.expect(right, part(3, 4, R"({"value":1},{"value":2})", R"("@nextLink":"?$next=2",)"));
        m_stage->server.expect("GET /spreadsheets/p/sheets/s/sheetdata?$next=2", part(5, 5, R"({"value":3})", {}));
        m_stage->server.expect(sheets, noOthers);
        m_stage->server.expect(links, noLinks);
        QVERIFY(read());
        QVERIFY(!run().facts.outside.unread);
        QCOMPARE(run().facts.outside.count, 3);
    }

    void runThatAddsNoCellsCountsNone()
    {
        compose(gridOf({{text("a"), number("1")}, {text("b"), number("2")}}),
                gridOf({{text("a"), number("1")}, {text("c"), {}}}), 0);
        run().shift.reset();
        m_withTable = false;
        m_stage->server.expect("GET /content/tables/t/cells?startRow=3&stopRow=3&startColumn=1&stopColumn=2"
                               "&$maxcellsperpage=20000",
                               noCells);
        QVERIFY(read());
        QVERIFY(!run().facts.outside.unread);
        QCOMPARE(m_stage->server.requests().size(), 1); // that of the table
    }

    // As many as a spreadsheet can hold, where a person has chosen that; otherwise only so many as for other checks.
    void cellsOutsideAreCountedUpToALimit_data()
    {
        QTest::addColumn<bool>("isChosen");
        QTest::addColumn<int>("cells");
        QTest::addColumn<std::optional<Unread>>("unread");
        const std::optional<Unread> none;
        QTest::newRow("few") << false << 200'000 << none;
        QTest::newRow("many") << false << 200'001 << std::optional(Unread::TooMuch);
        QTest::newRow("many, chosen") << true << 200'001 << none;
        QTest::newRow("too many, chosen") << true << 2'000'200 << std::optional(Unread::TooMuch);
    }
    void cellsOutsideAreCountedUpToALimit()
    {
        QFETCH(const bool, isChosen);
        QFETCH(const int, cells);
        m_withTable = false;
        run().request.dryRun = !isChosen;
        if (isChosen)
            run().request.guards.levels[Guard::SpreadsheetFull] = GuardLevel::Stop;
        else
            run().request.guards = onlyCounting();
        constexpr int columns = 200;
        const QByteArray row = "[" + QByteArray(R"({"value":1},)").repeated(columns - 1) + R"({"value":1}],)";
        QByteArray page = row.repeated(cells / columns);
        page += "[" + QByteArray("{},").repeated(cells % columns) + "]";
        page.replace(",]", "]");
        m_stage->server.expect(above, nothing);
        m_stage->server.expect(left, nothing);
        m_stage->server.expect(right, nothing);
        m_stage->server.expect(sheets, oneOther);
        m_stage->server.expect(other, Answer::json(200, R"({"data":{"cells":[)" + page + "]}}"));
        QVERIFY(read());
        QTEST(run().facts.outside.unread, "unread");
        QVERIFY(run().facts.outside.count >= cells / columns * columns); // what was found is still told
    }

    void linkedRangesAreFound()
    {
        expectAround(nothing, Answer::json(200, R"({"data":[
            {"id":"1","type":"source","source":{"range":{"startRow":4,"startColumn":1,"stopRow":4,"stopColumn":2}}},
            {"id":"2","type":"source","source":{"range":{"startRow":3,"startColumn":1,"stopRow":5,"stopColumn":2}}},
            {"id":"3","type":"destination","destination":null}]})"));
        QVERIFY(read());
        const Pointers &found = run().facts.links;
        QVERIFY(!found.unread);
        QCOMPARE(found.count, 1);
        QCOMPARE(fromOf(found), QStringList{u"B5:C5 to B5:C5"_s});
    }

    void linkWithoutARangeLeavesTheLinksUnread_data()
    {
        QTest::addColumn<QByteArray>("link");
        QTest::newRow("source") << R"({"id":"1","type":"source","source":null})"_ba;
        QTest::newRow("unknown type") << R"({"id":"1","type":"mirror"})"_ba;
    }
    void linkWithoutARangeLeavesTheLinksUnread()
    {
        QFETCH(QByteArray, link);
        expectAround(nothing, Answer::json(200, R"({"data":[)" + link + "]}"));
        QVERIFY(read());
        QVERIFY(run().facts.links.unread == Unread::Failed);
    }

    void withoutAnotherKeyNothingAroundIsRead()
    {
        compose(run().desired.copy(), run().desired.copy());
        m_withTable = false;
        QVERIFY(read());
        QVERIFY(m_stage->server.requests().isEmpty());
        QVERIFY(!run().facts.formulas.unread && !run().facts.links.unread && !run().facts.cells.unread);
    }

    void withoutAKeyNoFormulasAroundAreRead()
    {
        run().shift.reset();
        run().request.guards.levels[Guard::SpreadsheetFull] = GuardLevel::Off;
        QVERIFY(read());
        QVERIFY(run().facts.formulas.unread == Unread::NoKey);
        QVERIFY(run().facts.links.unread == Unread::NoKey);
    }

    void cellsOfTheTableAreSorted()
    {
        m_withTable = false;
        expectAround(nothing);
        m_stage->server.expect(table, Answer::json(200, R"({"revision":"1","data":[
            {"cells":[{"locked":true},{"value":{"type":"destinationLink"}}]},
            {"cells":[{"merges":{"type":"childOf","childOf":{"row":3,"column":1}}},{"value":{"type":"richText"}}]},
            {"cells":[{"locked":true},{"value":{"type":"plainText"}}]}]})"));
        QVERIFY(read());
        const CellMarks &cells = run().facts.cells;
        QVERIFY(!cells.unread);
        QCOMPARE(rangesOf(cells.locked), (QStringList{u"B4"_s, u"B6"_s}));
        QCOMPARE(rangesOf(cells.linked), QStringList{u"C4"_s});
        QCOMPARE(rangesOf(cells.merged), QStringList{u"B5"_s});
        QCOMPARE(rangesOf(cells.richText), QStringList{u"C5"_s});
        QCOMPARE(cells.notInput.count(), 0);
    }

    void cellsThatStayAsTheyAreDoNotMatter()
    {
        compose(gridOf({{text("a"), number("1")}, {text("b"), number("2")}}),
                gridOf({{text("a"), number("1")}, {text("b"), number("3")}, {text("c"), number("4")}}), 0);
        m_withTable = false;
        run().request.guards.levels[Guard::SpreadsheetFull] = GuardLevel::Off;
        m_stage->server.expect("GET /content/tables/t/cells?startRow=3&stopRow=4&startColumn=1&stopColumn=2"
                               "&$maxcellsperpage=20000",
                               Answer::json(200, R"({"revision":"1","data":[
            {"cells":[{"locked":true},{"locked":true}]},{"cells":[{"locked":true},{"locked":true}]}]})"));
        QVERIFY(read());
        QCOMPARE(rangesOf(run().facts.cells.locked), (QStringList{u"C4"_s, u"B5:C5"_s})); // B4 keeps its value
    }

    void tableOfASheetInInputModeIsAlwaysRead()
    {
        run().request.dryRun = false;
        run().sheet.lock = Workiva::SheetInfo::Lock::InputMode;
        m_withTable = false;
        m_stage->server.expect(table, Answer::json(200, R"({"revision":"1","data":[
            {"cells":[{"locked":true},{"inputCell":true}]},{"cells":[{"inputCell":true},{}]}]})"));
        QVERIFY(read());
        QCOMPARE(rangesOf(run().facts.cells.notInput), (QStringList{u"B4"_s, u"C5"_s}));
        QCOMPARE(run().facts.cells.locked.count(), 0); // because they are no input cells
    }

    void runThatWritesReadsOnlyWhatWasChosen()
    {
        run().request.dryRun = false;
        m_withTable = false;
        QVERIFY(read());
        QVERIFY(m_stage->server.requests().isEmpty());
        QVERIFY(run().facts.formulas.unread == Unread::NotAsked);
        QVERIFY(run().facts.links.unread == Unread::NotAsked);
        QVERIFY(run().facts.cells.unread == Unread::NotAsked);
        run().request.guards.levels[Guard::KeysUnderLinks] = GuardLevel::Warn;
        m_stage->server.expect(links, noLinks);
        QVERIFY(read());
        QVERIFY(!run().facts.links.unread);
        run().request.guards.levels[Guard::KeysUnderLinks] = GuardLevel::Off;
        run().request.guards.accepted = {{Guard::MergedCells, u"fine"_s, QDate(2026, 12, 31)}};
        m_stage->server.expect(table, noCells);
        QVERIFY(read());
        QVERIFY(!run().facts.cells.unread);
    }

    void guardsThatAreOffReadNothing()
    {
        for (const Guard guard :
             {Guard::KeysUnderFormulas, Guard::KeysUnderLinks, Guard::LockedCells, Guard::LinkedCells,
              Guard::NotInputCells, Guard::MergedCells, Guard::RichTextCells, Guard::SpreadsheetFull})
            run().request.guards.levels[guard] = GuardLevel::Off;
        run().sheet.lock = Workiva::SheetInfo::Lock::InputMode;
        m_withTable = false;
        QVERIFY(read());
        QVERIFY(m_stage->server.requests().isEmpty());
    }

    void calculatedValuesAreReadWhereFormulasAreOverwritten()
    {
        run().request.dryRun = false;
        m_withTable = false;
        compose(gridOf({{formula("=1+1"), text("x"), formula("=0.1+0.2")}, {formula("=2"), {}, formula("=A1")}}),
                gridOf({{number("2"), text("y"), number("0.3")}, {number("3"), {}, text("North")}}), 0);
        m_stage->server.expect(
            "GET /spreadsheets/p/sheets/s/values/B3:D4?$valuestyle=calculated&$maxcellsperpage=50000",
            Answer::json(200, R"({"data":[{"range":"B3:D4","values":[[2,"x",0.30000000000000004],
                                                     [2,"","North"]]}]})"));
        QVERIFY(read());
        QVERIFY(!run().facts.equal.unread);
        QCOMPARE(rangesOf(run().facts.equal.places), (QStringList{u"B3"_s, u"D3:D4"_s}));
    }

    void valueThatIsReadTwiceCountsOnce()
    {
        constexpr int last = 25'000;
        run().request.dryRun = false;
        m_withTable = false;
        run().existing = Sheet::Grid();
        run().existing.forReading().set(0, 0, formula("=2"));
        run().existing.forReading().set(last, 0, formula("=2"));
        run().desired = Sheet::Grid(1);
        run().desired.set(0, 0, number("2"));
        run().desired.set(last, 0, number("2"));
        run().diff = Sheet::diff(run().existing, run().desired);
        const QByteArray values = "GET /spreadsheets/p/sheets/s/values/B3:B25003?"_ba;
        m_stage->server.expect(values + "$valuestyle=calculated&$maxcellsperpage=50000",
                               Answer::json(200, R"({"data":[{"values":[[2]]}],"@nextLink":"?$next=2"})"));
        m_stage->server.always(values + "$next=2", Answer::json(500, "{}"));
        m_stage->server.expect(values + "$valuestyle=calculated&$maxcellsperpage=20000",
                               Answer::json(200, R"({"data":[{"values":[[2]]}]})"));
        QVERIFY(read());
        QCOMPARE(run().facts.equal.places.count(), 1);
    }

    void formulasAreNotCalculatedForAGuardThatIsOff()
    {
        run().request.dryRun = false;
        run().request.guards.levels[Guard::EqualFormulas] = GuardLevel::Off;
        m_withTable = false;
        compose(gridOf({{formula("=1+1")}}), gridOf({{number("2")}}), 0);
        QVERIFY(read());
        QVERIFY(m_stage->server.requests().isEmpty());
    }

    void scalesOfNumericColumnsAreReadInTheFirstRowWithData()
    {
        m_withTable = false;
        typeColumns();
        run().request.dryRun = false;
        QVERIFY(read());
        QVERIFY(m_stage->server.requests().isEmpty());
        QVERIFY(run().facts.scales.unread == Unread::NotAsked);
        run().request.guards.levels[Guard::Scale] = GuardLevel::Stop;
        m_stage->server.expect(scales, valueFormats(R"({"valueFormatType":"NUMBER","shownIn":"THOUSANDS",
            "enteredIn":"ONES"})"));
        QVERIFY(read());
        const ColumnScales &found = run().facts.scales;
        QVERIFY(!found.unread);
        QCOMPARE(found.row, 3);
        QCOMPARE(found.columns.size(), 1);
        QCOMPARE(found.columns[0].column, 1);
        QCOMPARE(found.columns[0].shownIn, Workiva::Scale::Thousands);
    }

    void scalesThatAreOnesOrUnknownAreNone_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<std::optional<Unread>>("unread");
        const std::optional<Unread> none;
        QTest::newRow("ones") << R"({"valueFormatType":"NUMBER","shownIn":"ONES","enteredIn":"ONES"})"_ba << none;
        QTest::newRow("not told") << R"({"valueFormatType":"AUTOMATIC"})"_ba << none;
        QTest::newRow("a percentage") << R"({"valueFormatType":"PERCENT","shownIn":"HUNDREDTHS"})"_ba << none;
        QTest::newRow("an unknown word") << R"({"shownIn":"LAKHS"})"_ba << std::optional(Unread::Failed);
    }
    void scalesThatAreOnesOrUnknownAreNone()
    {
        QFETCH(QByteArray, format);
        m_withTable = false;
        typeColumns();
        run().request.dryRun = false;
        run().request.guards.levels[Guard::Scale] = GuardLevel::Warn;
        m_stage->server.expect(scales, valueFormats(format));
        QVERIFY(read());
        QVERIFY(run().facts.scales.columns.empty());
        QTEST(run().facts.scales.unread, "unread");
    }

    void scalesThatCannotBeReadAreUnread()
    {
        m_withTable = false;
        typeColumns();
        run().request.dryRun = false;
        run().request.guards.levels[Guard::Scale] = GuardLevel::Warn;
        m_stage->server.expect(scales, Answer::json(403, "{}"));
        QVERIFY(read());
        QVERIFY(run().facts.scales.unread == Unread::Failed);
    }

    void sheetWithoutANameIsOnlyReadToBeCounted()
    {
        run().request.guards.levels[Guard::SpreadsheetFull] = GuardLevel::Off;
        m_others = Answer::json(200, R"({"data":[{"id":"s","name":"Balance"},{"id":"q"}]})");
        expectAround(nothing);
        QVERIFY(read());
        QVERIFY(!run().facts.formulas.unread);
    }

    void whatFailsIsUnread()
    {
        m_withTable = false;
        const Answer denied = Answer::json(403, "{}");
        m_stage->server.expect(above, nothing);
        m_stage->server.expect(left, denied);
        m_stage->server.expect(right, beside(R"([{"value":"=C4","calculatedValue":1}])"));
        m_stage->server.expect(sheets, noOthers);
        m_stage->server.expect(links, denied);
        m_stage->server.expect(table, denied);
        QVERIFY(read());
        QVERIFY(run().facts.formulas.unread == Unread::Failed);
        QCOMPARE(run().facts.formulas.count, 1); // what was found is still told
        QVERIFY(run().facts.links.unread == Unread::Failed);
        QVERIFY(run().facts.cells.unread == Unread::Failed);
    }

    void sheetWithoutATableIsUnread()
    {
        m_withTable = false;
        run().sheet.tableId.clear();
        m_stage->server.expect(above, nothing);
        m_stage->server.expect(left, nothing);
        m_stage->server.expect(right, nothing);
        m_stage->server.expect(sheets, noOthers);
        QVERIFY(read());
        QVERIFY(run().facts.links.unread == Unread::Failed);
        QVERIFY(run().facts.cells.unread == Unread::Failed);
    }

    void readingIsBounded()
    {
        m_withTable = false;
        QByteArray cells("{}");
        for (int cell = 1; cell <= 200'000; ++cell)
            cells += ",{}";
        m_stage->server.expect(above, nothing);
        m_stage->server.expect(left, nothing);
        m_stage->server.expect(right,
                               Answer::json(200,
                                            R"({"@nextLink":"?$next=2","data":{"cells":[)"
                                                + cells.replace(",", "],[").prepend('[') + "]]}}"));
        m_stage->server.expect(sheets, noOthers);
        m_stage->server.expect(links, noLinks);
        Sheet::Grid wide(1);
        wide.set(0, 0, text("a"));
        wide.set(200'000, 0, text("z"));
        run().existing = Sheet::Grid();
        run().desired = std::move(wide);
        run().diff = Sheet::diff(run().existing, run().desired);
        run().diff.spans.clear();
        for (int row = 0; row <= 200'000; row += 10)
            run().diff.spans.push_back({row, 0, 0});
        QVERIFY(read());
        QVERIFY(run().facts.formulas.unread == Unread::TooMuch);
        QVERIFY(run().facts.cells.unread == Unread::TooMuch);
    }

    // A few cells far apart cost a request each.
    void requestsAreBounded()
    {
        m_withTable = false;
        run().request.dryRun = false;
        run().request.guards.levels[Guard::LockedCells] = GuardLevel::Stop;
        run().diff.spans.clear();
        for (int row = 0; row < 21; ++row)
            run().diff.spans.push_back({row * 30'000, 0, 1});
        QVERIFY(read());
        QVERIFY(run().facts.cells.unread == Unread::TooMuch);
    }

private:
    void compose(Sheet::Grid existing, Sheet::Grid desired, int headerRows = 1)
    {
        run().existing = std::move(existing);
        run().desired = std::move(desired);
        run().diff = Sheet::diff(run().existing, run().desired);
        const Sheet::Key key{0};
        run().shift.reset();
        if (const auto diff = Sheet::keyDiff(run().existing, run().desired, key, headerRows))
            run().shift.emplace(run().existing, run().desired, key, headerRows, diff->rows, run().anchor());
    }

    [[nodiscard]] static Sheet::GuardRules onlyCounting()
    {
        Sheet::GuardRules rules;
        for (int guard = 0; guard <= int(Sheet::lastGuard); ++guard)
            rules.levels[Guard(guard)] = GuardLevel::Off;
        rules.levels.remove(Guard::SpreadsheetFull);
        return rules;
    }

    void typeColumns()
    {
        run().dataSet.schema = {{u"Account"_s, Sheet::ColumnType::String}, {u"Amount"_s, Sheet::ColumnType::Double}};
        run().shaped = *Domo::shaped(run().dataSet.schema, {});
    }

    [[nodiscard]] static QByteArray table3()
    {
        return QByteArray(table).replace("startRow=3&stopRow=5", "startRow=2&stopRow=3");
    }

    void expectAround(const Answer &toTheRight, const Answer &ofLinks = noLinks)
    {
        m_stage->server.expect(above, nothing);
        m_stage->server.expect(left, nothing);
        m_stage->server.expect(right, toTheRight);
        m_stage->server.expect(sheets, m_others);
        m_stage->server.expect(links, ofLinks);
    }

    [[nodiscard]] bool read()
    {
        if (m_withTable)
            m_stage->server.expect(table, noCells);
        GuardReadings readings(run());
        return Support::finishes(readings, m_stage->service.clock) && readings.result();
    }

    [[nodiscard]] RunContext &run() { return m_stage->context; }

    std::unique_ptr<Support::StepStage> m_stage;
    bool m_withTable = true;
    Answer m_others = noOthers;
};

QTEST_GUILESS_MAIN(TestGuardReadings)
#include "tst_guardreadings.moc"
