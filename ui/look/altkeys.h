#pragma once

#include <QObject>

namespace Ui {

// Keeps Alt+letter from typing the letter into a text field: it is a mnemonic of a button or a menu, even a disabled
// one. Installed on the application. (No effect where Alt is used to type characters.)
class AltKeys final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AltKeys)

public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace Ui
