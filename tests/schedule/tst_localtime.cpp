#include "schedule/localtime.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Schedule;

class TestLocalTime final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Transitions as published by the zones' authorities.
    void instantIsWhenClocksShowIt_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QDateTime>("shown"); // as UTC
        QTest::addColumn<QDateTime>("instant"); // invalid: clocks never show it
        const auto row = [](const char *name, const QString &zone, const QString &shown, const QString &instant) {
            QTest::newRow(name) << zone << QDateTime::fromString(shown + u'Z', Qt::ISODate)
                                << QDateTime::fromString(instant + u'Z', Qt::ISODate);
        };
        const QString berlin = u"Europe/Berlin"_s;
        row("winter", berlin, u"2026-01-15T06:00:00"_s, u"2026-01-15T05:00:00"_s);
        row("summer", berlin, u"2026-07-15T06:00:00"_s, u"2026-07-15T04:00:00"_s);
        row("before clocks go forward", berlin, u"2026-03-29T01:59:00"_s, u"2026-03-29T00:59:00"_s);
        row("first skipped", berlin, u"2026-03-29T02:00:00"_s, {});
        row("last skipped", berlin, u"2026-03-29T02:59:00"_s, {});
        row("after clocks went forward", berlin, u"2026-03-29T03:00:00"_s, u"2026-03-29T01:00:00"_s);
        row("before the repeated hour", berlin, u"2026-10-25T01:59:00"_s, u"2026-10-24T23:59:00"_s);
        row("first repeated", berlin, u"2026-10-25T02:00:00"_s, u"2026-10-25T00:00:00"_s);
        row("last repeated", berlin, u"2026-10-25T02:59:00"_s, u"2026-10-25T00:59:00"_s);
        row("after the repeated hour", berlin, u"2026-10-25T03:00:00"_s, u"2026-10-25T02:00:00"_s);
        row("half an hour skipped", u"Australia/Lord_Howe"_s, u"2026-10-04T02:15:00"_s, {});
        row("half an hour repeated", u"Australia/Lord_Howe"_s, u"2026-04-05T01:45:00"_s, u"2026-04-04T14:45:00"_s);
        row("midnight skipped", u"America/Havana"_s, u"2026-03-08T00:30:00"_s, {});
        row("midnight repeated", u"America/Havana"_s, u"2026-11-01T00:30:00"_s, u"2026-11-01T04:30:00"_s);
        row("a day that clocks repeat the end of", u"Asia/Beirut"_s, u"2026-10-24T23:30:00"_s,
            u"2026-10-24T20:30:00"_s);
        row("far in the future", berlin, u"2070-03-30T02:30:00"_s, {});
        row("without daylight saving", u"Asia/Kolkata"_s, u"2026-03-29T02:30:00"_s, u"2026-03-28T21:00:00"_s);
    }
    void instantIsWhenClocksShowIt()
    {
        QFETCH(const QString, zone);
        QFETCH(const QDateTime, shown);
        QFETCH(const QDateTime, instant);
        const auto found = instantOf(shown.date(), shown.time(), timeZoneNamed(zone).value());
        QCOMPARE(found.value_or(QDateTime()), instant);
    }

    void repeatedTimesAreShownAgain()
    {
        const QTimeZone berlin("Europe/Berlin");
        const QDateTime first(QDate(2026, 10, 25), QTime(0, 30), Qt::UTC); // 02:30
        QCOMPARE(lastInstantLike(first, berlin), first.addSecs(3600));
        for (const QDateTime &once : {first.addSecs(3600), first.addSecs(-1801), first.addSecs(2 * 3600 + 1800)})
            QCOMPARE(lastInstantLike(once, berlin), once);
        const QDateTime half(QDate(2026, 4, 4), QTime(14, 45), Qt::UTC); // 01:45, and half an hour later again
        QCOMPARE(lastInstantLike(half, QTimeZone("Australia/Lord_Howe")), half.addSecs(1800));
        QCOMPARE(lastInstantLike(first, QTimeZone::utc()), first);
    }

    void unknownTimeZoneIsAnError_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("nowhere") << u"Europe/Atlantis"_s;
        QTest::newRow("empty") << QString();
        QTest::newRow("not Latin") << u"Europe/Бerlin"_s;
    }
    void unknownTimeZoneIsAnError()
    {
        QFETCH(const QString, id);
        const auto zone = timeZoneNamed(id);
        QVERIFY(!zone);
        QCOMPARE(zone.error().kind, Core::ErrorKind::InvalidInput);
        QCOMPARE(zone.error().subject, id);
        QVERIFY(zone.error().cause.as<UnknownTimeZone>());
    }
};

QTEST_GUILESS_MAIN(TestLocalTime)
#include "tst_localtime.moc"
