#include "ui/look/opendialog.h"

#include <QDialog>
#include <QGuiApplication>

namespace Ui {

void openDialog(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QWidget *window = dialog->parentWidget();
    QObject::connect(dialog, &QDialog::finished, window, [window] {
        if (QGuiApplication::applicationState() == Qt::ApplicationActive)
            window->activateWindow();
    });
    dialog->open();
}

} // namespace Ui
