#pragma once

#include "core/result.h"

#include <QObject>

namespace Net {

// Asynchronous work that ends exactly once.
//   start() is called once; after cancel() it does nothing. finished() is emitted exactly once, also after cancel(),
// and never from inside start() or cancel(), always from the event loop. After cancel() the result is Cancelled, unless
// the job had already ended. The destructor disconnects first and then aborts, so that a job being destroyed emits
// nothing: destroying a job stops it silently. A finished job can be released in its own signal with LaterPtr. Used on
// the thread that created it.
class Job : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Job)

public:
    explicit Job(QObject *parent = nullptr);
    ~Job() override;

    void start();
    void cancel();
    [[nodiscard]] bool isFinished() const { return m_state == State::Finished; }

Q_SIGNALS:
    void finished();

protected:
    virtual void run() = 0; // the work; from the event loop, unless cancelled before
    virtual void abort() = 0; // stops everything under way; nothing may end the job afterwards
    virtual void setCancelled() = 0; // sets the result to Cancelled

    [[nodiscard]] bool isRunning() const { return m_state == State::Running; }
    void finish(); // at most once, later calls are ignored; emits finished() from the event loop

private:
    void end();

    enum class State { Idle, Starting, Running, Ending, Finished };
    State m_state = State::Idle;
};

// A job with a result, which is valid after finished().
template <typename T> class JobWith : public Job
{
public:
    using Job::Job;

    [[nodiscard]] const Core::Result<T> &result() const { return m_result; }
    [[nodiscard]] Core::Result<T> takeResult() { return std::move(m_result); }

protected:
    void finishWith(Core::Result<T> result)
    {
        if (!this->isRunning())
            return;
        m_result = std::move(result);
        finish();
    }
    void setCancelled() final { m_result = Core::fail(Core::ErrorKind::Cancelled); }

private:
    Core::Result<T> m_result = Core::fail(Core::ErrorKind::Internal, {}, QStringLiteral("not finished"));
};

} // namespace Net
