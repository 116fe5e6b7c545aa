#include "sandbox/statefile.h"

#include "sandbox/jsontext.h"
#include "sandbox/number.h"
#include "sandbox/valuespage.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace Sandbox {

namespace {

// A file has everything of a sheet but its cells in "meta"; the cells are rows of values under "rows", a formula being
// {"f": …}, a date {"d": …} and rich text {"r": …}, with the numbers of their formats under "cellFormats" as [row,
// column, number]. The history of a spreadsheet is not kept.

QJsonArray rectangleJson(const Sheet::Rectangle &area)
{
    return {area.row, area.column, area.rows, area.columns};
}

Sheet::Rectangle rectangleFrom(const QJsonValue &value)
{
    return {value[0].toInt(), value[1].toInt(), value[2].toInt(), value[3].toInt()};
}

QDateTime momentFrom(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

QJsonArray rectanglesJson(const std::vector<Sheet::Rectangle> &areas)
{
    QJsonArray all;
    for (const Sheet::Rectangle &area : areas)
        all.append(rectangleJson(area));
    return all;
}

std::vector<Sheet::Rectangle> rectanglesFrom(const QJsonValue &value)
{
    std::vector<Sheet::Rectangle> areas;
    for (const QJsonValue &area : value.toArray())
        areas.push_back(rectangleFrom(area));
    return areas;
}

QJsonArray linesJson(const std::map<int, Line> &lines)
{
    QJsonArray all;
    for (const auto &[at, line] : lines)
        all.append(QJsonArray{at, line.hidden, line.size.value_or(0)});
    return all;
}

std::map<int, Line> linesFrom(const QJsonValue &value)
{
    std::map<int, Line> lines;
    for (const QJsonValue &one : value.toArray())
        lines[one[0].toInt()] = {one[1].toBool(), one[2].toInt() > 0 ? std::optional(one[2].toInt()) : std::nullopt};
    return lines;
}

QJsonObject metaJson(const Worksheet &sheet)
{
    QJsonArray formats;
    for (int number = 0; number < sheet.formats.count(); ++number)
        formats.append(sheet.formats.format(number));
    QJsonArray rules;
    for (const Formats::Rule &rule : sheet.formats.rules())
        rules.append(
            QJsonObject{{QStringLiteral("area"), rectangleJson(rule.area)}, {QStringLiteral("patch"), rule.patch}});
    QJsonArray links;
    for (const RangeLink &link : sheet.links)
        links.append(QJsonObject{{QStringLiteral("id"), link.id},
                                 {QStringLiteral("range"), rectangleJson(link.range)},
                                 {QStringLiteral("source"), link.source}});
    return {{QStringLiteral("id"), sheet.id},
            {QStringLiteral("name"), sheet.name},
            {QStringLiteral("parent"), sheet.parent},
            {QStringLiteral("lock"), sheet.lock},
            {QStringLiteral("dataset"), sheet.dataset ? QJsonValue(rectangleJson(*sheet.dataset)) : QJsonValue()},
            {QStringLiteral("lockedCells"), rectanglesJson(sheet.lockedCells)},
            {QStringLiteral("linkedCells"), rectanglesJson(sheet.linkedCells)},
            {QStringLiteral("rows"), sheet.rows},
            {QStringLiteral("columns"), sheet.columns},
            {QStringLiteral("revision"), sheet.revision},
            {QStringLiteral("formats"), formats},
            {QStringLiteral("rules"), rules},
            {QStringLiteral("merges"), rectanglesJson(sheet.merges)},
            {QStringLiteral("inputCells"), rectanglesJson(sheet.inputCells)},
            {QStringLiteral("links"), links},
            {QStringLiteral("rowLines"), linesJson(sheet.rowLines)},
            {QStringLiteral("columnLines"), linesJson(sheet.columnLines)}};
}

void readMeta(const QJsonObject &meta, Worksheet &sheet)
{
    sheet.lock = meta[QLatin1String("lock")].toString();
    if (meta[QLatin1String("dataset")].isArray())
        sheet.dataset = rectangleFrom(meta[QLatin1String("dataset")]);
    sheet.rows = meta[QLatin1String("rows")].toInt();
    sheet.columns = meta[QLatin1String("columns")].toInt();
    sheet.revision = meta[QLatin1String("revision")].toInteger();
    sheet.rowLines = linesFrom(meta[QLatin1String("rowLines")]);
    sheet.columnLines = linesFrom(meta[QLatin1String("columnLines")]);
    sheet.merges = rectanglesFrom(meta[QLatin1String("merges")]);
    sheet.lockedCells = rectanglesFrom(meta[QLatin1String("lockedCells")]);
    sheet.linkedCells = rectanglesFrom(meta[QLatin1String("linkedCells")]);
    sheet.inputCells = rectanglesFrom(meta[QLatin1String("inputCells")]);
    for (const QJsonValue &link : meta[QLatin1String("links")].toArray())
        sheet.links.push_back({link[QLatin1String("id")].toString(), rectangleFrom(link[QLatin1String("range")]),
                               link[QLatin1String("source")].toString()});
    std::vector<Formats::Rule> rules;
    for (const QJsonValue &rule : meta[QLatin1String("rules")].toArray())
        rules.push_back({rectangleFrom(rule[QLatin1String("area")]), rule[QLatin1String("patch")].toObject()});
    sheet.formats.setRules(std::move(rules));
}

void appendCells(QByteArray &out, QByteArray &formats, const Cells &cells)
{
    int atRow = -1;
    int atColumn = 0;
    cells.each({0, 0, Sheet::maxRows, Sheet::maxColumns}, [&](int row, int column, const Cells::Stored &stored) {
        if (stored.format != 0) {
            formats += formats.isEmpty() ? "" : ",";
            formats += '[' + QByteArray::number(row) + ',' + QByteArray::number(column) + ','
                + QByteArray::number(stored.format) + ']';
        }
        if (stored.kind == Sheet::CellKind::Empty)
            return;
        for (; atRow < row; ++atRow, atColumn = 0)
            out += atRow < 0 ? "[" : "],[";
        for (; atColumn < column; ++atColumn)
            out += atColumn == 0 ? "null" : ",null";
        out += atColumn == 0 ? "" : ",";
        if (stored.kind == Sheet::CellKind::Formula || stored.isRich) {
            out += stored.isRich ? "{\"r\":" : "{\"f\":";
            appendJsonString(out, stored.text);
            out += '}';
        } else {
            out += stored.isDate ? "{\"d\":" : "";
            appendJsonValue(out, stored.view());
            out += stored.isDate ? "}" : "";
        }
        ++atColumn;
    });
    out += atRow < 0 ? "" : "]";
}

void readCell(const QJsonValue &value, Cells &cells, int row, int column, bool isDate = false)
{
    if (value.isBool()) {
        cells.set(row, column, Sheet::Cell::ofBoolean(value.toBool()));
    } else if (value.isDouble()) {
        cells.set(row, column, Sheet::Cell::ofNumber(shortest(value.toDouble())), isDate);
    } else if (value.isString()) {
        cells.set(row, column, Sheet::Cell::ofText(value.toString().toStdString()), isDate);
    } else if (const QJsonValue date = value[QLatin1String("d")]; !date.isUndefined()) {
        readCell(date, cells, row, column, true);
    } else if (value[QLatin1String("r")].isString()) {
        cells.set(row, column, Sheet::Cell::ofText(value[QLatin1String("r")].toString().toStdString()));
        cells.setRich(row, column);
    } else if (value.isObject()) {
        cells.set(row, column, {Sheet::CellKind::Formula, value[QLatin1String("f")].toString().toStdString()});
    }
}

void readCells(const QJsonObject &from, Worksheet &sheet)
{
    const QJsonArray rows = from[QLatin1String("rows")].toArray();
    for (qsizetype row = 0; row < rows.size(); ++row) {
        const QJsonArray values = rows[row].toArray();
        for (qsizetype column = 0; column < values.size(); ++column)
            readCell(values[column], sheet.cells, int(row), int(column));
    }
    std::vector<int> numbers; // of the formats in the file, now
    for (const QJsonValue &format : from[QLatin1String("meta")][QLatin1String("formats")].toArray())
        numbers.push_back(sheet.formats.numberOf(format.toObject()));
    for (const QJsonValue &one : from[QLatin1String("cellFormats")].toArray()) {
        const auto number = size_t(one[2].toInt());
        if (number < numbers.size())
            sheet.cells.setFormat(one[0].toInt(), one[1].toInt(), numbers[number]);
    }
}

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

Core::Result<Spreadsheets> loadState(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Core::fail(Core::ErrorKind::Disk, path, file.errorString());
    const QJsonValue all = QJsonDocument::fromJson(file.readAll())[QLatin1String("spreadsheets")];
    if (!all.isArray())
        return Core::fail(Core::ErrorKind::Disk, path, QStringLiteral("not a state of the sandbox"));
    Spreadsheets spreadsheets;
    for (const QJsonValue &from : all.toArray()) {
        spreadsheets.push_back(std::make_unique<Spreadsheet>());
        Spreadsheet &spreadsheet = *spreadsheets.back();
        const QJsonValue meta = from[QLatin1String("meta")];
        spreadsheet.id = meta[QLatin1String("id")].toString();
        spreadsheet.name = meta[QLatin1String("name")].toString();
        for (const QJsonValue &one : meta[QLatin1String("milestones")].toArray())
            spreadsheet.milestones.push_back(
                {one[QLatin1String("id")].toString(), one[QLatin1String("title")].toString(),
                 one[QLatin1String("remarks")].toString(), momentFrom(one[QLatin1String("created")]),
                 one[QLatin1String("revision")].toInteger()});
        spreadsheet.linksPublished = meta[QLatin1String("linksPublished")].toBool();
        spreadsheet.revision = meta[QLatin1String("revision")].toInteger();
        spreadsheet.created = momentFrom(meta[QLatin1String("created")]);
        spreadsheet.modified = momentFrom(meta[QLatin1String("modified")]);
        for (const QJsonValue &sheetFrom : from[QLatin1String("sheets")].toArray()) {
            const QJsonObject sheetMeta = sheetFrom[QLatin1String("meta")].toObject();
            Worksheet &sheet =
                spreadsheet.add(sheetMeta[QLatin1String("id")].toString(), sheetMeta[QLatin1String("name")].toString(),
                                sheetMeta[QLatin1String("parent")].toString());
            readMeta(sheetMeta, sheet);
            readCells(sheetFrom.toObject(), sheet);
        }
    }
    return spreadsheets;
}

Core::Result<void> saveState(const QString &path, const Spreadsheets &spreadsheets)
{
    QByteArray out = QByteArrayLiteral("{\"spreadsheets\":[");
    for (const auto &spreadsheet : spreadsheets) {
        QJsonArray milestones;
        for (const Milestone &one : spreadsheet->milestones)
            milestones.append(QJsonObject{{QStringLiteral("id"), one.id},
                                          {QStringLiteral("title"), one.title},
                                          {QStringLiteral("remarks"), one.remarks},
                                          {QStringLiteral("created"), one.created.toString(Qt::ISODateWithMs)},
                                          {QStringLiteral("revision"), one.revision}});
        const QJsonObject meta{{QStringLiteral("id"), spreadsheet->id},
                               {QStringLiteral("name"), spreadsheet->name},
                               {QStringLiteral("milestones"), milestones},
                               {QStringLiteral("linksPublished"), spreadsheet->linksPublished},
                               {QStringLiteral("revision"), spreadsheet->revision},
                               {QStringLiteral("created"), spreadsheet->created.toString(Qt::ISODateWithMs)},
                               {QStringLiteral("modified"), spreadsheet->modified.toString(Qt::ISODateWithMs)}};
        out += (spreadsheet == spreadsheets.front() ? "{\"meta\":" : ",{\"meta\":") + json(meta) + ",\"sheets\":[";
        for (const auto &sheet : spreadsheet->sheets) {
            QByteArray formats;
            out += (sheet == spreadsheet->sheets.front() ? "{\"meta\":" : ",{\"meta\":") + json(metaJson(*sheet))
                + ",\"rows\":[";
            appendCells(out, formats, sheet->cells);
            out += "],\"cellFormats\":[" + formats + "]}";
        }
        out += "]}";
    }
    out += "]}\n";

    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(out) != out.size() || !file.commit())
        return Core::fail(Core::ErrorKind::Disk, path, file.errorString());
    return {};
}

} // namespace Sandbox
