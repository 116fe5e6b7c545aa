#pragma once

#include "net/operation.h"
#include "workiva/accepted.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace Workiva {

// What became of an accepted change.
struct OperationReport
{
    QString id;
    QString status; // as told: that it completed, in a result
    QString originalRequest; // what Workiva's support asks for
    QStringList details; // the service's remarks: "code: message (target)"

    friend bool operator==(const OperationReport &, const OperationReport &) = default;
};

// The cause of a TimedOut: when the timeout ended the operation had not.
struct StillUnderWay
{
    QString status; // the last word of the service; empty when none came

    friend bool operator==(const StillUnderWay &, const StillUnderWay &) = default;
};

// GET /operations/{id} at the service's own origin, again and again until the operation has ended: completed and
// succeeded are success, failed and cancelled are OperationFailed with the details, whatever their case. Any other word
// is no verdict: the operation is under way, and TimedOut names the word when `timeout` is used up, which leaves open
// what becomes of it.
//   Asks when the service said (Accepted), at once if it did not; then after 0.5 s, a second, and later and later up to
// 5 s; after Retry-After where that is longer. By the service's clock.
//   An answer that says nothing (404 or another refusal, an empty one, no JSON) is no verdict either: a new operation
// may not be known everywhere yet. It is the result only when nothing else came for 5 seconds. Bad credentials, no
// access and a way that does not lead to the service end the waiting with that error. Without an ID nothing is asked:
// OutcomeUnknown.
class AwaitOperation final : public Net::Operation<OperationReport>
{
    Q_OBJECT

public:
    AwaitOperation(Net::Service &service, Accepted accepted,
                   std::chrono::milliseconds timeout = std::chrono::minutes(10), QObject *parent = nullptr);

protected:
    [[nodiscard]] Net::Request request() const override;
    void run() override;
    void abort() override;
    void answered(const Core::Result<Net::Response> &response) override;
    [[nodiscard]] Core::Result<OperationReport> read(const Net::Response &response) override;

private:
    void askAfter(std::chrono::milliseconds wait);
    void askAgain(const Net::Response *response, std::chrono::milliseconds limit);
    void saysNothing(const Core::Error &error, const Net::Response *response);

    const Accepted m_accepted;
    const std::chrono::milliseconds m_timeout;
    std::chrono::milliseconds m_end{0}; // of the timeout, by the service's clock
    std::chrono::milliseconds m_wait; // before the next question, unless the service asks for more
    std::optional<std::chrono::milliseconds> m_silentSince; // the first of the answers in a row that say nothing
    QString m_status; // the last word
    std::unique_ptr<QObject> m_waiting; // context of the next question
};

} // namespace Workiva
