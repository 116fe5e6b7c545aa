#pragma once

#include "core/clock.h"
#include "notices/notification.h"
#include "notices/sendjob.h"

#include <QFutureWatcher>
#include <QProcessEnvironment>

#include <memory>

namespace Notices {

// Whether this program shows notifications on this operating system: where desktops follow freedesktop.org. Otherwise
// InvalidInput with the cause DesktopFault.
[[nodiscard]] Core::Result<void> desktopIsOffered();

// Shows a notification on the user's desktop (org.freedesktop.Notifications, Desktop Notifications Specification 1.2),
// and succeeds once the desktop's service has given it an ID. The session bus is the one of the environment's
// DBUS_SESSION_BUS_ADDRESS, otherwise the user's own in XDG_RUNTIME_DIR or /run/user, for programs that no session
// started. It is connected to on a thread of the pool, which a bus that hangs keeps for the 25 s of libdbus; none is
// started. Every error has a DesktopFault as cause: NoNetwork without a bus, NotFound if nothing there shows
// notifications, Rejected, ConnectionLost, BadReply, TimedOut after 20 s. Borrows the clock.
class SendDesktop final : public SendJob
{
    Q_OBJECT

public:
    SendDesktop(Core::Clock &clock, Notification notification, const QProcessEnvironment &environment,
                QObject *parent = nullptr);
    ~SendDesktop() override;

protected:
    void run() override;
    void abort() override;

private:
    struct Bus;

    void notify(const Bus &bus);

    Core::Clock &m_clock;
    const Notification m_notification;
    const QProcessEnvironment m_environment;
    QFutureWatcher<std::shared_ptr<Bus>> m_connecting; // its result is the connection, which ends with it
};

} // namespace Notices
