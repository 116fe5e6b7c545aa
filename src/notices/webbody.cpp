#include "notices/webbody.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace Notices {

namespace {

constexpr std::chrono::seconds timeout{20};
constexpr Net::Bounds bounds{.bytes = 64 << 10, .time = timeout, .window = timeout}; // of a response nobody reads
constexpr int signedVersion = 1; // of the document

QJsonValue timeOf(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

// Names are part of the interface: they may be added, but never changed.
QJsonObject signedDocument(const Message &message)
{
    QJsonArray changes;
    for (const Change &change : message.changes) {
        const Condition &now = change.now;
        changes.append(QJsonObject{{u"profile"_s, QJsonObject{{u"id"_s, now.profileId}, {u"name"_s, now.profileName}}},
                                   {u"group"_s, now.group},
                                   {u"condition"_s, name(now.kind)},
                                   {u"before"_s, name(change.before)},
                                   {u"state"_s, now.state.isEmpty() ? QJsonValue() : QJsonValue(now.state)},
                                   {u"what"_s, now.what},
                                   {u"since"_s, timeOf(now.since)},
                                   {u"runStarted"_s, timeOf(now.started)}});
    }
    return {{u"version"_s, signedVersion},
            {u"id"_s, message.id},
            {u"at"_s, timeOf(message.at)},
            {u"isTest"_s, message.changes.isEmpty()},
            {u"subject"_s, message.text.subject},
            {u"text"_s, message.text.body},
            {u"changes"_s, changes}};
}

// Slack reads these three as the beginnings of links and mentions.
QString forSlack(const QString &text)
{
    return QString(text).replace(u'&', u"&amp;"_s).replace(u'<', u"&lt;"_s).replace(u'>', u"&gt;"_s);
}

QJsonObject slackDocument(const Text &text)
{
    return {{u"text"_s, forSlack(text.subject + u'\n' + text.body)}, {u"mrkdwn"_s, false}};
}

// Runs of a rich text block are not read as Markdown, as a text block would be.
QJsonObject paragraph(const QString &line, bool isTitle)
{
    QJsonObject run{{u"type"_s, u"TextRun"_s}, {u"text"_s, line}};
    if (isTitle)
        run.insert(u"weight"_s, u"Bolder"_s);
    return {{u"type"_s, u"RichTextBlock"_s}, {u"inlines"_s, QJsonArray({run})}};
}

QJsonObject teamsDocument(const Text &text)
{
    QJsonArray body;
    body.append(paragraph(text.subject, true));
    const QStringList lines = text.body.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines)
        body.append(paragraph(line, false));
    const QJsonObject card{{u"$schema"_s, u"http://adaptivecards.io/schemas/adaptive-card.json"_s},
                           {u"type"_s, u"AdaptiveCard"_s},
                           {u"version"_s, u"1.2"_s},
                           {u"body"_s, body}};
    QJsonArray attachments;
    attachments.append(QJsonObject{{u"contentType"_s, u"application/vnd.microsoft.card.adaptive"_s},
                                   {u"contentUrl"_s, QJsonValue()},
                                   {u"content"_s, card}});
    return {{u"type"_s, u"message"_s}, {u"attachments"_s, attachments}};
}

QJsonObject document(const Message &message, Webhook::Shape shape)
{
    switch (shape) {
    case Webhook::Shape::Signed: return signedDocument(message);
    case Webhook::Shape::Slack: return slackDocument(message.text);
    case Webhook::Shape::Teams: return teamsDocument(message.text);
    }
    Q_UNREACHABLE();
}

QString below(const QString &path, const QString &name)
{
    return path.endsWith(u'/') ? path + name : path + u'/' + name;
}

} // namespace

QByteArray signatureOf(const QByteArray &timestamp, const QByteArray &body, const Core::Secret &key)
{
    return QMessageAuthenticationCode::hash(timestamp + '.' + body, key.text().toUtf8(), QCryptographicHash::Sha256)
        .toHex();
}

QByteArray webBody(const Message &message, Webhook::Shape shape)
{
    return QJsonDocument(document(message, shape)).toJson(QJsonDocument::Compact);
}

Net::Request webRequest(const Message &message, const WebNotice &notice)
{
    Net::Request request{.verb = "POST",
                         .url = notice.address,
                         .body = webBody(message, notice.shape),
                         .contentType = "application/json",
                         .repeatable = false,
                         .authorized = false,
                         .timeout = timeout,
                         .bounds = bounds};
    if (notice.shape == Webhook::Shape::Signed) {
        const QByteArray timestamp = QByteArray::number(message.at.toSecsSinceEpoch());
        request.headers = {{"Writeback-Timestamp", timestamp},
                           {"Writeback-Signature", "sha256=" + signatureOf(timestamp, request.body, notice.key)}};
    }
    return request;
}

Net::Request pingRequest(const QUrl &address, Sign sign)
{
    QUrl url = address;
    if (sign != Sign::Success)
        url.setPath(below(url.path(), sign == Sign::Start ? u"start"_s : u"fail"_s));
    return {.url = url, .authorized = false, .timeout = timeout, .bounds = bounds};
}

} // namespace Notices
