#pragma once

#include "core/filelock.h"
#include "notices/channels.h"
#include "notices/failurelog.h"
#include "notices/means.h"
#include "notices/told.h"
#include "notices/webbody.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

class QNetworkAccessManager;

namespace Notices {

class Delivery;

// How an attempt to tell somebody ended.
struct Outcome
{
    QString channel{}; // its name; empty: it concerns all of them
    QString about{}; // names of writebacks; empty: a test
    std::optional<Core::Error> error{}; // none: it was accepted

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

// Tells people elsewhere in what condition saved writebacks are. Each channel is told of changes alone, by comparison
// with what it was told last (see untold()), which only counts once it was accepted. So whatever a channel misses, it
// is told with the next call, unless it has ended by then; and one that is told is not told again. While two programs
// tell, one waits for the other. If what was told last cannot be read or stored, everything that is not well is told:
// better twice than never.
//   Does not block. All of it is bounded in time: a minute for a mail, less for a web address, two for another program.
// Destroying it stops what is under way; that is then told the next time. Failures are kept in the FailureLog. Used on
// the thread that created it.
class Teller final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Teller)

public:
    explicit Teller(Means means, QObject *parent = nullptr);
    ~Teller() override;

    // The conditions that are known now, of any writebacks, well or not. Those of a group are told in one message.
    void tell(const QList<Condition> &conditions);

    // Tells the profile's dead man's switch, if it has one, of a run; those of one profile arrive in order.
    void ping(const QString &profileId, Sign sign);

    void test(); // sends a test to every channel that takes notices

    [[nodiscard]] bool isIdle() const;

Q_SIGNALS:
    void outcome(const Notices::Outcome &outcome);
    void idle(); // after each of the calls above, once everything that was asked for has ended

private:
    struct Task
    {
        bool isTest = false;
        QList<Condition> conditions{};
    };
    struct Pinging;

    void startNext();
    void takeLock();
    void compare();
    void deliver(const QList<std::pair<QString, QList<Message>>> &messages);
    void note(const QString &channelId, const QList<Change> &changes);
    void endTask();
    void pingNext(const QString &profileId);
    void report(const Outcome &outcome);
    void settle();
    [[nodiscard]] Message message(const Text &text, const QList<Change> &changes) const;
    [[nodiscard]] QNetworkAccessManager &network();

    const Means m_means;
    const ChannelStore m_channelStore;
    const ToldStore m_toldStore;
    const FailureLog m_failures;
    std::unique_ptr<QNetworkAccessManager> m_network; // with the first request

    QList<Task> m_tasks; // that wait
    std::optional<Task> m_task; // under way
    Channels m_channels; // of that task
    QHash<QString, Told> m_told; // likewise
    Core::FileLock m_lock;
    std::chrono::milliseconds m_lockWanted{0}; // since when
    std::vector<std::unique_ptr<Delivery>> m_deliveries;
    int m_openDeliveries = 0;

    QHash<QString, std::shared_ptr<Pinging>> m_pings; // by profile, under way
    bool m_settles = false;
};

} // namespace Notices
