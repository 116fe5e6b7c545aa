#include "words/steptext.h"

#include "words/spoken.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Words {

namespace {

using Writeback::StepName;
using Writeback::StepProgress;

constexpr double noticeable = 0.1; // seconds: shorter durations are not shown

bool countsRows(StepName step)
{
    return step == StepName::FetchSource;
}

Tone toneOf(const StepProgress &step)
{
    switch (step.end) {
    case StepProgress::End::NotYet: return Tone::Waiting;
    case StepProgress::End::Well: return Tone::Ok;
    // The review itself does not fail: a guard or a person decided not to go on.
    case StepProgress::End::Badly: return step.name == StepName::Review ? Tone::Warning : Tone::Error;
    }
    Q_UNREACHABLE();
}

// What is certain once a step has ended well. A run may still go back to an earlier step: the recheck may have found
// that the sheet has changed, and a value read back may have to be sent again.
QString doneText(StepName step)
{
    switch (step) {
    case StepName::SignIn: return Spoken::tr("Signed in");
    case StepName::Settle: return Spoken::tr("Waited for an earlier write");
    case StepName::Inspect: return Spoken::tr("Checked source and target");
    case StepName::FetchSource: return Spoken::tr("Downloaded the DataSet");
    case StepName::ReadTarget: return Spoken::tr("Read the region");
    case StepName::Compose: return Spoken::tr("Compared");
    case StepName::Review: return Spoken::tr("Checked the changes");
    case StepName::Recheck: return Spoken::tr("Checked whether the sheet has changed");
    case StepName::Write: return Spoken::tr("Sent the changes");
    case StepName::Verify: return Spoken::tr("Read back and compared");
    }
    Q_UNREACHABLE();
}

QString lineStart(const StepProgress &step)
{
    switch (step.end) {
    case StepProgress::End::NotYet: return stepText(step.name);
    case StepProgress::End::Well: return doneText(step.name);
    case StepProgress::End::Badly:
        return step.name == StepName::Review ? Spoken::tr("Checked the changes (the run stopped here)")
                                             : Spoken::tr("%1 (not completed)").arg(stepText(step.name));
    }
    Q_UNREACHABLE();
}

// A step that ended well has done all its work, even if that is less than expected: then only the amount done is shown.
QString amount(const StepProgress &step)
{
    const bool isAll = step.end == StepProgress::End::Well && step.done != step.total;
    if (step.done <= 0 && (step.total <= 0 || isAll))
        return {};
    const QString done = number(step.done);
    if (step.total <= 0 || isAll)
        return countsRows(step.name) ? Spoken::tr("%1 rows").arg(done) : Spoken::tr("%1 cells").arg(done);
    const QString total = number(step.total);
    return countsRows(step.name) ? Spoken::tr("%1 of %2 rows").arg(done, total)
                                 : Spoken::tr("%1 of %2 cells").arg(done, total);
}

QString timeLeft(double seconds)
{
    const int rounded = int(std::ceil(seconds));
    return rounded < 120 ? Spoken::tr("%1 s left").arg(rounded) : Spoken::tr("%1 min left").arg((rounded + 59) / 60);
}

} // namespace

QString stepText(StepName step)
{
    switch (step) {
    case StepName::SignIn: return Spoken::tr("Signing in");
    case StepName::Settle: return Spoken::tr("Waiting for an earlier write to finish");
    case StepName::Inspect: return Spoken::tr("Checking source and target");
    case StepName::FetchSource: return Spoken::tr("Downloading the DataSet");
    case StepName::ReadTarget: return Spoken::tr("Reading the region");
    case StepName::Compose: return Spoken::tr("Comparing");
    case StepName::Review: return Spoken::tr("Checking the changes");
    case StepName::Recheck: return Spoken::tr("Checking whether the sheet has changed");
    case StepName::Write: return Spoken::tr("Writing");
    case StepName::Verify: return Spoken::tr("Verifying");
    }
    Q_UNREACHABLE();
}

Line stepLine(const StepProgress &step, bool waits)
{
    QString line = lineStart(step);
    if (const QString how = amount(step); !how.isEmpty())
        line += u": "_s + how;
    if (const auto rate = step.perSecond(waits))
        line += u", "_s + Spoken::tr("%1 per second").arg(number(qint64(*rate)));
    if (step.hasEnded() && step.elapsed >= noticeable)
        line += u", "_s + Spoken::tr("%1 s").arg(QLocale().toString(step.elapsed, 'f', 1));
    else if (const auto left = step.secondsLeft(waits))
        line += u", "_s + timeLeft(*left);
    return {toneOf(step), line};
}

QString stepName(StepName step, std::optional<double> done)
{
    return done ? Spoken::tr("%1 %2 %").arg(stepText(step)).arg(int(*done * 100))
                : Spoken::tr("%1…").arg(stepText(step));
}

QString cancellingName()
{
    return Spoken::tr("Stopping…");
}

QString needsYouName()
{
    return Spoken::tr("Needs you");
}

QString questionName()
{
    return Spoken::tr("Waiting for your confirmation");
}

QString queuedName()
{
    return Spoken::tr("Queued");
}

QString readingSecretsName()
{
    return Spoken::tr("Reading the keychain…");
}

} // namespace Words
