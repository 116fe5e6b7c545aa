#include "sheet/celltyping.h"

#include "sheet/decimal.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace Sheet {

namespace {

struct Word
{
    QLatin1String text;
    ColumnType type;
};

constexpr Word words[] = {
    {QLatin1String("STRING"), ColumnType::String},      {QLatin1String("VARCHAR"), ColumnType::String},
    {QLatin1String("NVARCHAR"), ColumnType::String},    {QLatin1String("CHARACTER VARYING"), ColumnType::String},
    {QLatin1String("CHAR"), ColumnType::String},        {QLatin1String("NCHAR"), ColumnType::String},
    {QLatin1String("CHARACTER"), ColumnType::String},   {QLatin1String("TEXT"), ColumnType::String},
    {QLatin1String("BOOLEAN"), ColumnType::String},     {QLatin1String("BOOL"), ColumnType::String},
    {QLatin1String("DECIMAL"), ColumnType::Decimal},    {QLatin1String("DEC"), ColumnType::Decimal},
    {QLatin1String("NUMERIC"), ColumnType::Decimal},    {QLatin1String("NUMBER"), ColumnType::Decimal},
    {QLatin1String("LONG"), ColumnType::Long},          {QLatin1String("INTEGER"), ColumnType::Long},
    {QLatin1String("INT"), ColumnType::Long},           {QLatin1String("BIGINT"), ColumnType::Long},
    {QLatin1String("SMALLINT"), ColumnType::Long},      {QLatin1String("TINYINT"), ColumnType::Long},
    {QLatin1String("DOUBLE"), ColumnType::Double},      {QLatin1String("DOUBLE PRECISION"), ColumnType::Double},
    {QLatin1String("FLOAT"), ColumnType::Double},       {QLatin1String("REAL"), ColumnType::Double},
    {QLatin1String("DATE"), ColumnType::Date},          {QLatin1String("DATETIME"), ColumnType::DateTime},
    {QLatin1String("TIMESTAMP"), ColumnType::DateTime},
};

} // namespace

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

std::optional<ColumnType> columnType(const QString &text)
{
    static const QRegularExpression parameters(QStringLiteral("\\s*\\(\\s*\\d+\\s*(?:,\\s*\\d+\\s*)?\\)$"));
    const QString word = text.simplified().remove(parameters).toUpper();
    const auto known = std::ranges::find(words, word, &Word::text);
    return known == std::end(words) ? std::nullopt : std::optional(known->type);
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
