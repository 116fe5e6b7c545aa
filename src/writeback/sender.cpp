#include "writeback/sender.h"

namespace Writeback {

Sender::Sender(Net::Service &workiva, std::unique_ptr<Change> change, QObject *parent)
    : JobWith(parent), m_workiva(workiva), m_change(std::move(change))
{
}

Sender::Outcome Sender::outcome() const
{
    return m_change && !m_change->isFinished() ? outcomeOfChange() : m_outcome;
}

Sender::Outcome Sender::outcomeOfChange() const
{
    if (m_change->mayHaveArrived())
        return Outcome::InDoubt;
    const auto &accepted = m_change->result();
    if (accepted)
        return Outcome::InDoubt; // applied, or about to be
    if (accepted.error().kind == Core::ErrorKind::BadReply || accepted.error().kind == Core::ErrorKind::ForeignHost)
        return Outcome::InDoubt; // a success response that cannot be read
    return accepted.error().httpStatus == 0 ? Outcome::NotSent : Outcome::Denied;
}

void Sender::run()
{
    connect(m_change.get(), &Net::Job::finished, this, &Sender::answered);
    m_change->start();
}

void Sender::abort()
{
    m_outcome = outcome();
    m_change.reset();
    m_operation.reset();
}

void Sender::answered()
{
    const auto &answer = m_change->result();
    if (!answer) {
        m_outcome = outcomeOfChange();
        finishWith(Core::propagate(answer));
        return;
    }
    m_outcome = Outcome::InDoubt;
    const Workiva::Accepted change = *answer;
    m_change.reset();
    Q_EMIT accepted(change.operationId);
    m_operation = std::make_unique<Workiva::AwaitOperation>(m_workiva, change);
    connect(m_operation.get(), &Net::Job::finished, this, [this] {
        const auto &operation = m_operation->result();
        if (operation)
            m_outcome = Outcome::Done;
        else if (operation.error().kind == Core::ErrorKind::OperationFailed)
            m_outcome = Outcome::Denied;
        finishWith(operation);
    });
    m_operation->start();
}

} // namespace Writeback
