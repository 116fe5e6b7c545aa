#include "sheet/region.h"

#include <algorithm>
#include <utility>

namespace Sheet {

namespace {

// The sheet name before a region, including its '!'.
struct SheetPrefix
{
    QString name;
    int end = 0; // where the region starts, or where the error is
    bool isBroken = false;
};

int skipSpaces(const QString &text, int at)
{
    while (at < text.size() && text[at].isSpace())
        ++at;
    return at;
}

// A quoted name may contain '!'; quotes in it are doubled.
SheetPrefix quotedPrefix(const QString &text, int quote)
{
    QString name;
    for (int at = quote + 1; at < text.size(); ++at) {
        if (text[at] != u'\'') {
            name += text[at];
        } else if (at + 1 < text.size() && text[at + 1] == u'\'') {
            name += text[at++];
        } else {
            const int mark = skipSpaces(text, at + 1);
            if (mark < text.size() && text[mark] == u'!')
                return {name, mark + 1};
            return {{}, mark, true};
        }
    }
    return {{}, quote, true};
}

SheetPrefix sheetPrefix(const QString &text)
{
    const int begin = skipSpaces(text, 0);
    if (begin < text.size() && text[begin] == u'\'')
        return quotedPrefix(text, begin);
    const auto mark = int(text.lastIndexOf(u'!'));
    return {text.left(std::max(mark, 0)).trimmed(), mark + 1};
}

// One side of the colon: B3, B, 3 or nothing. The position of a missing part is the end of the side.
struct Corner
{
    std::optional<int> row;
    std::optional<int> column;
    int rowAt = 0;
    int columnAt = 0;

    [[nodiscard]] bool isNothing() const { return !row && !column; }
    [[nodiscard]] bool isWhole() const { return row && column; }
};

// Scans the text once and keeps the position for errors.
class Parser
{
public:
    Parser(QString text, int begin) : m_text(std::move(text)), m_at(begin) { }

