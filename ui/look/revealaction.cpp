#include "ui/look/revealaction.h"

#include "ui/look/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>

namespace Ui {

QAction *addRevealAction(QLineEdit *field)
{
    auto *action = field->addAction(icon(Icon::Eye), QLineEdit::TrailingPosition);
    action->setCheckable(true);
    action->setText(QCoreApplication::translate("RevealAction", "Show secret"));
    action->setShortcut(Qt::CTRL | Qt::Key_R); // the button does not take the focus
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setToolTip(QCoreApplication::translate("RevealAction", "Show secret (%1)")
                           .arg(action->shortcut().toString(QKeySequence::NativeText)));
    QObject::connect(action, &QAction::toggled, field,
                     [field](bool shown) { field->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    return action;
}

} // namespace Ui
