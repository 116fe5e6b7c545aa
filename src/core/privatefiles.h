#pragma once

class QString;

namespace Core {

// Files and folders that only their owner can access: 0700 for folders, 0600 for files. File systems without such
// permissions, and Windows, where a user's folders are private anyway, are not errors. Any thread.

// Creates the folder if needed, and its parents with default permissions. False if it does not exist afterwards.
[[nodiscard]] bool makePrivateFolder(const QString &path);

void makePrivate(const QString &file); // an existing one
// Creates it empty if needed, before anything else writes to it.
[[nodiscard]] bool makePrivateFile(const QString &path);

} // namespace Core
