#include "workiva/listspreadsheets.h"

#include "workiva/apirequest.h"

namespace Workiva {

ListSpreadsheets::ListSpreadsheets(Net::Service &service, QObject *parent) : PagedOperation(service, parent) { }

Net::Request ListSpreadsheets::request() const
{
    Net::Request request = get(apiPath({QStringLiteral("spreadsheets")}));
    request.bounds = Net::listBounds;
    return request;
}

Core::Result<Page> ListSpreadsheets::takePage(const Net::Response &response)
{
    const auto page = Net::JsonReader::parse(response.body);
    const qsizetype known = m_ids.size();
    const auto items = page[QLatin1String("data")].items();
    for (const Net::JsonReader &item : items) {
        m_spreadsheets.append(readSpreadsheet(item));
        m_ids.insert(m_spreadsheets.last().id);
    }
    const QString link = page[QLatin1String("@nextLink")].string(QString());
    if (const auto good = page.check(); !good)
        return tl::unexpected(good.error());
    return Page{.next = link, .isNew = m_ids.size() > known};
}

Core::Result<QList<Spreadsheet>> ListSpreadsheets::read(const Net::Response &)
{
    return m_spreadsheets;
}

} // namespace Workiva
