#include "core/result.h"

using namespace Qt::StringLiterals;

namespace Core {

Failure fail(ErrorKind kind, QString subject, QString detail, Cause cause)
{
    return Failure(
        Error{.kind = kind, .subject = std::move(subject), .detail = std::move(detail), .cause = std::move(cause)});
}

QString name(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidInput: return u"invalidInput"_s;
    case ErrorKind::BadAddress: return u"badAddress"_s;
    case ErrorKind::NoAccount: return u"noAccount"_s;
    case ErrorKind::InvalidRegion: return u"invalidRegion"_s;
    case ErrorKind::NoNetwork: return u"noNetwork"_s;
    case ErrorKind::ProxyRefused: return u"proxyRefused"_s;
    case ErrorKind::TlsUntrusted: return u"tlsUntrusted"_s;
    case ErrorKind::ConnectionLost: return u"connectionLost"_s;
    case ErrorKind::TimedOut: return u"timedOut"_s;
    case ErrorKind::ForeignHost: return u"foreignHost"_s;
    case ErrorKind::BadCredentials: return u"badCredentials"_s;
    case ErrorKind::MissingScope: return u"missingScope"_s;
    case ErrorKind::NoAccess: return u"noAccess"_s;
    case ErrorKind::NotFound: return u"notFound"_s;
    case ErrorKind::Conflict: return u"conflict"_s;
    case ErrorKind::RateLimited: return u"rateLimited"_s;
    case ErrorKind::Rejected: return u"rejected"_s;
    case ErrorKind::ServiceFailed: return u"serviceFailed"_s;
    case ErrorKind::BadReply: return u"badReply"_s;
    case ErrorKind::OperationFailed: return u"operationFailed"_s;
    case ErrorKind::IncompleteExport: return u"incompleteExport"_s;
    case ErrorKind::BadCsv: return u"badCsv"_s;
    case ErrorKind::TooLarge: return u"tooLarge"_s;
    case ErrorKind::Locked: return u"locked"_s;
    case ErrorKind::LinkedDataset: return u"linkedDataset"_s;
    case ErrorKind::Overflow: return u"overflow"_s;
    case ErrorKind::Guarded: return u"guarded"_s;
    case ErrorKind::AmbiguousKey: return u"ambiguousKey"_s;
    case ErrorKind::OtherColumns: return u"otherColumns"_s;
    case ErrorKind::AlreadyAppended: return u"alreadyAppended"_s;
    case ErrorKind::FixedRow: return u"fixedRow"_s;
    case ErrorKind::Declined: return u"declined"_s;
    case ErrorKind::Busy: return u"busy"_s;
    case ErrorKind::NoConsent: return u"noConsent"_s;
    case ErrorKind::EarlierWrite: return u"earlierWrite"_s;
    case ErrorKind::Mismatch: return u"mismatch"_s;
    case ErrorKind::OutcomeUnknown: return u"outcomeUnknown"_s;
    case ErrorKind::Cancelled: return u"cancelled"_s;
    case ErrorKind::Disk: return u"disk"_s;
    case ErrorKind::BadFile: return u"badFile"_s;
    case ErrorKind::Keychain: return u"keychain"_s;
    case ErrorKind::Scheduler: return u"scheduler"_s;
    case ErrorKind::Internal: return u"internal"_s;
    }
    Q_UNREACHABLE();
}

QString name(Service service)
{
    switch (service) {
    case Service::None: return u"none"_s;
    case Service::Domo: return u"domo"_s;
    case Service::Workiva: return u"workiva"_s;
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
