#include "workiva/listspreadsheets.h"

#include "workiva/apirequest.h"

using namespace Qt::StringLiterals;

namespace Workiva {

ListSpreadsheets::ListSpreadsheets(Net::Service &service, QObject *parent) : PagedOperation(service, {}, parent) { }

Net::Request ListSpreadsheets::request() const
{
    Net::Request request = get(apiPath({u"spreadsheets"_s}));
    request.bounds = Net::listBounds;
    return request;
}

Core::Result<Page> ListSpreadsheets::takePage(const Net::Response &response)
{
    const auto page = Core::JsonReader::parse(response.body);
    const qsizetype known = m_ids.size();
    const auto items = page["data"_L1].items();
    for (const Core::JsonReader &item : items) {
        m_spreadsheets.append(readSpreadsheet(item));
        m_ids.insert(m_spreadsheets.last().id);
    }
    const QString link = page["@nextLink"_L1].string(QString());
    if (const auto good = page.check(); !good)
        return Core::propagate(good);
    return Page{.next = link, .isNew = m_ids.size() > known};
}

Core::Result<QList<Spreadsheet>> ListSpreadsheets::read(const Net::Response &)
{
    return m_spreadsheets;
}

} // namespace Workiva
