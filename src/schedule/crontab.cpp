#include "schedule/crontab.h"

#include "schedule/wakes.h"

using namespace Qt::StringLiterals;

namespace Schedule {

namespace {

const QString beginning = u"# Workiva Writeback "_s; // then the profile's ID and the record

// For the shell, and "%" for cron, which makes a line break of it.
QString quoted(QString word)
{
    word.replace(u'\'', u"'\\''"_s).replace(u'%', u"\\%"_s);
    return u'\'' + word + u'\'';
}

QString listOf(const QList<int> &numbers)
{
    QStringList items;
    for (const int number : numbers)
        items.append(QString::number(number));
    return items.isEmpty() ? u"*"_s : items.join(u',');
}

// Days of the month, months, days of the week. A day and a weekday together mean either of them, so the weekdays alone
// are taken.
QString daysText(const WakeDays &days)
{
    QList<int> weekdays;
    for (const Qt::DayOfWeek day : days.weekdays)
        weekdays.append(day % 7); // Sunday is 0
    return QStringList{listOf(weekdays.isEmpty() ? fromTheFirst(days.days) : QList<int>()), listOf(days.months),
                       listOf(weekdays)}
        .join(u' ');
}

} // namespace

Core::Result<QString> crontabLines(const Handover &handover, const QTimeZone &here, const QDateTime &now)
{
    const auto wakes = localWakes(handover.schedule.timetable, here, now);
    if (!wakes)
        return Core::propagate(wakes);
    QStringList words{quoted(handover.program)};
    for (const QString &word : arguments(handover))
        words.append(quoted(word));
    const QString command = words.join(u' ');
    QStringList lines{beginning + handover.profileId + u' ' + recordOf(handover)};
    for (const WakeTimes &times : wakeTimes(wakes->times))
        lines.append(listOf(times.minutes) + u' ' + listOf(times.hours) + u' ' + daysText(wakes->days) + u' '
                     + command);
    lines.append(u"@reboot "_s + command);
    return lines.join(u'\n') + u'\n';
}

QList<Core::Result<Handover>> fromCrontab(const QString &crontab)
{
    QList<Core::Result<Handover>> found;
    for (const QString &line : crontab.split(u'\n')) {
        if (line.startsWith(beginning))
            found.append(fromRecord(line.mid(line.indexOf(u' ', beginning.size()) + 1)));
    }
    return found;
}

QString without(const Handover &handover, const QString &crontab)
{
    const QString command = u" 'run' '%1' '--scheduled' '"_s.arg(handover.profileId);
    QStringList kept = crontab.split(u'\n');
    kept.removeIf([&](const QString &line) {
        return line.startsWith(beginning + handover.profileId + u' ') || line.contains(command);
    });
    return kept.join(u'\n');
}

} // namespace Schedule
