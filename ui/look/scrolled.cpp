#include "ui/look/scrolled.h"

#include <QComboBox>
#include <QEvent>
#include <QScrollArea>

namespace Ui {

namespace {

// A wheel that scrolls the form must not choose another sheet on its way: boxes without the focus leave it alone.
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

// Keeps an area wide enough for all of its form: it does not scroll to the side, and what the form shows can grow.
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
    void widen() { m_area->setMinimumWidth(m_area->widget()->minimumSizeHint().width()); }

    QScrollArea *m_area;
};

} // namespace

QScrollArea *scrolled(QWidget *form)
{
    auto *area = new QScrollArea;
    area->setWidget(form);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // the fields of the form are what is walked through
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    form->installEventFilter(new WideEnough(area));
    auto *filter = new WheelPassesBy(area);
    for (QComboBox *box : form->findChildren<QComboBox *>()) {
        box->setFocusPolicy(Qt::StrongFocus); // or the wheel would give it the focus first
        box->installEventFilter(filter);
    }
    return area;
}

} // namespace Ui
