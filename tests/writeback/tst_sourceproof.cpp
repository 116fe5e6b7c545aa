#include "writeback/sourceproof.h"

#include <QTest>

using namespace Writeback;
using Next = SourceVerdict::Next;
using Why = MissingProof::Why;

namespace {

// Ten rows in a body whose end HTTP indicated.
SourceEvidence framed(std::optional<qint64> told)
{
    return {.rows = 10, .isFramed = true, .endsWhole = true, .told = told};
}

// The same in a body that ended with its connection.
SourceEvidence unframed(std::optional<qint64> told)
{
    SourceEvidence evidence = framed(told);
    evidence.isFramed = false;
    return evidence;
}

SourceEvidence filtered(SourceEvidence evidence)
{
    evidence.isFiltered = true;
    return evidence;
}

SourceEvidence openLine(SourceEvidence evidence)
{
    evidence.endsWhole = false;
    return evidence;
}

SourceEvidence counted(SourceEvidence evidence, qint64 rows, int counts = 1)
{
    evidence.counted = rows;
    evidence.counts = counts;
    return evidence;
}

SourceEvidence uncounted(SourceEvidence evidence)
{
    evidence.counts += 1;
    evidence.countFailed = true;
    return evidence;
}

// After reading the metadata again.
SourceEvidence askedAgain(SourceEvidence evidence)
{
    evidence.toldAfterwards = true;
    return evidence;
}

SourceEvidence withBlankLines(SourceEvidence evidence, qint64 lines)
{
    evidence.blankLines = lines;
    return evidence;
}

} // namespace

Q_DECLARE_METATYPE(Writeback::SourceEvidence)
Q_DECLARE_METATYPE(Writeback::MissingProof)

