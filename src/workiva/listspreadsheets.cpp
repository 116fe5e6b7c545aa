#include "workiva/listspreadsheets.h"

#include "workiva/apirequest.h"

namespace Workiva {

ListSpreadsheets::ListSpreadsheets(Net::Service &service, QObject *parent) : PagedOperation(service, parent) { }

Net::Request ListSpreadsheets::request() const
{
    return get(apiPath({QStringLiteral("spreadsheets")}));
}

Core::Result<QString> ListSpreadsheets::takePage(const Net::Response &response)
{
    const auto page = Net::JsonReader::parse(response.body);
    const auto items = page[QLatin1String("data")].items();
    for (const Net::JsonReader &item : items)
        m_spreadsheets.append(readSpreadsheet(item));
    QString link = page[QLatin1String("@nextLink")].string(QString());
    if (const auto good = page.check(); !good)
        return tl::unexpected(good.error());
    return link;
}

Core::Result<QList<Spreadsheet>> ListSpreadsheets::read(const Net::Response &)
{
    return m_spreadsheets;
}

} // namespace Workiva
