#include "domo/exportreader.h"

#include <algorithm>

namespace Domo {

using Core::ErrorKind;

namespace {

QString columns(size_t got, size_t expected)
{
    return QStringLiteral("%1 columns instead of %2").arg(got).arg(expected);
}

Core::Failure wrongWidth(qint64 row, size_t got, size_t expected)
{
    return Core::fail(ErrorKind::BadCsv, QStringLiteral("row %1").arg(row), columns(got, expected));
}

Core::Failure tooLarge(const QString &what, qint64 most)
{
    return Core::fail(ErrorKind::TooLarge, {}, QStringLiteral("more than %1 %2").arg(most).arg(what));
}

bool isBlankLine(std::span<const CsvField> row)
{
    return row.size() == 1 && !row[0].quoted && row[0].text.empty();
}

} // namespace

ExportReader::ExportReader(QList<Column> schema, const ExportOptions &options)
    : m_schema(std::move(schema))
    , m_options(options)
    , m_csv([this](Row row) { return m_typers.empty() ? takeNames(row) : take(row); })
{
}

Core::Result<void> ExportReader::feed(QByteArrayView bytes)
{
    return m_csv.feed(bytes);
}

Core::Result<Export> ExportReader::finish()
{
    if (auto ended = m_csv.finish(); !ended)
        return tl::unexpected(std::move(ended.error()));
    if (m_typers.empty())
        return Core::fail(ErrorKind::IncompleteExport, {}, QStringLiteral("an empty body"));
    qint64 notNumbers = 0;
    for (const auto &typer : m_typers)
        notNumbers += typer.notNumbers();
    return Export{.grid = std::move(m_grid), .rows = m_rows, .notNumbers = notNumbers};
}

Core::Result<void> ExportReader::takeNames(Row row)
{
    if (auto good = checkNames(row); !good)
        return good;
    const int width = int(row.size());
    for (int i = 0; i < width; ++i)
        m_typers.emplace_back(m_schema.isEmpty() ? Sheet::ColumnType::String : m_schema[i].type);
    m_cells.resize(row.size());

    m_grid = Sheet::Grid(width);
    if (!m_options.columnNames)
        return {};
    std::ranges::transform(row, m_cells.begin(), [](const CsvField &name) { return Sheet::Cell::ofText(name.text); });
    return append();
}

Core::Result<void> ExportReader::checkNames(Row row) const
{
    if (row.size() > size_t(m_options.maxColumns))
        return tooLarge(QStringLiteral("columns"), m_options.maxColumns);
    if (m_schema.isEmpty())
        return {};
    const size_t width = size_t(m_schema.size());
    if (row.size() != width)
        return Core::fail(ErrorKind::IncompleteExport, {}, columns(row.size(), width));
    for (size_t i = 0; i < width; ++i) {
        const QString &expected = m_schema[qsizetype(i)].name;
        const QString name = QString::fromUtf8(row[i].text.data(), qsizetype(row[i].text.size()));
        if (name != expected)
            return Core::fail(ErrorKind::BadCsv, QStringLiteral("row 1, column %1").arg(i + 1),
                              QStringLiteral("\"%1\" instead of \"%2\"").arg(name, expected));
    }
    return {};
}

Core::Result<void> ExportReader::take(Row row)
{
    // In one column it is a null; in more it is no row, and files may end with some.
    if (m_typers.size() > 1 && isBlankLine(row)) {
        m_blankRow = m_blankRow == 0 ? m_csv.row() : m_blankRow;
        return {};
    }
    if (m_blankRow != 0)
        return wrongWidth(m_blankRow, 0, m_typers.size());
    if (row.size() != m_typers.size())
        return wrongWidth(m_csv.row(), row.size(), m_typers.size());
    for (size_t i = 0; i < row.size(); ++i)
        m_cells[i] = row[i].isNull() ? Sheet::Cell() : m_typers[i].cell(row[i].text);
    ++m_rows;
    return append();
}

Core::Result<void> ExportReader::append()
{
    if (m_grid.rows() >= m_options.maxRows)
        return tooLarge(QStringLiteral("rows"), m_options.maxRows);
    m_filled += std::ranges::count_if(m_cells, [](const Sheet::Cell &cell) { return !cell.isBlank(); });
    const qint64 cells = (qint64(m_grid.rows()) + 1) * m_grid.columns();
    if (m_filled > m_options.maxCells || cells > 4 * m_options.maxCells)
        return tooLarge(QStringLiteral("cells"), m_options.maxCells);
    m_grid.appendRow(m_cells);
    return {};
}

} // namespace Domo
