#include "core/latest.h"

#include <QTest>
#include <QThread>

#include <atomic>

class TestLatest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // It is complete before the newer one is asked for, but not yet handed over.
    void completeResultOfAnOlderRequestIsIgnored()
    {
        QList<int> results;
        Core::Latest<int> latest([&](int result) { results.append(result); });
        std::atomic<bool> isComputed = false;
        latest.start([&](const std::stop_token &) {
            isComputed = true;
            return std::optional(1);
        });
        while (!isComputed)
            QThread::yieldCurrentThread();
        QThreadPool::globalInstance()->waitForDone();
        latest.start([](const std::stop_token &) { return std::optional(2); });
        QTRY_COMPARE(results.size(), 1);
        QCOMPARE(results, QList<int>{2});
    }

    void olderRequestIsToldToStop()
    {
        QList<int> results;
        Core::Latest<int> latest([&](int result) { results.append(result); });
        latest.start([](const std::stop_token &stop) -> std::optional<int> {
            while (!stop.stop_requested()) // for ever, if nothing stops it
                QThread::yieldCurrentThread();
            return {};
        });
        latest.start([](const std::stop_token &) { return std::optional(2); });
        QTRY_COMPARE(results, QList<int>{2});
        QVERIFY(QThreadPool::globalInstance()->waitForDone(15'000));
    }
};

QTEST_GUILESS_MAIN(TestLatest)
#include "tst_latest.moc"
