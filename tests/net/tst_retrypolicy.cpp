#include "net/retrypolicy.h"

#include <QTest>

using std::chrono::milliseconds;

class TestRetryPolicy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusAndTimeDecideOnRepeats_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("repeatable");
        QTest::addColumn<int>("retryAfter"); // ms; -1: none
        QTest::addColumn<int>("elapsed"); // ms
        QTest::addColumn<int>("wait"); // ms; -1: no more
        QTest::newRow("no answer, repeatable") << 1 << 0 << true << -1 << 0 << 500;
        QTest::newRow("no answer, not repeatable") << 1 << 0 << false << -1 << 0 << -1;
        QTest::newRow("429 is always repeated") << 1 << 429 << false << -1 << 0 << 500;
        QTest::newRow("503 is always repeated") << 1 << 503 << false << -1 << 0 << 500;
        QTest::newRow("500, repeatable") << 1 << 500 << true << -1 << 0 << 500;
        QTest::newRow("500, not repeatable") << 1 << 500 << false << -1 << 0 << -1;
        QTest::newRow("502, repeatable") << 1 << 502 << true << -1 << 0 << 500;
        QTest::newRow("504, not repeatable") << 1 << 504 << false << -1 << 0 << -1;
        QTest::newRow("501 is final") << 1 << 501 << true << -1 << 0 << -1;
        for (const int status : {200, 302, 400, 401, 403, 404, 408, 409})
            QTest::addRow("%d is final", status) << 1 << status << true << -1 << 0 << -1;

        QTest::newRow("second wait doubles") << 2 << 429 << true << -1 << 0 << 1000;
        QTest::newRow("fourth wait") << 4 << 429 << true << -1 << 0 << 4000;
        QTest::newRow("fifth attempt is the last") << 5 << 429 << true << -1 << 0 << -1;
        QTest::newRow("sixth attempt too") << 6 << 429 << true << -1 << 0 << -1;

        QTest::newRow("Retry-After") << 1 << 429 << true << 7000 << 0 << 7000;
        QTest::newRow("Retry-After shorter than the own wait") << 3 << 429 << true << 1000 << 0 << 1000;
        QTest::newRow("Retry-After longer than the maximum wait") << 1 << 503 << true << 60'000 << 0 << 60'000;
        QTest::newRow("Retry-After of 0") << 2 << 429 << true << 0 << 0 << 1000;

        QTest::newRow("just within the deadline") << 1 << 429 << true << 10'000 << 170'000 << 10'000;
        QTest::newRow("just beyond the deadline") << 1 << 429 << true << 10'001 << 170'000 << -1;
        QTest::newRow("own wait beyond the deadline") << 1 << 500 << true << -1 << 179'501 << -1;
        QTest::newRow("deadline is over") << 1 << 500 << true << -1 << 200'000 << -1;
        QTest::newRow("a day") << 1 << 429 << true << 86'400'000 << 0 << -1;
    }
    void statusAndTimeDecideOnRepeats()
    {
        QFETCH(int, number);
        QFETCH(int, status);
        QFETCH(bool, repeatable);
        QFETCH(int, retryAfter);
        QFETCH(int, elapsed);
        QFETCH(int, wait);
        const Net::RetryPolicy policy;
        const auto result =
            policy.waitAfter({.number = number,
                              .status = status,
                              .repeatable = repeatable,
                              .retryAfter = retryAfter < 0 ? std::nullopt : std::optional(milliseconds(retryAfter)),
                              .elapsed = milliseconds(elapsed)});
        QCOMPARE(result ? int(result->count()) : -1, wait);
    }

    void waitStopsGrowing()
    {
        const Net::RetryPolicy policy{.attempts = 1000, .deadline = std::chrono::hours(24)};
        QCOMPARE(*policy.waitAfter({.number = 900, .status = 429}), policy.maxWait);
    }

    void idleTimeoutExceedsThoseOfRequests()
    {
        QVERIFY(Net::RetryPolicy().idleTimeout >= std::chrono::minutes(3)); // the time that an export gets
    }
};

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
