#pragma once

#include <QtGlobal>

#include <chrono>

namespace Net {

// How much of an answer is taken, and how slowly it may come. One that brings less than 60 KiB in a whole `window`, or
// is not whole `time` after its head came, is TimedOut; one that is larger is BadReply. Until the head comes it is
// Request::timeout that counts. A line of 1 KiB a second is slow enough for everybody: what comes more slowly comes
// from a service that will not end.
struct Bounds
{
    qint64 bytes = 0; // of the body, unpacked; 0: as many as its sink takes
    std::chrono::milliseconds time{0}; // from the head to the end; 0: as long as it comes
    std::chrono::milliseconds window{60'000};

    static constexpr qint64 leastInWindow = qint64(60) * 1024;
};

constexpr Bounds metadataBounds{.bytes = 4 << 20, .time = std::chrono::minutes(1)}; // tokens too
constexpr Bounds listBounds{.bytes = 16 << 20, .time = std::chrono::minutes(2)};
constexpr Bounds valuesBounds{.bytes = 64 << 20, .time = std::chrono::minutes(10)}; // a page of 50,000 cells
constexpr Bounds streamBounds{.window = std::chrono::minutes(3)}; // has other limits: those of a grid

} // namespace Net
