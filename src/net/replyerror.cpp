#include "net/replyerror.h"

#include "core/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace Net {

namespace {

constexpr int longestDetail = 500;
constexpr int longestId = 200;

Core::ErrorKind kindOf(int status)
{
    switch (status) {
    case 401: return Core::ErrorKind::BadCredentials;
    case 403: return Core::ErrorKind::NoAccess;
    case 404: return Core::ErrorKind::NotFound;
    case 407: return Core::ErrorKind::ProxyRefused;
    case 409: return Core::ErrorKind::Conflict;
    case 429: return Core::ErrorKind::RateLimited;
    default: break;
    }
    if (status >= 400 && status < 500)
        return Core::ErrorKind::Rejected;
    return status >= 500 ? Core::ErrorKind::ServiceFailed : Core::ErrorKind::BadReply;
}

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString().trimmed();
}

QString joined(const QString &head, const QString &tail)
{
    if (head.isEmpty() || tail.isEmpty() || head == tail)
        return head.isEmpty() ? tail : head;
    return head + QStringLiteral(": ") + tail;
}

// {code, message, target, details: [{code, message, target}]}
QString workivaWords(const QJsonObject &object)
{
    QString words = joined(text(object, "code"), text(object, "message"));
    const QJsonArray details = object.value(QLatin1String("details")).toArray();
    QStringList reasons;
    for (const QJsonValue &detail : details)
        reasons.append(joined(text(detail.toObject(), "target"), text(detail.toObject(), "message")));
    reasons.removeAll(QString());
    return joined(words, reasons.join(QStringLiteral("; ")));
}

QString wordsOf(const QJsonObject &object)
{
    const QJsonValue error = object.value(QLatin1String("error"));
    if (error.isObject())
        return workivaWords(error.toObject());
    if (error.isString()) // OAuth 2; some gateways add a message instead of a description
        return joined(error.toString(), joined(text(object, "error_description"), text(object, "message")));
    const QString words = workivaWords(object);
    return words.isEmpty() ? text(object, "statusReason") : words;
}

QString firstLine(const QByteArray &body)
{
    static const QRegularExpression unseen(QStringLiteral("<(script|style)\\b.*?</\\1\\s*>|<!--.*?-->"),
                                           QRegularExpression::CaseInsensitiveOption
                                               | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression ends(QStringLiteral("<(?:br|/p|/div|/h\\d|/title|/head|/li|/tr)\\b[^>]*>"),
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    QString plain = QString::fromUtf8(body);
    if (plain.trimmed().startsWith(QLatin1Char('<'))) {
        plain.remove(unseen);
        plain.replace(ends, QStringLiteral("\n"));
        plain.remove(tag);
        plain.replace(QStringLiteral("&lt;"), QStringLiteral("<"));
        plain.replace(QStringLiteral("&gt;"), QStringLiteral(">"));
        plain.replace(QStringLiteral("&quot;"), QStringLiteral("\""));
        plain.replace(QStringLiteral("&nbsp;"), QStringLiteral(" "));
        plain.replace(QStringLiteral("&amp;"), QStringLiteral("&"));
    }
    const QStringList lines = plain.split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        if (const QString words = line.simplified(); !words.isEmpty())
            return words;
    }
    return {};
}

QString requestId(const ResponseHead &head, const QJsonObject &object)
{
    if (const QString toe = text(object, "toe"); !toe.isEmpty())
        return toe;
    for (const char *name :
         {"wk-request-id", "x-domo-requestid", "x-request-id", "x-correlation-id", "x-amzn-requestid"}) {
        if (const QByteArray value = head.header(name); !value.isEmpty())
            return QString::fromLatin1(value);
    }
    return {};
}

} // namespace

Core::Error replyError(const ResponseHead &head, const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const QJsonObject object = document.object();
    QString words = wordsOf(object);
    if (words.isEmpty())
        words = firstLine(body);
    return {.kind = kindOf(head.status),
            .detail = Core::redacted(words).left(longestDetail),
            .httpStatus = head.status,
            .requestId = Core::redacted(requestId(head, object)).left(longestId)};
}

Core::ErrorKind kindOf(QNetworkReply::NetworkError error, bool sent)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError: return Core::ErrorKind::NoNetwork;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError: return Core::ErrorKind::ConnectionLost;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: return Core::ErrorKind::TimedOut; // nobody else cancels a reply
    case QNetworkReply::SslHandshakeFailedError: return Core::ErrorKind::TlsUntrusted;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError: return Core::ErrorKind::ProxyRefused;
    case QNetworkReply::NoError: // and no status: what came was no HTTP
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure: return Core::ErrorKind::BadReply;
    default: return sent ? Core::ErrorKind::ConnectionLost : Core::ErrorKind::NoNetwork;
    }
}

} // namespace Net
