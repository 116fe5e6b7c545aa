#include "ui/look/scrolled.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFocusEvent>
#include <QScrollArea>
#include <QScrollBar>

namespace Ui {

namespace {

// Scrolling the form with the wheel must not change a box under the pointer: those without the focus ignore the wheel.
class WheelPassesBy final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *box = qobject_cast<QWidget *>(watched);
        if (event->type() != QEvent::Wheel || !box || box->hasFocus())
            return false;
        event->ignore();
        return true;
    }
};

// Scrolls to a field that a mnemonic or a screen reader goes to. Tab does so anyway, and what is pressed is visible.
class FollowsFocus final : public QObject
{
public:
    explicit FollowsFocus(QScrollArea *area) : QObject(area), m_area(area) { }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::FocusIn)
            return false;
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::ShortcutFocusReason || reason == Qt::OtherFocusReason)
            m_area->ensureWidgetVisible(qobject_cast<QWidget *>(watched));
        return false;
    }

private:
    QScrollArea *m_area;
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
    auto *follower = new FollowsFocus(area);
    for (QWidget *box : form->findChildren<QWidget *>()) {
        if (box->focusPolicy() != Qt::NoFocus)
            box->installEventFilter(follower);
        if (!qobject_cast<QComboBox *>(box) && !qobject_cast<QAbstractSpinBox *>(box))
            continue;
        box->setFocusPolicy(Qt::StrongFocus); // otherwise the wheel would give it the focus first
        box->installEventFilter(filter);
    }
    return area;
}

} // namespace Ui
