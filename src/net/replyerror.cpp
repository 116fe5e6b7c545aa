#include "net/replyerror.h"

#include "core/strayanswer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Net {

namespace {

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
    return head + u": "_s + tail;
}

// {code, message, target, details: [{code, message, target}]}
ServiceWords workivaWords(const QJsonObject &object)
{
    const QJsonArray details = object.value("details"_L1).toArray();
    QStringList reasons;
    for (const QJsonValue &detail : details)
        reasons.append(joined(text(detail.toObject(), "target"), text(detail.toObject(), "message")));
    reasons.removeAll(QString());
    return {.code = text(object, "code"), .message = joined(text(object, "message"), reasons.join(u"; "_s))};
}

ServiceWords wordsOf(const QJsonObject &object)
{
    const QJsonValue error = object.value("error"_L1);
    if (error.isObject())
        return workivaWords(error.toObject());
    if (error.isString()) // OAuth 2; some gateways send a message instead of a description
        return {.code = error.toString(),
                .message = joined(text(object, "error_description"), text(object, "message"))};
    ServiceWords words = workivaWords(object);
    if (words.code.isEmpty() && words.message.isEmpty())
        words.message = text(object, "statusReason");
    return words;
}

QString withoutTags(QString page)
{
    static const QRegularExpression unseen(u"<(script|style)\\b.*?</\\1\\s*>|<!--.*?-->"_s,
                                           QRegularExpression::CaseInsensitiveOption
                                               | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression ends(u"<(?:br|/p|/div|/h\\d|/title|/head|/li|/tr)\\b[^>]*>"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tag(u"<[^>]*>"_s);
    page.remove(unseen);
    page.replace(ends, u"\n"_s);
    page.remove(tag);
    page.replace(u"&lt;"_s, u"<"_s);
    page.replace(u"&gt;"_s, u">"_s);
    page.replace(u"&quot;"_s, u"\""_s);
    page.replace(u"&nbsp;"_s, u" "_s);
    page.replace(u"&amp;"_s, u"&"_s);
    return page;
}

QString firstLine(const QByteArray &body)
{
    QString plain = QString::fromUtf8(body);
    if (plain.trimmed().startsWith('<'_L1))
        plain = withoutTags(plain);
    const QStringList lines = plain.split('\n'_L1);
    for (const QString &line : lines) {
        if (QString words = line.simplified(); !words.isEmpty())
            return words;
    }
    return {};
}

QString titleOf(const QByteArray &page)
{
    static const QRegularExpression title(u"<title\\b[^>]*>(.*?)(?:</title|$)"_s,
                                          QRegularExpression::CaseInsensitiveOption
                                              | QRegularExpression::DotMatchesEverythingOption);
    return withoutTags(title.match(QString::fromUtf8(page)).captured(1)).simplified();
}

QString requestId(const ResponseHead &head, const QJsonObject &object)
{
    if (QString toe = text(object, "toe"); !toe.isEmpty())
        return toe;
    for (const char *name :
         {"wk-request-id", "x-domo-requestid", "x-request-id", "x-correlation-id", "x-amzn-requestid"}) {
        if (const QByteArray value = head.header(name); !value.isEmpty())
            return QString::fromLatin1(value);
    }
    return {};
}

} // namespace

Core::Error replyError(const ResponseHead &head, const QByteArray &body, const Core::Redactor &redactor)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const QJsonObject object = document.object();
    ServiceWords words = wordsOf(object);
    if (words.code.isEmpty() && words.message.isEmpty())
        words.message = firstLine(body);
    const QString detail = joined(words.code, words.message);
    words = {.code = redactor.cleaned(words.code), .message = redactor.cleaned(words.message)};
    return redactor.cleaned(Core::Error{.kind = kindOf(head.status),
                                        .detail = detail,
                                        .httpStatus = head.status,
                                        .requestId = requestId(head, object),
                                        .cause = std::move(words)});
}

bool beginsAsPage(const ResponseHead &head, QByteArrayView bytes)
{
    static const QRegularExpression begin(u"^(?:<!doctype\\s+html|<html\\b)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype enough = 200;
    QByteArray start = bytes.first(std::min(bytes.size(), enough)).toByteArray();
    if (start.startsWith("\xEF\xBB\xBF"))
        start.remove(0, 3);
    start = start.trimmed();
    if (!start.startsWith('<'))
        return false;
    const QByteArray type = head.header("Content-Type").split(';').constFirst().trimmed().toLower();
    return type == "text/html" || type == "application/xhtml+xml" || begin.match(QString::fromUtf8(start)).hasMatch();
}

Core::Error pageError(const ResponseHead &head, const QByteArray &body, const QString &host,
                      const Core::Redactor &redactor)
{
    QString title = titleOf(body);
    if (title.isEmpty())
        title = firstLine(body);
    title = redactor.cleaned(title);
    return redactor.cleaned(Core::Error{.kind = Core::ErrorKind::BadReply,
                                        .subject = u"$"_s,
                                        .detail = title,
                                        .httpStatus = head.status,
                                        .requestId = requestId(head, {}),
                                        .cause = Core::WebPage{.title = title, .host = host}});
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
    case QNetworkReply::OperationCanceledError: return Core::ErrorKind::TimedOut; // nothing else cancels a reply
    case QNetworkReply::SslHandshakeFailedError: return Core::ErrorKind::TlsUntrusted;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError: return Core::ErrorKind::ProxyRefused;
    case QNetworkReply::NoError: // without a status: the response was not HTTP
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure: return Core::ErrorKind::BadReply;
    default: return sent ? Core::ErrorKind::ConnectionLost : Core::ErrorKind::NoNetwork;
    }
}

} // namespace Net
