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

// Controls below `root` without an accessible name.
[[nodiscard]] QStringList nameless(const QWidget *root);

} // namespace Support
