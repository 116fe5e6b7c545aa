#include "ui/forms/scrolled.h"

#include <QScrollArea>

namespace Desktop {

QScrollArea *scrolled(QWidget *form)
{
    auto *area = new QScrollArea;
    area->setWidget(form);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // the fields of the form are what is walked through
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setMinimumWidth(form->minimumSizeHint().width());
    return area;
}

} // namespace Desktop
