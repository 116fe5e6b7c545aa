#include "sheet/references.h"

#include "sheet/decimal.h"
#include "sheet/letters.h"
#include "sheet/region.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace Sheet {

namespace {

// What names consist of; bytes of other scripts too.
bool isOfWord(char c)
{
    return isLetter(c) || isDigit(c) || static_cast<unsigned char>(c) >= 0x80
        || std::string_view("$_.\\?").find(c) != std::string_view::npos;
}

// A name or a number, with the sheet it is said to be in.
struct Operand
{
    std::optional<QString> sheet{};
    QString word{}; // empty after a sheet without a name, such as #REF!
};

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

// Scans the text once.
class Scanner
{
public:
    explicit Scanner(std::string_view formula) : m_text(formula) { }

    std::vector<Reference> all()
    {
        while (m_at < m_text.size()) {
            if (m_text[m_at] == '"')
                quoted('"');
            else if (auto first = operand())
                take(*std::move(first));
            else
                ++m_at;
        }
        return std::move(m_found);
    }

private:
    [[nodiscard]] bool isAt(char c) const { return m_at < m_text.size() && m_text[m_at] == c; }

    void skipSpaces()
    {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t' || m_text[m_at] == '\n'))
            ++m_at;
    }

    // Moves past a text in quotes; quotes in it are doubled.
    QString quoted(char quote)
    {
        QString inside;
        size_t begin = ++m_at;
        for (; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] != quote)
                continue;
            inside += text(m_text.substr(begin, m_at - begin));
            if (m_at + 1 == m_text.size() || m_text[m_at + 1] != quote) {
                ++m_at;
                return inside;
            }
            begin = ++m_at; // the second of a doubled quote is part of the text
        }
        return inside + text(m_text.substr(begin));
    }

    // A name may contain brackets, as [Book.xlsx]Sheet1 and Table1[Amount] do.
    QString word()
    {
        const size_t begin = m_at;
        while (m_at < m_text.size() && (isOfWord(m_text[m_at]) || m_text[m_at] == '[')) {
            if (m_text[m_at] == '[')
                m_at = std::min(m_text.find(']', m_at), m_text.size() - 1);
            ++m_at;
        }
        return text(m_text.substr(begin, m_at - begin));
    }

    std::optional<Operand> operand()
    {
        if (isAt('\'')) {
            QString name = quoted('\'');
            if (!isAt('!'))
                return Operand{};
            ++m_at;
            return Operand{std::move(name), word()};
        }
        QString name = word();
        if (name.isEmpty())
            return {};
        if (!isAt('!'))
            return Operand{{}, std::move(name)};
        ++m_at;
        return Operand{std::move(name), word()};
    }

    // The operand after a colon, if there is one.
    std::optional<Operand> operandAfterColon()
    {
        const size_t before = m_at;
        skipSpaces();
        if (isAt(':')) {
            ++m_at;
            skipSpaces();
            if (auto next = operand(); next && !isFunction())
                return next;
        }
        m_at = before;
        return {};
    }

    [[nodiscard]] bool isFunction()
    {
        const size_t before = m_at;
        skipSpaces();
        const bool isCall = isAt('(');
        m_at = before;
        return isCall;
    }

    void take(Operand first)
    {
        if (isFunction())
            return;
        std::optional<Operand> second = operandAfterColon();
        if (second && second->sheet && !first.sheet) { // Q1:Q3!B4, a position in several sheets
            first = {first.word + u':' + *second->sheet, second->word};
            second = operandAfterColon();
        }
        if (second && !second->word.isEmpty() && add(first, first.word + u':' + second->word))
            return;
        add(first, first.word);
        if (second)
            add(*second, second->word);
    }

    bool add(const Operand &operand, const QString &range)
    {
        const auto region = Region::parse(range);
        if (operand.word.isEmpty() || !region)
            return false;
        m_found.push_back({region->bounded(), operand.sheet.value_or(QString())});
        return true;
    }

    const std::string_view m_text;
    size_t m_at = 0;
    std::vector<Reference> m_found;
};

} // namespace

std::vector<Reference> references(std::string_view formula)
{
    return Scanner(formula).all();
}

} // namespace Sheet
