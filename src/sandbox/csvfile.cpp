#include "sandbox/csvfile.h"

#include <string>
#include <vector>

namespace Sandbox {

namespace {

constexpr std::string_view backslashN = "\\N";

// The fields of a row, in one text that grows, so that no field is a string of its own.
class Row
{
public:
    void endField(bool quoted)
    {
        m_fields.push_back({m_begin, m_text.size() - m_begin, quoted});
        m_begin = m_text.size();
    }
    void append(char c) { m_text.push_back(c); }
    [[nodiscard]] bool isBlankLine() const
    {
        return m_fields.size() == 1 && m_fields[0].size == 0 && !m_fields[0].quoted;
    }

    void moveTo(Sheet::Grid &grid)
    {
        std::vector<Sheet::Cell> cells;
        for (const Field &field : m_fields) {
            const std::string_view text = std::string_view(m_text).substr(field.begin, field.size);
            const bool isNull = !field.quoted && (text.empty() || text == backslashN);
            cells.push_back(isNull ? Sheet::Cell{} : Sheet::Cell::ofText(text));
        }
        grid.appendRow(cells);
        clear();
    }

    void clear()
    {
        m_fields.clear();
        m_text.clear();
        m_begin = 0;
    }

private:
    struct Field
    {
        size_t begin;
        size_t size;
        bool quoted;
    };
    std::string m_text;
    std::vector<Field> m_fields;
    size_t m_begin = 0;
};

} // namespace

Sheet::Grid readCsv(const QByteArray &bytes)
{
    Sheet::Grid grid;
    Row row;
    bool inQuotes = false;
    bool quoted = false;
    bool pending = false; // something stands on the line
    const qsizetype begin = bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    const auto endRow = [&] {
        row.endField(quoted);
        quoted = pending = false;
        // A blank line is nothing in a table, and a null in a list of one column.
        if (row.isBlankLine() && grid.columns() != 1)
            row.clear();
        else
            row.moveTo(grid);
    };
    for (qsizetype i = begin; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (inQuotes) {
            if (c != '"')
                row.append(c);
            else if (i + 1 < bytes.size() && bytes[i + 1] == '"')
                row.append(bytes[++i]);
            else
                inQuotes = false;
            continue;
        }
        pending = true;
        if (c == '"') {
            inQuotes = quoted = true;
        } else if (c == ',') {
            row.endField(quoted);
            quoted = false;
        } else if (c == '\n') {
            endRow();
        } else if (c != '\r' || i + 1 >= bytes.size() || bytes[i + 1] != '\n') {
            row.append(c);
        }
    }
    if (pending || inQuotes)
        endRow();
    return grid;
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
