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
    QStringList scopes{}; // as granted, in lower case; empty if not reported
    bool scopesUnclear = false; // reported in an unknown form, so that none is known to be missing
    std::chrono::seconds life{0}; // expires_in; 0 if not reported: valid until rejected
    QString customer{}; // the grant's owner, if reported
    QString userId{}; // the user it acts as, if reported
    QString role{}; // of that user, if reported
};

// Keeps one service's token valid. Concurrent callers share one request. A token is renewed before it expires (when
// less than a minute, or a tenth of its lifetime, is left), and once when the service rejects it. One thread.
class TokenSource final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TokenSource)

public:
    using Fetch = std::function<std::unique_ptr<JobWith<Token>>()>;
    using Answer = std::function<void(const Core::Result<Token> &)>;

    TokenSource(Fetch fetch, Core::Clock &clock);
    ~TokenSource() override;

    // Is notified of each new token before the waiting callers are.
    void setListener(std::function<void(const Token &)> listener);

    // Calls `answer` from the event loop, unless `context` is destroyed before. An error goes to all waiting callers;
    // the next call tries again.
    void get(QObject *context, Answer answer);

    // The service rejected this token: the next get() requests another one, unless that has happened already.
    void refused(const QByteArray &token);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Net
