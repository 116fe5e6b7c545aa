#include "core/result.h"

namespace Core {

Failure fail(ErrorKind kind, QString subject, QString detail, Cause cause)
{
    return Failure(
        Error{.kind = kind, .subject = std::move(subject), .detail = std::move(detail), .cause = std::move(cause)});
}

QString name(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidInput: return QStringLiteral("invalidInput");
    case ErrorKind::BadAddress: return QStringLiteral("badAddress");
    case ErrorKind::NoAccount: return QStringLiteral("noAccount");
    case ErrorKind::InvalidRegion: return QStringLiteral("invalidRegion");
    case ErrorKind::NoNetwork: return QStringLiteral("noNetwork");
    case ErrorKind::ProxyRefused: return QStringLiteral("proxyRefused");
    case ErrorKind::TlsUntrusted: return QStringLiteral("tlsUntrusted");
    case ErrorKind::ConnectionLost: return QStringLiteral("connectionLost");
    case ErrorKind::TimedOut: return QStringLiteral("timedOut");
    case ErrorKind::ForeignHost: return QStringLiteral("foreignHost");
    case ErrorKind::BadCredentials: return QStringLiteral("badCredentials");
    case ErrorKind::MissingScope: return QStringLiteral("missingScope");
    case ErrorKind::NoAccess: return QStringLiteral("noAccess");
    case ErrorKind::NotFound: return QStringLiteral("notFound");
    case ErrorKind::Conflict: return QStringLiteral("conflict");
    case ErrorKind::RateLimited: return QStringLiteral("rateLimited");
    case ErrorKind::Rejected: return QStringLiteral("rejected");
    case ErrorKind::ServiceFailed: return QStringLiteral("serviceFailed");
    case ErrorKind::BadReply: return QStringLiteral("badReply");
    case ErrorKind::OperationFailed: return QStringLiteral("operationFailed");
    case ErrorKind::IncompleteExport: return QStringLiteral("incompleteExport");
    case ErrorKind::BadCsv: return QStringLiteral("badCsv");
    case ErrorKind::TooLarge: return QStringLiteral("tooLarge");
    case ErrorKind::Locked: return QStringLiteral("locked");
    case ErrorKind::LinkedDataset: return QStringLiteral("linkedDataset");
    case ErrorKind::Overflow: return QStringLiteral("overflow");
    case ErrorKind::Guarded: return QStringLiteral("guarded");
    case ErrorKind::Declined: return QStringLiteral("declined");
    case ErrorKind::Busy: return QStringLiteral("busy");
    case ErrorKind::NoConsent: return QStringLiteral("noConsent");
    case ErrorKind::EarlierWrite: return QStringLiteral("earlierWrite");
    case ErrorKind::Mismatch: return QStringLiteral("mismatch");
    case ErrorKind::OutcomeUnknown: return QStringLiteral("outcomeUnknown");
    case ErrorKind::Cancelled: return QStringLiteral("cancelled");
    case ErrorKind::Disk: return QStringLiteral("disk");
    case ErrorKind::BadFile: return QStringLiteral("badFile");
    case ErrorKind::Keychain: return QStringLiteral("keychain");
    case ErrorKind::Internal: return QStringLiteral("internal");
    }
    Q_UNREACHABLE();
}

QString name(Service service)
{
    switch (service) {
    case Service::None: return QStringLiteral("none");
    case Service::Domo: return QStringLiteral("domo");
    case Service::Workiva: return QStringLiteral("workiva");
    }
    Q_UNREACHABLE();
}

std::optional<ErrorKind> errorKind(const QString &text)
{
    for (int kind = 0; kind <= int(ErrorKind::Internal); ++kind) {
        if (name(ErrorKind(kind)) == text)
            return ErrorKind(kind);
    }
    return {};
}

Service service(const QString &text)
{
    for (const Service one : {Service::Domo, Service::Workiva}) {
        if (name(one) == text)
            return one;
    }
    return Service::None;
}

} // namespace Core
