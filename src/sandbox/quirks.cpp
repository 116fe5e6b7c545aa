#include "sandbox/quirks.h"

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

constexpr QLatin1String lagName("read-lag");

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
    if (name == lagName) {
        bool isNumber = false;
        const uint milliseconds = value.toUInt(&isNumber);
        if (!isNumber)
            return wrong(assignment, u"%1 must be a number of milliseconds"_s.arg(name));
        readLag = std::chrono::milliseconds(milliseconds);
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
    return names + QStringList{lagName + u"=0|MILLISECONDS"_s};
}

QStringList quirkLines()
{
    QStringList lines = quirkNames();
    for (size_t i = 0; i < switches.size(); ++i)
        lines[qsizetype(i)] += u": "_s + switches[i].meaning;
    lines.last() += u": how long reads return the values from before an operation"_s;
    return lines;
}

} // namespace Sandbox
