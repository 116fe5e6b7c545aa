#include "workiva/rangejson.h"

namespace Workiva {

void RangeJson::take(std::string_view key, const Sheet::Cell &value)
{
    const std::optional<int> number = integerOf(value);
    if (key == "startRow")
        m_startRow = number;
    else if (key == "startColumn")
        m_startColumn = number;
    else if (key == "stopRow")
        m_stopRow = number;
    else if (key == "stopColumn")
        m_stopColumn = number;
}

std::optional<Sheet::Rectangle> RangeJson::rectangle() const
{
    if (!m_startRow || !m_startColumn || *m_startRow < 0 || *m_startColumn < 0)
        return {};
    const int lastRow = std::min(m_stopRow.value_or(Sheet::maxRows - 1), Sheet::maxRows - 1);
    const int lastColumn = std::min(m_stopColumn.value_or(Sheet::maxColumns - 1), Sheet::maxColumns - 1);
    const Sheet::Rectangle range{*m_startRow, *m_startColumn, lastRow - *m_startRow + 1,
                                 lastColumn - *m_startColumn + 1};
    return range.isEmpty() ? std::nullopt : std::optional(range);
}

} // namespace Workiva
