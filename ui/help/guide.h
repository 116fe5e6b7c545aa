#pragma once

#include <QString>
#include <QStringList>

namespace Ui {

// The user's part of README.md: without the sections on building, measurements and development. Pure.
[[nodiscard]] QString guideOf(const QString &readme);

// The sections of README.md that are not in the guide.
[[nodiscard]] QStringList sectionsOutsideOfGuide();

} // namespace Ui
