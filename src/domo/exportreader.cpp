#include "domo/exportreader.h"

#include "domo/utf8.h"

#include <QHash>
#include <QSet>

#include <array>

using namespace Qt::StringLiterals;

namespace Domo {

using Core::ErrorKind;

namespace {

Core::Failure wrongWidth(const CsvPlace &place, size_t got, size_t expected)
{
    return badCsv(place, u"%1 columns instead of %2"_s.arg(got).arg(expected));
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
    , m_csv([this](Row row) { return m_maker.hasBegun() ? take(row) : takeNames(row); })
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
    if (!m_maker.hasBegun())
        return Core::fail(ErrorKind::IncompleteExport, {}, u"an empty body"_s);
    return Export{.grid = m_maker.take(),
                  .rows = m_maker.rows(),
                  .blankLines = m_schema.size() == 1 ? m_blankLines : 0,
                  .notNumbers = m_maker.notNumbers(),
                  .zerosDropped = m_maker.zerosDropped(),
                  .notDates = m_maker.notDates(),
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
    if (auto begun = m_maker.begin(*made, m_options.limits); !begun)
        return begun;
    return m_options.columnNames ? addNames(row, *made) : Core::Result<void>();
}

Core::Result<void> ExportReader::addNames(Row row, const ShapedColumns &shaped)
{
    QList<QByteArray> names;
    for (qsizetype i = 0; i < shaped.columns.size(); ++i) {
        const int place = shaped.origins[i].place;
        const QString &name = shaped.columns[i].name;
        const std::string_view exported = row[size_t(place)].text;
        names.append(name == m_schema[place].name ? QByteArray(exported.data(), qsizetype(exported.size()))
                                                  : name.toUtf8());
    }
    return m_maker.addNames(names);
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
    return m_maker.addRow([row](size_t place) {
        const CsvField &field = row[place];
        return field.isNull() ? std::nullopt : std::optional(field.text);
    });
}

} // namespace Domo
