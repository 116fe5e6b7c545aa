#pragma once

class QString;

namespace Core {

// What its owner alone may read and write: 0700 for folders, 0600 for files. Some file systems do not take that, and
// where permissions are no bits (Windows) the folders of a user are private by themselves: neither is an error. Any
// thread.

// Makes the folder if it is not there, its parents as usual. False when there is none afterwards.
[[nodiscard]] bool makePrivateFolder(const QString &path);

void makePrivate(const QString &file); // one that is there
[[nodiscard]] bool makePrivateFile(const QString &path); // an empty one if there is none, before others write into it

} // namespace Core
