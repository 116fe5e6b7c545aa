#include "ui/look/searchicon.h"

#include "ui/look/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>

namespace Ui {

void addSearchIcon(QLineEdit *field)
{
    QAction *action = field->addAction(icon(Icon::Search, QPalette::PlaceholderText), QLineEdit::LeadingPosition);
    action->setText(QCoreApplication::translate("SearchIcon", "Search"));
    QObject::connect(action, &QAction::triggered, field, qOverload<>(&QWidget::setFocus));
}

} // namespace Ui
