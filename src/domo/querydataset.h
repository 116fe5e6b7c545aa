#pragma once

#include "domo/operation.h"
#include "domo/query.h"
#include "domo/queryfaults.h"

namespace Domo {

// The result of SQL on a DataSet, see query.h. The reply is kept in memory, so its size is limited (Net::queryBounds).
// Rejected SQL has QueryRejected as cause, and one without a response in time QueryTooSlow.
class QueryDataSet final : public Operation<QueryReply>
{
    Q_OBJECT

public:
    QueryDataSet(Net::Service &service, Query query, QObject *parent = nullptr);

protected:
    [[nodiscard]] Net::Request request() const override;
    [[nodiscard]] Core::Result<QueryReply> read(const Net::Response &response) override;
    [[nodiscard]] Core::Error failed(Core::Error error) const override;

private:
    const Query m_query;
};

} // namespace Domo
