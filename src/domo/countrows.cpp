#include "domo/countrows.h"

#include "domo/lenientjson.h"
#include "domo/query.h"

using namespace Qt::StringLiterals;

namespace Domo {

CountRows::CountRows(Net::Service &service, const QString &id, QObject *parent)
    : Operation(service, id, parent), m_id(id)
{
}

Net::Request CountRows::request() const
{
    return queryRequest({.dataSetId = m_id, .sql = u"SELECT COUNT(*) FROM table"_s});
}

Core::Result<qint64> CountRows::read(const Net::Response &response)
{
    const auto result = readQueryResult(response.body);
    if (!result)
        return Core::propagate(result);
    const bool isOne = result->rows.size() == 1 && result->rows[0].size() == 1;
    const auto count = isOne ? lenientCount(result->rows[0][0].value_or(QString())) : std::nullopt;
    if (!count)
        return Core::fail(Core::ErrorKind::BadReply, u"$.rows"_s, u"expected one number"_s);
    return *count;
}

} // namespace Domo
