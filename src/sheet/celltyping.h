#pragma once

#include "sheet/cell.h"

#include <QString>

#include <string>

namespace Sheet {

// Domo's column types (DataSet API: STRING, DECIMAL, LONG, DOUBLE, DATE, DATETIME).
enum class ColumnType { String, Decimal, Long, Double, Date, DateTime };

[[nodiscard]] QString name(ColumnType type);
[[nodiscard]] ColumnType columnType(const QString &name); // an unknown name is String

[[nodiscard]] constexpr bool isNumeric(ColumnType type)
{
    return type == ColumnType::Decimal || type == ColumnType::Long || type == ColumnType::Double;
}

// Makes cells of a column's field texts: the type comes from the schema, never from the text. Numeric columns give
// Number cells with the digits as they came; a text there that is no number stays Text and is counted. All others give
// Text. `scratch` keeps a number that had to be respelled ("+5", "007") alive until the next call.
class CellTyper
{
public:
    explicit CellTyper(ColumnType type) : m_type(type) { }

    [[nodiscard]] Cell cell(std::string_view field);
    [[nodiscard]] qint64 notNumbers() const { return m_notNumbers; }

private:
    ColumnType m_type;
    qint64 m_notNumbers = 0;
    std::string m_scratch;
};

} // namespace Sheet
