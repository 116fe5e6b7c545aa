#include "words/waitingtext.h"

#include "words/spoken.h"

namespace Words {

namespace {

using Writeback::Waiting;

QString who(const Waiting &waiting)
{
    switch (waiting.service) {
    case Core::Service::Domo: return Spoken::tr("Domo");
    case Core::Service::Workiva: return Spoken::tr("Workiva");
    case Core::Service::None: return Spoken::tr("The service");
    }
    Q_UNREACHABLE();
}

// Whole seconds, rounded up: "next in 0 s" is no time.
QString seconds(std::chrono::milliseconds time)
{
    return number((time.count() + 999) / 1000);
}

QString silenceText(const Waiting &waiting)
{
    return waiting.silence >= std::chrono::seconds(1)
        ? Spoken::tr("%1 has not answered for %2 s").arg(who(waiting), number(waiting.silence.count() / 1000))
        : Spoken::tr("%1 has given no usable answer yet").arg(who(waiting));
}

} // namespace

QString waitingText(const Waiting &waiting)
{
    const bool hasNext = waiting.next.count() > 0;
    switch (waiting.reason) {
    case Waiting::For::Nothing: return {};
    case Waiting::For::Answer:
        return waiting.attempt > 1 ? Spoken::tr("%1, try %2").arg(silenceText(waiting), number(waiting.attempt))
                                   : silenceText(waiting);
    case Waiting::For::Retry:
        return hasNext ? Spoken::tr("%1, try %2, next in %3 s")
                             .arg(silenceText(waiting), number(waiting.attempt), seconds(waiting.next))
                       : Spoken::tr("%1, try %2, next now").arg(silenceText(waiting), number(waiting.attempt));
    case Waiting::For::RateLimit:
        return hasNext ? Spoken::tr("Rate limit of %1: next request in %2 s").arg(who(waiting), seconds(waiting.next))
                       : Spoken::tr("Rate limit of %1: next request now").arg(who(waiting));
    case Waiting::For::EarlierWrite:
        return hasNext ? Spoken::tr("Waiting for an earlier write to end, for %1 s at most").arg(seconds(waiting.next))
                       : Spoken::tr("Waiting for an earlier write to end");
    case Waiting::For::Reading:
        return hasNext
            ? Spoken::tr("Waiting %1 s: what is read may still be what was there before").arg(seconds(waiting.next))
            : Spoken::tr("Reading again: what is read may still be what was there before");
    }
    Q_UNREACHABLE();
}

QString waitingName(const Waiting &waiting)
{
    switch (waiting.reason) {
    case Waiting::For::Nothing: return {};
    case Waiting::For::Answer:
    case Waiting::For::Retry: return Spoken::tr("%1 does not answer …").arg(who(waiting));
    case Waiting::For::RateLimit: return Spoken::tr("Rate limit of %1 …").arg(who(waiting));
    case Waiting::For::EarlierWrite: return Spoken::tr("Waiting for an earlier write …");
    case Waiting::For::Reading: return Spoken::tr("Waiting to read again …");
    }
    Q_UNREACHABLE();
}

} // namespace Words
