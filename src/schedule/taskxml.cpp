#include "schedule/taskxml.h"

#include "schedule/wakes.h"

#include <QStringConverter>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace Schedule {

namespace {

using namespace Profiles;

const QString dataElement = u"Data"_s; // Task Scheduler keeps it for the program
const QDate anyDay(2026, 1, 1); // from which a task that has no start begins

// "PT90M"
QString durationText(std::chrono::minutes minutes)
{
    return u"PT%1M"_s.arg(minutes.count());
}

QString weekdayName(Qt::DayOfWeek day)
{
    static const QStringList names{u"Monday"_s, u"Tuesday"_s,  u"Wednesday"_s, u"Thursday"_s,
                                   u"Friday"_s, u"Saturday"_s, u"Sunday"_s};
    return names[day - Qt::Monday];
}

void writeMonths(QXmlStreamWriter &xml, const QList<int> &months)
{
    static const QStringList names{u"January"_s,   u"February"_s, u"March"_s,    u"April"_s,
                                   u"May"_s,       u"June"_s,     u"July"_s,     u"August"_s,
                                   u"September"_s, u"October"_s,  u"November"_s, u"December"_s};
    xml.writeStartElement(u"Months"_s);
    for (int month = 1; month <= 12; ++month) {
        if (months.isEmpty() || months.contains(month))
            xml.writeEmptyElement(names[month - 1]);
    }
    xml.writeEndElement();
}

void writeWeekdays(QXmlStreamWriter &xml, const Weekdays &days)
{
    xml.writeStartElement(u"DaysOfWeek"_s);
    for (const Qt::DayOfWeek day : days)
        xml.writeEmptyElement(weekdayName(day));
    xml.writeEndElement();
}

void writeDaily(QXmlStreamWriter &xml, int every)
{
    xml.writeStartElement(u"ScheduleByDay"_s);
    xml.writeTextElement(u"DaysInterval"_s, QString::number(every));
    xml.writeEndElement();
}

void writeWeekly(QXmlStreamWriter &xml, const Weekdays &days)
{
    // Which day a week begins on is not documented, so every week is taken.
    xml.writeStartElement(u"ScheduleByWeek"_s);
    xml.writeTextElement(u"WeeksInterval"_s, u"1"_s);
    writeWeekdays(xml, days);
    xml.writeEndElement();
}

void writeWeekdaysOfMonth(QXmlStreamWriter &xml, const WeekdaysOfMonth &rule, const QList<int> &months)
{
    xml.writeStartElement(u"ScheduleByMonthDayOfWeek"_s);
    xml.writeStartElement(u"Weeks"_s);
    for (const int which : rule.which) {
        if (which >= 1 && which <= 4)
            xml.writeTextElement(u"Week"_s, QString::number(which));
    }
    if (rule.which.contains(5) || rule.which.contains(lastOfMonth)) // a fifth one is the last
        xml.writeTextElement(u"Week"_s, u"Last"_s);
    xml.writeEndElement();
    writeWeekdays(xml, rule.on);
    writeMonths(xml, months);
    xml.writeEndElement();
}

void writeDaysOfMonth(QXmlStreamWriter &xml, const WakeDays &wakes)
{
    xml.writeStartElement(u"ScheduleByMonth"_s);
    xml.writeStartElement(u"DaysOfMonth"_s);
    const bool isLast = wakes.days.contains(lastOfMonth);
    QList<int> others = wakes.days;
    others.removeAll(lastOfMonth);
    for (const int day : fromTheFirst(others))
        xml.writeTextElement(u"Day"_s, QString::number(day));
    if (isLast)
        xml.writeTextElement(u"Day"_s, u"Last"_s);
    xml.writeEndElement();
    writeMonths(xml, wakes.months);
    xml.writeEndElement();
}

// The days of a trigger; every day, if the zones differ.
void writeDays(QXmlStreamWriter &xml, const Timetable &timetable, const LocalWakes &wakes)
{
    const auto *days = std::get_if<EveryDays>(&timetable.days);
    if (!wakes.isSameTime() || days)
        writeDaily(xml, wakes.isSameTime() ? days->days : 1);
    else if (const auto *weeks = std::get_if<EveryWeeks>(&timetable.days))
        writeWeekly(xml, weeks->on);
    else if (const auto *rule = std::get_if<WeekdaysOfMonth>(&timetable.days))
        writeWeekdaysOfMonth(xml, *rule, wakes.days.months);
    else
        writeDaysOfMonth(xml, wakes.days);
}

// One for each time; an interval is repeated, because a task has at most 48 triggers.
struct Trigger
{
    QTime at;
    const Interval *repeated = nullptr;
};

QList<Trigger> triggersOf(const Times &times, const LocalWakes &wakes)
{
    QList<Trigger> triggers;
    if (const auto *interval = std::get_if<Interval>(&times)) {
        for (const int minutes : wakes.ahead)
            triggers.append({interval->from.addSecs(minutes * 60), interval});
        return triggers;
    }
    for (const QTime &time : wakes.times)
        triggers.append({time});
    return triggers;
}

void writeTrigger(QXmlStreamWriter &xml, const Trigger &trigger, const Timetable &timetable, const LocalWakes &wakes)
{
    xml.writeStartElement(u"CalendarTrigger"_s);
    if (const Interval *repeated = trigger.repeated) {
        const std::chrono::seconds length(repeated->from.secsTo(repeated->to));
        xml.writeStartElement(u"Repetition"_s);
        xml.writeTextElement(u"Interval"_s, durationText(repeated->every));
        xml.writeTextElement(u"Duration"_s,
                             durationText(std::chrono::duration_cast<std::chrono::minutes>(
                                 length.count() > 0 ? length : length + std::chrono::hours(24))));
        xml.writeEndElement();
    }
    const QDate start = timetable.start.isValid() ? timetable.start : anyDay;
    const QDate begin = wakes.isSameTime() ? start : start.addDays(-1);
    xml.writeTextElement(u"StartBoundary"_s, QDateTime(begin, trigger.at).toString(u"yyyy-MM-ddTHH:mm:ss"_s));
    xml.writeTextElement(u"Enabled"_s, u"true"_s);
    xml.writeTextElement(u"RandomDelay"_s, u"PT2M"_s);
    writeDays(xml, timetable, wakes);
    xml.writeEndElement();
}

void writeSettings(QXmlStreamWriter &xml)
{
    xml.writeStartElement(u"Settings"_s);
    xml.writeTextElement(u"MultipleInstancesPolicy"_s, u"IgnoreNew"_s);
    xml.writeTextElement(u"DisallowStartIfOnBatteries"_s, u"false"_s);
    xml.writeTextElement(u"StopIfGoingOnBatteries"_s, u"false"_s);
    xml.writeTextElement(u"StartWhenAvailable"_s, u"true"_s);
    xml.writeTextElement(u"Enabled"_s, u"true"_s);
    xml.writeTextElement(u"ExecutionTimeLimit"_s, u"PT0S"_s); // none
    xml.writeEndElement();
}

// UTF-16 as in a file; or, as schtasks prints it, in the code page of the console, where the XML still claims UTF-16.
QString textOf(const QByteArray &task)
{
    if (task.startsWith("\xff\xfe"))
        return QStringDecoder(QStringConverter::Utf16LE)(task);
    return QString::fromLatin1(task); // the record is in ASCII
}

} // namespace

