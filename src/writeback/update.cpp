#include "writeback/update.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Writeback {

namespace {

using Reason = Sheet::UpdateFault::Reason;

Core::Failure fault(Reason reason, const QString &subject)
{
    return Core::fail(
        Core::Error{.kind = Core::ErrorKind::InvalidInput, .subject = subject, .cause = Sheet::UpdateFault{reason}});
}

Core::Result<Sheet::Key> columnsOf(const QStringList &names, const QList<Domo::Column> &schema, bool datesAsText)
{
    Sheet::Key columns;
    for (const QString &name : names) {
        const auto isNamed = [&name](const Domo::Column &column) { return column.name == name; };
        const auto found = std::ranges::find_if(schema, isNamed);
        if (found == schema.end())
            return fault(Reason::NoSuchColumn, name);
        if (std::ranges::count_if(schema, isNamed) > 1)
            return fault(Reason::SeveralSuchColumns, name);
        if (found->type && Sheet::holdsDates(*found->type) && !datesAsText)
            return fault(Reason::DateColumn, name);
        columns.push_back(int(found - schema.begin()));
    }
    return columns;
}

} // namespace

Core::Result<Sheet::UpdateMethod> methodOf(const Sheet::Update &update, const QList<Domo::Column> &schema,
                                           bool datesAsText)
{
    if (auto checked = check(update); !checked)
        return Core::propagate(checked);
    auto keys = columnsOf(update.keys, schema, datesAsText);
    auto partition = columnsOf(update.partition, schema, datesAsText);
    if (!keys || !partition)
        return keys ? Core::propagate(partition) : Core::propagate(keys);
    return Sheet::UpdateMethod{.kind = update.kind, .keys = *std::move(keys), .partition = *std::move(partition)};
}

} // namespace Writeback
