#include "ui/runs/steptext.h"

#include "words/reporttext.h"
#include "words/waitingtext.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

using Desktop::doneOf;
using Desktop::nowText;
using Desktop::stepLine;
using Runs::RunProgress;
using Writeback::StepName;

namespace {

RunProgress::Step step(StepName name, qint64 done, qint64 total, double elapsed, bool ended = false)
{
    return {.name = name,
            .done = done,
            .total = total,
            .elapsed = elapsed,
            .end = ended ? RunProgress::Step::End::Well : RunProgress::Step::End::NotYet};
}

RunProgress running(const QList<RunProgress::Step> &steps)
{
    RunProgress progress;
    progress.running = true;
    progress.steps = steps;
    return progress;
}

} // namespace

class TestStepText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void aStepThatHasEndedHasATick()
    {
        QVERIFY(stepLine(step(StepName::Compose, 0, 0, 0, true)).startsWith(u'✓'));
        QVERIFY(!stepLine(step(StepName::Compose, 0, 0, 0)).startsWith(u'✓'));
    }

    void aStepThatFailedHasNoTick()
    {
        RunProgress::Step failed = step(StepName::Verify, 5, 5, 1, true);
        failed.end = RunProgress::Step::End::Badly;
        QVERIFY(stepLine(failed).startsWith(u'✗'));
    }

    void countsAreOfWhatTheStepMoves()
    {
        const QString rows = stepLine(step(StepName::FetchSource, 10, 40, 0.1));
        const QString cells = stepLine(step(StepName::Write, 10, 40, 0.1));
        QVERIFY(rows.contains(u"10"_s) && rows.contains(u"40"_s));
        QVERIFY(rows.section(u':', 1) != cells.section(u':', 1));
    }

    void rateAndTimeLeftComeOnceTheySaySomething()
    {
        const RunProgress::Step early = step(StepName::Write, 100, 1000, 0.2);
        const RunProgress::Step later = step(StepName::Write, 500, 2000, 5);
        QCOMPARE(stepLine(early).count(u','), 0);
        QVERIFY2(stepLine(later).contains(u", 100 "_s), qPrintable(stepLine(later))); // a second
        QVERIFY2(stepLine(later).contains(u", 15 "_s), qPrintable(stepLine(later))); // seconds left
    }

    void timeLeftIsNotGuessed()
    {
        QCOMPARE(stepLine(step(StepName::ReadTarget, 500, 0, 5)).count(u','), 1); // the rate alone
        QCOMPARE(stepLine(step(StepName::Write, 500, 500, 5)).count(u','), 1);
    }

    void nothingIsLeftWhileNothingMoves()
    {
        RunProgress::Step silent = step(StepName::Write, 500, 2000, 30);
        QVERIFY(stepLine(silent).count(u',') > 0);
        QCOMPARE(stepLine(silent, true).count(u','), 0); // the run waits
        silent.quiet = 20;
        QCOMPARE(stepLine(silent).count(u','), 0); // and without a word of why
    }

    void aStepThatHasEndedWellTellsAllThatItDid()
    {
        const QString all = stepLine(step(StepName::Verify, 11'610, 11'610, 0.2, true));
        QCOMPARE(all.count(u"11610"_s), 2);
        const QString nothing = stepLine(step(StepName::Verify, 0, 11'610, 1, true));
        QVERIFY2(!nothing.contains(u"11610"_s), qPrintable(nothing));
        const QString fewer = stepLine(step(StepName::FetchSource, 90, 100, 0.01, true)); // than were announced
        QVERIFY2(fewer.contains(u"90"_s) && !fewer.contains(u"100"_s), qPrintable(fewer));
    }

    void aStepThatFailedTellsHowFarItCame()
    {
        RunProgress::Step failed = step(StepName::Write, 500, 2000, 1, true);
        failed.end = RunProgress::Step::End::Badly;
        QVERIFY(stepLine(failed).contains(u"500"_s) && stepLine(failed).contains(u"2000"_s));
    }

    void whatIsWaitedForIsSaidBeforeTheStep()
    {
        RunProgress progress = running({step(StepName::Write, 1, 2, 1)});
        progress.waiting = Writeback::Waiting{.reason = Writeback::Waiting::For::RateLimit,
                                              .service = Core::Service::Workiva,
                                              .next = std::chrono::seconds(12)};
        QCOMPARE(nowText(progress), Words::waitingName(*progress.waiting));
    }

    void longWaitsAreInMinutes()
    {
        const QString line = stepLine(step(StepName::Write, 100, 100'000, 1));
        QVERIFY2(line.contains(u", 17 "_s), qPrintable(line)); // 999 s
    }

    void ofTwoStepsSideBySideTheOneThatKnowsIsTold()
    {
        const RunProgress progress =
            running({step(StepName::FetchSource, 10, 40, 1), step(StepName::ReadTarget, 10, 0, 1)});
        QCOMPARE(doneOf(progress), std::optional(0.25));
        QVERIFY(nowText(progress).contains(Words::stepText(StepName::FetchSource)));
        QVERIFY(nowText(progress).contains(u"25"_s));
    }

    void whatIsNotKnownIsNotShown()
    {
        QCOMPARE(doneOf(running({})), std::optional<double>());
        QCOMPARE(doneOf(running({step(StepName::Write, 1, 2, 1, true)})), std::optional<double>());
        QCOMPARE(doneOf(running({step(StepName::Write, 3, 2, 1)})), std::optional(1.0));
        QVERIFY(!nowText(running({})).isEmpty());
    }

    void cancellingIsSaidBeforeAnythingElse()
    {
        RunProgress progress = running({step(StepName::Write, 1, 2, 1)});
        const QString before = nowText(progress);
        progress.cancelling = true;
        QVERIFY(nowText(progress) != before);
    }
};

QTEST_GUILESS_MAIN(TestStepText)
#include "tst_steptext.moc"
