#pragma once

#include "domo/failure.h"
#include "net/operation.h"

namespace Domo {

// What the operations of the Domo API share: a subject, such as the ID of the DataSet, and that every error, of the
// exchange and of its reading, goes through explained(). A subclass gives request() and readReply().
template <typename T> class Operation : public Net::Operation<T>
{
public:
    Operation(Net::Service &service, QString subject, QObject *parent)
        : Net::Operation<T>(service, parent), m_subject(std::move(subject))
    {
    }

protected:
    [[nodiscard]] virtual Core::Result<T> readReply(const Net::Response &response) = 0;

    [[nodiscard]] Core::Result<T> read(const Net::Response &response) final
    {
        Core::Result<T> result = readReply(response);
        if (!result)
            return Core::fail(failed(std::move(result.error())));
        return result;
    }

    [[nodiscard]] Core::Error failed(Core::Error error) const override
    {
        return explained(std::move(error), m_subject);
    }

private:
    const QString m_subject;
};

} // namespace Domo
