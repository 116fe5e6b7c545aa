#pragma once

#include <QByteArray>

#include <string_view>

namespace Sheet {

// Rows of a CSV file for spreadsheets: RFC 4180 in UTF-8 with a byte order mark. Any one thread.
class CsvText
{
public:
    void addText(std::string_view utf8); // with an apostrophe before what a spreadsheet would take for a formula
    void addNumber(std::string_view digits);
    void endRow();

    [[nodiscard]] qsizetype size() const { return m_text.size(); }
    [[nodiscard]] QByteArray take(); // what was added since the last call; it may end within a row

private:
    void beginField();

    QByteArray m_text{"\xef\xbb\xbf"};
    bool m_isRowEmpty = true;
};

} // namespace Sheet
