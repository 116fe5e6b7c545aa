#pragma once

#include "sandbox/quirks.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>

namespace Core {
class Clock;
}

namespace Sandbox {

// The long-running operations of the Workiva side. An operation is applied after a delay, or at once without one; it
// fails if its work returns a failure. A late one first fails, and is applied and completed afterwards. One thread.
class Operations final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Operations)

public:
    struct Failure
    {
        QString code;
        QString message;
        QString target;
    };
    using Work = std::function<std::optional<Failure>()>;

    Operations(std::chrono::milliseconds time, Core::Clock &clock, QObject *parent = nullptr);
    ~Operations() override = default;

    QString begin(const QString &sheetId, Work work, bool late = false); // its ID
    [[nodiscard]] bool isBusy(const QString &sheetId) const; // an operation of the sheet has not been applied yet
    [[nodiscard]] std::optional<QJsonObject> find(const QString &id) const; // as in the contract
    [[nodiscard]] int pending() const { return m_pending; } // not applied yet
    [[nodiscard]] int secondsLeft(const QString &id) const; // for Retry-After, rounded to seconds

private:
    struct Operation
    {
        QString sheetId;
        QString originalRequest;
        QDateTime created;
        QDateTime updated;
        std::chrono::milliseconds due{};
        bool isDone = false;
        std::optional<Failure> failure;
    };

    void finish(const QString &id, std::optional<Failure> failure);

    std::chrono::milliseconds m_time;
    Core::Clock &m_clock;
    QHash<QString, Operation> m_operations;
    int m_pending = 0;
};

// An operation's status in the notation of a quirk.
[[nodiscard]] QString statusIn(Quirks::OperationWords words, const QString &status);

// {"user": {"id": …}, "dateTime": …}, as the contract's Action.
[[nodiscard]] QJsonObject action(const QDateTime &when);

} // namespace Sandbox
