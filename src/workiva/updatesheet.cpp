#include "workiva/updatesheet.h"

#include "workiva/apirequest.h"

namespace Workiva {

UpdateSheet::UpdateSheet(Net::Service &service, QString spreadsheetId, QString sheetId, QByteArray body,
                         QObject *parent)
    : Operation(service, parent)
    , m_spreadsheetId(std::move(spreadsheetId))
    , m_sheetId(std::move(sheetId))
    , m_body(std::move(body))
{
}

Net::Request UpdateSheet::request() const
{
    return change(QByteArrayLiteral("POST"),
                  apiPath({QStringLiteral("spreadsheets"), m_spreadsheetId, QStringLiteral("sheets"), m_sheetId,
                           QStringLiteral("update")}),
                  m_body);
}

Core::Result<Accepted> UpdateSheet::read(const Net::Response &response)
{
    return readAccepted(service(), response);
}

Core::Error UpdateSheet::failed(Core::Error error) const
{
    if (error.subject.isEmpty())
        error.subject = m_sheetId;
    return error;
}

} // namespace Workiva
