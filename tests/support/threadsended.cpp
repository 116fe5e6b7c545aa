#include <QCoreApplication>
#include <QThreadPool>

#include <chrono>
#include <filesystem>
#include <iterator>
#include <thread>

namespace {

// A thread that has ended for Qt may still be about to release what OpenSSL keeps for each thread. If the program ends
// first, OpenSSL forgets how, and LeakSanitizer counts it.
void waitForThreads()
{
    using Clock = std::chrono::steady_clock;
    QThreadPool::globalInstance()->waitForDone(); // ends its threads, too
    const auto last = Clock::now() + std::chrono::milliseconds(500); // others, such as those of another pool, stay
    const auto threads = [] { return std::distance(std::filesystem::directory_iterator("/proc/self/task"), {}); };
    while (threads() > 1 && Clock::now() < last)
        std::this_thread::yield();
}

void waitAtTheEnd()
{
    qAddPostRoutine(waitForThreads);
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(waitAtTheEnd)
