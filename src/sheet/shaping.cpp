#include "sheet/shaping.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sheet {

namespace {

bool keepsOldValues(const Shaping &shaping)
{
    constexpr auto keep = NullRule::Kind::Keep;
    return shaping.nulls.kind == keep || std::ranges::any_of(shaping.columns, [](const ColumnRule &rule) {
               return !rule.isLeftOut && rule.nulls && rule.nulls->kind == keep;
           });
}

} // namespace

QString name(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Number: return u"number"_s;
    case ColumnKind::Text: return u"text"_s;
    case ColumnKind::Date: return u"date"_s;
    }
    Q_UNREACHABLE();
}

std::optional<ColumnKind> columnKindNamed(const QString &text)
{
    for (int each = 0; each <= int(lastColumnKind); ++each) {
        if (name(ColumnKind(each)) == text)
            return ColumnKind(each);
    }
    return {};
}

Core::Failure shapingFault(ShapingFault::Reason reason, const QString &column)
{
    return Core::fail(
        Core::Error{.kind = Core::ErrorKind::InvalidInput, .subject = column, .cause = ShapingFault{reason}});
}

Core::Result<void> check(const Shaping &shaping, const Update &update)
{
    QSet<QString> names;
    for (const ColumnRule &rule : shaping.columns) {
        if (names.contains(rule.name))
            return shapingFault(ShapingFault::Reason::RepeatedColumn, rule.name);
        names.insert(rule.name);
    }
    if (shaping.isChoice && std::ranges::all_of(shaping.columns, &ColumnRule::isLeftOut))
        return shapingFault(ShapingFault::Reason::NothingLeft, {});
    if (keepsOldValues(shaping) && update.kind != UpdateMethod::Kind::Upsert)
        return shapingFault(ShapingFault::Reason::OldValueOfNoRow, name({.kind = update.kind}));
    return {};
}

} // namespace Sheet
