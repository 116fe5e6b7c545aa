#pragma once

#include "core/cause.h"

#include <QString>

#include <tl/expected.hpp>

#include <optional>
#include <utility>

namespace Core {

// Everything that can go wrong, as a closed list: callers decide by kind, tests assert kinds, and the text for each
// kind is written once, in Words.
enum class ErrorKind {
    // What the user gave
    InvalidInput, // an ID, a web address or an option that is not understood
    // A service address that nothing is sent to: neither https nor this computer; the subject is the address.
    BadAddress,
    NoAccount, // the profile's account no longer exists
    InvalidRegion, // the subject is the text, the detail the reason

    // The way to a service
    NoNetwork, // host not found, refused, unreachable
    ProxyRefused, // a proxy rejected the connection
    TlsUntrusted, // the certificate is self-signed, expired, for another name, …
    ConnectionLost, // the connection broke during a request
    TimedOut, // no response in time
    ForeignHost, // the service pointed to another origin; nothing was sent there

    // What a service answered
    BadCredentials, // 401, or a rejected client ID or secret
    MissingScope, // the grant lacks a scope; the detail names it
    NoAccess, // 403
    NotFound, // 404, or deleted
    Conflict, // 409
    RateLimited, // 429 until the deadline
    Rejected, // another 4xx: the request was understood but rejected
    ServiceFailed, // 5xx
    BadReply, // a success whose body does not match the API; the subject is the path in it
    OperationFailed, // an accepted operation failed or was cancelled; the detail has the service's reasons

    // The source
    IncompleteExport, // fewer or more rows or columns than the DataSet reports
    BadCsv, // the subject is the row, column and byte
    TooLarge, // more cells, rows or columns than a sheet can hold

    // The target
    Locked, // the sheet or spreadsheet is locked
    LinkedDataset, // a linked dataset overlaps the region
    Overflow, // the data does not fit the region
    Guarded, // another guard refused; the subject names it
    AmbiguousKey, // a key does not identify the rows of the source or the sheet; cause is a Sheet::KeyFaults
    OtherColumns, // the sheet's header differs from the source's column names; cause is a Sheet::OtherColumn
    AlreadyAppended, // the rows to append are there already; cause is a Sheet::RepeatedRows
    FixedRow, // a row would have to move, but not all of it can; cause is a Sheet::FixedCell
    Declined, // declined by the user
    Busy, // another run on this computer is using the same sheet; the subject is the lock file
    NoConsent, // consent was needed, and nobody could be asked
    EarlierWrite, // an earlier run's change of the sheet may still arrive; cause is a Writeback::PendingChange

    // The end of a write
    Mismatch, // read back, and different from the desired grid
    OutcomeUnknown, // a request was sent, and its outcome could not be found out

    Cancelled,
    Disk, // a local file could not be read or written
    BadFile, // a local file without the expected content; subject is its path, detail what is wrong
    Keychain, // the system keychain did not do what was requested
    Scheduler, // the scheduler of the operating system did not; the subject is its name
    Internal, // a bug in this program
};

// The service that an error came from.
enum class Service { None, Domo, Workiva };

// An error as a value. subject and detail are for people and for support: never parsed, and without secrets. Callers
// decide by kind, httpStatus and cause.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    Service service = Service::None;
    QString subject{}; // what it concerns: an ID, a range, a position in a file
    QString detail{}; // the message of the service or the parser
    int httpStatus = 0; // 0: no response
    QString requestId{}; // to quote to support: Domo's toe, Workiva's original request
    Cause cause{}; // what the layer that found it knows besides the kind

    friend bool operator==(const Error &, const Error &) = default;
};

template <typename T, typename E = Error> using Result = tl::expected<T, E>;
template <typename E> using Unexpected = tl::unexpected<E>;
using Failure = Unexpected<Error>;

// A failure to return from a function with a Result: a new one, an existing error, or that of another result.
[[nodiscard]] Failure fail(ErrorKind kind, QString subject = {}, QString detail = {}, Cause cause = {});
[[nodiscard]] inline Failure fail(Error error)
{
    return Failure(std::move(error));
}
template <typename T, typename E> [[nodiscard]] Unexpected<E> propagate(const Result<T, E> &failed)
{
    return Unexpected<E>(failed.error());
}

// The stable names used in receipts, JSON output and logs, such as "badCredentials" and "domo".
[[nodiscard]] QString name(ErrorKind kind);
[[nodiscard]] QString name(Service service);
[[nodiscard]] std::optional<ErrorKind> errorKind(const QString &text); // none: a kind that this version does not know
[[nodiscard]] Service service(const QString &text);

} // namespace Core
