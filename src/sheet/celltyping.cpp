#include "sheet/celltyping.h"

#include "sheet/decimal.h"

namespace Sheet {

QString name(ColumnType type)
{
    switch (type) {
    case ColumnType::String: return QStringLiteral("STRING");
    case ColumnType::Decimal: return QStringLiteral("DECIMAL");
    case ColumnType::Long: return QStringLiteral("LONG");
    case ColumnType::Double: return QStringLiteral("DOUBLE");
    case ColumnType::Date: return QStringLiteral("DATE");
    case ColumnType::DateTime: return QStringLiteral("DATETIME");
    }
    Q_UNREACHABLE();
}

ColumnType columnType(const QString &text)
{
    for (const ColumnType type :
         {ColumnType::Decimal, ColumnType::Long, ColumnType::Double, ColumnType::Date, ColumnType::DateTime}) {
        if (text.compare(name(type), Qt::CaseInsensitive) == 0)
            return type;
    }
    return ColumnType::String;
}

Cell CellTyper::cell(std::string_view field)
{
    if (!isNumeric(m_type) || field.empty())
        return Cell::ofText(field);
    if (isJsonNumber(field))
        return Cell::ofNumber(field);
    m_scratch = toJsonNumber(field);
    if (!m_scratch.empty())
        return Cell::ofNumber(m_scratch);
    ++m_notNumbers;
    return Cell::ofText(field);
}

} // namespace Sheet
