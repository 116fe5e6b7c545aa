#include "writeback/steps/settle.h"

#include "core/clock.h"

namespace Writeback {

using std::chrono::milliseconds;

bool Settle::isNeeded(const RunContext &context)
{
    const QDateTime &end = context.lastUnverifiedEnd;
    const bool isRecent = end.isValid() && end.msecsTo(context.clock->utcNow()) < context.request.lag.count();
    return !context.left.isEmpty() || isRecent;
}

void Settle::run()
{
    next();
}

void Settle::next()
{
    RunContext &run = context();
    if (m_at == run.left.size()) {
        if (m_unsettled > 0)
            run.earlyFindings.append({Finding::Kind::EarlierWriteUnsettled, false, m_unsettled, {}});
        letReadingsCatchUp();
        return;
    }
    const LeftChange &change = run.left[m_at];
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
    m_operation.release()->deleteLater(); // a sender is not deleted in its own signal
    if (result)
        settled(Journal::ChangeEnd::CarriedOut);
    else if (result.error().kind == Core::ErrorKind::OperationFailed)
        settled(Journal::ChangeEnd::Failed);
    else
        cannotFollow();
}

// Workiva answers a request within half a minute, and what it accepted is carried out some time after that: nobody
// documents how long it may take.
void Settle::cannotFollow()
{
    RunContext &run = context();
    const LeftChange &change = run.left[m_at];
    const milliseconds left = run.request.settleTime - milliseconds(change.sent.msecsTo(run.clock->utcNow()));
    if (left.count() <= 0)
        return settled(Journal::ChangeEnd::GivenUp);
    const bool onlyLooks = run.request.dryRun && run.request.unsettled == Unsettled::Refuse;
    switch (onlyLooks ? Unsettled::GoOn : run.request.unsettled) {
    case Unsettled::Refuse:
        finishWith(tl::unexpected(Core::Error{.kind = Core::ErrorKind::EarlierWrite,
                                              .service = Core::Service::Workiva,
                                              .subject = change.range,
                                              .detail = change.operationId,
                                              .cause = change}));
        return;
    case Unsettled::Wait:
        Q_EMIT waiting({.reason = Waiting::For::EarlierWrite, .service = Core::Service::Workiva, .next = left});
        run.clock->callAfter(left, this, [this] {
            if (!isFinished())
                settled(Journal::ChangeEnd::GivenUp);
        });
        return;
    case Unsettled::GoOn:
        ++m_unsettled;
        ++m_at;
        next();
        return;
    }
}

void Settle::settled(Journal::ChangeEnd how)
{
    RunContext &run = context();
    run.note(run.journal->ended(run.left[m_at].id, how));
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
        left = run.request.lag - milliseconds(run.lastUnverifiedEnd.msecsTo(run.clock->utcNow()));
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
