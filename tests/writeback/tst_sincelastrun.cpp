#include "writeback/sincelastrun.h"

#include "writeback/guardcontexts.h"
#include "writeback/guards.h"

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

class TestSinceLastRun final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreComparedWithTheLastVerifiedRun_data()
    {
        QTest::addColumn<qint64>("before");
        QTest::addColumn<qint64>("now");
        QTest::addColumn<Verdict>("verdict");
        QTest::newRow("as many") << qint64(1'000) << qint64(1'000) << Verdict::Passed;
        QTest::newRow("fewer, by just as much") << qint64(1'000) << qint64(975) << Verdict::Passed;
        QTest::newRow("fewer, by more") << qint64(1'000) << qint64(974) << Verdict::Stop;
        QTest::newRow("more") << qint64(1'000) << qint64(9'000) << Verdict::Passed;
        QTest::newRow("none before") << qint64(0) << qint64(0) << Verdict::Passed;
    }
    void rowsAreComparedWithTheLastVerifiedRun()
    {
        QFETCH(qint64, before);
        QFETCH(qint64, now);
        QFETCH(Verdict, verdict);
        RunContext context = contextWith(Cell::ofText("Cash"));
        context.request.guards = {.levels = {{Guard::RowsFell, GuardLevel::Stop}},
                                  .thresholds = {{Guard::RowsFell, 250}}};
        context.sourceRows = now;
        QCOMPARE(verdictOf(Kind::RowsFell, guardsBeforeWriting(context)), Verdict::NotMade); // never "passed"
        context.lastVerified = VerifiedRun{.ended = {}, .sourceRows = before};
        const auto checks = guardsBeforeWriting(context);
        const Finding &check = *std::ranges::find(checks, Kind::RowsFell, &Finding::kind);
        QCOMPARE(check.verdict, verdict);
        QCOMPARE(check.count, now);
        QCOMPARE(check.against, before);
        QCOMPARE(check.threshold, u"2.5"_s);
    }

    void totalsAreComparedByTheNamesOfTheirColumns()
    {
        const auto column = [](const char *name, std::optional<QString> total) {
            return ColumnFacts{.name = QString::fromLatin1(name), .type = Sheet::ColumnType::Double, .total = total};
        };
        RunContext context = contextWith(Cell::ofText("Cash"));
        context.data.columns = {column("Same", u"100"_s), column("Up", u"150.01"_s), column("Down", u"-1"_s),
                                column("Unknown", {})};
        QCOMPARE(verdictOf(Kind::TotalMoved, guardsBeforeWriting(context)), Verdict::NotMade);
        context.lastVerified = VerifiedRun{};
        QCOMPARE(verdictOf(Kind::TotalMoved, guardsBeforeWriting(context)), Verdict::NotMade); // an earlier version's
        context.lastVerified->data.columns = {column("Down", u"7"_s), column("Unknown", u"1"_s), column("Up", u"100"_s),
                                              column("Same", u"150"_s)};
        const auto findings = foundIn(guardsBeforeWriting(context));
        QCOMPARE(kinds(findings), QList{Kind::TotalMoved});
        QCOMPARE(findings.first().count, 2);
        QCOMPARE(findings.first().place, u"Up"_s);
        QCOMPARE(findings.first().actual, u"150.01"_s);
        QCOMPARE(findings.first().expected, u"100"_s);
        context.lastVerified->data.columns = context.data.columns;
        QCOMPARE(verdictOf(Kind::TotalMoved, guardsBeforeWriting(context)), Verdict::Passed);
        for (ColumnFacts &each : context.data.columns) // which is which is not known
            each.name = u"Same"_s;
        QCOMPARE(verdictOf(Kind::TotalMoved, guardsBeforeWriting(context)), Verdict::NotMade);
    }

    void columnsAreComparedWithTheLastVerifiedRun()
    {
        using enum Sheet::ColumnType;
        RunContext context = typedContext();
        setSchema(context, {{u"New"_s, String}, {u"Amount"_s, Double}, {u"Unit"_s, String}, {u"More"_s, Long}});
        QCOMPARE(verdictOf(Kind::ColumnsAdded, guardsBeforeFetching(context)), Verdict::NotMade);
        context.lastVerified = VerifiedRun{};
        QCOMPARE(verdictOf(Kind::ColumnsRemoved, guardsBeforeFetching(context)),
                 Verdict::NotMade); // an early version's
        context.lastVerified->data.columns = {{.name = u"Old"_s, .type = String},
                                              {.name = u"Unit"_s, .type = String},
                                              {.name = u"Amount"_s, .type = Long},
                                              {.name = u"Gone"_s, .type = String}};
        const auto findings = foundIn(guardsBeforeFetching(context));
        QCOMPARE(kinds(findings),
                 (QList{Kind::ColumnsAdded, Kind::ColumnsRemoved, Kind::ColumnsRenamed, Kind::ColumnsRetyped,
                        Kind::ColumnsReordered}));
        for (const Finding &finding : findings)
            QCOMPARE(finding.count, 1);
        QCOMPARE(findings[0].place, u"More"_s);
        QCOMPARE(findings[1].place, u"Gone"_s);
        QCOMPARE(findings[2].place, u"New"_s);
        QCOMPARE(findings[2].other, u"Old"_s);
        QCOMPARE(findings[3].place, u"Amount"_s);
        QCOMPARE(findings[3].expected, Sheet::name(Long));
        QCOMPARE(findings[3].actual, Sheet::name(Double));
        QCOMPARE(findings[4].place, u"Amount"_s);
        QCOMPARE(refusal(findings)->cause.as<Finding>()->kind, Kind::ColumnsRemoved);
    }

    void dataThatWasNotLoadedSinceIsFound_data()
    {
        QTest::addColumn<QString>("loaded");
        QTest::addColumn<QString>("before");
        QTest::addColumn<Verdict>("verdict");
        const QString then = u"2026-11-17T10:00:00Z"_s;
        QTest::newRow("loaded since") << u"2026-11-18T00:00:00.000Z"_s << then << Verdict::Passed;
        QTest::newRow("not since") << then << then << Verdict::Warn;
        QTest::newRow("loaded before, which is a change too") << u"2026-11-16T23:00:00Z"_s << then << Verdict::Passed;
        QTest::newRow("no earlier run") << then << QString() << Verdict::NotMade;
        QTest::newRow("unknown") << QString() << then << Verdict::NotMade;
        QTest::newRow("no time") << u"lately"_s << u"lately"_s << Verdict::Warn;
    }
    void dataThatWasNotLoadedSinceIsFound()
    {
        QFETCH(QString, loaded);
        QFETCH(QString, before);
        RunContext context = typedContext();
        context.dataSet.updatedAt = loaded;
        context.lastVerified = VerifiedRun{.ended = {}, .data = {.loaded = before}};
        QTEST(*verdictOf(Kind::NotUpdated, guardsBeforeFetching(context)), "verdict");
    }

    void keysVanishOnlyWhereAPersonChoseTheKey()
    {
        RunContext context = contextWith(Cell::ofText("Cash"));
        QCOMPARE(verdictOf(Kind::KeysVanished, guardsBeforeWriting(context)), Verdict::NotMade);
        context.byKey = KeyCounts{.key = {}, .gone = 3, .firstGone = u"B7"_s};
        const auto findings = foundIn(guardsBeforeWriting(context));
        QCOMPARE(kinds(findings), QList{Kind::KeysVanished});
        QCOMPARE(findings.first().count, 3);
        QCOMPARE(findings.first().place, u"B7"_s);
        context.byKey->isSuggested = true;
        QCOMPARE(verdictOf(Kind::KeysVanished, guardsBeforeWriting(context)), Verdict::NotMade);
        context.byKey = KeyCounts{};
        QCOMPARE(verdictOf(Kind::KeysVanished, guardsBeforeWriting(context)), Verdict::Passed);
    }

    void editsAreFoundOnlyIfItIsKnownWhatTheLastRunLeft()
    {
        RunContext context = contextWith(Cell::ofText("Cash"));
        context.edited = {{0, 0, 0}};
        QCOMPARE(verdictOf(Kind::CellsEdited, guardsBeforeWriting(context)), Verdict::NotMade);
        context.left = LeftCells{};
        const auto findings = foundIn(guardsBeforeWriting(context));
        QCOMPARE(kinds(findings), QList{Kind::CellsEdited});
        QCOMPARE(findings.first().place, u"B3"_s);
        context.edited.clear();
        QCOMPARE(verdictOf(Kind::CellsEdited, guardsBeforeWriting(context)), Verdict::Passed);
        QVERIFY(!verdictOf(Kind::EditsKept, guardsBeforeWriting(context)));
        context.keptEdits = {{1, 0, 1}};
        const auto kept = foundIn(guardsBeforeWriting(context));
        QCOMPARE(kinds(kept), QList{Kind::EditsKept});
        QCOMPARE(kept.first().count, 2);
        QCOMPARE(kept.first().place, u"B4"_s);
    }
};

QTEST_GUILESS_MAIN(TestSinceLastRun)
#include "tst_sincelastrun.moc"
