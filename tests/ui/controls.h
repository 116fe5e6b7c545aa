#pragma once

#include "support/desk.h"

#include <QWidget>

namespace Support {

// The visible control below `root` with this accessible name; null if there is none.
template <typename Control> [[nodiscard]] Control *named(const QWidget *root, const QString &name)
{
    for (Control *one : root->findChildren<Control *>()) {
        if (one->accessibleName() == name && one->isVisible())
            return one;
    }
    return nullptr;
}

// Controls below `root` in which a user enters something: those with a value of their own
// (QMetaObject::userProperty()), except for those that only scroll, and for parts of another control.
[[nodiscard]] QList<QWidget *> inputs(const QWidget *root);

// Enters another value in an input, as a user does; false if this is not implemented for its kind.
[[nodiscard]] bool enterOther(QWidget *input);

// Controls below `root` without an accessible name.
[[nodiscard]] QStringList nameless(const QWidget *root);

} // namespace Support
