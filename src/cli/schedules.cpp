#include "cli/schedules.h"

#include "cli/advice.h"
#include "cli/reportjson.h"
#include "words/errortext.h"
#include "words/handovertext.h"
#include "words/servicename.h"
#include "words/whentext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Cli {

Runs::Schedules::Wanted wantedSchedules(const SavedData &data)
{
    return Runs::Schedules::wantedBy(data.store(), data.folder(), QCoreApplication::applicationFilePath());
}

QStringList rowOf(const Schedule::Compared &compared, const QDateTime &now)
{
    const auto next = Runs::Schedules::nextOf(compared, now);
    return {compared.name.isEmpty() ? compared.profileId : compared.name, Words::comparedLine(compared).text,
            next ? u"next %1"_s.arg(Words::whenText(*next, now)) : QString(),
            compared.scheduler ? Words::schedulerName(*compared.scheduler) : QString()};
}

QJsonObject objectOf(const Schedule::Compared &compared, const QDateTime &now)
{
    QJsonArray differences;
    for (const Schedule::Compared::Difference difference : compared.differences)
        differences.append(Schedule::name(difference));
    const auto next = Runs::Schedules::nextOf(compared, now);
    const auto &installed = compared.installed;
    QJsonObject object{
        {u"profile"_s, QJsonObject{{u"id"_s, compared.profileId}, {u"name"_s, compared.name}}},
        {u"state"_s, Schedule::name(compared.state)},
        {u"differences"_s, differences},
        {u"scheduler"_s, compared.scheduler ? QJsonValue(Schedule::name(*compared.scheduler)) : QJsonValue()},
        {u"isActive"_s, installed && installed->isActive ? QJsonValue(*installed->isActive) : QJsonValue()},
        {u"next"_s, next ? QJsonValue(next->toUTC().toString(Qt::ISODate)) : QJsonValue()},
        {u"isNextOfScheduler"_s, installed && installed->next.has_value()}};
    if (installed && !installed->handover)
        object.insert(u"error"_s, refusalJson(installed->handover.error(), {})["error"_L1]);
    return object;
}

QString lineOf(const Core::Error &error)
{
    const QString next = savedAdvice(refusalBy(error), {});
    const Words::ErrorText text = Words::errorText(error);
    QString line = u"%1 %2"_s.arg(text.message, next.isEmpty() ? text.next : next).trimmed();
    if (!text.quote.isEmpty())
        line += u" (%1)"_s.arg(text.quote);
    return line;
}

} // namespace Cli
