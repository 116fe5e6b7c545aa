#include "sandbox/workiva/updateparts.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

Accepted<int> side(const QJsonValue &value, int fallback, int limit, const QString &target)
{
    if (value.isNull() || value.isUndefined())
        return fallback;
    return readInteger(value, 0, limit - 1, target);
}

} // namespace

Accepted<int> readInteger(const QJsonValue &value, int min, int max, const QString &target)
{
    const double number = value.toDouble(std::nan(""));
    if (!(number >= min && number <= max) || number != std::floor(number))
        return refuse(400, u"expected a whole number from %1 to %2"_s.arg(min).arg(max), target);
    return int(number);
}

Accepted<Sheet::Rectangle> readRange(const QJsonValue &value, const QString &target)
{
    if (!value.isObject() && !value.isNull())
        return refuse(400, u"expected a range"_s, target);
    const auto top = side(value["startRow"_L1], 0, Sheet::maxRows, target);
    const auto left = side(value["startColumn"_L1], 0, Sheet::maxColumns, target);
    const auto bottom = side(value["stopRow"_L1], Sheet::maxRows - 1, Sheet::maxRows, target);
    const auto right = side(value["stopColumn"_L1], Sheet::maxColumns - 1, Sheet::maxColumns, target);
    for (const auto &one : {top, left, bottom, right}) {
        if (!one)
            return Core::propagate(one);
    }
    if (*bottom < *top || *right < *left)
        return refuse(400, u"a range ends before it begins"_s, target);
    return Sheet::Rectangle{*top, *left, *bottom - *top + 1, *right - *left + 1};
}

Accepted<std::vector<Sheet::Rectangle>> readRanges(const QJsonValue &list, const QString &target)
{
    if (!list.isArray())
        return refuse(400, u"expected a list of ranges"_s, target);
    std::vector<Sheet::Rectangle> ranges;
    for (const QJsonValue &value : list.toArray()) {
        const auto range = readRange(value, target);
        if (!range)
            return Core::propagate(range);
        ranges.push_back(*range);
    }
    return ranges;
}

Accepted<std::vector<Interval>> readIntervals(const QJsonValue &list, bool ofRows, const QString &target)
{
    if (!list.isArray())
        return refuse(400, u"expected a list of intervals"_s, target);
    const int limit = ofRows ? Sheet::maxRows : Sheet::maxColumns;
    std::vector<Interval> intervals;
    for (const QJsonValue &value : list.toArray()) {
        const auto first = side(value["start"_L1], 0, limit, target);
        const auto last = side(value["end"_L1], limit - 1, limit, target);
        if (!first)
            return Core::propagate(first);
        if (!last)
            return Core::propagate(last);
        if (*last < *first)
            return refuse(400, u"an interval ends before it begins"_s, target);
        intervals.push_back({*first, *last});
    }
    return intervals;
}

} // namespace Sandbox
