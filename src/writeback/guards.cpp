#include "writeback/guards.h"

#include "sheet/decimal.h"
#include "writeback/differences.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Writeback {

namespace {

using Kind = Finding::Kind;

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

    void report(QList<Finding> &findings, Kind kind, bool refuses, const RunContext &context) const
    {
        if (count == 0)
            return;
        const Sheet::Address place{first.row + context.anchor().row, first.column + context.anchor().column};
        findings.append({kind, refuses, count, Sheet::toA1(place)});
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
void addClearing(QList<Finding> &findings, const RunContext &context)
{
    const Sheet::Diff &diff = context.diff;
    const bool isMore = diff.cleared > diff.changed + diff.added;
    if (diff.cleared == 0 || (!isMore && context.sourceRows > 0))
        return;
    const RunRequest &request = context.request;
    const bool refuses = !request.dryRun && !request.allowClearing && request.prompt == Prompt::Never;
    findings.append({Kind::ClearsMoreThanItWrites, refuses, diff.cleared, {}});
}

void addSizes(QList<Finding> &findings, qint64 rows, qint64 columns)
{
    if (rows > Sheet::maxRows)
        findings.append({Kind::TooManyRows, true, rows, {}});
    if (columns > Sheet::maxColumns)
        findings.append({Kind::TooManyColumns, true, columns, {}});
}

// The schema decides what is a number and what is text; types are not guessed.
void addUnknownTypes(QList<Finding> &findings, const QList<Domo::Column> &schema)
{
    constexpr qsizetype maxNamed = 5;
    QStringList names;
    for (qsizetype i = 0; i < schema.size(); ++i) {
        const Domo::Column &column = schema[i];
        if (column.type)
            continue;
        const QString name = column.name.isEmpty() ? u"#%1"_s.arg(i + 1) : column.name;
        names.append(column.typeName.isEmpty() ? name : u"%1 (%2)"_s.arg(name, column.typeName));
    }
    if (names.isEmpty() && !schema.isEmpty())
        return;
    const qint64 count = names.size();
    if (count > maxNamed)
        names = names.mid(0, maxNamed) + QStringList{u"…"_s};
    findings.append({Kind::UnknownColumnTypes, true, count, names.join(u", "_s)});
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

} // namespace

QList<Finding> guardsBeforeFetching(const RunContext &context)
{
    QList<Finding> findings;
    if (const QString &typed = context.request.sheetNameInRegion; !Sheet::Region::isNameOf(typed, context.sheet.name))
        findings.append({.kind = Kind::OtherSheetNamed, .refuses = true, .place = typed, .other = context.sheet.name});
    if (context.spreadsheet.locked)
        findings.append({Kind::SpreadsheetLocked, true, 1, {}});
    if (context.sheet.lock == Workiva::SheetInfo::Lock::Locked)
        findings.append({Kind::SheetLocked, true, 1, {}});
    if (context.sheet.lock == Workiva::SheetInfo::Lock::Unknown)
        findings.append({.kind = Kind::LockUnknown, .place = context.sheet.lockWord});
    if (context.sheet.lock == Workiva::SheetInfo::Lock::InputMode)
        findings.append({Kind::InputMode, false, 1, {}});
    if (context.dataSet.pdpEnabled)
        findings.append({Kind::RowsFiltered, false, 1, {}});
    if (const DataSetSource *source = context.request.dataSet()) {
        addUnknownTypes(findings, context.dataSet.schema);
        // With row policies, the metadata do not tell how many rows will be exported.
        const qint64 rows = context.dataSet.pdpEnabled ? 0 : context.dataSet.rows.value_or(0);
        addSizes(findings, rows + source->headerRows(), context.dataSet.columns.value_or(0));
    }
    return findings;
}

QList<Finding> guardsBeforeWriting(const RunContext &context)
{
    QList<Finding> findings;
    const Sheet::Grid &desired = context.desired;
    const Sheet::Grid &existing = context.existing;
    addSizes(findings, desired.rows(), desired.columns());
    if (qint64(desired.rows()) * desired.columns() > Sheet::maxSpreadsheetCells) {
        if (const qint64 filled = filledCells(desired, existing); filled > Sheet::maxSpreadsheetCells)
            findings.append({Kind::TooManyCells, true, filled, {}});
    }
    if (context.fit.kind == Sheet::Fit::Kind::Overflows)
        findings.append({Kind::Overflow, true, context.fit.data.cells(), Sheet::toA1(context.fit.data)});

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
    tooLong.report(findings, Kind::CellTooLong, true, context);
    tooPrecise.report(findings, Kind::NumberTooPrecise, true, context);
    formulas.report(findings, Kind::FormulasOverwritten, context.request.update.formulas == Sheet::Formulas::Stop,
                    context);
    Tally{context.formulasKept, context.firstFormulaKept}.report(findings, Kind::FormulasKept, false, context);
    different.report(findings, Kind::MayComeBackDifferent, false, context);
    addClearing(findings, context);

    if (context.sheet.hasLinkedDataset && !context.diff.isEmpty()) {
        const Sheet::Rectangle written = context.inSheet(boundsOf(context.diff));
        // A linked dataset without a known range may be anywhere.
        const auto linked = Sheet::Region::parse(context.sheet.linkedRange);
        if (!linked || !linked->clamped(written).isEmpty())
            findings.append({Kind::LinkedDataset, true, 1, context.sheet.linkedRange});
    }
    if (context.unreadableCells > 0)
        findings.append(
            {.kind = Kind::UnreadableText, .count = context.unreadableCells, .place = context.firstUnreadable});
    if (context.notNumbers > 0)
        findings.append({Kind::NotNumbers, false, context.notNumbers, {}});
    return findings;
}

std::optional<Core::Error> refusal(const QList<Finding> &findings)
{
    const auto first = std::ranges::find_if(findings, &Finding::refuses);
    if (first == findings.end())
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
    case Kind::ClearsMoreThanItWrites: error.kind = Core::ErrorKind::NoConsent; break;
    default: error.kind = Core::ErrorKind::Guarded; break;
    }
    return error;
}

} // namespace Writeback
