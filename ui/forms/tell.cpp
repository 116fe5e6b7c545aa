#include "ui/forms/tell.h"

#include "words/errortext.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QLabel>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace Desktop {

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

void announce(QLabel *label, const QString &text)
{
    if (label->text() == text)
        return;
    label->setText(text);
    if (text.isEmpty())
        return;
    QAccessibleEvent event(label, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString failureText(const Core::Error &error)
{
    const Words::ErrorText text = Words::errorText(error);
    return u"✗ %1 %2"_s.arg(text.message, text.next);
}

} // namespace Desktop
