#include "ui/look/messagebar.h"

#include "ui/look/icons.h"
#include "ui/look/palette.h"
#include "ui/look/tonelabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace Ui {

MessageBar::MessageBar(QWidget *parent) : QFrame(parent), m_label(new ToneLabel(this)), m_close(new QToolButton(this))
{
    m_close->setIcon(icon(Icon::Cross));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(m_close->accessibleName());
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, [this] { show({}); });
    hide();
}

QString MessageBar::text() const
{
    return m_label->text();
}

void MessageBar::show(const Words::Line &line, QAction *action)
{
    if (m_act) { // it may have been pressed: not at once
        m_act->hide();
        m_act->deleteLater();
        m_act = nullptr;
    }
    if (action) {
        m_act = new QToolButton(this);
        m_act->setDefaultAction(action);
        m_act->setToolButtonStyle(Qt::ToolButtonTextOnly);
        m_act->setFocusPolicy(Qt::TabFocus);
        qobject_cast<QHBoxLayout *>(layout())->insertWidget(1, m_act);
    }
    setHidden(line.text.isEmpty());
    m_label->setLine({}); // the same words again are another message
    m_label->announce(line);
    update();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), toneColors(m_label->tone(), palette()).ground);
}

} // namespace Ui
