#include "notices/channels.h"

#include "core/inputfault.h"
#include "core/jsonreader.h"
#include "core/pasted.h"
#include "net/weborigin.h"
#include "profiles/knownword.h"
#include "profiles/migrations.h"
#include "profiles/settings.h"

#include <QDir>
#include <QJsonArray>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace Notices {

namespace {

using Core::ErrorKind;

constexpr std::array<Profiles::Migration, 0> ofChannels{};

// RFC 5321 allows more, in quotes; none of that is in use.
bool isMailbox(const QString &text)
{
    const auto isAllowed = [](QChar c) {
        return c > u' ' && c < u'\x7f' && !QStringView(u"()<>[]:;@\\,\"").contains(c);
    };
    const QStringList parts = text.split(u'@');
    return parts.size() == 2 && std::ranges::all_of(parts, [&isAllowed](const QString &part) {
               return !part.isEmpty() && std::ranges::all_of(part, isAllowed);
           });
}

QJsonObject toJson(const Mail &mail)
{
    QJsonObject json = mail.unknown;
    json.insert(u"host"_s, mail.host);
    json.insert(u"port"_s, int(mail.port));
    json.insert(u"security"_s, name(mail.security));
    json.insert(u"user"_s, mail.user);
    json.insert(u"from"_s, mail.from);
    json.insert(u"to"_s, QJsonArray::fromStringList(mail.to));
    return json;
}

QJsonObject toJson(const Channels &channels)
{
    QJsonObject json = channels.unknown;
    json.insert(Profiles::schemaVersionKey, Profiles::currentVersion(ofChannels));
    if (channels.mail)
        json.insert(u"mail"_s, toJson(*channels.mail));
    if (channels.desktop)
        json.insert(u"desktop"_s, true);
    QJsonArray webhooks;
    for (const Webhook &webhook : channels.webhooks) {
        QJsonObject one = webhook.unknown;
        one.insert(u"id"_s, webhook.id);
        one.insert(u"name"_s, webhook.name);
        one.insert(u"shape"_s, name(webhook.shape));
        one.insert(u"host"_s, webhook.host);
        webhooks.append(one);
    }
    json.insert(u"webhooks"_s, webhooks);
    QJsonArray pings;
    for (const Ping &ping : channels.pings) {
        QJsonObject one = ping.unknown;
        one.insert(u"profileId"_s, ping.profileId);
        one.insert(u"host"_s, ping.host);
        pings.append(one);
    }
    json.insert(u"pings"_s, pings);
    return json;
}

Core::Result<Mail> mailFromJson(const Core::JsonReader &json)
{
    Mail mail;
    mail.host = json["host"_L1].string();
    const Core::JsonReader port = json["port"_L1];
    if (port.integer() < 1 || port.integer() > std::numeric_limits<quint16>::max())
        port.complain(u"a port"_s);
    mail.port = quint16(port.integer());
    const auto security = Profiles::knownWord(json["security"_L1], securityNamed);
    if (!security)
        return Core::propagate(security);
    mail.security = *security;
    mail.user = json["user"_L1].string();
    mail.from = json["from"_L1].string();
    const Core::JsonReader to = json["to"_L1];
    for (const Core::JsonReader &mailbox : to.items())
        mail.to.append(mailbox.string());
    if (!check(mail))
        json.complain(u"mail that can be sent"_s);
    mail.unknown = json.unread();
    return mail;
}

Core::Result<Channels> channelsFromJson(const QJsonObject &document)
{
    const auto current = Profiles::migrated(document, ofChannels);
    if (!current)
        return Core::propagate(current);
    const Core::JsonReader json(*current);
    Channels channels;
    const Core::JsonReader mail = json["mail"_L1];
    if (json.has("mail"_L1)) {
        auto read = mailFromJson(mail);
        if (!read)
            return Core::propagate(read);
        channels.mail = *std::move(read);
    }
    if (json["desktop"_L1].boolean(false))
        channels.desktop.emplace();
    for (const Core::JsonReader &one : json["webhooks"_L1].items()) {
        const auto shape = Profiles::knownWord(one["shape"_L1], shapeNamed);
        if (!shape)
            return Core::propagate(shape);
        channels.webhooks.append({.id = one["id"_L1].string(),
                                  .name = one["name"_L1].string(),
                                  .shape = *shape,
                                  .host = one["host"_L1].string()});
        channels.webhooks.last().unknown = one.unread();
    }
    for (const Core::JsonReader &one : json["pings"_L1].items()) {
        channels.pings.append({.profileId = one["profileId"_L1].string(), .host = one["host"_L1].string()});
        channels.pings.last().unknown = one.unread();
    }
    if (const auto good = json.check(ErrorKind::BadFile); !good)
        return Core::propagate(good);
    channels.unknown = json.unread();
    channels.unknown.remove(Profiles::schemaVersionKey);
    return channels;
}

} // namespace

