#include "history/findings.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace History {

namespace {

using Writeback::Finding;

const QString kindKey = u"kind"_s;
const QString refusesKey = u"refuses"_s;
const QString countKey = u"count"_s;
const QString placeKey = u"place"_s;
const QString otherKey = u"other"_s;
const QString againstKey = u"against"_s;
const QString verdictKey = u"verdict"_s;
const QString actualKey = u"actual"_s;
const QString expectedKey = u"expected"_s;
const QString thresholdKey = u"threshold"_s;
const QString reasonKey = u"reason"_s;
const QString untilKey = u"until"_s;
const QString placesKey = u"places"_s;
const QString refersToKey = u"refersTo"_s;
const QString rowKey = u"row"_s;
const QString beforeKey = u"before"_s;
const QString afterKey = u"after"_s;
const QString columnsKey = u"columns"_s;
const QString columnKey = u"column"_s;
const QString traitKey = u"trait"_s;
const QString unreadKey = u"unread"_s;

QJsonArray placesJson(const QList<Finding::At> &places)
{
    QJsonArray json;
    for (const Finding::At &at : places)
        json.append(QJsonObject{{placeKey, at.place},
                                {refersToKey, at.refersTo},
                                {rowKey, at.row},
                                {beforeKey, at.before},
                                {afterKey, at.after}});
    return json;
}

QJsonArray columnsJson(const QList<Finding::InColumn> &columns)
{
    QJsonArray json;
    for (const Finding::InColumn &one : columns)
        json.append(QJsonObject{{columnKey, one.column},
                                {traitKey, Writeback::name(one.trait)},
                                {countKey, one.count},
                                {placeKey, one.place},
                                {actualKey, one.actual},
                                {expectedKey, one.expected}});
    return json;
}

QJsonObject toJson(const Finding &finding)
{
    return {{kindKey, Writeback::name(finding.kind)},
            {refusesKey, finding.refuses},
            {countKey, finding.count},
            {placeKey, finding.place},
            {otherKey, finding.other},
            {againstKey, finding.against},
            {verdictKey, Sheet::name(finding.verdict)},
            {thresholdKey, finding.threshold},
            {actualKey, finding.actual},
            {expectedKey, finding.expected},
            {reasonKey, finding.reason},
            {untilKey, finding.until.toString(Qt::ISODate)},
            {placesKey, placesJson(finding.places)},
            {unreadKey, finding.unread ? Writeback::name(*finding.unread) : QString()},
            {columnsKey, columnsJson(finding.columns)}};
}

QList<Finding::At> placesIn(const QJsonArray &json)
{
    QList<Finding::At> places;
    for (const QJsonValue &at : json)
        places.append({.place = at[placeKey].toString(),
                       .refersTo = at[refersToKey].toString(),
                       .row = at[rowKey].toInt(),
                       .before = at[beforeKey].toString(),
                       .after = at[afterKey].toString()});
    return places;
}

QList<Finding::InColumn> columnsIn(const QJsonArray &json)
{
    QList<Finding::InColumn> columns;
    for (const QJsonValue &one : json) {
        if (const auto trait = Writeback::traitNamed(one[traitKey].toString()))
            columns.append({.column = one[columnKey].toString(),
                            .trait = *trait,
                            .count = one[countKey].toInteger(),
                            .place = one[placeKey].toString(),
                            .actual = one[actualKey].toString(),
                            .expected = one[expectedKey].toString()});
    }
    return columns;
}

// The first versions recorded only whether a finding refused.
Sheet::Verdict verdictIn(const QJsonObject &json)
{
    const bool refuses = json.value(refusesKey).toBool();
    return Sheet::verdictNamed(json.value(verdictKey).toString())
        .value_or(refuses ? Sheet::Verdict::Stop : Sheet::Verdict::Warn);
}

std::optional<Finding> fromJson(const QJsonObject &json)
{
    const auto kind = Writeback::findingKind(json.value(kindKey).toString());
    if (!kind)
        return {};
    return Finding{.kind = *kind,
                   .refuses = json.value(refusesKey).toBool(),
                   .count = json.value(countKey).toInteger(),
                   .place = json.value(placeKey).toString(),
                   .against = json.value(againstKey).toInteger(),
                   .other = json.value(otherKey).toString(),
                   .verdict = verdictIn(json),
                   .threshold = json.value(thresholdKey).toString(),
                   .actual = json.value(actualKey).toString(),
                   .expected = json.value(expectedKey).toString(),
                   .reason = json.value(reasonKey).toString(),
                   .until = QDate::fromString(json.value(untilKey).toString(), Qt::ISODate),
                   .places = placesIn(json.value(placesKey).toArray()),
                   .unread = Writeback::unreadNamed(json.value(unreadKey).toString()),
                   .columns = columnsIn(json.value(columnsKey).toArray())};
}

QString text(const QJsonDocument &json)
{
    return QString::fromUtf8(json.toJson(QJsonDocument::Compact));
}

} // namespace

QJsonArray toJson(const QList<Finding> &findings)
{
    QJsonArray array;
    for (const Finding &finding : findings)
        array.append(toJson(finding));
    return array;
}

QString toText(const Finding &finding)
{
    return text(QJsonDocument(toJson(finding)));
}

QString toText(const QList<Finding> &findings)
{
    return text(QJsonDocument(toJson(findings)));
}

std::optional<Finding> findingIn(const QString &text)
{
    return fromJson(QJsonDocument::fromJson(text.toUtf8()).object());
}

QList<Finding> findingsIn(const QString &text)
{
    QList<Finding> findings;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue &one : array) {
        if (const auto finding = fromJson(one.toObject()))
            findings.append(*finding);
    }
    return findings;
}

} // namespace History
