#pragma once

#include "sheet/cell.h"

#include <QString>

#include <optional>
#include <string>

namespace Sheet {

// Domo's column types (DataSet API: STRING, DECIMAL, LONG, DOUBLE, DATE, DATETIME).
enum class ColumnType { String, Decimal, Long, Double, Date, DateTime };

[[nodiscard]] QString name(ColumnType type);

// The type of a name in any case, in Domo's words or in those of SQL for the same ("INTEGER", "double precision",
// "DECIMAL(18,2)"). BOOLEAN is String: Domo has no such type, so that nobody says how it would spell the values, and
// text keeps them as they come. None for any other word: it may be a number's, and is never taken for text.
[[nodiscard]] std::optional<ColumnType> columnType(const QString &text);

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
