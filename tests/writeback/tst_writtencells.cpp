#include "writeback/writtencells.h"

#include "writeback/guardcontexts.h"
#include "writeback/guards.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using namespace Writeback;
using Sheet::Cell;
using Sheet::ColumnType;
using Sheet::Guard;
using Sheet::GuardLevel;
using Sheet::Verdict;
using Kind = Finding::Kind;
using Trait = Finding::Trait;
using InColumn = Finding::InColumn;

namespace {

// Rows below column names, into B3:, with columns of these types.
RunContext contextOf(const QList<Domo::Column> &schema, Sheet::Grid desired)
{
    RunContext context = contextWith(Cell::ofText("x"));
    setSchema(context, schema);
    context.desired = std::move(desired);
    context.existing = Sheet::Grid();
    context.diff = Sheet::diff(context.existing, context.desired);
    return context;
}

Finding recordIn(const RunContext &context, Kind kind)
{
    CheckRecords records(context);
    checkWrittenCells(records, context);
    const QList<Finding> all = records.take();
    const auto found = std::ranges::find(all, kind, &Finding::kind);
    return found == all.end() ? Finding{.kind = Kind::Overflow} : *found;
}

} // namespace

class TestWrittenCells final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tooLongTextRefusesWithItsPlace()
    {
        const std::string text(8'193, 'x');
        const auto findings = foundIn(guardsBeforeWriting(contextWith(Cell::ofText(text))));
        QCOMPARE(kinds(findings), QList{Kind::CellTooLong});
        QCOMPARE(findings[0].place, u"B3"_s);
        QCOMPARE(refusal(findings)->kind, Core::ErrorKind::Guarded);
    }

    void textAtTheLimitPasses()
    {
        const std::string text(8'192, 'x');
        QCOMPARE(foundIn(guardsBeforeWriting(contextWith(Cell::ofText(text)))), QList<Finding>());
    }

    void numberThatASheetWouldChangeRefuses()
    {
        for (const char *changed : {"12345678901234567890", "0.12345678901234567", "1e400"}) {
            const auto findings = foundIn(guardsBeforeWriting(contextWith(Cell::ofNumber(changed))));
            QCOMPARE(kinds(findings), QList{Kind::NumberTooPrecise});
            QCOMPARE(refusal(findings)->kind, Core::ErrorKind::Guarded);
        }
    }

    void numberFromADoublePasses()
    {
        for (const char *kept : {"1234567890.12345", "1e22", "-0.1"})
            QCOMPARE(foundIn(guardsBeforeWriting(contextWith(Cell::ofNumber(kept)))), QList<Finding>());
        QVERIFY(!refusal(guardsBeforeWriting(contextWith(Cell::ofNumber("0.30000000000000004")))));
    }

    void valuesThatASheetMayConvertAreNamed()
    {
        for (const char *text : {"line 1\r\nline 2", "rent  ", "\trent", "cafe\u0301"}) {
            const auto findings = foundIn(guardsBeforeWriting(contextWith(Cell::ofText(text))));
            QCOMPARE(kinds(findings), QList{Kind::MayComeBackDifferent});
            QVERIFY(!refusal(findings));
        }
        QCOMPARE(kinds(foundIn(guardsBeforeWriting(contextWith(Cell::ofNumber("0.30000000000000004"))))),
                 QList{Kind::MayComeBackDifferent});
        for (const char *text : {"line 1\nline 2", "caf\u00e9", "two  blanks"})
            QCOMPARE(foundIn(guardsBeforeWriting(contextWith(Cell::ofText(text)))), QList<Finding>());
    }

    void unchangedCellsAreNotGuarded()
    {
        const std::string text(9'000, 'x');
        QCOMPARE(foundIn(guardsBeforeWriting(contextWith(Cell::ofText(text), Cell::ofText(text)))), QList<Finding>());
    }

    void formulasWarn()
    {
        const auto findings =
            foundIn(guardsBeforeWriting(contextWith(Cell::ofText("Cash"), {Sheet::CellKind::Formula, "=1+1"})));
        QCOMPARE(kinds(findings), QList{Kind::FormulasOverwritten});
        QVERIFY(!refusal(findings));
    }

    void identifiersAreTalliedByColumnAndKind()
    {
        const RunContext context = contextOf(
            {{u"Account"_s, ColumnType::String}, {u"Unit"_s, ColumnType::String}, {u"Code"_s, ColumnType::String}},
            gridOf({{text("00123"), text("1-2"), text("007")}, // column names
                    {text("00123"), text("North"), text("4000")},
                    {text("A1"), text("1E10"), text("Cash")},
                    {text("00007"), text("3/4"), text("5")},
                    {text("4000"), text("South"), text("6")}}));
        const Finding found = recordIn(context, Kind::Identifiers);
        QCOMPARE(found.verdict, Verdict::Warn);
        QCOMPARE(found.count, 4);
        QCOMPARE(found.place, u"B4"_s);
        QCOMPARE(found.threshold, u"15"_s);
        QCOMPARE(found.columns,
                 (QList<InColumn>{{.column = u"Account"_s, .trait = Trait::LeadingZeros, .count = 2, .place = u"B4"_s},
                                  {.column = u"Account"_s, .trait = Trait::Mixed, .count = 3},
                                  {.column = u"Unit"_s, .trait = Trait::Date, .count = 1, .place = u"C6"_s},
                                  {.column = u"Unit"_s, .trait = Trait::Exponent, .count = 1, .place = u"C5"_s},
                                  {.column = u"Unit"_s, .trait = Trait::Mixed, .count = 1}}));
        QVERIFY(betterAsText(found).isEmpty()); // they are texts
    }

    void mixedTextsAloneAreNoFinding()
    {
        const RunContext context = contextOf({{u"Account"_s, ColumnType::String}},
                                             gridOf({{text("Account")}, {text("4000")}, {text("Cash")}}));
        QCOMPARE(recordIn(context, Kind::Identifiers).verdict, Verdict::Passed);
    }

    void onlyTextsOfTextColumnsThatAreWrittenAreIdentifiers()
    {
        RunContext context = contextOf(
            {{u"Account"_s, ColumnType::String}, {u"Amount"_s, ColumnType::Double}, {u"Day"_s, ColumnType::Date}},
            gridOf({{text("a"), text("b"), text("c")}, {text("00123"), text("00123"), text("1-2")}}));
        QCOMPARE(recordIn(context, Kind::Identifiers).count, 1);
        context.existing = gridOf({{}, {text("00123")}});
        context.diff = Sheet::diff(context.existing, context.desired);
        QCOMPARE(recordIn(context, Kind::Identifiers).verdict, Verdict::Passed); // it is there already
        context.request.guards.levels[Guard::Identifiers] = GuardLevel::Off;
        QCOMPARE(recordIn(context, Kind::Identifiers).verdict, Verdict::Off);
        context.request.source = StoredGrid{};
        QCOMPARE(recordIn(context, Kind::Identifiers).kind, Kind::Overflow); // has none
    }

    void zerosThatAColumnOfNumbersDropsAreBetterAsText()
    {
        RunContext context = contextOf({{u"Account"_s, ColumnType::String}, {u"Unit"_s, ColumnType::String}},
                                       gridOf({{text("Acct"), text("Unit")}, {number("123"), text("x")}}));
        context.request.dataSet()->shaping.columns = {
            {.name = u"Account"_s, .as = u"Acct"_s, .kind = Sheet::ColumnKind::Number}};
        setSchema(context, context.dataSet.schema);
        context.zerosDropped = {7, 0};
        const Finding found = recordIn(context, Kind::Identifiers);
        QCOMPARE(found.count, 7);
        QCOMPARE(found.place, QString());
        QCOMPARE(found.columns, (QList<InColumn>{{.column = u"Account"_s, .trait = Trait::ZerosDropped, .count = 7}}));
        QCOMPARE(betterAsText(found), QStringList{u"Account"_s}); // by its name in Domo
    }

    void numbersWithTooManyDigitsAreNamedOnceWithTheirColumns()
    {
        const RunContext context =
            contextOf({{u"Account"_s, ColumnType::Long}, {u"Ref"_s, ColumnType::Long}, {u"Rate"_s, ColumnType::Double}},
                      gridOf({{text("Account"), text("Ref"), text("Rate")},
                              {number("12345678901234567890"), number("1"), number("0.30000000000000004")},
                              {number("12345678901234567891"), number("1234567890123456"), number("1")}}));
        const Finding precise = recordIn(context, Kind::NumberTooPrecise);
        QCOMPARE(precise.count, 2);
        QCOMPARE(
            precise.columns,
            (QList<InColumn>{{.column = u"Account"_s, .trait = Trait::TooManyDigits, .count = 2, .place = u"B4"_s}}));
        QCOMPARE(betterAsText(precise), QStringList{u"Account"_s});
        const Finding different = recordIn(context, Kind::MayComeBackDifferent);
        QCOMPARE(different.count, 2);
        QCOMPARE(betterAsText(different), QStringList{u"Ref"_s}); // a fraction is no identifier
        QCOMPARE(recordIn(context, Kind::Identifiers).verdict, Verdict::Passed);
    }

    void columnsNamedAreBounded()
    {
        QList<Domo::Column> schema;
        std::vector<Cell> row;
        for (int column = 0; column < 150; ++column) {
            schema.append({u"c%1"_s.arg(column), ColumnType::String});
            row.push_back(text("007"));
        }
        Sheet::Grid desired;
        desired.appendRow(std::vector<Cell>(150));
        desired.appendRow(row);
        const Finding found = recordIn(contextOf(schema, std::move(desired)), Kind::Identifiers);
        QCOMPARE(found.count, 150);
        QCOMPARE(found.columns.size(), Finding::maxColumnsNamed);
    }
};

QTEST_GUILESS_MAIN(TestWrittenCells)
#include "tst_writtencells.moc"
