#include "ui/look/firstsize.h"

#include <QScreen>
#include <QStyle>
#include <QWidget>

namespace Ui {

void setFirstSize(QWidget *window, const QSize &wanted)
{
    // The frame is not known before the window is shown: about that of the style's own windows.
    const int title = window->style()->pixelMetric(QStyle::PM_TitleBarHeight);
    window->resize(wanted.boundedTo(window->screen()->availableSize() - QSize(title / 2, title * 3 / 2)));
}

} // namespace Ui
