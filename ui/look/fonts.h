#pragma once

#include <QFont>

namespace Ui {

// Sizes of texts, against that of the surroundings.
inline constexpr double smallText = 12.0 / 13;
inline constexpr double headingText = 15.0 / 13;
inline constexpr double titleText = 19.0 / 13;

[[nodiscard]] QFont scaled(QFont font, double factor);
[[nodiscard]] QFont semiBold(QFont font);

} // namespace Ui
