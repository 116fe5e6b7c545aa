#include "sandbox/sheetupdate.h"

#include "sandbox/cellinput.h"
#include "sandbox/number.h"
#include "sandbox/sheetwriter.h"
#include "sandbox/structureupdate.h"
#include "sandbox/updateparts.h"
#include "sandbox/valuesbody.h"
#include "sandbox/worksheet.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <vector>

namespace Sandbox {

namespace {

// What the planners have at hand.
struct Context
{
    const Spreadsheet &spreadsheet;
    const Worksheet &sheet;
    const Quirks &quirks;
};

using Planned = Accepted<PlannedUpdate>;

// A value of a JSON document that is small enough to be read as a whole; its text is kept alive in `texts`.
Accepted<Sheet::Cell> readCell(const QJsonValue &value, std::vector<std::string> &texts, const QString &target)
{
    switch (value.type()) {
    case QJsonValue::Null: return Sheet::Cell{Sheet::CellKind::Keep, {}};
    case QJsonValue::Bool: return Sheet::Cell::ofBoolean(value.toBool());
    case QJsonValue::Double: texts.push_back(shortest(value.toDouble())); return Sheet::Cell::ofNumber(texts.back());
    case QJsonValue::String:
        texts.push_back(value.toString().toStdString());
        if (!fitsInCell(texts.back()))
            return refuse(400, QStringLiteral("a cell holds at most 8192 characters"), target);
        return Sheet::Cell::ofText(texts.back());
    default: return refuse(400, QStringLiteral("expected boolean, number, string or null"), target);
    }
}

struct Edit
{
    Sheet::Address at;
    QJsonValue value;
};

Planned planEdits(const Context &context, const std::vector<Edit> &edits, const QString &target)
{
    PlannedUpdate planned;
    planned.passesOverLocked = context.quirks.lockedCells == Quirks::LockedCells::Skip;
    for (const Edit &edit : edits) {
        std::vector<std::string> texts;
        const Sheet::Rectangle cell{edit.at.row, edit.at.column, 1, 1};
        const auto read = readCell(edit.value, texts, target);
        if (!read)
            return tl::unexpected(read.error());
        if (const auto reach = checkReach(context.sheet, cell, context.quirks); !reach)
            return tl::unexpected(reach.error());
        if (read->kind == Sheet::CellKind::Keep)
            continue;
        const auto isUnder = [&cell](const Sheet::Rectangle &link) { return link.contains(cell); };
        if (!context.quirks.linksAreFree && std::ranges::any_of(context.sheet.linked(), isUnder))
            return refuseLinked();
        planned.touched.push_back(cell);
    }
    if (context.spreadsheet.filled() + qint64(edits.size()) > Sheet::maxSpreadsheetCells)
        return refuse(400, QStringLiteral("A spreadsheet holds at most 2000000 cells"), target);
    planned.carryOut = [edits, quirks = context.quirks, target](Worksheet &sheet) {
        CellInput input(quirks);
        for (const Edit &edit : edits) {
            std::vector<std::string> texts;
            const Sheet::Rectangle cell{edit.at.row, edit.at.column, 1, 1};
            if (quirks.lockedCells == Quirks::LockedCells::Skip && isLocked(sheet, cell))
                continue;
            writeValue(sheet, edit.at, *readCell(edit.value, texts, target), input);
            sheet.rows = std::max(sheet.rows, edit.at.row + 1);
            sheet.columns = std::max(sheet.columns, edit.at.column + 1);
        }
    };
    return planned;
}

Planned editCells(const Context &context, const QJsonObject &part)
{
    const QString target = QStringLiteral("editCells.cells");
    if (!part[QLatin1String("cells")].isArray())
        return refuse(400, QStringLiteral("expected a list of cells"), target);
    std::vector<Edit> edits;
    for (const QJsonValue &cell : part[QLatin1String("cells")].toArray()) {
        const auto row = readInteger(cell[QLatin1String("row")], 0, Sheet::maxRows - 1, target);
        const auto column = readInteger(cell[QLatin1String("column")], 0, Sheet::maxColumns - 1, target);
        if (!row || !column)
            return tl::unexpected(!row ? row.error() : column.error());
        if (cell[QLatin1String("value")].isUndefined())
            return refuse(400, QStringLiteral("value is missing"), target);
        edits.push_back({{*row, *column}, cell[QLatin1String("value")]});
    }
    return planEdits(context, edits, target);
}

Planned editRange(const Context &context, const QJsonObject &part)
{
    const QString target = QStringLiteral("editRange");
    const auto range = readRange(part[QLatin1String("range")], target);
    if (!range)
        return tl::unexpected(range.error());
    if (!part[QLatin1String("values")].isArray())
        return refuse(400, QStringLiteral("expected rows of values"), target);
    const QJsonArray rows = part[QLatin1String("values")].toArray();
    std::vector<Edit> edits;
    for (qsizetype row = 0; row < rows.size(); ++row) {
        if (!rows[row].isArray())
            return refuse(400, QStringLiteral("expected rows of values"), target);
        const QJsonArray values = rows[row].toArray();
        if (rows.size() > range->rows || values.size() > range->columns)
            return refuse(400, QStringLiteral("The values must not be larger than the range"), target);
        for (qsizetype column = 0; column < values.size(); ++column)
            edits.push_back({{range->row + int(row), range->column + int(column)}, values[column]});
    }
    return planEdits(context, edits, target);
}

using Areas = std::vector<Sheet::Rectangle>;

// Patches to lay over formats, one after the other.
struct FormatChange
{
    std::vector<Sheet::Rectangle> ranges;
    QJsonObject patch;
};

PlannedUpdate planFormats(const Quirks &quirks, std::vector<FormatChange> changes)
{
    PlannedUpdate planned;
    planned.passesOverLocked = quirks.lockedCells == Quirks::LockedCells::Skip;
    for (FormatChange &change : changes) {
        planned.touched.insert(planned.touched.end(), change.ranges.begin(), change.ranges.end());
        if (!quirks.formatKept)
            change.patch.remove(QStringLiteral("valueFormat"));
    }
    planned.carryOut = [changes = std::move(changes), passesOver = planned.passesOverLocked](Worksheet &sheet) {
        for (const FormatChange &change : changes) {
            for (const Sheet::Rectangle &range : change.ranges) {
                for (const Sheet::Rectangle &part : without(range, passesOver ? sheet.locked() : Areas()))
                    sheet.formats.apply(sheet.cells, part, change.patch);
            }
        }
    };
    return planned;
}

const std::array<QString, 3> &formatGroups()
{
    static const std::array names{QStringLiteral("cellFormat"), QStringLiteral("textFormat"),
                                  QStringLiteral("valueFormat")};
    return names;
}

Planned applyFormats(const Context &context, const QJsonObject &part)
{
    const QString target = QStringLiteral("applyFormats.formats");
    if (!part[QLatin1String("formats")].isArray())
        return refuse(400, QStringLiteral("expected a list of formats"), target);
    std::vector<FormatChange> changes;
    for (const QJsonValue &one : part[QLatin1String("formats")].toArray()) {
        const auto ranges = readRanges(one[QLatin1String("ranges")], target);
        if (!ranges)
            return tl::unexpected(ranges.error());
        if (one[QLatin1String("clearValueFormatStyles")].toBool())
            changes.push_back({*ranges, QJsonObject{{QStringLiteral("valueFormat"), QJsonValue()}}});
        QJsonObject patch;
        for (const QString &group : formatGroups()) {
            if (one[group].isObject())
                patch.insert(group, one[group]);
        }
        changes.push_back({*ranges, patch});
    }
    return planFormats(context.quirks, std::move(changes));
}

Planned clearFormats(const Context &context, const QJsonObject &part)
{
    const auto ranges = readRanges(part[QLatin1String("ranges")], QStringLiteral("clearFormats.ranges"));
    if (!ranges)
        return tl::unexpected(ranges.error());
    // Without a list of fields a group is cleared wholly, with lists only what they name.
    QJsonObject named;
    QJsonObject whole;
    for (const QString &group : formatGroups()) {
        whole.insert(group, QJsonValue());
        QJsonObject fields;
        for (const QJsonValue &field : part[group + QStringLiteral("Fields")].toArray())
            fields.insert(field.toString(), QJsonValue());
        if (!fields.isEmpty())
            named.insert(group, fields);
    }
    if (part[QLatin1String("clearValueFormatStyles")].toBool())
        named.insert(QStringLiteral("valueFormat"), QJsonValue());
    return planFormats(context.quirks, {{*ranges, named.isEmpty() ? whole : named}});
}

struct Kind
{
    QLatin1String name;
    Planned (*plan)(const Context &, const QJsonObject &);
};

Planned planAny(const QString &name, const Context &context, const QJsonObject &part)
{
    static constexpr std::array valueKinds{
        Kind{QLatin1String("editCells"), editCells}, Kind{QLatin1String("editRange"), editRange},
        Kind{QLatin1String("applyFormats"), applyFormats}, Kind{QLatin1String("clearFormats"), clearFormats}};
    for (const Kind &kind : valueKinds) {
        if (kind.name == name)
            return kind.plan(context, part);
    }
    return planStructureUpdate(name, part);
}

} // namespace

Accepted<PlannedUpdate> planUpdate(const QJsonObject &body, const Spreadsheet &spreadsheet, const Worksheet &sheet,
                                   const Quirks &quirks)
{
    if (body.size() != 1 || !body.begin().value().isObject())
        return refuse(400, QStringLiteral("expected exactly one kind of update"));
    const QString name = body.begin().key();
    const QJsonObject part = body.begin().value().toObject();
    Planned planned = planAny(name, {spreadsheet, sheet, quirks}, part);
    const auto isInTheWay = [&sheet](const Sheet::Rectangle &area) { return isLocked(sheet, area); };
    if (planned && quirks.lockedCells == Quirks::LockedCells::Refuse
        && std::ranges::any_of(planned->touched, isInTheWay))
        return refuseLocked();
    return planned;
}

} // namespace Sandbox
