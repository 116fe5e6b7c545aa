#pragma once

#include "net/laterptr.h"
#include "notices/channels.h"
#include "notices/means.h"
#include "notices/message.h"
#include "notices/secrets.h"
#include "notices/sendjob.h"

#include <variant>

class QNetworkAccessManager;

namespace Notices {

using Channel = std::variant<Mail, Desktop, Webhook>;

[[nodiscard]] QList<Channel> channelsIn(const Channels &channels); // those that take notices
[[nodiscard]] QString idOf(const Channel &channel);
[[nodiscard]] QString nameOf(const Channel &channel);

// Sends messages to one channel, one after another, until one fails. Signals come from the event loop; finished() is
// the last one. Destroying it stops it. Borrows the network and what the means borrow.
class Delivery final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Delivery)

public:
    Delivery(const Means &means, QNetworkAccessManager &network, Channel channel, QList<Message> messages);
    ~Delivery() override;

    void start();

    [[nodiscard]] const Channel &channel() const { return m_channel; }

Q_SIGNALS:
    void accepted(const Notices::Message &message, const QList<Core::Error> &refused); // see SendJob
    void failed(const Notices::Message &message, const Core::Error &error);
    void finished();

private:
    void readSecrets();
    void sendNext();
    void judge();
    [[nodiscard]] Core::Result<Net::LaterPtr<SendJob>> jobFor(const Message &message);
    void fail(const Core::Error &error); // with all that are left

    const Means &m_means;
    QNetworkAccessManager &m_network;
    const Channel m_channel;
    QList<Message> m_messages; // that are not sent yet
    QList<SecretPlace> m_places; // that are not read yet
    QStringList m_secrets; // read, in their order
    Net::LaterPtr<SendJob> m_job;
};

} // namespace Notices
