#include "notices/teller.h"

#include "core/redaction.h"
#include "net/laterptr.h"
#include "net/network.h"
#include "notices/delivery.h"
#include "notices/secrets.h"
#include "notices/sendweb.h"
#include "profiles/account.h"

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Notices {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds lockInterval{100};
constexpr milliseconds turnTimeout = std::chrono::minutes(2);
constexpr qsizetype maxAbout = 500; // characters
const QString pingName = u"ping"_s;

QString aboutOf(const QList<Change> &changes)
{
    QStringList names;
    for (const Change &change : changes)
        names.append(change.now.profileName);
    return names.join(u", "_s).left(maxAbout);
}

Condition withoutSecrets(Condition condition)
{
    condition.what = Core::redacted(condition.what);
    condition.quote = Core::redacted(condition.quote);
    return condition;
}

} // namespace

struct Teller::Pinging
{
    QList<Sign> signs; // the first one is under way
    Net::LaterPtr<SendJob> job;
};

Teller::Teller(Means means, QObject *parent)
    : QObject(parent)
    , m_means(std::move(means))
    , m_channelStore(m_means.channelsFolder)
    , m_toldStore(m_means.stateFolder)
    , m_failures(m_means.stateFolder)
{
}

Teller::~Teller()
{
    disconnect();
}

void Teller::tell(const QList<Condition> &conditions)
{
    Task task;
    std::ranges::transform(conditions, std::back_inserter(task.conditions), withoutSecrets);
    m_tasks.append(task);
    startNext();
}

void Teller::test()
{
    m_tasks.append(Task{.isTest = true});
    startNext();
}

bool Teller::isIdle() const
{
    return !m_task && m_tasks.isEmpty() && m_pings.isEmpty();
}

void Teller::startNext()
{
    if (m_task || m_tasks.isEmpty())
        return settle();
    m_task = m_tasks.takeFirst();
    const auto channels = m_channelStore.read();
    if (!channels) {
        QStringList names;
        for (const Condition &condition : std::as_const(m_task->conditions))
            names.append(condition.profileName);
        report({.about = names.join(u", "_s).left(maxAbout), .error = channels.error()});
        return endTask();
    }
    m_channels = *channels;
    const QList<Channel> all = channelsIn(m_channels);
    if (all.isEmpty())
        return endTask();
    m_lockWanted = m_means.clock.elapsed();
    if (!m_task->isTest)
        return takeLock();
    QList<std::pair<QString, QList<Message>>> messages;
    for (const Channel &channel : all)
        messages.append({idOf(channel), {message(m_means.wording.test(), {})}});
    deliver(messages);
}

void Teller::takeLock()
{
    if (!m_toldStore.make())
        return compare();
    const auto taken = m_lock.take(m_toldStore.lockFile(), milliseconds{0});
    if (taken || taken.error().kind != Core::ErrorKind::Busy)
        return compare();
    if (m_means.clock.elapsed() - m_lockWanted < turnTimeout)
        return m_means.clock.callAfter(lockInterval, this, [this] { takeLock(); });
    report({.error = taken.error()});
    endTask();
}

void Teller::compare()
{
    const auto told = m_toldStore.read();
    if (!told)
        report({.error = told.error()});
    m_told = told.value_or(QHash<QString, Told>());
    QList<std::pair<QString, QList<Message>>> messages;
    for (const Channel &channel : channelsIn(m_channels)) {
        QList<Message> own;
        const auto groups = byGroup(untold(m_told.value(idOf(channel)), m_task->conditions));
        for (const QList<Change> &changes : groups)
            own.append(message(m_means.wording.notice(changes), changes));
        if (!own.isEmpty())
            messages.append({idOf(channel), own});
    }
    deliver(messages);
}

