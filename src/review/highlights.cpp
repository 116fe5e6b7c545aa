#include "review/highlights.h"

#include "review/extent.h"
#include "sheet/totals.h"

#include <compare>

namespace Review {

namespace {

using Sheet::RowPair;

class Search
{
public:
    explicit Search(const Writeback::Comparison &comparison) : m_comparison(comparison), m_extent(comparison) { }

    [[nodiscard]] Highlights found()
    {
        if (m_comparison.byKey) {
            for (const RowPair &pair : m_comparison.byKey->rows)
                look(pair);
        } else {
            for (int row = m_comparison.headerRows; row < m_extent.rows; ++row)
                look({row, row});
        }
        if (m_column >= 0)
            m_found.greatest = described();
        return m_found;
    }

private:
    void look(const RowPair &pair)
    {
        if (pair.desired < 0 && ++m_found.goneRows <= Highlights::maxGone)
            m_found.gone.append(keyOf(m_comparison.existing, pair.existing));
        if (pair.existing < 0 || pair.desired < 0)
            return;
        const Sheet::Grid::Row existing = m_comparison.existing.row(pair.existing);
        const Sheet::Grid::Row desired = m_comparison.desired.row(pair.desired);
        for (int column = 0; column < m_extent.columns; ++column) {
            const bool areNumbers =
                existing[column].kind == Sheet::CellKind::Number && desired[column].kind == Sheet::CellKind::Number;
            if (!areNumbers || existing[column].text == desired[column].text)
                continue;
            auto difference = Sheet::difference(existing[column].text, desired[column].text);
            if (!difference || std::is_lteq(Sheet::compareMagnitudes(*difference, m_difference)))
                continue;
            m_difference = *std::move(difference);
            m_pair = pair;
            m_column = column;
        }
    }

    [[nodiscard]] QStringList keyOf(const Sheet::Grid &grid, int row) const
    {
        QStringList key;
        if (m_comparison.byKey) {
            for (const int column : m_comparison.byKey->key)
                key.append(QString::fromStdString(std::string(grid.row(row)[column].text)));
        }
        return key;
    }

    [[nodiscard]] GreatestDifference described() const
    {
        const Sheet::Address anchor = m_comparison.anchor;
        const Sheet::Address at{anchor.row + m_pair.desired, anchor.column + m_column};
        return {.column = columnName(m_comparison, m_column),
                .key = keyOf(m_comparison.desired, m_pair.desired),
                .place = Sheet::toA1(at),
                .before = std::string(m_comparison.existing.row(m_pair.existing)[m_column].text),
                .after = std::string(m_comparison.desired.row(m_pair.desired)[m_column].text),
                .difference = m_difference};
    }

    const Writeback::Comparison &m_comparison;
    const Extent m_extent;
    Highlights m_found;
    std::string m_difference = "0";
    RowPair m_pair;
    int m_column = -1;
};

} // namespace

Highlights highlights(const Writeback::Comparison &comparison)
{
    return Search(comparison).found();
}

} // namespace Review
