#include "sandbox/quirks.h"

#include <array>

namespace Sandbox {

namespace {

struct Switch
{
    QLatin1String name;
    QLatin1String on;
    QLatin1String off;
    bool Quirks::*member;
};

constexpr std::array switches{
    Switch{QLatin1String("grow"), QLatin1String("yes"), QLatin1String("no"), &Quirks::grow},
    Switch{QLatin1String("coercion"), QLatin1String("yes"), QLatin1String("no"), &Quirks::coercion},
    Switch{QLatin1String("formula-in-text"), QLatin1String("yes"), QLatin1String("no"), &Quirks::formulaInText},
    Switch{QLatin1String("atomic-put"), QLatin1String("yes"), QLatin1String("no"), &Quirks::atomicPut},
    Switch{QLatin1String("overlap"), QLatin1String("allowed"), QLatin1String("conflict"), &Quirks::overlap},
    Switch{QLatin1String("csv-null"), QLatin1String("backslash-n"), QLatin1String("empty"),
           &Quirks::csvNullIsBackslashN},
};

} // namespace

Core::Result<void> Quirks::set(const QString &assignment)
{
    const qsizetype equals = assignment.indexOf(u'=');
    const QString name = assignment.left(equals);
    const QString value = equals < 0 ? QString() : assignment.sliced(equals + 1);
    for (const Switch &one : switches) {
        if (one.name != name)
            continue;
        if (value != one.on && value != one.off)
            return Core::fail(Core::ErrorKind::InvalidInput, assignment,
                              QStringLiteral("%1 is %2 or %3").arg(one.name, one.on, one.off));
        this->*one.member = value == one.on;
        return {};
    }
    return Core::fail(Core::ErrorKind::InvalidInput, assignment, QStringLiteral("unknown quirk \"%1\"").arg(name));
}

QStringList quirkNames()
{
    const Quirks usual;
    QStringList names;
    for (const Switch &one : switches) {
        const bool on = usual.*one.member;
        names += QStringLiteral("%1=%2|%3").arg(one.name, on ? one.on : one.off, on ? one.off : one.on);
    }
    return names;
}

} // namespace Sandbox
