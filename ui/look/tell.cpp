#include "ui/look/tell.h"

#include "words/errortext.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace Ui {

void tell(QWidget *window, const Core::Error &error)
{
    const Words::ErrorText text = Words::errorText(error);
    auto *box = new QMessageBox(QMessageBox::Warning, QCoreApplication::applicationName(), text.message,
                                QMessageBox::Ok, window);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(text.next);
    box->setDetailedText(text.quote);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace Ui
