#pragma once

#include "sandbox/sheet/refusal.h"
#include "sandbox/sheet/storedspreadsheet.h"

#include <QJsonObject>

namespace Sandbox {

// The ranges of sheets that are linked with others, in the contract's shape (RangeLink).

// Those of a sheet's table, sources and destinations.
[[nodiscard]] std::vector<QJsonObject> rangeLinks(const Spreadsheets &all, const Worksheet &sheet);

// Where a source of the sheet leads to: sheets of all spreadsheets, or a document. Refused with 404 for a link that the
// sheet has not, with 400 for a destination.
[[nodiscard]] Accepted<std::vector<QJsonObject>> rangeLinkDestinations(const Spreadsheets &all, const Worksheet &sheet,
                                                                       const QString &id);

// Makes a range a source, once; with IDs that are the same from run to run.
RangeLink addSource(Worksheet &sheet, const Sheet::Rectangle &range);

// Lets the source's values be shown from a cell on, as they are now.
void addDestination(const Worksheet &from, const RangeLink &source, Worksheet &sheet, const Sheet::Address &at);

} // namespace Sandbox
