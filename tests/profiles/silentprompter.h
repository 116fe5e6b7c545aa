#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>

using namespace Qt::StringLiterals;

// Replaces the desktop's password dialog (org.gnome.keyring.SystemPrompter), which a locked keyring calls, and does not
// respond: as if nobody were at the computer.
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

    // Responds to all earlier prompts with a refusal.
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
