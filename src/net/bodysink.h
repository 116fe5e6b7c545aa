#pragma once

#include "core/result.h"
#include "net/response.h"

namespace Net {

// Takes the body of a success while it arrives. A repeated request begins again: begin() forgets what came before. A
// failure from any of the three ends the job with it, without a repeat.
class BodySink
{
public:
    BodySink() = default;
    virtual ~BodySink() = default;
    Q_DISABLE_COPY_MOVE(BodySink)

    virtual Core::Result<void> begin(const ResponseHead &head) = 0;
    virtual Core::Result<void> data(QByteArrayView bytes) = 0;
    virtual Core::Result<void> end() = 0; // the whole body came (Content-Length was met, or the last chunk was seen)
};

} // namespace Net
