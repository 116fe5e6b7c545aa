#include "sheet/csvtext.h"

#include "sheet/decimal.h"

#include <QString>

#include <utility>

using namespace Qt::StringLiterals;

namespace Sheet {

namespace {

// Spreadsheets also skip blanks before the sign, and take its full-width form; a number is no formula.
bool wouldBeFormula(std::string_view utf8)
{
    const auto first = utf8.empty() ? '0' : utf8.front();
    if (isDigit(first) || (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z'))
        return false;
    const QString start = QString::fromUtf8(utf8.data(), qsizetype(utf8.size())).trimmed();
    return !start.isEmpty() && u"=+-@＝＋－＠"_s.contains(start.front()) && toJsonNumber(utf8).empty();
}

} // namespace

void CsvText::beginField()
{
    if (!std::exchange(m_isRowEmpty, false))
        m_text += ',';
}

void CsvText::addText(std::string_view utf8)
{
    beginField();
    const bool isQuoted = utf8.find_first_of("\",\n\r") != std::string_view::npos;
    if (isQuoted)
        m_text += '"';
    if (wouldBeFormula(utf8))
        m_text += '\'';
    if (isQuoted) {
        for (const char c : utf8)
            m_text.append(c == '"' ? 2 : 1, c);
        m_text += '"';
    } else {
        m_text.append(utf8.data(), qsizetype(utf8.size()));
    }
}

void CsvText::addNumber(std::string_view digits)
{
    beginField();
    m_text.append(digits.data(), qsizetype(digits.size()));
}

void CsvText::endRow()
{
    m_text += "\r\n";
    m_isRowEmpty = true;
}

QByteArray CsvText::take()
{
    return std::exchange(m_text, {});
}

} // namespace Sheet
