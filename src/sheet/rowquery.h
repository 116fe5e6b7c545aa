#pragma once

#include "core/result.h"

#include <QMap>

namespace Sheet {

// Which rows of a DataSet are written: the result of an SQL query on it, which Domo runs.
struct RowQuery
{
    // One SELECT, with {{name}} wherever a parameter's value belongs; empty: all rows, as they are exported.
    QString sql{};
    QMap<QString, QString> parameters{}; // by name

    friend bool operator==(const RowQuery &, const RowQuery &) = default;
};

inline constexpr auto periodParameter = QLatin1String("period"); // see withPeriod()

// Why a query is not sent: the cause of an InvalidInput error.
struct RowQueryFault
{
    enum class Reason {
        // The subject is the SQL from `position` on
        NoSelect, // it begins with neither SELECT nor WITH
        SecondStatement, // something follows a semicolon
        OpenQuote, // a quote that is not closed
        Comment, // whose end could be read in more than one way
        Backslash, // before a quote or a parameter: services differ in what it does there
        NotAParameter, // "{{" without a name and "}}"
        InDoubleQuotes, // a parameter; services differ in whether these enclose a text or a name
        // The subject is the parameter's name
        NoValue, // it was given no value
        Unused, // the SQL does not have it
        NotANumber, // outside of quotes, but not a plain decimal number such as -12.50
        NotAText, // in single quotes, with a backslash or a control character
        NotAColumn, // in backticks, but empty, or with a backtick or a control character
        // The subject is what was given
        NoEqualsSign, // a parameter without a value
        Repeated, // a parameter that was given before
    };
    static constexpr Reason lastReason = Reason::Repeated;

    Reason reason = Reason::NoSelect;
    qsizetype position = 0; // in the SQL, 0-based, in characters; where the subject is not the SQL, 0

    friend bool operator==(const RowQueryFault &, const RowQueryFault &) = default;
};

[[nodiscard]] QStringList parametersOf(const QString &sql); // the names of those it has, each once

// `position` where the subject is a part of the SQL.
[[nodiscard]] Core::Failure rowQueryFault(RowQueryFault::Reason reason, const QString &subject, qsizetype position = 0);

// The query with the run's period as its parameter `period`, if it has that. InvalidInput, with Core::Contradiction as
// cause, if the query has another value for it. An empty period changes nothing. Pure.
[[nodiscard]] Core::Result<RowQuery> withPeriod(RowQuery query, const QString &period);

// The SQL with its parameters' values, without outer blanks and without a semicolon at its end. A value stays what its
// place makes of it: in single quotes a text, in backticks the name of a column, elsewhere a number; it is never more
// SQL, whether the service reads it as MySQL does or as the standard says. InvalidInput, with a RowQueryFault as cause,
// otherwise. Empty for an empty query. Pure.
[[nodiscard]] Core::Result<QString> filled(const RowQuery &query);

} // namespace Sheet
