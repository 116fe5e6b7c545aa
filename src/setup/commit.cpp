#include "setup/commit.h"

#include <QPointer>

namespace Setup {

Commit::Commit(std::vector<Entry> entries, QObject *owner) : QObject(owner), m_entries(std::move(entries)) { }

void Commit::start()
{
    storeNext();
}

void Commit::cancel()
{
    if (m_isLeft)
        return;
    leave();
    undo();
}

void Commit::storeNext()
{
    if (m_begun == m_entries.size()) {
        leave();
        Q_EMIT stored();
        return;
    }
    const Entry &entry = m_entries[m_begun++];
    entry.store([self = QPointer(this)](const Core::Result<void> &result) {
        if (!self || self->m_isLeft)
            return;
        if (result)
            return self->storeNext();
        self->leave();
        self->undo();
        Q_EMIT self->notStored(result.error());
    });
}

void Commit::undo()
{
    while (m_begun > 0)
        m_entries[--m_begun].undo();
}

void Commit::leave()
{
    m_isLeft = true;
    deleteLater();
}

} // namespace Setup
