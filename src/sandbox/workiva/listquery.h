#pragma once

#include "sandbox/sheet/refusal.h"

#include <QJsonObject>

#include <vector>

namespace Sandbox {

// The items of a list that match $filter, in the order of $orderBy: the part of OData's grammar that lists need. A
// filter compares properties with texts in single quotes (doubled inside), numbers, true, false and null by eq, ne, gt,
// ge, lt and le, or by contains(a,b), startswith(a,b) and endswith(a,b); comparisons are combined by and, or, not and
// parentheses. An order is a list of properties, each optionally followed by asc or desc. Nested properties are
// separated by a slash: modified/dateTime. Text is compared by code units. An empty text does not filter or sort;
// anything invalid, or a property that no item has, is rejected with 400.
[[nodiscard]] Accepted<std::vector<QJsonObject>> filtered(std::vector<QJsonObject> items, const QString &filter);
[[nodiscard]] Accepted<std::vector<QJsonObject>> ordered(std::vector<QJsonObject> items, const QString &order);

} // namespace Sandbox
