#include "profiles/shapingjson.h"

#include "profiles/knownword.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Profiles {

namespace {

QJsonObject toJson(const Sheet::ColumnRule &rule)
{
    QJsonObject json{{u"name"_s, rule.name}};
    if (!rule.as.isEmpty())
        json.insert(u"as"_s, rule.as);
    if (rule.kind)
        json.insert(u"type"_s, Sheet::name(*rule.kind));
    if (rule.nulls)
        json.insert(u"nulls"_s, Sheet::name(*rule.nulls));
    if (rule.decimals)
        json.insert(u"decimals"_s, *rule.decimals);
    if (rule.isLeftOut)
        json.insert(u"leftOut"_s, true);
    return json;
}

Core::Result<Sheet::ColumnRule> ruleFromJson(const Core::JsonReader &json)
{
    Sheet::ColumnRule rule{.name = json["name"_L1].string(),
                           .as = json["as"_L1].string(QString()),
                           .isLeftOut = json["leftOut"_L1].boolean(false)};
    if (json.has("type"_L1)) {
        const auto kind = knownWord(json["type"_L1], Sheet::columnKindNamed);
        if (!kind)
            return Core::propagate(kind);
        rule.kind = *kind;
    }
    if (json.has("nulls"_L1)) {
        const auto nulls = knownWord(json["nulls"_L1], Sheet::nullRuleNamed);
        if (!nulls)
            return Core::propagate(nulls);
        rule.nulls = *nulls;
    }
    if (const Core::JsonReader decimals = json["decimals"_L1]; json.has("decimals"_L1)) {
        const qint64 count = decimals.integer();
        if (count < 0 || count > Sheet::maxDecimals)
            decimals.complain(u"a number of decimals"_s);
        rule.decimals = int(count);
    }
    return rule;
}

} // namespace

QJsonObject toJson(const Sheet::Shaping &shaping)
{
    QJsonArray columns;
    for (const Sheet::ColumnRule &rule : shaping.columns)
        columns.append(toJson(rule));
    return {{u"onlyThese"_s, shaping.isChoice}, {u"nulls"_s, Sheet::name(shaping.nulls)}, {u"columns"_s, columns}};
}

Core::Result<Sheet::Shaping> shapingFromJson(const Core::JsonReader &json)
{
    Sheet::Shaping shaping;
    if (!json.isObject()) {
        json.complain(u"an object"_s);
        return shaping;
    }
    shaping.isChoice = json["onlyThese"_L1].boolean();
    const auto nulls = knownWord(json["nulls"_L1], Sheet::nullRuleNamed);
    if (!nulls)
        return Core::propagate(nulls);
    shaping.nulls = *nulls;
    for (const Core::JsonReader &item : json["columns"_L1].items()) {
        const auto rule = ruleFromJson(item);
        if (!rule)
            return Core::propagate(rule);
        shaping.columns.append(*rule);
    }
    return shaping;
}

} // namespace Profiles
