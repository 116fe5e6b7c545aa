#include "words/steptext.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

using Words::stepLine;
using Words::Tone;
using Writeback::StepName;
using Writeback::StepProgress;

namespace {

StepProgress step(StepName name, qint64 done, qint64 total, double elapsed, bool ended = false)
{
    return {.name = name,
            .done = done,
            .total = total,
            .elapsed = elapsed,
            .end = ended ? StepProgress::End::Well : StepProgress::End::NotYet};
}

QString textOf(const StepProgress &step, bool waits = false)
{
    return stepLine(step, waits).text;
}

} // namespace

class TestStepText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void everyStepHasItsOwnText()
    {
        constexpr int last = int(StepName::Verify);
        QSet<QString> seen;
        for (int step = 0; step <= last; ++step) {
            const QString text = Words::stepText(StepName(step));
            QVERIFY(!text.isEmpty());
            seen.insert(text);
        }
        QCOMPARE(seen.size(), last + 1);
    }

    void stepThatEveryRunTakesNamesNoSource()
    {
        for (int step = 0; step <= int(StepName::Verify); ++step) {
            const QString text = Words::stepText(StepName(step));
            const bool namesOne = text.contains(u"Domo"_s) || text.contains(u"DataSet"_s);
            QCOMPARE(namesOne, StepName(step) == StepName::FetchSource);
        }
    }

    void toneIsHowAStepEnded()
    {
        StepProgress verify = step(StepName::Verify, 5, 5, 1);
        QCOMPARE(stepLine(verify).tone, Tone::Waiting);
        verify.end = StepProgress::End::Well;
        QCOMPARE(stepLine(verify).tone, Tone::Ok);
        verify.end = StepProgress::End::Badly;
        QCOMPARE(stepLine(verify).tone, Tone::Error);
    }

    void reviewThatStopsTheRunHasNotFailed()
    {
        StepProgress review = step(StepName::Review, 0, 0, 0);
        review.end = StepProgress::End::Badly;
        QCOMPARE(stepLine(review).tone, Tone::Warning);
    }

    void stepThatHasEndedDoesNotReadAsOngoing()
    {
        QSet<QString> seen;
        for (int name = 0; name <= int(StepName::Verify); ++name) {
            StepProgress one = step(StepName(name), 0, 0, 0);
            for (const auto end : {StepProgress::End::NotYet, StepProgress::End::Well, StepProgress::End::Badly}) {
                one.end = end;
                seen.insert(textOf(one));
            }
        }
        QCOMPARE(seen.size(), 3 * (int(StepName::Verify) + 1));
    }

    void amountIsShownIfKnown()
    {
        QVERIFY(Words::stepName(StepName::Write, 0.34).contains(u"34"_s));
        QVERIFY(Words::stepName(StepName::Write, {}).contains(Words::stepText(StepName::Write)));
    }

    void countsHaveTheStepsUnit()
    {
        const QString rows = textOf(step(StepName::FetchSource, 10, 40, 0.1));
        const QString cells = textOf(step(StepName::Write, 10, 40, 0.1));
        QVERIFY(rows.contains(u"10"_s) && rows.contains(u"40"_s));
        QVERIFY(rows.section(u':', 1) != cells.section(u':', 1));
    }

    void rateAndTimeLeftAreShownOnceMeaningful()
    {
        const StepProgress early = step(StepName::Write, 100, 1000, 0.2);
        const StepProgress later = step(StepName::Write, 500, 2000, 5);
        QCOMPARE(textOf(early).count(u','), 0);
        QVERIFY2(textOf(later).contains(u", 100 "_s), qPrintable(textOf(later))); // a second
        QVERIFY2(textOf(later).contains(u", 15 "_s), qPrintable(textOf(later))); // seconds left
    }

    void timeLeftIsNotGuessed()
    {
        QCOMPARE(textOf(step(StepName::ReadTarget, 500, 0, 5)).count(u','), 1); // only the rate
        QCOMPARE(textOf(step(StepName::Write, 500, 500, 5)).count(u','), 1);
    }

    void nothingIsLeftWhileNothingMoves()
    {
        StepProgress silent = step(StepName::Write, 500, 2000, 30);
        QVERIFY(textOf(silent).count(u',') > 0);
        QCOMPARE(textOf(silent, true).count(u','), 0); // the run waits
        silent.quiet = 20;
        QCOMPARE(textOf(silent).count(u','), 0); // even without a reason
    }

    void stepThatHasEndedWellTellsAllThatItDid()
    {
        const QString all = textOf(step(StepName::Verify, 11'610, 11'610, 0.2, true));
        QCOMPARE(all.count(u"11610"_s), 2);
        const QString nothing = textOf(step(StepName::Verify, 0, 11'610, 1, true));
        QVERIFY2(!nothing.contains(u"11610"_s), qPrintable(nothing));
        const QString fewer = textOf(step(StepName::FetchSource, 90, 100, 0.01, true)); // fewer than expected
        QVERIFY2(fewer.contains(u"90"_s) && !fewer.contains(u"100"_s), qPrintable(fewer));
    }

    void stepThatFailedTellsHowFarItCame()
    {
        StepProgress failed = step(StepName::Write, 500, 2000, 1, true);
        failed.end = StepProgress::End::Badly;
        QVERIFY(textOf(failed).contains(u"500"_s) && textOf(failed).contains(u"2000"_s));
    }

    void longWaitsAreInMinutes()
    {
        const QString line = textOf(step(StepName::Write, 100, 100'000, 1));
        QVERIFY2(line.contains(u", 17 "_s), qPrintable(line)); // 999 s
    }
};

QTEST_GUILESS_MAIN(TestStepText)
#include "tst_steptext.moc"
