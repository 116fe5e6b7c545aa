#pragma once

#include <QJsonValue>
#include <QString>

#include <optional>

namespace Domo {

// Values that decide nothing, or that are found out in another way when they are not told: a number where a text is
// expected, a text where a number or a boolean is. What has none of the forms is not told. Pure.
[[nodiscard]] QString lenientText(const QJsonValue &value); // empty: not told
[[nodiscard]] std::optional<bool> lenientBoolean(const QJsonValue &value);
[[nodiscard]] std::optional<qint64> lenientCount(const QJsonValue &value); // whole, from 0

[[nodiscard]] std::optional<qint64> lenientCount(const QString &text); // "12", also as "12.0" or "1.2E1"

} // namespace Domo
