#include "sheet/celltyping.h"

#include "sheet/datevalue.h"
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

constexpr auto wordPrefix = "text:"_L1;

bool hasZeroInFront(std::string_view number)
{
    const size_t first = number.find_first_of("0123456789.");
    return first + 1 < number.size() && number[first] == '0' && isDigit(number[first + 1]);
}

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

QString name(const NullRule &rule)
{
    switch (rule.kind) {
    case NullRule::Kind::Clear: return u"clear"_s;
    case NullRule::Kind::Keep: return u"keep"_s;
    case NullRule::Kind::Word: return wordPrefix + rule.word;
    }
    Q_UNREACHABLE();
}

std::optional<NullRule> nullRuleNamed(const QString &text)
{
    using enum NullRule::Kind;
    if (text.startsWith(wordPrefix))
        return NullRule{Word, text.mid(wordPrefix.size())};
    for (const NullRule::Kind kind : {Clear, Keep}) {
        if (name(NullRule{kind}) == text)
            return NullRule{kind};
    }
    return {};
}

CellTyper::CellTyper(ColumnType type, const CellRules &rules)
    : m_type(type), m_checksDates(rules.checksDates && holdsDates(type)), m_decimals(rules.decimals)
{
    switch (rules.nulls.kind) {
    case NullRule::Kind::Clear: break;
    case NullRule::Kind::Keep: m_nullKind = CellKind::Keep; break;
    case NullRule::Kind::Word:
        m_word = rules.nulls.word.toStdString();
        m_nullKind = isNumeric(type) && isJsonNumber(m_word) ? CellKind::Number : CellKind::Text;
    }
}

Cell CellTyper::cell(std::string_view field)
{
    if (field.empty())
        return Cell::ofText(field);
    if (!isNumeric(m_type)) {
        if (m_checksDates && !dateValue(field))
            ++m_notDates;
        return Cell::ofText(field);
    }
    if (!m_decimals && isJsonNumber(field))
        return Cell::ofNumber(field);
    return respelled(field);
}

Cell CellTyper::respelled(std::string_view field)
{
    m_scratch = toJsonNumber(field);
    if (m_scratch.empty()) {
        ++m_notNumbers;
        return Cell::ofText(field);
    }
    m_zerosDropped += hasZeroInFront(field);
    if (m_decimals)
        m_scratch = roundedToPlaces(m_scratch, *m_decimals);
    return Cell::ofNumber(m_scratch);
}

} // namespace Sheet
