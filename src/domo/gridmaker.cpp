#include "domo/gridmaker.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Domo {

using Core::ErrorKind;

namespace {

Core::Failure tooLarge(const QString &what, qint64 max)
{
    return Core::fail(ErrorKind::TooLarge, {}, u"more than %1 %2"_s.arg(max).arg(what));
}

} // namespace

Core::Result<void> GridMaker::begin(const ShapedColumns &shaped, const GridLimits &limits)
{
    m_limits = limits;
    if (shaped.columns.size() > m_limits.maxColumns)
        return tooLarge(u"columns"_s, m_limits.maxColumns);
    for (qsizetype i = 0; i < shaped.columns.size(); ++i) {
        const Column &column = shaped.columns[i];
        if (!column.type)
            return Core::fail(ErrorKind::Internal, column.name, u"a column without a type"_s);
        const ColumnOrigin &origin = shaped.origins[i];
        m_makers.push_back({size_t(origin.place), Sheet::CellTyper(*column.type, origin.rules)});
    }
    m_cells.resize(m_makers.size());
    m_grid = Sheet::Grid(int(m_makers.size()));
    return {};
}

Core::Result<void> GridMaker::addNames(const QList<QByteArray> &names)
{
    for (size_t i = 0; i < m_cells.size(); ++i) {
        const QByteArray &name = names[qsizetype(i)];
        m_cells[i] = Sheet::Cell::ofText({name.constData(), size_t(name.size())});
    }
    return append();
}

Core::Result<void> GridMaker::append()
{
    if (m_grid.rows() >= m_limits.maxRows)
        return tooLarge(u"rows"_s, m_limits.maxRows);
    m_filled += std::ranges::count_if(m_cells, [](const Sheet::Cell &cell) { return !cell.isBlank(); });
    const qint64 cells = (qint64(m_grid.rows()) + 1) * m_grid.columns();
    if (m_filled > m_limits.maxCells || cells > 4 * m_limits.maxCells)
        return tooLarge(u"cells"_s, m_limits.maxCells);
    m_grid.appendRow(m_cells);
    return {};
}

qint64 GridMaker::notNumbers() const
{
    qint64 count = 0;
    for (const Maker &maker : m_makers)
        count += maker.typer.notNumbers();
    return count;
}

QList<qint64> GridMaker::zerosDropped() const
{
    QList<qint64> counts;
    for (const Maker &maker : m_makers)
        counts.append(maker.typer.zerosDropped());
    return counts;
}

qint64 GridMaker::notDates() const
{
    qint64 count = 0;
    for (const Maker &maker : m_makers)
        count += maker.typer.notDates();
    return count;
}

} // namespace Domo
