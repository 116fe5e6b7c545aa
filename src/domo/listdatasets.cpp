#include "domo/listdatasets.h"

#include "domo/apirequest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Domo {

ListDataSets::ListDataSets(Net::Service &service, Page page, QObject *parent)
    : Operation(service, page.nameLike, parent), m_page(std::move(page))
{
}

Net::Request ListDataSets::request() const
{
    QList<QueryItem> query = {{"sort"_L1, m_page.sort == Sort::Name ? u"name"_s : u"lastUpdated"_s},
                              {"offset"_L1, QString::number(std::max(m_page.offset, 0))},
                              {"limit"_L1, QString::number(std::clamp(m_page.limit, 1, maxLimit))}};
    if (!m_page.nameLike.isEmpty())
        query.append({"nameLike"_L1, m_page.nameLike});
    Net::Request request = get({u"v1"_s, u"datasets"_s}, query);
    request.bounds = Net::listBounds;
    return request;
}

Core::Result<QList<DataSet>> ListDataSets::read(const Net::Response &response)
{
    const auto json = Core::JsonReader::parse(response.body);
    QList<DataSet> dataSets;
    const auto items = json.items();
    dataSets.reserve(items.size());
    for (const auto &item : items)
        dataSets.append(readDataSet(item));
    if (const auto good = json.check(); !good)
        return Core::propagate(good);
    return dataSets;
}

} // namespace Domo
