#include "cli/guardoptions.h"

#include "core/inputfault.h"
#include "core/pasted.h"
#include "writeback/runreport.h"

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

Core::Failure wrong(const QString &subject, Core::Cause cause)
{
    return Core::fail(
        Core::Error{.kind = Core::ErrorKind::InvalidInput, .subject = subject, .cause = std::move(cause)});
}

// What is a fact and no choice has a name, too, in reports.
bool isOfAFact(const QString &name)
{
    for (int kind = 0; kind <= int(Writeback::Finding::lastKind); ++kind) {
        if (Writeback::guardName(Writeback::Finding::Kind(kind)) == name)
            return true;
    }
    return false;
}

Core::Result<Sheet::Guard> guardIn(const QString &name)
{
    if (const auto guard = Sheet::guardNamed(name))
        return *guard;
    if (isOfAFact(name))
        return wrong(name, Core::NotAChoice{});
    return wrong(name, Core::NotOneOf{guardNames()});
}

Core::Result<void> addLevel(const QString &option, Sheet::GuardRules &rules)
{
    const auto guard = guardIn(option.section(u'=', 0, 0));
    if (!guard)
        return Core::propagate(guard);
    QString text = option.section(u'=', 1);
    std::optional<int> threshold;
    if (Sheet::thresholdUnit(*guard) != Sheet::ThresholdUnit::None && text.contains(u':')) {
        const QString number = text.section(u':', 1);
        threshold = Sheet::thresholdIn(number);
        if (!threshold)
            return wrong(number, Core::NotANumber{});
        text = text.section(u':', 0, 0);
    }
    const auto level = Sheet::guardLevelNamed(text);
    if (!level) {
        QStringList names;
        for (int each = 0; each <= int(Sheet::lastGuardLevel); ++each)
            names.append(Sheet::name(Sheet::GuardLevel(each)));
        return wrong(text, Core::NotOneOf{names});
    }
    const auto before = rules.levels.constFind(*guard);
    if (before != rules.levels.constEnd() && *before != *level)
        return wrong(Sheet::name(*guard),
                     Core::Contradiction{Core::Contradiction::Of::Guard, Sheet::name(*before), Sheet::name(*level)});
    rules.levels[*guard] = *level;
    if (threshold)
        rules.thresholds[*guard] = *threshold;
    return {};
}

Core::Result<QDate> dayIn(const QString &text, const QDate &today)
{
    const QDate day = QDate::fromString(text, u"yyyy-MM-dd"_s);
    if (!day.isValid())
        return wrong(text, Core::NotADate{});
    if (day < today)
        return wrong(text, Core::PastDate{});
    return day;
}

} // namespace

Core::Result<Sheet::GuardRules> rulesOf(const GuardOptions &options, const QDate &today)
{
    Sheet::GuardRules rules;
    for (const QString &option : options.levels) {
        if (const auto added = addLevel(option, rules); !added)
            return Core::propagate(added);
    }
    const qsizetype count = options.accepted.size();
    if (options.reasons.size() > count || options.until.size() > count)
        return wrong(u"--accept"_s, Core::NotGiven{});
    for (qsizetype i = 0; i < count; ++i) {
        const auto guard = guardIn(options.accepted[i]);
        if (!guard)
            return Core::propagate(guard);
        const QString reason = Core::trimmed(options.reasons.value(i));
        if (reason.isEmpty())
            return wrong(u"--reason"_s, Core::NotGiven{});
        if (i >= options.until.size())
            return wrong(u"--until"_s, Core::NotGiven{});
        const auto until = dayIn(options.until[i], today);
        if (!until)
            return Core::propagate(until);
        rules.accepted.append({*guard, reason, *until});
    }
    return rules;
}

QStringList guardNames()
{
    QStringList names;
    for (int guard = 0; guard <= int(Sheet::lastGuard); ++guard)
        names.append(Sheet::name(Sheet::Guard(guard)));
    return names;
}

QString acceptOptions(Sheet::Guard guard)
{
    return u"--accept %1 --reason TEXT --until YYYY-MM-DD"_s.arg(Sheet::name(guard));
}

} // namespace Cli
