#include "writeback/sincelastrun.h"

#include "sheet/totals.h"

#include <algorithm>

namespace Writeback {

namespace {

using Kind = Finding::Kind;

QString thresholdOf(Sheet::Guard guard, const RunContext &context)
{
    return Sheet::thresholdText(context.request.guards.threshold(guard));
}

QList<ColumnFacts> columnsOf(const QList<Domo::Column> &schema)
{
    QList<ColumnFacts> columns;
    for (const Domo::Column &column : schema)
        columns.append({.name = column.name, .type = column.type});
    return columns;
}

// The kinds are in the order of ColumnDrift.
void addDrift(CheckRecords &records, const RunContext &context)
{
    if (!context.lastVerified || context.lastVerified->data.columns.isEmpty() || context.shaped.columns.isEmpty()) {
        for (const Kind kind : {Kind::ColumnsAdded, Kind::ColumnsRemoved, Kind::ColumnsRenamed, Kind::ColumnsRetyped,
                                Kind::ColumnsReordered})
            records.addNotMade({.kind = kind});
        return;
    }
    const ColumnDrift drift = driftOf(context.lastVerified->data.columns, columnsOf(context.shaped.columns));
    const auto add = [&records](qsizetype count, Finding check) {
        check.count = count;
        records.add(count > 0, check);
    };
    add(drift.added.size(), {.kind = Kind::ColumnsAdded, .place = drift.added.value(0)});
    add(drift.removed.size(), {.kind = Kind::ColumnsRemoved, .place = drift.removed.value(0)});
    const ColumnDrift::Renamed renamed = drift.renamed.value(0);
    add(drift.renamed.size(), {.kind = Kind::ColumnsRenamed, .place = renamed.to, .other = renamed.from});
    const ColumnDrift::Retyped retyped = drift.retyped.value(0);
    add(drift.retyped.size(),
        {.kind = Kind::ColumnsRetyped,
         .place = retyped.name,
         .actual = Sheet::name(retyped.to),
         .expected = Sheet::name(retyped.from)});
    add(drift.reordered, {.kind = Kind::ColumnsReordered, .place = drift.firstReordered});
}

void addNotUpdated(CheckRecords &records, const RunContext &context)
{
    const QString &loaded = context.dataSet.loadedAt();
    const QString before = context.lastVerified ? context.lastVerified->data.loaded : QString();
    const Finding since{.kind = Kind::NotUpdated, .actual = loaded, .expected = before};
    if (loaded.isEmpty() || before.isEmpty())
        records.addNotMade(since);
    else
        records.add(loaded == before, since);
}

Finding cellsFinding(Kind kind, const std::vector<Sheet::Span> &cells, const RunContext &context)
{
    Finding found{.kind = kind, .count = Sheet::cellsOf(cells)};
    if (!cells.empty()) {
        const Sheet::Address first{cells.front().row + context.anchor().row,
                                   cells.front().first + context.anchor().column};
        found.place = Sheet::toA1(first);
    }
    return found;
}

void addRowsFell(CheckRecords &records, const RunContext &context)
{
    Finding check{.kind = Kind::RowsFell, .threshold = thresholdOf(Sheet::Guard::RowsFell, context)};
    if (!context.lastVerified) {
        records.addNotMade(check);
        return;
    }
    check.count = context.sourceRows;
    check.against = context.lastVerified->sourceRows;
    constexpr qint64 whole = 10'000; // hundredths of a per cent
    records.add((check.against - check.count) * whole
                    > check.against * context.request.guards.threshold(Sheet::Guard::RowsFell),
                check);
}

// Columns are the same if their names are, wherever they are; one with a name that occurs twice is not compared.
const ColumnFacts *sameColumn(const ColumnFacts &column, const QList<ColumnFacts> &among)
{
    if (column.name.isEmpty() || std::ranges::count(among, column.name, &ColumnFacts::name) != 1)
        return nullptr;
    return &*std::ranges::find(among, column.name, &ColumnFacts::name);
}

void addTotalMoved(CheckRecords &records, const RunContext &context)
{
    Finding check{.kind = Kind::TotalMoved, .count = 0, .threshold = thresholdOf(Sheet::Guard::TotalMoved, context)};
    qint64 compared = 0;
    for (const ColumnFacts &column : context.data.columns) {
        const ColumnFacts *before = context.lastVerified && sameColumn(column, context.data.columns)
            ? sameColumn(column, context.lastVerified->data.columns)
            : nullptr;
        if (!before || !before->total || !column.total)
            continue;
        const auto hasMoved = Sheet::differsByMore(before->total->toStdString(), column.total->toStdString(),
                                                   context.request.guards.threshold(Sheet::Guard::TotalMoved));
        compared += hasMoved.has_value();
        if (hasMoved.value_or(false) && check.count++ == 0) {
            check.place = column.name;
            check.actual = *column.total;
            check.expected = *before->total;
        }
    }
    if (compared == 0)
        records.addNotMade(check);
    else
        records.add(check.count > 0, check);
}

// A key that a dry run suggests is nobody's choice, and a run that writes does not look for one.
void addKeysVanished(CheckRecords &records, const RunContext &context)
{
    const auto &byKey = context.byKey;
    if (!byKey || byKey->isSuggested)
        records.addNotMade({.kind = Kind::KeysVanished});
    else
        records.add(byKey->gone > 0, {.kind = Kind::KeysVanished, .count = byKey->gone, .place = byKey->firstGone});
}

} // namespace

void compareMetadata(CheckRecords &records, const RunContext &context)
{
    addDrift(records, context);
    addNotUpdated(records, context);
}

void findEdits(CheckRecords &records, const RunContext &context)
{
    const Finding edited = cellsFinding(Kind::CellsEdited, context.edited, context);
    if (context.left)
        records.add(edited.count > 0, edited);
    else
        records.addNotMade(edited);
    records.addFound(!context.keptEdits.empty(), cellsFinding(Kind::EditsKept, context.keptEdits, context));
}

void compareData(CheckRecords &records, const RunContext &context)
{
    addRowsFell(records, context);
    addTotalMoved(records, context);
    addKeysVanished(records, context);
}

} // namespace Writeback
