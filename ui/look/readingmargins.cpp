#include "ui/look/readingmargins.h"

#include <QEvent>
#include <QLayout>
#include <QMargins>
#include <QWidget>

namespace Ui {

namespace {

class Mirror final : public QObject
{
public:
    Mirror(QWidget *widget, const QMargins &margins) : QObject(widget), m_widget(widget), m_margins(margins)
    {
        widget->installEventFilter(this);
        apply();
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutDirectionChange)
            apply();
        return false;
    }

private:
    void apply()
    {
        QMargins margins = m_margins;
        if (m_widget->layoutDirection() == Qt::RightToLeft) {
            margins.setLeft(m_margins.right());
            margins.setRight(m_margins.left());
        }
        m_widget->layout()->setContentsMargins(margins);
    }

    QWidget *m_widget; // has it as a child
    const QMargins m_margins;
};

} // namespace

void setReadingMargins(QWidget *widget, const QMargins &margins)
{
    new Mirror(widget, margins);
}

} // namespace Ui
