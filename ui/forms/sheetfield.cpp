#include "ui/forms/sheetfield.h"

#include "sheet/region.h"
#include "ui/forms/statusline.h"

#include <QComboBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Desktop {

namespace {

using Lock = Setup::SheetInfo::Lock;

QString entryOf(const Setup::SheetInfo &sheet)
{
    const QString name = u"    "_s.repeated(sheet.depth) + sheet.name;
    switch (sheet.lock) {
    case Lock::None:
    case Lock::Unknown: return name; // no proof of a lock
    case Lock::Locked: return SheetField::tr("%1 (locked)").arg(name);
    case Lock::InputMode: return SheetField::tr("%1 (input mode)").arg(name);
    }
    Q_UNREACHABLE();
}

} // namespace

SheetField::SheetField(QComboBox *box, StatusLine *info, QObject *parent) : QObject(parent), m_box(box), m_info(info)
{
    connect(m_box, &QComboBox::currentIndexChanged, this, &SheetField::showState);
    connect(m_box, &QComboBox::activated, this, [this] { want(sheet() ? sheet()->id : QString()); });
}

void SheetField::offer(const QList<Setup::SheetInfo> &sheets)
{
    {
        const QSignalBlocker quiet(m_box); // which chooses the first one that it is given
        m_box->clear();
        m_sheets = sheets;
        for (const Setup::SheetInfo &sheet : sheets) {
            m_box->addItem(entryOf(sheet), sheet.id);
            m_box->setItemData(m_box->count() - 1, sheet.path, Qt::ToolTipRole);
        }
        const bool isOnly = m_wanted.isEmpty() && sheets.size() == 1;
        m_box->setCurrentIndex(isOnly ? 0 : m_box->findData(m_wanted));
    }
    showState(); // also when there is none
}

void SheetField::clear()
{
    m_sheets.clear();
    m_box->clear();
    showState();
}

void SheetField::want(const QString &sheetId)
{
    m_wanted = sheetId;
    m_isNamed = false;
}

void SheetField::chooseNamed(const QString &name)
{
    const auto isNamed = [&name](const Setup::SheetInfo &one) { return Sheet::Region::isNameOf(name, one.name); };
    const bool isFree = m_isNamed || (!sheet() && m_wanted.isEmpty());
    const auto first = std::ranges::find_if(m_sheets, isNamed);
    if (!isFree || std::ranges::count_if(m_sheets, isNamed) != 1)
        return;
    m_wanted = first->id;
    m_isNamed = true;
    m_box->setCurrentIndex(int(first - m_sheets.begin()));
}

const Setup::SheetInfo *SheetField::sheet() const
{
    const int index = m_box->currentIndex();
    return index >= 0 && index < m_sheets.size() ? &m_sheets[index] : nullptr;
}

bool SheetField::isComplete() const
{
    return sheet() && sheet()->lock != Lock::Locked;
}

void SheetField::showState()
{
    QString text;
    if (sheet() && sheet()->lock == Lock::Locked)
        text = tr("✗ The sheet is locked. Unlock it in Workiva, or choose another.");
    else if (!m_sheets.isEmpty() && !sheet())
        text = m_wanted.isEmpty()
            ? tr("Choose the sheet that is written to.")
            : tr("✗ The sheet that was chosen is not in this spreadsheet any more. Choose another.");
    else if (sheet() && sheet()->depth > 0) // the box shows the name alone, which may not be the only one
        text = sheet()->path;
    m_info->say(text);
    Q_EMIT changed();
}

} // namespace Desktop
