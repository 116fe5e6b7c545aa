#include "ui/look/card.h"

#include "ui/look/rounded.h"

#include <QPainter>

namespace Ui {

Card::Card(QWidget *parent) : QFrame(parent)
{
    setBackgroundRole(QPalette::Base);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintRounded(&painter, rect(), {.ground = palette().color(QPalette::Base), .line = palette().color(QPalette::Mid)});
}

} // namespace Ui
