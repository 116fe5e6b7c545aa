#include "sandbox/sheet/statefile.h"

#include "sandbox/sheet/jsontext.h"
#include "sandbox/sheet/number.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

// A file has everything of a sheet except its cells in "meta"; the cells are rows of values in "rows", with formulas as
// {"f": …}, dates as {"d": …} and rich text as {"r": …}, and their format numbers in "cellFormats" as [row, column,
// number]. The history of a spreadsheet is not stored.

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
        rules.append(QJsonObject{{u"area"_s, rectangleJson(rule.area)}, {u"patch"_s, rule.patch}});
    QJsonArray links;
    for (const RangeLink &link : sheet.links)
        links.append(
            QJsonObject{{u"id"_s, link.id}, {u"range"_s, rectangleJson(link.range)}, {u"source"_s, link.source}});
    return {{u"id"_s, sheet.id},
            {u"name"_s, sheet.name},
            {u"parent"_s, sheet.parent},
            {u"lock"_s, sheet.lock},
            {u"dataset"_s, sheet.dataset ? QJsonValue(rectangleJson(*sheet.dataset)) : QJsonValue()},
            {u"lockedCells"_s, rectanglesJson(sheet.lockedCells)},
            {u"linkedCells"_s, rectanglesJson(sheet.linkedCells)},
            {u"rows"_s, sheet.rows},
            {u"columns"_s, sheet.columns},
            {u"revision"_s, sheet.revision},
            {u"formats"_s, formats},
            {u"rules"_s, rules},
            {u"merges"_s, rectanglesJson(sheet.merges)},
            {u"inputCells"_s, rectanglesJson(sheet.inputCells)},
            {u"links"_s, links},
            {u"rowLines"_s, linesJson(sheet.rowLines)},
            {u"columnLines"_s, linesJson(sheet.columnLines)}};
}

void readMeta(const QJsonObject &meta, Worksheet &sheet)
{
    sheet.lock = meta["lock"_L1].toString();
    if (meta["dataset"_L1].isArray())
        sheet.dataset = rectangleFrom(meta["dataset"_L1]);
    sheet.rows = meta["rows"_L1].toInt();
    sheet.columns = meta["columns"_L1].toInt();
    sheet.revision = meta["revision"_L1].toInteger();
    sheet.rowLines = linesFrom(meta["rowLines"_L1]);
    sheet.columnLines = linesFrom(meta["columnLines"_L1]);
    sheet.merges = rectanglesFrom(meta["merges"_L1]);
    sheet.lockedCells = rectanglesFrom(meta["lockedCells"_L1]);
    sheet.linkedCells = rectanglesFrom(meta["linkedCells"_L1]);
    sheet.inputCells = rectanglesFrom(meta["inputCells"_L1]);
    for (const QJsonValue &link : meta["links"_L1].toArray())
        sheet.links.push_back(
            {link["id"_L1].toString(), rectangleFrom(link["range"_L1]), link["source"_L1].toString()});
    std::vector<Formats::Rule> rules;
    for (const QJsonValue &rule : meta["rules"_L1].toArray())
        rules.push_back({rectangleFrom(rule["area"_L1]), rule["patch"_L1].toObject()});
    sheet.formats.setRules(std::move(rules));
}

// Returns the formats of the cells.
QByteArray appendCells(QByteArray &out, const Cells &cells)
{
    QByteArray formats;
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
    return formats;
}

void readCell(const QJsonValue &value, Cells &cells, int row, int column, bool isDate = false)
{
    if (value.isBool()) {
        cells.set(row, column, Sheet::Cell::ofBoolean(value.toBool()));
    } else if (value.isDouble()) {
        cells.set(row, column, Sheet::Cell::ofNumber(shortest(value.toDouble())), isDate);
    } else if (value.isString()) {
        cells.set(row, column, Sheet::Cell::ofText(value.toString().toStdString()), isDate);
    } else if (const QJsonValue date = value["d"_L1]; !date.isUndefined()) {
        readCell(date, cells, row, column, true);
    } else if (value["r"_L1].isString()) {
        cells.set(row, column, Sheet::Cell::ofText(value["r"_L1].toString().toStdString()));
        cells.setRich(row, column);
    } else if (value.isObject()) {
        cells.set(row, column, {Sheet::CellKind::Formula, value["f"_L1].toString().toStdString()});
    }
}

