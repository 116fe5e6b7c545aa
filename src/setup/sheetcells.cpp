#include "setup/sheetcells.h"

#include <algorithm>

namespace Setup {

namespace {

constexpr qsizetype maxText = 200; // UTF-8 units: more than a cell of a picture can show

} // namespace

SheetCells::SheetCells(const Sheet::Rectangle &area) : m_read{area} { }

void SheetCells::set(const Sheet::Address &at, const Sheet::Cell &value)
{
    if (!value.isBlank())
        m_texts.insert({at.row, at.column},
                       QString::fromUtf8(value.text.data(), std::min(qsizetype(value.text.size()), maxText)));
}

void SheetCells::add(const SheetCells &others)
{
    m_read += others.m_read;
    m_texts.insert(others.m_texts);
}

bool SheetCells::isRead(const Sheet::Address &at) const
{
    return std::ranges::any_of(m_read, [&at](const Sheet::Rectangle &area) {
        return area.contains({at.row, at.column, 1, 1});
    });
}

QString SheetCells::text(const Sheet::Address &at) const
{
    return m_texts.value({at.row, at.column});
}

std::optional<qint64> SheetCells::filled(const Sheet::Rectangle &area, const Sheet::Rectangle &except) const
{
    qint64 read = 0; // what was read is small, an area may be a whole sheet
    for (const Sheet::Rectangle &one : m_read)
        read += one.intersected(area).cells() - one.intersected(area).intersected(except).cells();
    if (read < area.cells() - area.intersected(except).cells())
        return {};
    return std::ranges::count_if(m_texts.keyBegin(), m_texts.keyEnd(), [&](const std::pair<int, int> &at) {
        const Sheet::Rectangle cell{at.first, at.second, 1, 1};
        return area.contains(cell) && !except.contains(cell);
    });
}

} // namespace Setup
