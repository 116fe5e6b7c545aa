#include "schedule/lingering.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Schedule;

class TestLingering final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyAnAnswerIsKnown_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<std::optional<bool>>("expected");
        QTest::newRow("on") << 0 << QByteArray("yes\n") << std::optional(true);
        QTest::newRow("off") << 0 << QByteArray("no\n") << std::optional(false);
        QTest::newRow("empty") << 0 << QByteArray() << std::optional<bool>();
        QTest::newRow("not logged in") << 1 << QByteArray() << std::optional<bool>();
    }
    void onlyAnAnswerIsKnown()
    {
        QFETCH(const int, code);
        QFETCH(const QByteArray, output);
        QFETCH(const std::optional<bool>, expected);
        const auto found = isLingering([&](const Command &command) -> Core::Result<CommandResult> {
            if (command.program == "id"_L1)
                return CommandResult{0, "1001\n"};
            return command.arguments.value(1) == "1001"_L1 ? CommandResult{code, output} : CommandResult{2};
        });
        QCOMPARE(found, expected);
    }
};

QTEST_GUILESS_MAIN(TestLingering)
#include "tst_lingering.moc"
