#include "notices/secrets.h"

#include "core/pasted.h"

using namespace Qt::StringLiterals;

namespace Notices {

namespace {

using Profiles::Secret;

QString inVariable(const QString &name)
{
    QString plain;
    for (const QChar c : name.toUpper()) {
        const bool isPlain = (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
        plain += isPlain ? c : u'_';
    }
    return plain;
}

} // namespace

SecretPlace passwordOf(const Mail & /*mail*/)
{
    return {QLatin1String(Mail::id), Secret::Password, u"NOTICE_MAIL_PASSWORD"_s};
}

SecretPlace addressOf(const Webhook &webhook)
{
    return {webhook.id, Secret::Address, u"NOTICE_%1_ADDRESS"_s.arg(inVariable(webhook.name))};
}

SecretPlace keyOf(const Webhook &webhook)
{
    return {webhook.id, Secret::Key, u"NOTICE_%1_KEY"_s.arg(inVariable(webhook.name))};
}

SecretPlace addressOf(const Ping &ping)
{
    return {ping.profileId, Secret::Address, u"NOTICE_PING_%1"_s.arg(inVariable(ping.profileId))};
}

QList<SecretPlace> secretsOf(const Webhook &webhook)
{
    QList<SecretPlace> places{addressOf(webhook)};
    if (webhook.shape == Webhook::Shape::Signed)
        places.append(keyOf(webhook));
    return places;
}

void readSecret(const SecretPlace &place, const QProcessEnvironment &environment, Profiles::SecretStore &store,
                QObject *context, Profiles::SecretStore::Read answer)
{
    if (const QString value = Core::trimmed(environment.value(place.variable)); !value.isEmpty()) {
        QMetaObject::invokeMethod(
            context, [answer = std::move(answer), value] { answer(value); }, Qt::QueuedConnection);
        return;
    }
    store.read(place.ownerId, place.secret, context,
               [answer = std::move(answer), name = place.variable](const Core::Result<QString> &read) {
                   if (read)
                       return answer(read);
                   Core::Error error = read.error();
                   error.subject = name;
                   answer(Core::fail(std::move(error)));
               });
}

} // namespace Notices
