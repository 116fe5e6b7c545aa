#include "sheet/celltyping.h"

#include "sheet/decimal.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Sheet {

namespace {

struct Word
{
    QLatin1String text;
    ColumnType type{};
};

constexpr Word words[] = {
    {"STRING"_L1, ColumnType::String},      {"VARCHAR"_L1, ColumnType::String},
    {"NVARCHAR"_L1, ColumnType::String},    {"CHARACTER VARYING"_L1, ColumnType::String},
    {"CHAR"_L1, ColumnType::String},        {"NCHAR"_L1, ColumnType::String},
    {"CHARACTER"_L1, ColumnType::String},   {"TEXT"_L1, ColumnType::String},
    {"BOOLEAN"_L1, ColumnType::String},     {"BOOL"_L1, ColumnType::String},
    {"DECIMAL"_L1, ColumnType::Decimal},    {"DEC"_L1, ColumnType::Decimal},
    {"NUMERIC"_L1, ColumnType::Decimal},    {"NUMBER"_L1, ColumnType::Decimal},
    {"LONG"_L1, ColumnType::Long},          {"INTEGER"_L1, ColumnType::Long},
    {"INT"_L1, ColumnType::Long},           {"BIGINT"_L1, ColumnType::Long},
    {"SMALLINT"_L1, ColumnType::Long},      {"TINYINT"_L1, ColumnType::Long},
    {"DOUBLE"_L1, ColumnType::Double},      {"DOUBLE PRECISION"_L1, ColumnType::Double},
    {"FLOAT"_L1, ColumnType::Double},       {"REAL"_L1, ColumnType::Double},
    {"DATE"_L1, ColumnType::Date},          {"DATETIME"_L1, ColumnType::DateTime},
    {"TIMESTAMP"_L1, ColumnType::DateTime},
};

} // namespace

QString name(ColumnType type)
{
    switch (type) {
    case ColumnType::String: return u"STRING"_s;
    case ColumnType::Decimal: return u"DECIMAL"_s;
    case ColumnType::Long: return u"LONG"_s;
    case ColumnType::Double: return u"DOUBLE"_s;
    case ColumnType::Date: return u"DATE"_s;
    case ColumnType::DateTime: return u"DATETIME"_s;
    }
    Q_UNREACHABLE();
}

std::optional<ColumnType> columnType(const QString &text)
{
    static const QRegularExpression parameters(u"\\s*\\(\\s*\\d+\\s*(?:,\\s*\\d+\\s*)?\\)$"_s);
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
