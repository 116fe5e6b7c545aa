#include "writeback/guards.h"

#include "sheet/datevalue.h"
#include "sheet/decimal.h"
#include "writeback/differences.h"
#include "writeback/scalecheck.h"
#include "writeback/sincelastrun.h"
#include "writeback/writtencells.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Writeback {

namespace {

using Kind = Finding::Kind;

// An empty source would empty the region, and one that lost most of its rows would empty most of it.
void addClearing(CheckRecords &records, const RunContext &context)
{
    const Sheet::Diff &diff = context.diff;
    const qint64 written = diff.changed + diff.added;
    const bool isEmpty = context.sourceRows == 0;
    records.add(isEmpty && diff.cleared > 0, {.kind = Kind::EmptySource, .count = diff.cleared});
    if (!isEmpty)
        records.add(diff.cleared > written,
                    {.kind = Kind::ClearsMoreThanItWrites, .count = diff.cleared, .against = written});
}

Finding tooManyRows(qint64 rows)
{
    return {.kind = Kind::TooManyRows, .count = rows, .against = Sheet::maxRows};
}

Finding tooManyColumns(qint64 columns)
{
    return {.kind = Kind::TooManyColumns, .count = columns, .against = Sheet::maxColumns};
}

// The schema or a person decides what is a number and what is text; types are not guessed. Columns that are not written
// do not need any.
void addUnknownTypes(CheckRecords &records, const Domo::ShapedColumns &shaped)
{
    constexpr qsizetype maxNamed = 5;
    QStringList names;
    for (qsizetype i = 0; i < shaped.columns.size(); ++i) {
        if (shaped.columns[i].type)
            continue;
        const Domo::ColumnOrigin &origin = shaped.origins[i];
        const QString name = origin.name.isEmpty() ? u"#%1"_s.arg(origin.place + 1) : origin.name;
        const QString &type = shaped.columns[i].typeName;
        names.append(type.isEmpty() ? name : u"%1 (%2)"_s.arg(name, type));
    }
    const qint64 count = names.size();
    if (count > maxNamed)
        names = names.mid(0, maxNamed) + QStringList{u"…"_s};
    records.add(count > 0 || shaped.columns.isEmpty(),
                {.kind = Kind::UnknownColumnTypes, .count = count, .place = names.join(u", "_s)});
}

// Cells with content: blank ones do not count towards a spreadsheet's limit. A cell that is left alone has what it had.
qint64 filledCells(const Sheet::Grid &desired, const Sheet::Grid &existing)
{
    qint64 filled = 0;
    for (int row = 0; row < desired.rows(); ++row) {
        const Sheet::Grid::Row cells = desired.row(row);
        const Sheet::Grid::Row before = existing.row(row);
        for (int column = 0; column < desired.columns(); ++column) {
            const bool isKept = cells[column].kind == Sheet::CellKind::Keep;
            filled += !(isKept ? before[column] : cells[column]).isBlank();
        }
    }
    return filled;
}

void addPointers(CheckRecords &records, Kind kind, const Pointers &pointers)
{
    Finding check{.kind = kind, .count = pointers.count};
    for (const Pointer &pointer : pointers.named) {
        Finding::At at{.place = Sheet::inSheet(pointer.sheet, Sheet::toA1(pointer.from)),
                       .refersTo = Sheet::toA1(pointer.to)};
        if (pointer.first) {
            at.row = pointer.first->row + 1;
            at.before = pointer.first->before;
            at.after = pointer.first->after;
        }
        check.places.append(at);
    }
    check.place = check.places.isEmpty() ? QString() : check.places.first().place;
    records.addRead(pointers.unread, check);
}

void addPlaces(CheckRecords &records, Kind kind, const Sheet::Places &places,
               const std::optional<Finding::Unread> &unread)
{
    Finding check{.kind = kind, .count = places.count()};
    for (const Sheet::Rectangle &range : places.ranges())
        check.places.append({.place = Sheet::toA1(range)});
    check.place = check.places.isEmpty() ? QString() : check.places.first().place;
    records.addRead(unread, check);
}

// Values are written before others are cleared: the run must not exceed the limit even for a while.
void addSpreadsheetSize(CheckRecords &records, const RunContext &context)
{
    const CellsOutside &outside = context.facts.outside;
    Finding check{.kind = Kind::SpreadsheetFull, .count = 0, .unread = outside.unread};
    if (outside.unread == Finding::Unread::NotAsked)
        return records.addNotMade(check);
    if (!addsCells(context)) // it cannot be the one that is too many
        return records.add(false, check);
    const qint64 most = outside.count + filledCells(context.desired, context.existing) + context.diff.cleared;
    if (most <= Sheet::maxSpreadsheetCells && outside.unread) // a part of the sheets says nothing
        return records.addNotMade(check);
    check.count = most;
    check.against = Sheet::maxSpreadsheetCells;
    check.place = outside.largest;
    records.add(most > Sheet::maxSpreadsheetCells, check);
}

// What was read of the sheet besides the region's values.
void addOfFacts(CheckRecords &records, const RunContext &context)
{
    const SheetFacts &facts = context.facts;
    addPointers(records, Kind::KeysUnderFormulas, facts.formulas);
    addPointers(records, Kind::KeysUnderLinks, facts.links);
    addPlaces(records, Kind::LockedCells, facts.cells.locked, facts.cells.unread);
    addPlaces(records, Kind::LinkedCells, facts.cells.linked, facts.cells.unread);
    if (context.sheet.lock == Workiva::SheetInfo::Lock::InputMode)
        addPlaces(records, Kind::NotInputCells, facts.cells.notInput, facts.cells.unread);
    addPlaces(records, Kind::MergedCells, facts.cells.merged, facts.cells.unread);
    addPlaces(records, Kind::RichTextCells, facts.cells.richText, facts.cells.unread);
    addPlaces(records, Kind::EqualFormulas, facts.equal.places, facts.equal.unread);
    addSpreadsheetSize(records, context);
    checkScale(records, context);
}

void addAge(CheckRecords &records, const RunContext &context)
{
    const QString &loaded = context.dataSet.loadedAt();
    const int threshold = context.request.guards.threshold(Sheet::Guard::StaleSource); // in hundredths of a day
    Finding age{.kind = Kind::StaleSource, .threshold = Sheet::thresholdText(threshold), .actual = loaded};
    const QDateTime time = QDateTime::fromString(loaded, Qt::ISODate);
    if (!time.isValid() || !context.today.isValid()) {
        records.addNotMade(age);
        return;
    }
    age.count = time.toUTC().date().daysTo(context.today);
    records.add(age.count * 100 > threshold, age);
}

void addColumns(CheckRecords &records, const RunContext &context, const DataSetSource &source)
{
    addUnknownTypes(records, context.shaped);
    if (source.shaping.isChoice) {
        const QStringList &others = context.shaped.notChosen;
        records.add(!others.isEmpty(),
                    {.kind = Kind::ColumnsNotChosen, .count = others.size(), .place = others.value(0)});
    }
    compareMetadata(records, context);
    const qint64 columns = context.shaped.columns.size();
    records.addFound(columns > Sheet::maxColumns, tooManyColumns(columns));
}

} // namespace

