#pragma once

#include "net/operation.h"
#include "workiva/accepted.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace Workiva {

// The outcome of an accepted change.
struct OperationReport
{
    QString id;
    QString status; // as reported; in a result it means completed
    QString originalRequest; // requested by Workiva's support
    QStringList details; // the service's remarks: "code: message (target)"

    friend bool operator==(const OperationReport &, const OperationReport &) = default;
};

// The cause of a TimedOut: the operation had not ended within the timeout.
struct StillUnderWay
{
    QString status; // the last one reported; empty if there was none

    friend bool operator==(const StillUnderWay &, const StillUnderWay &) = default;
};

// Polls GET /operations/{id} at the service's own origin until the operation has ended: completed and succeeded are
// success, failed and cancelled are OperationFailed with the details, regardless of case. Any other status counts as
// under way; if `timeout` expires, TimedOut has the last status, and the outcome is open.
//   Polls when the service specified (Accepted), otherwise at once; then after 0.5 s, 1 s, and growing intervals up to
// 5 s, or after Retry-After if that is longer. Times are by the service's clock.
//   A response without information (404 or another rejection, empty, not JSON) counts as under way too: a new operation
// may not be known everywhere yet. It becomes the result if there was nothing else for 5 seconds. Bad credentials, no
// access and connection errors end the job with that error. Without an ID nothing is requested: OutcomeUnknown.
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
    void pollAfter(std::chrono::milliseconds wait);
    void pollAgain(const Net::Response *response, std::chrono::milliseconds limit);
    void saysNothing(const Core::Error &error, const Net::Response *response);

    const Accepted m_accepted;
    const std::chrono::milliseconds m_timeout;
    std::chrono::milliseconds m_end{0}; // when the timeout expires, by the service's clock
    std::chrono::milliseconds m_wait; // before the next poll, unless the service requests more
    std::optional<std::chrono::milliseconds> m_silentSince; // since when all responses were without information
    QString m_status; // the last one reported
    std::unique_ptr<QObject> m_waiting; // context of the next poll
};

} // namespace Workiva
