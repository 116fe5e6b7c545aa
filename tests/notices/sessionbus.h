#pragma once

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace Support {

using namespace Qt::StringLiterals;

// A session bus of its own. It has the socket "bus" in its folder, and starts no services but those put there.
class SessionBus
{
public:
    SessionBus()
    {
        const QString path = file(u"bus.conf"_s,
                                  u"<busconfig><type>session</type><listen>unix:path=%1/bus</listen>"
                                  "<servicedir>%1</servicedir><policy context=\"default\">"
                                  "<allow send_destination=\"*\"/><allow eavesdrop=\"true\"/>"
                                  "<allow own=\"*\"/></policy>"
                                  "</busconfig>"_s.arg(m_folder.path()));
        m_process.start(u"dbus-daemon"_s, {u"--nofork"_s, u"--print-address"_s, u"--config-file="_s + path});
        if (QTest::qWaitFor([this] { return m_process.canReadLine(); }, 20'000))
            m_address = QString::fromLatin1(m_process.readLine().trimmed());
    }
    ~SessionBus() { end(); }
    Q_DISABLE_COPY_MOVE(SessionBus)

    [[nodiscard]] QString address() const { return m_address; } // empty: it did not start
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    // Whoever calls the name makes the bus start the program.
    void install(const QString &name, const QString &program)
    {
        file(name + u".service"_s, u"[D-BUS Service]\nName=%1\nExec=%2\n"_s.arg(name, program));
    }

    void end()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QString file(const QString &name, const QString &text) // its path
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text.toUtf8());
        return file.fileName();
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_address;
};

// Stands for a desktop's service of notifications; from the event loop of the test.
class NotificationService final : public QDBusVirtualObject
{
public:
    enum class Answer { Id, NoId, AnotherType, Error, None };

    explicit NotificationService(const SessionBus &bus)
        : m_bus(QDBusConnection::connectToBus(bus.address(), u"notification service"_s))
    {
    }
    ~NotificationService() override { leave(); }
    Q_DISABLE_COPY_MOVE(NotificationService)

    [[nodiscard]] bool take()
    {
        return m_bus.registerVirtualObject(u"/org/freedesktop/Notifications"_s, this)
            && m_bus.registerService(u"org.freedesktop.Notifications"_s);
    }

    void leave() // the bus
    {
        QDBusConnection::disconnectFromBus(m_bus.name());
        m_bus = QDBusConnection(QString()); // the last one that keeps it open
    }

    void answer(Answer answer) { m_answer = answer; }

    // What was shown, with the arguments of Notify in their order.
    [[nodiscard]] const QList<QVariantList> &shown() const { return m_shown; }
    [[nodiscard]] QString summary(int index) const { return m_shown.value(index).value(3).toString(); }

    [[nodiscard]] int connections() const // of programs to the bus
    {
        const QStringList names = m_bus.interface()->registeredServiceNames().value();
        return int(names.filter(u":"_s).size()); // unique names
    }

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        if (message.member() != "Notify"_L1 || message.signature() != "susssasa{sv}i"_L1)
            return false;
        m_shown.append(message.arguments());
        switch (m_answer) {
        case Answer::Id: return bus.send(message.createReply(uint(m_shown.size())));
        case Answer::NoId: return bus.send(message.createReply(0U));
        case Answer::AnotherType: return bus.send(message.createReply(u"1"_s));
        case Answer::Error:
            return bus.send(
                message.createErrorReply(u"org.example.Error.Full"_s, u"Authorization: Bearer abcdefghijkl"_s));
        case Answer::None: message.setDelayedReply(true); return true;
        }
        return false;
    }

    QString introspect(const QString &) const override { return {}; }

private:
    QDBusConnection m_bus;
    Answer m_answer = Answer::Id;
    QList<QVariantList> m_shown;
};

} // namespace Support
