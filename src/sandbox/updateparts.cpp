#include "sandbox/updateparts.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

namespace Sandbox {

namespace {

Accepted<int> side(const QJsonValue &value, int otherwise, int limit, const QString &target)
{
    if (value.isNull() || value.isUndefined())
        return otherwise;
    return readInteger(value, 0, limit - 1, target);
}

} // namespace

Accepted<int> readInteger(const QJsonValue &value, int least, int most, const QString &target)
{
    const double number = value.toDouble(std::nan(""));
    if (!(number >= least && number <= most) || number != std::floor(number))
        return refuse(400, QStringLiteral("expected a whole number from %1 to %2").arg(least).arg(most), target);
    return int(number);
}

Accepted<Sheet::Rectangle> readRange(const QJsonValue &value, const QString &target)
{
    if (!value.isObject() && !value.isNull())
        return refuse(400, QStringLiteral("expected a range"), target);
    const auto top = side(value[QLatin1String("startRow")], 0, Sheet::maxRows, target);
    const auto left = side(value[QLatin1String("startColumn")], 0, Sheet::maxColumns, target);
    const auto bottom = side(value[QLatin1String("stopRow")], Sheet::maxRows - 1, Sheet::maxRows, target);
    const auto right = side(value[QLatin1String("stopColumn")], Sheet::maxColumns - 1, Sheet::maxColumns, target);
    for (const auto &one : {top, left, bottom, right}) {
        if (!one)
            return tl::unexpected(one.error());
    }
    if (*bottom < *top || *right < *left)
        return refuse(400, QStringLiteral("a range ends before it begins"), target);
    return Sheet::Rectangle{*top, *left, *bottom - *top + 1, *right - *left + 1};
}

Accepted<std::vector<Sheet::Rectangle>> readRanges(const QJsonValue &list, const QString &target)
{
    if (!list.isArray())
        return refuse(400, QStringLiteral("expected a list of ranges"), target);
    std::vector<Sheet::Rectangle> ranges;
    for (const QJsonValue &value : list.toArray()) {
        const auto range = readRange(value, target);
        if (!range)
            return tl::unexpected(range.error());
        ranges.push_back(*range);
    }
    return ranges;
}

Accepted<std::vector<Interval>> readIntervals(const QJsonValue &list, bool ofRows, const QString &target)
{
    if (!list.isArray())
        return refuse(400, QStringLiteral("expected a list of intervals"), target);
    const int limit = ofRows ? Sheet::maxRows : Sheet::maxColumns;
    std::vector<Interval> intervals;
    for (const QJsonValue &value : list.toArray()) {
        const auto first = side(value[QLatin1String("start")], 0, limit, target);
        const auto last = side(value[QLatin1String("end")], limit - 1, limit, target);
        if (!first)
            return tl::unexpected(first.error());
        if (!last)
            return tl::unexpected(last.error());
        if (*last < *first)
            return refuse(400, QStringLiteral("an interval ends before it begins"), target);
        intervals.push_back({*first, *last});
    }
    return intervals;
}

} // namespace Sandbox
