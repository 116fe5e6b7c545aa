#include "sandbox/csvfile.h"

#include <csv.h>

#include <new>
#include <string>
#include <utility>
#include <vector>

namespace Sandbox {

namespace {

constexpr std::string_view backslashN = "\\N";

int isNoSpace(unsigned char)
{
    return 0;
}

// Reads with libcsv. It reports an unquoted empty field as having no text, but does not tell whether \N was quoted. Its
// parser knows between two calls, so the text is passed in pieces that end after every \N.
class Reader
{
public:
    Reader()
    {
        if (csv_init(&m_parser, CSV_EMPTY_IS_NULL | CSV_REPALL_NL) != 0)
            throw std::bad_alloc();
        csv_set_space_func(&m_parser, isNoSpace); // spaces belong to a field
    }
    ~Reader() { csv_free(&m_parser); }
    Q_DISABLE_COPY_MOVE(Reader)

    Sheet::Grid read(QByteArrayView bytes)
    {
        while (!bytes.isEmpty()) {
            const qsizetype mark = bytes.indexOf(backslashN);
            const QByteArrayView piece = mark < 0 ? bytes : bytes.first(mark + qsizetype(backslashN.size()));
            if (csv_parse(&m_parser, piece.data(), size_t(piece.size()), onField, onRow, this) != size_t(piece.size()))
                throw std::bad_alloc(); // the only possible error
            bytes = bytes.sliced(piece.size());
        }
        csv_fini(&m_parser, onField, onRow, this);
        return std::move(m_grid);
    }

private:
    static void onField(void *text, size_t size, void *self)
    {
        static_cast<Reader *>(self)->addField(static_cast<const char *>(text), size);
    }
    static void onRow(int end, void *self) { static_cast<Reader *>(self)->endRow(end); }

    // The fields of a row share one growing text, so that they need no strings of their own.
    void addField(const char *text, size_t size)
    {
        const bool isNull = !text || (std::string_view(text, size) == backslashN && !m_parser.quoted);
        m_fields.push_back({m_text.size(), size, isNull});
        if (text)
            m_text.append(text, size);
    }

    void endRow(int end)
    {
        const bool isRestOfCrLf = m_fields.empty() && end == '\n' && m_lastEnd == '\r';
        m_lastEnd = end;
        // A blank line is not a row, except in a table with one column, where it is a null.
        if (isRestOfCrLf || (m_fields.empty() && m_grid.columns() != 1))
            return;
        std::vector<Sheet::Cell> cells;
        for (const Field &field : m_fields) {
            const std::string_view text = std::string_view(m_text).substr(field.begin, field.size);
            cells.push_back(field.isNull ? Sheet::Cell{} : Sheet::Cell::ofText(text));
        }
        if (cells.empty())
            cells.emplace_back();
        m_grid.appendRow(cells);
        m_fields.clear();
        m_text.clear();
    }

    struct Field
    {
        size_t begin;
        size_t size;
        bool isNull;
    };
    csv_parser m_parser{};
    Sheet::Grid m_grid;
    std::vector<Field> m_fields;
    std::string m_text;
    int m_lastEnd = 0;
};

} // namespace

Sheet::Grid readCsv(const QByteArray &bytes)
{
    const qsizetype begin = bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    return Reader().read(QByteArrayView(bytes).sliced(begin));
}

void appendCsvField(QByteArray &out, Sheet::Cell cell, bool nullIsBackslashN)
{
    const auto size = qsizetype(cell.text.size());
    if (cell.kind == Sheet::CellKind::Empty) {
        if (nullIsBackslashN)
            out.append(backslashN.data(), qsizetype(backslashN.size()));
        return;
    }
    const bool needsQuotes = cell.text.empty() || cell.text == backslashN || cell.text.front() == ' '
        || cell.text.back() == ' ' || cell.text.find_first_of("\",\r\n") != std::string_view::npos;
    if (!needsQuotes) {
        out.append(cell.text.data(), size);
        return;
    }
    out.append('"');
    for (const char c : cell.text) {
        if (c == '"')
            out.append('"');
        out.append(c);
    }
    out.append('"');
}

} // namespace Sandbox
