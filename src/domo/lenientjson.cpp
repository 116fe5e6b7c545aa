#include "domo/lenientjson.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Domo {

namespace {

constexpr double maxCounted = 1e15; // rows: more than any service can hold

} // namespace

std::optional<bool> lenientBoolean(const Core::JsonReader &value)
{
    const QString word = value.lenientString().trimmed().toLower();
    if (word == "true"_L1 || word == "yes"_L1 || word == "1"_L1)
        return true;
    if (word == "false"_L1 || word == "no"_L1 || word == "0"_L1)
        return false;
    return {};
}

std::optional<qint64> lenientCount(const Core::JsonReader &value)
{
    return value.value().isBool() ? std::nullopt : lenientCount(value.lenientString());
}

std::optional<qint64> lenientCount(const QString &text)
{
    bool ok = false;
    const double value = text.trimmed().toDouble(&ok); // exact for every whole number up to the maximum
    if (!ok || !(value >= 0 && value <= maxCounted) || value != std::floor(value))
        return {};
    return qint64(value);
}

} // namespace Domo
