#pragma once

#include "sandbox/sheet/refusal.h"
#include "sandbox/sheet/storedspreadsheet.h"

#include <QJsonObject>

namespace Sandbox {

// Linked ranges of sheets, in the contract's format (RangeLink).

// Those of a sheet's table, sources and destinations.
[[nodiscard]] std::vector<QJsonObject> rangeLinks(const Spreadsheets &all, const Worksheet &sheet);

// Where a source of the sheet leads to: sheets of all spreadsheets, or a document. 404 if the sheet does not have the
// link, 400 for a destination.
[[nodiscard]] Accepted<std::vector<QJsonObject>> rangeLinkDestinations(const Spreadsheets &all, const Worksheet &sheet,
                                                                       const QString &id);

// Makes a range a source unless it is one; its ID is derived from the range.
RangeLink addSource(Worksheet &sheet, const Sheet::Rectangle &range);

// Makes the source's current values appear from a cell on.
void addDestination(const Worksheet &from, const RangeLink &source, Worksheet &sheet, const Sheet::Address &at);

} // namespace Sandbox
