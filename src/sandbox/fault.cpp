#include "sandbox/fault.h"

#include "sandbox/operationnames.h"

namespace Sandbox {

QStringList faultNames()
{
    return {QStringLiteral("401"),
            QStringLiteral("403"),
            QStringLiteral("404"),
            QStringLiteral("409"),
            QStringLiteral("429"),
            QStringLiteral("500"),
            QStringLiteral("503"),
            QStringLiteral("drop"),
            QStringLiteral("truncate"),
            QStringLiteral("hang"),
            QStringLiteral("malformed"),
            QStringLiteral("html"),
            QStringLiteral("fail-operation"),
            QStringLiteral("lost-answer")};
}

std::optional<int> refusalStatus(FaultKind kind)
{
    switch (kind) {
    case FaultKind::Refuse401: return 401;
    case FaultKind::Refuse403: return 403;
    case FaultKind::Refuse404: return 404;
    case FaultKind::Refuse409: return 409;
    case FaultKind::Refuse429: return 429;
    case FaultKind::Refuse500: return 500;
    case FaultKind::Refuse503: return 503;
    default: return std::nullopt;
    }
}

Core::Result<Fault> Fault::parse(const QString &text)
{
    const auto wrong = [&text](const QString &what) { return Core::fail(Core::ErrorKind::InvalidInput, text, what); };
    const qsizetype at = text.indexOf(u'@');
    if (at < 0)
        return wrong(QStringLiteral("expected KIND@OPERATION"));

    Fault fault;
    const qsizetype kind = faultNames().indexOf(text.left(at));
    if (kind < 0)
        return wrong(QStringLiteral("unknown kind \"%1\"").arg(text.left(at)));
    fault.kind = static_cast<FaultKind>(kind);

    QString rest = text.sliced(at + 1);
    if (rest.endsWith(u'*')) {
        fault.everyCall = true;
        rest.chop(rest.endsWith(QLatin1String("#*")) ? 2 : 1);
    } else if (const qsizetype mark = rest.indexOf(u'#'); mark >= 0) {
        bool isNumber = false;
        fault.call = rest.sliced(mark + 1).toInt(&isNumber);
        if (!isNumber || fault.call < 1)
            return wrong(QStringLiteral("expected the number of a call after #"));
        rest.truncate(mark);
    }
    if (!operationNames().contains(rest))
        return wrong(QStringLiteral("unknown operation \"%1\"").arg(rest));
    fault.operation = rest;
    return fault;
}

std::optional<FaultKind> FaultPlan::next(const QString &operation)
{
    const int call = ++m_calls[operation];
    for (const Fault &fault : m_faults) {
        if (fault.operation == operation && (fault.everyCall || fault.call == call))
            return fault.kind;
    }
    return std::nullopt;
}

} // namespace Sandbox
