#include "domo/listdatasets.h"

#include "domo/apirequest.h"

#include <algorithm>

namespace Domo {

ListDataSets::ListDataSets(Net::Service &service, Page page, QObject *parent)
    : Operation(service, page.nameLike, parent), m_page(std::move(page))
{
}

Net::Request ListDataSets::request() const
{
    QList<QueryItem> query = {{QLatin1String("sort"), QStringLiteral("name")},
                              {QLatin1String("offset"), QString::number(std::max(m_page.offset, 0))},
                              {QLatin1String("limit"), QString::number(std::clamp(m_page.limit, 1, maxLimit))}};
    if (!m_page.nameLike.isEmpty())
        query.append({QLatin1String("nameLike"), m_page.nameLike});
    Net::Request request = get({QStringLiteral("v1"), QStringLiteral("datasets")}, query);
    request.bounds = Net::listBounds;
    return request;
}

Core::Result<QList<DataSet>> ListDataSets::readReply(const Net::Response &response)
{
    const auto json = Net::JsonReader::parse(response.body);
    QList<DataSet> dataSets;
    const auto items = json.items();
    dataSets.reserve(items.size());
    for (const auto &item : items)
        dataSets.append(readDataSet(item));
    if (const auto good = json.check(); !good)
        return tl::unexpected(good.error());
    return dataSets;
}

} // namespace Domo
