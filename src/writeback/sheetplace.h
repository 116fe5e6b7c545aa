#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace Writeback {

// Identifies a sheet for all its writers: service address, spreadsheet and sheet.
struct SheetPlace
{
    QUrl workiva;
    QString spreadsheetId;
    QString sheetId;

    friend bool operator==(const SheetPlace &, const SheetPlace &) = default;
};

// Equal for two places that are the same sheet, in hex: host names are compared without regard to case, and the names
// of this computer (localhost, 127.0.0.1, ::1) are one. Pure.
[[nodiscard]] QByteArray keyOf(const SheetPlace &sheet);

} // namespace Writeback
