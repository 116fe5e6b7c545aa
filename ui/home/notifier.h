#pragma once

#include <QObject>

class QSystemTrayIcon;
class QWidget;

namespace Ui {

// Tells what has happened to a user who is elsewhere: by a notification of the desktop (org.freedesktop.Notifications,
// Desktop Notifications Specification 1.2) where there is one, by the tray otherwise. Belongs to its window, which is
// marked in the task bar, too.
class Notifier final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Notifier)

public:
    explicit Notifier(QWidget *window);

    void tell(const QString &title, const QString &text);

private:
    void tellByTray(const QString &title, const QString &text);

    QWidget *m_window;
    QSystemTrayIcon *m_tray = nullptr; // made with the first message
};

} // namespace Ui
