#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace Writeback {

// A sheet as one and the same for everybody who writes it: the service's address, spreadsheet and sheet.
struct SheetPlace
{
    QUrl workiva;
    QString spreadsheetId;
    QString sheetId;

    friend bool operator==(const SheetPlace &, const SheetPlace &) = default;
};

// The same for two places that are the same sheet, in hex: names of host and letters' case do not matter, and the names
// of this machine (localhost, 127.0.0.1, ::1) are one. Pure.
[[nodiscard]] QByteArray keyOf(const SheetPlace &sheet);

} // namespace Writeback