void readCells(const QJsonObject &from, Worksheet &sheet)
{
    const QJsonArray rows = from["rows"_L1].toArray();
    for (qsizetype row = 0; row < rows.size(); ++row) {
        const QJsonArray values = rows[row].toArray();
        for (qsizetype column = 0; column < values.size(); ++column)
            readCell(values[column], sheet.cells, int(row), int(column));
    }
    std::vector<int> numbers; // current numbers of the formats in the file
    for (const QJsonValue &format : from["meta"_L1]["formats"_L1].toArray())
        numbers.push_back(sheet.formats.numberOf(format.toObject()));
    for (const QJsonValue &one : from["cellFormats"_L1].toArray()) {
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
    const QJsonValue all = QJsonDocument::fromJson(file.readAll())["spreadsheets"_L1];
    if (!all.isArray())
        return Core::fail(Core::ErrorKind::Disk, path, u"not a state of the sandbox"_s);
    Spreadsheets spreadsheets;
    for (const QJsonValue &from : all.toArray()) {
        spreadsheets.push_back(std::make_unique<StoredSpreadsheet>());
        StoredSpreadsheet &spreadsheet = *spreadsheets.back();
        const QJsonValue meta = from["meta"_L1];
        spreadsheet.id = meta["id"_L1].toString();
        spreadsheet.name = meta["name"_L1].toString();
        for (const QJsonValue &one : meta["milestones"_L1].toArray())
            spreadsheet.milestones.push_back({one["id"_L1].toString(), one["title"_L1].toString(),
                                              one["remarks"_L1].toString(), momentFrom(one["created"_L1]),
                                              one["revision"_L1].toInteger()});
        spreadsheet.linksPublished = meta["linksPublished"_L1].toBool();
        spreadsheet.revision = meta["revision"_L1].toInteger();
        spreadsheet.created = momentFrom(meta["created"_L1]);
        spreadsheet.modified = momentFrom(meta["modified"_L1]);
        for (const QJsonValue &sheetFrom : from["sheets"_L1].toArray()) {
            const QJsonObject sheetMeta = sheetFrom["meta"_L1].toObject();
            Worksheet &sheet = spreadsheet.add(sheetMeta["id"_L1].toString(), sheetMeta["name"_L1].toString(),
                                               sheetMeta["parent"_L1].toString());
            readMeta(sheetMeta, sheet);
            readCells(sheetFrom.toObject(), sheet);
        }
    }
    return spreadsheets;
}

Core::Result<void> saveState(const QString &path, const Spreadsheets &spreadsheets)
{
    QByteArray out = "{\"spreadsheets\":["_ba;
    for (const auto &spreadsheet : spreadsheets) {
        QJsonArray milestones;
        for (const Milestone &one : spreadsheet->milestones)
            milestones.append(QJsonObject{{u"id"_s, one.id},
                                          {u"title"_s, one.title},
                                          {u"remarks"_s, one.remarks},
                                          {u"created"_s, one.created.toString(Qt::ISODateWithMs)},
                                          {u"revision"_s, one.revision}});
        const QJsonObject meta{{u"id"_s, spreadsheet->id},
                               {u"name"_s, spreadsheet->name},
                               {u"milestones"_s, milestones},
                               {u"linksPublished"_s, spreadsheet->linksPublished},
                               {u"revision"_s, spreadsheet->revision},
                               {u"created"_s, spreadsheet->created.toString(Qt::ISODateWithMs)},
                               {u"modified"_s, spreadsheet->modified.toString(Qt::ISODateWithMs)}};
        out += (spreadsheet == spreadsheets.front() ? "{\"meta\":" : ",{\"meta\":") + json(meta) + ",\"sheets\":[";
        for (const auto &sheet : spreadsheet->sheets) {
            out += (sheet == spreadsheet->sheets.front() ? "{\"meta\":" : ",{\"meta\":") + json(metaJson(*sheet))
                + ",\"rows\":[";
            const QByteArray formats = appendCells(out, sheet->cells);
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
