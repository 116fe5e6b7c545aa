#include "writeback/guardreadings.h"

#include "sheet/references.h"
#include "sheet/textlint.h"
#include "workiva/listrangelinks.h"
#include "workiva/readtablecells.h"
#include "workiva/readvalues.h"
#include "writeback/guards.h"
#include "writeback/othersheets.h"
#include "writeback/targetreader.h"

#include <algorithm>
#include <array>

namespace Writeback {

namespace {

using Sheet::Address;
using Sheet::Cell;
using Sheet::CellKind;
using Sheet::Guard;
using Sheet::Rectangle;
using Unread = Finding::Unread;

constexpr qint64 maxCells = 200'000; // for each kind of reading: ten pages of a table
constexpr qsizetype maxSheets = 50; // a request each, or more
// Where a person asked for the cells of the spreadsheet; there may be four times as many blank ones.
constexpr qint64 maxCellsCounted = 5 * Sheet::maxSpreadsheetCells;
constexpr qsizetype maxSheetsCounted = 500;
constexpr size_t maxSpans = 2'000; // that are gathered into areas; more are taken as one
constexpr size_t maxAreas = 20; // a request each, or more

auto byPlace(const Address &at)
{
    return std::pair(at.row, at.column);
}

// A reading may restart, and then names the same cells again.
Sheet::Places placesOf(std::vector<Address> &cells)
{
    std::ranges::sort(cells, {}, byPlace);
    cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
    Sheet::Places places;
    for (const Address &cell : cells)
        places.add(cell);
    return places;
}

Unread unreadBy(const Core::Error &error)
{
    return error.kind == Core::ErrorKind::TooLarge ? Unread::TooMuch : Unread::Failed;
}

// The first reason is kept.
void setUnread(std::optional<Unread> &unread, Unread reason)
{
    if (!unread)
        unread = reason;
}

// A sheet calculates with doubles, so that 0.1 + 0.2 is not quite 0.3.
bool isSameResult(const Cell &calculated, const Cell &desired)
{
    if (calculated.kind != CellKind::Number || desired.kind != CellKind::Number)
        return Sheet::sameValue(calculated, desired);
    return Sheet::sameNumber(Sheet::rounded(calculated.text, Sheet::exactDigits),
                             Sheet::rounded(desired.text, Sheet::exactDigits));
}

} // namespace

GuardReadings::GuardReadings(RunContext &context, QObject *parent) : JobWith(parent), m_context(context) { }

GuardReadings::~GuardReadings() = default;

void GuardReadings::run()
{
    m_context.facts = {};
    m_jobs = std::make_unique<Net::JobGroup>(Net::JobGroup::OnError::Continue);
    readOutside();
    readLinks();
    readTable();
    readCalculated();
    readScales();
    connect(m_jobs.get(), &Net::Job::finished, this, &GuardReadings::conclude);
    m_jobs->start();
}

void GuardReadings::abort()
{
    m_jobs.reset();
}

template <typename Reading> void GuardReadings::read(std::unique_ptr<Reading> job, std::optional<Unread> &unread)
{
    m_jobs->add(std::move(job), [&unread](const auto &result) -> Core::Result<void> {
        if (!result)
            setUnread(unread, unreadBy(result.error()));
        return {};
    });
}

// Whether the guard needs a reading, because rows get another key; otherwise `unread` says why there is none.
bool GuardReadings::hasShiftFor(Guard guard, std::optional<Unread> &unread) const
{
    if (!isAsked(guard, m_context.request))
        return false;
    if (!m_context.shift) {
        unread = Unread::NoKey;
        return false;
    }
    unread.reset();
    return !m_context.shift->isEmpty();
}

bool GuardReadings::isCountingAsked()
{
    if (!isAsked(Guard::SpreadsheetFull, m_context.request))
        return false;
    m_context.facts.outside.unread.reset();
    return addsCells(m_context);
}

void GuardReadings::readOutside()
{
    m_wantsFormulas = hasShiftFor(Guard::KeysUnderFormulas, m_context.facts.formulas.unread);
    m_wantsCount = isCountingAsked();
    if (m_wantsFormulas)
        takeFormulasOfRegion();
    if (!m_wantsFormulas && !m_wantsCount)
        return;
    for (const Sheet::Region &region : m_context.request.region.around())
        readOutside(std::make_unique<Workiva::ReadSheetData>(*m_context.workiva, m_context.sheetId(), region,
                                                             Workiva::ReadSheetData::Parts::Values,
                                                             sinkFor({.isOwn = true})));
    const bool isChosen = m_wantsCount && m_context.request.guards.levels.contains(Guard::SpreadsheetFull);
    m_maxCounted = isChosen ? maxCellsCounted : maxCells;
    readOutside(
        std::make_unique<OtherSheets>(*m_context.workiva, m_context.sheetId(), isChosen ? maxSheetsCounted : maxSheets,
                                      [this](const Workiva::SheetInfo &sheet) -> Workiva::SheetDataSink {
                                          if (!m_wantsCount && sheet.name.isEmpty()) // no formula of it can be told
                                              return nullptr;
                                          return sinkFor({.name = sheet.name, .path = sheet.path});
                                      }));
}

template <typename Reading> void GuardReadings::readOutside(std::unique_ptr<Reading> job)
{
    m_jobs->add(std::move(job), [this](const auto &result) -> Core::Result<void> {
        if (result)
            return {};
        const Unread unread = unreadBy(result.error());
        if (m_wantsFormulas)
            setUnread(m_context.facts.formulas.unread, unread);
        if (m_wantsCount)
            setUnread(m_context.facts.outside.unread, unread);
        return {};
    });
}

// Those in the region that stay.
void GuardReadings::takeFormulasOfRegion()
{
    const Sheet::Grid &existing = m_context.existing;
    const Address anchor = m_context.anchor();
    for (int row = 0; row < existing.rows(); ++row) {
        const Sheet::Grid::Row cells = existing.row(row);
        for (int column = 0; column < existing.columns(); ++column) {
            const Address at{anchor.row + row, anchor.column + column};
            if (cells[column].kind == CellKind::Formula && !isWritten(at))
                takeFormula({}, at, cells[column].text);
        }
    }
}

Workiva::SheetDataSink GuardReadings::sinkFor(Received received)
{
    m_outside.push_back(std::move(received));
    return [this, &reading = m_outside.back()](int row, int column, std::span<const Workiva::SheetDataCell> cells) {
        return take(reading, row, column, cells);
    };
}

Core::Result<void> GuardReadings::take(Received &received, int row, int column,
                                       std::span<const Workiva::SheetDataCell> cells)
{
    if (received.first == Address{row, column})
        add(received, {.all = -received.cells.all, .filled = -received.cells.filled});
    if (!received.first)
        received.first = Address{row, column};
    const auto isFilled = [](const Workiva::SheetDataCell &cell) { return !cell.value.isBlank(); };
    add(received, {.all = qint64(cells.size()), .filled = std::ranges::count_if(cells, isFilled)});

    const bool isFormulasEnd = (received.isOwn ? m_cellsAround : m_cellsOfOtherSheets) > maxCells;
    if (m_wantsFormulas && isFormulasEnd)
        setUnread(m_context.facts.formulas.unread, Unread::TooMuch);
    else if (m_wantsFormulas && (received.isOwn || !received.name.isEmpty()))
        takeFormulas(received.name, row, column, cells);

    const bool isCountEnd =
        m_filled > Sheet::maxSpreadsheetCells || m_cellsAround + m_cellsOfOtherSheets > m_maxCounted;
    if (m_wantsCount && isCountEnd)
        setUnread(m_context.facts.outside.unread, Unread::TooMuch);

    const bool isEnough = (!m_wantsFormulas || isFormulasEnd) && (!m_wantsCount || isCountEnd);
    return isEnough ? Core::fail(Core::ErrorKind::TooLarge) : Core::Result<void>();
}

void GuardReadings::add(Received &received, const CellCounts &cells)
{
    received.cells.all += cells.all;
    received.cells.filled += cells.filled;
    (received.isOwn ? m_cellsAround : m_cellsOfOtherSheets) += cells.all;
    m_filled += cells.filled;
}

void GuardReadings::countOutside()
{
    CellsOutside &outside = m_context.facts.outside;
    outside.count = m_filled;
    qint64 most = 0;
    for (const Received &received : m_outside) {
        if (received.isOwn || received.cells.filled <= most || outside.unread) // another one may have the most then
            continue;
        most = received.cells.filled;
        outside.largest = received.path;
    }
}

void GuardReadings::takeFormulas(const QString &sheet, int row, int column,
                                 std::span<const Workiva::SheetDataCell> cells)
{
    for (const Workiva::SheetDataCell &cell : cells) {
        const bool isText = Sheet::sameValue(Cell::ofText(cell.value.text), cell.calculated);
        if (cell.value.kind == CellKind::Text && Sheet::looksLikeFormula(cell.value.text) && !isText)
            takeFormula(sheet, {row, column}, cell.value.text);
        ++column;
    }
}

void GuardReadings::takeFormula(const QString &sheet, const Address &at, std::string_view formula)
{
    for (const Sheet::Reference &reference : Sheet::references(formula)) {
        const bool isOfOtherSheet = reference.sheet.isEmpty() && !sheet.isEmpty();
        if (isOfOtherSheet || !Sheet::Region::isNameOf(reference.sheet, m_context.sheet.name))
            continue;
        if (m_context.shift->rowsUnder(reference.range) > 0)
            m_formulas.push_back({sheet, {at.row, at.column, 1, 1}, reference.range});
    }
}

void GuardReadings::readLinks()
{
    std::optional<Unread> &unread = m_context.facts.links.unread;
    if (!hasShiftFor(Guard::KeysUnderLinks, unread))
        return;
    if (m_context.sheet.tableId.isEmpty()) {
        unread = Unread::Failed;
        return;
    }
    m_jobs->add(std::make_unique<Workiva::ListRangeLinks>(*m_context.workiva, m_context.sheet.tableId),
                [this, &unread](const Core::Result<QList<Workiva::RangeLink>> &links) -> Core::Result<void> {
                    if (!links)
                        unread = Unread::Failed;
                    else
                        std::ranges::for_each(*links, [this](const auto &link) { takeLink(link); });
                    return {};
                });
}

void GuardReadings::takeLink(const Workiva::RangeLink &link)
{
    if (link.type == Workiva::RangeLink::Type::Destination)
        return;
    if (!link.range) {
        m_context.facts.links.unread = Unread::Failed;
        return;
    }
    if (m_context.shift->rowsUnder(*link.range) > 0)
        m_links.push_back({{}, *link.range, *link.range});
}

void GuardReadings::readTable()
{
    CellMarks &cells = m_context.facts.cells;
    if (!isTableAsked(m_context))
        return;
    cells.unread.reset();
    if (m_context.diff.isEmpty())
        return;
    const auto areas = areasOf(m_context.diff.spans);
    if (!areas) {
        cells.unread = Unread::TooMuch;
        return;
    }
    if (m_context.sheet.tableId.isEmpty()) {
        cells.unread = Unread::Failed;
        return;
    }
    for (const Rectangle &area : *areas)
        read(std::make_unique<Workiva::ReadTableCells>(*m_context.workiva, m_context.sheet.tableId, area,
                                                       [this](const Workiva::TableCell &cell) { takeTableCell(cell); }),
             cells.unread);
}

void GuardReadings::takeTableCell(const Workiva::TableCell &cell)
{
    if (!isWritten(cell.at))
        return;
    const bool isInputMode = m_context.sheet.lock == Workiva::SheetInfo::Lock::InputMode;
    if (isInputMode && !cell.inputCell)
        m_notInput.push_back(cell.at);
    else if (cell.locked)
        m_locked.push_back(cell.at);
    if (cell.type == Workiva::TableCell::Type::DestinationLink)
        m_linked.push_back(cell.at);
    if (cell.type == Workiva::TableCell::Type::RichText)
        m_richText.push_back(cell.at);
    if (cell.mergedInto)
        m_merged.push_back(cell.at);
}

void GuardReadings::readCalculated()
{
    std::optional<Unread> &unread = m_context.facts.equal.unread;
    unread.reset();
    if (m_context.request.guards.level(Guard::EqualFormulas) == Sheet::GuardLevel::Off)
        return;
    std::vector<Sheet::Span> formulas;
    const Sheet::Grid &existing = m_context.existing;
    for (const Sheet::Span &span : m_context.diff.spans) {
        const Sheet::Grid::Row cells = existing.row(span.row);
        for (int column = span.first; column <= span.last; ++column) {
            if (cells[column].kind == CellKind::Formula)
                formulas.push_back({span.row, column, column});
        }
    }
    const auto areas = areasOf(formulas);
    if (!areas) {
        unread = Unread::TooMuch;
        return;
    }
    for (const Rectangle &area : *areas)
        read(std::make_unique<Workiva::ReadValues>(
                 *m_context.workiva, m_context.sheetId(), Sheet::Region(area), Workiva::ValueStyle::Calculated,
                 [this](int row, int column, std::span<const Cell> cells) -> Core::Result<void> {
                     for (const Cell &cell : cells)
                         takeCalculated({row, column++}, cell);
                     return {};
                 }),
             unread);
}

void GuardReadings::takeCalculated(const Address &at, const Cell &calculated)
{
    const Address anchor = m_context.anchor();
    const Address place{at.row - anchor.row, at.column - anchor.column};
    if (m_context.existing.at(place.row, place.column).kind == CellKind::Formula && isWritten(at)
        && isSameResult(calculated, m_context.desired.at(place.row, place.column)))
        m_equal.push_back(at);
}

void GuardReadings::readScales()
{
    ColumnScales &scales = m_context.facts.scales;
    if (!isAsked(Guard::Scale, m_context.request))
        return;
    scales.unread.reset();
    const Sheet::Grid &desired = m_context.desired;
    Rectangle columns; // of the grids
    for (int column = 0; column < desired.columns(); ++column) {
        if (m_context.isNumeric(column))
            columns = columns.united({m_context.headerRows(), column, 1, 1});
    }
    if (columns.isEmpty() || m_context.diff.isEmpty() || desired.rows() <= m_context.headerRows())
        return;
    const Rectangle area = m_context.inSheet(columns);
    scales.row = area.row;
    read(std::make_unique<Workiva::ReadSheetData>(
             *m_context.workiva, m_context.sheetId(), Sheet::Region(area), Workiva::ReadSheetData::Parts::Formats,
             [this](int, int firstColumn, std::span<const Workiva::SheetDataCell> cells) -> Core::Result<void> {
                 takeScales(firstColumn, cells);
                 return {};
             }),
         scales.unread);
}

void GuardReadings::takeScales(int firstColumn, std::span<const Workiva::SheetDataCell> cells)
{
    using Workiva::Scale;
    ColumnScales &scales = m_context.facts.scales;
    scales.columns.clear(); // a reading may restart; it has one row
    int column = firstColumn - m_context.anchor().column;
    for (const Workiva::SheetDataCell &cell : cells) {
        const int at = column++;
        if (!m_context.isNumeric(at))
            continue;
        if (cell.shownIn == Scale::Unknown || cell.enteredIn == Scale::Unknown)
            scales.unread = Unread::Failed;
        const bool isPercent = Workiva::isPercentFormat(cell.format);
        const auto told = [isPercent](Scale scale) {
            return isPercent && scale == Scale::Hundredths ? Scale::NotTold : scale;
        };
        if (Workiva::isOther(told(cell.shownIn)) || Workiva::isOther(told(cell.enteredIn)))
            scales.columns.push_back({at, told(cell.shownIn), told(cell.enteredIn)});
    }
}

bool GuardReadings::isWritten(const Address &at) const
{
    const Address anchor = m_context.anchor();
    const int row = at.row - anchor.row;
    const int column = at.column - anchor.column;
    return Sheet::isWritten(Sheet::change(m_context.existing.at(row, column), m_context.desired.at(row, column)));
}

// In the sheet; none if they are too large to be read. Cells between the spans are read too.
std::optional<std::vector<Rectangle>> GuardReadings::areasOf(const std::vector<Sheet::Span> &spans) const
{
    Rectangle all;
    std::vector<Rectangle> rectangles;
    for (const Sheet::Span &span : spans) {
        const Rectangle rectangle = m_context.inSheet({span.row, span.first, 1, span.last - span.first + 1});
        all = all.united(rectangle);
        if (spans.size() <= maxSpans)
            rectangles.push_back(rectangle);
    }
    std::vector<Rectangle> areas = spans.size() <= maxSpans ? gathered(std::move(rectangles)) : std::vector{all};
    qint64 cells = 0;
    for (const Rectangle &area : areas)
        cells += area.cells();
    const bool isTooMuch = cells > maxCells || areas.size() > maxAreas;
    return isTooMuch ? std::nullopt : std::optional(std::move(areas));
}

void GuardReadings::conclude()
{
    SheetFacts &facts = m_context.facts;
    facts.cells.locked = placesOf(m_locked);
    facts.cells.linked = placesOf(m_linked);
    facts.cells.notInput = placesOf(m_notInput);
    facts.cells.merged = placesOf(m_merged);
    facts.cells.richText = placesOf(m_richText);
    facts.equal.places = placesOf(m_equal);
    countOutside();
    take(m_formulas, facts.formulas);
    take(m_links, facts.links);
    finishWith({});
}

void GuardReadings::take(std::vector<FoundPointer> &found, Pointers &pointers) const
{
    const auto byPlaces = [](const FoundPointer &one) {
        return std::pair(
            one.sheet,
            std::array{one.from.row, one.from.column, one.to.row, one.to.column, one.to.rows, one.to.columns});
    };
    std::ranges::sort(found, {}, byPlaces);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    for (size_t i = 0; i < found.size(); ++i) {
        const auto &[sheet, from, to] = found[i];
        pointers.count += i == 0 || found[i - 1].from != from || found[i - 1].sheet != sheet;
        if (pointers.named.size() < Pointers::maxNamed)
            pointers.named.push_back(
                {from, to, m_context.shift->rowsUnder(to), m_context.shift->firstUnder(to), sheet});
    }
}

} // namespace Writeback
