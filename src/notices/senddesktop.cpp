#include "notices/senddesktop.h"

#include "core/redactor.h"
#include "notices/desktopfault.h"

#ifdef WRITEBACK_DBUS
#include "profiles/account.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFile>
#include <QUrl>

#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace Notices {

namespace {

const QString desktopService = u"org.freedesktop.Notifications"_s;

Core::Failure desktopFailure(Core::ErrorKind kind, DesktopFault::Step step, const QString &detail = {})
{
    const Core::Error error{.kind = kind, .subject = desktopService, .detail = detail, .cause = DesktopFault{step}};
    return Core::fail(Core::Redactor().cleaned(error));
}

} // namespace

#ifdef WRITEBACK_DBUS

namespace {

constexpr std::chrono::seconds desktopTimeout{20};

// Empty: there is none.
QString busAddress(const QProcessEnvironment &environment)
{
    if (QString address = environment.value(u"DBUS_SESSION_BUS_ADDRESS"_s); !address.isEmpty())
        return address;
    const QString usual = u"/run/user/%1"_s.arg(getuid());
    const QString socket = environment.value(u"XDG_RUNTIME_DIR"_s, usual) + u"/bus"_s;
    if (!QFile::exists(socket))
        return {};
    return u"unix:path="_s + QString::fromLatin1(QFile::encodeName(socket).toPercentEncoding("/", "~"));
}

// Empty: not the one file that the address is.
QString socketOf(const QString &address)
{
    const QString prefix = u"unix:path="_s;
    if (!address.startsWith(prefix) || address.contains(u';'))
        return {};
    return QUrl::fromPercentEncoding(address.sliced(prefix.size()).section(u',', 0, 0).toLatin1());
}

Core::ErrorKind kindOf(const QDBusError &error)
{
    switch (error.type()) {
    case QDBusError::ServiceUnknown: return Core::ErrorKind::NotFound;
    case QDBusError::NoReply: // it ended before
    case QDBusError::Disconnected: return Core::ErrorKind::ConnectionLost;
    case QDBusError::Timeout:
    case QDBusError::TimedOut: return Core::ErrorKind::TimedOut; // also that it did not start in time
    case QDBusError::InvalidSignature: return Core::ErrorKind::BadReply;
    default: break;
    }
    const bool isNobody = error.name() == "org.freedesktop.DBus.Error.NameHasNoOwner"_L1
        || error.name().startsWith("org.freedesktop.DBus.Error.Spawn."_L1); // it could not be started
    return isNobody ? Core::ErrorKind::NotFound : Core::ErrorKind::Rejected;
}

QString detailOf(const QDBusError &error)
{
    return error.name() + u": "_s + error.message();
}

QDBusMessage messageFor(const Notification &notification)
{
    QDBusMessage message = QDBusMessage::createMethodCall(desktopService, u"/org/freedesktop/Notifications"_s,
                                                          desktopService, u"Notify"_s);
    constexpr uint replacesNone = 0;
    constexpr int asLongAsUsual = -1;
    constexpr int untilClosed = 0;
    const QString entry = u"workiva-writeback"_s; // also the name of its icon, as installed
    message.setArguments({QCoreApplication::applicationName(), replacesNone, entry, notification.summary,
                          notification.body, QStringList(), QVariantMap{{u"desktop-entry"_s, entry}},
                          notification.stays ? untilClosed : asLongAsUsual});
    return message;
}

} // namespace

// Not QDBusConnection::sessionBus(): that would look into the environment of this program alone.
struct SendDesktop::Bus
{
    explicit Bus(const QString &address) : connection(QDBusConnection::connectToBus(address, name)) { }
    ~Bus() { QDBusConnection::disconnectFromBus(name); }
    Q_DISABLE_COPY_MOVE(Bus)

    const QString name = Profiles::newId();
    const QDBusConnection connection;
};

Core::Result<void> desktopIsOffered()
{
    return {};
}

void SendDesktop::run()
{
    const QString address = busAddress(m_environment);
    if (address.isEmpty())
        return finishWith(desktopFailure(Core::ErrorKind::NoNetwork, DesktopFault::Step::Bus));
    m_clock.callAfter(desktopTimeout, this, [this] {
        finishWith(
            desktopFailure(Core::ErrorKind::TimedOut, m_bus ? DesktopFault::Step::Service : DesktopFault::Step::Bus));
        abort();
    });
    const QString socket = socketOf(address);
    if (socket.isEmpty())
        return notify(address);
    connect(&m_probe, &QLocalSocket::connected, this, [this] { m_probe.write("\0AUTH\r\n"_ba); });
    connect(&m_probe, &QLocalSocket::readyRead, this, [this, address] {
        m_probe.disconnect(this);
        m_probe.abort();
        notify(address);
    });
    connect(&m_probe, &QLocalSocket::errorOccurred, this, [this] {
        finishWith(desktopFailure(Core::ErrorKind::NoNetwork, DesktopFault::Step::Bus, m_probe.errorString()));
    });
    m_probe.connectToServer(socket);
}

void SendDesktop::notify(const QString &address)
{
    m_bus = std::make_unique<Bus>(address);
    const QDBusConnection &bus = m_bus->connection;
    if (!bus.isConnected())
        return finishWith(
            desktopFailure(Core::ErrorKind::NoNetwork, DesktopFault::Step::Bus, detailOf(bus.lastError())));
    const auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(messageFor(m_notification)), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *answered) {
        const QDBusPendingReply<uint> reply = *answered;
        if (reply.isError())
            return finishWith(
                desktopFailure(kindOf(reply.error()), DesktopFault::Step::Service, detailOf(reply.error())));
        if (reply.value() == 0) // no ID, as the specification says
            return finishWith(desktopFailure(Core::ErrorKind::BadReply, DesktopFault::Step::Service));
        finishWith(QList<Core::Error>());
    });
}

#else

struct SendDesktop::Bus
{
};

Core::Result<void> desktopIsOffered()
{
    return desktopFailure(Core::ErrorKind::InvalidInput, DesktopFault::Step::System);
}

void SendDesktop::run()
{
    finishWith(Core::propagate(desktopIsOffered()));
}

void SendDesktop::notify(const QString & /*address*/) { }

#endif

SendDesktop::SendDesktop(Core::Clock &clock, Notification notification, const QProcessEnvironment &environment,
                         QObject *parent)
    : SendJob(parent), m_clock(clock), m_notification(std::move(notification)), m_environment(environment)
{
}

SendDesktop::~SendDesktop()
{
    disconnect();
    m_probe.disconnect(this);
}

void SendDesktop::abort()
{
    m_probe.disconnect(this);
    m_probe.abort();
    m_bus.reset();
}

} // namespace Notices
