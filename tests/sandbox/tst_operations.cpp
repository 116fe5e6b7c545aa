#include "sandbox/operations.h"

#include "support/fakeclock.h"

#include <QJsonArray>
#include <QTest>

using namespace Sandbox;
using namespace std::chrono_literals;

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
