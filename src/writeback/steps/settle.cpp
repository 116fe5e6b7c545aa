#include "writeback/steps/settle.h"

#include "core/clock.h"
#include "writeback/checkrecords.h"

#include <algorithm>

namespace Writeback {

using std::chrono::milliseconds;

namespace {

// If the clock was set back, the age is 0, never negative.
milliseconds ageOf(const QDateTime &time, const RunContext &run)
{
    return std::max(milliseconds(time.msecsTo(run.clock->utcNow())), milliseconds(0));
}

// The request failed for a reason that would also stop the run itself.
bool isErrorOfTheRequest(Core::ErrorKind kind)
{
    switch (kind) {
    case Core::ErrorKind::NoNetwork:
    case Core::ErrorKind::ProxyRefused:
    case Core::ErrorKind::TlsUntrusted:
    case Core::ErrorKind::ConnectionLost:
    case Core::ErrorKind::TimedOut:
    case Core::ErrorKind::BadCredentials:
    case Core::ErrorKind::RateLimited:
    case Core::ErrorKind::ServiceFailed: return true;
    default: return false;
    }
}

} // namespace

bool Settle::isNeeded(const RunContext &context)
{
    const QDateTime &end = context.lastUnverifiedEnd;
    const bool isRecent = end.isValid() && ageOf(end, context) < context.request.lag;
    return !context.pending.isEmpty() || isRecent;
}

void Settle::run()
{
    next();
}

void Settle::next()
{
    RunContext &run = context();
    if (m_at == run.pending.size()) {
        if (m_unsettled > 0)
            run.checks[name()].append(recordOf(
                Sheet::Verdict::Stop, {.kind = Finding::Kind::EarlierWriteUnsettled, .count = m_unsettled}, run));
        letReadingsCatchUp();
        return;
    }
    const PendingChange &change = run.pending[m_at];
    if (change.operationId.isEmpty()) {
        cannotFollow();
        return;
    }
    Q_EMIT waiting({.reason = Waiting::For::EarlierWrite, .service = Core::Service::Workiva});
    m_operation = std::make_unique<Workiva::AwaitOperation>(
        *run.workiva, Workiva::Accepted{.operationId = change.operationId, .retryAfter = {}});
    connect(m_operation.get(), &Net::Job::finished, this, &Settle::followed);
    m_operation->start();
}

void Settle::followed()
{
    const auto result = m_operation->takeResult();
    m_operation.reset();
    if (result)
        settled(Journal::ChangeEnd::CarriedOut);
    else if (result.error().kind == Core::ErrorKind::OperationFailed)
        settled(Journal::ChangeEnd::Failed);
    else if (result.error().cause.as<Workiva::StillUnderWay>())
        isStillUnderWay();
    else if (isErrorOfTheRequest(result.error().kind))
        finishWith(Core::propagate(result));
    else
        cannotFollow();
}

// The service reports that it is still under way, however long ago it was sent.
void Settle::isStillUnderWay()
{
    switch (context().request.unsettled) {
    case Unsettled::Refuse: refuse(); return;
    case Unsettled::Wait: next(); return; // queries it again
    case Unsettled::Proceed: leaveOpen(); return;
    }
}

void Settle::refuse()
{
    const PendingChange &change = context().pending[m_at];
    finishWith(Core::fail(Core::Error{.kind = Core::ErrorKind::EarlierWrite,
                                      .service = Core::Service::Workiva,
                                      .subject = change.range,
                                      .detail = change.operationId,
                                      .cause = change}));
}

void Settle::leaveOpen()
{
    ++m_unsettled;
    ++m_at;
    next();
}

// Workiva responds within half a minute and applies an accepted change some time later; how long that may take is not
// documented.
void Settle::cannotFollow()
{
    RunContext &run = context();
    const PendingChange &change = run.pending[m_at];
    const milliseconds left = run.request.settleTime - ageOf(change.sent, run);
    if (left.count() <= 0)
        return settled(Journal::ChangeEnd::GivenUp);
    const bool onlyLooks = run.request.dryRun && run.request.unsettled == Unsettled::Refuse;
    switch (onlyLooks ? Unsettled::Proceed : run.request.unsettled) {
    case Unsettled::Refuse: refuse(); return;
    case Unsettled::Wait:
        Q_EMIT waiting({.reason = Waiting::For::EarlierWrite, .service = Core::Service::Workiva, .next = left});
        run.clock->callAfter(left, this, [this] {
            if (!isFinished())
                settled(Journal::ChangeEnd::GivenUp);
        });
        return;
    case Unsettled::Proceed: leaveOpen(); return;
    }
}

void Settle::settled(Journal::ChangeEnd how)
{
    RunContext &run = context();
    run.note(run.journal->ended(run.pending[m_at].id, how));
    if (how != Journal::ChangeEnd::GivenUp)
        run.lastUnverifiedEnd = run.clock->utcNow();
    ++m_at;
    next();
}

void Settle::letReadingsCatchUp()
{
    RunContext &run = context();
    milliseconds left{0};
    if (run.lastUnverifiedEnd.isValid())
        left = run.request.lag - ageOf(run.lastUnverifiedEnd, run);
    if (left.count() <= 0) {
        Q_EMIT waiting({});
        finishWith({});
        return;
    }
    Q_EMIT waiting({.reason = Waiting::For::Reading, .service = Core::Service::Workiva, .next = left});
    run.clock->callAfter(left, this, [this] {
        Q_EMIT waiting({});
        finishWith({});
    });
}

} // namespace Writeback
