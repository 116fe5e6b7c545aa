#pragma once

#include "net/httpjob.h"
#include "net/laterptr.h"
#include "net/service.h"

#include <memory>
#include <utility>

namespace Net {

// One operation of an API as a job: a subclass defines the request and reads the response, in a file of the operation's
// name. For more than one exchange (pages, polling), override answered() and call ask() again.
//   Every error, whether of an exchange or of reading, leaves it in one way: it names the service, and the subject
// unless it has a more specific one; failed() can adapt it; then the service's redactor cleans it, since a reader may
// quote what it read.
template <typename T> class Operation : public JobWith<T>
{
public:
    // `subject`: what the operation concerns, such as an ID or a range; may be empty.
    Operation(Service &service, QString subject, QObject *parent = nullptr)
        : JobWith<T>(parent), m_service(service), m_subject(std::move(subject))
    {
    }
    ~Operation() override = default;

    // See HttpJob::mayHaveArrived(), for the current or the last exchange. Also true for a success that answered() has
    // not processed yet.
    [[nodiscard]] bool mayHaveArrived() const
    {
        return m_job ? m_job->mayHaveArrived() || m_job->result() : m_mayHaveArrived;
    }

protected:
    [[nodiscard]] virtual Request request() const = 0; // the first exchange
    [[nodiscard]] virtual Core::Result<T> read(const Response &response) = 0;
    [[nodiscard]] virtual BodySink *sink()
    {
        return nullptr;
    } // where the body of a success goes instead of Response::body

    // Handles the end of an exchange. By default, read() turns a success into the result, and an error is the result.
    virtual void answered(const Core::Result<Response> &response)
    {
        finishWith(response ? read(*response) : Core::propagate(response));
    }

    // Adapts an error for the operation or the service.
    [[nodiscard]] virtual Core::Error failed(Core::Error error) const { return error; }

    void finishWith(Core::Result<T> result)
    {
        if (!result) {
            Core::Error error = std::move(result.error());
            if (error.service == Core::Service::None)
                error.service = m_service.id();
            if (error.subject.isEmpty())
                error.subject = m_subject;
            result = Core::fail(m_service.redactor().cleaned(failed(std::move(error))));
        }
        JobWith<T>::finishWith(std::move(result));
    }

    void send(Request next)
    {
        m_job = std::make_unique<HttpJob>(m_service, std::move(next));
        m_job->setSink(sink());
        QObject::connect(m_job.get(), &Job::finished, this, [this] {
            const auto done = std::move(m_job); // answered() may call ask() again
            m_mayHaveArrived = done->mayHaveArrived();
            answered(done->result());
        });
        m_job->start();
    }

    void run() override { send(request()); }
    void abort() override
    {
        m_mayHaveArrived = mayHaveArrived();
        m_job.reset();
    }

    [[nodiscard]] Service &service() const { return m_service; }

private:
    Service &m_service;
    const QString m_subject;
    LaterPtr<HttpJob> m_job;
    bool m_mayHaveArrived = false;
};

} // namespace Net
