#include "cli/commandline.h"

#include "cli/commands/copycommand.h"
#include "cli/commands/plancommand.h"
#include "cli/commands/runcommand.h"

#include <QTest>

using Cli::CommandLine;
using Cli::ExitCode;

class TestCommandLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandAskedForIsFound()
    {
        CommandLine copying;
        const auto copy = parse(copying, {"copy", "--dataset", "d", "--spreadsheet", "p", "--region", "A1"});
        QVERIFY(copy && qobject_cast<Cli::CopyCommand *>(*copy));
        CommandLine planning;
        const auto plan = parse(planning, {"plan", "--dataset", "d", "--spreadsheet", "p", "--region", "A1"});
        QVERIFY(plan && qobject_cast<Cli::PlanCommand *>(*plan));
        CommandLine running;
        const auto run = parse(running, {"run", "one", "two", "--yes", "three"});
        QVERIFY(run && qobject_cast<Cli::RunCommand *>(*run));
    }

    void wrongOptionsAreAUsageError()
    {
        for (const auto &words : QList<std::vector<const char *>>{
                 {}, {"unheard-of"}, {"copy"}, {"run", "--unheard-of"}, {"run", "one", "--wait", "--ignore-earlier"}}) {
            CommandLine line;
            const auto command = parse(line, words);
            QVERIFY(!command);
            QCOMPARE(command.error(), ExitCode::Usage);
        }
    }

    void helpIsNoError()
    {
        CommandLine line;
        const auto command = parse(line, {"run", "--help"});
        QVERIFY(!command);
        QCOMPARE(command.error(), ExitCode::Done);
    }

private:
    static Core::Result<Cli::Command *, ExitCode> parse(CommandLine &line, std::vector<const char *> words)
    {
        words.insert(words.begin(), "program");
        return line.parse(int(words.size()), words.data());
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
