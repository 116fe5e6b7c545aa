#pragma once

#include <QStringList>

namespace Ui {

// The folder of the translations, beside the program.
[[nodiscard]] QString translationFolder();

// The languages of the texts: English, which they are written in, and those of the translations in `folder`, such as
// "de", sorted.
[[nodiscard]] QStringList languagesIn(const QString &folder);

// A language in that language itself: "Deutsch".
[[nodiscard]] QString languageName(const QString &language);

} // namespace Ui