class TestSourceProof final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void provedRowsAreAccepted_data()
    {
        QTest::addColumn<SourceEvidence>("evidence");
        QTest::addColumn<qint64>("rows");
        const auto add = [](const char *name, const SourceEvidence &evidence, qint64 rows = 10) {
            QTest::newRow(name) << evidence << rows;
        };
        add("framed, and the metadata agree", framed(10));
        add("framed, last line open, and the metadata agree", openLine(framed(10)));
        add("framed, and the count agrees with less than the metadata", counted(framed(12), 10));
        add("framed, and the count agrees with more than the metadata", counted(framed(8), 10));
        add("framed, metadata tell nothing, and the count agrees", counted(framed({}), 10));
        add("filtered, and the count agrees", counted(filtered(framed(100)), 10));
        add("filtered, uncounted, but all rows that there are", uncounted(filtered(framed(10))));
        add("framed, uncounted, and newer metadata agree", askedAgain(uncounted(framed(10))));
        add("unframed, and the count agrees", counted(unframed(10), 10));
        add("unframed, metadata tell nothing, and the count agrees", counted(unframed({}), 10));
        add("unframed, uncounted, and the metadata agree", uncounted(unframed(10)));
        add("second count agrees", counted(framed(8), 10, 2));
        add("blank lines that are rows", withBlankLines(framed(12), 2), 12);
        add("blank lines that are none", withBlankLines(framed(10), 2), 10);
        add("blank lines of which one is a row", withBlankLines(framed(11), 2), 11);
        add("blank lines by the count", counted(withBlankLines(unframed({}), 1), 11), 11);
    }
    void provedRowsAreAccepted()
    {
        QFETCH(const SourceEvidence, evidence);
        QFETCH(const qint64, rows);
        const SourceVerdict verdict = judge(evidence);
        QCOMPARE(verdict.next, Next::Take);
        QCOMPARE(verdict.rows, rows);
        QVERIFY(!verdict.fewerTold);
    }

    void missingEvidenceIsRequested_data()
    {
        QTest::addColumn<SourceEvidence>("evidence");
        QTest::addColumn<Next>("next");
        const auto add = [](const char *name, const SourceEvidence &evidence, Next next) {
            QTest::newRow(name) << evidence << next;
        };
        add("unframed", unframed(10), Next::Count);
        add("filtered", filtered(framed(10)), Next::Count);
        add("metadata tell nothing", framed({}), Next::Count);
        add("metadata tell more", framed(11), Next::Count);
        add("metadata tell less", framed(9), Next::Count);
        add("blank lines do not suffice", withBlankLines(framed(13), 2), Next::Count);
        add("counted less", counted(framed(9), 9), Next::Count);
        add("counted less, unframed", counted(unframed(10), 9), Next::Count);
        add("uncounted, metadata tell nothing", uncounted(framed({})), Next::ReadMetadata);
        add("uncounted, metadata tell more", uncounted(framed(11)), Next::ReadMetadata);
        add("uncounted, metadata tell less", uncounted(framed(9)), Next::ReadMetadata);
    }
    void missingEvidenceIsRequested()
    {
        QFETCH(const SourceEvidence, evidence);
        QFETCH(const Next, next);
        QCOMPARE(judge(evidence).next, next);
    }

    void moreRowsThanReportedAreAcceptedWithAFinding_data()
    {
        QTest::addColumn<SourceEvidence>("evidence");
        QTest::addColumn<qint64>("told");
        QTest::newRow("counted less twice") << counted(framed(8), 9, 2) << qint64(9);
        QTest::newRow("counted less, and then not at all") << uncounted(counted(framed(8), 9)) << qint64(9);
        QTest::newRow("filtered, counted less twice") << counted(filtered(framed(100)), 9, 2) << qint64(9);
        QTest::newRow("unframed, counted less twice, and the metadata agree")
            << counted(unframed(10), 9, 2) << qint64(9);
        QTest::newRow("uncounted, newer metadata tell less") << askedAgain(uncounted(framed(9))) << qint64(9);
    }
    void moreRowsThanReportedAreAcceptedWithAFinding()
    {
        QFETCH(const SourceEvidence, evidence);
        QFETCH(const qint64, told);
        const SourceVerdict verdict = judge(evidence);
        QCOMPARE(verdict.next, Next::Take);
        QCOMPARE(verdict.rows, 10);
        QCOMPARE(verdict.fewerTold, std::optional(told));
    }

    void unprovedExportIsRefused_data()
    {
        QTest::addColumn<SourceEvidence>("evidence");
        QTest::addColumn<MissingProof>("missing");
        const auto add = [](const char *name, const SourceEvidence &evidence, const MissingProof &missing) {
            QTest::newRow(name) << evidence << missing;
        };
        add("unframed, last line open", openLine(unframed(10)), {Why::LineIsOpen, 10, {}});
        add("unframed, last line open, whatever is counted", counted(openLine(unframed(10)), 10),
            {Why::LineIsOpen, 10, {}});
        add("counted more", counted(framed(10), 11), {Why::RowsAreMissing, 10, 11});
        add("filtered, counted more", counted(filtered(framed(100)), 11), {Why::RowsAreMissing, 10, 11});
        add("unframed, counted more than the metadata tell", counted(unframed(10), 11), {Why::RowsAreMissing, 10, 11});
        add("second count is more", counted(framed(9), 11, 2), {Why::RowsAreMissing, 10, 11});
        add("more than blank lines are counted", counted(withBlankLines(framed(11), 2), 13),
            {Why::RowsAreMissing, 12, 13});
        add("uncounted, newer metadata tell more", askedAgain(uncounted(framed(11))), {Why::RowsAreMissing, 10, 11});
        add("uncounted, metadata tell nothing", askedAgain(uncounted(framed({}))), {Why::RowsAreUntold, 10, {}});
        add("uncounted, filtered", askedAgain(uncounted(filtered(framed(100)))), {Why::RowsAreFiltered, 10, 100});
        add("uncounted, filtered, more than the metadata tell", askedAgain(uncounted(filtered(framed(9)))),
            {Why::RowsAreFiltered, 10, 9});
        add("unframed, uncounted, metadata tell less", askedAgain(uncounted(unframed(9))), {Why::EndIsUntold, 10, 9});
        add("unframed, counted less twice", counted(unframed(8), 9, 2), {Why::EndIsUntold, 10, 9});
        add("unframed and filtered, counted less twice", counted(filtered(unframed(10)), 9, 2),
            {Why::EndIsUntold, 10, 9});
    }
    void unprovedExportIsRefused()
    {
        QFETCH(const SourceEvidence, evidence);
        QFETCH(const MissingProof, missing);
        const SourceVerdict verdict = judge(evidence);
        QCOMPARE(verdict.next, Next::Refuse);
        QVERIFY(verdict.missing == missing);
    }

    void rowsOfAQueryAreProvedByTheCountOrElseByTheReply_data()
    {
        QTest::addColumn<QueryEvidence>("evidence");
        QTest::addColumn<Next>("next");
        QTest::addColumn<std::optional<Why>>("why");
        const auto row = [](const char *what, const QueryEvidence &evidence, Next next, std::optional<Why> why = {}) {
            QTest::newRow(what) << evidence << next << why;
        };
        row("told and counted", {.rows = 10, .told = 10, .counted = 10, .counts = 1}, Next::Take);
        row("told, not counted", {.rows = 10, .told = 10, .counts = 1}, Next::Take);
        row("counted, not told", {.rows = 10, .counted = 10, .counts = 1}, Next::Take);
        row("nothing", {.told = 0, .counted = 0, .counts = 1}, Next::Take);
        row("neither", {.rows = 10, .counts = 1}, Next::Refuse, Why::RowsAreUntold);
        row("more told", {.rows = 10, .told = 11, .counted = 10, .counts = 1}, Next::Refuse, Why::QueryRowsDiffer);
        row("fewer told", {.rows = 10, .told = 9, .counts = 1}, Next::Refuse, Why::QueryRowsDiffer);
        row("counted otherwise", {.rows = 10, .told = 10, .counted = 11, .counts = 1}, Next::Count);
        row("counted otherwise again", {.rows = 10, .told = 10, .counted = 9, .counts = 2}, Next::Refuse,
            Why::QueryRowsDiffer);
        row("below the limit", {.rows = 999'999, .told = 999'999, .counted = 999'999, .counts = 1}, Next::Take);
        row("at the limit", {.rows = 1'000'000, .told = 1'000'000, .counted = 1'000'000, .counts = 1}, Next::Refuse,
            Why::QueryIsAtLimit);
        row("beyond the limit", {.rows = 1'000'001, .told = 1'000'001, .counts = 1}, Next::Refuse, Why::QueryIsAtLimit);
    }
    void rowsOfAQueryAreProvedByTheCountOrElseByTheReply()
    {
        QFETCH(const QueryEvidence, evidence);
        QFETCH(const std::optional<Why>, why);
        const SourceVerdict verdict = judge(evidence);
        QTEST(verdict.next, "next");
        if (verdict.next == Next::Take)
            QCOMPARE(verdict.rows, evidence.rows);
        if (why)
            QCOMPARE(verdict.missing.why, *why);
    }
};

QTEST_GUILESS_MAIN(TestSourceProof)
#include "tst_sourceproof.moc"
