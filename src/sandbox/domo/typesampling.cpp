#include "sandbox/domo/typesampling.h"

#include "sheet/decimal.h"

#include <algorithm>

namespace Sandbox {

namespace {

bool matches(std::string_view text, std::string_view pattern)
{
    // 0 stands for any digit, T for T or a space.
    const auto same = [](char c, char p) {
        if (p == '0')
            return c >= '0' && c <= '9';
        return p == 'T' ? c == 'T' || c == ' ' : c == p;
    };
    return std::equal(text.begin(), text.end(), pattern.begin(), pattern.end(), same);
}

bool isPlainNumber(std::string_view text)
{
    return Sheet::isJsonNumber(text) && Sheet::significantDigits(text) <= Sheet::exactDigits;
}

bool isType(std::string_view text, Sheet::ColumnType type)
{
    switch (type) {
    case Sheet::ColumnType::Long:
        return isPlainNumber(text) && text.size() <= 18 && text.find_first_of(".eE") == std::string_view::npos;
    case Sheet::ColumnType::Decimal: return isPlainNumber(text) && text.find_first_of("eE") == std::string_view::npos;
    case Sheet::ColumnType::Double: return isPlainNumber(text);
    case Sheet::ColumnType::Date: return matches(text, "0000-00-00");
    case Sheet::ColumnType::DateTime: return matches(text, "0000-00-00T00:00:00");
    case Sheet::ColumnType::String: return true;
    }
    return false;
}

} // namespace

Sheet::ColumnType sampledType(const Sheet::Grid &table, int column)
{
    using enum Sheet::ColumnType;
    std::vector<Sheet::ColumnType> left{Long, Decimal, Double, Date, DateTime};
    bool any = false;
    for (int row = 1; row < table.rows() && !left.empty(); ++row) {
        const Sheet::Cell cell = table.at(row, column);
        if (cell.kind == Sheet::CellKind::Empty)
            continue;
        any = true;
        std::erase_if(left, [&cell](Sheet::ColumnType type) { return !isType(cell.text, type); });
    }
    return any && !left.empty() ? left.front() : String;
}

} // namespace Sandbox
