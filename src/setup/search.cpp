#include "setup/search.h"

namespace Setup {

void Search::ask(const QString &question)
{
    leave(State::Idle);
    m_question = question;
    again();
}

void Search::again()
{
    if (!m_question || !hasSource())
        return;
    leave(State::Waiting);
    send(*m_question, m_turn);
}

void Search::stop()
{
    if (m_question)
        leave(State::Stopped);
}

void Search::forget()
{
    m_question.reset();
    leave(State::Idle);
}

void Search::leave(State state)
{
    ++m_turn;
    m_state = state;
    drop();
}

void Search::end(bool found)
{
    ++m_turn; // only the first answer counts
    m_state = found ? State::Found : State::Failed;
    Q_EMIT answered();
}

} // namespace Setup
