#include "profiles/guardsjson.h"

#include "profiles/knownword.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Profiles {

namespace {

// Of an item that names one; the first guard if the item is faulty.
Core::Result<Sheet::Guard> guardOf(const Core::JsonReader &item)
{
    return knownWord(item["guard"_L1], Sheet::guardNamed);
}

} // namespace

QJsonObject toJson(const Sheet::GuardRules &rules)
{
    QJsonArray levels;
    for (const auto &[guard, level] : rules.levels.asKeyValueRange())
        levels.append(QJsonObject{{u"guard"_s, Sheet::name(guard)}, {u"level"_s, Sheet::name(level)}});
    QJsonArray thresholds;
    for (const auto &[guard, threshold] : rules.thresholds.asKeyValueRange())
        thresholds.append(QJsonObject{{u"guard"_s, Sheet::name(guard)}, {u"threshold"_s, threshold}});
    QJsonArray accepted;
    for (const Sheet::Acceptance &one : rules.accepted)
        accepted.append(QJsonObject{{u"guard"_s, Sheet::name(one.guard)},
                                    {u"reason"_s, one.reason},
                                    {u"until"_s, one.until.toString(Qt::ISODate)}});
    return {{u"levels"_s, levels}, {u"thresholds"_s, thresholds}, {u"accepted"_s, accepted}};
}

Core::Result<Sheet::GuardRules> guardsFromJson(const Core::JsonReader &json)
{
    Sheet::GuardRules rules;
    if (!json.isObject()) {
        json.complain(u"an object"_s);
        return rules;
    }
    for (const Core::JsonReader &item : json["levels"_L1].items()) {
        const auto guard = guardOf(item);
        const auto level = knownWord(item["level"_L1], Sheet::guardLevelNamed);
        if (!guard || !level)
            return guard ? Core::propagate(level) : Core::propagate(guard);
        rules.levels[*guard] = *level;
    }
    for (const Core::JsonReader &item : json["thresholds"_L1].items()) {
        const auto guard = guardOf(item);
        if (!guard)
            return Core::propagate(guard);
        rules.thresholds[*guard] = int(item["threshold"_L1].integer());
    }
    for (const Core::JsonReader &item : json["accepted"_L1].items()) {
        const auto guard = guardOf(item);
        if (!guard)
            return Core::propagate(guard);
        const Core::JsonReader until = item["until"_L1];
        rules.accepted.append({*guard, item["reason"_L1].string(), QDate::fromString(until.string(), Qt::ISODate)});
        if (!rules.accepted.back().until.isValid())
            until.complain(u"a date"_s);
    }
    return rules;
}

} // namespace Profiles
