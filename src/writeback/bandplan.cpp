#include "writeback/bandplan.h"

#include <algorithm>

namespace Writeback {

namespace {

constexpr qint64 cellsOfABand = 50'000; // a page of the service

int rowsOfABand(int columns)
{
    return int(std::max<qint64>(cellsOfABand / columns, 1));
}

} // namespace

BandPlan::BandPlan(Sheet::Region region, int expectedRows, int expectedColumns)
    : m_region(std::move(region))
    , m_isOpen(!m_region.isClosed() || m_region.bounded().cells() > Sheet::maxSpreadsheetCells)
    , m_nextRow(m_region.anchor().row)
    , m_expectedEnd(m_region.anchor().row + expectedRows)
{
    const int widest = m_region.bounded().columns;
    if (!m_isOpen)
        m_rows = rowsOfABand(widest);
    else if (expectedRows > 0 && expectedColumns > 0)
        m_rows = rowsOfABand(std::min(expectedColumns, widest));
    if (!m_isOpen)
        addClosed();
}

void BandPlan::addClosed()
{
    Sheet::Rectangle rest = m_region.bounded();
    while (rest.rows > 0) {
        Sheet::Rectangle band = rest;
        band.rows = std::min(m_rows, rest.rows);
        m_entries.push_back({.band = {.region = Sheet::Region(band), .stop = {}, .above = above()}});
        rest.row += band.rows;
        rest.rows -= band.rows;
    }
}

Sheet::Address BandPlan::above() const
{
    const auto last = std::find_if(m_entries.rbegin(), m_entries.rend(),
                                   [](const Entry &entry) { return entry.state != State::Dropped; });
    return last == m_entries.rend() ? Sheet::Address{} : last->band.region.anchor();
}

std::optional<size_t> BandPlan::next()
{
    if (isDone())
        return {};
    const auto isWaiting = [](const Entry &entry) { return entry.state == State::Waiting; };
    if (std::ranges::none_of(m_entries, isWaiting) && canAddOpen())
        addOpen();
    const auto waiting = std::ranges::find_if(m_entries, isWaiting);
    if (waiting == m_entries.end())
        return {};
    waiting->state = State::UnderWay;
    waiting->band.source = std::max(waiting->band.source, m_source);
    return size_t(waiting - m_entries.begin());
}

bool BandPlan::canAddOpen() const
{
    if (!m_isOpen || m_end || m_nextRow > m_region.bounded().lastRow())
        return false;
    if (m_entries.empty())
        return true;
    return m_rows > 0 && (m_nextRow < m_expectedEnd || (m_goesOn && guesses() < (m_goingOn < 2 ? 3 : 4)));
}

qsizetype BandPlan::guesses() const
{
    const auto goesOn = [](const Entry &entry) { return entry.state == State::Read && !entry.read.isWhole; };
    const auto last = std::find_if(m_entries.rbegin(), m_entries.rend(), goesOn);
    return std::count_if(m_entries.rbegin(), last, [](const Entry &entry) { return entry.state != State::Dropped; });
}

void BandPlan::addOpen()
{
    const int stop = m_nextRow + std::max(m_rows, 1);
    m_entries.push_back({.band = {.region = Sheet::Region({m_nextRow, m_region.anchor().column}, m_region.lastRow(),
                                                          m_region.lastColumn()),
                                  .stop = stop,
                                  .above = above(),
                                  // A speculative request may be refused because nothing is there.
                                  .mayFallBack = m_entries.empty()}});
    m_nextRow = stop;
}

void BandPlan::ended(size_t number, const Core::Result<BandRead> &read)
{
    Entry &entry = m_entries[number];
    if (entry.state != State::UnderWay)
        return;
    entry.state = read ? State::Read : State::Failed;
    if (read) {
        entry.read = *read;
        learnFrom(entry);
    } else {
        entry.error = read.error();
    }
    findEnd();
    judgeFailure();
}

void BandPlan::learnFrom(const Entry &entry)
{
    m_source = std::max(m_source, std::min(entry.read.source, BandSource::OpenSheetData));
    if (!m_isOpen)
        return;
    if (m_rows == 0) {
        m_nextRow = std::max(entry.read.nextRow, m_nextRow);
        m_rows = m_nextRow - entry.band.region.anchor().row;
    }
    if (entry.read.isWhole)
        return;
    ++m_goingOn;
    m_goesOn = m_goesOn || *entry.band.stop >= m_expectedEnd;
}

bool BandPlan::saysEnd(const Entry &entry) const
{
    return entry.state == State::Read && (m_isOpen ? entry.read.isWhole : entry.read.isSheetsEnd);
}

void BandPlan::findEnd()
{
    // Cells from further down disprove an end reported above.
    for (size_t i = m_entries.size(); i-- > 0;) {
        if (saysEnd(m_entries[i]))
            m_end = i;
        if (m_entries[i].state == State::Read && !m_entries[i].read.extent.isEmpty())
            break;
    }
    if (m_end)
        dropFrom(*m_end + 1);
}

void BandPlan::dropFrom(size_t number)
{
    for (size_t i = number; i < m_entries.size(); ++i) {
        if (m_entries[i].state == State::UnderWay)
            m_dropped.push_back(i);
        m_entries[i].state = State::Dropped;
    }
}

void BandPlan::judgeFailure()
{
    const auto isToCome = [](const Entry &entry) {
        return entry.state != State::Read && entry.state != State::Dropped;
    };
    const auto first = std::ranges::find_if(m_entries, isToCome);
    if (first == m_entries.end() || first->state != State::Failed)
        return; // a band above may still report that nothing follows
    if (first->band.mayFallBack || !isForAnotherSource(first->error)) {
        m_error = first->error;
        return;
    }
    // The band above reports that this one exists.
    first->state = State::Waiting;
    first->band.mayFallBack = true;
    m_nextRow = *first->band.stop;
    dropFrom(size_t(first - m_entries.begin()) + 1);
}

std::vector<size_t> BandPlan::takeDropped()
{
    return std::exchange(m_dropped, {});
}

bool BandPlan::isDone() const
{
    if (m_error)
        return true;
    const bool isAllAsked = m_end || !m_isOpen || m_nextRow > m_region.bounded().lastRow();
    return isAllAsked && std::ranges::all_of(m_entries, [](const Entry &entry) {
               return entry.state == State::Read || entry.state == State::Dropped;
           });
}

int BandPlan::endRow() const
{
    const int regionsEnd = m_region.bounded().lastRow() + 1;
    if (!m_end)
        return regionsEnd;
    const Entry &last = m_entries[*m_end];
    return std::max(last.read.nextRow, last.band.stop.value_or(last.band.region.bounded().lastRow() + 1));
}

} // namespace Writeback
