#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace Support {

// A cell of an .xlsx file, as openpyxl reads it.
struct XlsxCell
{
    QString type; // n, s, b or f
    QString value; // of a number its shortest digits, such as "1.5" or "12.0"
    QString format{}; // such as "General" or "@"

    friend bool operator==(const XlsxCell &, const XlsxCell &) = default;
};

struct XlsxSheet
{
    QString name;
    QString frozen; // the first cell that scrolls
    QString filter; // range with filters
    QString printed; // such as "landscape, 1 by 0, $1:$1"
    QHash<QString, XlsxCell> cells; // not blank, by their place

    // Type and value: "s a text", "n 1.5"; empty for a blank cell.
    [[nodiscard]] QString at(const QString &place) const;
    [[nodiscard]] QString text(const QString &place) const { return cells.value(place).value; }
};

// Reads the file with xlsxcells.py. Empty if that fails.
[[nodiscard]] QList<XlsxSheet> xlsxSheets(const QString &path);

} // namespace Support
