#include "workiva/getspreadsheet.h"

#include "workiva/apirequest.h"

using namespace Qt::StringLiterals;

namespace Workiva {

GetSpreadsheet::GetSpreadsheet(Net::Service &service, QString spreadsheetId, QObject *parent)
    : Operation(service, spreadsheetId, parent), m_spreadsheetId(std::move(spreadsheetId))
{
}

Net::Request GetSpreadsheet::request() const
{
    Net::Request request = get(apiPath({u"spreadsheets"_s, m_spreadsheetId}));
    request.bounds = Net::metadataBounds;
    return request;
}

Core::Result<Spreadsheet> GetSpreadsheet::read(const Net::Response &response)
{
    const auto json = Core::JsonReader::parse(response.body);
    Spreadsheet spreadsheet = readSpreadsheet(json);
    if (const auto good = json.check(); !good)
        return Core::propagate(good);
    return spreadsheet;
}

} // namespace Workiva