void Teller::deliver(const QList<std::pair<QString, QList<Message>>> &messages)
{
    if (messages.isEmpty())
        return endTask();
    const QList<Channel> all = channelsIn(m_channels);
    for (const auto &[id, own] : messages) {
        const auto channel = std::ranges::find(all, id, idOf);
        auto &delivery = m_deliveries.emplace_back(std::make_unique<Delivery>(m_means, network(), *channel, own));
        const QString name = nameOf(*channel);
        connect(delivery.get(), &Delivery::accepted, this,
                [this, id = id, name](const Message &sent, const QList<Core::Error> &refused) {
                    note(id, sent.changes);
                    report({.channel = name, .about = aboutOf(sent.changes)});
                    for (const Core::Error &error : refused)
                        report({.channel = name, .about = aboutOf(sent.changes), .error = error});
                });
        connect(delivery.get(), &Delivery::failed, this, [this, name](const Message &sent, const Core::Error &error) {
            report({.channel = name, .about = aboutOf(sent.changes), .error = error});
        });
        connect(delivery.get(), &Delivery::finished, this, [this] {
            if (--m_openDeliveries == 0)
                endTask();
        });
    }
    m_openDeliveries = int(m_deliveries.size());
    for (const auto &delivery : m_deliveries)
        delivery->start();
}

// Stored at once: what was accepted is not told again, whatever happens to this program.
void Teller::note(const QString &channelId, const QList<Change> &changes)
{
    if (changes.isEmpty()) // a test
        return;
    Told &told = m_told[channelId];
    for (const Change &change : changes) {
        if (change.now.kind == Kind::Well)
            told.remove(change.now.profileId);
        else
            told.insert(change.now.profileId, change.now.kind);
    }
    const QList<Channel> all = channelsIn(m_channels);
    m_told.removeIf([&all](const auto &one) { return std::ranges::find(all, one.key(), idOf) == all.end(); });
    if (const auto written = m_toldStore.write(m_told); !written)
        report({.about = aboutOf(changes), .error = written.error()});
}

void Teller::endTask()
{
    for (auto &delivery : m_deliveries)
        delivery.release()->deleteLater(); // one of them may have called
    m_deliveries.clear();
    m_lock.release();
    m_task.reset();
    startNext();
}

void Teller::ping(const QString &profileId, Sign sign)
{
    if (const auto pinging = m_pings.value(profileId)) {
        pinging->signs.append(sign);
        return;
    }
    const auto channels = m_channelStore.read();
    if (!channels)
        report({.channel = pingName, .error = channels.error()});
    if (!channels || !channels->ping(profileId))
        return settle();
    const auto pinging = std::make_shared<Pinging>();
    pinging->signs.append(sign);
    m_pings.insert(profileId, pinging);
    pingNext(profileId);
}

void Teller::pingNext(const QString &profileId)
{
    const auto end = [this, profileId](const std::optional<Core::Error> &error) {
        const auto pinging = m_pings.value(profileId);
        report({.channel = pingName, .about = profileId, .error = error});
        pinging->signs.removeFirst();
        if (!pinging->signs.isEmpty())
            return pingNext(profileId);
        m_pings.remove(profileId);
        settle();
    };
    readSecret(addressOf(Ping{.profileId = profileId}), m_means.environment, m_means.secrets, this,
               [this, profileId, end](const Core::Result<QString> &secret) {
                   const auto address = secret ? addressIn(*secret) : Core::Result<QUrl>(Core::propagate(secret));
                   if (!address)
                       return end(address.error());
                   const auto pinging = m_pings.value(profileId);
                   pinging->job.reset(
                       new SendWeb(network(), m_means.clock, pingRequest(*address, pinging->signs.first())));
                   connect(pinging->job.get(), &Net::Job::finished, this, [pinging = pinging.get(), end] {
                       const auto job = std::move(pinging->job);
                       end(job->result() ? std::nullopt : std::optional(job->result().error()));
                   });
                   pinging->job->start();
               });
}

void Teller::report(const Outcome &outcome)
{
    if (outcome.error) {
        // If even that fails, the outcome itself is all there is.
        std::ignore = m_failures.add({.at = m_means.clock.utcNow(),
                                      .channel = outcome.channel,
                                      .about = outcome.about,
                                      .error = *outcome.error});
    }
    Q_EMIT this->outcome(outcome);
}

void Teller::settle()
{
    if (std::exchange(m_settles, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_settles = false;
            if (isIdle())
                Q_EMIT idle();
        },
        Qt::QueuedConnection);
}

Message Teller::message(const Text &text, const QList<Change> &changes) const
{
    return {.id = Profiles::newId(), .at = m_means.clock.utcNow(), .text = text, .changes = changes};
}

QNetworkAccessManager &Teller::network()
{
    if (!m_network)
        m_network = Net::makeNetwork(m_means.proxy, m_means.environment);
    return *m_network;
}

} // namespace Notices