    Core::Result<Corner> corner()
    {
        Corner corner;
        skipSpaces();
        skipMark();
        const int columnAt = m_at;
        if (!atEnd() && isLetter(peek())) {
            int column = 0;
            for (; !atEnd() && isLetter(peek()); ++m_at) {
                column = column * 26 + (peek().toUpper().unicode() - u'A' + 1);
                if (column > maxColumns)
                    return fault(columnAt, QT_TRANSLATE_NOOP("Words", "the last column of a sheet is %1"),
                                 columnName(maxColumns - 1));
            }
            corner.column = column - 1;
            skipSpaces();
            skipMark();
        }
        const int rowAt = m_at;
        if (!atEnd() && isDigit(peek())) {
            int row = 0;
            for (; !atEnd() && isDigit(peek()); ++m_at) {
                row = row * 10 + (peek().unicode() - u'0');
                if (row > maxRows)
                    return fault(rowAt, QT_TRANSLATE_NOOP("Words", "the last row of a sheet is %1"),
                                 QString::number(maxRows));
            }
            if (row == 0)
                return fault(rowAt, QT_TRANSLATE_NOOP("Words", "rows start at 1"));
            corner.row = row - 1;
        }
        skipSpaces();
        corner.columnAt = corner.column ? columnAt : m_at;
        corner.rowAt = corner.row ? rowAt : m_at;
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

    // The reason is one of the sentences that Words translates; `limit` replaces its %1.
    Core::Failure fault(int position, const char *reason, const QString &limit = {}) const
    {
        const QString words = QString::fromLatin1(reason);
        return Core::fail(Core::ErrorKind::InvalidRegion, m_text, limit.isEmpty() ? words : words.arg(limit),
                          RegionFault{position, words, limit});
    }

    Core::Failure wrongCharacter() const
    {
        return fault(m_at, QT_TRANSLATE_NOOP("Words", "this character is not allowed in a region"));
    }

private:
    QChar peek() const { return m_text[m_at]; }
    static bool isLetter(QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z'); }
    static bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

    void skipSpaces() { m_at = Sheet::skipSpaces(m_text, m_at); }

    // A '$' before anything else is not skipped, and becomes the wrong character.
    void skipMark()
    {
        if (m_at + 1 < m_text.size() && peek() == u'$' && (isLetter(m_text[m_at + 1]) || isDigit(m_text[m_at + 1])))
            ++m_at;
    }

    const QString m_text;
    int m_at = 0;
};

// Why the two sides do not form a region; nothing if they do.
std::optional<Core::Failure> misfit(const Parser &parser, const Corner &first, const Corner &last, int colonAt)
{
    if (first.isWhole() || (first.isNothing() && last.isNothing()))
        return {};
    if (first.isNothing())
        return parser.fault(colonAt, QT_TRANSLATE_NOOP("Words", "the start of the region is missing"));
    if (first.column) {
        if (!last.column)
            return parser.fault(last.rowAt, QT_TRANSLATE_NOOP("Words", "a column is expected here, as in A:C"));
        if (last.row)
            return parser.fault(
                last.rowAt, QT_TRANSLATE_NOOP("Words", "a row is allowed here only if the start has one, as in A2:C8"));
        return {};
    }
    if (last.column)
        return parser.fault(last.columnAt, QT_TRANSLATE_NOOP("Words", "a row is expected here, as in 1:3"));
    if (!last.row)
        return parser.fault(last.rowAt, QT_TRANSLATE_NOOP("Words", "a row is expected here, as in 1:3"));
    return {};
}

void putInOrder(int &first, std::optional<int> &last)
{
    if (last && *last < first)
        std::swap(first, *last);
}

} // namespace

Region::Region(const Rectangle &closed) : Region(closed.topLeft(), closed.lastRow(), closed.lastColumn())
{
    Q_ASSERT(!closed.isEmpty());
}

Region::Region(Address anchor, std::optional<int> lastRow, std::optional<int> lastColumn)
    : m_anchor(anchor), m_lastRow(lastRow), m_lastColumn(lastColumn)
{
}

Core::Result<Region> Region::parse(const QString &text)
{
    const SheetPrefix prefix = sheetPrefix(text);
    Parser parser(text, prefix.end);
    if (prefix.isBroken)
        return parser.fault(prefix.end,
                            QT_TRANSLATE_NOOP("Words", "the sheet name must end with a quote and an exclamation mark"));
    const auto first = parser.corner();
    if (!first)
        return Core::propagate(first);
    const int colonAt = parser.position();
    Corner last = *first;
    if (parser.takeColon()) {
        const auto second = parser.corner();
        if (!second)
            return Core::propagate(second);
        last = *second;
        if (!parser.atEnd())
            return parser.wrongCharacter();
        if (const auto failure = misfit(parser, *first, last, colonAt))
            return *failure;
    } else if (!parser.atEnd()) {
        return parser.wrongCharacter();
    } else if (first->isNothing()) {
        return parser.fault(colonAt, QT_TRANSLATE_NOOP("Words", "the region is missing"));
    } else if (!first->row) {
        return parser.fault(colonAt,
                            QT_TRANSLATE_NOOP("Words", "add a row number, or a colon for the whole column, as in A:A"));
    } else if (!first->column) {
        return parser.fault(first->rowAt,
                            QT_TRANSLATE_NOOP("Words", "add a column before the row, or a colon after it, as in 1:1"));
    }

    Region region({first->row.value_or(0), first->column.value_or(0)}, last.row, last.column);
    putInOrder(region.m_anchor.row, region.m_lastRow);
    putInOrder(region.m_anchor.column, region.m_lastColumn);
    return region;
}

QString Region::toString() const
{
    if (isClosed())
        return toA1(bounded());
    const bool wholeColumns = m_lastColumn && m_anchor.row == 0;
    const bool wholeRows = m_lastRow && m_anchor.column == 0;
    const bool wholeSheet = !m_lastRow && !m_lastColumn && m_anchor == Address{};
    QString text;
    if (!wholeRows && !wholeSheet)
        text += columnName(m_anchor.column);
    if (!wholeColumns && !wholeSheet)
        text += QString::number(m_anchor.row + 1);
    text += u':';
    if (m_lastColumn)
        text += columnName(*m_lastColumn);
    if (m_lastRow)
        text += QString::number(*m_lastRow + 1);
    return text;
}

QString Region::sheetNameIn(const QString &text)
{
    return sheetPrefix(text).name;
}

bool Region::isNameOf(const QString &typed, const QString &sheetName)
{
    const auto plain = [](const QString &name) {
        return name.simplified().normalized(QString::NormalizationForm_C).toCaseFolded();
    };
    return typed.isEmpty() || plain(typed) == plain(sheetName);
}

Rectangle Region::bounded() const
{
    return {m_anchor.row, m_anchor.column, m_lastRow.value_or(maxRows - 1) - m_anchor.row + 1,
            m_lastColumn.value_or(maxColumns - 1) - m_anchor.column + 1};
}

std::vector<Region> Region::around() const
{
    const auto [row, column] = m_anchor;
    std::vector<Region> rest;
    if (row > 0)
        rest.push_back(Region({0, 0}, row - 1, {}));
    if (column > 0)
        rest.push_back(Region({row, 0}, {}, column - 1));
    if (m_lastColumn && *m_lastColumn < maxColumns - 1)
        rest.push_back(Region({row, *m_lastColumn + 1}, m_lastRow, {}));
    if (m_lastRow && *m_lastRow < maxRows - 1)
        rest.push_back(Region({*m_lastRow + 1, column}, {}, {}));
    return rest;
}

bool Region::contains(const Rectangle &rectangle) const
{
    return bounded().contains(rectangle);
}

Rectangle Region::clamped(const Rectangle &bounds) const
{
    return bounded().intersected(bounds);
}

} // namespace Sheet
