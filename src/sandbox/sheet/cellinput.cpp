#include "sandbox/sheet/cellinput.h"

#include "sandbox/sheet/datetext.h"
#include "sandbox/sheet/number.h"
#include "sheet/decimal.h"

#include <QString>

#include <algorithm>
#include <optional>

namespace Sandbox {

namespace {

constexpr size_t maxRead = 40; // no number, date or time is longer

std::optional<double> plainNumber(std::string_view text)
{
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c != ','; });
    const std::string number = Sheet::toJsonNumber(digits);
    return number.empty() ? std::nullopt : toDouble(number);
}

// 12, 1,234.5, +7, $5, (5) for -5, 5%
std::optional<double> number(std::string_view text)
{
    if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
        const auto inside = number(text.substr(1, text.size() - 2));
        return inside ? std::optional(-*inside) : std::nullopt;
    }
    if (text.size() > 1 && text.front() == '$')
        return number(text.substr(1));
    if (text.size() > 1 && text.back() == '%') {
        const auto hundredfold = plainNumber(text.substr(0, text.size() - 1));
        return hundredfold ? std::optional(*hundredfold / 100) : std::nullopt;
    }
    return text.front() == ' ' || text.back() == ' ' ? std::nullopt : plainNumber(text);
}

bool equalsIgnoringCase(std::string_view text, std::string_view lower)
{
    return std::ranges::equal(text, lower,
                              [](char a, char b) { return (a >= 'A' && a <= 'Z' ? char(a - 'A' + 'a') : a) == b; });
}

// CRLF, and CR alone, as LF.
std::string withLf(std::string_view text)
{
    std::string out;
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r')
            out += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            out += '\n';
    }
    return out;
}

std::string trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\n\v\f\r";
    const size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string()
                                           : std::string(text.substr(first, text.find_last_not_of(blanks) - first + 1));
}

std::string inNfc(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()))
        .normalized(QString::NormalizationForm_C)
        .toStdString();
}

} // namespace

Sheet::Cell CellInput::stored(Sheet::Cell given, bool hasTextFormat)
{
    m_tookDate = false;
    if (given.isBlank())
        return {};
    if (given.kind == Sheet::CellKind::Number) {
        m_scratch = asStored(given.text, digits()).value_or("0");
        return Sheet::Cell::ofNumber(m_scratch);
    }
    if (given.kind != Sheet::CellKind::Text)
        return given;

    const std::string_view text = given.text;
    if (text.front() == '=' && text.size() > 1 && (!hasTextFormat || m_quirks.formulaInText))
        return {Sheet::CellKind::Formula, text};
    constexpr std::string_view possibleStarts = "0123456789+-.$(tTfF";
    if (hasTextFormat || !m_quirks.coercion || text.size() > maxRead
        || possibleStarts.find(text.front()) == std::string_view::npos)
        return kept(text);
    if (equalsIgnoringCase(text, "true") || equalsIgnoringCase(text, "false"))
        return Sheet::Cell::ofBoolean(text.size() == 4);
    for (const auto read : {number, partOfDay}) {
        if (const std::optional<double> value = read(text))
            return ofNumber(*value);
    }
    const std::optional<DateText> date = DateText::read(text);
    return date ? dated(*date, text) : kept(text);
}

Sheet::Cell CellInput::dated(const DateText &date, std::string_view text)
{
    m_tookDate = true;
    if (m_quirks.dateRaw == Quirks::DateRaw::Serial)
        return ofNumber(date.serial());
    m_scratch = m_quirks.dateRaw == Quirks::DateRaw::Iso ? date.iso() : std::string(text);
    return Sheet::Cell::ofText(m_scratch);
}

Sheet::Cell CellInput::kept(std::string_view text)
{
    switch (m_quirks.textKeeps) {
    case Quirks::TextKeeps::All: return Sheet::Cell::ofText(text);
    case Quirks::TextKeeps::Lf: m_scratch = withLf(text); break;
    case Quirks::TextKeeps::Nfc: m_scratch = inNfc(text); break;
    case Quirks::TextKeeps::Trimmed: m_scratch = trimmed(text); break;
    }
    return m_scratch.empty() ? Sheet::Cell{} : Sheet::Cell::ofText(m_scratch);
}

Sheet::Cell CellInput::ofNumber(double value)
{
    m_scratch = shortest(rounded(value, digits()));
    return Sheet::Cell::ofNumber(m_scratch);
}

} // namespace Sandbox
