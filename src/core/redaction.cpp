#include "core/redaction.h"

#include <QRegularExpression>

namespace Core {

namespace {

// A value after its name: in quotes, also escaped ones where JSON lies within JSON, their end missing where a text was
// cut; or bare.
const char *const value =
    R"re((?:\\+"(?:(?!\\+").)*(?:\\+"|$)|"(?:[^"\\]|\\.)*(?:"|$)|'[^']*(?:'|$)|[^\s&,;}"'\\]+))re";

QRegularExpression expression(const QByteArray &pattern)
{
    return QRegularExpression(QString::fromLatin1(pattern), QRegularExpression::CaseInsensitiveOption);
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
    out.replace(credentials, QStringLiteral("\\1 (removed)"));
    out.replace(authorization, QStringLiteral("\\1(removed)"));
    out.replace(field, QStringLiteral("\\1(removed)"));
    out.replace(userInfo, QStringLiteral("\\1(removed)@"));
    out.replace(webToken, QStringLiteral("(removed)"));
    return out;
}

} // namespace Core
