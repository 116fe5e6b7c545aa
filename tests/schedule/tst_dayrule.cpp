#include "schedule/dayrule.h"
#include "support/schedules.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using namespace Profiles;
using namespace Schedule;

Q_DECLARE_METATYPE(Profiles::Days)
Q_DECLARE_METATYPE(Profiles::Times)

namespace {

QList<QDate> runDays(const Days &days, const QDate &start, const QDate &first, const QDate &last,
                     const QSet<QDate> &holidays = {})
{
    const Timetable timetable{days, SetTimes{}, start, u"UTC"_s};
    QList<QDate> found;
    for (QDate date = first; date <= last; date = date.addDays(1)) {
        if (isRunDay(timetable, date, holidays))
            found.append(date);
    }
    return found;
}

QString textOf(const QList<QDate> &dates)
{
    QStringList texts;
    for (const QDate &date : dates)
        texts.append(date.toString(Qt::ISODate));
    return texts.join(u' ');
}

QStringList output(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        return {};
    return QString::fromUtf8(process.readAllStandardOutput()).split(u'\n');
}

} // namespace

class TestDayRule final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsAreOnTheDaysOfTheRule_data()
    {
        QTest::addColumn<Days>("days");
        QTest::addColumn<QDate>("start");
        QTest::addColumn<QString>("dates"); // of the first quarter of 2028, a leap year that begins on a Saturday
        const auto row = [](const char *name, const Days &days, const QDate &start, const QString &dates) {
            QTest::newRow(name) << days << start << dates;
        };
        const EveryMonths everyMonth{};
        row("every 20th day", EveryDays{20}, {2028, 1, 5}, u"2028-01-05 2028-01-25 2028-02-14 2028-03-05 2028-03-25"_s);
        row("every 20th day, from long ago", EveryDays{20}, {2020, 1, 17},
            u"2028-01-15 2028-02-04 2028-02-24 2028-03-15"_s);
        row("every third week", EveryWeeks{3, {Qt::Monday, Qt::Sunday}}, {2028, 1, 5},
            u"2028-01-09 2028-01-24 2028-01-30 2028-02-14 2028-02-20 2028-03-06 2028-03-12 2028-03-27"_s);
        row("the 15th and the last", DaysOfMonth{everyMonth, {15, lastOfMonth}}, {},
            u"2028-01-15 2028-01-31 2028-02-15 2028-02-29 2028-03-15 2028-03-31"_s);
        row("the 30th", DaysOfMonth{everyMonth, {30}}, {}, u"2028-01-30 2028-03-30"_s);
        row("every second month", DaysOfMonth{EveryMonths{2}, {1}}, {2027, 11, 15}, u"2028-01-01 2028-03-01"_s);
        row("quarters", DaysOfMonth{NamedMonths{{1, 4, 7, 10}}, {2}}, {}, u"2028-01-02"_s);
        row("second and fourth Sunday", WeekdaysOfMonth{everyMonth, {2, 4}, {Qt::Sunday}}, {},
            u"2028-01-09 2028-01-23 2028-02-13 2028-02-27 2028-03-12 2028-03-26"_s);
        row("fifth and last Tuesday", WeekdaysOfMonth{everyMonth, {5, lastOfMonth}, {Qt::Tuesday}}, {},
            u"2028-01-25 2028-02-29 2028-03-28"_s);
        row("from a day within a month", DaysOfMonth{everyMonth, {1, 20}}, {2028, 2, 2},
            u"2028-02-20 2028-03-01 2028-03-20"_s);
        row("third business day", BusinessDay{everyMonth, 3}, {}, u"2028-01-05 2028-02-03 2028-03-03"_s);
        row("last business day but one", BusinessDay{everyMonth, -2}, {}, u"2028-01-28 2028-02-28 2028-03-30"_s);
    }
    void runsAreOnTheDaysOfTheRule()
    {
        QFETCH(const Days, days);
        QFETCH(const QDate, start);
        QFETCH(const QString, dates);
        QCOMPARE(textOf(runDays(days, start, {2028, 1, 1}, {2028, 3, 31})), dates);
    }

    void holidayIsNoBusinessDay()
    {
        const QSet<QDate> holidays{{2028, 1, 3}, {2028, 1, 31}, {2028, 2, 5}}; // the last one is a Saturday
        const auto days = [&holidays](int which) {
            return textOf(runDays(BusinessDay{EveryMonths{}, which}, {}, {2028, 1, 1}, {2028, 2, 29}, holidays));
        };
        QCOMPARE(days(1), u"2028-01-04 2028-02-01"_s);
        QCOMPARE(days(-1), u"2028-01-28 2028-02-29"_s);
    }

    void businessDaysAreThoseOfAnotherImplementation()
    {
        QRandomGenerator random(83);
        QByteArray rules;
        QStringList expected;
        for (int i = 0; i < 150; ++i) {
            BusinessDay rule{.which = random.bounded(1, maxBusinessDay + 1) * (random.bounded(2) ? 1 : -1)};
            if (random.bounded(2))
                rule.weekend = Support::someWeekdays(random).mid(0, 6);
            QSet<QDate> holidays;
            for (int count = random.bounded(120); count > 0; --count)
                holidays.insert(QDate(2025, 12, 20).addDays(random.bounded(1900)));
            QStringList weekend;
            for (const Qt::DayOfWeek day : rule.weekend)
                weekend.append(QString::number(day));
            rules +=
                u"2026 2030 %1 %2 %3\n"_s
                    .arg(QString::number(rule.which), weekend.join(u','),
                         holidays.isEmpty() ? u"-"_s : textOf({holidays.begin(), holidays.end()}).replace(u' ', u','))
                    .toLatin1();
            expected.append(textOf(runDays(rule, {}, {2026, 1, 1}, {2030, 12, 31}, holidays)));
        }
        const QStringList told = output(QStringLiteral(PYTHON), {QStringLiteral(BUSINESS_DAYS)}, rules);
        QCOMPARE(told.size(), expected.size() + 1);
        for (qsizetype i = 0; i < expected.size(); ++i)
            QCOMPARE(expected[i], told[i]);
        QVERIFY(expected.join(u' ').size() > 50'000); // most rules have a day in most months
    }

    void timesAreThoseOfTheDay_data()
    {
        QTest::addColumn<Times>("times");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const Times &times, const QString &expected) {
            QTest::newRow(name) << times << expected;
        };
        row("set times", SetTimes{{QTime(6, 0), QTime(18, 30)}}, u"06:00 18:30"_s);
        row("end that is not included", Interval{120min, {8, 0}, {12, 0}}, u"08:00 10:00"_s);
        row("end within an interval", Interval{120min, {8, 0}, {12, 1}}, u"08:00 10:00 12:00"_s);
        row("until midnight", Interval{5h}, u"00:00 05:00 10:00 15:00 20:00"_s);
        row("until midnight exactly", Interval{6h, {6, 15}, {0, 0}}, u"06:15 12:15 18:15"_s);
        row("once", Interval{24h, {6, 15}}, u"06:15"_s);
    }
    void timesAreThoseOfTheDay()
    {
        QFETCH(const Times, times);
        QFETCH(const QString, expected);
        QStringList texts;
        for (const QTime &time : timesOfDay(times))
            texts.append(time.toString(u"HH:mm"_s));
        QCOMPARE(texts.join(u' '), expected);
    }
};

QTEST_GUILESS_MAIN(TestDayRule)
#include "tst_dayrule.moc"
