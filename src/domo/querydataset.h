#pragma once

#include "domo/dataset.h"
#include "domo/operation.h"

#include <optional>

namespace Domo {

struct QueryResult
{
    QList<Column> columns;
    QList<QList<std::optional<QString>>> rows; // each as wide as the columns; null is no value
};

// What every query has in common.
[[nodiscard]] Net::Request queryRequest(const QString &id, const QString &sql);
[[nodiscard]] Core::Result<QueryResult> readQueryResult(const QByteArray &body);

// POST /v1/datasets/query/execute/{id}: SQL on one DataSet, whose name in it is `table`; column names stand in
// backticks. For previews and aggregates: numbers keep the digits of the reply, but Domo itself writes long decimals
// there rounded. A DataSet without rows, or just loaded, may be Rejected. A reply without columns or rows is BadReply;
// types that are not told, or not understood, are none.
class QueryDataSet final : public Operation<QueryResult>
{
    Q_OBJECT

public:
    QueryDataSet(Net::Service &service, const QString &id, QString sql, QObject *parent = nullptr);

protected:
    [[nodiscard]] Net::Request request() const override;
    [[nodiscard]] Core::Result<QueryResult> read(const Net::Response &response) override;

private:
    const QString m_id;
    const QString m_sql;
};

} // namespace Domo
