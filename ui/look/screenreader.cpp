#include "ui/look/screenreader.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    auto *area = className == "QScrollArea"_L1 ? qobject_cast<QScrollArea *>(object) : nullptr;
    return area ? new QAccessibleWidget(area, QAccessible::Client) : nullptr; // Qt's cache owns it
}

} // namespace

void secureScreenReader()
{
    QAccessible::installFactory(makeInterface);
}

} // namespace Ui
