#pragma once

#include "core/cause.h"

#include <QString>

#include <tl/expected.hpp>

#include <optional>
#include <utility>

namespace Core {

// Every way in which something can go wrong, as a closed list: callers decide by kind, tests assert kinds, and the
// sentences for people are written where people read them (the command line, the window), once for each kind.
enum class ErrorKind {
    // What the user gave
    InvalidInput, // an ID, a web address or an option that cannot be understood
    BadAddress, // the address of a service that nothing is sent to: neither https nor this machine; subject is it
    NoAccount, // the account of a profile is not there any more
    InvalidRegion, // a region that cannot be understood; subject is the text, detail says where and why

    // The way to a service
    NoNetwork, // host not found, refused, unreachable
    ProxyRefused, // a proxy stands between and refuses
    TlsUntrusted, // the certificate is self-signed, expired, for another name, …
    ConnectionLost, // the connection broke while a request was under way
    TimedOut, // no answer in time
    ForeignHost, // the service pointed to another origin; nothing was sent there

    // What a service answered
    BadCredentials, // 401, or a refused client ID or secret
    MissingScope, // the grant does not cover what is needed; detail names the scope
    NoAccess, // 403
    NotFound, // 404, or deleted
    Conflict, // 409
    RateLimited, // 429 until the deadline
    Rejected, // another 4xx: the service understood, and will not
    ServiceFailed, // 5xx
    BadReply, // a success whose body is not what the interface promises; subject is the path in it
    OperationFailed, // an accepted operation ended as failed or cancelled; detail has the service's reasons

    // The source
    IncompleteExport, // fewer or more rows or columns than the DataSet says
    BadCsv, // subject names row, column and byte
    TooLarge, // more cells, rows or columns than a sheet can hold

    // The target
    Locked, // the sheet or spreadsheet is locked
    LinkedDataset, // a linked dataset lies over the region
    Overflow, // the data does not fit the region
    Guarded, // another guard refused; subject names it
    Declined, // a person said no
    Busy, // another run on this machine works on the same sheet; subject is the lock's file
    NoConsent, // nobody was there to be asked, and no option allowed it
    EarlierWrite, // an earlier run's change of the sheet may still arrive; cause is a Writeback::LeftChange

    // The end of a write
    Mismatch, // read back, and not as desired
    OutcomeUnknown, // a request was sent, and what became of it could not be found out

    Cancelled,
    Disk, // a local file could not be read or written
    BadFile, // a local file that does not hold what it should; subject is its path, detail what is wrong
    Keychain, // the system's keychain did not do what it was asked
    Internal, // a broken promise inside this program
};

// Which of the two services an error came from.
enum class Service { None, Domo, Workiva };

// An error as a value. subject and detail are for people and for support: never parsed, never holding a secret. What a
// caller decides by is kind, httpStatus and cause.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    Service service = Service::None;
    QString subject{}; // what it concerns: an ID, a range, a place in a file
    QString detail{}; // the service's or the parser's own words
    int httpStatus = 0; // 0: no answer
    QString requestId{}; // what to quote to support: Domo's toe, Workiva's original request
    Cause cause{}; // what the layer that found it knows beyond the kind

    friend bool operator==(const Error &, const Error &) = default;
};

template <typename T, typename E = Error> using Result = tl::expected<T, E>;
template <typename E> using Unexpected = tl::unexpected<E>;
using Failure = Unexpected<Error>;

// A failure to return from a function with a Result: a new one, one that is at hand, or that of another result.
[[nodiscard]] Failure fail(ErrorKind kind, QString subject = {}, QString detail = {}, Cause cause = {});
[[nodiscard]] inline Failure fail(Error error)
{
    return Failure(std::move(error));
}
template <typename T, typename E> [[nodiscard]] Unexpected<E> propagate(const Result<T, E> &failed)
{
    return Unexpected<E>(failed.error());
}

// The stable names that receipts, JSON output and logs use, such as "badCredentials" and "domo".
[[nodiscard]] QString name(ErrorKind kind);
[[nodiscard]] QString name(Service service);
[[nodiscard]] std::optional<ErrorKind> errorKind(const QString &text); // none: no kind that this version knows
[[nodiscard]] Service service(const QString &text);

} // namespace Core
