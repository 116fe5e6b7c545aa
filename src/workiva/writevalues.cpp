#include "workiva/writevalues.h"

#include "workiva/apirequest.h"

using namespace Qt::StringLiterals;

namespace Workiva {

WriteValues::WriteValues(Net::Service &service, QString spreadsheetId, QString sheetId,
                         const Sheet::Rectangle &rectangle, QByteArray body, QObject *parent)
    : Operation(service, parent)
    , m_spreadsheetId(std::move(spreadsheetId))
    , m_sheetId(std::move(sheetId))
    , m_range(Sheet::toA1(rectangle))
    , m_body(std::move(body))
{
}

Net::Request WriteValues::request() const
{
    return change("PUT"_ba, apiPath({u"spreadsheets"_s, m_spreadsheetId, u"sheets"_s, m_sheetId, u"values"_s, m_range}),
                  m_body);
}

Core::Result<Accepted> WriteValues::read(const Net::Response &response)
{
    return readAccepted(service(), response);
}

Core::Error WriteValues::failed(Core::Error error) const
{
    if (error.subject.isEmpty())
        error.subject = m_range;
    return error;
}

} // namespace Workiva
