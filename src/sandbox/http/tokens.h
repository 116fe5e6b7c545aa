#pragma once

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <chrono>

namespace Core {
class Clock;
}

namespace Sandbox {

// The bearer tokens issued by one service. They look like a JWT, because official clients read `exp`, but are not
// signed. One thread.
class Tokens
{
public:
    Tokens(QString issuer, std::chrono::seconds life, const Core::Clock &clock);

    enum class Standing {
        Good,
        Missing, // no bearer token
        Foreign, // issued by the other service: a secret went to the wrong host
        Unknown,
        Expired,
    };

    struct Grant
    {
        Standing standing = Standing::Missing;
        QStringList scopes;
    };

    [[nodiscard]] QByteArray issue(const QStringList &scopes);
    [[nodiscard]] Grant check(const QByteArray &authorization) const; // the value of the Authorization header
    [[nodiscard]] std::chrono::seconds life() const { return m_life; }

private:
    struct Issued
    {
        std::chrono::milliseconds until;
        QStringList scopes;
    };

    QString m_issuer;
    std::chrono::seconds m_life;
    const Core::Clock &m_clock;
    QHash<QByteArray, Issued> m_issued;
};

} // namespace Sandbox
