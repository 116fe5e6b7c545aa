#include "sandbox/sheetdata.h"

#include "sandbox/formula.h"
#include "sandbox/number.h"
#include "sandbox/worksheet.h"

#include <QJsonArray>

#include <algorithm>

namespace Sandbox {

namespace {

QJsonValue json(Sheet::Cell cell)
{
    switch (cell.kind) {
    case Sheet::CellKind::Number: return toDouble(cell.text).value_or(0);
    case Sheet::CellKind::Boolean: return cell.text == "true";
    case Sheet::CellKind::Empty: return QString();
    default: return QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size()));
    }
}

QJsonObject range(const Sheet::Rectangle &area)
{
    return {{QStringLiteral("startRow"), area.row},
            {QStringLiteral("startColumn"), area.column},
            {QStringLiteral("stopRow"), area.lastRow()},
            {QStringLiteral("stopColumn"), area.lastColumn()}};
}

// A date under no other format has become one by itself.
QJsonObject withDate(QJsonObject formats)
{
    QJsonObject value = formats[QLatin1String("valueFormat")].toObject();
    QJsonValueRef type = value[QLatin1String("valueFormatType")];
    if (type.toString(QStringLiteral("AUTOMATIC")) == QLatin1String("AUTOMATIC"))
        type = QStringLiteral("AUTOMATIC DATE");
    formats.insert(QStringLiteral("valueFormat"), value);
    return formats;
}

// What a cell without a format of its own is shown with.
QJsonObject effective(QJsonObject formats)
{
    QJsonObject value = formats[QLatin1String("valueFormat")].toObject();
    if (!value.contains(QLatin1String("valueFormatType")))
        value.insert(QStringLiteral("valueFormatType"), QStringLiteral("AUTOMATIC"));
    formats.insert(QStringLiteral("valueFormat"), value);
    return formats;
}

QJsonArray lineData(const std::map<int, Line> &lines, int first, int last)
{
    QJsonArray all;
    for (int at = first; at <= last; ++at) {
        const auto known = lines.find(at);
        const Line line = known == lines.end() ? Line{} : known->second;
        all.append(QJsonObject{{QStringLiteral("hidden"), line.hidden},
                               {QStringLiteral("size"), line.size ? QJsonValue(*line.size) : QJsonValue()}});
    }
    return all;
}

} // namespace

QJsonObject sheetData(const Worksheet &sheet, const Sheet::Rectangle &page, const QStringList &fields)
{
    const auto wanted = [&fields](const QString &name) { return fields.isEmpty() || fields.contains(name); };
    const bool allOfCell = fields.isEmpty() || std::ranges::none_of(fields, [](const QString &field) {
                               return field == QLatin1String("value") || field == QLatin1String("calculatedValue")
                                   || field == QLatin1String("formats") || field == QLatin1String("effectiveFormats");
                           });
    Calculator calculator(sheet.cells);
    QJsonArray rows;
    for (int row = page.row; row <= page.lastRow(); ++row) {
        QJsonArray cells;
        for (int column = page.column; column <= page.lastColumn(); ++column) {
            QJsonObject formats = sheet.formats.format(sheet.formats.numberAt(sheet.cells, row, column));
            if (const Cells::Stored *stored = sheet.cells.find(row, column); stored && stored->isDate)
                formats = withDate(formats);
            QJsonObject cell{{QStringLiteral("value"), json(sheet.cells.at(row, column))},
                             {QStringLiteral("calculatedValue"), json(calculator.calculated(row, column))},
                             {QStringLiteral("formats"), formats},
                             {QStringLiteral("effectiveFormats"), effective(formats)}};
            for (const QString &name : cell.keys()) {
                if (!allOfCell && !fields.contains(name))
                    cell.remove(name);
            }
            cells.append(cell);
        }
        rows.append(cells);
    }
    QJsonArray merges;
    for (const Sheet::Rectangle &merge : sheet.merges) {
        if (page.intersects(merge))
            merges.append(range(merge));
    }

    QJsonObject data;
    if (wanted(QStringLiteral("cells")) || !allOfCell)
        data.insert(QStringLiteral("cells"), rows);
    if (wanted(QStringLiteral("merges")))
        data.insert(QStringLiteral("merges"), merges);
    if (wanted(QStringLiteral("range")))
        data.insert(QStringLiteral("range"), page.isEmpty() ? QJsonValue() : QJsonValue(range(page)));
    if (wanted(QStringLiteral("rowMetadata")))
        data.insert(QStringLiteral("rowMetadata"), lineData(sheet.rowLines, page.row, page.lastRow()));
    if (wanted(QStringLiteral("columnMetadata")))
        data.insert(QStringLiteral("columnMetadata"), lineData(sheet.columnLines, page.column, page.lastColumn()));
    return data;
}

} // namespace Sandbox
