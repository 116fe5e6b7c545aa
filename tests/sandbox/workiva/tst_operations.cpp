#include "sandbox/workiva/operations.h"

#include "sandbox/fault.h"
#include "support/fakeclock.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Sandbox::Quirks::OperationWords)
Q_DECLARE_METATYPE(std::chrono::milliseconds)

namespace {

QString statusOf(const Operations &operations, const QString &id)
{
    return operations.find(id).value()["status"_L1].toString();
}

} // namespace

class TestOperations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutTimeItIsDoneAtOnce()
    {
        Support::FakeClock clock;
        Operations operations(0ms, clock);
        int done = 0;
        const QString id = operations.begin(u"sheet"_s, [&done]() -> std::optional<Operations::Failure> {
            ++done;
            return std::nullopt;
        });
        QCOMPARE(done, 1);
        QCOMPARE(statusOf(operations, id), u"completed"_s);
        QCOMPARE(operations.secondsLeft(id), 0);
        QVERIFY(!operations.isBusy(u"sheet"_s));
    }

    void withTimeItIsDoneWhenThatIsOver()
    {
        Support::FakeClock clock;
        Operations operations(2000ms, clock);
        int done = 0;
        const QString id = operations.begin(u"sheet"_s, [&done]() -> std::optional<Operations::Failure> {
            ++done;
            return std::nullopt;
        });
        QCOMPARE(done, 0);
        QCOMPARE(statusOf(operations, id), u"started"_s);
        QCOMPARE(operations.secondsLeft(id), 2);
        QVERIFY(operations.isBusy(u"sheet"_s));
        QVERIFY(!operations.isBusy(u"other"_s));
        clock.advance(1999ms);
        QCOMPARE(done, 0);
        QCOMPARE(operations.secondsLeft(id), 0);
        clock.advance(1ms);
        QCOMPARE(done, 1);
        QCOMPARE(statusOf(operations, id), u"completed"_s);
        QVERIFY(!operations.isBusy(u"sheet"_s));
    }

    void lateOneFailsAndIsCompletedAfterThat_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("time");
        QTest::newRow("at once") << 0ms;
        QTest::newRow("with time") << 700ms;
    }
    void lateOneFailsAndIsCompletedAfterThat()
    {
        QFETCH(std::chrono::milliseconds, time);
        Support::FakeClock clock;
        Operations operations(time, clock);
        int done = 0;
        const auto work = [&done]() -> std::optional<Operations::Failure> {
            ++done;
            return std::nullopt;
        };
        const QString id = operations.begin(u"sheet"_s, work, true);
        clock.advance(time);
        QCOMPARE(statusOf(operations, id), u"failed"_s);
        QVERIFY(!operations.isBusy(u"sheet"_s));
        QCOMPARE(operations.pending(), 1);
        clock.advance(lateness - 1ms);
        QCOMPARE(done, 0);
        clock.advance(1ms);
        QCOMPARE(done, 1);
        QCOMPARE(statusOf(operations, id), u"completed"_s);
        QCOMPARE(operations.pending(), 0);
    }

    void pendingOnesAreCounted()
    {
        Support::FakeClock clock;
        Operations operations(5s, clock);
        const auto work = []() -> std::optional<Operations::Failure> { return std::nullopt; };
        (void)operations.begin({}, work);
        clock.advance(2s);
        (void)operations.begin({}, work);
        QCOMPARE(operations.pending(), 2);
        clock.advance(3s);
        QCOMPARE(operations.pending(), 1);
    }

    void statusHasTheWordsOfTheQuirk_data()
    {
        QTest::addColumn<Quirks::OperationWords>("words");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("plain") << Quirks::OperationWords::Plain
                               << QStringList{u"started"_s, u"completed"_s, u"failed"_s};
        QTest::newRow("capitals") << Quirks::OperationWords::Capitals
                                  << QStringList{u"STARTED"_s, u"COMPLETED"_s, u"FAILED"_s};
        QTest::newRow("other") << Quirks::OperationWords::Other
                               << QStringList{u"in_progress"_s, u"succeeded"_s, u"failed"_s};
    }
    void statusHasTheWordsOfTheQuirk()
    {
        QFETCH(Quirks::OperationWords, words);
        QFETCH(QStringList, expected);
        QStringList said;
        for (const char *status : {"started", "completed", "failed"})
            said += statusIn(words, QLatin1String(status));
        QCOMPARE(said, expected);
    }

    void failureIsInTheDetails()
    {
        Support::FakeClock clock;
        Operations operations(0ms, clock);
        const QString id = operations.begin({}, [] { return Operations::Failure{u"code"_s, u"why"_s, u"A1"_s}; });
        QCOMPARE(statusOf(operations, id), u"failed"_s);
        const QJsonObject detail = operations.find(id)->value("details"_L1).toArray().first().toObject();
        QCOMPARE(detail["code"_L1].toString(), u"code"_s);
        QCOMPARE(detail["target"_L1].toString(), u"A1"_s);
    }

    void unknownOperationIsNothing()
    {
        Support::FakeClock clock;
        const Operations operations(0ms, clock);
        QVERIFY(!operations.find(u"none"_s));
        QCOMPARE(operations.secondsLeft(u"none"_s), 0);
    }
};

QTEST_GUILESS_MAIN(TestOperations)
#include "tst_operations.moc"
