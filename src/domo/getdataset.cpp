#include "domo/getdataset.h"

#include "domo/apirequest.h"

using namespace Qt::StringLiterals;

namespace Domo {

GetDataSet::GetDataSet(Net::Service &service, const QString &id, QObject *parent)
    : Operation(service, id, parent), m_id(id)
{
}

Net::Request GetDataSet::request() const
{
    Net::Request request = get({u"v1"_s, u"datasets"_s, m_id});
    request.bounds = Net::metadataBounds;
    return request;
}

Core::Result<DataSet> GetDataSet::read(const Net::Response &response)
{
    const auto json = Core::JsonReader::parse(response.body);
    DataSet dataSet = readDataSetWithSchema(json);
    if (dataSet.deleted)
        return Core::fail(Core::ErrorKind::NotFound, m_id, u"deleted"_s);
    if (const auto good = json.check(); !good)
        return Core::propagate(good);
    return dataSet;
}

} // namespace Domo
