#include "net/jobgroup.h"

namespace Net {

JobGroup::JobGroup(OnError onError, QObject *parent) : JobWith(parent), m_onError(onError) { }

void JobGroup::run()
{
    m_running = m_jobs.size();
    if (m_jobs.empty())
        finishWith({});
    for (const auto &job : m_jobs)
        job->start();
}

void JobGroup::abort()
{
    m_jobs.clear();
}

void JobGroup::ended(const Core::Result<void> &taken)
{
    --m_running;
    if (m_outcome)
        m_outcome = taken;
    const bool isEnough = !m_outcome && m_onError == OnError::StopOthers;
    if (isEnough)
        m_jobs.clear();
    if (isEnough || m_running == 0)
        finishWith(m_outcome);
}

} // namespace Net
