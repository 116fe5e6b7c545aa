#pragma once

#include "words/line.h"

namespace Words {

// What a user has to know of saved writebacks and accounts that this version cannot use, in one sentence or two; paths
// are those of files.
[[nodiscard]] QString setAsideText(const QString &path); // it could not be read; where it is now
[[nodiscard]] QString unreadableText(const QString &path);
[[nodiscard]] QString laterAccountText(const QString &name); // written by a later version of this program
[[nodiscard]] QString laterWritebackText(); // likewise
[[nodiscard]] Line laterVersionName(); // the same as a state in a list

} // namespace Words
