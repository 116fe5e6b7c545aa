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

// Controls below `root` that a screen reader has no name for.
[[nodiscard]] QStringList nameless(const QWidget *root);

} // namespace Support
