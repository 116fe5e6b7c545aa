#include "ui/home/notifier.h"

#include "ui/look/applicationicon.h"

#include <QApplication>
#include <QSystemTrayIcon>
#include <QWidget>

#ifdef WRITEBACK_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#endif

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

#ifdef WRITEBACK_DBUS
QDBusMessage notification(const QString &title, const QString &text)
{
    const QString name = u"org.freedesktop.Notifications"_s;
    QDBusMessage message = QDBusMessage::createMethodCall(name, u"/org/freedesktop/Notifications"_s, name, u"Notify"_s);
    constexpr uint replacesNone = 0;
    constexpr int asLongAsUsual = -1;
    const QString icon = u"workiva-writeback"_s; // as installed
    message.setArguments({QApplication::applicationName(), replacesNone, icon, title, text, QStringList(),
                          QVariantMap{{u"desktop-entry"_s, icon}}, asLongAsUsual});
    return message;
}
#endif

} // namespace

Notifier::Notifier(QWidget *window) : QObject(window), m_window(window) { }

void Notifier::tell(const QString &title, const QString &text)
{
    QApplication::alert(m_window);
    if (!m_notifies)
        return;
#ifdef WRITEBACK_DBUS
    auto *answer =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(notification(title, text)), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, title, text] {
        answer->deleteLater();
        if (answer->isError())
            notifyByTray(title, text);
    });
#else
    notifyByTray(title, text);
#endif
}

void Notifier::notifyByTray(const QString &title, const QString &text)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    if (!m_tray)
        m_tray = new QSystemTrayIcon(applicationIcon(), this);
    m_tray->show(); // messages require a visible icon
    m_tray->showMessage(title, text);
}

} // namespace Ui
