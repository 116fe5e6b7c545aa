#include "workiva/listrangelinks.h"

#include "core/jsonreader.h"
#include "workiva/apirequest.h"
#include "workiva/rangejson.h"

#include <string>

using namespace Qt::StringLiterals;

namespace Workiva {

namespace {

RangeLink::Type typeOf(const QString &word)
{
    if (word == "source"_L1)
        return RangeLink::Type::Source;
    return word == "destination"_L1 ? RangeLink::Type::Destination : RangeLink::Type::Unknown;
}

std::optional<Sheet::Rectangle> rangeOf(const Core::JsonReader &json)
{
    RangeJson range;
    const auto take = [&](QLatin1String side, const std::optional<qint64> &otherwise) {
        if (!json.has(side) && !otherwise)
            return;
        const std::string digits = std::to_string(json[side].integer(otherwise.value_or(0)));
        range.take({side.data(), size_t(side.size())}, Sheet::Cell::ofNumber(digits));
    };
    take("startRow"_L1, 0);
    take("startColumn"_L1, 0);
    take("stopRow"_L1, {});
    take("stopColumn"_L1, {});
    return range.rectangle();
}

} // namespace

ListRangeLinks::ListRangeLinks(Net::Service &service, QString tableId, QObject *parent)
    : PagedOperation(service, tableId, parent), m_tableId(std::move(tableId))
{
}

Net::Request ListRangeLinks::request() const
{
    Net::Request request = get(apiPath({u"content"_s, u"tables"_s, m_tableId, u"rangeLinks"_s}));
    request.bounds = Net::listBounds;
    return request;
}

Core::Result<Page> ListRangeLinks::takePage(const Net::Response &response)
{
    const auto page = Core::JsonReader::parse(response.body);
    const qsizetype known = m_links.size();
    const auto items = page["data"_L1].items();
    for (const Core::JsonReader &item : items) {
        RangeLink link{.id = item["id"_L1].string(), .type = typeOf(item["type"_L1].string())};
        if (item.has("source"_L1) && item["source"_L1].has("range"_L1))
            link.range = rangeOf(item["source"_L1]["range"_L1]);
        m_links.append(std::move(link));
    }
    const QString next = page["@nextLink"_L1].string(QString());
    if (const auto good = page.check(); !good)
        return Core::propagate(good);
    return Page{.next = next, .isNew = m_links.size() > known};
}

Core::Result<QList<RangeLink>> ListRangeLinks::read(const Net::Response &)
{
    return m_links;
}

} // namespace Workiva
