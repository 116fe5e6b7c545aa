#include "sandbox/workiva/updateparts.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

struct Side
{
    int fallback = 0;
    int limit = 0;
};

Accepted<int> sideOf(const QJsonValue &value, Side side, const QString &target)
{
    if (value.isNull() || value.isUndefined())
        return side.fallback;
    return readInteger(value, 0, side.limit - 1, target);
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
    const auto top = sideOf(value["startRow"_L1], {.fallback = 0, .limit = Sheet::maxRows}, target);
    const auto left = sideOf(value["startColumn"_L1], {.fallback = 0, .limit = Sheet::maxColumns}, target);
    const auto bottom = sideOf(value["stopRow"_L1], {.fallback = Sheet::maxRows - 1, .limit = Sheet::maxRows}, target);
    const auto right =
        sideOf(value["stopColumn"_L1], {.fallback = Sheet::maxColumns - 1, .limit = Sheet::maxColumns}, target);
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
        const auto first = sideOf(value["start"_L1], {.fallback = 0, .limit = limit}, target);
        const auto last = sideOf(value["end"_L1], {.fallback = limit - 1, .limit = limit}, target);
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
