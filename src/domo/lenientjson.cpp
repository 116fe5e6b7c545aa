#include "domo/lenientjson.h"

#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Domo {

namespace {

constexpr double mostCounted = 1e15; // rows: more than any service holds

} // namespace

QString lenientText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
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
    if (word == "true"_L1 || word == "yes"_L1 || word == "1"_L1)
        return true;
    if (word == "false"_L1 || word == "no"_L1 || word == "0"_L1)
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
