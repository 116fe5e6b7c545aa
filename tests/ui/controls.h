#pragma once

#include "support/desk.h"

#include <QWidget>

namespace Support {

// The control below `root` that a screen reader calls `name`, and that is to be seen; null when there is none.
template <typename Control> [[nodiscard]] Control *named(const QWidget *root, const QString &name)
{
    for (Control *one : root->findChildren<Control *>()) {
        if (one->accessibleName() == name && one->isVisible())
            return one;
    }
    return nullptr;
}

// Controls below `root` in which a user enters something: those with a value of their own
// (QMetaObject::userProperty()), but for what only scrolls, and for parts of another one.
[[nodiscard]] QList<QWidget *> inputs(const QWidget *root);

// Enters something else in an input, as a user does; false when nobody has said how that is done with its kind.
[[nodiscard]] bool enterOther(QWidget *input);

// Controls below `root` that a screen reader has no name for.
[[nodiscard]] QStringList nameless(const QWidget *root);

} // namespace Support
