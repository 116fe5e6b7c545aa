#include "words/querytext.h"

#include "words/shown.h"
#include "words/spoken.h"
#include "writeback/sourceproof.h"

namespace Words {

Sentences rowQueryWords(const Sheet::RowQueryFault &fault, const QString &subject)
{
    using Reason = Sheet::RowQueryFault::Reason;
    const QString place = number(fault.position + 1);
    switch (fault.reason) {
    case Reason::NoSelect:
        return {Spoken::tr("The SQL does not begin with SELECT or WITH: \"%1\".").arg(subject),
                Spoken::tr("Enter a query on the table named table, such as SELECT * FROM table.")};
    case Reason::SecondStatement:
        return {Spoken::tr("The SQL has a second statement, at character %1: \"%2\".").arg(place, subject),
                Spoken::tr("Enter one query. A semicolon may only end it.")};
    case Reason::OpenQuote:
        return {Spoken::tr("A quote in the SQL is not closed, at character %1: \"%2\".").arg(place, subject),
                Spoken::tr("Close it. A quote that is part of a text is doubled.")};
    case Reason::Comment:
        return {Spoken::tr("The SQL has a comment, at character %1: \"%2\".").arg(place, subject),
                Spoken::tr("Remove it. Separate two minus signs by a space.")};
    case Reason::Backslash:
        return {Spoken::tr("The SQL has a backslash before a quote or a parameter, at character %1: \"%2\".")
                    .arg(place, subject),
                Spoken::tr("Remove it. A quote that is part of a text is doubled.")};
    case Reason::NotAParameter:
        return {Spoken::tr("The SQL has two opening braces that do not begin a parameter, at character %1: \"%2\".")
                    .arg(place, subject),
                Spoken::tr("Write a parameter as {{name}}, without spaces. Its name has letters from A to Z, digits "
                           "and underscores, and does not begin with a digit.")};
    case Reason::InDoubleQuotes:
        return {Spoken::tr("The SQL has a parameter in double quotes, at character %1: \"%2\".").arg(place, subject),
                Spoken::tr("Put it in single quotes if it is a text or a date, and in backticks if it is the name of "
                           "a column.")};
    case Reason::NoValue:
        return {Spoken::tr("The SQL has the parameter \"%1\", which has no value.").arg(subject),
                Spoken::tr("Give it a value, or correct its name in the SQL.")};
    case Reason::Unused:
        return {Spoken::tr("The SQL does not have the parameter \"%1\".").arg(subject),
                Spoken::tr("Write it there as {{%1}}, or remove it.").arg(subject)};
    case Reason::NotANumber:
        return {Spoken::tr("The parameter \"%1\" is outside of quotes in the SQL, and its value is not a plain number.")
                    .arg(subject),
                Spoken::tr("Put the parameter in single quotes if it is a text or a date, and in backticks if it is "
                           "the name of a column. A plain number is, for example, 12 or -12.50.")};
    case Reason::NotAText:
        return {Spoken::tr("The value of the parameter \"%1\" has a backslash, a line break or another control "
                           "character, which a database may read as something else.")
                    .arg(subject),
                Spoken::tr("Enter a value without it.")};
    case Reason::NotAColumn:
        return {Spoken::tr("The value of the parameter \"%1\" is not the name of a column: it is empty, or has a "
                           "backtick or a control character.")
                    .arg(subject),
                Spoken::tr("Enter the name of a column as it is in Domo.")};
    case Reason::NoEqualsSign:
        return {Spoken::tr("\"%1\" is not a parameter with its value.").arg(subject),
                Spoken::tr("Enter its name, an equals sign and its value, such as entity=E100.")};
    case Reason::Repeated:
        return {Spoken::tr("The parameter \"%1\" is given more than once.").arg(subject), Spoken::tr("Give it once.")};
    }
    Q_UNREACHABLE();
}

std::optional<Sentences> queryText(const Core::Error &error)
{
    if (const auto *rejected = error.cause.as<Domo::QueryRejected>())
        return Sentences{rejected->message.isEmpty()
                             ? Spoken::tr("Domo rejected the SQL.")
                             : Spoken::tr("Domo rejected the SQL: \"%1\".").arg(shown(rejected->message)),
                         Spoken::tr("Check the SQL: the table is named table, and names of columns are in backticks. "
                                    "Domo also rejects queries on a DataSet that is empty or was just loaded.")};
    if (error.cause.as<Domo::QueryTooSlow>())
        return Sentences{Spoken::tr("Domo did not answer the query in time. It gives a query %1 seconds.")
                             .arg(number(Domo::querySeconds.count())),
                         narrowQueryText()};
    return {};
}

QString narrowQueryText()
{
    return Spoken::tr("Narrow the query, for example with WHERE or GROUP BY, then run again.");
}

} // namespace Words
