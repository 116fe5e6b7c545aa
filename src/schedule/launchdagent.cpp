#include "schedule/launchdagent.h"

#include "schedule/wakes.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace Schedule {

namespace {

const QString recordKey = u"WorkivaWritebackRecord"_s; // launchd ignores keys that it does not know

void writeText(QXmlStreamWriter &xml, const QString &key, const QString &text)
{
    xml.writeTextElement(u"key"_s, key);
    xml.writeTextElement(u"string"_s, text);
}

using Entry = QMap<QString, int>; // of StartCalendarInterval: what it leaves out is any

// Every entry with each of the values; without values as they are.
QList<Entry> with(const QList<Entry> &entries, const QString &key, const QList<int> &values)
{
    if (values.isEmpty())
        return entries;
    QList<Entry> all;
    for (Entry entry : entries) {
        for (const int value : values) {
            entry[key] = value;
            all.append(entry);
        }
    }
    return all;
}

QList<Entry> entriesOf(const LocalWakes &wakes)
{
    QList<Entry> entries;
    for (const QTime &time : wakes.times)
        entries.append({{u"Hour"_s, time.hour()}, {u"Minute"_s, time.minute()}});
    // A day and a weekday together mean either of them, so the weekdays alone are taken.
    QList<int> weekdays;
    for (const Qt::DayOfWeek day : wakes.days.weekdays)
        weekdays.append(day % 7); // Sunday is 0
    entries = with(entries, u"Weekday"_s, weekdays);
    if (weekdays.isEmpty())
        entries = with(entries, u"Day"_s, fromTheFirst(wakes.days.days));
    return with(entries, u"Month"_s, wakes.days.months);
}

} // namespace

QString launchdLabel(const QString &profileId)
{
    return launchdPrefix + profileId;
}

Core::Result<QByteArray> launchdAgent(const Handover &handover, const QTimeZone &here, const QDateTime &now)
{
    const auto wakes = localWakes(handover.schedule.timetable, here, now);
    if (!wakes)
        return Core::propagate(wakes);
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeDTD(u"<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" "
                 "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">"_s);
    xml.writeStartElement(u"plist"_s);
    xml.writeAttribute(u"version"_s, u"1.0"_s);
    xml.writeStartElement(u"dict"_s);
    writeText(xml, u"Label"_s, launchdLabel(handover.profileId));
    xml.writeTextElement(u"key"_s, u"ProgramArguments"_s);
    xml.writeStartElement(u"array"_s);
    for (const QString &word : QStringList{handover.program} + arguments(handover))
        xml.writeTextElement(u"string"_s, word);
    xml.writeEndElement();
    xml.writeTextElement(u"key"_s, u"RunAtLoad"_s);
    xml.writeEmptyElement(u"true"_s);
    xml.writeTextElement(u"key"_s, u"ProcessType"_s);
    xml.writeTextElement(u"string"_s, u"Background"_s);
    xml.writeTextElement(u"key"_s, u"StartCalendarInterval"_s);
    xml.writeStartElement(u"array"_s);
    for (const Entry &entry : entriesOf(*wakes)) {
        xml.writeStartElement(u"dict"_s);
        for (const auto &[key, value] : entry.asKeyValueRange()) {
            xml.writeTextElement(u"key"_s, key);
            xml.writeTextElement(u"integer"_s, QString::number(value));
        }
        xml.writeEndElement();
    }
    xml.writeEndElement();
    writeText(xml, recordKey, recordOf(handover));
    xml.writeEndDocument();
    return bytes;
}

Core::Result<Handover> fromLaunchdAgent(const QByteArray &agent)
{
    QXmlStreamReader xml(agent);
    while (xml.readNextStartElement() || !xml.atEnd()) {
        if (xml.name() == "key"_L1 && xml.isStartElement() && xml.readElementText() == recordKey
            && xml.readNextStartElement())
            return fromRecord(xml.readElementText());
    }
    return Core::fail(Core::ErrorKind::BadFile, {}, {}, NoRecord{});
}

} // namespace Schedule
