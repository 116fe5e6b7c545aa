#include "words/nowline.h"

#include "words/steptext.h"
#include "words/waitingtext.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

using Runs::RunProgress;
using Words::doneOf;
using Words::nowLine;
using Words::Tone;
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

class TestNowLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void waitIsShownInsteadOfTheStep()
    {
        RunProgress progress = running({step(StepName::Write, 1, 2, 1)});
        progress.waiting = Writeback::Waiting{.reason = Writeback::Waiting::For::RateLimit,
                                              .service = Core::Service::Workiva,
                                              .next = std::chrono::seconds(12)};
        QCOMPARE(nowLine(progress), (Words::Line{Tone::Waiting, Words::waitingName(*progress.waiting)}));
    }

    void stepWithKnownProgressIsShown()
    {
        const RunProgress progress =
            running({step(StepName::FetchSource, 10, 40, 1), step(StepName::ReadTarget, 10, 0, 1)});
        QCOMPARE(doneOf(progress), std::optional(0.25));
        QVERIFY(nowLine(progress).text.contains(Words::stepText(StepName::FetchSource)));
        QVERIFY(nowLine(progress).text.contains(u"25"_s));
    }

    void unknownProgressIsNotShown()
    {
        QCOMPARE(doneOf(running({})), std::optional<double>());
        QCOMPARE(doneOf(running({step(StepName::Write, 1, 2, 1, true)})), std::optional<double>());
        QCOMPARE(doneOf(running({step(StepName::Write, 3, 2, 1)})), std::optional(1.0));
        QVERIFY(!nowLine(running({})).text.isEmpty());
    }

    void cancellingIsShownFirst()
    {
        RunProgress progress = running({step(StepName::Write, 1, 2, 1)});
        const Words::Line before = nowLine(progress);
        progress.cancelling = true;
        QVERIFY(nowLine(progress) != before);
    }

    void queuedRunIsNotReadingTheKeychain()
    {
        RunProgress progress = running({});
        QCOMPARE(nowLine(progress), (Words::Line{Tone::Waiting, Words::readingSecretsName()}));
        progress.queued = true;
        QCOMPARE(nowLine(progress), (Words::Line{Tone::Waiting, Words::queuedName()}));
    }

    void questionIsAWarning()
    {
        RunProgress progress = running({step(StepName::Write, 1, 2, 1)});
        progress.question = Writeback::ReviewSummary();
        QCOMPARE(nowLine(progress).tone, Tone::Warning);
    }
};

QTEST_GUILESS_MAIN(TestNowLine)
#include "tst_nowline.moc"
