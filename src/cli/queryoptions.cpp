#include "cli/queryoptions.h"

namespace Cli {

using Reason = Sheet::RowQueryFault::Reason;

Core::Result<Sheet::RowQuery> rowQueryOf(const QueryOptions &options, const QString &period)
{
    Sheet::RowQuery query{.sql = options.sql};
    for (const QString &parameter : options.parameters) {
        const qsizetype equals = parameter.indexOf(u'=');
        if (equals < 0)
            return Sheet::rowQueryFault(Reason::NoEqualsSign, parameter);
        const QString name = parameter.left(equals);
        if (query.parameters.contains(name))
            return Sheet::rowQueryFault(Reason::Repeated, name);
        query.parameters.insert(name, parameter.mid(equals + 1));
    }
    auto whole = Sheet::withPeriod(std::move(query), period);
    if (!whole)
        return whole;
    if (const auto checked = Sheet::filled(*whole); !checked)
        return Core::propagate(checked);
    return whole;
}

} // namespace Cli
