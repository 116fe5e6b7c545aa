#include "ui/look/prompt.h"

#include <QPushButton>

namespace Ui {

QMessageBox *prompt(QWidget *window, const Question &question, const std::function<void()> &then)
{
    auto *box = new QMessageBox(QMessageBox::Question, question.title, question.text, QMessageBox::NoButton, window);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setDefaultButton(question.no.isEmpty() ? box->addButton(QMessageBox::Cancel)
                                                : box->addButton(question.no, QMessageBox::RejectRole));
    QObject::connect(box->addButton(question.yes, QMessageBox::DestructiveRole), &QPushButton::clicked, window, then);
    box->open();
    return box;
}

} // namespace Ui
