#include "ui/look/fonts.h"

namespace Ui {

QFont scaled(QFont font, double factor)
{
    if (font.pixelSize() > 0)
        font.setPixelSize(int(font.pixelSize() * factor));
    else
        font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

QFont semiBold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace Ui
