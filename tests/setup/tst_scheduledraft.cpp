#include "setup/scheduledraft.h"

#include "schedule/domoforms.h"
#include "schedule/localtime.h"
#include "support/schedules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using namespace Profiles;

using Setup::ScheduleDraft;
using Basic = ScheduleDraft::Basic;
using Form = ScheduleDraft::Form;
using Reason = ScheduleFault::Reason;
using Unit = Basic::Unit;

namespace {

const QDate start(2026, 3, 2); // a Monday
const QString berlin = u"Europe/Berlin"_s;

Timetable timetableOf(const ScheduleDraft &draft)
{
    const auto schedule = draft.schedule();
    return schedule ? std::get<Automatically>(*schedule).timetable : Timetable();
}

std::optional<Reason> faultOf(const ScheduleDraft &draft, const QString &subject = {})
{
    const auto schedule = draft.schedule();
    const auto *fault = schedule ? nullptr : schedule.error().cause.as<ScheduleFault>();
    return fault && schedule.error().subject == subject ? std::optional(fault->reason) : std::nullopt;
}

ScheduleDraft advanced(const ScheduleDraft::Advanced &entries)
{
    return {.form = Form::Advanced, .advanced = entries, .start = start, .timeZone = berlin};
}

} // namespace

class TestScheduleDraft final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyScheduleComesBack()
    {
        QRandomGenerator random(11);
        QSet<int> forms;
        for (int i = 0; i < 3'000; ++i) {
            Profiles::Schedule schedule = Support::randomSchedule(random);
            if (auto *automatically = std::get_if<Automatically>(&schedule)) {
                auto *rule = std::get_if<BusinessDay>(&automatically->timetable.days);
                if (rule && random.bounded(2))
                    rule->holidays = u"/home/finance/days off.ics"_s;
            }
            const ScheduleDraft draft = ScheduleDraft::of(schedule);
            const auto again = draft.schedule();
            QVERIFY(again);
            QCOMPARE(*again, schedule);
            forms.insert(int(draft.form));
        }
        QCOMPARE(forms.size(), 3);
    }

    void everyBasicDraftComesBack()
    {
        QRandomGenerator random(12);
        for (int i = 0; i < 1'000; ++i) {
            const int from = random.bounded(12 * 60);
            const ScheduleDraft draft{.form = Form::Basic,
                                      .basic = {.unit = Unit(random.bounded(int(Basic::lastUnit) + 1)),
                                                .every = random.bounded(1, 12),
                                                .from = QTime(from / 60, from % 60),
                                                .to = random.bounded(2) ? QTime(0, 0) : QTime(20, 0),
                                                .at = QTime(random.bounded(24), random.bounded(60))},
                                      .start = QDate(2026, 1, 1).addDays(random.bounded(28)),
                                      .timeZone = berlin};
            const auto schedule = draft.schedule();
            QVERIFY(schedule);
            const ScheduleDraft again = ScheduleDraft::of(*schedule);
            QCOMPARE(int(again.form), int(Form::Basic));
            QCOMPARE(int(again.basic.unit), int(draft.basic.unit));
            QCOMPARE(*again.schedule(), *schedule);
        }
    }

    void basicIsWhatDomoHas_data()
    {
        QTest::addColumn<Basic>("basic");
        QTest::addColumn<Timetable>("timetable");
        const SetTimes six{{QTime(6, 0)}};
        QTest::newRow("hours") << Basic{.unit = Unit::Hours, .every = 2, .from = QTime(8, 0), .to = QTime(18, 0)}
                               << Timetable{EveryDays{}, Interval{2h, {8, 0}, {18, 0}}, start, berlin};
        QTest::newRow("days") << Basic{.every = 3} << Timetable{EveryDays{3}, six, start, berlin};
        QTest::newRow("weekdays") << Basic{.unit = Unit::Weekdays, .every = 7}
                                  << Timetable{EveryWeeks{1, workweek}, six, start, berlin};
        QTest::newRow("weeks") << Basic{.unit = Unit::Weeks, .every = 2}
                               << Timetable{EveryWeeks{2, {Qt::Monday}}, six, start, berlin};
        QTest::newRow("months") << Basic{.unit = Unit::Months}
                                << Timetable{DaysOfMonth{EveryMonths{1}, {2}}, six, start, berlin};
    }
    void basicIsWhatDomoHas()
    {
        QFETCH(const Basic, basic);
        QFETCH(const Timetable, timetable);
        QCOMPARE(timetableOf({.form = Form::Basic, .basic = basic, .start = start, .timeZone = berlin}), timetable);
    }

    void whatBasicCannotSayIsAdvanced_data()
    {
        QTest::addColumn<Timetable>("timetable");
        const SetTimes six{{QTime(6, 0)}};
        QTest::newRow("two times") << Timetable{EveryDays{}, SetTimes{{QTime(6, 0), QTime(18, 0)}}, {}, berlin};
        QTest::newRow("minutes") << Timetable{EveryDays{}, Interval{90min}, {}, berlin};
        QTest::newRow("hours on weekdays") << Timetable{EveryWeeks{}, Interval{}, {}, berlin};
        QTest::newRow("weekday without a start") << Timetable{EveryWeeks{1, {Qt::Monday}}, six, {}, berlin};
        QTest::newRow("another weekday than that of the start")
            << Timetable{EveryWeeks{1, {Qt::Friday}}, six, start, berlin};
        QTest::newRow("another day than that of the start")
            << Timetable{DaysOfMonth{EveryMonths{1}, {3}}, six, start, berlin};
        QTest::newRow("named months") << Timetable{DaysOfMonth{NamedMonths{{1, 7}}, {2}}, six, start, berlin};
        QTest::newRow("business day") << Timetable{BusinessDay{}, six, start, berlin};
    }
    void whatBasicCannotSayIsAdvanced()
    {
        QFETCH(const Timetable, timetable);
        const ScheduleDraft draft = ScheduleDraft::of(Automatically{.timetable = timetable});
        QCOMPARE(int(draft.form), int(Form::Advanced));
        QCOMPARE(timetableOf(draft), timetable);
    }

    void listsAreTypedInAnyOrder()
    {
        const ScheduleDraft draft =
            advanced({.daysOfMonth = u"15,1; 15"_s, .hasLastDay = true, .setTimes = u" 18:00 6:00,06:00 "_s});
        const Timetable timetable = timetableOf(draft);
        QCOMPARE(std::get<DaysOfMonth>(timetable.days).days, QList<int>({1, 15, lastOfMonth}));
        QCOMPARE(std::get<SetTimes>(timetable.times).times, QList<QTime>({QTime(6, 0), QTime(18, 0)}));
        const ScheduleDraft again = ScheduleDraft::of(*draft.schedule());
        QCOMPARE(again.advanced.daysOfMonth, u"1, 15"_s);
        QVERIFY(again.advanced.hasLastDay);
        QCOMPARE(again.advanced.setTimes, u"06:00, 18:00"_s);
    }

    void faultNamesWhatWasTyped()
    {
        QCOMPARE(faultOf(advanced({.daysOfMonth = u"1, second"_s}), u"second"_s), Reason::Day);
        QCOMPARE(faultOf(advanced({.daysOfMonth = u"1, 32"_s}), u"32"_s), Reason::Day);
        QCOMPARE(faultOf(advanced({.daysOfMonth = u"-1"_s}), u"-1"_s), Reason::Day); // that is hasLastDay
        QCOMPARE(faultOf(advanced({.daysOfMonth = u" "_s})), Reason::NoDay);
        QCOMPARE(faultOf(advanced({.setTimes = u"06:00, 6pm"_s}), u"6pm"_s), Reason::Time);
        QCOMPARE(faultOf(advanced({.setTimes = u"24:00"_s}), u"24:00"_s), Reason::Time);
        QCOMPARE(faultOf(advanced({.setTimes = {}})), Reason::NoTime);
        QCOMPARE(faultOf(advanced({.setTimes = u"06:00, 06:10"_s})), Reason::TooOften);
    }

    void formsThatAreNotChosenDoNotMatter()
    {
        ScheduleDraft draft = advanced({.daysOfMonth = u"second"_s});
        QVERIFY(!draft.schedule());
        draft.form = Form::Basic;
        QVERIFY(draft.schedule());
        draft.form = Form::Manually;
        QCOMPARE(*draft.schedule(), Profiles::Schedule(Manually()));
    }

    void whatFollowsFromTheStartNeedsOne()
    {
        for (const Unit unit : {Unit::Weeks, Unit::Months})
            QCOMPARE(faultOf({.form = Form::Basic, .basic = {.unit = unit}, .timeZone = berlin}), Reason::NoStart);
        QCOMPARE(faultOf({.form = Form::Basic, .basic = {.every = 2}, .timeZone = berlin}), Reason::NoStart);
        QVERIFY(ScheduleDraft({.form = Form::Basic, .timeZone = berlin}).schedule());
    }

    void timeZoneHasToBeThere()
    {
        const auto schedule = ScheduleDraft({.form = Form::Basic, .timeZone = u"Europe/Atlantis"_s}).schedule();
        QVERIFY(!schedule);
        QVERIFY(schedule.error().cause.as<::Schedule::UnknownTimeZone>());
        QCOMPARE(faultOf({.form = Form::Basic, .timeZone = u"über"_s}, u"über"_s), Reason::TimeZone);
    }

    void formOfDomosReplacesTheTimetableAlone()
    {
        ScheduleDraft draft = ScheduleDraft::of(Automatically{.timetable = {BusinessDay{}, {}, start, berlin},
                                                              .retry = Retry{5, 30min},
                                                              .catchUp = 2h,
                                                              .onlyNewData = true,
                                                              .pauseAfter = 4,
                                                              .confirmChanges = true});
        draft.manually.remindAfterDays = 30;
        const ScheduleDraft before = draft;
        QVERIFY(draft.take(u"0 28 23 * * ?"_s));
        QCOMPARE(int(draft.form), int(Form::Basic));
        QCOMPARE(timetableOf(draft), (Timetable{EveryDays{}, SetTimes{{QTime(23, 28)}}, {}, u"UTC"_s}));
        QCOMPARE(draft.rules, before.rules);
        QCOMPARE(draft.manually, before.manually);
        QVERIFY(draft.take(uR"({"type": "MANUAL"})"_s));
        QCOMPARE(*draft.schedule(), Profiles::Schedule(before.manually));
    }

    void formThatIsNotUnderstoodChangesNothing()
    {
        ScheduleDraft draft = advanced({});
        const ScheduleDraft before = draft;
        const auto taken = draft.take(u"every day"_s);
        QVERIFY(!taken);
        QVERIFY(taken.error().cause.as<::Schedule::DomoFormFault>());
        QCOMPARE(draft, before);
    }
};

QTEST_GUILESS_MAIN(TestScheduleDraft)
#include "tst_scheduledraft.moc"
