#include "workiva/getsheet.h"

#include "workiva/apirequest.h"

using namespace Qt::StringLiterals;

namespace Workiva {

GetSheet::GetSheet(Net::Service &service, QString spreadsheetId, QString sheetId, QObject *parent)
    : Operation(service, parent), m_spreadsheetId(std::move(spreadsheetId)), m_sheetId(std::move(sheetId))
{
}

Net::Request GetSheet::request() const
{
    Net::Request request = get(apiPath({u"spreadsheets"_s, m_spreadsheetId, u"sheets"_s, m_sheetId}));
    request.bounds = Net::metadataBounds;
    return request;
}

Core::Result<SheetInfo> GetSheet::read(const Net::Response &response)
{
    const auto json = Net::JsonReader::parse(response.body);
    SheetInfo sheet = readSheetInfo(json);
    if (const auto good = json.check(); !good)
        return Core::propagate(good);
    return sheet;
}

Core::Error GetSheet::failed(Core::Error error) const
{
    if (error.subject.isEmpty())
        error.subject = m_sheetId;
    return error;
}

} // namespace Workiva
