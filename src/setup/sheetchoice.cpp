#include "setup/sheetchoice.h"

#include "sheet/region.h"

#include <algorithm>

namespace Setup {

void SheetChoice::offer(const QList<SheetInfo> &sheets)
{
    m_sheets = sheets;
    const bool isOnly = m_wanted.isEmpty() && sheets.size() == 1;
    const auto wanted = std::ranges::find(m_sheets, isOnly ? sheets.first().id : m_wanted, &SheetInfo::id);
    m_index = wanted == m_sheets.end() ? -1 : int(wanted - m_sheets.begin());
    Q_EMIT offered();
    Q_EMIT changed();
}

void SheetChoice::clear()
{
    m_sheets.clear();
    m_index = -1;
    Q_EMIT offered();
    Q_EMIT changed();
}

void SheetChoice::want(const QString &sheetId)
{
    m_wanted = sheetId;
    m_isNamed = false;
}

void SheetChoice::choose(int index)
{
    if (index == m_index)
        return;
    m_index = index;
    Q_EMIT changed();
}

void SheetChoice::chooseByUser(int index)
{
    choose(index);
    want(sheet() ? sheet()->id : QString());
}

void SheetChoice::chooseNamed(const QString &name)
{
    const auto isNamed = [&name](const SheetInfo &one) { return Sheet::Region::isNameOf(name, one.name); };
    const bool isFree = m_isNamed || (!sheet() && m_wanted.isEmpty());
    const auto first = std::ranges::find_if(m_sheets, isNamed);
    if (!isFree || std::ranges::count_if(m_sheets, isNamed) != 1)
        return;
    m_wanted = first->id;
    m_isNamed = true;
    choose(int(first - m_sheets.begin()));
}

const SheetInfo *SheetChoice::sheet() const
{
    return m_index >= 0 && m_index < m_sheets.size() ? &m_sheets[m_index] : nullptr;
}

bool SheetChoice::isLocked() const
{
    return sheet() && sheet()->lock == SheetInfo::Lock::Locked;
}

bool SheetChoice::isGone() const
{
    return !m_sheets.isEmpty() && !sheet() && !m_wanted.isEmpty();
}

} // namespace Setup
