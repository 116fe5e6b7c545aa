#pragma once

#include "core/clock.h"
#include "notices/notification.h"
#include "notices/sendjob.h"

#include <QLocalSocket>
#include <QProcessEnvironment>

#include <memory>

namespace Notices {

// Whether this program shows notifications on this operating system: where desktops follow freedesktop.org. Otherwise
// InvalidInput with the cause DesktopFault.
[[nodiscard]] Core::Result<void> desktopIsOffered();

// Shows a notification on the user's desktop (org.freedesktop.Notifications, Desktop Notifications Specification 1.2),
// and succeeds once the desktop's service has given it an ID. The session bus is the one of the environment's
// DBUS_SESSION_BUS_ADDRESS, otherwise the user's own in XDG_RUNTIME_DIR or /run/user, for programs that no session
// started; none is started. libdbus waits for a bus without an end, so one with a socket in a folder is first asked
// whether it answers. Every error has a DesktopFault as cause: NoNetwork without a bus, NotFound if nothing there shows
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

    void notify(const QString &address);

    Core::Clock &m_clock;
    const Notification m_notification;
    const QProcessEnvironment m_environment;
    QLocalSocket m_probe;
    std::unique_ptr<Bus> m_bus;
};

} // namespace Notices
