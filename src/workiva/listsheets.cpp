#include "workiva/listsheets.h"

#include "workiva/apirequest.h"
#include "workiva/sheettree.h"

using namespace Qt::StringLiterals;

namespace Workiva {

ListSheets::ListSheets(Net::Service &service, QString spreadsheetId, QObject *parent)
    : PagedOperation(service, spreadsheetId, parent), m_spreadsheetId(std::move(spreadsheetId))
{
}

Net::Request ListSheets::request() const
{
    Net::Request request = get(apiPath({u"spreadsheets"_s, m_spreadsheetId, u"sheets"_s}));
    request.bounds = Net::listBounds;
    return request;
}

Core::Result<Page> ListSheets::takePage(const Net::Response &response)
{
    const auto page = Core::JsonReader::parse(response.body);
    const qsizetype known = m_ids.size();
    take(page["data"_L1], {});
    const QString link = page["@nextLink"_L1].string(QString());
    if (const auto good = page.check(); !good)
        return Core::propagate(good);
    return Page{.next = link, .isNew = m_ids.size() > known};
}

void ListSheets::take(const Core::JsonReader &sheets, const QString &parentId)
{
    const QLatin1String childrenKey("children");
    const auto items = sheets.items();
    for (const Core::JsonReader &item : items) {
        SheetInfo sheet = readSheetInfo(item);
        if (sheet.parentId.isEmpty())
            sheet.parentId = parentId;
        const QString id = sheet.id;
        m_ids.insert(id);
        m_sheets.append(std::move(sheet));
        if (item.has(childrenKey))
            take(item[childrenKey], id);
    }
}

Core::Result<QList<SheetInfo>> ListSheets::read(const Net::Response &)
{
    return inTreeOrder(m_sheets);
}

} // namespace Workiva
