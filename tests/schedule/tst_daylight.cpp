#include "schedule/daylight.h"
#include "schedule/localtime.h"
#include "support/schedules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using namespace Profiles;
using namespace Schedule;

namespace {

const QDateTime now(QDate(2026, 1, 1), QTime(), Qt::UTC);
const QDate spring(2026, 3, 29);
const QDate autumn(2026, 10, 25);

QList<DaylightEffect> effectsOn(const Timetable &timetable)
{
    return daylightEffects(timetable, {}, now).value();
}

} // namespace

class TestDaylight final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesOfTheHourAreAffected()
    {
        QCOMPARE(effectsOn(Support::daily({2, 30})),
                 QList<DaylightEffect>({{true, spring, {2, 0}, {3, 0}, {QTime(2, 30)}},
                                        {false, autumn, {2, 0}, {3, 0}, {QTime(2, 30)}}}));
        const Timetable often{EveryDays{}, Interval{45min}, {}, u"Europe/Berlin"_s};
        QCOMPARE(effectsOn(often).front().times, QList<QTime>({QTime(2, 15)}));
    }

    void otherTimesAndDaysAreNot_data()
    {
        QTest::addColumn<Timetable>("timetable");
        QTest::newRow("before the hour") << Support::daily({1, 59});
        QTest::newRow("after the hour") << Support::daily({3, 0});
        QTest::newRow("weekdays") << Timetable{EveryWeeks{}, SetTimes{{QTime(2, 30)}}, {}, u"Europe/Berlin"_s};
        QTest::newRow("a zone without daylight saving") << Support::daily({2, 30}, u"Asia/Kolkata"_s);
        QTest::newRow("UTC") << Support::daily({2, 30}, u"UTC"_s);
    }
    void otherTimesAndDaysAreNot()
    {
        QFETCH(const Timetable, timetable);
        QVERIFY(effectsOn(timetable).isEmpty());
    }

    void hourMayBeAtMidnight()
    {
        const auto beirut = effectsOn(Support::daily({23, 30}, u"Asia/Beirut"_s));
        QCOMPARE(beirut.size(), 1); // clocks go back from midnight, and forward at midnight
        QCOMPARE(beirut.front().isSkipped, false);
        QCOMPARE(beirut.front().from, QTime(23, 0));
        QCOMPARE(beirut.front().to, QTime(0, 0));
        QCOMPARE(effectsOn(Support::daily({0, 30}, u"Asia/Beirut"_s)).front().isSkipped, true);
    }

    void unknownTimeZoneIsAnError()
    {
        const auto effects = daylightEffects(Support::daily({6, 0}, u"Europe/Atlantis"_s), {}, now);
        QVERIFY(!effects);
        QVERIFY(effects.error().cause.as<UnknownTimeZone>());
    }
};

QTEST_GUILESS_MAIN(TestDaylight)
#include "tst_daylight.moc"
