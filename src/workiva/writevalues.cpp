#include "workiva/writevalues.h"

#include "workiva/apirequest.h"

using namespace Qt::StringLiterals;

namespace Workiva {

WriteValues::WriteValues(Net::Service &service, SheetId sheet, const Sheet::Rectangle &rectangle, QByteArray body,
                         QObject *parent)
    : Operation(service, Sheet::toA1(rectangle), parent)
    , m_sheet(std::move(sheet))
    , m_range(Sheet::toA1(rectangle))
    , m_body(std::move(body))
{
}

Net::Request WriteValues::request() const
{
    return change("PUT"_ba, sheetPath(m_sheet, {u"values"_s, m_range}), m_body);
}

Core::Result<Accepted> WriteValues::read(const Net::Response &response)
{
    return readAccepted(service(), response);
}

} // namespace Workiva
