#include "history/steps.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace History {

namespace {

using Writeback::StepTime;

const QString nameKey = u"name"_s;
const QString secondsKey = u"seconds"_s;
const QString doneKey = u"done"_s;
const QString totalKey = u"total"_s;
const QString wellKey = u"well"_s;

} // namespace

QJsonArray toJson(const QList<StepTime> &steps)
{
    QJsonArray array;
    for (const StepTime &step : steps)
        array.append(QJsonObject{{nameKey, Writeback::name(step.step)},
                                 {secondsKey, step.seconds},
                                 {doneKey, step.done},
                                 {totalKey, step.total},
                                 {wellKey, step.well}});
    return array;
}

QString toText(const QList<StepTime> &steps)
{
    return QString::fromUtf8(QJsonDocument(toJson(steps)).toJson(QJsonDocument::Compact));
}

QList<StepTime> stepsIn(const QString &text)
{
    QList<StepTime> steps;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue &one : array) {
        if (const auto name = Writeback::stepName(one[nameKey].toString()))
            steps.append({.step = *name,
                          .seconds = one[secondsKey].toDouble(),
                          .done = one[doneKey].toInteger(),
                          .total = one[totalKey].toInteger(),
                          .well = one[wellKey].toBool()});
    }
    return steps;
}

} // namespace History
