#pragma once

#include "words/line.h"

namespace Words {

// What the user needs to know about saved writebacks and accounts that this version cannot use, in one or two
// sentences; paths are those of files.
[[nodiscard]] QString setAsideText(const QString &path); // it could not be read and was renamed to `path`
[[nodiscard]] QString unreadableText(const QString &path);
[[nodiscard]] QString laterAccountText(const QString &name); // saved by a later version of this program
[[nodiscard]] QString laterWritebackText(); // saved by a later version of this program
[[nodiscard]] Line laterVersionName(); // the same as a state in a list

} // namespace Words
