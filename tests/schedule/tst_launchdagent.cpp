#include "schedule/launchdagent.h"
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

class TestLaunchdAgent final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scheduleComesBackTheSame()
    {
        QRandomGenerator random(12);
        for (int i = 0; i < 200; ++i) {
            const Handover handover = Support::handover(Support::randomAutomatically(random));
            const auto agent = launchdAgent(handover, berlin, now);
            QVERIFY(agent);
            const auto back = fromLaunchdAgent(*agent);
            QVERIFY(back);
            QVERIFY(*back == handover);
        }
    }

    void commandIsThatOfTheHandover()
    {
        const Handover handover = Support::handover({.timetable = Support::daily({6, 0})});
        const QJsonObject read = Support::readByAnother(u"plist"_s, launchdAgent(handover, berlin, now).value());
        QCOMPARE(read["command"_L1].toVariant().toStringList(), QStringList{handover.program} + arguments(handover));
        QCOMPARE(read["label"_L1].toString(), launchdLabel(handover.profileId));
        QCOMPARE(read["atLogin"_L1], QJsonValue(true));
    }

    void wakesAreEntries_data()
    {
        QTest::addColumn<Timetable>("timetable");
        QTest::addColumn<QByteArray>("wakes");
        const SetTimes six{{QTime(6, 30)}};
        const EveryMonths everyMonth{};
        const QString zone = u"Europe/Berlin"_s;
        QTest::newRow("daily") << Timetable{EveryDays{}, six, {}, zone} << QByteArray("[{\"Hour\":6,\"Minute\":30}]");
        QTest::newRow("weekly")
            << Timetable{EveryWeeks{1, {Qt::Monday, Qt::Sunday}}, six, {}, zone}
            << QByteArray("[{\"Hour\":6,\"Minute\":30,\"Weekday\":1},{\"Hour\":6,\"Minute\":30,\"Weekday\":0}]");
        QTest::newRow("last day of quarters")
            << Timetable{DaysOfMonth{NamedMonths{{3, 6}}, {lastOfMonth}}, six, {}, zone}
            << QByteArray("[{\"Day\":28,\"Hour\":6,\"Minute\":30,\"Month\":3},{\"Day\":28,\"Hour\":6,\"Minute\":30,"
                          "\"Month\":6},"
                          "{\"Day\":29,\"Hour\":6,\"Minute\":30,\"Month\":3},{\"Day\":29,\"Hour\":6,\"Minute\":30,"
                          "\"Month\":6},"
                          "{\"Day\":30,\"Hour\":6,\"Minute\":30,\"Month\":3},{\"Day\":30,\"Hour\":6,\"Minute\":30,"
                          "\"Month\":6},"
                          "{\"Day\":31,\"Hour\":6,\"Minute\":30,\"Month\":3},{\"Day\":31,\"Hour\":6,\"Minute\":30,"
                          "\"Month\":6}]");
        QTest::newRow("second Sunday") << Timetable{WeekdaysOfMonth{everyMonth, {2}, {Qt::Sunday}}, six, {}, zone}
                                       << QByteArray("[{\"Hour\":6,\"Minute\":30,\"Weekday\":0}]");
        QTest::newRow("another zone") << Timetable{DaysOfMonth{}, six, {}, u"Asia/Kolkata"_s}
                                      << QByteArray("[{\"Hour\":2,\"Minute\":0},{\"Hour\":3,\"Minute\":0}]");
    }
    void wakesAreEntries()
    {
        QFETCH(const Timetable, timetable);
        QFETCH(const QByteArray, wakes);
        const auto agent = launchdAgent(Support::plainHandover({.timetable = timetable}), berlin, now);
        QVERIFY(agent);
        QCOMPARE(QJsonDocument(Support::readByAnother(u"plist"_s, *agent)["wakes"_L1].toArray())
                     .toJson(QJsonDocument::Compact),
                 wakes);
    }

    void agentIsAsItWasRead()
    {
        const Handover handover = Support::plainHandover({.timetable = Support::daily({6, 0})});
        QCOMPARE(launchdAgent(handover, berlin, now).value(), Support::golden(u"launchd.plist"_s));
    }

    void otherAgentIsNoneOfThese()
    {
        for (const QByteArray &text : {QByteArray("<plist><dict><key>Label</key><string>a</string></dict></plist>"),
                                       QByteArray("no XML"), QByteArray()}) {
            const auto back = fromLaunchdAgent(text);
            QVERIFY(!back);
            QCOMPARE(back.error().kind, Core::ErrorKind::BadFile);
        }
    }

    void unknownTimeZoneIsAnError()
    {
        const Automatically schedule{.timetable = Support::daily({6, 0}, u"Europe/Atlantis"_s)};
        const auto agent = launchdAgent(Support::plainHandover(schedule), berlin, now);
        QVERIFY(!agent);
        QVERIFY(agent.error().cause.as<UnknownTimeZone>());
    }
};

QTEST_GUILESS_MAIN(TestLaunchdAgent)
#include "tst_launchdagent.moc"
