#pragma once

#include "core/result.h"
#include "net/response.h"

namespace Net {

// Receives the body of a success while it arrives. A retry starts over: begin() discards everything before it. An error
// from any of the three functions ends the job with that error, without a retry.
class BodySink
{
public:
    BodySink() = default;
    virtual ~BodySink() = default;
    Q_DISABLE_COPY_MOVE(BodySink)

    virtual Core::Result<void> begin(const ResponseHead &head) = 0;
    virtual Core::Result<void> data(QByteArrayView bytes) = 0;
    // The body is complete (Content-Length was reached, or the last chunk received).
    virtual Core::Result<void> end() = 0;
};

} // namespace Net
