#include "domo/countrows.h"

#include "domo/lenientjson.h"
#include "domo/query.h"
#include "domo/utf8.h"

using namespace Qt::StringLiterals;

namespace Domo {

CountRows::CountRows(Net::Service &service, const QString &id, const QString &sql, QObject *parent)
    : Operation(service, id, parent), m_id(id), m_sql(sql)
{
}

Net::Request CountRows::request() const
{
    const QString rows = m_sql.isEmpty() ? u"table"_s : u"("_s + m_sql + u") AS counted"_s;
    return queryRequest({.dataSetId = m_id, .sql = u"SELECT COUNT(*) FROM "_s + rows});
}

Core::Result<qint64> CountRows::read(const Net::Response &response)
{
    const auto reply = QueryReply::parse(response.body);
    if (!reply)
        return Core::propagate(reply);
    int cells = 0;
    std::optional<qint64> count;
    const auto read = reply->forEachRow([&](std::span<const Sheet::Cell> row) -> Core::Result<void> {
        for (const Sheet::Cell &cell : row) {
            if (cells++ == 0)
                count = lenientCount(fromUtf8(cell.text));
        }
        return {};
    });
    if (!read)
        return Core::propagate(read);
    if (!count || cells != 1)
        return Core::fail(Core::ErrorKind::BadReply, u"$.rows"_s, u"expected one number"_s);
    return *count;
}

} // namespace Domo
