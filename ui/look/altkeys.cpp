#include "ui/look/altkeys.h"

#include <QAbstractSpinBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace Ui {

namespace {

#ifdef Q_OS_MACOS
constexpr bool altTypesLetters = true;
#else
constexpr bool altTypesLetters = false;
#endif

bool takesText(const QObject *object)
{
    return qobject_cast<const QLineEdit *>(object) || qobject_cast<const QPlainTextEdit *>(object)
        || qobject_cast<const QTextEdit *>(object) || qobject_cast<const QAbstractSpinBox *>(object);
}

} // namespace

// Shortcuts have been processed before: this key is not one.
bool AltKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (altTypesLetters || event->type() != QEvent::KeyPress || !takesText(watched))
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const auto modifiers = key->modifiers() & ~Qt::ShiftModifier;
    return modifiers == Qt::AltModifier && !key->text().isEmpty() && key->text().front().isPrint();
}

} // namespace Ui
