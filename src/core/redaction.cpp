#include "core/redaction.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Core {

namespace {

// A value after its name: in quotes, also escaped ones of JSON inside JSON, with the closing quote missing if the text
// was truncated; or unquoted.
const char *const value =
    R"re((?:\\+"(?:(?!\\+").)*(?:\\+"|$)|"(?:[^"\\]|\\.)*(?:"|$)|'[^']*(?:'|$)|[^\s&,;}"'\\]+))re";

QRegularExpression expression(const QByteArray &pattern)
{
    return QRegularExpression(QString::fromLatin1(pattern), QRegularExpression::CaseInsensitiveOption);
}

// Joiners shape letters and emoji; other characters of their category are invisible, and some reverse the text.
bool isSeen(char32_t point)
{
    constexpr char32_t nonJoiner = 0x200c;
    constexpr char32_t joiner = 0x200d;
    const auto category = QChar::category(point);
    return point == nonJoiner || point == joiner
        || (category != QChar::Other_Control && category != QChar::Other_Format);
}

} // namespace

QString redacted(const QString &text)
{
    static const auto field = expression(
        QByteArray(
            R"re((\b[\w-]*(?:access_?token|refresh_?token|id_?token|secret|password|api_?key)(?:\\*["'])?\s*[:=]\s*))re")
        + value);
    static const auto credentials = expression(R"re(\b(bearer|basic)\s+[\w.~+/=-]{6,})re");
    static const auto authorization =
        expression(R"re((\bauthorization(?:\\*["'])?\s*+[:=]\s*+)(?!\\*["']?(?:bearer|basic)\s)[^\r\n,}]+)re");
    static const auto userInfo = expression(R"re(\b([a-z][a-z0-9+.-]*://)[^\s/?#@]+@)re");
    static const auto webToken = expression(R"re(\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?)re");
    QString out = text;
    out.replace(credentials, u"\\1 (removed)"_s);
    out.replace(authorization, u"\\1(removed)"_s);
    out.replace(field, u"\\1(removed)"_s);
    out.replace(userInfo, u"\\1(removed)@"_s);
    out.replace(webToken, u"(removed)"_s);
    return out;
}

QString plainLine(const QString &text)
{
    // ECMA-48: sequences with a final character, strings with a terminator, and others.
    static const QRegularExpression sequences(
        u"(?:\\x1b\\[|\\x9b)[0-?]*[ -/]*[@-~]"
        "|(?:\\x1b[\\]PX^_]|[\\x9d\\x90\\x98\\x9e\\x9f])[^\\x07\\x1b\\x9c]*(?:\\x07|\\x1b\\\\|\\x9c)"
        "|\\x1b[ -/]*[0-~]?"_s);
    QString plain = text;
    plain.remove(sequences);
    QString out;
    out.reserve(plain.size());
    for (qsizetype i = 0; i < plain.size(); ++i) {
        const QChar c = plain[i];
        const bool isPair = c.isHighSurrogate() && i + 1 < plain.size() && plain[i + 1].isLowSurrogate();
        const char32_t point = isPair ? QChar::surrogateToUcs4(c, plain[i + 1]) : c.unicode();
        if (c == u'\n' || c == u'\t' || c == u'\r' || c == u'\v' || c == u'\f' || c == u'\x85' || c == u'\u2028'
            || c == u'\u2029') {
            out += u' ';
            i += c == u'\r' && i + 1 < plain.size() && plain[i + 1] == u'\n' ? 1 : 0;
        } else if (isPair && isSeen(point)) {
            out += plain.mid(i, 2);
        } else if (c.isSurrogate() && !isPair) {
            out += QChar(QChar::ReplacementCharacter);
        } else if (!isPair && isSeen(point)) {
            out += c;
        }
        i += isPair ? 1 : 0;
    }
    return out;
}

} // namespace Core
