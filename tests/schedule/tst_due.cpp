#include "schedule/due.h"
#include "schedule/localtime.h"
#include "support/schedules.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using namespace Profiles;
using namespace Schedule;

Q_DECLARE_METATYPE(::Schedule::Dueness)

namespace {

constexpr auto day = 24h;

// 06:00 UTC, on a day of March 2026.
QDateTime sixOn(int dayOfMonth)
{
    return {QDate(2026, 3, dayOfMonth), QTime(6, 0), Qt::UTC};
}

} // namespace

class TestDue final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runIsDueOnTimeAndWithinTheWindow_data()
    {
        using Kind = Dueness::Kind;
        QTest::addColumn<std::chrono::minutes>("catchUp");
        QTest::addColumn<QDateTime>("since");
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<Dueness>("expected");
        const auto row = [](const char *name, std::chrono::minutes catchUp, const QDateTime &since,
                            const QDateTime &now,
                            const Dueness &expected) { QTest::newRow(name) << catchUp << since << now << expected; };
        const std::chrono::minutes none(0);
        row("before", 1h, sixOn(1), sixOn(2).addSecs(-1), {});
        row("on the second", none, sixOn(1), sixOn(2), {Kind::Due, sixOn(2), {}});
        row("a scheduler that is late", none, sixOn(1), sixOn(2).addSecs(600), {Kind::Due, sixOn(2), {}});
        row("later than that", none, sixOn(1), sixOn(2).addSecs(601), {Kind::Missed, sixOn(2), {sixOn(2)}});
        row("dealt with", 1h, sixOn(2), sixOn(2).addSecs(60), {});
        row("end of the window", 3h, sixOn(1), sixOn(2).addSecs(3 * 3600), {Kind::Due, sixOn(2), {}});
        row("after the window", 3h, sixOn(1), sixOn(2).addSecs(3 * 3600 + 1), {Kind::Missed, sixOn(2), {sixOn(2)}});
        row("several, the last within the window", 3h, sixOn(1), sixOn(4).addSecs(3600),
            {Kind::Due, sixOn(4), {sixOn(2), sixOn(3)}});
        row("several within a long window", 5 * day, sixOn(1), sixOn(4).addSecs(3600),
            {Kind::Due, sixOn(4), {sixOn(2), sixOn(3)}});
        row("several after the window", 3h, sixOn(1), sixOn(4).addSecs(5 * 3600),
            {Kind::Missed, sixOn(4), {sixOn(2), sixOn(3), sixOn(4)}});
        row("on time after some that were missed", none, sixOn(1), sixOn(4),
            {Kind::Due, sixOn(4), {sixOn(2), sixOn(3)}});
        row("a clock that was put back", 1h, sixOn(10), sixOn(2), {});
    }
    void runIsDueOnTimeAndWithinTheWindow()
    {
        QFETCH(const std::chrono::minutes, catchUp);
        QFETCH(const QDateTime, since);
        QFETCH(const QDateTime, now);
        QFETCH(const Dueness, expected);
        const Automatically schedule{.timetable = Support::daily({6, 0}, u"UTC"_s), .catchUp = catchUp};
        const auto due = dueness(schedule, {}, since, now);
        QVERIFY(due);
        QVERIFY(*due == expected);
    }

    void repeatedTimeIsOnTimeBothTimes()
    {
        Automatically schedule{.timetable = Support::daily({2, 30}, u"Europe/Berlin"_s)};
        const QDateTime first(QDate(2026, 10, 25), QTime(0, 30), Qt::UTC);
        const QDateTime second = first.addSecs(3600);
        const QDateTime since = first.addDays(-1).addSecs(60);
        using Kind = Dueness::Kind;
        for (const QDateTime &now : {first, first.addSecs(1800), second, second.addSecs(600)})
            QCOMPARE(dueness(schedule, {}, since, now).value(), (Dueness{Kind::Due, first, {}}));
        QCOMPARE(dueness(schedule, {}, since, second.addSecs(601)).value(), (Dueness{Kind::Missed, first, {first}}));
        QCOMPARE(dueness(schedule, {}, first, second).value(), Dueness()); // it was run the first time
        const QDateTime next(QDate(2026, 10, 26), QTime(1, 30), Qt::UTC);
        QCOMPARE(dueness(schedule, {}, first, next.addSecs(601)).value(), (Dueness{Kind::Missed, next, {next}}));
    }

    void writebacksAreSpread()
    {
        QSet<qint64> starts;
        for (int i = 0; i < 100; ++i) {
            const std::chrono::seconds spread = spreadOf(u"profile-%1"_s.arg(i));
            QVERIFY(spread >= 0s && spread < widestSpread);
            QCOMPARE(spreadOf(u"profile-%1"_s.arg(i)), spread);
            starts.insert(spread.count());
        }
        QVERIFY2(starts.size() > 50, qPrintable(QString::number(starts.size()))); // of 120
        QVERIFY(widestSpread < punctuality);
    }

    // A scheduler that cannot say "every third day" wakes the program daily.
    void wakingUpTooOftenIsNotDue()
    {
        const Automatically schedule{.timetable = {EveryDays{3}, SetTimes{}, {2026, 3, 1}, u"UTC"_s}, .catchUp = 2h};
        QDateTime since = sixOn(1);
        QList<int> ran;
        for (int today = 2; today <= 12; ++today) {
            const auto due = dueness(schedule, {}, since, sixOn(today).addSecs(30));
            QVERIFY(due);
            if (due->kind == Dueness::Kind::NotDue)
                continue;
            QCOMPARE(due->kind, Dueness::Kind::Due);
            QVERIFY(due->missed.isEmpty());
            since = due->occurrence;
            ran.append(today);
        }
        QCOMPARE(ran, QList<int>({4, 7, 10}));
    }

    void unknownTimeZoneIsAnError()
    {
        const Automatically schedule{.timetable = Support::daily({6, 0}, u"Europe/Atlantis"_s)};
        const auto due = dueness(schedule, {}, sixOn(1), sixOn(2));
        QVERIFY(!due);
        QVERIFY(due.error().cause.as<UnknownTimeZone>());
    }
};

QTEST_GUILESS_MAIN(TestDue)
#include "tst_due.moc"
