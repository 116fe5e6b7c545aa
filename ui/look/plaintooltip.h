#pragma once

#include <QString>

namespace Ui {

// Text from elsewhere as a tool tip: shown as it is, whatever mark-up it holds, and broken into lines.
[[nodiscard]] inline QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped());
}

} // namespace Ui
