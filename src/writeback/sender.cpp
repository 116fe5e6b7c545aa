#include "writeback/sender.h"

namespace Writeback {

Sender::Sender(Net::Service &workiva, std::unique_ptr<Change> change, QObject *parent)
    : JobWith(parent), m_workiva(workiva), m_change(std::move(change))
{
}

Sender::Outcome Sender::outcome() const
{
    if (m_change && !m_change->isFinished())
        return mayBeDone() ? Outcome::InDoubt : Outcome::Refused;
    return m_outcome;
}

bool Sender::mayBeDone() const
{
    // A success was carried out, or is about to be; one that cannot be read too.
    const auto &accepted = m_change->result();
    return m_change->mayHaveArrived() || accepted || accepted.error().kind == Core::ErrorKind::BadReply
        || accepted.error().kind == Core::ErrorKind::ForeignHost;
}

void Sender::run()
{
    connect(m_change.get(), &Net::Job::finished, this, &Sender::accepted);
    m_change->start();
}

void Sender::abort()
{
    m_outcome = outcome();
    m_change.reset();
    m_operation.reset();
}

void Sender::accepted()
{
    const auto &accepted = m_change->result();
    if (!accepted) {
        m_outcome = mayBeDone() ? Outcome::InDoubt : Outcome::Refused;
        finishWith(tl::unexpected(accepted.error()));
        return;
    }
    m_outcome = Outcome::InDoubt;
    m_operation = std::make_unique<Workiva::AwaitOperation>(m_workiva, *accepted);
    connect(m_operation.get(), &Net::Job::finished, this, [this] {
        const auto &operation = m_operation->result();
        if (operation)
            m_outcome = Outcome::Done;
        finishWith(operation);
    });
    m_operation->start();
}

} // namespace Writeback