QList<Finding> guardsOfColumns(const RunContext &context)
{
    CheckRecords records(context);
    addColumns(records, context, *context.request.dataSet());
    return records.take();
}

QList<Finding> guardsBeforeFetching(const RunContext &context)
{
    using Lock = Workiva::SheetInfo::Lock;
    CheckRecords records(context);
    if (const QString &typed = context.request.sheetNameInRegion; !typed.isEmpty())
        records.add(!Sheet::Region::isNameOf(typed, context.sheet.name),
                    {.kind = Kind::OtherSheetNamed, .place = typed, .other = context.sheet.name});
    records.add(context.spreadsheet.locked, {.kind = Kind::SpreadsheetLocked});
    if (context.sheet.lock == Lock::Unknown)
        records.addNotMade({.kind = Kind::SheetLocked});
    else
        records.add(context.sheet.lock == Lock::Locked, {.kind = Kind::SheetLocked});
    records.addFound(context.sheet.lock == Lock::Unknown, {.kind = Kind::LockUnknown, .place = context.sheet.lockWord});
    records.addFound(context.sheet.lock == Lock::InputMode, {.kind = Kind::InputMode});
    if (const DataSetSource *source = context.request.dataSet()) {
        records.add(context.dataSet.pdpEnabled, {.kind = Kind::RowsFiltered, .place = context.dataSet.name});
        addAge(records, context);
        if (!source->isQueried()) {
            addColumns(records, context, *source);
            // With row policies, the metadata do not tell how many rows will be exported. A number that fits is no
            // proof: rows and columns are counted again once they have arrived.
            const qint64 rows =
                (context.dataSet.pdpEnabled ? 0 : context.dataSet.rows.value_or(0)) + source->headerRows();
            records.addFound(rows > Sheet::maxRows, tooManyRows(rows));
        }
    }
    return records.take();
}

