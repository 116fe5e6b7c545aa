#include "writeback/guards.h"

#include "sheet/datevalue.h"
#include "sheet/decimal.h"
#include "sheet/totals.h"
#include "writeback/differences.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Writeback {

namespace {

using Kind = Finding::Kind;

// What a check finds where no rule applies to it.
Sheet::Verdict factOf(Kind kind, const RunRequest &request)
{
    switch (kind) {
    case Kind::InputMode:
    case Kind::FormulasKept:
    case Kind::MoreRowsThanTold:
    case Kind::LockUnknown:
    case Kind::EarlierWriteUnsettled:
    case Kind::EditsKept:
    case Kind::LongNumbersQueried:
    case Kind::UnreadableText: return Sheet::Verdict::Warn;
    case Kind::FormulasOverwritten:
        return request.update.formulas == Sheet::Formulas::Stop ? Sheet::Verdict::Stop : Sheet::Verdict::Warn;
    default: return Sheet::Verdict::Stop;
    }
}

// The rules of a request, whose --allow-clearing is a shorter way to say that clearing only warns.
Sheet::GuardRules rulesOf(const RunRequest &request)
{
    Sheet::GuardRules rules = request.guards;
    if (request.allowClearing) {
        for (const Sheet::Guard guard : {Sheet::Guard::EmptySource, Sheet::Guard::ClearsMoreThanItWrites})
            rules.levels[guard] = std::min(rules.level(guard), Sheet::GuardLevel::Warn);
    }
    return rules;
}

// The records of a step's checks.
class Records
{
public:
    explicit Records(const RunContext &context) : m_context(context) { }

    // A check that has passed unless it found something.
    void add(bool hasFound, const Finding &found)
    {
        m_all.append(recordOf(hasFound ? Sheet::Verdict::Stop : Sheet::Verdict::Passed, found, m_context));
    }
    void addNotMade(const Finding &check) { m_all.append(recordOf(Sheet::Verdict::NotMade, check, m_context)); }
    void addFound(bool hasFound, const Finding &found) // one that is only worth a record if it found something
    {
        if (hasFound)
            add(true, found);
    }

    [[nodiscard]] QList<Finding> take() { return std::move(m_all); }

private:
    const RunContext &m_context;
    QList<Finding> m_all;
};

// Counts cells of one kind and remembers the first.
struct Tally
{
    qint64 count = 0;
    Sheet::Address first;

    void add(int row, int column)
    {
        if (count++ == 0)
            first = {row, column};
    }

    // `check` has the kind and what else is known of it.
    [[nodiscard]] Finding in(const RunContext &context, Finding check) const
    {
        check.count = count;
        const Sheet::Address place{first.row + context.anchor().row, first.column + context.anchor().column};
        check.place = Sheet::toA1(place);
        return check;
    }
};

// A text never has more characters than bytes, so few texts have to be decoded.
bool isTooLong(const Sheet::Cell &cell)
{
    return cell.kind == Sheet::CellKind::Text && cell.text.size() > size_t(Sheet::maxCellCharacters)
        && Sheet::characters(cell.text) > Sheet::maxCellCharacters;
}

// Values that a sheet may return in another form: it stores text as lines, and numbers with 15 or 17 digits.
bool mayComeBackDifferent(const Sheet::Cell &cell)
{
    if (cell.kind == Sheet::CellKind::Number)
        return cell.text.size() > size_t(Sheet::exactDigits)
            && Sheet::significantDigits(cell.text) > Sheet::exactDigits;
    if (cell.kind != Sheet::CellKind::Text || cell.text.empty())
        return false;
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\n'; };
    if (cell.text.find('\r') != std::string_view::npos || isBlank(cell.text.front()) || isBlank(cell.text.back()))
        return true;
    const bool isAscii = std::ranges::all_of(cell.text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (isAscii)
        return false;
    const QString text = QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size()));
    return text != text.normalized(QString::NormalizationForm_C);
}

