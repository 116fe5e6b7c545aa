#pragma once

#include <QList>
#include <QString>

class QMainWindow;

namespace Ui {

struct Shortcut
{
    QString group; // the menu
    QString action;
    QString keys; // as on this system's keyboards

    friend bool operator==(const Shortcut &, const Shortcut &) = default;
};

// The shortcuts of a window: those of the actions of its menus, in their order, then its others.
[[nodiscard]] QList<Shortcut> shortcutsOf(const QMainWindow &window);

// Opens a list of them.
void showShortcuts(QMainWindow *window);

} // namespace Ui
