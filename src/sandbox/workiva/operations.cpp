#include "sandbox/workiva/operations.h"

#include "core/clock.h"
#include "sandbox/fault.h"
#include "sandbox/ids.h"

#include <QJsonArray>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandbox {

Operations::Operations(std::chrono::milliseconds time, Core::Clock &clock, QObject *parent)
    : QObject(parent), m_time(time), m_clock(clock)
{
}

QString Operations::begin(const QString &sheetId, Work work, bool late)
{
    QString id = newHexId();
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
        finish(id, Failure{u"internalError"_s, u"The operation failed"_s, {}});
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
        details.append(QJsonObject{{u"code"_s, found->failure->code},
                                   {u"message"_s, found->failure->message},
                                   {u"target"_s, found->failure->target}});
    const QString status = !found->isDone ? u"started"_s : failed ? u"failed"_s : u"completed"_s;
    return QJsonObject{{u"id"_s, id},
                       {u"status"_s, status},
                       {u"created"_s, action(found->created)},
                       {u"updated"_s, action(found->updated)},
                       {u"details"_s, details},
                       {u"originalRequest"_s, found->originalRequest},
                       {u"resourceUrl"_s, QJsonValue()}};
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
    static const QHash<QString, QString> others{{u"started"_s, u"in_progress"_s}, {u"completed"_s, u"succeeded"_s}};
    switch (words) {
    case Quirks::OperationWords::Capitals: return status.toUpper();
    case Quirks::OperationWords::Other: return others.value(status, status);
    default: return status;
    }
}

QJsonObject action(const QDateTime &when)
{
    return {{u"user"_s, QJsonObject{{u"id"_s, u"sandbox"_s}}},
            {u"dateTime"_s, when.toUTC().toString(Qt::ISODateWithMs)}};
}

} // namespace Sandbox
