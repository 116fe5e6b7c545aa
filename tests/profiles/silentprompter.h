#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>

using namespace Qt::StringLiterals;

// Stands where the desktop's window for passwords would be (org.gnome.keyring.SystemPrompter), is asked by a locked
// keyring, and says nothing: as when nobody sits at the machine.
class SilentPrompter final : public QDBusVirtualObject
{
    Q_OBJECT

public:
    [[nodiscard]] bool take()
    {
        return m_bus.registerVirtualObject(u"/org/gnome/keyring/Prompter"_s, this)
            && m_bus.registerService(u"org.gnome.keyring.SystemPrompter"_s);
    }

    [[nodiscard]] int questions() const { return int(m_questions.size()); }

    // Answers what was asked so far, at last: with a refusal.
    void refuse()
    {
        for (const QDBusMessage &question : std::as_const(m_questions))
            m_bus.send(question.createErrorReply(QDBusError::AccessDenied, u"refused"_s));
    }

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &) override
    {
        message.setDelayedReply(true);
        m_questions.append(message);
        return true;
    }

    QString introspect(const QString &) const override { return {}; }

private:
    QDBusConnection m_bus = QDBusConnection::sessionBus();
    QList<QDBusMessage> m_questions;
};
