#pragma once

#include "core/result.h"

#include <QObject>

#include <functional>
#include <vector>

namespace Setup {

// Stores several things, one after the other, or none of them: if one cannot be stored, or the user gives up, those
// begun are undone, the last first. Belongs to the store, not to the window: closing the window without cancel() still
// stores everything. Deletes itself when it has ended. One thread.
class Commit final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Commit)

public:
    using Answer = std::function<void(const Core::Result<void> &)>;

    // One thing to store.
    struct Entry
    {
        std::function<void(Answer answer)> store; // answers once, now or later: a keychain may wait for its user
        // Restores the state before store(), also if that failed or has not answered yet. Nobody waits for it.
        std::function<void()> undo;
    };

    Commit(std::vector<Entry> entries, QObject *owner);

    void start(); // once. Ends at once if nothing has to be waited for
    void cancel(); // emits nothing more; no effect once it has ended

Q_SIGNALS: // exactly one, unless it was cancelled
    void stored(); // everything
    void notStored(const Core::Error &error); // nothing was stored: the error of the entry that failed

private:
    void storeNext();
    void undo();
    void leave();

    std::vector<Entry> m_entries;
    size_t m_begun = 0; // number of entries begun
    bool m_isLeft = false; // ended or cancelled: later answers are ignored
};

} // namespace Setup
