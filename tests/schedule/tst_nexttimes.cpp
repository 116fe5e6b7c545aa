#include "schedule/localtime.h"
#include "schedule/nexttimes.h"
#include "support/schedules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using namespace Profiles;
using namespace Schedule;

namespace {

QDateTime utc(const QString &text)
{
    return QDateTime::fromString(text + u'Z', Qt::ISODate);
}

QStringList textsOf(const QList<QDateTime> &times)
{
    QStringList texts;
    for (const QDateTime &time : times)
        texts.append(time.toString(Qt::ISODate));
    return texts;
}

} // namespace

class TestNextTimes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void occurrencesAreAfterTheInstant()
    {
        const Timetable sixInBerlin = Support::daily({6, 0});
        const auto times = nextTimes(sixInBerlin, {}, utc(u"2026-01-01T05:00:00"_s), 2);
        QVERIFY(times);
        QCOMPARE(textsOf(*times), QStringList({u"2026-01-02T05:00:00Z"_s, u"2026-01-03T05:00:00Z"_s}));
    }

    void occurrencesBetweenIncludeTheEnd()
    {
        const Timetable sixInBerlin = Support::daily({6, 0});
        const QDateTime first = utc(u"2026-01-01T05:00:00"_s);
        const auto between = [&](const QDateTime &from, const QDateTime &to) {
            return textsOf(timesBetween(sixInBerlin, {}, from, to).value());
        };
        QCOMPARE(between(first, first.addDays(1)), QStringList({u"2026-01-02T05:00:00Z"_s}));
        QCOMPARE(between(first, first.addDays(1).addSecs(-1)), QStringList());
        QCOMPARE(between(first.addDays(1), first), QStringList());
    }

    // Of 2026: the day on which 02:30 does not exist has no run, the one on which it comes twice has one.
    void daylightSavingSkipsAndDoesNotRepeat()
    {
        const Timetable halfPastTwo = Support::daily({2, 30});
        const auto spring = nextTimes(halfPastTwo, {}, utc(u"2026-03-28T00:00:00"_s), 2);
        QCOMPARE(textsOf(spring.value()), QStringList({u"2026-03-28T01:30:00Z"_s, u"2026-03-30T00:30:00Z"_s}));
        const auto autumn = nextTimes(halfPastTwo, {}, utc(u"2026-10-24T12:00:00"_s), 2);
        QCOMPARE(textsOf(autumn.value()), QStringList({u"2026-10-25T00:30:00Z"_s, u"2026-10-26T01:30:00Z"_s}));
        const Timetable hourly{EveryDays{}, Interval{60min}, {}, u"Europe/Berlin"_s};
        QCOMPARE(timesBetween(hourly, {}, utc(u"2026-03-28T23:00:00"_s), utc(u"2026-03-29T22:00:00"_s))->size(), 23);
        QCOMPARE(timesBetween(hourly, {}, utc(u"2026-10-24T22:00:00"_s), utc(u"2026-10-25T23:00:00"_s))->size(), 24);
    }

    void rareOccurrenceIsFound()
    {
        const Timetable leapDay{DaysOfMonth{NamedMonths{{2}}, {29}}, SetTimes{}, {}, u"UTC"_s};
        const auto times = nextTimes(leapDay, {}, utc(u"2026-01-01T00:00:00"_s), 2);
        QCOMPARE(textsOf(times.value()), QStringList({u"2028-02-29T06:00:00Z"_s, u"2032-02-29T06:00:00Z"_s}));
    }

    void whatNeverOccursIsNotFound()
    {
        // February of such a week has sixteen business days.
        const Weekdays weekend{Qt::Friday, Qt::Saturday, Qt::Sunday};
        const Timetable never{BusinessDay{NamedMonths{{2}}, 20, weekend}, SetTimes{}, {}, u"UTC"_s};
        const auto times = nextTimes(never, {}, utc(u"2026-01-01T00:00:00"_s), 1);
        QVERIFY(times && times->isEmpty());
    }

    void startIsInTheTimeZone()
    {
        Timetable midnight = Support::daily({0, 0}, u"Pacific/Kiritimati"_s);
        midnight.start = {2026, 5, 1};
        const auto times = nextTimes(midnight, {}, utc(u"2026-01-01T00:00:00"_s), 1);
        QCOMPARE(textsOf(times.value()), QStringList({u"2026-04-30T10:00:00Z"_s}));
    }

    void randomOccurrencesAscend()
    {
        QRandomGenerator random(5);
        const QDateTime from = utc(u"2026-01-01T00:00:00"_s);
        for (int i = 0; i < 300; ++i) {
            const Timetable timetable = Support::randomAutomatically(random).timetable;
            const auto times = timesBetween(timetable, {}, from, from.addYears(1));
            QVERIFY(times);
            QVERIFY(std::ranges::is_sorted(*times, std::less_equal<>()));
            QCOMPARE(nextTimes(timetable, {}, from, times->size()).value(), *times);
        }
    }

    void unknownTimeZoneIsAnError()
    {
        const auto times =
            nextTimes(Support::daily({6, 0}, u"Europe/Atlantis"_s), {}, utc(u"2026-01-01T00:00:00"_s), 1);
        QVERIFY(!times);
        QVERIFY(times.error().cause.as<UnknownTimeZone>());
    }
};

QTEST_GUILESS_MAIN(TestNextTimes)
#include "tst_nexttimes.moc"
