#pragma once

#include <QLocale>

namespace App {

// Number and date formats for texts in a language (such as "de"; empty: English, the source). The system's formats if
// the system is set to that language, otherwise the language's defaults, so that one sentence never mixes conventions.
[[nodiscard]] QLocale localeFor(const QString &language, const QLocale &system);

} // namespace App
