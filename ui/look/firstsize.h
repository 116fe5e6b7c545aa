#pragma once

#include <QSize>

class QWidget;

namespace Ui {

// Gives a window the size that it has at first: the wanted one, unless the screen has no room for it and its frame.
void setFirstSize(QWidget *window, const QSize &wanted);

} // namespace Ui
