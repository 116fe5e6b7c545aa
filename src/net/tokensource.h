#pragma once

#include "net/job.h"

#include <QByteArray>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>

namespace Core {
class Clock;
}

namespace Net {

struct Token
{
    QByteArray value{}; // never logged
    QStringList scopes{}; // as granted, in small letters; empty when the service does not tell
    bool scopesUnclear = false; // told in a form that is not this service's, so that none is known to be missing
    std::chrono::seconds life{0}; // expires_in; 0 when the service does not tell: good until refused
    QString customer{}; // who the grant belongs to, where the service tells
};

// Keeps one service's token fresh. Concurrent askers share one request; a token is renewed before it expires (when less
// than a minute, or a tenth of its life, is left), and once when the service refuses it. One thread.
class TokenSource final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TokenSource)

public:
    using Fetch = std::function<std::unique_ptr<JobWith<Token>>()>;
    using Answer = std::function<void(const Core::Result<Token> &)>;

    TokenSource(Fetch fetch, Core::Clock &clock);
    ~TokenSource() override;

    // Hears of each token that comes, before those who asked do.
    void setListener(std::function<void(const Token &)> listener);

    // Calls `answer` from the event loop, unless `context` is destroyed before. An error goes to all who wait, and the
    // next asker tries again.
    void get(QObject *context, Answer answer);

    // The service refused this token: the next get() fetches another, unless that has happened already.
    void refused(const QByteArray &token);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Net
