#include "schedule/holidays.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Schedule;
using Reason = HolidaysFault::Reason;

namespace {

QByteArray calendar(const QByteArray &events)
{
    QByteArray text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Finance//Close//EN\n" + events + "\nEND:VCALENDAR\n";
    return text.replace('\n', "\r\n");
}

QByteArray vevent(const QByteArray &lines)
{
    return "BEGIN:VEVENT\nUID:1@example.com\nDTSTAMP:20260101T000000Z\n" + lines + "\nEND:VEVENT";
}

} // namespace

class TestHolidays final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeDaysAreHolidays_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("days"); // of 2026 and 2027
        const auto row = [](const char *name, const QByteArray &text, const QString &days) {
            QTest::newRow(name) << text << days;
        };
        row("one day", calendar(vevent("DTSTART;VALUE=DATE:20260501\nDTEND;VALUE=DATE:20260502\nSUMMARY:Labour Day")),
            u"2026-05-01"_s);
        row("without an end", calendar(vevent("DTSTART;VALUE=DATE:20260501")), u"2026-05-01"_s);
        row("an end on the same day", calendar(vevent("DTSTART;VALUE=DATE:20260501\nDTEND;VALUE=DATE:20260501")),
            u"2026-05-01"_s);
        row("with a duration", calendar(vevent("DTSTART;VALUE=DATE:20260501\nDURATION:P2D")),
            u"2026-05-01 2026-05-02"_s);
        row("several days", calendar(vevent("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227")),
            u"2026-12-24 2026-12-25 2026-12-26"_s);
        row("every year", calendar(vevent("DTSTART;VALUE=DATE:20201225\nRRULE:FREQ=YEARLY")),
            u"2026-12-25 2027-12-25"_s);
        row("every year, two days",
            calendar(vevent("DTSTART;VALUE=DATE:20201225\nDTEND;VALUE=DATE:20201227\n"
                            "RRULE:FREQ=YEARLY")),
            u"2026-12-25 2026-12-26 2027-12-25 2027-12-26"_s);
        row("fourth Thursday of November",
            calendar(vevent("DTSTART;VALUE=DATE:20201126\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH")),
            u"2026-11-26 2027-11-25"_s);
        row("until a year", calendar(vevent("DTSTART;VALUE=DATE:20201225\nRRULE:FREQ=YEARLY;UNTIL=20261231")),
            u"2026-12-25"_s);
        row("except in a year",
            calendar(vevent("DTSTART;VALUE=DATE:20201225\nRRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20261225")),
            u"2027-12-25"_s);
        row("with other dates", calendar(vevent("DTSTART;VALUE=DATE:20260406\nRDATE;VALUE=DATE:20270329")),
            u"2026-04-06 2027-03-29"_s);
        row("several events",
            calendar(vevent("DTSTART;VALUE=DATE:20260501") + '\n' + vevent("DTSTART;VALUE=DATE:20260101")),
            u"2026-01-01 2026-05-01"_s);
        row("an event with a time of day",
            calendar(vevent("DTSTART;VALUE=DATE:20260501") + '\n'
                     + vevent("DTSTART:20260601T090000Z\nDTEND:20260601T100000Z")),
            u"2026-05-01"_s);
        row("a cancelled event",
            calendar(vevent("DTSTART;VALUE=DATE:20260501") + '\n'
                     + vevent("DTSTART;VALUE=DATE:20260601\nSTATUS:CANCELLED")),
            u"2026-05-01"_s);
        row("several calendars",
            calendar(vevent("DTSTART;VALUE=DATE:20260501")) + calendar(vevent("DTSTART;VALUE=DATE:20260601")),
            u"2026-05-01 2026-06-01"_s);
        row("a mark before the text", "\xef\xbb\xbf" + calendar(vevent("DTSTART;VALUE=DATE:20260501")),
            u"2026-05-01"_s);
        row("line feeds only", calendar(vevent("DTSTART;VALUE=DATE:20260501")).replace('\r', ""), u"2026-05-01"_s);
    }
    void wholeDaysAreHolidays()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, days);
        const auto holidays = read(text);
        QVERIFY(holidays);
        QStringList found;
        for (const QDate &day : *holidays) {
            if (day.year() == 2026 || day.year() == 2027)
                found.append(day.toString(Qt::ISODate));
        }
        found.sort();
        QCOMPARE(found.join(u' '), days);
    }

    void yearlyHolidaysAreKnownForDecades()
    {
        const auto holidays = read(calendar(vevent("DTSTART;VALUE=DATE:20201225\nRRULE:FREQ=YEARLY")));
        QVERIFY(holidays);
        QVERIFY(holidays->contains({lastHolidayYear, 12, 25}));
        QVERIFY(!holidays->contains({2019, 12, 25}));
    }

    void whatIsNoCalendarOfHolidaysIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Reason>("reason");
        QTest::newRow("empty") << QByteArray() << Reason::NotACalendar;
        QTest::newRow("a table") << QByteArray("Date,Name\n2026-05-01,Labour Day\n") << Reason::NotACalendar;
        QTest::newRow("a web page") << QByteArray("<!DOCTYPE html><title>Sign in</title>") << Reason::NotACalendar;
        QTest::newRow("bytes") << QByteArray("\x00\x01\xff\xfe", 4) << Reason::NotACalendar;
        QTest::newRow("an event without a calendar")
            << vevent("DTSTART;VALUE=DATE:20260501").replace('\n', "\r\n") << Reason::NotACalendar;
        QTest::newRow("no event") << calendar("X-WR-CALNAME:Holidays") << Reason::NoDays;
        QTest::newRow("appointments") << calendar(vevent("DTSTART:20260601T090000Z\nDTEND:20260601T100000Z"))
                                      << Reason::NoDays;
        QTest::newRow("too large") << calendar(vevent("DTSTART;VALUE=DATE:20260501")) + QByteArray(maxHolidayBytes, ' ')
                                   << Reason::TooLarge;
    }
    void whatIsNoCalendarOfHolidaysIsRefused()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const Reason, reason);
        const auto holidays = read(text);
        QVERIFY(!holidays);
        QCOMPARE(holidays.error().kind, Core::ErrorKind::BadFile);
        QCOMPARE(holidays.error().subject, m_path);
        QVERIFY(holidays.error().cause.as<HolidaysFault>());
        QCOMPARE(holidays.error().cause.as<HolidaysFault>()->reason, reason);
    }

    void fileThatCannotBeReadIsNamed()
    {
        for (const QString &path : {m_folder.filePath(u"none.ics"_s), m_folder.path()}) {
            const auto holidays = readHolidays(path);
            QVERIFY(!holidays);
            QCOMPARE(holidays.error().kind, Core::ErrorKind::Disk);
            QCOMPARE(holidays.error().subject, path);
        }
    }

private:
    Core::Result<QSet<QDate>> read(const QByteArray &text)
    {
        QFile file(m_path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return Core::fail(Core::ErrorKind::Internal);
        file.close();
        return readHolidays(m_path);
    }

    QTemporaryDir m_folder;
    const QString m_path = m_folder.filePath(u"holidays ä.ics"_s);
};

QTEST_GUILESS_MAIN(TestHolidays)
#include "tst_holidays.moc"
