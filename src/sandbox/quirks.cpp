#include "sandbox/quirks.h"

#include <array>
#include <type_traits>

namespace Sandbox {

namespace {

// The values of a switch in one text, the default first, and what sets the one at a place of that list.
struct Switch
{
    QLatin1String name;
    QLatin1String values;
    QLatin1String meaning;
    void (*choose)(Quirks &quirks, int at);
};

template <auto member> void choose(Quirks &quirks, int at)
{
    using Value = std::remove_reference_t<decltype(quirks.*member)>;
    if constexpr (std::is_same_v<Value, bool>)
        quirks.*member = (at == 0) == Quirks().*member;
    else
        quirks.*member = static_cast<Value>(at); // an enumeration has the order of its names
}

constexpr QLatin1String lagName("read-lag");

constexpr std::array switches{
    Switch{QLatin1String("grow"), QLatin1String("yes|no"),
           QLatin1String("a write beyond the sheet's last row or column makes it larger, or is refused"),
           choose<&Quirks::grow>},
    Switch{QLatin1String("coercion"), QLatin1String("yes|no"),
           QLatin1String("text that looks like a number or a date becomes one, unless the format is TEXT"),
           choose<&Quirks::coercion>},
    Switch{QLatin1String("formula-in-text"), QLatin1String("no|yes"),
           QLatin1String("text beginning with = becomes a formula under the TEXT format, too"),
           choose<&Quirks::formulaInText>},
    Switch{QLatin1String("atomic-put"), QLatin1String("yes|no"),
           QLatin1String("a failed write has written nothing, or the first half of its rows"),
           choose<&Quirks::atomicPut>},
    Switch{QLatin1String("overlap"), QLatin1String("allowed|conflict"),
           QLatin1String("a second write of a sheet while the first still runs is accepted, or answered 409"),
           choose<&Quirks::overlap>},
    Switch{QLatin1String("csv-null"), QLatin1String("empty|backslash-n"), QLatin1String("how the export writes null"),
           choose<&Quirks::csvNullIsBackslashN>},
    Switch{
        QLatin1String("range"), QLatin1String("absolute|relative|request|absent"),
        QLatin1String("what a page of values says of its place: where in the sheet, where in the region that was asked "
                      "for, that region itself, or nothing"),
        choose<&Quirks::pageRange>},
    Switch{QLatin1String("blank-rows"), QLatin1String("padded|empty"),
           QLatin1String("a blank row of a page of values comes with \"\" in every cell, or as []"),
           choose<&Quirks::paddedRows>},
    Switch{
        QLatin1String("edge-read"), QLatin1String("answered|refused"),
        QLatin1String("reading values or sheetdata of a closed region that goes beyond the sheet's last row or column"),
        choose<&Quirks::edgeRead>},
    Switch{QLatin1String("open-read"), QLatin1String("answered|refused"),
           QLatin1String("reading values of an open region; sheetdata always answers"), choose<&Quirks::openRead>},
    Switch{QLatin1String("locked-cells"), QLatin1String("fail|skip|refuse"),
           QLatin1String("a write that meets locked cells: its operation fails, it passes them over in silence, or it "
                         "is refused with 403"),
           choose<&Quirks::lockedCells>},
    Switch{QLatin1String("links"), QLatin1String("free|refuse"),
           QLatin1String("a write over cells with a link is like any other, or is refused with 400"),
           choose<&Quirks::linksAreFree>},
    Switch{QLatin1String("date-raw"), QLatin1String("iso|serial|text"),
           QLatin1String("what text that was taken for a date reads as: 2026-01-31, 46053, or the text"),
           choose<&Quirks::dateRaw>},
    Switch{QLatin1String("text-keeps"), QLatin1String("all|lf|nfc|trimmed"),
           QLatin1String("text is kept as it is, with LF for CRLF and CR, in Unicode's form NFC, or without blanks at "
                         "its ends"),
           choose<&Quirks::textKeeps>},
    Switch{QLatin1String("digits"), QLatin1String("17|15"), QLatin1String("how many digits of a number are kept"),
           choose<&Quirks::allDigits>},
    Switch{QLatin1String("format-kept"), QLatin1String("yes|no"),
           QLatin1String("a value format takes effect, or is accepted and forgotten"), choose<&Quirks::formatKept>},
    Switch{QLatin1String("operation-address"), QLatin1String("header|body|both|none"),
           QLatin1String("where a 202 tells its operation: Location, operationLocation in its body, both, or neither"),
           choose<&Quirks::operationAddress>},
    Switch{QLatin1String("operation-words"), QLatin1String("plain|capitals|other"),
           QLatin1String(
               "how an operation says its state: started and completed, STARTED and COMPLETED, or in_progress and "
               "succeeded"),
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
            return wrong(assignment, QStringLiteral("%1 is a number of milliseconds").arg(name));
        readLag = std::chrono::milliseconds(milliseconds);
        return {};
    }
    for (const Switch &one : switches) {
        if (one.name != name)
            continue;
        const QStringList values = QString(one.values).split(u'|');
        const qsizetype at = values.indexOf(value);
        if (at < 0)
            return wrong(assignment, QStringLiteral("%1 is %2").arg(name, values.join(QStringLiteral(" or "))));
        one.choose(*this, int(at));
        return {};
    }
    return wrong(assignment, QStringLiteral("unknown quirk \"%1\"").arg(name));
}

QStringList quirkNames()
{
    QStringList names;
    for (const Switch &one : switches)
        names += one.name + u'=' + one.values;
    return names + QStringList{lagName + QStringLiteral("=0|MILLISECONDS")};
}

QStringList quirkLines()
{
    QStringList lines = quirkNames();
    for (size_t i = 0; i < switches.size(); ++i)
        lines[qsizetype(i)] += QStringLiteral(": ") + switches[i].meaning;
    lines.last() += QStringLiteral(": how long reads show a sheet as it was before an operation");
    return lines;
}

} // namespace Sandbox
