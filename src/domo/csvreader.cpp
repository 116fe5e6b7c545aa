#include "domo/csvreader.h"

#include <QUtf8StringView>

#include <bit>
#include <cstdint>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Domo {

namespace {

static_assert(std::endian::native == std::endian::little, "the lowest bits of a word are its first byte");

using Word = std::uint64_t;

constexpr Word everyByte = 0x0101010101010101;
constexpr Word highBits = 0x80 * everyByte;
constexpr std::string_view mark = "\xEF\xBB\xBF";

// The high bit of every byte below `bound`. Bytes after the first such byte may be marked wrongly.
constexpr Word below(Word word, Word bound)
{
    return (word - bound * everyByte) & ~word & highBits;
}

constexpr Word equal(Word word, char byte)
{
    return below(word ^ (Word(byte) * everyByte), 1);
}

// The bytes that end an unquoted field, or are not allowed in one.
struct UnquotedEnd
{
    static constexpr Word candidates(Word word) { return below(word, '\r' + 1) | equal(word, ','); }
    static constexpr bool is(char c) { return c == ',' || c == '\n' || c == '\r' || c == '\0'; }
};

struct QuotedEnd
{
    static constexpr Word candidates(Word word) { return equal(word, '"') | below(word, 1); }
    static constexpr bool is(char c) { return c == '"' || c == '\0'; }
};

// The first byte that is an End, checking eight at a time: fields are short, so calling a search function for each
// would take longer than the search. `seen` collects the bits of all bytes passed, and possibly of some after them.
template <typename End> const char *find(const char *at, const char *end, Word &seen)
{
    for (; end - at >= qptrdiff(sizeof(Word)); at += sizeof(Word)) {
        Word word = 0;
        std::memcpy(&word, at, sizeof word);
        seen |= word;
        for (Word hits = End::candidates(word); hits != 0; hits &= hits - 1) {
            const char *hit = at + std::countr_zero(hits) / 8;
            if (End::is(*hit))
                return hit;
        }
    }
    for (; at != end && !End::is(*at); ++at)
        seen |= Word(static_cast<unsigned char>(*at));
    return at;
}

} // namespace

CsvReader::CsvReader(RowHandler handler) : m_handler(std::move(handler)) { }

Core::Result<void> CsvReader::feed(QByteArrayView bytes)
{
    if (m_failure && !bytes.isEmpty()) {
        open(bytes);
        if (read())
            close();
    }
    return m_failure;
}

Core::Result<void> CsvReader::finish()
{
    if (!m_failure)
        return m_failure;
    open(QByteArrayView("", 0));
    if (m_state == State::Mark && m_markBytes > 0)
        readMark();
    switch (m_state) {
    case State::Mark: break;
    case State::AfterCr: m_endsWhole = !m_hasCrLf; break;
    case State::FieldStart:
        m_endsWhole = m_row.empty();
        if (m_endsWhole)
            break;
        beginField();
        [[fallthrough]];
    case State::Unquoted:
    case State::Quote:
        if (endField(m_textEnd))
            endRow();
        break;
    case State::Quoted: fail(m_fieldByte, u"the quote is never closed"_s); break;
    }
    return m_failure;
}

void CsvReader::open(QByteArrayView bytes)
{
    m_byte += m_end - m_begin;
    m_begin = m_at = m_text = m_textEnd = bytes.data();
    m_end = m_begin + bytes.size();
}

void CsvReader::close()
{
    if (m_state == State::Unquoted || m_state == State::Quoted)
        keepText(m_end);
    else if (m_state == State::Quote)
        keepText(m_textEnd);
    else
        keepRow();
}

bool CsvReader::read()
{
    while (m_at != m_end) {
        switch (m_state) {
        case State::Mark: readMark(); break;
        case State::AfterCr:
            if (*m_at == '\n') {
                ++m_at;
                m_hasCrLf = true;
            }
            m_state = State::FieldStart;
            break;
        case State::FieldStart: beginField(); break;
        case State::Unquoted:
            if (!readUnquoted())
                return false;
            break;
        case State::Quoted:
            if (!readQuoted())
                return false;
            break;
        case State::Quote:
            if (!readAfterQuote())
                return false;
            break;
        }
    }
    return true;
}

void CsvReader::readMark()
{
    while (m_at != m_end && size_t(m_markBytes) < mark.size() && *m_at == mark[size_t(m_markBytes)]) {
        ++m_markBytes;
        ++m_at;
    }
    if (size_t(m_markBytes) == mark.size()) {
        m_state = State::FieldStart;
    } else if (m_at != m_end || m_begin == m_end) {
        // It was not a byte order mark, but the start of a field.
        m_state = State::FieldStart;
        if (m_markBytes > 0) {
            m_state = State::Unquoted;
            m_ascii = false;
            m_text = m_textEnd = m_at;
            m_kept.append(mark, 0, size_t(m_markBytes));
        }
    }
}

