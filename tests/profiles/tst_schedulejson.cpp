#include "core/laterversion.h"
#include "profiles/schedulejson.h"
#include "support/schedules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using namespace Profiles;

namespace {

Core::Result<Schedule> read(const QJsonObject &json)
{
    const Core::JsonReader reader{QJsonValue(json)};
    auto schedule = scheduleFromJson(reader);
    if (const auto good = reader.check(Core::ErrorKind::BadFile); schedule && !good)
        return Core::propagate(good);
    return schedule;
}

// With another member in one of its parts, or in itself if that is not named.
QJsonObject changed(const QString &part, const QString &member, const QJsonValue &value)
{
    QJsonObject json = toJson(Schedule(Automatically{.timetable = Support::daily({6, 0}), .retry = Retry{}}));
    if (part.isEmpty()) {
        json.insert(member, value);
        return json;
    }
    QJsonObject inner = json[part].toObject();
    inner.insert(member, value);
    json.insert(part, inner);
    return json;
}

} // namespace

class TestScheduleJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOptionComesBackTheSame()
    {
        QRandomGenerator random(137);
        for (int i = 0; i < 5'000; ++i) {
            const Schedule schedule = Support::randomSchedule(random);
            const auto back = read(toJson(schedule));
            QVERIFY2(back, QJsonDocument(toJson(schedule)).toJson().constData());
            QVERIFY2(*back == schedule, QJsonDocument(toJson(schedule)).toJson().constData());
        }
    }

    void holidaysComeBackTheSame()
    {
        const QString path = u"C:\\Close \"2026\"\\Feiertage ä.ics"_s;
        const Schedule schedule = Automatically{.timetable = {BusinessDay{.months = NamedMonths{{1, 4, 7, 10}},
                                                                          .which = -2,
                                                                          .weekend = {Qt::Friday},
                                                                          .holidays = path},
                                                              SetTimes{},
                                                              {},
                                                              u"UTC"_s}};
        QCOMPARE(toJson(schedule)["days"_L1]["holidays"_L1].toString(), path);
        const auto back = read(toJson(schedule));
        QVERIFY(back && *back == schedule);
    }

    // A person may read the file.
    void documentReadsLikeTheSchedule()
    {
        const Automatically schedule{.timetable = {EveryWeeks{2, {Qt::Monday, Qt::Friday}},
                                                   Interval{120min, {8, 0}, {18, 30}},
                                                   {2026, 3, 2},
                                                   u"Asia/Tokyo"_s},
                                     .retry = Retry{5, 10min},
                                     .catchUp = 6h,
                                     .onlyNewData = true,
                                     .pauseAfter = 3,
                                     .confirmChanges = true};
        const QJsonObject expected{
            {u"kind"_s, u"automatically"_s},
            {u"days"_s,
             QJsonObject{
                 {u"kind"_s, u"everyWeeks"_s}, {u"every"_s, 2}, {u"on"_s, QJsonArray{u"monday"_s, u"friday"_s}}}},
            {u"times"_s,
             QJsonObject{
                 {u"kind"_s, u"interval"_s}, {u"everyMinutes"_s, 120}, {u"from"_s, u"08:00"_s}, {u"to"_s, u"18:30"_s}}},
            {u"start"_s, u"2026-03-02"_s},
            {u"timeZone"_s, u"Asia/Tokyo"_s},
            {u"retry"_s, QJsonObject{{u"tries"_s, 5}, {u"waitMinutes"_s, 10}}},
            {u"catchUpMinutes"_s, 360},
            {u"onlyNewData"_s, true},
            {u"pauseAfter"_s, 3},
            {u"confirmChanges"_s, true}};
        QCOMPARE(toJson(Schedule(schedule)), expected);
    }

    void unknownKindMeansALaterVersion_data()
    {
        QTest::addColumn<QString>("part");
        QTest::newRow("schedule") << QString();
        QTest::newRow("days") << u"days"_s;
        QTest::newRow("times") << u"times"_s;
    }
    void unknownKindMeansALaterVersion()
    {
        QFETCH(const QString, part);
        const auto schedule = read(changed(part, u"kind"_s, u"moonPhase"_s));
        QVERIFY(!schedule);
        QCOMPARE(schedule.error().kind, Core::ErrorKind::BadFile);
        QVERIFY(schedule.error().cause.as<Core::LaterVersion>());
    }

    void valuesThatNothingCanMeanAreRefused_data()
    {
        QTest::addColumn<QJsonObject>("json");
        QTest::addColumn<QString>("place");
        QTest::newRow("time") << changed(u"times"_s, u"at"_s, QJsonArray{u"25:00"_s}) << u"$.times.at[0]"_s;
        QTest::newRow("start") << changed({}, u"start"_s, u"2026-02-30"_s) << u"$.start"_s;
        QTest::newRow("no time zone") << changed({}, u"timeZone"_s, QJsonValue::Undefined) << u"$.timeZone"_s;
        QTest::newRow("tries as text") << changed(u"retry"_s, u"tries"_s, u"3"_s) << u"$.retry.tries"_s;
        QTest::newRow("kind as a number") << changed({}, u"kind"_s, 1) << u"$.kind"_s;
        QTest::newRow("count that overflows") << changed(u"days"_s, u"every"_s, 4'294'967'297.) << u"$"_s;
        QTest::newRow("every zeroth day") << changed(u"days"_s, u"every"_s, 0) << u"$"_s;
    }
    void valuesThatNothingCanMeanAreRefused()
    {
        QFETCH(const QJsonObject, json);
        QFETCH(const QString, place);
        const auto schedule = read(json);
        QVERIFY(!schedule);
        QCOMPARE(schedule.error().kind, Core::ErrorKind::BadFile);
        QVERIFY(!schedule.error().cause.as<Core::LaterVersion>());
        QCOMPARE(schedule.error().subject, place);
    }
};

QTEST_GUILESS_MAIN(TestScheduleJson)
#include "tst_schedulejson.moc"
