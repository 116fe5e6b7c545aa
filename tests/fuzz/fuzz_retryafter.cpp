#include "fuzz/fuzz.h"

#include "net/retryafter.h"

// Whatever a service sends, there is no wait, or one between zero and a day.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QDateTime now(QDate(2026, 11, 23), QTime(8, 15), Qt::UTC);
    const QByteArrayView value(reinterpret_cast<const char *>(data), qsizetype(size));
    const std::optional<std::chrono::milliseconds> wait = Net::parseRetryAfter(value, now);
    FUZZ_CHECK(!wait || (*wait >= std::chrono::milliseconds(0) && *wait <= std::chrono::hours(24)));
    return 0;
}
