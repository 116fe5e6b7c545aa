#pragma once

#include "notices/condition.h"
#include "notices/storedfile.h"

namespace Notices {

// What each channel was told last, by the channel's ID, in `folder`/told.json, see StoredFile. Whoever changes it holds
// the lock from before it is read until after it is written, so that of two programs only one tells.
class ToldStore
{
public:
    explicit ToldStore(const QString &folder);

    [[nodiscard]] bool make() const; // the folder; false if that fails
    [[nodiscard]] QString lockFile() const; // of a Core::FileLock

    [[nodiscard]] Core::Result<QHash<QString, Told>> read() const;
    [[nodiscard]] Core::Result<void> write(const QHash<QString, Told> &told) const;

private:
    StoredFile<QHash<QString, Told>> m_file;
};

} // namespace Notices
