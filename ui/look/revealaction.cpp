#include "ui/look/revealaction.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>
#include <QPainter>
#include <QPixmap>

namespace Ui {

namespace {

// An eye in the text colour, visible on light and dark backgrounds.
QIcon eyeIcon(const QPalette &palette)
{
    QPixmap picture(64, 64);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette.color(QPalette::Text), 4));
    painter.drawEllipse(QRectF(4, 18, 56, 28));
    painter.setBrush(palette.color(QPalette::Text));
    painter.drawEllipse(QRectF(24, 24, 16, 16));
    return QIcon(picture);
}

} // namespace

QAction *addRevealAction(QLineEdit *field)
{
    auto *action = field->addAction(eyeIcon(field->palette()), QLineEdit::TrailingPosition);
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
