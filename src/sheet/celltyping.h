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

[[nodiscard]] constexpr bool holdsDates(ColumnType type)
{
    return type == ColumnType::Date || type == ColumnType::DateTime;
}

// What a null of the DataSet becomes.
struct NullRule
{
    enum class Kind {
        Clear, // a blank cell
        Keep, // the sheet's cell stays as it is
        Word, // a text, or a number if the column is numeric and the word is one
    };

    Kind kind = Kind::Clear;
    QString word{}; // of Word

    friend bool operator==(const NullRule &, const NullRule &) = default;
};

// As files and options have it: "clear", "keep", "text:n/a".
[[nodiscard]] QString name(const NullRule &rule);
[[nodiscard]] std::optional<NullRule> nullRuleNamed(const QString &text); // none: no rule that this version knows

// What a person chose for the cells of a column, besides its type.
struct CellRules
{
    NullRule nulls{};
    std::optional<int> decimals{}; // numbers are rounded to so many places, see roundedToPlaces(); none: they are not
    bool checksDates = false; // texts in a column of dates that are no dates are counted

    friend bool operator==(const CellRules &, const CellRules &) = default;
};

// Makes cells from a column's field texts: the type is that of the schema or a person's choice, never guessed from the
// text. Numeric columns give Number cells with unchanged digits, unless they are to be rounded; a text that is not a
// number stays Text and is counted, and so are numbers that were received with zeros in front. Other columns give Text.
// A cell is valid until the next call: it may be a number that had to be rewritten ("+5", "007").
class CellTyper
{
public:
    explicit CellTyper(ColumnType type, const CellRules &rules = {});

    [[nodiscard]] Cell cell(std::string_view field);
    [[nodiscard]] Cell null() const { return {m_nullKind, m_word}; }
    [[nodiscard]] qint64 notNumbers() const { return m_notNumbers; }
    [[nodiscard]] qint64 zerosDropped() const { return m_zerosDropped; } // numbers such as 007
    [[nodiscard]] qint64 notDates() const { return m_notDates; } // 0 unless they are to be counted

private:
    [[nodiscard]] Cell respelled(std::string_view field);

    ColumnType m_type;
    CellKind m_nullKind = CellKind::Empty;
    bool m_checksDates = false;
    std::optional<int> m_decimals;
    qint64 m_notNumbers = 0;
    qint64 m_zerosDropped = 0;
    qint64 m_notDates = 0;
    std::string m_scratch;
    std::string m_word; // of nulls
};

} // namespace Sheet
