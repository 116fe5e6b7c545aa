#include "domo/lenientjson.h"

#include <QLocale>

#include <cmath>

namespace Domo {

namespace {

constexpr double mostCounted = 1e15; // rows: more than any service holds

} // namespace

QString lenientText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (!value.isDouble())
        return value.toString();
    // Whole numbers keep all their digits; the default comes back for others.
    const qint64 whole = value.toInteger(0);
    return whole == value.toInteger(1) ? QString::number(whole)
                                       : QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
}

std::optional<bool> lenientBoolean(const QJsonValue &value)
{
    const QString word = lenientText(value).trimmed().toLower();
    if (word == QLatin1String("true") || word == QLatin1String("yes") || word == QLatin1String("1"))
        return true;
    if (word == QLatin1String("false") || word == QLatin1String("no") || word == QLatin1String("0"))
        return false;
    return {};
}

std::optional<qint64> lenientCount(const QJsonValue &value)
{
    return value.isBool() ? std::nullopt : lenientCount(lenientText(value));
}

std::optional<qint64> lenientCount(const QString &text)
{
    bool ok = false;
    const double value = text.trimmed().toDouble(&ok); // which holds every whole number up to the most there can be
    if (!ok || !(value >= 0 && value <= mostCounted) || value != std::floor(value))
        return {};
    return qint64(value);
}

} // namespace Domo
