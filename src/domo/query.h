#pragma once

#include "domo/dataset.h"
#include "net/request.h"

#include <optional>

namespace Domo {

struct QueryResult
{
    QList<Column> columns; // missing or unknown types are none
    QList<QList<std::optional<QString>>> rows; // each as long as the columns; null is no value
};

struct Query
{
    QString dataSetId;
    QString sql;
};

// POST /v1/datasets/query/execute/{id}: SQL on one DataSet, which is named `table`; column names are in backticks. A
// DataSet that is empty or was just loaded may be rejected.
[[nodiscard]] Net::Request queryRequest(const Query &query);

// Numbers keep the reply's digits, although Domo itself rounds long decimals there. A reply without columns or rows is
// BadReply.
[[nodiscard]] Core::Result<QueryResult> readQueryResult(const QByteArray &body);

} // namespace Domo
