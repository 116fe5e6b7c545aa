#include "net/job.h"

namespace Net {

Job::Job(QObject *parent) : QObject(parent) { }

Job::~Job() = default;

void Job::start()
{
    if (m_state != State::Idle)
        return; // cancelled before it started
    m_state = State::Starting;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_state != State::Starting)
                return;
            m_state = State::Running;
            run();
        },
        Qt::QueuedConnection);
}

void Job::cancel()
{
    if (m_state == State::Ending || m_state == State::Finished)
        return;
    if (m_state == State::Running) {
        m_state = State::Ending; // consequences of abort() must not end the job in another way
        abort();
    }
    setCancelled();
    end();
}

void Job::finish()
{
    if (isRunning())
        end();
}

void Job::end()
{
    m_state = State::Ending;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_state = State::Finished;
            Q_EMIT finished();
        },
        Qt::QueuedConnection);
}

} // namespace Net
