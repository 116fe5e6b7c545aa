#pragma once

#include "core/result.h"
#include "workiva/baseurlregion.h"

#include <optional>

namespace Workiva {

// What a user pastes to say which spreadsheet, and perhaps which sheet, is meant.
struct SpreadsheetAddress
{
    QString spreadsheetId;
    QString sheetId; // empty when the text does not say
    std::optional<BaseUrlRegion> region; // told by the host; none for a bare ID or a loopback host

    friend bool operator==(const SpreadsheetAddress &, const SpreadsheetAddress &) = default;
};

// Understands a bare ID, and addresses of the web application, with or without scheme, query and fragment:
//   https://<app|eu|apac>.wdesk.com/a/<workspace>/spreadsheet/<id>[/<revision>][/sheet/<sheetId>][/…]
// A loopback host stands for a local service. IDs are usually 32 hex digits, which nobody promises: any letters, digits
// and "_-.~=" are taken. Anything else is InvalidInput with the text as subject. Pure.
[[nodiscard]] Core::Result<SpreadsheetAddress> parseAddress(const QString &text);

} // namespace Workiva
