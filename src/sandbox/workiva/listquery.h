#pragma once

#include "sandbox/sheet/refusal.h"

#include <QJsonObject>

#include <vector>

namespace Sandbox {

// The items of a list that $filter lets through, in the order of $orderBy: what lists need of OData's grammar. A filter
// compares properties with texts in single quotes (doubled within), numbers, true, false and null by eq, ne, gt, ge, lt
// and le, or by contains(a,b), startswith(a,b) and endswith(a,b); comparisons are joined by and, or, not and
// parentheses. An order is a list of properties, each with asc or desc behind it or nothing. Properties within
// properties are named with a slash: modified/dateTime. Text is compared code unit by code unit. An empty text filters
// or orders nothing; what cannot be understood, or names a property that no item has, is refused with 400.
[[nodiscard]] Accepted<std::vector<QJsonObject>> filtered(std::vector<QJsonObject> items, const QString &filter);
[[nodiscard]] Accepted<std::vector<QJsonObject>> ordered(std::vector<QJsonObject> items, const QString &order);

} // namespace Sandbox
