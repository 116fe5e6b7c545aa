#pragma once

#include <QString>

namespace Workiva {

// What the service knows a sheet by: the ID of its spreadsheet, and its own within that.
struct SheetId
{
    QString spreadsheet;
    QString sheet;

    friend bool operator==(const SheetId &, const SheetId &) = default;
};

} // namespace Workiva
