#pragma once

#include <QString>

namespace Workiva {

// Identifies a sheet to the service: the ID of its spreadsheet, and its own ID within it.
struct SheetId
{
    QString spreadsheet;
    QString sheet;

    friend bool operator==(const SheetId &, const SheetId &) = default;
};

} // namespace Workiva
