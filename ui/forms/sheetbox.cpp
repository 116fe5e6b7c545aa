#include "ui/forms/sheetbox.h"

#include <QStyle>
#include <QStyleOptionComboBox>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

constexpr int pathRole = Qt::UserRole + 1; // after the ID

QString entryOf(const Setup::SheetInfo &sheet)
{
    using Lock = Setup::SheetInfo::Lock;
    QString name = u"    "_s.repeated(sheet.depth) + sheet.name;
    switch (sheet.lock) {
    case Lock::None:
    case Lock::Unknown: return name; // there may be no lock
    case Lock::Locked: return SheetBox::tr("%1 (locked)").arg(name);
    case Lock::InputMode: return SheetBox::tr("%1 (input mode)").arg(name);
    }
    Q_UNREACHABLE();
}

} // namespace

void SheetBox::addSheet(const Setup::SheetInfo &sheet)
{
    addItem(entryOf(sheet), sheet.id);
    setItemData(count() - 1, sheet.path, pathRole);
    setItemData(count() - 1, sheet.path, Qt::ToolTipRole);
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
