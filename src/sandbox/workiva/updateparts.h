#pragma once

#include "sandbox/sheet/refusal.h"
#include "sheet/rectangle.h"

#include <QJsonValue>

#include <vector>

namespace Sandbox {

// The parts of an update's members, parsed and validated. 0-based and inclusive in the contract; a side that is null or
// missing is unbounded.

struct Interval
{
    int first = 0;
    int last = 0; // inclusive
};

[[nodiscard]] Accepted<Sheet::Rectangle> readRange(const QJsonValue &value, const QString &target);
[[nodiscard]] Accepted<std::vector<Sheet::Rectangle>> readRanges(const QJsonValue &list, const QString &target);
[[nodiscard]] Accepted<std::vector<Interval>> readIntervals(const QJsonValue &list, bool ofRows, const QString &target);

// A member that must be a whole number within these limits.
[[nodiscard]] Accepted<int> readInteger(const QJsonValue &value, int min, int max, const QString &target);

} // namespace Sandbox
