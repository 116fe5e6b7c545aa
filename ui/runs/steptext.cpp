#include "ui/runs/steptext.h"

#include "words/reporttext.h"
#include "words/waitingtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Desktop {

namespace {

constexpr double noticeable = 0.1; // seconds: less is no news
constexpr double settling = 0.5; // seconds: before that a rate says little
constexpr double silence = 3; // seconds: after that a rate is one of the past

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StepText)
};

bool countsRows(Writeback::StepName step)
{
    return step == Writeback::StepName::FetchSource;
}

QString sign(const Runs::RunProgress::Step &step)
{
    switch (step.end) {
    case Runs::RunProgress::Step::End::NotYet: return u"… "_s;
    case Runs::RunProgress::Step::End::Well: return u"✓ "_s;
    case Runs::RunProgress::Step::End::Badly: return u"✗ "_s;
    }
    Q_UNREACHABLE();
}

// What ended well has done all it had to: where that is less than was announced, what it did counts.
QString amount(const Runs::RunProgress::Step &step)
{
    const bool isAll = step.end == Runs::RunProgress::Step::End::Well && step.done != step.total;
    if (step.done <= 0 && (step.total <= 0 || isAll))
        return {};
    const QLocale locale;
    const QString done = locale.toString(step.done);
    if (step.total <= 0 || isAll)
        return countsRows(step.name) ? Text::tr("%1 rows").arg(done) : Text::tr("%1 cells").arg(done);
    const QString total = locale.toString(step.total);
    return countsRows(step.name) ? Text::tr("%1 of %2 rows").arg(done, total)
                                 : Text::tr("%1 of %2 cells").arg(done, total);
}

QString timeLeft(double seconds)
{
    const int rounded = int(std::ceil(seconds));
    return rounded < 120 ? Text::tr("%1 s left").arg(rounded) : Text::tr("%1 min left").arg((rounded + 59) / 60);
}

// The step that is under way; of two side by side the one that knows how far it is.
const Runs::RunProgress::Step *current(const Runs::RunProgress &progress)
{
    const Runs::RunProgress::Step *found = nullptr;
    for (const Runs::RunProgress::Step &step : progress.steps) {
        if (!step.hasEnded() && (!found || step.total > 0))
            found = &step;
    }
    return found;
}

} // namespace

QString stepLine(const Runs::RunProgress::Step &step, bool waits)
{
    const QLocale locale;
    QString line = sign(step) + Words::stepText(step.name);
    if (const QString how = amount(step); !how.isEmpty())
        line += u": "_s + how;
    const bool moves = step.hasEnded() || (!waits && step.quiet < silence);
    const bool hasRate = moves && step.done > 0 && step.elapsed >= settling;
    const double rate = hasRate ? double(step.done) / step.elapsed : 0;
    if (hasRate)
        line += u", "_s + Text::tr("%1 a second").arg(locale.toString(qint64(rate)));
    if (step.hasEnded() && step.elapsed >= noticeable)
        line += u", "_s + Text::tr("%1 s").arg(locale.toString(step.elapsed, 'f', 1));
    else if (!step.hasEnded() && hasRate && step.total > step.done)
        line += u", "_s + timeLeft(double(step.total - step.done) / rate);
    return line;
}

std::optional<double> doneOf(const Runs::RunProgress &progress)
{
    const Runs::RunProgress::Step *step = current(progress);
    if (!step || step->total <= 0)
        return {};
    return std::clamp(double(step->done) / double(step->total), 0.0, 1.0);
}

QString nowText(const Runs::RunProgress &progress)
{
    if (progress.cancelling)
        return Text::tr("Cancelling …");
    if (progress.question)
        return Text::tr("? Waits for your answer");
    if (progress.waiting)
        return Words::waitingName(*progress.waiting);
    const Runs::RunProgress::Step *step = current(progress);
    if (progress.steps.isEmpty())
        return Text::tr("Asking the keychain …"); // for the secrets, without which no step begins
    const QString what = Words::stepText((step ? *step : progress.steps.last()).name) + u" …"_s;
    const auto done = doneOf(progress);
    return done ? Text::tr("%1 %2 %").arg(what).arg(int(*done * 100)) : what;
}

} // namespace Desktop
