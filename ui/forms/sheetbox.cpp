#include "ui/forms/sheetbox.h"

#include <QStyle>
#include <QStyleOptionComboBox>

namespace Ui {

namespace {

constexpr int pathRole = Qt::UserRole + 1; // after the ID

} // namespace

void SheetBox::addSheet(const QString &id, const QString &path, const QString &entry)
{
    addItem(entry, id);
    setItemData(count() - 1, path, pathRole);
    setItemData(count() - 1, path, Qt::ToolTipRole);
}

void SheetBox::initStyleOption(QStyleOptionComboBox *option) const
{
    QComboBox::initStyleOption(option);
    const QRect room = style()->subControlRect(QStyle::CC_ComboBox, option, QStyle::SC_ComboBoxEditField, this);
    const int padding = fontMetrics().averageCharWidth();
    option->currentText =
        fontMetrics().elidedText(currentData(pathRole).toString(), Qt::ElideLeft, room.width() - padding);
}

} // namespace Ui