void CsvReader::beginField()
{
    m_fieldByte = byteOf(m_at);
    if (m_row.empty())
        m_rowByte = m_fieldByte;
    m_keptText = m_kept.size();
    m_ascii = true;
    m_quoted = m_at != m_end && *m_at == '"';
    if (m_quoted)
        ++m_at;
    m_text = m_textEnd = m_at;
    m_state = m_quoted ? State::Quoted : State::Unquoted;
}

bool CsvReader::readUnquoted()
{
    Word seen = 0;
    const char *end = find<UnquotedEnd>(m_at, boundOfText(), seen);
    m_ascii = m_ascii && (seen & highBits) == 0;
    m_at = end;
    if (isTooLong(end))
        return fail(m_fieldByte, u"the field is too long"_s);
    if (end == m_end)
        return true;
    if (*end == '\0')
        return fail(byteOf(end), u"a NUL byte"_s);
    return endField(end) && separate();
}

bool CsvReader::readQuoted()
{
    Word seen = 0;
    const char *end = find<QuotedEnd>(m_at, boundOfText(), seen);
    m_ascii = m_ascii && (seen & highBits) == 0;
    m_at = end;
    if (isTooLong(end))
        return fail(m_fieldByte, u"the field is too long"_s);
    if (end == m_end)
        return true;
    if (*end == '\0')
        return fail(byteOf(end), u"a NUL byte"_s);
    m_textEnd = end;
    m_state = State::Quote;
    ++m_at;
    return true;
}

bool CsvReader::readAfterQuote()
{
    switch (*m_at) {
    case '"':
        keepText(m_textEnd);
        m_text = m_at++; // the second quote is text
        m_state = State::Quoted;
        return true;
    case ',':
    case '\n':
    case '\r': return endField(m_textEnd) && separate();
    default: return fail(byteOf(m_at), u"text after the closing quote"_s);
    }
}

bool CsvReader::separate()
{
    const char separator = *m_at++;
    m_state = separator == '\r' ? State::AfterCr : State::FieldStart;
    return separator == ',' || endRow();
}

bool CsvReader::endField(const char *end)
{
    std::string_view text(m_text, size_t(end - m_text));
    const bool kept = m_kept.size() > m_keptText;
    if (kept) {
        keepText(end);
        text = std::string_view(m_kept).substr(m_keptText);
    }
    if (!m_ascii && !QUtf8StringView(text.data(), qsizetype(text.size())).isValidUtf8())
        return fail(m_fieldByte, u"bytes that are no UTF-8"_s);
    if (m_row.size() == maxRowFields)
        return fail(m_fieldByte, u"too many fields in a row"_s);
    m_row.push_back({text, m_quoted});
    if (kept)
        m_keptFields = m_row.size();
    return true;
}

bool CsvReader::endRow()
{
    size_t begin = 0;
    for (size_t i = 0; i < m_keptFields; ++i) {
        m_row[i].text = std::string_view(m_kept).substr(begin, m_row[i].text.size());
        begin += m_row[i].text.size();
    }
    if (auto taken = m_handler(m_row); !taken) {
        m_failure = std::move(taken);
        return false;
    }
    m_row.clear();
    m_kept.clear();
    m_keptFields = 0;
    ++m_rowNumber;
    return true;
}

void CsvReader::keepRow()
{
    if (m_keptFields == m_row.size())
        return;
    for (; m_keptFields < m_row.size(); ++m_keptFields)
        m_kept += m_row[m_keptFields].text;
    m_keptText = m_kept.size();
}

void CsvReader::keepText(const char *end)
{
    keepRow();
    m_kept.append(m_text, size_t(end - m_text));
}

const char *CsvReader::boundOfText() const
{
    // One byte more than a field may have, wherever it is, so that the first failure does not depend on the pieces.
    const size_t room = maxFieldBytes + 1 - (m_kept.size() - m_keptText);
    return size_t(m_end - m_text) > room ? m_text + room : m_end;
}

bool CsvReader::isTooLong(const char *end) const
{
    return m_kept.size() - m_keptText + size_t(end - m_text) > maxFieldBytes;
}

bool CsvReader::fail(qint64 byte, const QString &why)
{
    m_failure = badCsv({.row = m_rowNumber, .column = qint64(m_row.size()) + 1, .byte = byte}, why);
    return false;
}

Core::Failure badCsv(const CsvPlace &place, const QString &why)
{
    const QString subject = place.column == 0
        ? u"row %1, byte %2"_s.arg(place.row).arg(place.byte)
        : u"row %1, column %2, byte %3"_s.arg(place.row).arg(place.column).arg(place.byte);
    return Core::fail(Core::ErrorKind::BadCsv, subject, why, place);
}

} // namespace Domo
