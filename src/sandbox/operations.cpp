#include "sandbox/operations.h"

#include "core/clock.h"
#include "sandbox/fault.h"
#include "sandbox/ids.h"

#include <QJsonArray>
#include <QUuid>

#include <algorithm>

namespace Sandbox {

Operations::Operations(std::chrono::milliseconds time, Core::Clock &clock, QObject *parent)
    : QObject(parent), m_time(time), m_clock(clock)
{
}

QString Operations::begin(const QString &sheetId, Work work, bool late)
{
    const QString id = newHexId();
    Operation &operation = m_operations[id];
    operation.sheetId = sheetId;
    operation.originalRequest = QUuid::createUuid().toString(QUuid::WithoutBraces);
    operation.created = operation.updated = m_clock.utcNow();
    operation.due = m_clock.elapsed() + m_time;
    ++m_pending;
    const auto carryOut = [this, id, work = std::move(work)] {
        --m_pending;
        finish(id, work());
    };
    const auto fail = [this, id, carryOut] {
        finish(id, Failure{QStringLiteral("internalError"), QStringLiteral("The operation failed"), {}});
        m_clock.callAfter(lateness, this, carryOut);
    };
    const std::function<void()> whenDue = late ? std::function<void()>(fail) : carryOut;
    if (m_time.count() == 0)
        whenDue();
    else
        m_clock.callAfter(m_time, this, whenDue);
    return id;
}

void Operations::finish(const QString &id, std::optional<Failure> failure)
{
    Operation &done = m_operations[id];
    done.failure = std::move(failure);
    done.isDone = true;
    done.updated = m_clock.utcNow();
}

bool Operations::isBusy(const QString &sheetId) const
{
    return std::ranges::any_of(m_operations,
                               [&sheetId](const Operation &one) { return one.sheetId == sheetId && !one.isDone; });
}

std::optional<QJsonObject> Operations::find(const QString &id) const
{
    const auto found = m_operations.constFind(id);
    if (found == m_operations.cend())
        return std::nullopt;
    const bool failed = found->failure.has_value();
    QJsonArray details;
    if (failed)
        details.append(QJsonObject{{QStringLiteral("code"), found->failure->code},
                                   {QStringLiteral("message"), found->failure->message},
                                   {QStringLiteral("target"), found->failure->target}});
    const QString status = !found->isDone ? QStringLiteral("started")
        : failed                          ? QStringLiteral("failed")
                                          : QStringLiteral("completed");
    return QJsonObject{{QStringLiteral("id"), id},
                       {QStringLiteral("status"), status},
                       {QStringLiteral("created"), action(found->created)},
                       {QStringLiteral("updated"), action(found->updated)},
                       {QStringLiteral("details"), details},
                       {QStringLiteral("originalRequest"), found->originalRequest},
                       {QStringLiteral("resourceUrl"), QJsonValue()}};
}

int Operations::secondsLeft(const QString &id) const
{
    const auto found = m_operations.constFind(id);
    if (found == m_operations.cend() || found->isDone)
        return 0;
    const auto left = found->due - m_clock.elapsed();
    return int(std::max<qint64>(0, (left.count() + 500) / 1000));
}

QString statusIn(Quirks::OperationWords words, const QString &status)
{
    static const QHash<QString, QString> others{{QStringLiteral("started"), QStringLiteral("in_progress")},
                                                {QStringLiteral("completed"), QStringLiteral("succeeded")}};
    switch (words) {
    case Quirks::OperationWords::Capitals: return status.toUpper();
    case Quirks::OperationWords::Other: return others.value(status, status);
    default: return status;
    }
}

QJsonObject action(const QDateTime &when)
{
    return {{QStringLiteral("user"), QJsonObject{{QStringLiteral("id"), QStringLiteral("sandbox")}}},
            {QStringLiteral("dateTime"), when.toUTC().toString(Qt::ISODateWithMs)}};
}

} // namespace Sandbox
