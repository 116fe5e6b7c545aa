#include "workiva/getsheet.h"

#include "workiva/apirequest.h"

using namespace Qt::StringLiterals;

namespace Workiva {

GetSheet::GetSheet(Net::Service &service, SheetId sheet, QObject *parent)
    : Operation(service, sheet.sheet, parent), m_sheet(std::move(sheet))
{
}

Net::Request GetSheet::request() const
{
    Net::Request request = get(sheetPath(m_sheet));
    request.bounds = Net::metadataBounds;
    return request;
}

Core::Result<SheetInfo> GetSheet::read(const Net::Response &response)
{
    const auto json = Core::JsonReader::parse(response.body);
    SheetInfo sheet = readSheetInfo(json);
    if (const auto good = json.check(); !good)
        return Core::propagate(good);
    return sheet;
}

} // namespace Workiva
