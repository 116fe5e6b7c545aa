#pragma once

#include "core/secret.h"
#include "net/request.h"
#include "notices/channels.h"
#include "notices/message.h"

namespace Notices {

enum class Sign { Start, Success, Failure }; // of a run, to a dead man's switch

// The signature of a body sent at `timestamp`, seconds since 1970 in decimal digits: HMAC-SHA256 over
// "<timestamp>.<body>" as hex. A receiver that computes the same, and refuses old timestamps, notices a replay. Pure.
[[nodiscard]] QByteArray signatureOf(const QByteArray &timestamp, const QByteArray &body, const Core::Secret &key);

// A message as the JSON that the channel expects. Text stays text: it cannot mention people, link or format. Pure.
[[nodiscard]] QByteArray webBody(const Message &message, Webhook::Shape shape);

// The request that tells a webhook: POST. One for this program's own shape has the headers Writeback-Timestamp and
// Writeback-Signature ("sha256=" and the signature). Sent once, because a receiver may act on it. Pure.
struct WebNotice
{
    QUrl address;
    Webhook::Shape shape = Webhook::Shape::Signed;
    Core::Secret key{}; // of the signed shape
};
[[nodiscard]] Net::Request webRequest(const Message &message, const WebNotice &notice);

// A ping: GET of the address for success, and of "/start" or "/fail" below it. Repeated if there is no response. Pure.
[[nodiscard]] Net::Request pingRequest(const QUrl &address, Sign sign);

} // namespace Notices
