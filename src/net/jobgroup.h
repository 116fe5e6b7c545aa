#pragma once

#include "net/job.h"
#include "net/laterptr.h"

#include <QPointer>

#include <vector>

namespace Net {

// Jobs side by side, as one job that owns them. It succeeds when all of them have; without any, at once.
class JobGroup final : public JobWith<void>
{
    Q_OBJECT

public:
    enum class OnError {
        StopOthers, // the first error ends the group, and nothing is heard of the other jobs any more
        Continue, // the group ends when all jobs have, with the first error
    };

    explicit JobGroup(OnError onError, QObject *parent = nullptr);

    // Before the start. When the job has ended, `take` is given its result, a Core::Result<T>, and returns what that is
    // to the group, a Core::Result<void>. It may destroy the group.
    template <typename J, typename Take> void add(std::unique_ptr<J> job, Take take)
    {
        connect(job.get(), &Job::finished, this, [this, asked = job.get(), take = std::move(take)] {
            const QPointer<JobGroup> alive(this);
            const Core::Result<void> taken = take(asked->result());
            if (alive)
                ended(taken);
        });
        m_jobs.push_back(std::move(job));
    }

protected:
    void run() override;
    void abort() override;

private:
    void ended(const Core::Result<void> &taken);

    const OnError m_onError;
    std::vector<LaterPtr<Job>> m_jobs;
    size_t m_running = 0; // of the jobs
    Core::Result<void> m_outcome; // so far
};

} // namespace Net