// An empty source would empty the region, and one that lost most of its rows would empty most of it.
void addClearing(Records &records, const RunContext &context)
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
void addUnknownTypes(Records &records, const Domo::ShapedColumns &shaped)
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

void addReading(Records &records, const std::optional<Finding::Unread> &unread, Finding check)
{
    check.unread = unread;
    if (check.count > 0 || !unread)
        records.add(check.count > 0, check);
    else
        records.addNotMade(check);
}

void addPointers(Records &records, Kind kind, const Pointers &pointers)
{
    Finding check{.kind = kind, .count = pointers.count};
    for (const Pointer &pointer : pointers.named) {
        Finding::At at{.place = Sheet::toA1(pointer.from), .refersTo = Sheet::toA1(pointer.to)};
        if (pointer.first) {
            at.row = pointer.first->row + 1;
            at.before = pointer.first->before;
            at.after = pointer.first->after;
        }
        check.places.append(at);
    }
    check.place = check.places.isEmpty() ? QString() : check.places.first().place;
    addReading(records, pointers.unread, check);
}

void addPlaces(Records &records, Kind kind, const Sheet::Places &places, const std::optional<Finding::Unread> &unread)
{
    Finding check{.kind = kind, .count = places.count()};
    for (const Sheet::Rectangle &range : places.ranges())
        check.places.append({.place = Sheet::toA1(range)});
    check.place = check.places.isEmpty() ? QString() : check.places.first().place;
    addReading(records, unread, check);
}

// What was read of the sheet besides the region's values.
void addOfFacts(Records &records, const RunContext &context)
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
}

QList<ColumnFacts> columnsOf(const QList<Domo::Column> &schema)
{
    QList<ColumnFacts> columns;
    for (const Domo::Column &column : schema)
        columns.append({.name = column.name, .type = column.type});
    return columns;
}

// The kinds are in the order of ColumnDrift.
void addDrift(Records &records, const RunContext &context)
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

void addAge(Records &records, const RunContext &context)
{
    const QString &loaded = context.dataSet.loadedAt();
    const QString before = context.lastVerified ? context.lastVerified->data.loaded : QString();
    const Finding since{.kind = Kind::NotUpdated, .actual = loaded, .expected = before};
    if (loaded.isEmpty() || before.isEmpty())
        records.addNotMade(since);
    else
        records.add(loaded == before, since);

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

void addColumns(Records &records, const RunContext &context, const DataSetSource &source)
{
    addUnknownTypes(records, context.shaped);
    if (source.shaping.isChoice) {
        const QStringList &others = context.shaped.notChosen;
        records.add(!others.isEmpty(),
                    {.kind = Kind::ColumnsNotChosen, .count = others.size(), .place = others.value(0)});
    }
    addDrift(records, context);
    const qint64 columns = context.shaped.columns.size();
    records.addFound(columns > Sheet::maxColumns, tooManyColumns(columns));
}

} // namespace

Finding recordOf(Sheet::Verdict found, const Finding &check, const RunContext &context)
{
    const RunRequest &request = context.request;
    const auto guard = guardOf(check.kind);
    Sheet::Ruling ruling{.verdict = found};
    if (guard)
        ruling = Sheet::ruling(rulesOf(request), *guard, found, context.today);
    else if (found == Sheet::Verdict::Stop)
        ruling.verdict = factOf(check.kind, request);

    Finding record{.kind = check.kind, .count = 0, .verdict = ruling.verdict, .threshold = check.threshold};
    if (ruling.verdict == Sheet::Verdict::NotMade)
        record.unread = check.unread;
    if (record.hasFound()) {
        record = check;
        record.verdict = ruling.verdict;
    } else if (ruling.verdict == Sheet::Verdict::Passed && check.against > 0) { // two numbers that were compared
        record.count = check.count;
        record.against = check.against;
    }
    if (ruling.acceptance) {
        record.reason = ruling.acceptance->reason;
        record.until = ruling.acceptance->until;
    }
    const bool isDecidedLater =
        guard && Sheet::isForReview(*guard) && (request.dryRun || request.prompt != Prompt::Never);
    record.refuses = ruling.verdict == Sheet::Verdict::Stop && !isDecidedLater;
    return record;
}

