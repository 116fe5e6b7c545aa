#pragma once

#include "net/httpjob.h"
#include "net/service.h"
#include "support/httpserver.h"
#include "support/patterned.h"
#include "support/testservice.h"

#include <functional>

// Shared by the tests of HttpJob.
namespace Support {

using namespace Qt::StringLiterals;

[[nodiscard]] inline Net::Request get(const char *path)
{
    return {.url = QUrl(QString::fromLatin1(path))};
}

[[nodiscard]] inline Net::Request put(const char *path, const QByteArray &body, bool repeatable = true)
{
    return {.verb = "PUT",
            .url = QUrl(QString::fromLatin1(path)),
            .body = body,
            .contentType = "application/json",
            .repeatable = repeatable};
}

// A service that checks its requests continuously, so that a change of the test's clock takes effect at once.
[[nodiscard]] inline Net::Service::Options watchful(const QUrl &baseUrl)
{
    return {.id = Core::Service::Workiva, .baseUrl = baseUrl, .retry = {.look = std::chrono::milliseconds(1)}};
}

// Collects its input, and fails where it is told to.
class Collector final : public Net::BodySink
{
public:
    Core::Result<void> begin(const Net::ResponseHead &head) override
    {
        ++begun;
        status = head.status;
        bytes.clear();
        return refuseAt == "begin"_L1 ? refusal() : Core::Result<void>();
    }
    Core::Result<void> data(QByteArrayView more) override
    {
        bytes += more.toByteArray();
        largest = std::max(largest, more.size());
        if (onData)
            onData();
        return refuseAt == "data"_L1 ? refusal() : Core::Result<void>();
    }
    Core::Result<void> end() override
    {
        ++ended;
        return refuseAt == "end"_L1 ? refusal() : Core::Result<void>();
    }

    int begun = 0;
    int ended = 0;
    int status = 0;
    qsizetype largest = 0;
    QByteArray bytes;
    QString refuseAt;
    std::function<void()> onData;

private:
    static Core::Result<void> refusal() { return Core::fail(Core::ErrorKind::BadCsv, u"row 1"_s); }
};

} // namespace Support
