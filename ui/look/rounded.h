#pragma once

#include <QColor>
#include <QRect>

class QPainter;

namespace Ui {

struct RoundedLook
{
    QColor ground{}; // invalid: none
    QColor line{}; // invalid: none
    double lineWidth = 1;
    double radius = 6; // at 100 %
};

// A rectangle with round corners, its line inside `rect`.
void paintRounded(QPainter *painter, const QRect &rect, const RoundedLook &look);

} // namespace Ui
