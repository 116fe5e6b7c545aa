#include "ui/look/fonts.h"

#include <QFontInfo>
#include <QWidget>

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

int em(const QWidget *widget)
{
    return QFontInfo(widget->font()).pixelSize();
}

} // namespace Ui
