#include "domo/exportreader.h"

#include "domo/utf8.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Domo {

using Core::ErrorKind;

namespace {

Core::Failure wrongWidth(const CsvPlace &place, size_t got, size_t expected)
{
    return badCsv(place, u"%1 columns instead of %2"_s.arg(got).arg(expected));
}

Core::Failure tooLarge(const QString &what, qint64 max)
{
    return Core::fail(ErrorKind::TooLarge, {}, u"more than %1 %2"_s.arg(max).arg(what));
}

bool isBlankLine(std::span<const CsvField> row)
{
    return row.size() == 1 && !row[0].quoted && row[0].text.empty();
}

// A name without its differences in spelling.
QString folded(const QString &name)
{
    return name.normalized(QString::NormalizationForm_C).simplified().toCaseFolded();
}

// A byte order mark at the start of the body is skipped, even if the first column's name starts with one.
QString foldedAt(const QList<Column> &schema, qsizetype place)
{
    const QString &name = schema[place].name;
    return folded(place == 0 && name.startsWith(QChar(0xfeff)) ? name.mid(1) : name);
}

// Folded names that several columns with different names share: a name that is spelled differently could be any of
// them.
QSet<QString> ambiguousNames(const QList<Column> &schema)
{
    QHash<QString, QString> seen;
    QSet<QString> ambiguous;
    for (qsizetype i = 0; i < schema.size(); ++i) {
        const QString name = foldedAt(schema, i);
        const auto first = seen.constFind(name);
        if (first == seen.constEnd())
            seen.insert(name, schema[i].name);
        else if (*first != schema[i].name)
            ambiguous.insert(name);
    }
    return ambiguous;
}

} // namespace

ExportReader::ExportReader(QList<Column> schema, ExportOptions options)
    : m_schema(std::move(schema))
    , m_options(std::move(options))
    , m_csv([this](Row row) { return m_makers.empty() ? takeNames(row) : take(row); })
{
}

Core::Result<void> ExportReader::feed(QByteArrayView bytes)
{
    return m_csv.feed(bytes);
}

Core::Result<Export> ExportReader::finish()
{
    if (auto ended = m_csv.finish(); !ended)
        return Core::fail(std::move(ended.error()));
    if (m_makers.empty())
        return Core::fail(ErrorKind::IncompleteExport, {}, u"an empty body"_s);
    qint64 notNumbers = 0;
    qint64 notDates = 0;
    for (const Maker &maker : m_makers) {
        notNumbers += maker.typer.notNumbers();
        notDates += maker.typer.notDates();
    }
    return Export{.grid = std::move(m_grid),
                  .rows = m_rows,
                  .blankLines = m_schema.size() == 1 ? m_blankLines : 0,
                  .notNumbers = notNumbers,
                  .notDates = notDates,
                  .respelled = m_respelled,
                  .firstRespelled = m_firstRespelled,
                  .endsWhole = m_csv.endsWhole()};
}

Core::Result<void> ExportReader::takeNames(Row row)
{
    if (auto good = checkNames(row); !good)
        return good;
    const auto made = m_options.shaped ? Core::Result<ShapedColumns>(*m_options.shaped) : shaped(m_schema, {});
    if (!made)
        return Core::propagate(made);
    const QList<Column> &columns = made->columns;
    if (columns.size() > m_options.maxColumns)
        return tooLarge(u"columns"_s, m_options.maxColumns);
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (!columns[i].type)
            return Core::fail(ErrorKind::Internal, columns[i].name, u"a column without a type"_s);
        const ColumnOrigin &origin = made->origins[i];
        m_makers.push_back({size_t(origin.place), Sheet::CellTyper(*columns[i].type, origin.rules)});
    }
    m_cells.resize(m_makers.size());
    m_grid = Sheet::Grid(int(m_makers.size()));
    return m_options.columnNames ? addNames(row, *made) : Core::Result<void>();
}

Core::Result<void> ExportReader::addNames(Row row, const ShapedColumns &shaped)
{
    std::vector<QByteArray> newNames(m_makers.size());
    for (size_t i = 0; i < m_makers.size(); ++i) {
        const size_t place = m_makers[i].place;
        const QString &name = shaped.columns[qsizetype(i)].name;
        m_cells[i] = Sheet::Cell::ofText(row[place].text);
        if (name != m_schema[qsizetype(place)].name) {
            newNames[i] = name.toUtf8();
            m_cells[i].text = {newNames[i].constData(), size_t(newNames[i].size())};
        }
    }
    return append();
}

Core::Result<void> ExportReader::checkNames(Row row)
{
    ColumnsChanged changed{.told = m_schema.size(), .came = qint64(row.size())};
    if (changed.came != changed.told)
        return Core::fail(ErrorKind::IncompleteExport, {},
                          u"%1 columns instead of %2"_s.arg(changed.came).arg(changed.told), changed);
    std::optional<QSet<QString>> ambiguous;
    for (qsizetype i = 0; i < m_schema.size(); ++i) {
        const QString name = fromUtf8(row[size_t(i)].text);
        const QString &told = m_schema[i].name;
        if (name == told)
            continue;
        if (!ambiguous)
            ambiguous = ambiguousNames(m_schema);
        const QString spelling = folded(name);
        if (spelling != foldedAt(m_schema, i) || ambiguous->contains(spelling)) {
            changed.column = i + 1;
            changed.toldName = told;
            changed.cameName = name;
            return Core::fail(ErrorKind::BadCsv, u"row 1, column %1"_s.arg(changed.column),
                              u"\"%1\" instead of \"%2\""_s.arg(name, told), changed);
        }
        if (m_respelled++ == 0)
            m_firstRespelled = name;
    }
    return {};
}

Core::Result<void> ExportReader::take(Row row)
{
    // Files may end with blank lines. In a single column each may also be a null, and is one if more rows follow.
    if (isBlankLine(row)) {
        if (m_blankLines++ == 0)
            m_blankPlace = m_csv.place();
        return {};
    }
    const auto width = size_t(m_schema.size());
    if (m_blankLines > 0 && width > 1)
        return wrongWidth(m_blankPlace, 0, width);
    for (; m_blankLines > 0; --m_blankLines) {
        if (auto added = addRow(std::array<CsvField, 1>()); !added)
            return added;
    }
    if (row.size() != width)
        return wrongWidth(m_csv.place(), row.size(), width);
    return addRow(row);
}

Core::Result<void> ExportReader::addRow(Row row)
{
    auto made = m_cells.begin();
    for (Maker &maker : m_makers) {
        const CsvField &field = row[maker.place];
        const Sheet::Cell cell = field.isNull() ? maker.typer.null() : maker.typer.cell(field.text);
        made->kind = cell.kind; // member by member: see Sheet::Cell
        made->text = cell.text;
        ++made;
    }
    ++m_rows;
    return append();
}

Core::Result<void> ExportReader::append()
{
    if (m_grid.rows() >= m_options.maxRows)
        return tooLarge(u"rows"_s, m_options.maxRows);
    m_filled += std::ranges::count_if(m_cells, [](const Sheet::Cell &cell) { return !cell.isBlank(); });
    const qint64 cells = (qint64(m_grid.rows()) + 1) * m_grid.columns();
    if (m_filled > m_options.maxCells || cells > 4 * m_options.maxCells)
        return tooLarge(u"cells"_s, m_options.maxCells);
    m_grid.appendRow(m_cells);
    return {};
}

} // namespace Domo
