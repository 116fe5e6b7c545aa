#include "schedule/crontab.h"
#include "schedule/handovers.h"
#include "schedule/localtime.h"
#include "schedule/otherreaders.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using namespace Profiles;
using namespace Schedule;

namespace {

const QTimeZone berlin("Europe/Berlin");
const QDateTime now(QDate(2026, 1, 1), QTime(), Qt::UTC);

} // namespace

class TestCrontab final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scheduleComesBackTheSame()
    {
        QRandomGenerator random(14);
        QString crontab = u"# a person's\n5 4 * * * backup\n"_s;
        QList<Handover> handovers;
        for (int i = 0; i < 200; ++i) {
            Handover handover = Support::handover(Support::randomAutomatically(random));
            handover.profileId = u"profile-%1"_s.arg(i);
            const auto lines = crontabLines(handover, berlin, now);
            QVERIFY(lines);
            crontab += *lines;
            handovers.append(handover);
        }
        const auto back = fromCrontab(crontab);
        QCOMPARE(back.size(), handovers.size());
        for (qsizetype i = 0; i < back.size(); ++i)
            QVERIFY(back[i].profileId == handovers[i].profileId && back[i].handover == handovers[i]);
    }

    void commandIsThatOfTheHandover()
    {
        const Handover handover = Support::handover({.timetable = Support::daily({6, 0})});
        const QJsonObject read = Support::readByAnother(u"crontab"_s, crontabLines(handover, berlin, now)->toUtf8());
        QCOMPARE(read["command"_L1].toVariant().toStringList(), QStringList{handover.program} + arguments(handover));
    }

    void wakesAreLines_data()
    {
        QTest::addColumn<Timetable>("timetable");
        QTest::addColumn<QStringList>("wakes");
        const SetTimes six{{QTime(6, 30)}};
        const EveryMonths everyMonth{};
        const QString zone = u"Europe/Berlin"_s;
        QTest::newRow("daily") << Timetable{EveryDays{}, six, {}, zone} << QStringList{u"30 6 * * *"_s};
        QTest::newRow("weekly") << Timetable{EveryWeeks{1, {Qt::Monday, Qt::Sunday}}, six, {}, zone}
                                << QStringList{u"30 6 * * 1,0"_s};
        QTest::newRow("last day of quarters")
            << Timetable{DaysOfMonth{NamedMonths{{3, 6}}, {lastOfMonth}}, six, {}, zone}
            << QStringList{u"30 6 28,29,30,31 3,6 *"_s};
        QTest::newRow("second Sunday") << Timetable{WeekdaysOfMonth{everyMonth, {2}, {Qt::Sunday}}, six, {}, zone}
                                       << QStringList{u"30 6 * * 0"_s};
        QTest::newRow("every 45 minutes") << Timetable{EveryDays{}, Interval{45min, {8, 0}, {11, 0}}, {}, zone}
                                          << QStringList{u"0,45 8 * * *"_s, u"30 9 * * *"_s, u"15 10 * * *"_s};
        QTest::newRow("another zone") << Timetable{DaysOfMonth{}, six, {}, u"Asia/Kolkata"_s}
                                      << QStringList{u"0 2,3 * * *"_s};
    }
    void wakesAreLines()
    {
        QFETCH(const Timetable, timetable);
        QFETCH(const QStringList, wakes);
        const auto lines = crontabLines(Support::plainHandover({.timetable = timetable}), berlin, now);
        QVERIFY(lines);
        QCOMPARE(Support::readByAnother(u"crontab"_s, lines->toUtf8())["wakes"_L1].toVariant().toStringList(),
                 wakes + QStringList{u"@reboot"_s});
    }

    void linesAreAsTheyWereRead()
    {
        const Handover handover = Support::plainHandover({.timetable = Support::daily({6, 0})});
        QCOMPARE(crontabLines(handover, berlin, now)->toUtf8(), Support::golden(u"crontab"_s));
    }

    void removalLeavesEverythingElse()
    {
        const QString before = u"MAILTO=\"\"\n5 4 * * * run 'profile-1' --scheduled\n"_s;
        const QString after = u"# end\n"_s;
        Handover one = Support::handover({.timetable = Support::daily({6, 0})});
        one.profileId = u"profile-1"_s;
        Handover other = one;
        other.profileId = u"profile-10"_s;
        const QString ofOne = crontabLines(one, berlin, now).value();
        const QString ofOther = crontabLines(other, berlin, now).value();
        const QString crontab = before + ofOne + ofOther + after;
        QCOMPARE(without(one.profileId, crontab), before + ofOther + after);
        QCOMPARE(without(other.profileId, crontab), before + ofOne + after);
        QCOMPARE(linesOf(one.profileId, crontab), ofOne);
        other.profileId = u"profile"_s;
        QCOMPARE(without(other.profileId, crontab), crontab);
    }

    void unreadableLineIsAnError()
    {
        const auto back = fromCrontab(u"# Workiva Writeback profile-1 {\"schedule\":\n"_s);
        QCOMPARE(back.size(), 1);
        QCOMPARE(back.front().profileId, u"profile-1"_s);
        QVERIFY(!back.front().handover);
        QCOMPARE(back.front().handover.error().kind, Core::ErrorKind::BadFile);
    }

    void unknownTimeZoneIsAnError()
    {
        const Automatically schedule{.timetable = Support::daily({6, 0}, u"Europe/Atlantis"_s)};
        const auto lines = crontabLines(Support::plainHandover(schedule), berlin, now);
        QVERIFY(!lines);
        QVERIFY(lines.error().cause.as<UnknownTimeZone>());
    }
};

QTEST_GUILESS_MAIN(TestCrontab)
#include "tst_crontab.moc"
