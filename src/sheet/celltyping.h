#pragma once

#include "sheet/cell.h"

#include <QString>

#include <optional>
#include <string>

namespace Sheet {

// Domo's column types (DataSet API: STRING, DECIMAL, LONG, DOUBLE, DATE, DATETIME).
enum class ColumnType { String, Decimal, Long, Double, Date, DateTime };

[[nodiscard]] QString name(ColumnType type);

// The type with a name in any case, one of Domo's or an SQL name for the same type ("INTEGER", "double precision",
// "DECIMAL(18,2)"). BOOLEAN is String: Domo has no such type, so its notation is not specified, and text keeps the
// values unchanged. None for any other name: it may be a numeric type and must not be treated as text.
[[nodiscard]] std::optional<ColumnType> columnType(const QString &text);

[[nodiscard]] constexpr bool isNumeric(ColumnType type)
{
    return type == ColumnType::Decimal || type == ColumnType::Long || type == ColumnType::Double;
}

// Makes cells from a column's field texts: the type is that of the schema, never guessed from the text. Numeric columns
// give Number cells with unchanged digits; a text that is not a number stays Text and is counted. Other columns give
// Text. `scratch` holds a number that had to be rewritten ("+5", "007") until the next call.
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
