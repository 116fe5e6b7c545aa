#pragma once

#include <QtGlobal>

class QLayout;

namespace Ui {

// While it exists, a layout waits. Otherwise Qt lays out a widget anew for each of its children that is shown; so that
// happens once, in the next pass of the event loop. None of its widgets may be deleted meanwhile: it would not notice.
class LayoutHold final
{
    Q_DISABLE_COPY_MOVE(LayoutHold)

public:
    explicit LayoutHold(QLayout *layout);
    ~LayoutHold();

private:
    QLayout *m_layout;
};

} // namespace Ui
