#pragma once

#include <QByteArrayView>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace Net {

struct ResponseHead;

// Parses a Retry-After header (RFC 9110, 10.2.3), whole seconds or an HTTP date in any of its three forms, as the time
// to wait from `now`. A date in the past is 0; more than a day is a day. Nothing if it is neither. Pure.
[[nodiscard]] std::optional<std::chrono::milliseconds> parseRetryAfter(QByteArrayView value, const QDateTime &now);

// The wait that a response requests. A date is compared with the response's own Date, if any, because the clocks may
// differ. Pure.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfterOf(const ResponseHead &head, const QDateTime &now);

// When the service sent the response, by its own clock (its Date header). Nothing if that is missing or not a date.
[[nodiscard]] std::optional<QDateTime> sentAt(const ResponseHead &head, const QDateTime &now);

} // namespace Net
