#pragma once

#include "core/filelock.h"

#include <QLocalServer>

namespace App {

// One window for each data folder: whoever starts the program again has the first one come to the front. Who is first
// is decided by a lock of the operating system's in `lockFolder`, which goes with its process; the others reach it
// through a socket, and one that a killed process left behind is no hindrance.
class OneWindow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OneWindow)

public:
    explicit OneWindow(const QString &lockFolder);
    ~OneWindow() override;

    [[nodiscard]] static bool isThere(const QString &lockFolder); // some window; the folder need not be there
    [[nodiscard]] bool take(); // to be the first; false when another is, or was faster. The folder is there

    // Has the first one show itself, and do `what` (one word). Waits for its answer some seconds; false without one.
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