const Ping *Channels::ping(const QString &profileId) const
{
    const auto found = std::ranges::find(pings, profileId, &Ping::profileId);
    return found == pings.end() ? nullptr : &*found;
}

bool isReserved(const QString &name)
{
    return std::ranges::any_of(std::array{Mail::id, Desktop::id}, [&name](const char *id) {
        return name.compare(QLatin1String(id), Qt::CaseInsensitive) == 0;
    });
}

QString name(Mail::Security security)
{
    switch (security) {
    case Mail::Security::StartTls: return u"starttls"_s;
    case Mail::Security::Tls: return u"tls"_s;
    case Mail::Security::None: return u"none"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Mail::Security> securityNamed(const QString &name)
{
    for (const auto security : {Mail::Security::StartTls, Mail::Security::Tls, Mail::Security::None}) {
        if (Notices::name(security) == name)
            return security;
    }
    return {};
}

quint16 usualPort(Mail::Security security)
{
    switch (security) {
    case Mail::Security::StartTls: return 587;
    case Mail::Security::Tls: return 465;
    case Mail::Security::None: return 25;
    }
    Q_UNREACHABLE();
}

QString name(Webhook::Shape shape)
{
    switch (shape) {
    case Webhook::Shape::Signed: return u"signed"_s;
    case Webhook::Shape::Slack: return u"slack"_s;
    case Webhook::Shape::Teams: return u"teams"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Webhook::Shape> shapeNamed(const QString &name)
{
    for (const auto shape : {Webhook::Shape::Signed, Webhook::Shape::Slack, Webhook::Shape::Teams}) {
        if (Notices::name(shape) == name)
            return shape;
    }
    return {};
}

Core::Result<void> check(const Mail &mail)
{
    if (!Profiles::isHostName(mail.host))
        return Core::fail(ErrorKind::InvalidInput, mail.host, {}, Core::NotAHost{});
    // It is a line of the conversation with the server.
    if (std::ranges::any_of(mail.user, [](QChar c) { return c < u' ' || c == u'\x7f'; }))
        return Core::fail(ErrorKind::InvalidInput, mail.user);
    if (!isMailbox(mail.from))
        return Core::fail(ErrorKind::InvalidInput, mail.from, {}, Core::NotAMailbox{});
    for (const QString &mailbox : mail.to) {
        if (!isMailbox(mailbox))
            return Core::fail(ErrorKind::InvalidInput, mailbox, {}, Core::NotAMailbox{});
    }
    if (mail.to.isEmpty())
        return Core::fail(ErrorKind::InvalidInput, u"to"_s, {}, Core::NotGiven{});
    return {};
}

Core::Result<QUrl> addressIn(const QString &text)
{
    const QUrl url(Core::trimmed(text), QUrl::StrictMode);
    if (!Net::isAcceptable(url))
        return Core::fail(ErrorKind::BadAddress, url.scheme() + u"://"_s + url.host());
    return url;
}

QString folderIn(const QString &folder)
{
    return QDir(folder).filePath(u"notices"_s);
}

ChannelStore::ChannelStore(const QString &folder) : m_file(folder, channelsFromJson, u"channels"_s) { }

Core::Result<Channels> ChannelStore::read() const
{
    return m_file.read();
}

Core::Result<void> ChannelStore::write(const Channels &channels) const
{
    return m_file.write(toJson(channels));
}

} // namespace Notices