QString taskName(const QString &profileId)
{
    return taskFolder + profileId;
}

Core::Result<QByteArray> taskXml(const Handover &handover, const QTimeZone &here, const QDateTime &now)
{
    const Timetable &timetable = handover.schedule.timetable;
    const auto wakes = localWakes(timetable, here, now);
    if (!wakes)
        return Core::propagate(wakes);
    QString text;
    QXmlStreamWriter xml(&text);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeDefaultNamespace(u"http://schemas.microsoft.com/windows/2004/02/mit/task"_s);
    xml.writeStartElement(u"Task"_s);
    xml.writeAttribute(u"version"_s, u"1.2"_s);
    xml.writeStartElement(u"RegistrationInfo"_s);
    xml.writeTextElement(u"Description"_s, titleOf(handover));
    xml.writeEndElement();
    xml.writeStartElement(u"Triggers"_s);
    for (const Trigger &trigger : triggersOf(timetable.times, *wakes))
        writeTrigger(xml, trigger, timetable, *wakes);
    xml.writeEndElement();
    writeSettings(xml);
    xml.writeTextElement(dataElement, recordOf(handover));
    xml.writeStartElement(u"Actions"_s);
    xml.writeStartElement(u"Exec"_s);
    xml.writeTextElement(u"Command"_s, handover.program);
    QStringList words;
    for (const QString &word : arguments(handover))
        words.append(windowsQuoted(word));
    xml.writeTextElement(u"Arguments"_s, words.join(u' '));
    xml.writeEndDocument();
    QStringEncoder encoder(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    return QByteArray(encoder.encode(text));
}

Core::Result<Handover> fromTaskXml(const QByteArray &task)
{
    QXmlStreamReader xml(textOf(task));
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == dataElement)
            return fromRecord(xml.readElementText());
    }
    return Core::fail(Core::ErrorKind::BadFile, {}, {}, NoRecord{});
}

bool isTaskEnabled(const QByteArray &task)
{
    QXmlStreamReader xml(textOf(task));
    bool isInSettings = false; // triggers have such an element, too
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (xml.name() == "Settings"_L1)
            isInSettings = token == QXmlStreamReader::StartElement;
        else if (isInSettings && token == QXmlStreamReader::StartElement && xml.name() == "Enabled"_L1)
            return xml.readElementText() == "true"_L1;
    }
    return true; // the default
}

QString windowsQuoted(const QString &word)
{
    QString quoted(u'"');
    qsizetype backslashes = 0; // before the next character: doubled before a quote only
    for (const QChar character : word) {
        if (character == u'"')
            quoted += QString(backslashes + 1, u'\\');
        backslashes = character == u'\\' ? backslashes + 1 : 0;
        quoted += character;
    }
    return quoted + QString(backslashes, u'\\') + u'"';
}

} // namespace Schedule
