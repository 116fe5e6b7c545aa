#include "schedule/taskxml.h"
#include "schedule/handovers.h"
#include "schedule/localtime.h"
#include "schedule/otherreaders.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringConverter>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using namespace Profiles;
using namespace Schedule;

namespace {

const QTimeZone berlin("Europe/Berlin");
const QDateTime now(QDate(2026, 1, 1), QTime(), Qt::UTC);

} // namespace

class TestTaskXml final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scheduleComesBackTheSame()
    {
        QRandomGenerator random(13);
        for (int i = 0; i < 200; ++i) {
            const Handover handover = Support::handover(Support::randomAutomatically(random));
            const auto task = taskXml(handover, berlin, now);
            QVERIFY(task);
            const auto back = fromTaskXml(*task);
            QVERIFY(back);
            QVERIFY(*back == handover);
        }
    }

    void commandIsThatOfTheHandover()
    {
        Handover handover = Support::handover({.timetable = Support::daily({6, 0})});
        handover.options.append(u"C:\\Data Dir\\"_s);
        handover.options.append(u"a\\\"b\\\\\" c"_s);
        const QJsonObject read = Support::readByAnother(u"task"_s, taskXml(handover, berlin, now).value());
        QCOMPARE(read["command"_L1].toVariant().toStringList(), QStringList{handover.program} + arguments(handover));
        QCOMPARE(read["catchesUp"_L1].toString(), u"true"_s);
    }

    void wakesAreTriggers_data()
    {
        QTest::addColumn<Timetable>("timetable");
        QTest::addColumn<QString>("days"); // the element that says on which days, and its content
        QTest::addColumn<QStringList>("begins");
        const auto row = [](const char *name, const Days &days, const QString &expected) {
            QTest::newRow(name) << Timetable{days, SetTimes{}, {2026, 3, 2}, u"Europe/Berlin"_s} << expected
                                << QStringList{u"2026-03-02T06:00:00"_s};
        };
        row("every third day", EveryDays{3}, u"{\"ScheduleByDay\":{\"DaysInterval\":\"3\"}}"_s);
        row("every second week", EveryWeeks{2, {Qt::Monday, Qt::Friday}},
            u"{\"ScheduleByWeek\":{\"DaysOfWeek\":[\"Monday\",\"Friday\"],\"WeeksInterval\":\"1\"}}"_s);
        row("first and last day of quarters", DaysOfMonth{NamedMonths{{3, 12}}, {1, lastOfMonth}},
            u"{\"ScheduleByMonth\":{\"DaysOfMonth\":[\"1\",\"Last\"],\"Months\":[\"March\",\"December\"]}}"_s);
        row("second and fifth Sunday", WeekdaysOfMonth{NamedMonths{{1, 2}}, {2, 5}, {Qt::Sunday}},
            u"{\"ScheduleByMonthDayOfWeek\":{\"DaysOfWeek\":[\"Sunday\"],\"Months\":[\"January\",\"February\"],"
            "\"Weeks\":[\"2\",\"Last\"]}}"_s);
        row("last business day but one of the year", BusinessDay{NamedMonths{{11, 12}}, -2},
            u"{\"ScheduleByMonth\":{\"DaysOfMonth\":[\"25\",\"26\",\"27\",\"28\",\"29\",\"30\"],\"Months\":[\"November\",\"December\"]}}"_s);
        const QString daily = u"{\"ScheduleByDay\":{\"DaysInterval\":\"1\"}}"_s;
        QTest::newRow("another zone") << Timetable{EveryDays{3}, SetTimes{}, {2026, 3, 2}, u"Asia/Kolkata"_s} << daily
                                      << QStringList{u"2026-03-01T01:30:00"_s, u"2026-03-01T02:30:00"_s};
        QTest::newRow("no start") << Timetable{EveryDays{}, SetTimes{}, {}, u"Europe/Berlin"_s} << daily
                                  << QStringList{u"2026-01-01T06:00:00"_s};
    }
    void wakesAreTriggers()
    {
        QFETCH(const Timetable, timetable);
        QFETCH(const QString, days);
        QFETCH(const QStringList, begins);
        const auto task = taskXml(Support::plainHandover({.timetable = timetable}), berlin, now);
        QVERIFY(task);
        const QJsonArray triggers = Support::readByAnother(u"task"_s, *task)["wakes"_L1].toArray();
        QStringList found;
        for (const QJsonValue trigger : triggers) {
            QJsonObject rest = trigger.toObject();
            found.append(rest.take("StartBoundary"_L1).toString());
            QCOMPARE(rest.take("Enabled"_L1).toString(), u"true"_s);
            rest.remove("RandomDelay"_L1);
            QCOMPARE(QString::fromUtf8(QJsonDocument(rest).toJson(QJsonDocument::Compact)), days);
        }
        QCOMPARE(found, begins);
    }

    void intervalIsRepeated()
    {
        const Timetable timetable{EveryDays{}, Interval{16min, {7, 0}, {0, 0}}, {}, u"Europe/Berlin"_s};
        const QJsonArray triggers =
            Support::readByAnother(
                u"task"_s, taskXml(Support::plainHandover({.timetable = timetable}), berlin, now).value())["wakes"_L1]
                .toArray();
        QCOMPARE(triggers.size(), 1);
        QCOMPARE(triggers[0]["StartBoundary"_L1].toString(), u"2026-01-01T07:00:00"_s);
        QCOMPARE(triggers[0]["Repetition"_L1]["Interval"_L1].toString(), u"PT16M"_s);
        QCOMPARE(triggers[0]["Repetition"_L1]["Duration"_L1].toString(), u"PT1020M"_s);
    }

    void taskIsAsItWasRead()
    {
        const Handover handover = Support::plainHandover({.timetable = Support::daily({6, 0})});
        QStringDecoder decoder(QStringConverter::Utf16LE);
        const QString task = decoder.decode(taskXml(handover, berlin, now).value());
        QCOMPARE(task.toUtf8(), Support::golden(u"task.xml"_s));
    }

    void otherTaskIsNoneOfThese()
    {
        for (const QByteArray &text : {QByteArray("<Task/>"), QByteArray("no XML"), QByteArray()}) {
            const auto back = fromTaskXml(text);
            QVERIFY(!back);
            QCOMPARE(back.error().kind, Core::ErrorKind::BadFile);
        }
    }

    void unknownTimeZoneIsAnError()
    {
        const Automatically schedule{.timetable = Support::daily({6, 0}, u"Europe/Atlantis"_s)};
        const auto task = taskXml(Support::plainHandover(schedule), berlin, now);
        QVERIFY(!task);
        QVERIFY(task.error().cause.as<UnknownTimeZone>());
    }
};

QTEST_GUILESS_MAIN(TestTaskXml)
#include "tst_taskxml.moc"
