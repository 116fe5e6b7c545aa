#pragma once

#include <QObject>

class QSystemTrayIcon;
class QWidget;

namespace Ui {

// Notifies a user who is elsewhere: by a desktop notification (org.freedesktop.Notifications, Desktop Notifications
// Specification 1.2), otherwise by the tray icon. Belongs to its window, which is also marked in the task bar.
class Notifier final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Notifier)

public:
    explicit Notifier(QWidget *window);

    void setNotifies(bool notifies) { m_notifies = notifies; } // otherwise only the task bar is marked
    void tell(const QString &title, const QString &text);

private:
    void notifyByTray(const QString &title, const QString &text);

    QWidget *m_window;
    bool m_notifies = true;
    QSystemTrayIcon *m_tray = nullptr; // created with the first message
};

} // namespace Ui
