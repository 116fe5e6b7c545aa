#include "notices/delivery.h"

#include "notices/mailbytes.h"
#include "notices/senddesktop.h"
#include "notices/sendmail.h"
#include "notices/sendweb.h"
#include "notices/webbody.h"

namespace Notices {

QList<Channel> channelsIn(const Channels &channels)
{
    QList<Channel> all;
    if (channels.mail)
        all.append(*channels.mail);
    if (channels.desktop)
        all.append(*channels.desktop);
    for (const Webhook &webhook : channels.webhooks)
        all.append(webhook);
    return all;
}

QString idOf(const Channel &channel)
{
    const auto *webhook = std::get_if<Webhook>(&channel);
    return webhook ? webhook->id : nameOf(channel);
}

QString nameOf(const Channel &channel)
{
    const auto *webhook = std::get_if<Webhook>(&channel);
    if (webhook)
        return webhook->name;
    return QLatin1String(std::holds_alternative<Mail>(channel) ? Mail::id : Desktop::id);
}

Delivery::Delivery(const Means &means, QNetworkAccessManager &network, Channel channel, QList<Message> messages)
    : m_means(means), m_network(network), m_channel(std::move(channel)), m_messages(std::move(messages))
{
    if (const auto *webhook = std::get_if<Webhook>(&m_channel))
        m_places = secretsOf(*webhook);
    else if (const auto *mail = std::get_if<Mail>(&m_channel); mail && !mail->user.isEmpty())
        m_places = {passwordOf(*mail)};
}

Delivery::~Delivery()
{
    disconnect();
}

void Delivery::start()
{
    readSecrets();
}

void Delivery::readSecrets()
{
    if (m_places.isEmpty())
        return sendNext();
    const SecretPlace place = m_places.takeFirst();
    readSecret(place, m_means.environment, m_means.secrets, this, [this](const Core::Result<QString> &secret) {
        if (!secret)
            return fail(secret.error());
        m_secrets.append(*secret);
        readSecrets();
    });
}

Core::Result<Net::LaterPtr<SendJob>> Delivery::jobFor(const Message &message)
{
    if (const auto *mail = std::get_if<Mail>(&m_channel))
        return Net::LaterPtr<SendJob>(new SendMail({.mail = *mail,
                                                    .password = Core::Secret(m_secrets.value(0)),
                                                    .bytes = mailBytes(message, *mail),
                                                    .environment = m_means.environment}));
    if (std::holds_alternative<Desktop>(m_channel))
        return Net::LaterPtr<SendJob>(new SendDesktop(m_means.clock, notificationOf(message), m_means.environment));
    const auto &webhook = std::get<Webhook>(m_channel);
    const auto address = addressIn(m_secrets.value(0));
    if (!address)
        return Core::propagate(address);
    const Core::Secret key(m_secrets.value(1));
    return Net::LaterPtr<SendJob>(new SendWeb(
        m_network, m_means.clock, webRequest(message, {.address = *address, .shape = webhook.shape, .key = key}), key));
}

void Delivery::sendNext()
{
    if (m_messages.isEmpty()) {
        QMetaObject::invokeMethod(this, &Delivery::finished, Qt::QueuedConnection);
        return;
    }
    auto job = jobFor(m_messages.first());
    if (!job)
        return fail(job.error());
    m_job = *std::move(job);
    connect(m_job.get(), &Net::Job::finished, this, &Delivery::judge);
    m_job->start();
}

void Delivery::judge()
{
    const auto job = std::move(m_job);
    if (!job->result())
        return fail(job->result().error());
    Q_EMIT accepted(m_messages.takeFirst(), *job->result());
    sendNext();
}

void Delivery::fail(const Core::Error &error)
{
    for (const Message &message : std::exchange(m_messages, {}))
        Q_EMIT failed(message, error);
    sendNext();
}

} // namespace Notices
