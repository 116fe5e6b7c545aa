#pragma once

#include <QObject>

namespace Ui {

// Keeps text fields from taking a letter with Alt for text: it is a key for a button or a menu, and when that is
// disabled it is none at all. Installed on the application. (Where Alt is how letters are typed, it does nothing.)
class AltKeys final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AltKeys)

public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace Ui
