#pragma once

#include <QByteArrayView>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace Net {

struct ResponseHead;

// The value of a Retry-After header (RFC 9110, 10.2.3): whole seconds, or an HTTP date in any of its three forms, as
// the time to wait from `now`. A date in the past is 0. Nothing for what is neither; longer than a day counts as a day.
// Pure.
[[nodiscard]] std::optional<std::chrono::milliseconds> parseRetryAfter(QByteArrayView value, const QDateTime &now);

// What an answer asks for. A date is held against the answer's own Date, where it has one: the two clocks need not
// agree. Pure.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfterOf(const ResponseHead &head, const QDateTime &now);

} // namespace Net
