#include "ui/look/layouthold.h"

#include <QLayout>

namespace Ui {

LayoutHold::LayoutHold(QLayout *layout) : m_layout(layout)
{
    m_layout->setEnabled(false);
}

LayoutHold::~LayoutHold()
{
    m_layout->setEnabled(true);
}

} // namespace Ui
