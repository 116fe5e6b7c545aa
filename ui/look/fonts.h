#pragma once

#include <QFont>

class QWidget;

namespace Ui {

// Sizes of texts, against that of the surroundings.
inline constexpr double smallText = 12.0 / 13;
inline constexpr double headingText = 15.0 / 13;
inline constexpr double titleText = 19.0 / 13;

[[nodiscard]] QFont scaled(QFont font, double factor);
[[nodiscard]] QFont semiBold(QFont font);

[[nodiscard]] int em(const QWidget *widget); // the size of its font, in pixels

} // namespace Ui
