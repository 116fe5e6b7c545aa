#pragma once

#include "core/filelock.h"

#include <QLocalServer>

namespace App {

// One window per data folder: starting the program again brings the first window to the front. An operating-system lock
// in `lockFolder` decides which instance is first; it is released with its process. The others reach the first one
// through a socket; one left behind by a killed process does no harm.
class OneWindow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OneWindow)

public:
    explicit OneWindow(const QString &lockFolder);
    ~OneWindow() override;

    [[nodiscard]] static bool isRunning(const QString &lockFolder); // any instance; the folder need not exist
    [[nodiscard]] bool take(); // to be the first; false if another one is. The folder exists

    // Makes the first instance show its window and do `what` (one word). Waits some seconds for its response; false
    // without one.
    [[nodiscard]] bool call(const QString &what) const;

Q_SIGNALS:
    void called(const QString &what);

private:
    void hear();
    [[nodiscard]] bool callOnce(const QByteArray &line) const;

    const QString m_lock;
    const QString m_name; // of the socket
    Core::FileLock m_first;
    QLocalServer m_server;
};

} // namespace App
