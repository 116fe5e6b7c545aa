#include "schedule/systemdunit.h"

#include "schedule/dayrule.h"
#include "schedule/wakes.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace Schedule {

namespace {

const QString section = u"[X-Workiva-Writeback]"_s; // systemd ignores sections of this form
const QString recordKey = u"Record="_s;

QString twoDigits(int number)
{
    return u"%1"_s.arg(number, 2, 10, QLatin1Char('0'));
}

// "01..05,09"
QString listOf(const QList<int> &numbers)
{
    QStringList items;
    for (qsizetype i = 0; i < numbers.size();) {
        qsizetype end = i + 1;
        while (end < numbers.size() && numbers[end] == numbers[end - 1] + 1)
            ++end;
        if (end - i < 3)
            end = i + 1;
        items.append(end - i == 1 ? twoDigits(numbers[i])
                                  : twoDigits(numbers[i]) + ".."_L1 + twoDigits(numbers[end - 1]));
        i = end;
    }
    return items.join(u',');
}

QString weekdaysText(const Profiles::Weekdays &days)
{
    static const std::array names{u"Mon"_s, u"Tue"_s, u"Wed"_s, u"Thu"_s, u"Fri"_s, u"Sat"_s, u"Sun"_s};
    QStringList items;
    for (const Qt::DayOfWeek day : days)
        items.append(names.at(size_t(day - Qt::Monday)));
    return items.join(u',');
}

// "Mon *-01,04-08..14 ", one for the days from the first of a month and one for those from its last.
QStringList dateTexts(const WakeDays &wakes)
{
    const QString weekdays = wakes.weekdays.isEmpty() ? QString() : weekdaysText(wakes.weekdays) + u' ';
    const QString months = u"*-"_s + (wakes.months.isEmpty() ? u"*"_s : listOf(wakes.months));
    QList<int> fromFirst;
    QList<int> fromLast;
    for (const int day : wakes.days) {
        if (day > 0)
            fromFirst.append(day);
        else
            fromLast.prepend(-day);
    }
    QStringList texts;
    if (!fromFirst.isEmpty() || fromLast.isEmpty())
        texts.append(weekdays + months + u'-' + (fromFirst.isEmpty() ? u"*"_s : listOf(fromFirst)));
    if (!fromLast.isEmpty())
        texts.append(weekdays + months + u'~' + listOf(fromLast));
    return texts;
}

// Clocks go forward in one of the first hours of a day. In some zones (with systemd 252, Africa/Casablanca), an
// expression that has the skipped hour passes over the rest of that day, so each of these hours has one of its own.
QList<WakeTimes> byNightHour(const QList<WakeTimes> &times)
{
    constexpr int nightHours = 4;
    QList<WakeTimes> split;
    for (const auto &[hours, minutes] : times) {
        QList<int> others;
        for (const int hour : hours) {
            if (hour < nightHours)
                split.append({{hour}, minutes});
            else
                others.append(hour);
        }
        if (!others.isEmpty())
            split.append({others, minutes});
    }
    return split;
}

// A word of ExecStart=. "%" begins a specifier; "$" means nothing after the prefix ":".
QString quoted(QString word)
{
    word.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'%', u"%%"_s);
    return u'"' + word + u'"';
}

// systemd refuses a program whose path has one of these, even quoted, but not a shell that runs it.
QStringList commandOf(const Handover &handover)
{
    static const QRegularExpression refused(u"[\"'\\\\]"_s);
    const QStringList command = QStringList{handover.program} + arguments(handover);
    return handover.program.contains(refused) ? QStringList{u"/bin/sh"_s, u"-c"_s, u"exec \"$0\" \"$@\""_s} + command
                                              : command;
}

// "%" begins a specifier, and a backslash at the end would continue the line.
QString description(const Handover &handover)
{
    const QString title = titleOf(handover).replace(u'%', u"%%"_s);
    return u"Description="_s + title + (title.endsWith(u'\\') ? u" "_s : QString());
}

// The name ends at the first colon; then only "%" has a meaning.
QString credentialLine(const CredentialFile &file)
{
    return u"LoadCredential%1=%2:%3"_s.arg(file.isEncrypted ? u"Encrypted"_s : QString(), file.name,
                                           QString(file.path).replace(u'%', u"%%"_s));
}

} // namespace

QString systemdName(const QString &profileId)
{
    return systemdPrefix + profileId;
}

QStringList calendarExpressions(const Profiles::Timetable &timetable)
{
    QStringList expressions;
    const QStringList dates = dateTexts(wakeDays(timetable));
    const QList<WakeTimes> times = byNightHour(wakeTimes(timesOfDay(timetable.times)));
    for (const QString &date : dates) {
        for (const WakeTimes &time : times)
            expressions.append(
                u"%1 %2:%3:00 %4"_s.arg(date, listOf(time.hours), listOf(time.minutes), timetable.timeZone));
    }
    return expressions;
}

SystemdUnits systemdUnits(const Handover &handover)
{
    QStringList words;
    for (const QString &word : commandOf(handover))
        words.append(quoted(word));
    QStringList calendar;
    for (const QString &expression : calendarExpressions(handover.schedule.timetable))
        calendar.append(u"OnCalendar="_s + expression);
    const QStringList timer{u"[Unit]"_s,
                            description(handover),
                            {},
                            u"[Timer]"_s,
                            calendar.join(u'\n'),
                            u"Persistent=true"_s,
                            u"AccuracySec=1s"_s,
                            {},
                            u"[Install]"_s,
                            u"WantedBy=timers.target"_s,
                            {},
                            section,
                            recordKey + recordOf(handover),
                            {}};
    // A run that was killed is caught up; one that crashes each time is given up, until the timer starts it again.
    QStringList service{u"[Unit]"_s,
                        description(handover),
                        u"StartLimitIntervalSec=10min"_s,
                        u"StartLimitBurst=3"_s,
                        {},
                        u"[Service]"_s,
                        u"Type=oneshot"_s,
                        u"Restart=on-abnormal"_s,
                        u"RestartSec=1min"_s,
                        u"ExecStart=:"_s + words.join(u' ')};
    for (const CredentialFile &file : handover.credentials)
        service.append(credentialLine(file));
    service += QStringList{{}, section, recordKey + recordOf(handover), {}};
    return {systemdName(handover.profileId), timer.join(u'\n'), service.join(u'\n')};
}

Core::Result<Handover> fromUnit(const QString &unit)
{
    const QStringList lines = unit.split(u'\n');
    for (qsizetype i = lines.indexOf(section); i >= 0 && i < lines.size(); ++i) {
        if (lines[i].startsWith(recordKey))
            return fromRecord(lines[i].mid(recordKey.size()));
    }
    return Core::fail(Core::ErrorKind::BadFile, {}, {}, NoRecord{});
}

} // namespace Schedule
