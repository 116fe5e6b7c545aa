#include "writeback/writtencells.h"

#include "sheet/lookalikes.h"
#include "writeback/differences.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace Writeback {

namespace {

using Kind = Finding::Kind;
using Trait = Finding::Trait;

QString placeOf(const Sheet::Address &inGrid, const RunContext &context)
{
    return Sheet::toA1(Sheet::Address{inGrid.row + context.anchor().row, inGrid.column + context.anchor().column});
}

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
        check.place = placeOf(first, context);
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

bool isWhole(std::string_view number)
{
    return number.find_first_of(".eE") == std::string_view::npos;
}

// What was found in the cells to be written; by column what is told by column.
struct Found
{
    explicit Found(int columns) : tooPrecise(size_t(columns)), longWhole(size_t(columns)), looks(size_t(columns)) { }

    Tally tooLong{};
    Tally formulas{};
    Tally precise{};
    Tally different{};
    std::vector<Tally> tooPrecise;
    std::vector<Tally> longWhole; // whole numbers that the sheet may round
    std::vector<Sheet::ColumnLooks> looks;
};

// The columns whose texts are looked at.
std::vector<bool> columnsOfTexts(const RunContext &context)
{
    std::vector<bool> columns(size_t(context.desired.columns()));
    if (context.request.guards.level(Sheet::Guard::Identifiers) == Sheet::GuardLevel::Off)
        return columns;
    const qsizetype known = std::min(context.shaped.columns.size(), qsizetype(columns.size()));
    for (qsizetype column = 0; column < known; ++column)
        columns[size_t(column)] = context.shaped.columns[column].type == Sheet::ColumnType::String;
    return columns;
}

Found findIn(const RunContext &context)
{
    const std::vector<bool> isOfTexts = columnsOfTexts(context);
    Found found(context.desired.columns());
    for (const Sheet::Span &span : context.diff.spans) {
        const Sheet::Grid::Row written = context.desired.row(span.row);
        const Sheet::Grid::Row overwritten = static_cast<const Sheet::Grid &>(context.existing).row(span.row);
        const bool isHeader = span.row < context.headerRows();
        for (int column = span.first; column <= span.last; ++column) {
            if (overwritten[column].kind == Sheet::CellKind::Formula)
                found.formulas.add(span.row, column);
            if (column >= context.desired.columns())
                continue; // it is cleared
            const Sheet::Cell cell = written[column];
            if (isTooLong(cell))
                found.tooLong.add(span.row, column);
            const bool isTooPrecise = cell.kind == Sheet::CellKind::Number && !Sheet::survivesInSheet(cell.text);
            if (isTooPrecise) {
                found.precise.add(span.row, column);
                found.tooPrecise[size_t(column)].add(span.row, column);
            } else if (mayComeBackDifferent(cell)) {
                found.different.add(span.row, column);
                if (cell.kind == Sheet::CellKind::Number && isWhole(cell.text))
                    found.longWhole[size_t(column)].add(span.row, column);
            }
            if (cell.kind == Sheet::CellKind::Text && isOfTexts[size_t(column)] && !isHeader)
                found.looks[size_t(column)].add({span.row, column}, cell.text);
        }
    }
    return found;
}

void addColumns(Finding &check, const std::vector<Tally> &tallies, const RunContext &context)
{
    for (size_t column = 0; column < tallies.size(); ++column) {
        const Tally &tally = tallies[column];
        if (tally.count > 0)
            check.addColumn({.column = context.sourceName(int(column)),
                             .trait = Trait::TooManyDigits,
                             .count = tally.count,
                             .place = placeOf(tally.first, context)});
    }
}

// In the order of Sheet::LookAlike.
constexpr std::array traits{Trait::LeadingZeros,  Trait::ManyDigits,  Trait::Date, Trait::Exponent,
                            Trait::TrailingMinus, Trait::Parentheses, Trait::Sign};
static_assert(traits.size() == size_t(Sheet::lastLookAlike) + 1);

Finding identifiersIn(const std::vector<Sheet::ColumnLooks> &looks, const RunContext &context)
{
    Finding check{.kind = Kind::Identifiers, .count = 0, .threshold = QString::number(Sheet::exactDigits)};
    std::optional<Sheet::Address> first;
    for (size_t column = 0; column < looks.size(); ++column) {
        const Sheet::ColumnLooks &look = looks[column];
        const QString name = context.sourceName(int(column));
        for (size_t kind = 0; kind < traits.size(); ++kind) {
            const auto &[count, at] = look.seen.at(kind);
            if (count == 0)
                continue;
            check.count += count;
            check.addColumn({.column = name, .trait = traits.at(kind), .count = count, .place = placeOf(at, context)});
            if (!first || std::pair(at.row, at.column) < std::pair(first->row, first->column))
                first = at;
        }
        if (look.lookAlikes() > 0 && look.isMixed())
            check.addColumn({.column = name, .trait = Trait::Mixed, .count = look.numbers});
        const qint64 dropped = context.zerosDropped.value(qsizetype(column));
        check.count += dropped;
        if (dropped > 0)
            check.addColumn({.column = name, .trait = Trait::ZerosDropped, .count = dropped});
    }
    if (first)
        check.place = placeOf(*first, context);
    return check;
}

} // namespace

void checkWrittenCells(CheckRecords &records, const RunContext &context)
{
    const Found found = findIn(context);
    const auto add = [&](const Tally &tally, const Finding &check) {
        records.add(tally.count > 0, tally.in(context, check));
    };
    add(found.tooLong, {.kind = Kind::CellTooLong, .threshold = QString::number(Sheet::maxCellCharacters)});
    Finding precise{.kind = Kind::NumberTooPrecise};
    addColumns(precise, found.tooPrecise, context);
    add(found.precise, precise);
    add(found.formulas, {.kind = Kind::FormulasOverwritten});
    const Tally kept{context.formulasKept, context.firstFormulaKept};
    records.addFound(kept.count > 0, kept.in(context, {.kind = Kind::FormulasKept}));
    Finding different{.kind = Kind::MayComeBackDifferent, .threshold = QString::number(Sheet::exactDigits)};
    addColumns(different, found.longWhole, context);
    add(found.different, different);
    if (context.request.dataSet()) {
        const Finding identifiers = identifiersIn(found.looks, context);
        records.add(identifiers.count > 0, identifiers);
    }
}

} // namespace Writeback
