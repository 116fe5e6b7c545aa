#pragma once

#include "net/job.h"
#include "net/laterptr.h"

#include <QPointer>

#include <vector>

namespace Net {

// Runs jobs side by side, as one job that owns them. It succeeds once all have; without jobs, at once.
class JobGroup final : public JobWith<void>
{
    Q_OBJECT

public:
    enum class OnError {
        StopOthers, // the first error ends the group and destroys the other jobs
        Continue, // the group ends once all jobs have, with the first error
    };

    explicit JobGroup(OnError onError, QObject *parent = nullptr);

    // Before the start. When the job has ended, `take` receives its result, a Core::Result<T>, and returns a
    // Core::Result<void> for the group. It may destroy the group.
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
    size_t m_running = 0; // number of jobs under way
    Core::Result<void> m_outcome; // until now
};

} // namespace Net
