#pragma once

#include "net/operation.h"
#include "workiva/accepted.h"

#include <QStringList>

#include <memory>

namespace Workiva {

// What became of an accepted change.
struct OperationReport
{
    QString id;
    QString status; // always "completed" in a result
    QString originalRequest; // what Workiva's support asks for
    QStringList details; // the service's remarks: "code: message (target)"

    friend bool operator==(const OperationReport &, const OperationReport &) = default;
};

// GET /operations/{id}, again and again until the operation has ended. Waits as the service asks (Accepted, then
// Retry-After), else a second, by the service's clock. failed and cancelled are OperationFailed with the details;
// TimedOut when `patience` is used up, which leaves open what becomes of the operation.
class AwaitOperation final : public Net::Operation<OperationReport>
{
    Q_OBJECT

public:
    AwaitOperation(Net::Service &service, Accepted accepted,
                   std::chrono::milliseconds patience = std::chrono::minutes(10), QObject *parent = nullptr);

protected:
    [[nodiscard]] Net::Request request() const override;
    void run() override;
    void abort() override;
    void answered(const Core::Result<Net::Response> &response) override;
    [[nodiscard]] Core::Result<OperationReport> read(const Net::Response &response) override;
    [[nodiscard]] Core::Error failed(Core::Error error) const override;

private:
    void askAfter(std::chrono::milliseconds wait);

    const Accepted m_accepted;
    const std::chrono::milliseconds m_patience;
    std::chrono::milliseconds m_end{0}; // of the patience, by the service's clock
    std::unique_ptr<QObject> m_wait; // context of the next question
};

} // namespace Workiva
