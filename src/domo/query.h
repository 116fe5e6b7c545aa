#pragma once

#include "domo/dataset.h"
#include "net/request.h"

#include <optional>

namespace Domo {

struct QueryResult
{
    QList<Column> columns; // types that are not told, or not understood, are none
    QList<QList<std::optional<QString>>> rows; // each as wide as the columns; null is no value
};

struct Query
{
    QString dataSetId;
    QString sql;
};

// POST /v1/datasets/query/execute/{id}: SQL on one DataSet, whose name in it is `table`; column names stand in
// backticks. A DataSet without rows, or just loaded, may be refused.
[[nodiscard]] Net::Request queryRequest(const Query &query);

// Numbers keep the digits of the reply, but Domo itself writes long decimals there rounded. A reply without columns or
// rows is BadReply.
[[nodiscard]] Core::Result<QueryResult> readQueryResult(const QByteArray &body);

} // namespace Domo
