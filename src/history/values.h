#pragma once

#include "writeback/sheetplace.h"

#include <QDateTime>
#include <QVariant>

namespace History {

// Conversion of values for the columns. Times are milliseconds since 1970, UTC.

[[nodiscard]] inline QVariant fromTime(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

[[nodiscard]] inline QDateTime toTime(const QVariant &value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

// For a NOT NULL column: a null QString would become NULL.
[[nodiscard]] inline QString fromText(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

[[nodiscard]] inline QString keyText(const Writeback::SheetPlace &sheet)
{
    return QString::fromLatin1(Writeback::keyOf(sheet));
}

} // namespace History
