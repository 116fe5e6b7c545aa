#include "domo/querydataset.h"

#include "net/replyerror.h"

namespace Domo {

QueryDataSet::QueryDataSet(Net::Service &service, Query query, QObject *parent)
    : Operation(service, query.dataSetId, parent), m_query(std::move(query))
{
}

Net::Request QueryDataSet::request() const
{
    Net::Request request = queryRequest(m_query);
    request.bounds = Net::queryBounds;
    return request;
}

Core::Result<QueryReply> QueryDataSet::read(const Net::Response &response)
{
    return QueryReply::parse(response.body);
}

Core::Error QueryDataSet::failed(Core::Error error) const
{
    constexpr int gatewayTimeout = 504;
    error = Operation::failed(std::move(error));
    if (error.kind == Core::ErrorKind::Rejected) {
        const auto *words = error.cause.as<Net::ServiceWords>();
        error.cause = QueryRejected{words ? words->message : QString()};
    } else if (error.kind == Core::ErrorKind::TimedOut || error.httpStatus == gatewayTimeout) {
        error.cause = QueryTooSlow{};
    }
    return error;
}

} // namespace Domo
