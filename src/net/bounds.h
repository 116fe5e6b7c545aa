#pragma once

#include <QtGlobal>

#include <chrono>

namespace Net {

// How large a response may be, and how slow. If fewer than 60 KiB arrive in a `window`, or it is not complete `time`
// after its head, it is TimedOut; if it is larger, it is BadReply. Before the head, Request::timeout applies. No usable
// connection is slower than 1 KiB a second: a slower response comes from a service that will not finish.
struct Bounds
{
    qint64 bytes = 0; // of the unpacked body; 0: unlimited, the sink decides
    std::chrono::milliseconds time{0}; // from the head to the end; 0: unlimited
    std::chrono::milliseconds window{60'000};

    static constexpr qint64 minInWindow = qint64(60) * 1024;
};

constexpr Bounds metadataBounds{.bytes = 4 << 20, .time = std::chrono::minutes(1)}; // tokens too
constexpr Bounds listBounds{.bytes = 16 << 20, .time = std::chrono::minutes(2)};
constexpr Bounds valuesBounds{.bytes = 64 << 20, .time = std::chrono::minutes(10)}; // a page of 50,000 cells
constexpr Bounds queryBounds{.bytes = 256 << 20, .time = std::chrono::minutes(10)}; // a million rows as one JSON text
constexpr Bounds streamBounds{.window = std::chrono::minutes(3)}; // limited elsewhere: by the size of a grid

} // namespace Net