namespace {

// A later period in the data is the other period, whatever else it has. Rows that the run leaves alone do not count.
void addPeriod(CheckRecords &records, const RunContext &context)
{
    const QString &period = context.request.period;
    if (period.isEmpty())
        return;
    std::string latest;
    int latestColumn = 0;
    for (int column = 0; column < std::min(int(context.shaped.columns.size()), context.desired.columns()); ++column) {
        const auto type = context.shaped.columns[column].type;
        if (type != Sheet::ColumnType::Date && type != Sheet::ColumnType::DateTime)
            continue;
        for (int row = context.headerRows(); row < context.desired.rows(); ++row) {
            const Sheet::Cell cell = context.desired.at(row, column);
            const bool isDate = cell.kind == Sheet::CellKind::Text && Sheet::dateValue(cell.text);
            if (isDate && cell.text > latest) { // of this form: in the order of time
                latest = cell.text;
                latestColumn = column;
            }
        }
    }
    Finding check{.kind = Kind::OtherPeriod, .expected = period};
    if (latest.empty()) {
        records.addNotMade(check);
        return;
    }
    check.place = context.columnName(latestColumn);
    check.actual = QString::fromStdString(latest);
    records.add(!check.actual.startsWith(period), check);
}

// Whether the data fits a spreadsheet, a sheet and the region.
void addFit(CheckRecords &records, const RunContext &context)
{
    const Sheet::Grid &desired = context.desired;
    records.add(desired.rows() > Sheet::maxRows, tooManyRows(desired.rows()));
    records.add(desired.columns() > Sheet::maxColumns, tooManyColumns(desired.columns()));
    if (qint64(desired.rows()) * desired.columns() > Sheet::maxSpreadsheetCells) {
        const qint64 filled = filledCells(desired, context.existing);
        records.add(filled > Sheet::maxSpreadsheetCells,
                    {.kind = Kind::TooManyCells, .count = filled, .against = Sheet::maxSpreadsheetCells});
    } else { // there are not even so many cells: counting those with content would take long
        records.add(false, {.kind = Kind::TooManyCells});
    }
    records.add(context.fit.kind == Sheet::Fit::Kind::Overflows,
                {.kind = Kind::Overflow, .count = context.fit.data.cells(), .place = Sheet::toA1(context.fit.data)});
}

} // namespace

QList<Finding> guardsBeforeWriting(const RunContext &context)
{
    CheckRecords records(context);
    addFit(records, context);
    checkWrittenCells(records, context);
    addClearing(records, context);
    findEdits(records, context);
    // A linked dataset without a known range may be anywhere.
    const auto linked = Sheet::Region::parse(context.sheet.linkedRange);
    const bool isLinked = context.sheet.hasLinkedDataset && !context.diff.isEmpty()
        && (!linked || !linked->clamped(context.inSheet(boundsOf(context.diff))).isEmpty());
    records.add(isLinked, {.kind = Kind::LinkedDataset, .place = context.sheet.linkedRange});
    records.add(context.unreadableCells > 0,
                {.kind = Kind::UnreadableText, .count = context.unreadableCells, .place = context.firstUnreadable});
    if (context.request.dataSet()) {
        records.add(context.notNumbers > 0, {.kind = Kind::NotNumbers, .count = context.notNumbers});
        const auto checksDates = [](const Domo::ColumnOrigin &origin) { return origin.rules.checksDates; };
        if (std::ranges::any_of(context.shaped.origins, checksDates))
            records.add(context.notDates > 0, {.kind = Kind::NotDates, .count = context.notDates});
        compareData(records, context);
        addPeriod(records, context);
    }
    addOfFacts(records, context);
    return records.take();
}

bool isAsked(Sheet::Guard guard, const RunRequest &request)
{
    const Sheet::GuardRules &rules = request.guards;
    if (rules.level(guard) == Sheet::GuardLevel::Off)
        return false;
    return request.dryRun || rules.levels.contains(guard)
        || std::ranges::find(rules.accepted, guard, &Sheet::Acceptance::guard) != rules.accepted.end();
}

bool addsCells(const RunContext &context)
{
    return context.diff.added > 0;
}

bool isTableAsked(const RunContext &context)
{
    using enum Sheet::Guard;
    const RunRequest &request = context.request;
    const bool isInputMode = context.sheet.lock == Workiva::SheetInfo::Lock::InputMode;
    if (isInputMode && request.guards.level(NotInputCells) != Sheet::GuardLevel::Off)
        return true;
    const auto isOne = [&request](Sheet::Guard guard) { return isAsked(guard, request); };
    return std::ranges::any_of(std::array{LockedCells, LinkedCells, MergedCells, RichTextCells}, isOne);
}

bool needsKey(const RunRequest &request)
{
    return request.dryRun || isAsked(Sheet::Guard::KeysUnderFormulas, request)
        || isAsked(Sheet::Guard::KeysUnderLinks, request);
}

std::optional<Core::Error> refusal(const QList<Finding> &checks)
{
    const auto first = std::ranges::find_if(checks, &Finding::refuses);
    if (first == checks.end())
        return {};
    Core::Error error{.subject = first->place, .detail = name(first->kind), .cause = *first};
    switch (first->kind) {
    case Kind::Overflow: error.kind = Core::ErrorKind::Overflow; break;
    case Kind::TooManyCells:
    case Kind::TooManyRows:
    case Kind::TooManyColumns: error.kind = Core::ErrorKind::TooLarge; break;
    case Kind::SpreadsheetLocked:
    case Kind::SheetLocked: error.kind = Core::ErrorKind::Locked; break;
    case Kind::LinkedDataset: error.kind = Core::ErrorKind::LinkedDataset; break;
    case Kind::EmptySource:
    case Kind::ClearsMoreThanItWrites: error.kind = Core::ErrorKind::NoConsent; break;
    default: error.kind = Core::ErrorKind::Guarded; break;
    }
    return error;
}

} // namespace Writeback
