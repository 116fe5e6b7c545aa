#pragma once

#include "core/result.h"
#include "workiva/baseurlregion.h"

#include <optional>

namespace Workiva {

// The spreadsheet, and possibly the sheet, that a pasted text refers to.
struct SpreadsheetAddress
{
    QString spreadsheetId;
    QString sheetId; // empty if the text does not contain one
    std::optional<BaseUrlRegion> baseUrlRegion; // derived from the host; none for a bare ID or a loopback host

    friend bool operator==(const SpreadsheetAddress &, const SpreadsheetAddress &) = default;
};

// Parses a bare ID, or an address of the web application, with or without scheme, query and fragment:
//   https://<app|eu|apac>.wdesk.com/a/<workspace>/spreadsheet/<id>[/<revision>][/sheet/<sheetId>][/…]
// A loopback host stands for a local service. IDs are usually 32 hex digits, but that is not guaranteed: any letters,
// digits and "_-.~=" are accepted. Anything else is InvalidInput with the text as subject. Pure.
[[nodiscard]] Core::Result<SpreadsheetAddress> parseAddress(const QString &text);

} // namespace Workiva
