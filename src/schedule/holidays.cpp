#include "schedule/holidays.h"

#include <QFile>

#include <libical/ical.h>

#include <memory>

namespace Schedule {

namespace {

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

Core::Failure fault(HolidaysFault::Reason reason, const QString &path)
{
    return Core::fail(Core::ErrorKind::BadFile, path, {}, HolidaysFault{reason});
}

QDate dateOf(const icaltimetype &time)
{
    return {time.year, time.month, time.day};
}

// The days of one event, and of its repetitions: RRULE and RDATE, without EXDATE.
void addDays(icalcomponent *event, QSet<QDate> &days)
{
    const icaltimetype begin = icalcomponent_get_dtstart(event);
    if (!icaltime_is_date(begin) || icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED)
        return;
    // An event without an end is of one day; an end is not included.
    const icaltimetype end = icalcomponent_get_dtend(event);
    const qint64 length = icaltime_is_null_time(end) ? 1 : std::max<qint64>(1, dateOf(begin).daysTo(dateOf(end)));
    struct Found
    {
        QSet<QDate> &days;
        qint64 length;
    } found{days, length};
    icaltimetype last = icaltime_null_date();
    last.year = lastHolidayYear;
    last.month = 12;
    last.day = 31;
    icalcomponent_foreach_recurrence(
        event, begin, last,
        [](icalcomponent *, icaltime_span *span, void *data) {
            auto *into = static_cast<Found *>(data);
            const QDate first = QDateTime::fromSecsSinceEpoch(span->start, Qt::UTC).date();
            for (qint64 day = 0; day < into->length; ++day)
                into->days.insert(first.addDays(day));
        },
        &found);
}

} // namespace

Core::Result<QSet<QDate>> readHolidays(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Core::fail(Core::ErrorKind::Disk, path, file.errorString());
    const QByteArray bytes = file.read(maxHolidayBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return Core::fail(Core::ErrorKind::Disk, path, file.errorString());
    if (bytes.size() > maxHolidayBytes)
        return fault(HolidaysFault::Reason::TooLarge, path);
    icalerror_set_errors_are_fatal(false);
    const Component root(icalparser_parse_string(bytes.constData()), &icalcomponent_free);
    if (!root)
        return fault(HolidaysFault::Reason::NotACalendar, path);
    QSet<QDate> days;
    bool isCalendar = false;
    // A file may hold several calendars, whose root is a nameless component.
    const auto read = [&](icalcomponent *calendar) {
        isCalendar = true;
        for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
             event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
            addDays(event, days);
    };
    if (icalcomponent_isa(root.get()) == ICAL_VCALENDAR_COMPONENT) {
        read(root.get());
    } else {
        for (icalcomponent *calendar = icalcomponent_get_first_component(root.get(), ICAL_VCALENDAR_COMPONENT);
             calendar; calendar = icalcomponent_get_next_component(root.get(), ICAL_VCALENDAR_COMPONENT))
            read(calendar);
    }
    if (!isCalendar)
        return fault(HolidaysFault::Reason::NotACalendar, path);
    return days.isEmpty() ? fault(HolidaysFault::Reason::NoDays, path) : Core::Result<QSet<QDate>>(days);
}

} // namespace Schedule
