#include "words/waitingtext.h"

#include "words/servicename.h"
#include "words/spoken.h"

namespace Words {

namespace {

using Writeback::Waiting;

// Whole seconds, rounded up, so that it is never "0 s".
QString seconds(std::chrono::milliseconds time)
{
    return number((time.count() + 999) / 1000);
}

QString unansweredText(const Waiting &waiting)
{
    const QString who = serviceName(waiting.service);
    return waiting.unanswered >= std::chrono::seconds(1)
        ? Spoken::tr("%1 has not responded for %2 s").arg(capitalized(who), number(waiting.unanswered.count() / 1000))
        : Spoken::tr("No usable response from %1 yet").arg(who);
}

} // namespace

QString waitingText(const Waiting &waiting)
{
    const bool hasNext = waiting.next.count() > 0;
    const QString who = serviceName(waiting.service);
    switch (waiting.reason) {
    case Waiting::For::Nothing: return {};
    case Waiting::For::Answer:
        return waiting.attempt > 1 ? Spoken::tr("%1, attempt %2").arg(unansweredText(waiting), number(waiting.attempt))
                                   : unansweredText(waiting);
    case Waiting::For::Retry:
        return hasNext ? Spoken::tr("%1, attempt %2 in %3 s")
                             .arg(unansweredText(waiting), number(waiting.attempt), seconds(waiting.next))
                       : Spoken::tr("%1, attempt %2 now").arg(unansweredText(waiting), number(waiting.attempt));
    case Waiting::For::RateLimit:
        return hasNext
            ? Spoken::tr("%1's rate limit reached, next request in %2 s").arg(capitalized(who), seconds(waiting.next))
            : Spoken::tr("%1's rate limit reached, next request now").arg(capitalized(who));
    case Waiting::For::EarlierWrite:
        return hasNext
            ? Spoken::tr("Waiting for an earlier write to finish, for at most %1 s").arg(seconds(waiting.next))
            : Spoken::tr("Waiting for an earlier write to finish");
    case Waiting::For::Reading:
        return hasNext ? Spoken::tr("Waiting %1 s: the sheet may still return old values").arg(seconds(waiting.next))
                       : Spoken::tr("Reading again: the sheet may still return old values");
    }
    Q_UNREACHABLE();
}

QString waitingName(const Waiting &waiting)
{
    const QString who = serviceName(waiting.service);
    switch (waiting.reason) {
    case Waiting::For::Nothing: return {};
    case Waiting::For::Answer:
    case Waiting::For::Retry: return Spoken::tr("Waiting for %1…").arg(who);
    case Waiting::For::RateLimit: return Spoken::tr("Waiting for %1 (rate limit)…").arg(who);
    case Waiting::For::EarlierWrite: return Spoken::tr("Waiting for an earlier write…");
    case Waiting::For::Reading: return Spoken::tr("Waiting to read again…");
    }
    Q_UNREACHABLE();
}

} // namespace Words
