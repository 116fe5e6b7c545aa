#include "sandbox/workiva/sheetdatareply.h"

#include "sandbox/sheet/formula.h"
#include "sandbox/sheet/number.h"
#include "sandbox/sheet/worksheet.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

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
    return {{u"startRow"_s, area.row},
            {u"startColumn"_s, area.column},
            {u"stopRow"_s, area.lastRow()},
            {u"stopColumn"_s, area.lastColumn()}};
}

// A date without another format gets a date format.
QJsonObject withDate(QJsonObject formats)
{
    QJsonObject value = formats["valueFormat"_L1].toObject();
    QJsonValueRef type = value["valueFormatType"_L1];
    if (type.toString(u"AUTOMATIC"_s) == "AUTOMATIC"_L1)
        type = u"AUTOMATIC DATE"_s;
    formats.insert(u"valueFormat"_s, value);
    return formats;
}

// The format in effect for a cell without one of its own.
QJsonObject effective(QJsonObject formats)
{
    QJsonObject value = formats["valueFormat"_L1].toObject();
    if (!value.contains("valueFormatType"_L1))
        value.insert(u"valueFormatType"_s, u"AUTOMATIC"_s);
    formats.insert(u"valueFormat"_s, value);
    return formats;
}

QJsonArray lineData(const std::map<int, Line> &lines, int first, int last)
{
    QJsonArray all;
    for (int at = first; at <= last; ++at) {
        const auto known = lines.find(at);
        const Line line = known == lines.end() ? Line{} : known->second;
        all.append(
            QJsonObject{{u"hidden"_s, line.hidden}, {u"size"_s, line.size ? QJsonValue(*line.size) : QJsonValue()}});
    }
    return all;
}

} // namespace

QJsonObject sheetDataReply(const Worksheet &sheet, const Sheet::Rectangle &page, const QStringList &fields)
{
    const auto wanted = [&fields](const QString &name) { return fields.isEmpty() || fields.contains(name); };
    const bool allOfCell = fields.isEmpty() || std::ranges::none_of(fields, [](const QString &field) {
                               return field == "value"_L1 || field == "calculatedValue"_L1 || field == "formats"_L1
                                   || field == "effectiveFormats"_L1;
                           });
    Calculator calculator(sheet.cells);
    QJsonArray rows;
    for (int row = page.row; row <= page.lastRow(); ++row) {
        QJsonArray cells;
        for (int column = page.column; column <= page.lastColumn(); ++column) {
            QJsonObject formats = sheet.formats.format(sheet.formats.numberAt(sheet.cells, row, column));
            if (const Cells::Stored *stored = sheet.cells.find(row, column); stored && stored->isDate)
                formats = withDate(formats);
            QJsonObject cell{{u"value"_s, json(sheet.cells.at(row, column))},
                             {u"calculatedValue"_s, json(calculator.calculated(row, column))},
                             {u"formats"_s, formats},
                             {u"effectiveFormats"_s, effective(formats)}};
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
    if (wanted(u"cells"_s) || !allOfCell)
        data.insert(u"cells"_s, rows);
    if (wanted(u"merges"_s))
        data.insert(u"merges"_s, merges);
    if (wanted(u"range"_s))
        data.insert(u"range"_s, page.isEmpty() ? QJsonValue() : QJsonValue(range(page)));
    if (wanted(u"rowMetadata"_s))
        data.insert(u"rowMetadata"_s, lineData(sheet.rowLines, page.row, page.lastRow()));
    if (wanted(u"columnMetadata"_s))
        data.insert(u"columnMetadata"_s, lineData(sheet.columnLines, page.column, page.lastColumn()));
    return data;
}

} // namespace Sandbox
