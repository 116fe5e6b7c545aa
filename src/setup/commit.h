#pragma once

#include "core/result.h"

#include <QObject>

#include <functional>
#include <vector>

namespace Setup {

// Stores several things, one after the other, or none of them: when one cannot be stored, or the user gives it up, what
// was begun is taken back, the last first. Belongs to what it stores in, not to the window that asked: whoever closes
// the window without cancel() has everything stored. Deletes itself once it has ended. One thread.
class Commit final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Commit)

public:
    using Answer = std::function<void(const Core::Result<void> &)>;

    // One thing to be stored.
    struct Entry
    {
        std::function<void(Answer answer)> store; // answers once, now or later: a keychain may wait for its user
        // Leaves things as they were before store(), also after one that failed or has not answered yet. Nobody waits
        // for it.
        std::function<void()> takeBack;
    };

    Commit(std::vector<Entry> entries, QObject *owner);

    void start(); // once. Ends at once where nothing has to be waited for
    void cancel(); // nothing is told any more; too late once it has ended

Q_SIGNALS: // one of them, unless it was cancelled
    void stored(); // everything
    void notStored(const Core::Error &error); // nothing: that of the entry that could not be

private:
    void storeNext();
    void takeBack();
    void leave();

    std::vector<Entry> m_entries;
    size_t m_begun = 0; // of them
    bool m_isLeft = false; // ended or given up: what is answered now comes too late
};

} // namespace Setup
