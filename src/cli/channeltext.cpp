#include "cli/channeltext.h"

#include "notices/secrets.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

QStringList variablesOf(const QList<Notices::SecretPlace> &places)
{
    QStringList names;
    for (const Notices::SecretPlace &place : places)
        names.append(place.variable);
    return names;
}

QList<Notices::SecretPlace> secretsOf(const Notices::Mail &mail)
{
    return mail.user.isEmpty() ? QList<Notices::SecretPlace>() : QList{Notices::passwordOf(mail)};
}

QString nameOf(const Notices::Ping &ping, const Profiles::ProfileStore &store)
{
    const Profiles::Profile *profile = store.profile(ping.profileId);
    return profile ? profile->name : ping.profileId;
}

} // namespace

QList<QStringList> channelRows(const Notices::Channels &channels, const Profiles::ProfileStore &store)
{
    QList<QStringList> rows;
    if (channels.mail) {
        const Notices::Mail &mail = *channels.mail;
        rows.append({QLatin1String(Notices::Mail::id), u"to %1"_s.arg(mail.to.join(u", "_s)),
                     u"%1:%2 (%3)"_s.arg(mail.host).arg(mail.port).arg(Notices::name(mail.security)),
                     variablesOf(secretsOf(mail)).join(u", "_s)});
    }
    if (channels.desktop)
        rows.append({QLatin1String(Notices::Desktop::id), u"notification"_s, u"this user's desktop"_s, QString()});
    for (const Notices::Webhook &webhook : channels.webhooks)
        rows.append({webhook.name, u"webhook (%1)"_s.arg(Notices::name(webhook.shape)), webhook.host,
                     variablesOf(Notices::secretsOf(webhook)).join(u", "_s)});
    for (const Notices::Ping &ping : channels.pings)
        rows.append({nameOf(ping, store), u"ping"_s, ping.host, Notices::addressOf(ping).variable});
    return rows;
}

QJsonObject channelsJson(const Notices::Channels &channels, const Profiles::ProfileStore &store)
{
    QJsonObject json{{u"mail"_s, QJsonValue()}, {u"desktop"_s, channels.desktop.has_value()}};
    if (channels.mail) {
        const Notices::Mail &mail = *channels.mail;
        json.insert(u"mail"_s,
                    QJsonObject{{u"host"_s, mail.host},
                                {u"port"_s, int(mail.port)},
                                {u"security"_s, Notices::name(mail.security)},
                                {u"user"_s, mail.user},
                                {u"from"_s, mail.from},
                                {u"to"_s, QJsonArray::fromStringList(mail.to)},
                                {u"variables"_s, QJsonArray::fromStringList(variablesOf(secretsOf(mail)))}});
    }
    QJsonArray webhooks;
    for (const Notices::Webhook &webhook : channels.webhooks)
        webhooks.append(
            QJsonObject{{u"name"_s, webhook.name},
                        {u"shape"_s, Notices::name(webhook.shape)},
                        {u"host"_s, webhook.host},
                        {u"variables"_s, QJsonArray::fromStringList(variablesOf(Notices::secretsOf(webhook)))}});
    json.insert(u"webhooks"_s, webhooks);
    QJsonArray pings;
    for (const Notices::Ping &ping : channels.pings)
        pings.append(
            QJsonObject{{u"profile"_s, QJsonObject{{u"id"_s, ping.profileId}, {u"name"_s, nameOf(ping, store)}}},
                        {u"host"_s, ping.host},
                        {u"variables"_s, QJsonArray({Notices::addressOf(ping).variable})}});
    json.insert(u"pings"_s, pings);
    return json;
}

} // namespace Cli
