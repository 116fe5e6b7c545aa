#include "ui/look/danger.h"

#include <QLabel>

namespace Ui {

void showDanger(QLabel *label, bool danger)
{
    QPalette colours; // the application's
    if (danger) {
        const bool isDark = label->palette().color(QPalette::Window).lightness() < 128;
        // Both have a contrast ratio above 4.5 to the respective background.
        colours.setColor(QPalette::WindowText, isDark ? QColor(0xff, 0x8a, 0x80) : QColor(0xb0, 0x00, 0x20));
    }
    label->setPalette(colours);
    QFont font = label->font();
    font.setBold(danger);
    label->setFont(font);
}

} // namespace Ui
