#include "workiva/updatesheet.h"

#include "workiva/apirequest.h"

using namespace Qt::StringLiterals;

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
    return change("POST"_ba, apiPath({u"spreadsheets"_s, m_spreadsheetId, u"sheets"_s, m_sheetId, u"update"_s}),
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
