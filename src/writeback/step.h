#pragma once

#include "net/job.h"
#include "writeback/runcontext.h"

namespace Writeback {

// One step of a run: a job (see net/job.h for its start and end) whose result is what it leaves in the context, or the
// error that ends the run. On the run's thread. The context must outlive it.
class Step : public Net::JobWith<void>
{
    Q_OBJECT

public:
    Step(StepName name, RunContext &context, QObject *parent = nullptr)
        : Net::JobWith<void>(parent), m_name(name), m_context(context)
    {
    }

    [[nodiscard]] StepName name() const { return m_name; }

    // The user cancels the run. A step that has to clean up first overrides this.
    virtual void stop() { cancel(); }

Q_SIGNALS:
    void progressChanged(qint64 done, qint64 total); // in the step's unit, rows or cells; total is 0 if unknown
    void waiting(const Writeback::Waiting &waiting); // For::Nothing when it continues

protected:
    [[nodiscard]] RunContext &context() const { return m_context; }
    void abort() override { }

private:
    StepName m_name;
    RunContext &m_context;
};

} // namespace Writeback
