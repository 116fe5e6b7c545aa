#include "writeback/journal.h"
#include "writeback/runrequest.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Writeback::Changed;
using Writeback::JournalEntry;

namespace {

Writeback::RunRequest request()
{
    Writeback::RunRequest one;
    one.source = Writeback::DataSetSource{.domo = {}, .dataSetId = u"dataset"_s};
    one.spreadsheetId = u"book"_s;
    one.sheetId = u"sheet"_s;
    one.region = *Sheet::Region::parse(u"B3:"_s);
    one.target = u"Filing / Balance / B3:"_s;
    return one;
}

Changed changedBy(void (*change)(Writeback::RunRequest &))
{
    Writeback::RunRequest now = request();
    change(now);
    return Writeback::changedSince(Writeback::entryOf(request()), Writeback::entryOf(now));
}

} // namespace

class TestJournal final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whateverDecidesTheCellsIsAChange()
    {
        using Request = Writeback::RunRequest;
        QCOMPARE(changedBy([](Request &) {}), Changed::Nothing);
        QCOMPARE(changedBy([](Request &now) { now.profileName = u"renamed"_s; }), Changed::Nothing);
        QCOMPARE(changedBy([](Request &now) { now.asKept = true; }), Changed::Options);
        QCOMPARE(changedBy([](Request &now) { now.dataSet()->columnNames = false; }), Changed::Options);
        QCOMPARE(changedBy([](Request &now) { now.dataSet()->datesAsText = true; }), Changed::Options);
        QCOMPARE(changedBy([](Request &now) { now.update.kind = Sheet::UpdateMethod::Kind::Append; }),
                 Changed::Options);
        QCOMPARE(changedBy([](Request &now) { now.update.keys = {u"Unit"_s}; }), Changed::Nothing); // only for review
        QCOMPARE(changedBy([](Request &now) { now.update.partition = {u"Unit"_s}; }), Changed::Options);
        QCOMPARE(changedBy([](Request &now) { now.update.keepsOrder = true; }), Changed::Options);
        QCOMPARE(changedBy([](Request &now) { now.update.formulas = Sheet::Formulas::Keep; }), Changed::Options);
        QCOMPARE(changedBy([](Request &now) { now.update.formulas = Sheet::Formulas::Stop; }), Changed::Nothing);
        QCOMPARE(changedBy([](Request &now) { now.dataSet()->shaping.nulls.kind = Sheet::NullRule::Kind::Keep; }),
                 Changed::Options);
        QCOMPARE(changedBy([](Request &now) { now.dataSet()->dataSetId = u"other"_s; }), Changed::DataSet);
        QCOMPARE(changedBy([](Request &now) { now.region = *Sheet::Region::parse(u"B4:"_s); }), Changed::Target);
        QCOMPARE(changedBy([](Request &now) { now.sheetId = u"other"_s; }), Changed::Target);
        QCOMPARE(changedBy([](Request &now) { now.spreadsheetId = u"other"_s; }), Changed::Target);
    }

    void keyIsAChangeIfItDecidesWhereRowsGo_data()
    {
        QTest::addColumn<Sheet::Update>("update");
        QTest::newRow("order kept") << Sheet::Update{.keepsOrder = true};
        for (const auto kind : {Sheet::UpdateMethod::Kind::Append, Sheet::UpdateMethod::Kind::Upsert})
            QTest::newRow(qPrintable(Sheet::name({.kind = kind}))) << Sheet::Update{.kind = kind};
    }
    void keyIsAChangeIfItDecidesWhereRowsGo()
    {
        QFETCH(const Sheet::Update, update);
        Writeback::RunRequest then = request();
        then.update = update;
        then.update.keys = {u"Unit"_s};
        Writeback::RunRequest now = then;
        now.update.keys = {u"Account"_s};
        QCOMPARE(Writeback::changedSince(Writeback::entryOf(then), Writeback::entryOf(now)), Changed::Options);
    }

    void everyRuleOfAColumnIsAChange()
    {
        using Sheet::ColumnRule;
        const QList<ColumnRule> rules{{.name = u"a"_s},
                                      {.name = u"a b"_s},
                                      {.name = u"a"_s, .as = u"b"_s},
                                      {.name = u"a"_s, .as = u"b=1"_s},
                                      {.name = u"a"_s, .kind = Sheet::ColumnKind::Text},
                                      {.name = u"a"_s, .kind = Sheet::ColumnKind::Date},
                                      {.name = u"a"_s, .nulls = Sheet::NullRule()},
                                      {.name = u"a"_s, .nulls = Sheet::NullRule{Sheet::NullRule::Kind::Word, u"x"_s}},
                                      {.name = u"a"_s, .decimals = 0},
                                      {.name = u"a"_s, .decimals = 1},
                                      {.name = u"a"_s, .isLeftOut = true}};
        QSet<QString> seen;
        Writeback::RunRequest one = request();
        for (const ColumnRule &rule : rules) {
            one.dataSet()->shaping = {.columns = {rule}, .isChoice = !rule.isLeftOut};
            seen.insert(Writeback::optionsText(one));
        }
        QCOMPARE(seen.size(), rules.size());
        one.dataSet()->shaping = {.columns = {{.name = u"a"_s}, {.name = u"b"_s}}, .isChoice = true};
        const QString inOrder = Writeback::optionsText(one);
        one.dataSet()->shaping.columns.swapItemsAt(0, 1);
        QVERIFY(Writeback::optionsText(one) != inOrder);
        one.dataSet()->shaping.columns.append({.name = u"c"_s, .isLeftOut = true}); // not chosen either way
        const QString leftOut = Writeback::optionsText(one);
        one.dataSet()->shaping.columns.removeLast();
        QCOMPARE(Writeback::optionsText(one), leftOut);
    }

    void sqlAndItsParametersAreAChange()
    {
        const QList<Sheet::RowQuery> queries{{},
                                             {.sql = u"SELECT a FROM table"_s},
                                             {.sql = u"SELECT a FROM  table"_s},
                                             {.sql = u"SELECT '{{x}}'"_s, .parameters = {{u"x"_s, u"1"_s}}},
                                             {.sql = u"SELECT '{{x}}'"_s, .parameters = {{u"x"_s, u"2"_s}}},
                                             {.sql = u"SELECT '{{x}}'"_s, .parameters = {{u"x"_s, u"2 y=3"_s}}}};
        QSet<QString> seen;
        Writeback::RunRequest one = request();
        for (const Sheet::RowQuery &query : queries) {
            one.dataSet()->query = query;
            seen.insert(Writeback::optionsText(one));
            QVERIFY(!Writeback::leavesCells(Writeback::optionsText(one)));
        }
        QCOMPARE(seen.size(), queries.size());
    }

    void optionsTellWhetherCellsAreLeftAlone()
    {
        Writeback::RunRequest run = request();
        for (const auto formulas : {Sheet::Formulas::Overwrite, Sheet::Formulas::Keep, Sheet::Formulas::Stop}) {
            for (int kind = 0; kind <= int(Sheet::UpdateMethod::Kind::Partition); ++kind) {
                run.update = {.kind = Sheet::UpdateMethod::Kind(kind), .formulas = formulas};
                QCOMPARE(Writeback::leavesCells(Writeback::optionsText(run)), !run.update.isWholeRegion());
            }
        }
        QVERIFY(!Writeback::leavesCells({})); // early versions could not
    }

    void lastOfSeveralChangesCounts()
    {
        QCOMPARE(changedBy([](Writeback::RunRequest &now) {
                     now.asKept = true;
                     now.dataSet()->dataSetId = u"other"_s;
                 }),
                 Changed::DataSet);
        QCOMPARE(changedBy([](Writeback::RunRequest &now) {
                     now.asKept = true;
                     now.sheetId = u"other"_s;
                 }),
                 Changed::Target);
    }

    void whatWasNotRecordedHasNotChanged()
    {
        const JournalEntry now = Writeback::entryOf(request());
        JournalEntry then = now;
        then.options.clear();
        then.dataSetId.clear();
        QCOMPARE(Writeback::changedSince(then, now), Changed::Nothing);
        then.sheet = {};
        then.region.clear();
        QCOMPARE(Writeback::changedSince(then, now), Changed::Nothing);
    }

    void whereOnlyTheTextOfTheTargetIsRecordedItDecides()
    {
        const JournalEntry now = Writeback::entryOf(request());
        JournalEntry then = now;
        then.sheet.spreadsheetId.clear();
        then.region.clear();
        QCOMPARE(Writeback::changedSince(then, now), Changed::Nothing);
        then.target = u"Filing / Balance / B4:"_s;
        QCOMPARE(Writeback::changedSince(then, now), Changed::Target);
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
