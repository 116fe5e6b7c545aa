#include "sandbox/workiva/sheetupdate.h"

#include "sandbox/sheet/cellinput.h"
#include "sandbox/sheet/number.h"
#include "sandbox/sheet/sheetwriter.h"
#include "sandbox/workiva/structureupdate.h"
#include "sandbox/workiva/updateparts.h"
#include "sandbox/workiva/writtenvalues.h"
#include "sandbox/sheet/storedspreadsheet.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

// What all planning functions need.
struct Context
{
    const StoredSpreadsheet &spreadsheet;
    const Worksheet &sheet;
    const Quirks &quirks;
};

using Planned = Accepted<PlannedUpdate>;

// A value of a JSON document that is small enough for a document tree; its text is kept alive in `texts`.
Accepted<Sheet::Cell> readCell(const QJsonValue &value, std::vector<std::string> &texts, const QString &target)
{
    switch (value.type()) {
    case QJsonValue::Null: return Sheet::Cell{Sheet::CellKind::Keep, {}};
    case QJsonValue::Bool: return Sheet::Cell::ofBoolean(value.toBool());
    case QJsonValue::Double: texts.push_back(shortest(value.toDouble())); return Sheet::Cell::ofNumber(texts.back());
    case QJsonValue::String:
        texts.push_back(value.toString().toStdString());
        if (!fitsInCell(texts.back()))
            return refuse(400, u"a cell holds at most %1 characters"_s.arg(Sheet::maxCellCharacters), target);
        return Sheet::Cell::ofText(texts.back());
    default: return refuse(400, u"expected boolean, number, string or null"_s, target);
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
            return Core::propagate(read);
        if (const auto reach = checkReach(context.sheet, cell, context.quirks); !reach)
            return Core::propagate(reach);
        if (read->kind == Sheet::CellKind::Keep)
            continue;
        const auto isUnder = [&cell](const Sheet::Rectangle &link) { return link.contains(cell); };
        if (!context.quirks.linksAreFree && std::ranges::any_of(context.sheet.linked(), isUnder))
            return refuseLinked();
        planned.touched.push_back(cell);
    }
    if (context.spreadsheet.filled() + qint64(edits.size()) > Sheet::maxSpreadsheetCells)
        return refuse(400, u"A spreadsheet holds at most %1 cells"_s.arg(Sheet::maxSpreadsheetCells), target);
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
    const QString target = u"editCells.cells"_s;
    if (!part["cells"_L1].isArray())
        return refuse(400, u"expected a list of cells"_s, target);
    std::vector<Edit> edits;
    for (const QJsonValue &cell : part["cells"_L1].toArray()) {
        const auto row = readInteger(cell["row"_L1], 0, Sheet::maxRows - 1, target);
        const auto column = readInteger(cell["column"_L1], 0, Sheet::maxColumns - 1, target);
        if (!row || !column)
            return !row ? Core::propagate(row) : Core::propagate(column);
        if (cell["value"_L1].isUndefined())
            return refuse(400, u"value is missing"_s, target);
        edits.push_back({{*row, *column}, cell["value"_L1]});
    }
    return planEdits(context, edits, target);
}

Planned editRange(const Context &context, const QJsonObject &part)
{
    const QString target = u"editRange"_s;
    const auto range = readRange(part["range"_L1], target);
    if (!range)
        return Core::propagate(range);
    if (!part["values"_L1].isArray())
        return refuse(400, u"expected rows of values"_s, target);
    const QJsonArray rows = part["values"_L1].toArray();
    std::vector<Edit> edits;
    for (qsizetype row = 0; row < rows.size(); ++row) {
        if (!rows[row].isArray())
            return refuse(400, u"expected rows of values"_s, target);
        const QJsonArray values = rows[row].toArray();
        if (rows.size() > range->rows || values.size() > range->columns)
            return refuse(400, u"The values must not be larger than the range"_s, target);
        for (qsizetype column = 0; column < values.size(); ++column)
            edits.push_back({{range->row + int(row), range->column + int(column)}, values[column]});
    }
    return planEdits(context, edits, target);
}

using Areas = std::vector<Sheet::Rectangle>;

// Patches to merge into formats, in order.
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
            change.patch.remove(u"valueFormat"_s);
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
    static const std::array names{u"cellFormat"_s, u"textFormat"_s, u"valueFormat"_s};
    return names;
}

Planned applyFormats(const Context &context, const QJsonObject &part)
{
    const QString target = u"applyFormats.formats"_s;
    if (!part["formats"_L1].isArray())
        return refuse(400, u"expected a list of formats"_s, target);
    std::vector<FormatChange> changes;
    for (const QJsonValue &one : part["formats"_L1].toArray()) {
        const auto ranges = readRanges(one["ranges"_L1], target);
        if (!ranges)
            return Core::propagate(ranges);
        if (one["clearValueFormatStyles"_L1].toBool())
            changes.push_back({*ranges, QJsonObject{{u"valueFormat"_s, QJsonValue()}}});
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
    const auto ranges = readRanges(part["ranges"_L1], u"clearFormats.ranges"_s);
    if (!ranges)
        return Core::propagate(ranges);
    // Without a list of fields a group is cleared as a whole, with one only those fields.
    QJsonObject named;
    QJsonObject whole;
    for (const QString &group : formatGroups()) {
        whole.insert(group, QJsonValue());
        QJsonObject fields;
        for (const QJsonValue &field : part[group + u"Fields"_s].toArray())
            fields.insert(field.toString(), QJsonValue());
        if (!fields.isEmpty())
            named.insert(group, fields);
    }
    if (part["clearValueFormatStyles"_L1].toBool())
        named.insert(u"valueFormat"_s, QJsonValue());
    return planFormats(context.quirks, {{*ranges, named.isEmpty() ? whole : named}});
}

struct Kind
{
    QLatin1String name;
    Planned (*plan)(const Context &, const QJsonObject &) = nullptr;
};

Planned planAny(const QString &name, const Context &context, const QJsonObject &part)
{
    static constexpr std::array valueKinds{Kind{"editCells"_L1, editCells}, Kind{"editRange"_L1, editRange},
                                           Kind{"applyFormats"_L1, applyFormats},
                                           Kind{"clearFormats"_L1, clearFormats}};
    for (const Kind &kind : valueKinds) {
        if (kind.name == name)
            return kind.plan(context, part);
    }
    return planStructureUpdate(name, part);
}

} // namespace

Accepted<PlannedUpdate> planUpdate(const QJsonObject &body, const StoredSpreadsheet &spreadsheet,
                                   const Worksheet &sheet, const Quirks &quirks)
{
    if (body.size() != 1 || !body.begin().value().isObject())
        return refuse(400, u"expected exactly one kind of update"_s);
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
