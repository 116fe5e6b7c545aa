#pragma once

#include "net/job.h"
#include "writeback/runcontext.h"

namespace Writeback {

// One step of a run: a job (see net/job.h for when it starts and ends) whose result is its mark on the context, or the
// error that ends the run. On the run's thread. The context outlives it.
class Step : public Net::JobWith<void>
{
    Q_OBJECT

public:
    Step(StepName name, RunContext &context, QObject *parent = nullptr)
        : Net::JobWith<void>(parent), m_name(name), m_context(context)
    {
    }

    [[nodiscard]] StepName name() const { return m_name; }

    // The user wants the run to end. Unless a step has to leave things in order first, that is to be cancelled.
    virtual void stop() { cancel(); }

Q_SIGNALS:
    void progressChanged(qint64 done, qint64 total); // in the step's own unit: rows or cells; total is 0 when unknown
    void waiting(const Writeback::Waiting &waiting); // For::Nothing when it goes on

protected:
    [[nodiscard]] RunContext &context() const { return m_context; }
    void abort() override { }

private:
    StepName m_name;
    RunContext &m_context;
};

} // namespace Writeback
