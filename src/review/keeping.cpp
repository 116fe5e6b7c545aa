#include "review/keeping.h"

#include <algorithm>
#include <utility>

namespace Review {

namespace {

using Writeback::Finding;

QString placeOf(const Writeback::Comparison &comparison, int row, int column)
{
    return Sheet::toA1(Sheet::Address{comparison.anchor.row + row, comparison.anchor.column + column});
}

// What becomes of the kept cells is not what the review counted.
void subtract(const Writeback::Comparison &comparison, const std::vector<Sheet::Span> &kept,
              Writeback::ChangeCounts &changes)
{
    for (const Sheet::Span &span : kept) {
        for (int column = span.first; column <= span.last; ++column) {
            switch (Sheet::change(comparison.existing.at(span.row, column), comparison.desired.at(span.row, column))) {
            case Sheet::Change::Changed: --changes.changed; break;
            case Sheet::Change::New: --changes.added; break;
            case Sheet::Change::Cleared: --changes.cleared; break;
            case Sheet::Change::Unchanged:
            case Sheet::Change::Kept: continue;
            }
            ++changes.kept;
        }
    }
}

bool hasFormula(const Writeback::Comparison &comparison, const std::vector<Sheet::Span> &cells)
{
    return std::any_of(cells.begin(), cells.end(), [&comparison](const Sheet::Span &span) {
        for (int column = span.first; column <= span.last; ++column) {
            if (comparison.existing.at(span.row, column).kind == Sheet::CellKind::Formula)
                return true;
        }
        return false;
    });
}

// The formulas that are still overwritten: how many, and the first. Walks the whole grid.
void recountFormulas(Finding &formulas, const Keeping &kept, const Writeback::Comparison &comparison)
{
    formulas.count = 0;
    for (int row = 0; row < comparison.existing.rows(); ++row) {
        for (int column = 0; column < comparison.existing.columns(); ++column) {
            const Sheet::Cell cell = comparison.existing.at(row, column);
            if (cell.kind != Sheet::CellKind::Formula
                || !Sheet::isWritten(Sheet::change(cell, comparison.desired.at(row, column)))
                || kept.isKept(row, column))
                continue;
            if (formulas.count++ == 0)
                formulas.place = placeOf(comparison, row, column);
        }
    }
}

// The edits that are still overwritten.
void recountEdits(Finding &edits, const Keeping &kept, const Writeback::Comparison &comparison)
{
    edits.count = kept.edited() - kept.kept();
    for (const Sheet::Span &span : comparison.edited) {
        for (int column = span.first; column <= span.last; ++column) {
            if (kept.isKept(span.row, column))
                continue;
            edits.place = placeOf(comparison, span.row, column);
            return;
        }
    }
}

} // namespace

Keeping::Keeping(std::vector<Sheet::Span> edited) : m_edited(std::move(edited))
{
    size_t cells = 0;
    for (const Sheet::Span &span : m_edited) {
        m_firsts.push_back(cells);
        cells += size_t(span.last - span.first) + 1;
    }
    m_isKept.resize(cells);
}

std::optional<size_t> Keeping::indexOf(int row, int column) const
{
    const auto isBefore = [](const Sheet::Span &span, const std::pair<int, int> &cell) {
        return std::pair(span.row, span.last) < cell;
    };
    const auto found = std::lower_bound(m_edited.begin(), m_edited.end(), std::pair(row, column), isBefore);
    if (found == m_edited.end() || found->row != row || found->first > column)
        return {};
    return m_firsts[size_t(found - m_edited.begin())] + size_t(column - found->first);
}

bool Keeping::isKept(int row, int column) const
{
    if (m_kept == 0)
        return false;
    const auto index = indexOf(row, column);
    return index && m_isKept[*index];
}

std::vector<Sheet::Span> Keeping::editedIn(const Sheet::Span &cells) const
{
    std::vector<Sheet::Span> found;
    const auto isBefore = [](const Sheet::Span &span, int row) { return span.row < row; };
    auto span = std::lower_bound(m_edited.begin(), m_edited.end(), cells.row, isBefore);
    for (; span != m_edited.end() && span->row == cells.row; ++span) {
        const Sheet::Span both{cells.row, std::max(span->first, cells.first), std::min(span->last, cells.last)};
        if (both.first <= both.last)
            found.push_back(both);
    }
    return found;
}

bool Keeping::areKept(const std::vector<Sheet::Span> &cells) const
{
    return std::all_of(cells.begin(), cells.end(), [this](const Sheet::Span &span) {
        for (int column = span.first; column <= span.last; ++column) {
            if (!isKept(span.row, column))
                return false;
        }
        return true;
    });
}

std::vector<Sheet::Span> Keeping::keptCells() const
{
    std::vector<Sheet::Span> cells;
    for (size_t i = 0; i < m_edited.size(); ++i) {
        const Sheet::Span &span = m_edited[i];
        bool isOpen = false;
        for (int column = span.first; column <= span.last; ++column) {
            const bool isKept = m_isKept[m_firsts[i] + size_t(column - span.first)];
            if (isKept && isOpen)
                cells.back().last = column;
            else if (isKept)
                cells.push_back({span.row, column, column});
            isOpen = isKept;
        }
    }
    return cells;
}

void Keeping::set(const std::vector<Sheet::Span> &cells, bool keeps)
{
    for (const Sheet::Span &span : cells) {
        for (int column = span.first; column <= span.last; ++column) {
            const auto index = indexOf(span.row, column);
            if (!index || m_isKept[*index] == keeps)
                continue;
            m_isKept[*index] = keeps;
            m_kept += keeps ? 1 : -1;
        }
    }
}

void Keeping::setAll(bool keeps)
{
    m_isKept.assign(m_isKept.size(), keeps);
    m_kept = keeps ? edited() : 0;
}

Writeback::ReviewSummary keeping(const Keeping &kept, Writeback::ReviewSummary review,
                                 const Writeback::Comparison &comparison)
{
    if (kept.kept() == 0)
        return review;
    const std::vector<Sheet::Span> cells = kept.keptCells();
    subtract(comparison, cells, review.changes);
    review.byKey.reset();
    for (Finding &finding : review.findings) {
        switch (finding.kind) {
        case Finding::Kind::CellsEdited: recountEdits(finding, kept, comparison); break;
        case Finding::Kind::FormulasOverwritten:
            if (hasFormula(comparison, cells))
                recountFormulas(finding, kept, comparison);
            break;
        case Finding::Kind::EmptySource: finding.count = review.changes.cleared; break;
        case Finding::Kind::ClearsMoreThanItWrites:
            finding.count = review.changes.cleared;
            finding.against = review.changes.changed + review.changes.added;
            break;
        default: break;
        }
    }
    review.findings.removeIf(
        [](const Finding &finding) { return Writeback::isLoss(finding.kind) && finding.count == 0; });
    review.findings.append({.kind = Finding::Kind::EditsKept,
                            .count = kept.kept(),
                            .place = placeOf(comparison, cells.front().row, cells.front().first)});
    return review;
}

Writeback::Comparison withKept(const Writeback::Comparison &comparison, const std::vector<Sheet::Span> &cells)
{
    Sheet::Grid desired = comparison.desired.copy();
    for (const Sheet::Span &span : cells) {
        for (int column = span.first; column <= span.last; ++column)
            desired.set(span.row, column, comparison.existing.at(span.row, column));
    }
    return {.region = comparison.region,
            .anchor = comparison.anchor,
            .existing = comparison.existing.copy(),
            .desired = std::move(desired),
            .types = comparison.types,
            .columns = comparison.columns,
            .headerRows = comparison.headerRows,
            .edited = comparison.edited,
            .left = comparison.left.copy(),
            .byKey = comparison.byKey};
}

} // namespace Review
