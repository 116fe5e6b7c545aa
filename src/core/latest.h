#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>

namespace Core {

// Computes a result on a thread of the pool, and hands it over on the thread of its owner. Whatever is started replaces
// what was started before it: that is told to stop, and its result is ignored.
template <typename Result> class Latest
{
public:
    // Without a value if it was stopped. Shares what it needs with its thread: it may run longer than its owner lives.
    using Computing = std::function<std::optional<Result>(const std::stop_token &)>;

    explicit Latest(std::function<void(const Result &)> done)
    {
        QObject::connect(&m_watcher, &QFutureWatcherBase::finished, &m_watcher, [this, done = std::move(done)] {
            if (m_watcher.future().resultCount() > 0)
                done(m_watcher.result());
        });
    }
    ~Latest() { m_stop.request_stop(); }
    Q_DISABLE_COPY_MOVE(Latest)

    void start(Computing computing)
    {
        m_stop.request_stop();
        m_stop = std::stop_source();
        auto promise = std::make_shared<QPromise<Result>>(); // shared, because tasks of the pool are copied
        promise->start(); // it runs from now on, also while it waits for a thread
        m_watcher.setFuture(promise->future());
        QThreadPool::globalInstance()->start([promise, computing = std::move(computing), stop = m_stop.get_token()] {
            if (std::optional<Result> result = computing(stop))
                promise->addResult(*std::move(result));
            promise->finish();
        });
    }

    void stop()
    {
        m_stop.request_stop();
        m_watcher.setFuture({});
    }

    [[nodiscard]] bool isRunning() const { return m_watcher.isRunning(); }

private:
    std::stop_source m_stop;
    QFutureWatcher<Result> m_watcher;
};

} // namespace Core
