#include "cli/shapingoptions.h"

#include "cli/namelist.h"
#include "core/inputfault.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

using Sheet::ColumnRule;
using Reason = Sheet::ShapingFault::Reason;

Core::Failure notOneOf(const QString &text, const QStringList &names)
{
    return Core::fail(
        Core::Error{.kind = Core::ErrorKind::InvalidInput, .subject = text, .cause = Core::NotOneOf{names}});
}

Core::Result<void> forEach(const QStringList &lists, const std::function<Core::Result<void>(const NamedValue &)> &take)
{
    for (const QString &list : lists) {
        const auto names = namesIn(list);
        if (!names)
            return Core::propagate(names);
        for (const NamedValue &one : *names) {
            if (auto taken = take(one); !taken)
                return taken;
        }
    }
    return {};
}

// A value that may be said once.
template <typename Value> Core::Result<void> setOnce(std::optional<Value> &into, Value value, const QString &column)
{
    if (into)
        return Sheet::shapingFault(Reason::RepeatedColumn, column);
    into = std::move(value);
    return {};
}

class Shaper
{
public:
    [[nodiscard]] Core::Result<Sheet::Shaping> shaping(const ShapingOptions &options)
    {
        m_shaping.isChoice = !options.columns.isEmpty();
        for (const auto &done : {forEach(options.columns, std::bind_front(&Shaper::choose, this)),
                                 forEach(options.leftOut, std::bind_front(&Shaper::leaveOut, this)),
                                 forEach(options.types, std::bind_front(&Shaper::setType, this)),
                                 forEach(options.nulls, std::bind_front(&Shaper::setNulls, this)),
                                 forEach(options.rounding, std::bind_front(&Shaper::setDecimals, this))}) {
            if (!done)
                return Core::propagate(done);
        }
        m_shaping.nulls = m_nulls.value_or(Sheet::NullRule());
        return m_shaping;
    }

private:
    Core::Result<void> choose(const NamedValue &one)
    {
        if (find(one.name))
            return Sheet::shapingFault(Reason::RepeatedColumn, one.name);
        m_shaping.columns.append({.name = one.name, .as = one.value.value_or(QString())});
        return {};
    }

    Core::Result<void> leaveOut(const NamedValue &one)
    {
        if (one.value)
            return Core::fail(
                Core::Error{.kind = Core::ErrorKind::InvalidInput, .subject = one.name, .cause = Core::NotAList{}});
        if (find(one.name))
            return Sheet::shapingFault(Reason::RepeatedColumn, one.name);
        m_shaping.columns.append({.name = one.name, .isLeftOut = true});
        return {};
    }

    Core::Result<void> setType(const NamedValue &one)
    {
        const auto kind = Sheet::columnKindNamed(one.value.value_or(QString()));
        if (!kind) {
            QStringList names;
            for (int each = 0; each <= int(Sheet::lastColumnKind); ++each)
                names.append(Sheet::name(Sheet::ColumnKind(each)));
            return notOneOf(one.value.value_or(one.name), names);
        }
        const auto rule = ruleFor(one.name);
        return rule ? setOnce((*rule)->kind, *kind, one.name) : Core::propagate(rule);
    }

    Core::Result<void> setNulls(const NamedValue &one)
    {
        const QString text = one.value.value_or(one.name);
        const auto nulls = Sheet::nullRuleNamed(text);
        if (!nulls)
            return notOneOf(text, {u"clear"_s, u"keep"_s, u"text:TEXT"_s});
        if (!one.value)
            return setOnce(m_nulls, *nulls, u"--nulls"_s);
        const auto rule = ruleFor(one.name);
        return rule ? setOnce((*rule)->nulls, *nulls, one.name) : Core::propagate(rule);
    }

    Core::Result<void> setDecimals(const NamedValue &one)
    {
        const QString text = one.value.value_or(one.name);
        QStringList all;
        for (int each = 0; each <= Sheet::maxDecimals; ++each)
            all.append(QString::number(each));
        const qsizetype decimals = one.value ? all.indexOf(text) : -1;
        if (decimals < 0)
            return notOneOf(text, all);
        const auto rule = ruleFor(one.name);
        return rule ? setOnce((*rule)->decimals, int(decimals), one.name) : Core::propagate(rule);
    }

    [[nodiscard]] ColumnRule *find(const QString &name)
    {
        const auto found = std::ranges::find(m_shaping.columns, name, &ColumnRule::name);
        return found == m_shaping.columns.end() ? nullptr : &*found;
    }

    // The rule of a column that is written.
    [[nodiscard]] Core::Result<ColumnRule *> ruleFor(const QString &name)
    {
        ColumnRule *known = find(name);
        if (known ? known->isLeftOut : m_shaping.isChoice)
            return Sheet::shapingFault(Reason::NotWritten, name);
        if (!known) {
            m_shaping.columns.append({.name = name});
            known = &m_shaping.columns.last();
        }
        return known;
    }

    Sheet::Shaping m_shaping;
    std::optional<Sheet::NullRule> m_nulls;
};

} // namespace

Core::Result<Sheet::Shaping> shapingOf(const ShapingOptions &options)
{
    return Shaper().shaping(options);
}

} // namespace Cli
