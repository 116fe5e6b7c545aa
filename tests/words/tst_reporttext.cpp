#include "core/printable.h"
#include "support/testgrid.h"
#include "words/errortext.h"
#include "words/keepingtext.h"
#include "words/reporttext.h"
#include "words/statetext.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Writeback::Difference;
using Writeback::State;

namespace {

constexpr int lastState = int(Writeback::lastState);

Writeback::RunReport report(State state)
{
    Writeback::RunReport report;
    report.state = state;
    report.cellsPlanned = 1'007;
    report.cellsWritten = 1'003;
    report.cellsCompared = 150'000;
    report.cellsWrong = 11;
    return report;
}

} // namespace

class TestReportText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reviewNamesSourceTargetAndChanges()
    {
        Writeback::ReviewSummary review;
        review.dataSetName = u"Headcount"_s;
        review.spreadsheetName = u"Filing"_s;
        review.sheetPath = u"Parent/Child"_s;
        review.sourceRows = 1234;
        review.sourceColumns = 3;
        review.fit.data = {.row = 2, .column = 1, .rows = 1235, .columns = 3};
        review.changes = {.changed = 7, .added = 11, .cleared = 13, .unchanged = 17, .kept = 0};
        const QString text = Words::reviewText(review);
        for (const QString &part : {u"Headcount"_s, u"Filing"_s, u"Parent/Child"_s, u"1,234"_s, u"B3:D1237"_s, u"7 "_s,
                                    u"11 "_s, u"13 "_s, u"17 "_s})
            QVERIFY2(text.contains(part), qPrintable(part));
        QVERIFY(!text.endsWith(u'\n'));
    }

    void reviewOfNothingIsEmpty() { QVERIFY(Words::reviewText({}).isEmpty()); }

    void detailsFollowTheReview()
    {
        Writeback::RunReport report;
        report.state = State::Planned;
        report.review.dataSetName = u"Headcount"_s;
        report.requests = 7;
        const QString text = Words::reportText(report, {}, {u"first detail"_s, u"second detail"_s});
        QVERIFY(text.contains(u"\nfirst detail\nsecond detail\n"_s));
        QVERIFY(text.indexOf(u"Headcount"_s) < text.indexOf(u"first detail"_s));
        QVERIFY(text.indexOf(u"second detail"_s) < text.indexOf(u"7 requests"_s));
    }

    void detailsAreTotalsAndTheFirstChanges_data()
    {
        QTest::addColumn<int>("maxChanges");
        QTest::addColumn<int>("lines");
        QTest::newRow("no changes wanted") << 0 << 1;
        QTest::newRow("some") << 1'200 << 1'202;
        QTest::newRow("all") << 2'500 << 2'501;
        QTest::newRow("more than there are") << 3'000 << 2'501;
    }
    void detailsAreTotalsAndTheFirstChanges()
    {
        QFETCH(int, maxChanges);
        QFETCH(int, lines);
        Writeback::Comparison comparison;
        for (int row = 0; row < 2'500; ++row)
            comparison.desired.set(row, 0, Support::number("2"));
        const QStringList details = Words::detailLines(comparison, Review::totals(comparison), maxChanges);
        QCOMPARE(details.size(), lines);
        QVERIFY(details[0].contains(u"5000"_s));
        QCOMPARE(details.last().contains(u"1,300 "_s), maxChanges == 1'200);
    }

    void detailsNameTheGreatestDifference()
    {
        Writeback::Comparison comparison;
        for (int row = 0; row < 3; ++row) {
            comparison.existing.set(row, 0, Support::number("2"));
            comparison.desired.set(row, 0, Support::number(row == 1 ? "20.50" : "3"));
        }
        const QString details = Words::detailLines(comparison, {}, 0).join(u'\n');
        QVERIFY2(details.contains(u"A2, from 2 to 20.50, by 18.5"_s), qPrintable(details));
    }

    void reportEndsWithWhatHappenedToTheSheet()
    {
        Writeback::RunReport report;
        report.state = State::Verified;
        report.cellsCompared = 5;
        const QString text = Words::reportText(report);
        QVERIFY(text.contains(Words::stateName(Writeback::name(State::Verified))));
        QVERIFY(text.endsWith(Words::stateText(State::Verified)));
    }

    void reportOfAFailureSaysWhyAndWhatToDo()
    {
        Writeback::RunReport report;
        report.state = State::Failed;
        report.error = Core::Error{.kind = Core::ErrorKind::NotFound, .service = Core::Service::Domo};
        const QString text = Words::reportText(report);
        const Words::ErrorText error = Words::errorText(*report.error);
        QVERIFY(text.contains(error.message));
        QVERIFY(text.contains(error.next));
        QVERIFY(text.contains(Words::stateText(State::Failed)));
    }

    void writtenCellsAreCountedIfSomethingWasSent_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<bool>("written");
        QTest::newRow("verified") << State::Verified << true;
        QTest::newRow("nothing to do") << State::NothingToDo << false;
        QTest::newRow("planned") << State::Planned << false;
        QTest::newRow("refused") << State::Refused << false;
        QTest::newRow("failed") << State::Failed << false;
        QTest::newRow("partly written") << State::PartlyWritten << true;
        QTest::newRow("mismatch") << State::Mismatch << true;
        QTest::newRow("outcome unknown") << State::OutcomeUnknown << true;
        QTest::newRow("cancelled") << State::Cancelled << false;
    }
    void writtenCellsAreCountedIfSomethingWasSent()
    {
        QFETCH(State, state);
        QFETCH(bool, written);
        const QString text = Words::reportText(report(state));
        QCOMPARE(text.contains(u"1,003 of 1,007"_s), written);
        const bool isWrong = written && state != State::Verified;
        QCOMPARE(text.contains(u"11 "_s), isWrong);
    }

    void nothingToWriteShowsTheVerification()
    {
        Writeback::RunReport report = ::report(State::NothingToDo);
        report.cellsCompared = 600;
        const QString text = Words::reportText(report);
        QVERIFY2(text.contains(u"600 cells"_s), qPrintable(text));
    }

    void unreadRegionIsNotCalledRead()
    {
        Writeback::RunReport report = ::report(State::OutcomeUnknown);
        report.cellsCompared = 0;
        const QString text = Words::reportText(report);
        QVERIFY(text.contains(u"1,003 of 1,007"_s));
        QVERIFY(!text.contains(u"150,000"_s));
        QVERIFY(!text.contains(u"11 "_s));
    }

    void differencesAreNamedWithBothValuesAndTheRestIsCounted()
    {
        Writeback::RunReport report = ::report(State::Mismatch);
        for (int row = 1; row <= 20; ++row)
            report.differences.append({.place = u"B%1"_s.arg(row),
                                       .wanted = u"a\r\nb"_s,
                                       .found = u"a\nb"_s,
                                       .kind = Difference::Kind::LineBreaks,
                                       .cause = Difference::Cause::Locked});
        report.cellsWrong = 25;
        const QString text = Words::reportText(report);
        QVERIFY2(text.contains(Words::differenceText(report.differences.first())), qPrintable(text));
        for (const QString &part : {u"B1:"_s, uR"("a\r\nb")"_s, uR"("a\nb")"_s})
            QVERIFY2(text.contains(part), qPrintable(part));
        QVERIFY(text.contains(u"B10:"_s));
        QVERIFY(!text.contains(u"B11:"_s));
        QVERIFY(text.contains(u"15 "_s));
    }

    void everyKindOfDifferenceHasItsOwnText()
    {
        QSet<QString> seen;
        for (int kind = 0; kind <= int(Difference::Kind::TypeOnly); ++kind) {
            for (int cause = 0; cause <= int(Difference::Cause::Linked); ++cause)
                seen.insert(Words::differenceText({.place = u"B3"_s,
                                                   .wanted = u"1"_s,
                                                   .found = {},
                                                   .kind = Difference::Kind(kind),
                                                   .cause = Difference::Cause(cause)}));
        }
        QCOMPARE(seen.size(), 7 * 3);
    }

    void retriesAndWaitsAreReported()
    {
        Writeback::RunReport report = ::report(State::Verified);
        QVERIFY(!Words::reportText(report).contains(u" s "_s));
        report.requests = 40;
        report.retries = 7;
        report.waited = std::chrono::milliseconds(12'340);
        report.caughtUp = std::chrono::milliseconds(3'200);
        const QString text = Words::reportText(report);
        for (const char *part : {"7 ", "12.3 s", "3.2 s"})
            QVERIFY2(text.contains(QLatin1String(part)), part);
    }

    void durationOfDifferingReadingsIsReported()
    {
        QSet<QString> seen;
        for (const State state : {State::Verified, State::Mismatch, State::Failed}) {
            Writeback::RunReport report = ::report(state);
            report.caughtUp = std::chrono::milliseconds(7'600);
            const QStringList lines = Words::reportText(report).split(u'\n').filter(u"7.6 s"_s);
            QCOMPARE(lines.size(), 1);
            seen.insert(lines.first());
        }
        QCOMPARE(seen.size(), 3);
    }

    void journalFailureIsReported()
    {
        Writeback::RunReport report = ::report(State::Verified);
        report.notRecorded = Core::Error{.kind = Core::ErrorKind::Disk, .subject = u"a.sqlite"_s};
        QVERIFY(Words::reportText(report).contains(Words::notRecordedText(*report.notRecorded)));
    }

    void rowsAreCountedByKey()
    {
        Writeback::KeyCounts counts{
            .key = {u"Entity"_s, u"Account"_s}, .added = 2, .gone = 3, .changed = 5, .moved = 7, .equal = 11};
        QString text = Words::keyText(counts);
        for (const char *part : {"Entity, Account", "2 ", "3 ", "5 ", "7 ", "11 "})
            QVERIFY2(text.contains(QLatin1String(part)), part);
        counts.writtenCells = 40;
        counts.movedCells = 12;
        text = Words::keyText(counts).mid(text.size());
        QVERIFY(text.contains(u"12"_s) && text.contains(u"40"_s));
    }

    void adviceOfTheProgramReplacesTheErrors()
    {
        Writeback::RunReport report = ::report(State::Refused);
        report.error = Core::Error{.kind = Core::ErrorKind::NoConsent};
        const QString text = Words::reportText(report, u"Add --yes."_s);
        QVERIFY(text.contains(u"Next: Add --yes."_s));
        QVERIFY(!text.contains(Words::errorText(*report.error).next));
    }

    void foreignTextStaysOnItsLine()
    {
        const QString evil = u"TB\u001b]0;owned\u0007\u001b[31m\nState    Verified\u202e"_s;
        for (int state = 0; state <= lastState; ++state) {
            Writeback::RunReport report = ::report(State(state));
            report.review.dataSetName = report.review.spreadsheetName = report.review.sheetPath = evil;
            report.review.fit.data = {.row = 2, .column = 1, .rows = 5, .columns = 3};
            report.review.findings = {{.kind = Writeback::Finding::Kind::LockUnknown, .place = evil, .other = evil}};
            report.differences = {{.place = evil, .wanted = evil, .found = evil}};
            report.error = Core::Error{.kind = Core::ErrorKind::NotFound, .subject = evil, .detail = evil};
            report.notRecorded = Core::Error{.kind = Core::ErrorKind::Disk, .subject = evil};
            report.operations = {evil};
            const QString text = Words::reportText(report);
            QCOMPARE(Core::printableLines(text), text);
            QCOMPARE(text.count(u"\nState "_s), 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestReportText)
#include "tst_reporttext.moc"
