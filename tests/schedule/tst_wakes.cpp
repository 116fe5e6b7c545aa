#include "schedule/localtime.h"
#include "schedule/nexttimes.h"
#include "schedule/wakes.h"
#include "support/schedules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using namespace Profiles;
using namespace Schedule;

Q_DECLARE_METATYPE(Profiles::Days)
Q_DECLARE_METATYPE(::Schedule::WakeDays)

namespace {

bool isIn(const WakeDays &wakes, const QDate &date, const QList<int> &days)
{
    return (wakes.months.isEmpty() || wakes.months.contains(date.month()))
        && (wakes.weekdays.isEmpty() || wakes.weekdays.contains(Qt::DayOfWeek(date.dayOfWeek())))
        && (days.isEmpty() || days.contains(date.day()));
}

} // namespace

class TestWakes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void daysAreAsFewAsCanBeSaid_data()
    {
        QTest::addColumn<Days>("days");
        QTest::addColumn<WakeDays>("expected");
        const auto row = [](const char *name, const Days &days, const WakeDays &expected) {
            QTest::newRow(name) << days << expected;
        };
        const EveryMonths everyMonth{};
        row("every third day", EveryDays{3}, {});
        row("every second week", EveryWeeks{2, {Qt::Monday}}, {{}, {}, {Qt::Monday}});
        row("every day of the week",
            EveryWeeks{1, {Qt::Monday, Qt::Tuesday, Qt::Wednesday, Qt::Thursday, Qt::Friday, Qt::Saturday, Qt::Sunday}},
            {});
        row("every quarter", DaysOfMonth{EveryMonths{3}, {1, lastOfMonth}}, {{2, 5, 8, 11}, {1, -1}, {}});
        row("second and last Sunday", WeekdaysOfMonth{everyMonth, {2, lastOfMonth}, {Qt::Sunday}},
            {{}, {8, 9, 10, 11, 12, 13, 14, -7, -6, -5, -4, -3, -2, -1}, {Qt::Sunday}});
        row("fifth Sunday", WeekdaysOfMonth{everyMonth, {5}, {Qt::Sunday}}, {{}, {29, 30, 31}, {Qt::Sunday}});
        row("third business day", BusinessDay{everyMonth, 3}, {{}, {3, 4, 5}, workweek});
        row("last business day", BusinessDay{everyMonth, -1}, {{}, {-3, -2, -1}, workweek});
        row("business days without a weekend", BusinessDay{everyMonth, 2, {}}, {{}, {2}, {}});
        QList<int> fromThird(29);
        std::iota(fromThird.begin(), fromThird.end(), 3);
        row("third business day, with holidays", BusinessDay{everyMonth, 3, {Qt::Sunday}, u"/holidays.ics"_s},
            {{}, fromThird, {Qt::Monday, Qt::Tuesday, Qt::Wednesday, Qt::Thursday, Qt::Friday, Qt::Saturday}});
    }
    void daysAreAsFewAsCanBeSaid()
    {
        QFETCH(const Days, days);
        QFETCH(const WakeDays, expected);
        QVERIFY(wakeDays({days, SetTimes{}, {2026, 2, 1}, u"UTC"_s}) == expected);
    }

    void timesAreGroupedByTheirMinutes()
    {
        QCOMPARE(wakeTimes({QTime(8, 0), QTime(8, 45), QTime(9, 30), QTime(10, 15), QTime(11, 0), QTime(11, 45)}),
                 QList<WakeTimes>({{{8, 11}, {0, 45}}, {{9}, {30}}, {{10}, {15}}}));
    }

    void daysFromTheLastCanBeSeveral()
    {
        QCOMPARE(fromTheFirst({1, 15, -1}), QList<int>({1, 15, 28, 29, 30, 31}));
        QCOMPARE(fromTheFirst({-31}), QList<int>({1}));
        QCOMPARE(fromTheFirst({-28}), QList<int>({1, 2, 3, 4}));
        QCOMPARE(fromTheFirst({}), QList<int>());
    }

    void otherZoneShiftsTimesAndLeavesOutNoDay()
    {
        const QDateTime now(QDate(2026, 1, 1), QTime(), Qt::UTC);
        const Timetable closing{DaysOfMonth{}, SetTimes{{QTime(23, 30)}}, {}, u"America/New_York"_s};
        const auto chicago = localWakes(closing, QTimeZone("America/Chicago"), now);
        // An hour behind, but for the hours in which only one of them has changed.
        QCOMPARE(chicago.value(), (LocalWakes{{}, {QTime(21, 30), QTime(22, 30), QTime(23, 30)}, {-120, -60, 0}}));
        const auto kolkata = localWakes(closing, QTimeZone("Asia/Kolkata"), now);
        QCOMPARE(kolkata.value(), (LocalWakes{{}, {QTime(9, 0), QTime(10, 0)}, {570, 630}}));
        const auto toronto = localWakes(closing, QTimeZone("America/Toronto"), now);
        QCOMPARE(toronto.value(), (LocalWakes{{{}, {1}, {}}, {QTime(23, 30)}, {0}}));
    }

    void everyOccurrenceOfTheSameZoneIsWoken()
    {
        QRandomGenerator random(41);
        const QDateTime from(QDate(2026, 1, 1), QTime(), Qt::UTC);
        for (int i = 0; i < 200; ++i) {
            const Timetable timetable = Support::randomAutomatically(random).timetable;
            const QTimeZone here = timeZoneNamed(timetable.timeZone).value();
            const LocalWakes wakes = localWakes(timetable, here, from).value();
            const QList<int> days = fromTheFirst(wakes.days.days);
            const auto occurrences = timesBetween(timetable, {}, from, from.addYears(2));
            QVERIFY(occurrences);
            for (const QDateTime &time : *occurrences) {
                const QDateTime local = time.toTimeZone(here);
                QVERIFY(isIn(wakes.days, local.date(), days));
                QVERIFY(wakes.times.contains(local.time()));
            }
        }
    }

    void everyOccurrenceOfAnotherZoneIsWoken()
    {
        QRandomGenerator random(42);
        const QDateTime from(QDate(2026, 1, 1), QTime(), Qt::UTC);
        for (int i = 0; i < 20; ++i) {
            const Timetable timetable = Support::randomAutomatically(random).timetable;
            const QTimeZone here(Support::timeZones()[i % Support::timeZones().size()].toLatin1());
            const LocalWakes wakes = localWakes(timetable, here, from).value();
            const auto occurrences = timesBetween(timetable, {}, from, from.addYears(2));
            QVERIFY(occurrences);
            for (const QDateTime &time : *occurrences)
                QVERIFY(wakes.times.contains(time.toTimeZone(here).time()));
        }
    }

    void unknownTimeZoneIsAnError()
    {
        const auto wakes = localWakes(Support::daily({6, 0}, u"Europe/Atlantis"_s), QTimeZone::utc(), {});
        QVERIFY(!wakes);
        QVERIFY(wakes.error().cause.as<UnknownTimeZone>());
    }
};

QTEST_GUILESS_MAIN(TestWakes)
#include "tst_wakes.moc"
