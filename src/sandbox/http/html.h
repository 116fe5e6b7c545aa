#pragma once

#include "sandbox/http/message.h"
#include "sheet/cell.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace Sandbox {

// Parts of the plain web pages that replace the services' own. Titles, headings, cells and texts are escaped here; a
// body is HTML.
[[nodiscard]] QString webPage(const QString &title, const QString &body);
[[nodiscard]] QString listItem(const QString &address, const QString &text); // with a link

// A table with headings; `at` returns its cells. At most 500 rows and 100 columns are shown, with a note.
[[nodiscard]] QString htmlTable(const QStringList &headings, bool numbersRows, int rows, int columns,
                                const std::function<Sheet::Cell(int, int)> &at);

[[nodiscard]] Reply htmlReply(int status, const QString &html);

} // namespace Sandbox
