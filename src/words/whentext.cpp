#include "words/whentext.h"

#include "words/spoken.h"

using namespace Qt::StringLiterals;

namespace Words {

namespace {

using namespace std::chrono_literals;

constexpr int daysWithTime = 300; // longer ago, the day is enough

QString minutesFormat()
{
    QString format = QLocale().timeFormat(QLocale::ShortFormat);
    if (const qsizetype seconds = format.indexOf("ss"_L1); seconds > 0) // that of C has them
        format.remove(seconds - 1, 3);
    return format;
}

// A locale has no format with seconds and without a time zone: they follow the minutes, after the same separator.
QString secondsFormat()
{
    QString format = minutesFormat();
    const qsizetype minutes = format.indexOf("mm"_L1);
    return minutes < 1 ? u"HH:mm:ss"_s : format.insert(minutes + 2, format.at(minutes - 1) + u"ss"_s);
}

// A locale has no format without the year: month and day are in the order of its short one.
QString dayFormat(bool hasYear)
{
    const QString full = QLocale().dateFormat(QLocale::ShortFormat);
    const qsizetype month = full.indexOf(u'M');
    QString day = month < full.indexOf(u'd') ? u"MMM d"_s : u"d MMM"_s;
    if (!hasYear)
        return day;
    return full.indexOf(u'y') < month ? u"yyyy "_s + day : day + u" yyyy"_s;
}

QString dayText(const QDate &day, const QDate &today)
{
    if (day == today)
        return Spoken::tr("today");
    if (day.daysTo(today) == 1)
        return Spoken::tr("yesterday");
    return QLocale().toString(day, dayFormat(day.year() != today.year()));
}

QString whenIn(const QString &timeFormat, const QDateTime &when, const QDateTime &now)
{
    const QDateTime local = when.toLocalTime();
    return Spoken::tr("%1 %2", "day and time")
        .arg(dayText(local.date(), now.toLocalTime().date()), QLocale().toString(local.time(), timeFormat));
}

} // namespace

QString whenText(const QDateTime &when, const QDateTime &now)
{
    const QDate day = when.toLocalTime().date();
    const QDate today = now.toLocalTime().date();
    if (day.daysTo(today) > daysWithTime)
        return dayText(day, today);
    return whenIn(minutesFormat(), when, now);
}

QString whenToTheSecondText(const QDateTime &when, const QDateTime &now)
{
    return whenIn(secondsFormat(), when, now);
}

QString exactTimeText(const QDateTime &when)
{
    const QDateTime local = when.toLocalTime();
    return QStringList{QLocale().toString(local.date(), QLocale::LongFormat),
                       QLocale().toString(local.time(), secondsFormat()), local.timeZoneAbbreviation()}
        .join(u' ');
}

QString durationText(std::chrono::milliseconds time)
{
    const double seconds = std::chrono::duration<double>(time).count();
    if (time < 10s)
        return Spoken::tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
    const qint64 whole = qRound64(seconds);
    return whole < 120 ? Spoken::tr("%1 s").arg(number(whole))
                       : Spoken::tr("%1 min %2 s").arg(number(whole / 60), number(whole % 60));
}

} // namespace Words
