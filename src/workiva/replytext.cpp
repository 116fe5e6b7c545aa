#include "workiva/replytext.h"

#include <QRegularExpression>
#include <QString>

#include <optional>

using namespace Qt::StringLiterals;

namespace Workiva {

namespace {

constexpr qsizetype escapeSize = 6; // \ud83d

// The code unit of a \u escape at `at`, if there is one.
std::optional<unsigned> codeUnit(QByteArrayView json, qsizetype at)
{
    if (at + escapeSize > json.size() || json[at] != '\\' || json[at + 1] != 'u')
        return {};
    bool isHex = false;
    const unsigned unit = json.sliced(at + 2, 4).toUInt(&isHex, 16);
    return isHex ? std::optional(unit) : std::nullopt;
}

bool beginsPair(unsigned unit)
{
    return unit >= 0xd800 && unit <= 0xdbff;
}

bool endsPair(unsigned unit)
{
    return unit >= 0xdc00 && unit <= 0xdfff;
}

// In JSON, backslashes occur only in strings, so nothing else can look like an escape.
void breakHalfPairs(QByteArray &json)
{
    for (qsizetype at = json.indexOf('\\'); at >= 0; at = json.indexOf('\\', at)) {
        const auto unit = codeUnit(json, at);
        if (!unit) {
            at += 2; // an escape of one character, possibly a backslash
        } else if (beginsPair(*unit) && endsPair(codeUnit(json, at + escapeSize).value_or(0))) {
            at += 2 * escapeSize;
        } else {
            if (beginsPair(*unit) || endsPair(*unit))
                std::fill_n(json.data() + at, escapeSize, '\xff');
            at += escapeSize;
        }
    }
}

std::string repaired(QByteArrayView text)
{
    static const QRegularExpression brokenRun(u"\ufffd+"_s);
    return QString::fromUtf8(text).replace(brokenRun, u"\ufffd"_s).toStdString();
}

} // namespace

ReplyText::ReplyText(QByteArray body) : m_body(std::move(body))
{
    breakHalfPairs(m_body);
}

Sheet::Cell ReplyText::cell(std::string_view text)
{
    const QByteArrayView bytes(text.data(), qsizetype(text.size()));
    if (bytes.isValidUtf8())
        return Sheet::Cell::ofText(text);
    m_repaired.push_front(repaired(bytes));
    return {Sheet::CellKind::Unreadable, m_repaired.front()};
}

} // namespace Workiva
