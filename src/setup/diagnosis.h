#pragma once

#include "setup/catalogue.h"

#include <QHostInfo>

#include <optional>

namespace Setup {

// The links of the chain from this computer to the cells of a writeback, each of which needs those before it.
enum class Link {
    DataFolder, // keeps the history; of no service, as are the next two; see Runs::Doctor
    Account,
    Secrets, // in the keychain, or wherever they are kept
    Name, // the host is found: the service's, or that of the proxy
    Proxy, // it lets requests through
    Connection, // the service answers
    Certificate, // it is who it claims to be
    SignIn, // it accepts the client ID and secret
    Scopes, // of the grant
    Clock, // this computer's agrees with the service's
    ReadDataSet,
    ReadSpreadsheet,
    ReadSheet, // it is in the spreadsheet, and its cells can be read
    WriteSheet, // neither spreadsheet nor sheet is locked; whether a write is accepted, only a write can tell
    Scheduler, // of this computer, has the schedule as it is saved; of no service; see Runs::Doctor
};
inline constexpr Link lastLink = Link::Scheduler;

[[nodiscard]] QString name(Link link); // "certificate"

// What was found of a link.
struct Examined
{
    enum class State {
        Sound,
        Broken,
        NotReached, // because one before it is broken
        NotThere, // no proxy, no encryption; the service does not send its time, or a lock that nobody knows
    };

    Core::Service service = Core::Service::None;
    Link link{};
    State state = State::NotReached;
    std::optional<Core::Error> error{}; // if it is broken; none: its kind says all
    QString detail{}; // the host, or the names of what was found; in seconds, how far the service's clock is ahead;
                      // the service's word for the lock of a sheet that may be written, if it has one

    friend bool operator==(const Examined &, const Examined &) = default;
};

inline constexpr std::chrono::seconds maxClockDifference = std::chrono::minutes(5); // tokens live for some minutes more

// Examines the way to both services, with the requests that the wizard makes: it writes nothing. Each service's links
// are examined until one is broken. One thread.
class Diagnosis final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Diagnosis)

public:
    struct Target // of a writeback
    {
        QString dataSetId;
        SheetPlace place;
    };

    // Without a target, the way ends at the clocks.
    Diagnosis(const Logins &logins, const Core::ProxyChoice &proxy, std::optional<Target> target,
              QObject *parent = nullptr);
    ~Diagnosis() override; // stops it

    void start(); // once

    // Those of Domo, then those of Workiva, each in the order of Link.
    [[nodiscard]] const QList<Examined> &links() const { return m_links; }

Q_SIGNALS:
    void finished(); // once, from the event loop

private:
    void examine(Core::Service service);
    void signIn(Core::Service service);
    void readDataSet();
    void readSpreadsheet();
    void readSheet(const Spreadsheet &spreadsheet);
    void set(Core::Service service, Link link, Examined::State state, const QString &detail = {});
    void setBroken(Core::Service service, Link link, const std::optional<Core::Error> &error,
                   const QString &detail = {});
    void setUpTo(Core::Service service, Link link); // sound, if they are there
    [[nodiscard]] Examined &at(Core::Service service, Link link);
    void end(); // of a service

    Catalogue m_catalogue;
    const std::optional<Target> m_target;
    QList<Examined> m_links;
    QList<int> m_lookups; // under way
    int m_open = 2; // services
};

} // namespace Setup
