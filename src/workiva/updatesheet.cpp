#include "workiva/updatesheet.h"

#include "workiva/apirequest.h"

using namespace Qt::StringLiterals;

namespace Workiva {

UpdateSheet::UpdateSheet(Net::Service &service, SheetId sheet, QByteArray body, QObject *parent)
    : Operation(service, sheet.sheet, parent), m_sheet(std::move(sheet)), m_body(std::move(body))
{
}

Net::Request UpdateSheet::request() const
{
    return change("POST"_ba, sheetPath(m_sheet, {u"update"_s}), m_body);
}

Core::Result<Accepted> UpdateSheet::read(const Net::Response &response)
{
    return readAccepted(service(), response);
}

} // namespace Workiva
