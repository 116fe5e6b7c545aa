#include "ui/look/scrolled.h"

#include <QComboBox>
#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>

namespace Ui {

namespace {

// Scrolling the form with the wheel must not change a combo box under the pointer: boxes without the focus ignore the
// wheel.
class WheelPassesBy final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *box = qobject_cast<QComboBox *>(watched);
        if (event->type() != QEvent::Wheel || !box || box->hasFocus())
            return false;
        event->ignore();
        return true;
    }
};

// Keeps an area at least as wide as its form and its scroll bar: it does not scroll horizontally, and the form's texts
// can grow.
class WideEnough final : public QObject
{
public:
    explicit WideEnough(QScrollArea *area) : QObject(area), m_area(area) { widen(); }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest)
            widen();
        return false;
    }

private:
    void widen()
    {
        m_area->setMinimumWidth(m_area->widget()->minimumSizeHint().width()
                                + m_area->verticalScrollBar()->sizeHint().width());
    }

    QScrollArea *m_area;
};

} // namespace

QScrollArea *scrolled(QWidget *form)
{
    auto *area = new QScrollArea;
    area->setWidget(form);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // Tab should only visit the form's fields
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    form->installEventFilter(new WideEnough(area));
    auto *filter = new WheelPassesBy(area);
    for (QComboBox *box : form->findChildren<QComboBox *>()) {
        box->setFocusPolicy(Qt::StrongFocus); // otherwise the wheel would give it the focus first
        box->installEventFilter(filter);
    }
    return area;
}

} // namespace Ui
