#include "support/sidebyside.h"

#include <QCoreApplication>
#include <QMetaObject>

namespace Support {

std::optional<QStringList> rowsAskedFor(const QObject &test, const QByteArray &function)
{
    bool namesOne = false;
    QStringList rows;
    for (const QString &argument : QCoreApplication::arguments().mid(1)) {
        const QByteArray named = argument.section(u':', 0, 0).toLatin1();
        if (test.metaObject()->indexOfMethod((named + "()").constData()) < 0)
            continue; // an option, or its value
        namesOne = true;
        if (named == function && named.size() == argument.size())
            return {};
        if (named == function)
            rows.append(argument.sliced(named.size() + 1));
    }
    return namesOne ? std::optional(rows) : std::nullopt;
}

} // namespace Support
