#include "ui/look/danger.h"

#include "ui/look/palette.h"

#include <QLabel>

namespace Ui {

void showDanger(QLabel *label, bool danger)
{
    QPalette colours; // the application's
    if (danger)
        colours.setColor(QPalette::WindowText, toneColors(Words::Tone::Error, label->palette()).text);
    label->setPalette(colours);
    label->setForegroundRole(danger ? QPalette::WindowText : QPalette::NoRole); // on a card too
    QFont font = label->font();
    font.setBold(danger);
    label->setFont(font);
}

} // namespace Ui
