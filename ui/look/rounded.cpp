#include "ui/look/rounded.h"

#include <QPainter>

namespace Ui {

void paintRounded(QPainter *painter, const QRect &rect, const RoundedLook &look)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(look.ground.isValid() ? QBrush(look.ground) : Qt::NoBrush);
    double inset = 0;
    if (look.line.isValid()) {
        painter->setPen(QPen(look.line, look.lineWidth));
        inset = look.lineWidth / 2;
    } else {
        painter->setPen(Qt::NoPen);
    }
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), look.radius, look.radius);
    painter->restore();
}

} // namespace Ui
