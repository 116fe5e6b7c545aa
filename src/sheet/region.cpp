#include "sheet/region.h"

#include <utility>

namespace Sheet {

namespace {

// One side of the colon: B3, B, 3 or nothing.
struct Corner
{
    std::optional<int> row;
    std::optional<int> column;
};

// Walks over the text once, remembering where it is for the error.
class Parser
{
public:
    explicit Parser(const QString &text) : m_text(text), m_at(int(text.size()) - int(afterSheetName(text).size())) { }

    static QStringView afterSheetName(const QString &text)
    {
        // A quoted sheet name may hold '!', and doubles its quotes.
        const QStringView all(text);
        qsizetype at = 0;
        while (at < all.size() && all[at].isSpace())
            ++at;
        if (at < all.size() && all[at] == u'\'') {
            for (++at; at < all.size(); ++at) {
                if (all[at] != u'\'')
                    continue;
                if (at + 1 < all.size() && all[at + 1] == u'\'')
                    ++at;
                else if (at + 1 < all.size() && all[at + 1] == u'!')
                    return all.sliced(at + 2);
                else
                    break;
            }
            return all;
        }
        const qsizetype mark = all.lastIndexOf(u'!');
        return mark < 0 ? all : all.sliced(mark + 1);
    }

    Core::Result<Corner> corner()
    {
        Corner corner;
        skipSpaces();
        skipMark();
        if (!atEnd() && isLetter(peek())) {
            const int start = m_at;
            int column = 0;
            for (; !atEnd() && isLetter(peek()); ++m_at) {
                column = column * 26 + (peek().toUpper().unicode() - u'A' + 1);
                if (column > maxColumns)
                    return fault(start, QStringLiteral("a sheet ends at column XFD"));
            }
            corner.column = column - 1;
            skipSpaces();
            skipMark();
        }
        if (!atEnd() && isDigit(peek())) {
            const int start = m_at;
            int row = 0;
            for (; !atEnd() && isDigit(peek()); ++m_at) {
                row = row * 10 + (peek().unicode() - u'0');
                if (row > maxRows)
                    return fault(start, QStringLiteral("a sheet ends at row 1048576"));
            }
            if (row == 0)
                return fault(start, QStringLiteral("rows begin at 1"));
            corner.row = row - 1;
        }
        skipSpaces();
        return corner;
    }

    bool takeColon()
    {
        if (atEnd() || peek() != u':')
            return false;
        ++m_at;
        return true;
    }

    bool atEnd() const { return m_at >= m_text.size(); }
    int position() const { return m_at; }

    tl::unexpected<Core::Error> fault(int position, const QString &reason) const
    {
        return Core::fail(Core::ErrorKind::InvalidRegion, m_text, QStringLiteral("%1:%2").arg(position).arg(reason));
    }

private:
    QChar peek() const { return m_text[m_at]; }
    static bool isLetter(QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z'); }
    static bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

    void skipSpaces()
    {
        while (!atEnd() && peek().isSpace())
            ++m_at;
    }

    void skipMark()
    {
        const int before = m_at;
        if (!atEnd() && peek() == u'$')
            ++m_at;
        if (m_at > before && (atEnd() || !(isLetter(peek()) || isDigit(peek()))))
            m_at = before; // a mark of nothing: the unexpected character is the mark
    }

    const QString m_text;
    int m_at = 0;
};

void putInOrder(std::optional<int> &first, std::optional<int> &last)
{
    if (first && last && *first > *last)
        std::swap(first, last);
}

} // namespace

Region::Region(const Rectangle &closed)
    : m_firstRow(closed.row), m_firstColumn(closed.column), m_lastRow(closed.lastRow()), m_lastColumn(closed.lastColumn())
{
}

Core::Result<Region> Region::parse(const QString &text)
{
    Parser parser(text);
    const int begin = parser.position();
    const auto first = parser.corner();
    if (!first)
        return tl::unexpected(first.error());
    const bool colon = parser.takeColon();
    if (!colon && !parser.atEnd())
        return parser.fault(parser.position(), QStringLiteral("this character has no place in a region"));
    const int secondAt = parser.position();
    Corner last;
    if (colon) {
        const auto second = parser.corner();
        if (!second)
            return tl::unexpected(second.error());
        if (!parser.atEnd())
            return parser.fault(parser.position(), QStringLiteral("this character has no place in a region"));
        last = *second;
    } else {
        if (!first->row && !first->column)
            return parser.fault(begin, QStringLiteral("a region is missing"));
        if (!first->row)
            return parser.fault(parser.position(), QStringLiteral("a row number is missing, or a colon for the whole column"));
        if (!first->column)
            return parser.fault(begin, QStringLiteral("a column is missing, or a colon for the whole row"));
        last = *first;
    }

    Region region;
    region.m_firstRow = first->row;
    region.m_firstColumn = first->column;
    region.m_lastRow = last.row;
    region.m_lastColumn = last.column;
    const bool firstIsCorner = first->row && first->column;
    const bool nothingFirst = !first->row && !first->column;
    const bool nothingLast = !last.row && !last.column;
    if (nothingFirst && !nothingLast)
        return parser.fault(begin, QStringLiteral("where the region begins is missing"));
    if (!nothingFirst && !firstIsCorner && (nothingLast || last.row.has_value() != first->row.has_value()))
        return parser.fault(secondAt, first->column ? QStringLiteral("a column is expected here, as in A:C")
                                                    : QStringLiteral("a row is expected here, as in 1:3"));
    if (!nothingFirst && !firstIsCorner && last.row && last.column)
        return parser.fault(secondAt, QStringLiteral("both sides have to be of one kind, as in A:C or 1:3"));
    putInOrder(region.m_firstRow, region.m_lastRow);
    putInOrder(region.m_firstColumn, region.m_lastColumn);
    return region;
}

QString Region::toString() const
{
    const auto corner = [](std::optional<int> row, std::optional<int> column) {
        return (column ? columnName(*column) : QString()) + (row ? QString::number(*row + 1) : QString());
    };
    if (isClosed() && m_firstRow && m_firstColumn)
        return toA1(bounded());
    return corner(m_firstRow, m_firstColumn) + u':' + corner(m_lastRow, m_lastColumn);
}

QString Region::sheetNameIn(const QString &text)
{
    const qsizetype length = text.size() - Parser::afterSheetName(text).size();
    QString name = text.left(length).trimmed();
    if (name.endsWith(u'!'))
        name.chop(1);
    if (name.size() >= 2 && name.startsWith(u'\'') && name.endsWith(u'\''))
        name = name.sliced(1, name.size() - 2).replace(QStringLiteral("''"), QStringLiteral("'"));
    return name;
}

Address Region::anchor() const
{
    return {m_firstRow.value_or(0), m_firstColumn.value_or(0)};
}

Rectangle Region::bounded() const
{
    const Address from = anchor();
    return {from.row, from.column, m_lastRow.value_or(maxRows - 1) - from.row + 1,
            m_lastColumn.value_or(maxColumns - 1) - from.column + 1};
}

bool Region::contains(const Rectangle &rectangle) const
{
    return bounded().contains(rectangle);
}

Rectangle Region::clamped(const Rectangle &bounds) const
{
    return bounded().intersected(bounds);
}

RegionFault regionFault(const Core::Error &error)
{
    const qsizetype colon = error.detail.indexOf(u':');
    return {error.detail.left(colon).toInt(), error.detail.sliced(colon + 1)};
}

} // namespace Sheet
