#include "writeback/guards.h"

#include "writeback/guardcontexts.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

using namespace Support;
using namespace Writeback;
using Sheet::Cell;
using Sheet::Guard;
using Sheet::GuardLevel;
using Sheet::Verdict;
using Kind = Finding::Kind;

namespace {

// The sheet was read for all guards, and nothing was found.
SheetFacts allRead()
{
    SheetFacts facts;
    facts.formulas.unread.reset();
    facts.links.unread.reset();
    facts.cells.unread.reset();
    facts.equal.unread.reset();
    facts.outside.unread.reset();
    facts.scales.unread.reset();
    return facts;
}

Sheet::Places placesOf(const QList<Sheet::Address> &cells)
{
    Sheet::Places places;
    for (const Sheet::Address &cell : cells)
        places.add(cell);
    return places;
}

// One that clears more cells than it writes.
RunContext clearingContext()
{
    RunContext context = contextWith(Cell::ofText("one"));
    context.sourceRows = 1;
    context.existing = Support::gridOf({{Cell::ofText("old")}, {Cell::ofText("old")}, {Cell::ofText("old")}});
    context.diff = Sheet::diff(context.existing, context.desired);
    return context;
}

} // namespace

class TestGuards final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void harmlessDataPasses()
    {
        const RunContext context = contextWith(Cell::ofText("Cash"));
        QCOMPARE(foundIn(guardsBeforeFetching(context)), QList<Finding>());
        QCOMPARE(foundIn(guardsBeforeWriting(context)), QList<Finding>());
        QVERIFY(!refusal({}));
    }

    void lockedSpreadsheetAndSheetRefuse()
    {
        RunContext context = typedContext();
        context.spreadsheet.locked = true;
        context.sheet.lock = Workiva::SheetInfo::Lock::Locked;
        const auto findings = foundIn(guardsBeforeFetching(context));
        QCOMPARE(kinds(findings), (QList{Kind::SpreadsheetLocked, Kind::SheetLocked}));
        QCOMPARE(refusal(findings)->kind, Core::ErrorKind::Locked);
    }

    void regionOfAnotherSheetRefuses()
    {
        RunContext context = typedContext();
        context.sheet.name = u"Q1 2026"_s;
        QCOMPARE(foundIn(guardsBeforeFetching(context)), QList<Finding>()); // it reports none
        context.request.sheetNameInRegion = u"q1 2026"_s;
        QCOMPARE(foundIn(guardsBeforeFetching(context)), QList<Finding>());
        context.request.sheetNameInRegion = u"Q2 forecast"_s;
        const auto findings = foundIn(guardsBeforeFetching(context));
        QCOMPARE(kinds(findings), QList{Kind::OtherSheetNamed});
        const auto error = refusal(findings);
        QVERIFY(error);
        QCOMPARE(error->kind, Core::ErrorKind::Guarded);
        const auto *cause = error->cause.as<Finding>();
        QCOMPARE(cause->place, u"Q2 forecast"_s);
        QCOMPARE(cause->other, u"Q1 2026"_s);
    }

    void inputModeOnlyWarns()
    {
        RunContext context = typedContext();
        context.sheet.lock = Workiva::SheetInfo::Lock::InputMode;
        const auto findings = foundIn(guardsBeforeFetching(context));
        QCOMPARE(kinds(findings), QList{Kind::InputMode});
        QVERIFY(!refusal(findings));
    }

    void metadataBeyondASheetRefuses_data()
    {
        QTest::addColumn<qint64>("rows");
        QTest::addColumn<int>("columns");
        QTest::addColumn<bool>("names");
        QTest::addColumn<bool>("refuses");
        QTest::newRow("more cells than a spreadsheet holds, which may be blank")
            << qint64(1'000'000) << 20 << true << false;
        QTest::newRow("all rows of a sheet") << qint64(1'048'575) << 1 << true << false;
        QTest::newRow("one more row") << qint64(1'048'576) << 1 << true << true;
        QTest::newRow("all columns of a sheet") << qint64(1) << 16'384 << true << false;
        QTest::newRow("one more column") << qint64(1) << 16'385 << true << true;
    }
    void metadataBeyondASheetRefuses()
    {
        QFETCH(qint64, rows);
        QFETCH(int, columns);
        QFETCH(bool, names);
        QFETCH(bool, refuses);
        RunContext context = typedContext();
        context.dataSet.rows = rows;
        setSchema(context, QList<Domo::Column>(columns, {u"Account"_s, Sheet::ColumnType::String}));
        context.request.dataSet()->columnNames = names;
        const auto error = refusal(guardsBeforeFetching(context));
        QCOMPARE(error.has_value(), refuses);
        if (refuses)
            QCOMPARE(error->kind, Core::ErrorKind::TooLarge);
    }

    void rowsThatPoliciesMayHideAreNotCounted()
    {
        RunContext context = typedContext();
        context.dataSet.rows = 5'000'000;
        context.dataSet.pdpEnabled = true;
        QVERIFY(!refusal(guardsBeforeFetching(context)));
    }

    void unknownTypesRefuseWithTheirColumns()
    {
        RunContext context = typedContext();
        setSchema(context,
                  context.dataSet.schema
                      + QList<Domo::Column>{{u"Place"_s, {}, u"GEOMETRY"_s}, {QString(), {}, QString()}});
        const auto findings = foundIn(guardsBeforeFetching(context));
        QCOMPARE(kinds(findings), QList{Kind::UnknownColumnTypes});
        QCOMPARE(findings.first().count, 2);
        QCOMPARE(findings.first().place, u"Place (GEOMETRY), #3"_s);
        QCOMPARE(refusal(findings)->kind, Core::ErrorKind::Guarded);

        setSchema(context, context.dataSet.schema + QList<Domo::Column>(10, {u"x"_s, {}, QString()}));
        const Finding many = foundIn(guardsBeforeFetching(context)).first();
        QCOMPARE(many.count, 12);
        QCOMPARE(many.place, u"Place (GEOMETRY), #3, x, x, x, …"_s);
    }

    void unknownTypesMatterOnlyWhereTheyAreWritten()
    {
        RunContext context = typedContext();
        const QList<Domo::Column> schema =
            context.dataSet.schema + QList<Domo::Column>{{u"Place"_s, {}, u"GEOMETRY"_s}};
        Sheet::Shaping &shaping = context.request.dataSet()->shaping;
        shaping.columns = {{.name = u"Place"_s, .as = u"Where"_s}};
        setSchema(context, schema);
        QCOMPARE(foundIn(guardsBeforeFetching(context)).value(0).place, u"Place (GEOMETRY)"_s); // as Domo has it
        shaping.columns[0].kind = Sheet::ColumnKind::Text;
        setSchema(context, schema);
        QCOMPARE(foundIn(guardsBeforeFetching(context)), QList<Finding>());
        shaping.columns = {{.name = u"Place"_s, .isLeftOut = true}};
        setSchema(context, schema);
        QCOMPARE(foundIn(guardsBeforeFetching(context)), QList<Finding>());
    }

    void columnsThatAChoiceDoesNotMentionAreNamed()
    {
        RunContext context = typedContext();
        const QList<Domo::Column> schema =
            context.dataSet.schema + QList<Domo::Column>{{u"Debit"_s, Sheet::ColumnType::Double}, {u"New"_s, {}}};
        QVERIFY(!verdictOf(Kind::ColumnsNotChosen, guardsBeforeFetching(context)));
        Sheet::Shaping &shaping = context.request.dataSet()->shaping;
        shaping = {.columns = {{.name = u"Account"_s}}, .isChoice = true};
        setSchema(context, schema);
        const auto findings = foundIn(guardsBeforeFetching(context));
        QCOMPARE(kinds(findings), QList{Kind::ColumnsNotChosen});
        QCOMPARE(findings[0].count, 2);
        QCOMPARE(findings[0].place, u"Debit"_s);
        QVERIFY(!refusal(findings));
        context.request.guards.levels[Guard::ColumnsNotChosen] = GuardLevel::Stop;
        QCOMPARE(refusal(guardsBeforeFetching(context))->kind, Core::ErrorKind::Guarded);
        shaping.columns += {{.name = u"Debit"_s, .isLeftOut = true}, {.name = u"New"_s, .isLeftOut = true}};
        setSchema(context, schema);
        QCOMPARE(verdictOf(Kind::ColumnsNotChosen, guardsBeforeFetching(context)), Verdict::Passed);
    }

    void textsAmongChosenDatesAreNoted()
    {
        RunContext context = contextWith(Cell::ofText("x"));
        QVERIFY(!verdictOf(Kind::NotDates, guardsBeforeWriting(context)));
        context.request.dataSet()->shaping.columns = {{.name = u"Account"_s, .kind = Sheet::ColumnKind::Date}};
        setSchema(context, context.dataSet.schema);
        QCOMPARE(verdictOf(Kind::NotDates, guardsBeforeWriting(context)), Verdict::Passed);
        context.notDates = 3;
        const auto findings = foundIn(guardsBeforeWriting(context));
        QCOMPARE(kinds(findings), QList{Kind::NotDates});
        QCOMPARE(findings[0].count, 3);
    }

    void missingTypesRefuse()
    {
        const auto findings = foundIn(guardsBeforeFetching(RunContext()));
        QCOMPARE(kinds(findings), QList{Kind::UnknownColumnTypes});
        QCOMPARE(findings.first().count, 0);
        QCOMPARE(refusal(findings)->kind, Core::ErrorKind::Guarded);
    }

    void moreFilledCellsThanASpreadsheetHoldsRefuse()
    {
        RunContext context;
        std::vector<Cell> row(2'000, Cell::ofText("x"));
        for (int i = 0; i < 1'000; ++i)
            context.desired.appendRow(row);
        const std::vector<Cell> emptyRow(2'000);
        context.desired.appendRow(emptyRow);
        QVERIFY(!refusal(guardsBeforeWriting(context)));

        context.desired.set(1'000, 0, Cell::ofText("x"));
        const auto findings = foundIn(guardsBeforeWriting(context));
        QCOMPARE(kinds(findings), QList{Kind::TooManyCells});
        QCOMPARE(findings[0].count, 2'000'001);
        QCOMPARE(refusal(findings)->kind, Core::ErrorKind::TooLarge);

        context.desired.set(1'000, 0, Cell{Sheet::CellKind::Keep, {}});
        QVERIFY(!refusal(guardsBeforeWriting(context))); // left alone, and blank
        Sheet::Grid existing(1);
        existing.set(1'000, 0, Cell::ofText("x"));
        context.existing = std::move(existing);
        QCOMPARE(kinds(foundIn(guardsBeforeWriting(context))), QList{Kind::TooManyCells});
    }

    void cellsOfAllSheetsTogetherAreLimited()
    {
        RunContext context = contextWith(Cell::ofText("Cash"));
        context.request.dryRun = true;
        context.diff = Sheet::diff(context.existing, context.desired);
        const auto record = [&context] {
            const QList<Finding> checks = guardsBeforeWriting(context);
            return *std::ranges::find(checks, Kind::SpreadsheetFull, &Finding::kind);
        };
        QCOMPARE(record().verdict, Verdict::NotMade);
        QVERIFY(record().unread == Finding::Unread::NotAsked);

        CellsOutside &outside = context.facts.outside;
        outside = {.count = 1'999'998, .largest = u"Ledger"_s, .unread = {}};
        QCOMPARE(record().verdict, Verdict::Passed);
        QCOMPARE(record().count, 1'999'999); // with the one that is written
        QCOMPARE(record().against, 2'000'000);
        outside.count = 2'000'000;
        QCOMPARE(record().verdict, Verdict::Stop);
        QCOMPARE(record().count, 2'000'001);
        QCOMPARE(record().place, u"Ledger"_s);
        QVERIFY(record().refuses); // a spreadsheet cannot hold them, whatever anybody decides
        QCOMPARE(refusal({record()})->kind, Core::ErrorKind::Guarded);

        outside.unread = Finding::Unread::TooMuch; // at least so many: that is enough to know
        QCOMPARE(record().verdict, Verdict::Stop);
        QVERIFY(!record().isUnmade());
        outside.count = 1'999'999;
        QCOMPARE(record().verdict, Verdict::NotMade);
        context.request.guards.levels[Guard::SpreadsheetFull] = GuardLevel::Stop;
        QCOMPARE(record().verdict, Verdict::Stop);
        QVERIFY(record().isUnmade());
        QCOMPARE(record().place, QString());
    }

    // Values are written before cells are cleared.
    void cellsAreLimitedDuringTheRunToo()
    {
        RunContext context;
        context.request.dryRun = true;
        context.existing = Support::gridOf({{{}, Cell::ofText("old")}, {{}, Cell::ofText("old")}});
        context.desired = Support::gridOf({{Cell::ofText("new"), {}}, {{}, {}}});
        context.diff = Sheet::diff(context.existing, context.desired);
        CellsOutside &outside = context.facts.outside;
        const auto record = [&context] {
            const QList<Finding> checks = guardsBeforeWriting(context);
            return *std::ranges::find(checks, Kind::SpreadsheetFull, &Finding::kind);
        };
        outside = {.count = 1'999'997, .unread = {}};
        QCOMPARE(record().verdict, Verdict::Passed);
        QCOMPARE(record().count, 2'000'000);
        outside.count = 1'999'998;
        QCOMPARE(record().verdict, Verdict::Stop);

        context.existing = Support::gridOf({{Cell::ofText("Debt")}});
        context.diff = Sheet::diff(context.existing, context.desired);
        outside = {.count = 0, .unread = {}}; // nothing is added, so nothing was read
        QCOMPARE(record().verdict, Verdict::Passed);
        QCOMPARE(record().against, 0);
    }

    void overflowRefuses()
    {
        RunContext context = contextWith(Cell::ofText("Cash"));
        context.fit = Sheet::fit(*Sheet::Region::parse(u"B3:C4"_s), 3, 2);
        const auto findings = foundIn(guardsBeforeWriting(context));
        QCOMPARE(kinds(findings), QList{Kind::Overflow});
        QCOMPARE(findings[0].place, u"B3:C5"_s);
        QCOMPARE(refusal(findings)->kind, Core::ErrorKind::Overflow);
    }

    void clearingMoreThanWritingNeedsConsent()
    {
        RunContext context = clearingContext();
        const auto findings = foundIn(guardsBeforeWriting(context));
        QCOMPARE(kinds(findings), QList{Kind::ClearsMoreThanItWrites});
        QCOMPARE(findings.front().count, 2);
        QCOMPARE(findings.front().against, 1);
        QCOMPARE(refusal(guardsBeforeWriting(context))->kind, Core::ErrorKind::NoConsent);

        for (const Prompt prompt : {Prompt::BeforeLoss, Prompt::Always}) { // a person will be asked
            context.request.prompt = prompt;
            QVERIFY(!refusal(guardsBeforeWriting(context)));
        }
        context.request.prompt = Prompt::Never;
        context.request.allowClearing = true;
        QVERIFY(!refusal(guardsBeforeWriting(context)));
        context.request.allowClearing = false;
        context.request.dryRun = true;
        QVERIFY(!refusal(guardsBeforeWriting(context)));
        QCOMPARE(verdictOf(Kind::ClearsMoreThanItWrites, guardsBeforeWriting(context)), Verdict::Stop); // and is shown
    }

    void emptySourceNeedsConsentWhateverItWrites()
    {
        RunContext context = contextWith(Cell::ofText("Name")); // only the column names
        context.desired.set(0, 1, Cell::ofText("Amount"));
        context.sourceRows = 0;
        context.existing = Support::gridOf({{Cell()}, {Cell::ofText("old")}});
        context.diff = Sheet::diff(context.existing, context.desired);
        QVERIFY(context.diff.cleared < context.diff.added + context.diff.changed);
        QCOMPARE(kinds(foundIn(guardsBeforeWriting(context))), QList{Kind::EmptySource});
        QCOMPARE(refusal(guardsBeforeWriting(context))->kind, Core::ErrorKind::NoConsent);
        context.request.allowClearing = true;
        QVERIFY(!refusal(guardsBeforeWriting(context)));
        context.request.allowClearing = false;
        context.sourceRows = 1;
        QVERIFY(!refusal(guardsBeforeWriting(context)));
    }

    void linkedDatasetRefusesWhereItIsWritten()
    {
        RunContext context = contextWith(Cell::ofText("Cash"));
        context.sheet.hasLinkedDataset = true;
        context.sheet.linkedRange = u"A1:B2"_s;
        QCOMPARE(foundIn(guardsBeforeWriting(context)), QList<Finding>());
        context.sheet.linkedRange = u"A1:B3"_s;
        QCOMPARE(refusal(guardsBeforeWriting(context))->kind, Core::ErrorKind::LinkedDataset);
        context.sheet.linkedRange.clear(); // it may be anywhere
        QCOMPARE(refusal(guardsBeforeWriting(context))->kind, Core::ErrorKind::LinkedDataset);
    }

    void checksThatPassAreRecorded()
    {
        RunContext context = contextWith(Cell::ofText("Cash"));
        context.facts = allRead();
        for (const auto &checks : {guardsBeforeFetching(context), guardsBeforeWriting(context)}) {
            QVERIFY(checks.size() > 3);
            for (const Finding &check : checks) {
                if (check.verdict == Verdict::NotMade) // there is no earlier run
                    continue;
                QCOMPARE(check.verdict, Verdict::Passed);
                QVERIFY(check.count <= check.against);
                QCOMPARE(check.place, QString());
            }
        }
        QVERIFY(!verdictOf(Kind::OtherSheetNamed, guardsBeforeFetching(context))); // no name was given
        context.request.source = StoredGrid{};
        QVERIFY(!verdictOf(Kind::RowsFiltered, guardsBeforeFetching(context)));
    }

    void lockOfAnUnknownTypeIsNoPass()
    {
        RunContext context = typedContext();
        context.sheet.lock = Workiva::SheetInfo::Lock::Unknown;
        QCOMPARE(verdictOf(Kind::SheetLocked, guardsBeforeFetching(context)), Verdict::NotMade);
        QCOMPARE(kinds(foundIn(guardsBeforeFetching(context))), QList{Kind::LockUnknown});
    }

    void whatWasFoundInTheSheetIsRecorded()
    {
        RunContext context = contextWith(Cell::ofText("Cash"));
        context.request.dryRun = true;
        context.sheet.lock = Workiva::SheetInfo::Lock::InputMode;
        context.facts = allRead();
        context.facts.formulas.count = 3;
        context.facts.formulas.named = {
            {{3, 4, 1, 1}, {3, 2, 2, 1}, 2, Sheet::KeyShift::Change{3, u"1000"_s, u"0900"_s}},
            {{4, 4, 1, 1}, {4, 2, 1, 1}, 1, Sheet::KeyShift::Change{4, u"2000"_s, QString()}}};
        context.facts.links.count = 1;
        context.facts.links.named = {{{3, 1, 1, 2}, {3, 1, 1, 2}, 1, Sheet::KeyShift::Change{3, u"1000"_s, u"0900"_s}}};
        context.facts.cells.locked = placesOf({{2, 1}, {3, 1}, {9, 9}});
        context.facts.cells.linked = placesOf({{2, 2}});
        context.facts.cells.notInput = placesOf({{2, 3}});
        context.facts.cells.merged = placesOf({{2, 4}});
        context.facts.cells.richText = placesOf({{2, 5}});
        context.facts.equal.places = placesOf({{2, 6}});
        const QList<Finding> found = foundIn(guardsBeforeWriting(context));
        QCOMPARE(kinds(found),
                 (QList{Kind::KeysUnderFormulas, Kind::KeysUnderLinks, Kind::LockedCells, Kind::LinkedCells,
                        Kind::NotInputCells, Kind::MergedCells, Kind::RichTextCells, Kind::EqualFormulas}));
        QCOMPARE(found[0].count, 3);
        QCOMPARE(found[0].place, u"E4"_s);
        QCOMPARE(found[0].places,
                 (QList<Finding::At>{{u"E4"_s, u"C4:C5"_s, 4, u"1000"_s, u"0900"_s},
                                     {u"E5"_s, u"C5"_s, 5, u"2000"_s, QString()}}));
        QCOMPARE(found[1].places, (QList<Finding::At>{{u"B4:C4"_s, u"B4:C4"_s, 4, u"1000"_s, u"0900"_s}}));
        QCOMPARE(found[2].count, 3);
        QCOMPARE(found[2].places, (QList<Finding::At>{{u"B3:B4"_s}, {u"J10"_s}}));
        for (const Finding &finding : found) {
            const bool stops = finding.kind == Kind::LockedCells || finding.kind == Kind::NotInputCells;
            QCOMPARE(finding.verdict, stops ? Verdict::Stop : Verdict::Warn);
            QVERIFY(!finding.refuses); // in a dry run
        }
        context.request.dryRun = false;
        QCOMPARE(refusal(guardsBeforeWriting(context))->cause.as<Finding>()->kind, Kind::LockedCells);
    }

    void whatWasNotReadOfTheSheetIsNoPass()
    {
        RunContext context = contextWith(Cell::ofText("Cash"));
        context.facts = allRead();
        context.facts.formulas.unread = Finding::Unread::NoKey;
        context.facts.cells.unread = Finding::Unread::TooMuch;
        context.facts.cells.linked = placesOf({{2, 2}}); // before the reading ended
        const QList<Finding> checks = guardsBeforeWriting(context);
        for (const Finding &check : checks) {
            if (check.kind == Kind::KeysUnderFormulas || check.kind == Kind::LockedCells) {
                QCOMPARE(check.verdict, Verdict::NotMade);
                QVERIFY(check.unread.has_value());
            } else if (check.kind == Kind::LinkedCells) {
                QCOMPARE(check.verdict, Verdict::Warn);
                QVERIFY(check.unread == Finding::Unread::TooMuch);
            } else {
                QVERIFY(!check.unread || check.kind == Kind::MergedCells || check.kind == Kind::RichTextCells);
            }
        }
        QCOMPARE(verdictOf(Kind::EqualFormulas, checks), Verdict::Passed);
        context.request.guards.levels[Guard::LockedCells] = GuardLevel::Off;
        QCOMPARE(verdictOf(Kind::LockedCells, guardsBeforeWriting(context)), Verdict::Off);
    }

    void checkThatCannotBeMadeStopsIfAPersonHasSetItToStop_data()
    {
        QTest::addColumn<std::optional<GuardLevel>>("level");
        QTest::addColumn<Finding::Unread>("unread");
        QTest::addColumn<Verdict>("verdict");
        const std::optional<GuardLevel> none;
        const std::optional<GuardLevel> stop = GuardLevel::Stop;
        QTest::newRow("too much") << stop << Finding::Unread::TooMuch << Verdict::Stop;
        QTest::newRow("failed") << stop << Finding::Unread::Failed << Verdict::Stop;
        QTest::newRow("no key") << stop << Finding::Unread::NoKey << Verdict::Stop;
        QTest::newRow("not asked") << stop << Finding::Unread::NotAsked << Verdict::NotMade;
        QTest::newRow("warns") << std::optional(GuardLevel::Warn) << Finding::Unread::Failed << Verdict::NotMade;
        QTest::newRow("stops by default") << none << Finding::Unread::Failed << Verdict::NotMade;
    }

    void checkThatCannotBeMadeStopsIfAPersonHasSetItToStop()
    {
        QFETCH(const std::optional<GuardLevel>, level);
        QFETCH(const Finding::Unread, unread);
        QFETCH(const Verdict, verdict);
        RunContext context = contextWith(Cell::ofText("Cash"));
        context.facts = allRead();
        context.facts.cells.unread = unread;
        context.today = QDate(2026, 6, 30);
        if (level)
            context.request.guards.levels[Guard::LockedCells] = *level;
        const QList<Finding> checks = guardsBeforeWriting(context);
        QCOMPARE(verdictOf(Kind::LockedCells, checks), verdict);
        const auto record = std::ranges::find(checks, Kind::LockedCells, &Finding::kind);
        QCOMPARE(record->isUnmade(), verdict == Verdict::Stop);
        QCOMPARE(record->unread, std::optional(unread));

        context.request.guards.accepted.append({Guard::LockedCells, u"looked"_s, context.today.addDays(1)});
        QCOMPARE(verdictOf(Kind::LockedCells, guardsBeforeWriting(context)),
                 verdict == Verdict::Stop ? Verdict::Accepted : verdict);
        QVERIFY(!kinds(foundIn(checks)).contains(Kind::LinkedCells));
    }

    void inputCellsMatterOnlyInInputMode()
    {
        RunContext context = contextWith(Cell::ofText("Cash"));
        QVERIFY(!verdictOf(Kind::NotInputCells, guardsBeforeWriting(context)));
    }

    void everyGuardHasAKind()
    {
        QSet<Guard> guards;
        for (int kind = 0; kind <= int(Finding::lastKind); ++kind) {
            if (const auto guard = guardOf(Kind(kind)))
                guards.insert(*guard);
        }
        QCOMPARE(guards.size(), int(Sheet::lastGuard) + 1);
    }

    void guardThatIsOffIsNotMade()
    {
        RunContext context = clearingContext();
        context.request.guards.levels[Guard::ClearsMoreThanItWrites] = GuardLevel::Off;
        const auto checks = guardsBeforeWriting(context);
        QCOMPARE(foundIn(checks), QList<Finding>());
        QCOMPARE(verdictOf(Kind::ClearsMoreThanItWrites, checks), Verdict::Off);
    }

    void guardThatOnlyWarnedCanStop()
    {
        RunContext context = typedContext();
        context.dataSet.pdpEnabled = true;
        QVERIFY(!refusal(guardsBeforeFetching(context)));
        context.request.guards.levels[Guard::RowsFiltered] = GuardLevel::Stop;
        QCOMPARE(refusal(guardsBeforeFetching(context))->kind, Core::ErrorKind::Guarded);
        context.request.prompt = Prompt::BeforeLoss; // a person will be asked
        QVERIFY(!refusal(guardsBeforeFetching(context)));
        QVERIFY(needsDecision(foundIn(guardsBeforeFetching(context)).first()));
    }

    // What the sheet cannot hold is not a matter of consent.
    void numberThatASheetWouldChangeRefusesWhoeverIsThere()
    {
        RunContext context = contextWith(Cell::ofNumber("12345678901234567890"));
        for (const bool dryRun : {false, true}) {
            context.request.dryRun = dryRun;
            context.request.prompt = Prompt::Always;
            QCOMPARE(refusal(guardsBeforeWriting(context))->kind, Core::ErrorKind::Guarded);
        }
    }

    void acceptedFindingPassesWithItsReason()
    {
        RunContext context = clearingContext();
        context.today = QDate(2026, 11, 27);
        context.request.guards.accepted = {{Guard::ClearsMoreThanItWrites, u"sold"_s, context.today}};
        const auto findings = foundIn(guardsBeforeWriting(context));
        QVERIFY(!refusal(findings));
        QCOMPARE(findings.first().verdict, Verdict::Accepted);
        QCOMPARE(findings.first().reason, u"sold"_s);
        QCOMPARE(findings.first().until, context.today);
        QVERIFY(!needsDecision(findings.first()));

        context.today = context.today.addDays(1);
        const auto expired = refusal(guardsBeforeWriting(context));
        QVERIFY(expired);
        QCOMPARE(expired->cause.as<Finding>()->until, QDate(2026, 11, 27));
    }

    void ageOfTheDataIsKnownOrNotJudged_data()
    {
        QTest::addColumn<QString>("loaded");
        QTest::addColumn<Verdict>("age");
        QTest::newRow("10 days ago") << u"2026-11-17T10:00:00Z"_s << Verdict::Passed;
        QTest::newRow("11 days ago") << u"2026-11-16T23:00:00Z"_s << Verdict::Warn;
        QTest::newRow("unknown") << QString() << Verdict::NotMade;
        QTest::newRow("no time") << u"lately"_s << Verdict::NotMade;
    }
    void ageOfTheDataIsKnownOrNotJudged()
    {
        QFETCH(QString, loaded);
        RunContext context = typedContext();
        context.today = QDate(2026, 11, 27);
        context.request.guards.thresholds[Guard::StaleSource] = 10'00;
        context.dataSet.updatedAt = loaded;
        QTEST(*verdictOf(Kind::StaleSource, guardsBeforeFetching(context)), "age");
        context.dataSet.dataCurrentAt = u"2026-11-27T00:00:00Z"_s; // says more of the data than a change of the DataSet
        QCOMPARE(verdictOf(Kind::StaleSource, guardsBeforeFetching(context)), Verdict::Passed);
    }

    void latestDateHasToBeInThePeriod_data()
    {
        QTest::addColumn<QString>("period");
        QTest::addColumn<std::optional<Verdict>>("verdict");
        using Expected = std::optional<Verdict>;
        QTest::newRow("none named") << QString() << Expected();
        QTest::newRow("its month") << u"2026-06"_s << Expected(Verdict::Passed);
        QTest::newRow("its year") << u"2026"_s << Expected(Verdict::Passed);
        QTest::newRow("its day") << u"2026-06-30"_s << Expected(Verdict::Passed);
        QTest::newRow("the month before, which the data has too") << u"2026-05"_s << Expected(Verdict::Stop);
        QTest::newRow("the month after") << u"2026-07"_s << Expected(Verdict::Stop);
    }
    void latestDateHasToBeInThePeriod()
    {
        QFETCH(QString, period);
        QFETCH(std::optional<Verdict>, verdict);
        RunContext context = contextWith(Cell::ofText("Unit"));
        setSchema(context,
                  {{u"Unit"_s, Sheet::ColumnType::String},
                   {u"Opened"_s, Sheet::ColumnType::Date},
                   {u"Closed"_s, Sheet::ColumnType::DateTime}});
        context.desired =
            Support::gridOf({{Cell::ofText("Unit"), Cell::ofText("Opened"), Cell::ofText("Closed")},
                             {Cell::ofText("2027-01-01"), Cell::ofText("2026-05-31"), Cell()},
                             {Cell::ofText("b"), Cell::ofText("n/a"), Cell::ofText("2026-06-30T10:00:00")},
                             {Cell::ofText("c"), Cell{Sheet::CellKind::Keep, {}}, Cell()}});
        context.request.period = period;
        const auto checks = guardsBeforeWriting(context);
        QCOMPARE(verdictOf(Kind::OtherPeriod, checks), verdict);
        if (verdict != Verdict::Stop)
            return;
        const Finding found = *std::ranges::find(checks, Kind::OtherPeriod, &Finding::kind);
        QCOMPARE(found.place, u"Closed"_s);
        QCOMPARE(found.actual, u"2026-06-30T10:00:00"_s);
        QCOMPARE(found.expected, period);
    }

    void periodOfDataWithoutDatesIsNotKnown()
    {
        RunContext context = contextWith(Cell::ofText("2026-06-30")); // in a column of texts
        context.request.period = u"2026-06"_s;
        QCOMPARE(verdictOf(Kind::OtherPeriod, guardsBeforeWriting(context)), Verdict::NotMade);
    }

    void firstThatRefusesIsTheError()
    {
        const QList<Finding> findings{
            {Kind::InputMode, false, 1, {}}, {Kind::LinkedDataset, true, 1, {}}, {Kind::Overflow, true, 1, {}}};
        QCOMPARE(refusal(findings)->kind, Core::ErrorKind::LinkedDataset);
    }
};

QTEST_GUILESS_MAIN(TestGuards)
#include "tst_guards.moc"
