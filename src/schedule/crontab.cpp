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

bool isOf(const QString &profileId, const QString &line)
{
    return line.startsWith(beginning + profileId + u' ')
        || line.contains(u" 'run' '%1' '--scheduled' '"_s.arg(profileId));
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

QList<CrontabEntry> fromCrontab(const QString &crontab)
{
    QList<CrontabEntry> found;
    for (const QString &line : crontab.split(u'\n')) {
        if (!line.startsWith(beginning))
            continue;
        const qsizetype end = line.indexOf(u' ', beginning.size());
        found.append({line.sliced(beginning.size(), std::max(end, beginning.size()) - beginning.size()),
                      fromRecord(line.mid(end + 1))});
    }
    return found;
}

QString linesOf(const QString &profileId, const QString &crontab)
{
    QString lines;
    for (const QString &line : crontab.split(u'\n')) {
        if (isOf(profileId, line))
            lines += line + u'\n';
    }
    return lines;
}

QString without(const QString &profileId, const QString &crontab)
{
    QStringList kept = crontab.split(u'\n');
    kept.removeIf([&profileId](const QString &line) { return isOf(profileId, line); });
    return kept.join(u'\n');
}

} // namespace Schedule
