#pragma once

#include "domo/dataset.h"
#include "net/request.h"
#include "sheet/cell.h"

#include <functional>
#include <optional>
#include <span>

namespace Domo {

struct Query
{
    QString dataSetId;
    QString sql;
};

// POST /v1/datasets/query/execute/{id}: SQL on one DataSet, which is named `table`; column names are in backticks. A
// DataSet that is empty or was just loaded may be rejected. For its limits see queryfaults.h.
[[nodiscard]] Net::Request queryRequest(const Query &query);

// The reply to a query: one JSON text, whose members may come in any order. A number keeps its digits, although Domo
// itself may have rounded it. Cheap to copy.
class QueryReply
{
public:
    using RowSink = std::function<Core::Result<void>(std::span<const Sheet::Cell>)>; // valid during the call

    // A body without columns or rows, or with them in another structure, is BadReply with the path as subject
    // ("$.rows[3][7]"). Reads everything, and keeps the columns.
    [[nodiscard]] static Core::Result<QueryReply> parse(const QByteArray &body);

    [[nodiscard]] const QList<Column> &columns() const { return m_columns; } // missing or unknown types are none
    [[nodiscard]] std::optional<qint64> rows() const { return m_rows; } // as reported; none: not, or no number

    // Passes the rows on in their order, each as long as the columns, with null as Empty. Errors are those of the sink,
    // and BadReply for a row of another length, whose path is the subject.
    [[nodiscard]] Core::Result<void> forEachRow(const RowSink &sink) const;

private:
    QByteArray m_body;
    QList<Column> m_columns;
    std::optional<qint64> m_rows;
};

} // namespace Domo
