#include "app/onewindow.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>

using namespace Qt::StringLiterals;

namespace App {

namespace {

constexpr int timeout = 5000; // ms
constexpr int pause = 50; // ms
constexpr qsizetype maxName = 90; // bytes: a socket's address has about 107 (unix(7)), and Qt temporarily adds to it
constexpr qint64 maxLine = 4096;
const QByteArray answer = "shown\n"_ba;
// Of the second start: without it the desktop does not bring a window to the front.
constexpr const char *activation = "XDG_ACTIVATION_TOKEN";

QString lockIn(const QString &folder)
{
    return QDir(folder).filePath(u"window.lock"_s);
}

QString nameFor(const QString &folder)
{
    const QString path = QDir(folder).absolutePath();
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    const QString name = u"workiva-writeback-"_s + QString::fromLatin1(hash);
#ifdef Q_OS_WIN
    return name; // of a named pipe
#else
    QString beside = QDir(path).filePath(u"window.socket"_s);
    if (QFile::encodeName(beside).size() <= maxName)
        return beside;
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return QDir(runtime.isEmpty() ? QDir::tempPath() : runtime).filePath(name);
#endif
}

} // namespace

OneWindow::OneWindow(const QString &lockFolder) : m_lock(lockIn(lockFolder)), m_name(nameFor(lockFolder))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &OneWindow::hear);
}

OneWindow::~OneWindow() = default;

bool OneWindow::isRunning(const QString &lockFolder)
{
    return Core::FileLock::isTaken(lockIn(lockFolder));
}

bool OneWindow::take()
{
    if (const auto taken = m_first.take(m_lock); !taken)
        return taken.error().kind != Core::ErrorKind::Busy; // without a lock there is no first instance to call either
    QLocalServer::removeServer(m_name); // left by an instance that no longer listens
    m_server.listen(m_name); // if it fails, others cannot call, and report it themselves
    return true;
}

bool OneWindow::call(const QString &what) const
{
    const QByteArray line = what.toUtf8() + ' ' + qgetenv(activation) + '\n';
    QElapsedTimer since;
    for (since.start(); since.elapsed() < timeout; QThread::msleep(pause)) { // it may have just started
        if (callOnce(line))
            return true;
    }
    return false;
}

bool OneWindow::callOnce(const QByteArray &line) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(timeout) || socket.write(line) != line.size())
        return false;
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(timeout))
            return false;
    }
    return socket.readLine() == answer;
}

void OneWindow::hear()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        const auto read = [this, socket] {
            if (!socket->canReadLine()) {
                if (socket->bytesAvailable() > maxLine)
                    socket->abort();
                return;
            }
            const QList<QByteArray> words = socket->readLine(maxLine).trimmed().split(' ');
            if (words.size() > 1)
                qputenv(activation, words[1]); // Qt uses it when the window is activated
            socket->write(answer);
            socket->flush();
            Q_EMIT called(QString::fromUtf8(words.first()));
        };
        connect(socket, &QLocalSocket::readyRead, this, read);
        read();
    }
}

} // namespace App
