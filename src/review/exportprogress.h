#pragma once

#include <atomic>
#include <cstdint>

namespace Review {

// Shared by the thread that writes a file and the one that waits for it. A file that is cancelled does not appear.
class ExportProgress
{
public:
    // `isStopped` may cancel it, too, if there is one: any thread.
    explicit ExportProgress(bool (*isStopped)() = nullptr) : m_isStopped(isStopped) { }

    [[nodiscard]] std::int64_t changes() const { return m_changes; } // written so far
    [[nodiscard]] bool isCancelled() const { return m_isCancelled || (m_isStopped && m_isStopped()); }
    void cancel() { m_isCancelled = true; }
    void add() { ++m_changes; } // a change was written

private:
    bool (*const m_isStopped)();
    std::atomic<std::int64_t> m_changes = 0;
    std::atomic<bool> m_isCancelled = false;
};

} // namespace Review
