#include "schedule/domoforms.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using namespace Profiles;
using namespace Schedule;
using Reason = DomoFormFault::Reason;

Q_DECLARE_METATYPE(std::optional<Profiles::Timetable>)

namespace {

const EveryMonths everyMonth{};

std::optional<Timetable> inUtc(const Days &days, const Times &times)
{
    return Timetable{days, times, {}, u"UTC"_s};
}

SetTimes at(int hour, int minute)
{
    return {{QTime(hour, minute)}};
}

} // namespace

class TestDomoForms final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formIsUnderstood_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<std::optional<Timetable>>("expected");
        const auto row = [](const char *pasted, const std::optional<Timetable> &expected) {
            QTest::newRow(pasted) << QString::fromLatin1(pasted) << expected;
        };
        row("MANUAL", {});
        row(" manual\n", {});
        row("{\"type\":\"MANUAL\",\"timezone\":\"UTC\"}", {});
        row("\"{\\\"type\\\":\\\"MANUAL\\\",\\\"timezone\\\":\\\"UTC\\\"}\"", {});
        row("{\"type\":\"DAY\",\"at\":\"11:28 PM\",\"timezone\":\"UTC\"}", inUtc(EveryDays{}, at(23, 28)));
        row("\"{\\\"type\\\":\\\"DAY\\\",\\\"at\\\":\\\"12:09 PM\\\",\\\"timezone\\\":\\\"UTC\\\"}\"",
            inUtc(EveryDays{}, at(12, 9)));
        row("{\"type\":\"DAY\",\"at\":\"06:00 AM\",\"timezone\":\"America/Denver\"}",
            Timetable{EveryDays{}, at(6, 0), {}, u"America/Denver"_s});
        row("{\"type\":\"DAY\",\"at\":\"12:00 AM\",\"timezone\":\"UTC\"}", inUtc(EveryDays{}, at(0, 0)));
        row("0 28 23 * * ?", inUtc(EveryDays{}, at(23, 28)));
        row("0 13/30 * * * ?", inUtc(EveryDays{}, Interval{30min, {0, 13}}));
        row("0 0 0/6 * * ?", inUtc(EveryDays{}, Interval{6h}));
        row("0 0 */6 ? * *", inUtc(EveryDays{}, Interval{6h}));
        row("0 0,15,30,45 8-17 ? * MON-FRI", inUtc(EveryWeeks{}, Interval{15min, {8, 0}, {18, 0}}));
        row("0 0 6,18 * * ? *", inUtc(EveryDays{}, SetTimes{{QTime(6, 0), QTime(18, 0)}}));
        row("0 30 6,7,9 * * ?", inUtc(EveryDays{}, SetTimes{{QTime(6, 30), QTime(7, 30), QTime(9, 30)}}));
        row("0 0 6 ? * 1", inUtc(EveryWeeks{1, {Qt::Sunday}}, at(6, 0)));
        row("0 0 6 ? * 1,7", inUtc(EveryWeeks{1, {Qt::Saturday, Qt::Sunday}}, at(6, 0)));
        row("0 0 6 ? * tue", inUtc(EveryWeeks{1, {Qt::Tuesday}}, at(6, 0)));
        row("0 0 6 ? * 6#3", inUtc(WeekdaysOfMonth{everyMonth, {3}, {Qt::Friday}}, at(6, 0)));
        row("0 0 6 ? 1/3 FRIL",
            inUtc(WeekdaysOfMonth{NamedMonths{{1, 4, 7, 10}}, {lastOfMonth}, {Qt::Friday}}, at(6, 0)));
        row("0 0 6 ? JAN MON", inUtc(WeekdaysOfMonth{NamedMonths{{1}}, {1, 2, 3, 4, 5}, {Qt::Monday}}, at(6, 0)));
        row("0 0 6 1,15 * ?", inUtc(DaysOfMonth{everyMonth, {1, 15}}, at(6, 0)));
        row("0 0 6 L * ?", inUtc(DaysOfMonth{everyMonth, {lastOfMonth}}, at(6, 0)));
        row("0 0 6 1/10 MAR,JUN ?", inUtc(DaysOfMonth{NamedMonths{{3, 6}}, {1, 11, 21, 31}}, at(6, 0)));
    }
    void formIsUnderstood()
    {
        QFETCH(const QString, pasted);
        QFETCH(const std::optional<Timetable>, expected);
        const auto timetable = fromDomoForm(pasted);
        QVERIFY2(timetable, timetable ? "" : qPrintable(timetable.error().subject));
        QVERIFY(*timetable == expected);
    }

    void everyDayOfSomeMonthsIsAListOfDays()
    {
        const auto timetable = fromDomoForm(u"0 0 6 * FEB ?"_s);
        QVERIFY(timetable && *timetable);
        const auto *rule = std::get_if<DaysOfMonth>(&(*timetable)->days);
        QVERIFY(rule);
        QCOMPARE(rule->days.size(), 31);
    }

    void whatIsNotKnownIsRefused_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<QString>("subject");
        const auto row = [](const char *pasted, Reason reason, const QString &subject) {
            QTest::newRow(pasted) << QString::fromLatin1(pasted) << reason << subject;
        };
        row("", Reason::NotAForm, {});
        row("0 9 * * *", Reason::NotAForm, u"0 9 * * *"_s); // of cron
        row("ONCE", Reason::NotAForm, u"ONCE"_s);
        row("[1]", Reason::NotAForm, u"[1]"_s);
        row("\"\"", Reason::NotAForm, u"\"\""_s);
        row("30 0 6 * * ?", Reason::Seconds, u"30"_s);
        row("* 0 6 * * ?", Reason::Seconds, u"*"_s);
        row("0 0 6 * * ? 2027", Reason::Year, u"2027"_s);
        row("0 0 6 1 * MON", Reason::BothDays, u"1 MON"_s);
        row("0 0 6 15W * ?", Reason::NearestWeekday, u"15W"_s);
        row("0 0 6 LW * ?", Reason::NearestWeekday, u"LW"_s);
        row("0 0 6 L-3 * ?", Reason::Field, u"L-3"_s);
        row("0 60 6 * * ?", Reason::Field, u"60"_s);
        row("0 0 24 * * ?", Reason::Field, u"24"_s);
        row("0 0 6 32 * ?", Reason::Field, u"32"_s);
        row("0 0 6 ? * 0", Reason::Field, u"0"_s);
        row("0 0 6 ? * 6#6", Reason::Field, u"6#6"_s);
        row("0 0 6 ? * FRI-MON", Reason::Field, u"FRI-MON"_s); // Quartz would wrap around, or not
        row("0 0 6 ? 13 MON", Reason::Field, u"13"_s);
        row("0 0/0 6 * * ?", Reason::Field, u"0/0"_s);
        row("0 +5 6 * * ?", Reason::Field, u"+5"_s);
        row("0 0,50 * * * ?", Reason::Times, u"0,50 *"_s);
        row("{\"type\":\"MINUTE\",\"timezone\":\"UTC\",\"between\":null,\"interval\":30}", Reason::NoMinute,
            u"MINUTE"_s);
        row("{\"type\":\"WEEK\",\"at\":\"06:00 AM\",\"timezone\":\"UTC\"}", Reason::Type, u"WEEK"_s);
        row("{\"at\":\"06:00 AM\",\"timezone\":\"UTC\"}", Reason::Type, {});
        row("{\"type\":\"DAY\",\"at\":\"06:00 AM\",\"timezone\":\"UTC\",\"interval\":2}", Reason::Member,
            u"interval"_s);
        row("{\"type\":\"DAY\",\"at\":\"18:00\",\"timezone\":\"UTC\"}", Reason::Member, u"at"_s);
        row("{\"type\":\"DAY\",\"at\":\"06:00 AM\"}", Reason::Member, u"timezone"_s);
    }
    void whatIsNotKnownIsRefused()
    {
        QFETCH(const QString, pasted);
        QFETCH(const Reason, reason);
        QFETCH(const QString, subject);
        const auto timetable = fromDomoForm(pasted);
        QVERIFY(!timetable);
        QCOMPARE(timetable.error().kind, Core::ErrorKind::InvalidInput);
        QVERIFY(timetable.error().cause.as<DomoFormFault>());
        QCOMPARE(timetable.error().cause.as<DomoFormFault>()->reason, reason);
        QCOMPARE(timetable.error().subject, subject);
    }

    void impossibleScheduleIsRefused_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<ScheduleFault::Reason>("reason");
        QTest::newRow("every ten minutes") << u"0 0/10 * * * ?"_s << ScheduleFault::Reason::TooOften;
        QTest::newRow("30 February") << u"0 0 6 30 2 ?"_s << ScheduleFault::Reason::NoSuchDay;
        QTest::newRow("a time zone with blanks")
            << u"{\"type\":\"DAY\",\"at\":\"06:00 AM\",\"timezone\":\"Mountain Time\"}"_s
            << ScheduleFault::Reason::TimeZone;
    }
    void impossibleScheduleIsRefused()
    {
        QFETCH(const QString, pasted);
        QFETCH(const ScheduleFault::Reason, reason);
        const auto timetable = fromDomoForm(pasted);
        QVERIFY(!timetable);
        QVERIFY(timetable.error().cause.as<ScheduleFault>());
        QCOMPARE(timetable.error().cause.as<ScheduleFault>()->reason, reason);
    }
};

QTEST_GUILESS_MAIN(TestDomoForms)
#include "tst_domoforms.moc"