QList<Finding> guardsOfColumns(const RunContext &context)
{
    Records records(context);
    addColumns(records, context, *context.request.dataSet());
    return records.take();
}

QList<Finding> guardsBeforeFetching(const RunContext &context)
{
    using Lock = Workiva::SheetInfo::Lock;
    Records records(context);
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
        records.add(context.dataSet.pdpEnabled, {.kind = Kind::RowsFiltered});
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

QString thresholdOf(Sheet::Guard guard, const RunContext &context)
{
    return Sheet::thresholdText(context.request.guards.threshold(guard));
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

void addEdits(Records &records, const RunContext &context)
{
    const Finding edited = cellsFinding(Kind::CellsEdited, context.edited, context);
    if (context.left)
        records.add(edited.count > 0, edited);
    else
        records.addNotMade(edited);
    records.addFound(!context.keptEdits.empty(), cellsFinding(Kind::EditsKept, context.keptEdits, context));
}

void addRowsFell(Records &records, const RunContext &context)
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

void addTotalMoved(Records &records, const RunContext &context)
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

// A later period in the data is the other period, whatever else it has. Rows that the run leaves alone do not count.
void addPeriod(Records &records, const RunContext &context)
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

// A key that a dry run suggests is nobody's choice, and a run that writes does not look for one.
void addKeysVanished(Records &records, const RunContext &context)
{
    const auto &byKey = context.byKey;
    if (!byKey || byKey->isSuggested)
        records.addNotMade({.kind = Kind::KeysVanished});
    else
        records.add(byKey->gone > 0, {.kind = Kind::KeysVanished, .count = byKey->gone, .place = byKey->firstGone});
}

// Whether the data fits a spreadsheet, a sheet and the region.
void addFit(Records &records, const RunContext &context)
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

// What happens in the cells that are written.
void addWrittenCells(Records &records, const RunContext &context)
{
    const Sheet::Grid &desired = context.desired;
    const Sheet::Grid &existing = context.existing;
    Tally tooLong;
    Tally tooPrecise;
    Tally formulas;
    Tally different;
    for (const Sheet::Span &span : context.diff.spans) {
        const Sheet::Grid::Row written = desired.row(span.row);
        const Sheet::Grid::Row overwritten = existing.row(span.row);
        for (int column = span.first; column <= span.last; ++column) {
            const Sheet::Cell cell = written[column];
            if (isTooLong(cell))
                tooLong.add(span.row, column);
            const bool isTooPrecise = cell.kind == Sheet::CellKind::Number && !Sheet::survivesInSheet(cell.text);
            if (isTooPrecise)
                tooPrecise.add(span.row, column);
            if (overwritten[column].kind == Sheet::CellKind::Formula)
                formulas.add(span.row, column);
            if (!isTooPrecise && mayComeBackDifferent(cell))
                different.add(span.row, column);
        }
    }
    const auto add = [&](const Tally &tally, const Finding &check) {
        records.add(tally.count > 0, tally.in(context, check));
    };
    add(tooLong, {.kind = Kind::CellTooLong, .threshold = QString::number(Sheet::maxCellCharacters)});
    add(tooPrecise, {.kind = Kind::NumberTooPrecise});
    add(formulas, {.kind = Kind::FormulasOverwritten});
    const Tally kept{context.formulasKept, context.firstFormulaKept};
    records.addFound(kept.count > 0, kept.in(context, {.kind = Kind::FormulasKept}));
    add(different, {.kind = Kind::MayComeBackDifferent, .threshold = QString::number(Sheet::exactDigits)});
}

} // namespace

QList<Finding> guardsBeforeWriting(const RunContext &context)
{
    Records records(context);
    addFit(records, context);
    addWrittenCells(records, context);
    addClearing(records, context);
    addEdits(records, context);
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
        addRowsFell(records, context);
        addTotalMoved(records, context);
        addKeysVanished(records, context);
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
