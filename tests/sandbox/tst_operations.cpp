#include "sandbox/operations.h"

#include "sandbox/fault.h"
#include "support/fakeclock.h"

#include <QJsonArray>
#include <QTest>

using namespace Sandbox;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Sandbox::Quirks::OperationWords)
Q_DECLARE_METATYPE(std::chrono::milliseconds)

namespace {

QString statusOf(const Operations &operations, const QString &id)
{
    return operations.find(id).value()[QLatin1String("status")].toString();
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
        const QString id = operations.begin(QStringLiteral("sheet"), [&done]() -> std::optional<Operations::Failure> {
            ++done;
            return std::nullopt;
        });
        QCOMPARE(done, 1);
        QCOMPARE(statusOf(operations, id), QStringLiteral("completed"));
        QCOMPARE(operations.secondsLeft(id), 0);
        QVERIFY(!operations.isBusy(QStringLiteral("sheet")));
    }

    void withTimeItIsDoneWhenThatIsOver()
    {
        Support::FakeClock clock;
        Operations operations(2000ms, clock);
        int done = 0;
        const QString id = operations.begin(QStringLiteral("sheet"), [&done]() -> std::optional<Operations::Failure> {
            ++done;
            return std::nullopt;
        });
        QCOMPARE(done, 0);
        QCOMPARE(statusOf(operations, id), QStringLiteral("started"));
        QCOMPARE(operations.secondsLeft(id), 2);
        QVERIFY(operations.isBusy(QStringLiteral("sheet")));
        QVERIFY(!operations.isBusy(QStringLiteral("other")));
        clock.advance(1999ms);
        QCOMPARE(done, 0);
        QCOMPARE(operations.secondsLeft(id), 0);
        clock.advance(1ms);
        QCOMPARE(done, 1);
        QCOMPARE(statusOf(operations, id), QStringLiteral("completed"));
        QVERIFY(!operations.isBusy(QStringLiteral("sheet")));
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
        const QString id = operations.begin(QStringLiteral("sheet"), work, true);
        clock.advance(time);
        QCOMPARE(statusOf(operations, id), QStringLiteral("failed"));
        QVERIFY(!operations.isBusy(QStringLiteral("sheet")));
        QCOMPARE(operations.pending(), 1);
        clock.advance(lateness - 1ms);
        QCOMPARE(done, 0);
        clock.advance(1ms);
        QCOMPARE(done, 1);
        QCOMPARE(statusOf(operations, id), QStringLiteral("completed"));
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
                               << QStringList{QStringLiteral("started"), QStringLiteral("completed"),
                                              QStringLiteral("failed")};
        QTest::newRow("capitals") << Quirks::OperationWords::Capitals
                                  << QStringList{QStringLiteral("STARTED"), QStringLiteral("COMPLETED"),
                                                 QStringLiteral("FAILED")};
        QTest::newRow("other") << Quirks::OperationWords::Other
                               << QStringList{QStringLiteral("in_progress"), QStringLiteral("succeeded"),
                                              QStringLiteral("failed")};
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
        const QString id = operations.begin({}, [] {
            return Operations::Failure{QStringLiteral("code"), QStringLiteral("why"), QStringLiteral("A1")};
        });
        QCOMPARE(statusOf(operations, id), QStringLiteral("failed"));
        const QJsonObject detail = operations.find(id)->value(QLatin1String("details")).toArray().first().toObject();
        QCOMPARE(detail[QLatin1String("code")].toString(), QStringLiteral("code"));
        QCOMPARE(detail[QLatin1String("target")].toString(), QStringLiteral("A1"));
    }

    void unknownOperationIsNothing()
    {
        Support::FakeClock clock;
        const Operations operations(0ms, clock);
        QVERIFY(!operations.find(QStringLiteral("none")));
        QCOMPARE(operations.secondsLeft(QStringLiteral("none")), 0);
    }
};

QTEST_GUILESS_MAIN(TestOperations)
#include "tst_operations.moc"
