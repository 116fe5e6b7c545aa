#pragma once

#include <QUrl>

namespace Net {

// Scheme, host and port are the same (RFC 6454).
[[nodiscard]] bool sameOrigin(const QUrl &a, const QUrl &b);

[[nodiscard]] bool isLoopback(const QUrl &url); // 127.0.0.0/8, ::1 or localhost

// https for any host; http only for a loopback address. Never with a user name or password.
[[nodiscard]] bool isAcceptable(const QUrl &baseUrl);

} // namespace Net
