#pragma once

#include "support/testgrid.h"
#include "writeback/runcontext.h"

#include <algorithm>
#include <array>
#include <iterator>

// Shared by the tests of guards.
namespace Support {

using namespace Qt::StringLiterals;
using Writeback::Finding;
using Writeback::RunContext;

inline void setSchema(RunContext &context, const QList<Domo::Column> &schema)
{
    context.dataSet.schema = schema;
    context.shaped = Domo::shaped(schema, context.request.dataSet()->shaping).value_or(Domo::ShapedColumns());
}

// A context with a DataSet of one column.
inline RunContext typedContext()
{
    RunContext context;
    setSchema(context, {{u"Account"_s, Sheet::ColumnType::String}});
    return context;
}

// A context in which one cell is to be written at B3.
inline RunContext contextWith(Sheet::Cell cell, Sheet::Cell existing = {})
{
    RunContext context = typedContext();
    context.request.region = *Sheet::Region::parse(u"B3:"_s);
    const std::array desired{cell};
    context.desired.appendRow(desired);
    context.existing = gridOf({{existing}});
    context.fit = Sheet::fit(context.request.region, 1, 1);
    context.diff = Sheet::diff(context.existing, context.desired);
    return context;
}

// The records of checks that found something.
inline QList<Finding> foundIn(const QList<Finding> &checks)
{
    QList<Finding> found;
    std::ranges::copy_if(checks, std::back_inserter(found), &Finding::hasFound);
    return found;
}

inline QList<Finding::Kind> kinds(const QList<Finding> &findings)
{
    QList<Finding::Kind> kinds;
    for (const Finding &finding : findings)
        kinds.append(finding.kind);
    return kinds;
}

inline std::optional<Sheet::Verdict> verdictOf(Finding::Kind kind, const QList<Finding> &checks)
{
    const auto found = std::ranges::find(checks, kind, &Finding::kind);
    return found == checks.end() ? std::nullopt : std::optional(found->verdict);
}

} // namespace Support
