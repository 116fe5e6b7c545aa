#include "net/retryafter.h"

#include "net/response.h"

#include <QTest>

class TestRetryAfter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secondsAndDatesAreUnderstood_data()
    {
        constexpr qint64 day = 86'400'000;
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("wait"); // ms; -1: invalid
        QTest::newRow("zero") << QByteArray("0") << qint64(0);
        QTest::newRow("seconds") << QByteArray("120") << qint64(120'000);
        QTest::newRow("spaces around") << QByteArray("  7 ") << qint64(7000);
        QTest::newRow("leading zeros") << QByteArray("007") << qint64(7000);
        QTest::newRow("a day") << QByteArray("86400") << day;
        QTest::newRow("more than a day") << QByteArray("86401") << day;
        QTest::newRow("more than a number holds") << QByteArray("99999999999999999999999999") << day;

        QTest::newRow("IMF-fixdate") << QByteArray("Mon, 23 Nov 2026 08:00:30 GMT") << qint64(30'000);
        QTest::newRow("RFC 850") << QByteArray("Monday, 23-Nov-26 08:00:30 GMT") << qint64(30'000);
        QTest::newRow("asctime") << QByteArray("Mon Nov 23 08:00:30 2026") << qint64(30'000);
        QTest::newRow("asctime, one digit") << QByteArray("Tue Nov  3 08:00:30 2026") << qint64(0);
        QTest::newRow("asctime, next month") << QByteArray("Tue Dec  1 08:00:30 2026") << day;
        QTest::newRow("RFC 850, 50 years ahead") << QByteArray("Monday, 23-Nov-76 08:00:30 GMT") << day;
        QTest::newRow("RFC 850, 51 years ahead is past") << QByteArray("Monday, 23-Nov-77 08:00:30 GMT") << qint64(0);
        QTest::newRow("name of the day is wrong") << QByteArray("Sun, 23 Nov 2026 08:00:30 GMT") << qint64(30'000);
        QTest::newRow("past") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << qint64(0);
        QTest::newRow("far") << QByteArray("Fri, 31 Dec 9999 23:59:59 GMT") << day;

        for (const char *garbage :
             {"", " ", "-1", "+5", "1.5", "soon", "5s", "0x10", "1 2", "Mon, 23 Nov 2026 08:00:30",
              "Mon, 23 Nov 2026 08:00:30 CET", "Mon, 31 Feb 2026 08:00:30 GMT", "Mon, 23 Now 2026 08:00:30 GMT",
              "Mon, 23 Nov 2026 25:00:30 GMT", "2026-11-23T08:00:30Z", "\xff\xfe"})
            QTest::addRow("garbage: %s", garbage) << QByteArray(garbage) << qint64(-1);
    }
    void secondsAndDatesAreUnderstood()
    {
        QFETCH(QByteArray, value);
        QFETCH(qint64, wait);
        const QDateTime now(QDate(2026, 11, 23), QTime(8, 0), Qt::UTC);
        const auto parsed = Net::parseRetryAfter(value, now);
        QCOMPARE(parsed ? qint64(parsed->count()) : -1, wait);

        // The same instant in another zone.
        const auto abroad = Net::parseRetryAfter(value, now.toOffsetFromUtc(9 * 3600));
        QCOMPARE(abroad ? qint64(abroad->count()) : -1, wait);
    }

    void dateIsHeldAgainstTheAnswersOwn_data()
    {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("wait");
        const QByteArray at("Mon, 23 Nov 2026 08:00:30 GMT"); // 30 s after the local clock
        QTest::newRow("clocks agree") << QByteArray("Mon, 23 Nov 2026 08:00:00 GMT") << at << qint64(30'000);
        QTest::newRow("own clock is slow") << QByteArray("Mon, 23 Nov 2026 08:00:20 GMT") << at << qint64(10'000);
        QTest::newRow("own clock is fast") << QByteArray("Mon, 23 Nov 2026 07:00:30 GMT") << at << qint64(3'600'000);
        QTest::newRow("no date") << QByteArray() << at << qint64(30'000);
        QTest::newRow("date that is none") << QByteArray("yesterday") << at << qint64(30'000);
        QTest::newRow("seconds") << QByteArray("Mon, 23 Nov 2026 09:00:00 GMT") << QByteArray("7") << qint64(7'000);
        QTest::newRow("nothing") << QByteArray("Mon, 23 Nov 2026 08:00:00 GMT") << QByteArray() << qint64(-1);
    }
    void dateIsHeldAgainstTheAnswersOwn()
    {
        QFETCH(const QByteArray, date);
        QFETCH(const QByteArray, value);
        QFETCH(const qint64, wait);
        const Net::ResponseHead head{.status = 503, .headers = {{"Date", date}, {"Retry-After", value}}};
        const auto asked = Net::retryAfterOf(head, QDateTime(QDate(2026, 11, 23), QTime(8, 0), Qt::UTC));
        QCOMPARE(asked ? qint64(asked->count()) : -1, wait);
    }
};

QTEST_GUILESS_MAIN(TestRetryAfter)
#include "tst_retryafter.moc"
