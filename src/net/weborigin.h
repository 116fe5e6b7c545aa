#pragma once

#include <QUrl>

namespace Net {

// Scheme, host and port are the same (RFC 6454).
[[nodiscard]] bool sameOrigin(const QUrl &a, const QUrl &b);

// https anywhere; http only to a loopback address (127.0.0.0/8, ::1, localhost). Never with a user name or password in
// it.
[[nodiscard]] bool isAcceptable(const QUrl &baseUrl);

} // namespace Net
