#include "net/tokensource.h"

#include "core/clock.h"
#include "net/laterptr.h"

#include <QPointer>

#include <optional>
#include <utility>
#include <vector>

namespace Net {

using std::chrono::milliseconds;

class TokenSource::Private
{
public:
    struct Waiter
    {
        QPointer<QObject> context;
        Answer answer;
    };

    Private(Fetch how, Core::Clock &time) : fetch(std::move(how)), clock(time) { }

    [[nodiscard]] bool isFresh() const { return token && (!expires || clock.elapsed() < *expires); }
    void keep(const Token &fetched)
    {
        token = fetched;
        if (listener)
            listener(fetched);
        expires.reset();
        if (fetched.life.count() > 0) {
            const milliseconds life = fetched.life;
            expires = asked + life - std::min(milliseconds(60'000), life / 10);
        }
    }

    Fetch fetch;
    std::function<void(const Token &)> listener;
    Core::Clock &clock;
    std::optional<Token> token;
    std::optional<milliseconds> expires; // when to renew it
    milliseconds asked{0}; // the lifetime counts from the request, to be on the safe side
    LaterPtr<JobWith<Token>> job;
    std::vector<Waiter> waiters;
};

TokenSource::TokenSource(Fetch fetch, Core::Clock &clock) : d(std::make_unique<Private>(std::move(fetch), clock)) { }

TokenSource::~TokenSource() = default;

void TokenSource::setListener(std::function<void(const Token &)> listener)
{
    d->listener = std::move(listener);
}

void TokenSource::get(QObject *context, Answer answer)
{
    if (!d->job && d->isFresh()) {
        QMetaObject::invokeMethod(
            context, [answer = std::move(answer), token = *d->token] { answer(token); }, Qt::QueuedConnection);
        return;
    }
    d->waiters.push_back({context, std::move(answer)});
    if (d->job)
        return;
    d->asked = d->clock.elapsed();
    d->job = d->fetch();
    connect(d->job.get(), &Job::finished, this, [this] {
        const auto done = std::move(d->job);
        const Core::Result<Token> result = done->result();
        if (result)
            d->keep(*result);
        // A callback may request another token, or destroy other waiters or this object.
        for (const auto waiters = std::exchange(d->waiters, {}); const auto &waiter : waiters) {
            if (waiter.context)
                waiter.answer(result);
        }
    });
    d->job->start();
}

void TokenSource::refused(const QByteArray &token)
{
    if (d->token && d->token->value == token)
        d->token.reset();
}

} // namespace Net
