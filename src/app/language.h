#pragma once

#include <QLocale>

namespace App {

// How numbers and dates are written in sentences of a language (such as "de"; empty is English, the texts' own): as the
// system writes them if it speaks that language, or else as that language does. So one sentence is of one country.
[[nodiscard]] QLocale localeFor(const QString &language, const QLocale &system);

} // namespace App
