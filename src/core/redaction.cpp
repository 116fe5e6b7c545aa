#include "core/redaction.h"

#include <QRegularExpression>

namespace Core {

QString redacted(const QString &text)
{
    static const QRegularExpression header(QStringLiteral(R"(\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]{6,})"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression field(
        QStringLiteral(
            R"((["']?\b(?:access_token|refresh_token|client_secret|clientSecret|password|secret)["']?\s*[:=]\s*)("(?:[^"\\]|\\.)*"|'[^']*'|[^\s&,;}"']+))"),
        QRegularExpression::CaseInsensitiveOption);
    QString out = text;
    out.replace(header, QStringLiteral("\\1 (removed)"));
    out.replace(field, QStringLiteral("\\1(removed)"));
    return out;
}

} // namespace Core
