#pragma once

#include <QString>

namespace Ui {

// Foreign text as a tool tip: displayed literally, even if it contains mark-up, and wrapped.
[[nodiscard]] inline QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped());
}

} // namespace Ui
