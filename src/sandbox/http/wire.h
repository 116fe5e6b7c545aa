#pragma once

#include "sandbox/http/message.h"

class QTcpSocket;

namespace Sandbox {

// Sends HTTP/1.1 over a socket (RFC 9112), or corrupts it in various ways.
void send(QTcpSocket &socket, const Reply &reply, bool headOnly);
void sendTruncated(QTcpSocket &socket, const Reply &reply); // the body ends before its Content-Length; then closed
void sendChunkedHead(QTcpSocket &socket, const Reply &reply); // its body follows in chunks
void sendChunk(QTcpSocket &socket, const QByteArray &bytes);

[[nodiscard]] Reply malformed(Reply reply); // truncated JSON, or CSV with an unclosed quote; without Location
[[nodiscard]] Reply notAcceptable(); // 406 with a web page
[[nodiscard]] Reply htmlInstead(Reply reply); // a web page with the same status; without Location

} // namespace Sandbox
