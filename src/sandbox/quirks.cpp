#include "sandbox/quirks.h"

#include <QStringList>

#include <array>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

// The values of a switch, the default first, and a function that sets the value at an index of that list.
struct Switch
{
    QLatin1String name;
    QLatin1String values;
    QLatin1String meaning;
    void (*choose)(Quirks &quirks, int at) = nullptr;
};

template <auto member> void choose(Quirks &quirks, int at)
{
    using Value = std::remove_reference_t<decltype(quirks.*member)>;
    if constexpr (std::is_same_v<Value, bool>)
        quirks.*member = (at == 0) == Quirks().*member;
    else
        quirks.*member = static_cast<Value>(at); // enumerators are in the order of the names
}

// A switch whose value is a number; 0 is the default.
struct NumberSwitch
{
    QLatin1String name;
    QLatin1String unit;
    QLatin1String meaning;
    void (*set)(Quirks &quirks, int value) = nullptr;
};

constexpr std::array numberSwitches{
    NumberSwitch{"read-lag"_L1, "milliseconds"_L1, "how long reads return the values from before an operation"_L1,
                 [](Quirks &quirks, int value) { quirks.readLag = std::chrono::milliseconds(value); }},
    NumberSwitch{"query-limit"_L1, "rows"_L1, "how many rows a query returns at most, without a word about the rest"_L1,
                 [](Quirks &quirks, int value) { quirks.queryLimit = value; }},
};

constexpr std::array switches{
    Switch{"grow"_L1, "yes|no"_L1, "whether a write beyond the last row or column extends the sheet or is rejected"_L1,
           choose<&Quirks::grow>},
    Switch{"coercion"_L1, "yes|no"_L1,
           "whether text that looks like a number or date is converted, unless the format is TEXT"_L1,
           choose<&Quirks::coercion>},
    Switch{"formula-in-text"_L1, "no|yes"_L1,
           "whether text starting with = becomes a formula even with the TEXT format"_L1,
           choose<&Quirks::formulaInText>},
    Switch{"atomic-put"_L1, "yes|no"_L1, "whether a failed write leaves nothing, or the first half of its rows"_L1,
           choose<&Quirks::atomicPut>},
    Switch{"overlap"_L1, "allowed|conflict"_L1,
           "whether a second write to a sheet during the first is accepted or answered with 409"_L1,
           choose<&Quirks::overlap>},
    Switch{"csv-null"_L1, "empty|backslash-n"_L1, "how the export writes null"_L1,
           choose<&Quirks::csvNullIsBackslashN>},
    Switch{"range"_L1, "absolute|relative|request|absent"_L1,
           "the range that a page of values reports: its place in the sheet, its place in the requested region, "
           "the requested region, or none"_L1,
           choose<&Quirks::pageRange>},
    Switch{"blank-rows"_L1, "padded|empty"_L1,
           "whether a blank row in a page of values is sent as \"\" in every cell or as []"_L1,
           choose<&Quirks::paddedRows>},
    Switch{"edge-read"_L1, "answered|refused"_L1,
           "reading values or sheetdata of a closed region beyond the last row or column"_L1,
           choose<&Quirks::edgeRead>},
    Switch{"open-read"_L1, "answered|refused"_L1, "reading values of an open region (sheetdata is always answered)"_L1,
           choose<&Quirks::openRead>},
    Switch{"locked-cells"_L1, "fail|skip|refuse"_L1,
           "a write to locked cells: its operation fails, the cells are skipped silently, or the write is "
           "rejected with 403"_L1,
           choose<&Quirks::lockedCells>},
    Switch{"links"_L1, "free|refuse"_L1, "whether a write to linked cells is allowed or rejected with 400"_L1,
           choose<&Quirks::linksAreFree>},
    Switch{"date-raw"_L1, "iso|serial|text"_L1,
           "how text converted to a date is read: 2026-01-31, 46053, or the text"_L1, choose<&Quirks::dateRaw>},
    Switch{"text-keeps"_L1, "all|lf|nfc|trimmed"_L1,
           "how text is stored: unchanged, with LF for CRLF and CR, in Unicode form NFC, or without leading and "
           "trailing spaces"_L1,
           choose<&Quirks::textKeeps>},
    Switch{"digits"_L1, "17|15"_L1, "how many digits of a number are stored"_L1, choose<&Quirks::allDigits>},
    Switch{"format-kept"_L1, "yes|no"_L1, "whether a value format takes effect or is ignored"_L1,
           choose<&Quirks::formatKept>},
    Switch{"operation-address"_L1, "header|body|both|none"_L1,
           "where a 202 response names its operation: Location, operationLocation in its body, both, or neither"_L1,
           choose<&Quirks::operationAddress>},
    Switch{"operation-words"_L1, "plain|capitals|other"_L1,
           "the states of an operation: started and completed, STARTED and COMPLETED, or in_progress and "
           "succeeded"_L1,
           choose<&Quirks::operationWords>},
    Switch{"subqueries"_L1, "accepted|rejected"_L1,
           "whether SQL may have a query within a query or is rejected with 400"_L1, choose<&Quirks::subqueries>},
    Switch{"query-reply"_L1, "head-first|rows-first|untyped"_L1,
           "a reply to a query: columns and types before the rows, after them, or without the types of columns that "
           "are computed"_L1,
           choose<&Quirks::queryReply>},
};

Core::Result<void> wrong(const QString &assignment, const QString &what)
{
    return Core::fail(Core::ErrorKind::InvalidInput, assignment, what);
}

} // namespace

Core::Result<void> Quirks::set(const QString &assignment)
{
    const qsizetype equals = assignment.indexOf(u'=');
    const QString name = assignment.left(equals);
    const QString value = equals < 0 ? QString() : assignment.sliced(equals + 1);
    for (const NumberSwitch &one : numberSwitches) {
        if (one.name != name)
            continue;
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        if (!isNumber || number < 0)
            return wrong(assignment, u"%1 must be a number of %2"_s.arg(name, one.unit));
        one.set(*this, number);
        return {};
    }
    for (const Switch &one : switches) {
        if (one.name != name)
            continue;
        const QStringList values = QString(one.values).split(u'|');
        const qsizetype at = values.indexOf(value);
        if (at < 0)
            return wrong(assignment, u"%1 must be %2"_s.arg(name, values.join(u" or "_s)));
        one.choose(*this, int(at));
        return {};
    }
    return wrong(assignment, u"unknown quirk \"%1\""_s.arg(name));
}

QStringList quirkNames()
{
    QStringList names;
    for (const Switch &one : switches)
        names += one.name + u'=' + one.values;
    for (const NumberSwitch &one : numberSwitches)
        names += one.name + u"=0|"_s + QString(one.unit).toUpper();
    return names;
}

QStringList quirkLines()
{
    QStringList lines = quirkNames();
    qsizetype at = 0;
    for (const Switch &one : switches)
        lines[at++] += u": "_s + one.meaning;
    for (const NumberSwitch &one : numberSwitches)
        lines[at++] += u": "_s + one.meaning;
    return lines;
}

} // namespace Sandbox
