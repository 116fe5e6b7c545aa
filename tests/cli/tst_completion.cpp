#include "cli/completion.h"

#include "cli/commandline.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using Cli::CommandFacts;
using Cli::OptionFacts;

namespace {

CommandFacts program()
{
    return Cli::factsOf(Cli::CommandLine().definitions());
}

// Every command and option with its path.
void collect(const CommandFacts &command, QStringList &commands, QStringList &options)
{
    for (const OptionFacts &option : command.options)
        options += option.names;
    for (const CommandFacts &below : command.commands) {
        commands.append(below.name);
        collect(below, commands, options);
    }
}

} // namespace

class TestCompletion final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scriptHasEveryCommandAndOption_data()
    {
        QTest::addColumn<QString>("shell");
        for (const char *shell : {"bash", "zsh", "fish"})
            QTest::newRow(shell) << QString::fromLatin1(shell);
    }
    void scriptHasEveryCommandAndOption()
    {
        QFETCH(QString, shell);
        const QString script = scriptFor(shell);
        QStringList commands;
        QStringList options;
        collect(program(), commands, options);
        QVERIFY(commands.size() >= 12 && options.size() > 60);
        for (const QString &command : commands)
            QVERIFY2(script.contains(command), qPrintable(command));
        for (QString option : options) {
            if (shell == "fish"_L1)
                option.replace(0, option.startsWith("--"_L1) ? 2 : 1,
                               option.startsWith("--"_L1) ? u" -l "_s : u" -s "_s);
            QVERIFY2(script.contains(option), qPrintable(option));
        }
        QVERIFY(!script.contains(u'\u2026') && script == QString::fromLatin1(script.toLatin1()));
    }

    void bashCompletes_data()
    {
        QTest::addColumn<QStringList>("words"); // the last one is to be completed
        QTest::addColumn<QStringList>("offered"); // some of what is offered
        QTest::addColumn<QStringList>("others"); // not offered
        QTest::newRow("commands") << QStringList{QString()} << QStringList{u"copy"_s, u"run"_s, u"profiles"_s}
                                  << QStringList{u"list"_s, u"--yes"_s};
        QTest::newRow("begun command") << QStringList{u"pro"_s} << QStringList{u"profiles"_s} << QStringList{u"copy"_s};
        QTest::newRow("options of a command")
            << QStringList{u"run"_s, u"--"_s} << QStringList{u"--yes"_s, u"--stop-on-failure"_s, u"--group"_s}
            << QStringList{u"--dataset"_s};
        QTest::newRow("command below a command")
            << QStringList{u"profiles"_s, QString()} << QStringList{u"list"_s, u"validate"_s} << QStringList{u"copy"_s};
        QTest::newRow("its options") << QStringList{u"profiles"_s, u"import"_s, u"--"_s}
                                     << QStringList{u"--account"_s, u"--name"_s} << QStringList{u"--yes"_s};
        QTest::newRow("file") << QStringList{u"plan"_s, u"--csv"_s, u"some"_s} << QStringList{u"some file.txt"_s}
                              << QStringList();
        QTest::newRow("folder") << QStringList{u"run"_s, u"--data-dir"_s, u"some"_s} << QStringList{u"some folder"_s}
                                << QStringList{u"some file.txt"_s};
        QTest::newRow("file of a writeback")
            << QStringList{u"run"_s, u"some"_s} << QStringList{u"some file.txt"_s} << QStringList();
        QTest::newRow("other value") << QStringList{u"run"_s, u"--group"_s, QString()} << QStringList()
                                     << QStringList{u"copy"_s, u"some file.txt"_s};
        QTest::newRow("value that is a command's name") << QStringList{u"run"_s, u"--group"_s, u"copy"_s, u"--"_s}
                                                        << QStringList{u"--yes"_s} << QStringList{u"--dataset"_s};
    }
    void bashCompletes()
    {
        const QString bash = QStandardPaths::findExecutable(u"bash"_s);
        if (bash.isEmpty())
            QSKIP("needs bash");
        QFETCH(QStringList, words);
        QFETCH(QStringList, offered);
        QFETCH(QStringList, others);
        QFile script(m_folder.filePath(u"completion"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(scriptFor(u"bash"_s).toLatin1());
        script.close();
        QVERIFY(QDir(m_folder.path()).mkpath(u"some folder"_s));
        QVERIFY(QFile(m_folder.filePath(u"some file.txt"_s)).open(QIODevice::WriteOnly));
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        // compopt works only while bash completes; a function of its name takes its place.
        process.start(bash,
                      QStringList{u"--norc"_s, u"-c"_s,
                                  u"set -u; compopt() { :; }; . ./completion; "
                                  "COMP_WORDS=(workiva-writeback-cli \"$@\"); COMP_CWORD=$#; "
                                  "_workiva_writeback_cli; printf '%s\\n' \"${COMPREPLY[@]}\""_s,
                                  u"bash"_s}
                          + words);
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        QCOMPARE(process.readAllStandardError(), QByteArray());
        const QStringList found = QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &each : offered)
            QVERIFY2(found.contains(each), qPrintable(found.join(u' ')));
        for (const QString &each : others)
            QVERIFY2(!found.contains(each), qPrintable(found.join(u' ')));
    }

    // Whether the shells accept them.
    void scriptIsValid_data()
    {
        QTest::addColumn<QString>("shell");
        for (const char *shell : {"bash", "zsh", "fish"})
            QTest::newRow(shell) << QString::fromLatin1(shell);
    }
    void scriptIsValid()
    {
        QFETCH(QString, shell);
        const QString program = QStandardPaths::findExecutable(shell);
        if (program.isEmpty())
            QSKIP(qPrintable(shell + u" is not installed"_s));
        QFile script(m_folder.filePath(shell));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(scriptFor(shell).toLatin1());
        script.close();
        QProcess process;
        process.start(program, {u"-n"_s, script.fileName()});
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    }

private:
    static QString scriptFor(const QString &shell)
    {
        return shell == "bash"_L1 ? Cli::bashCompletion(program())
            : shell == "zsh"_L1   ? Cli::zshCompletion(program())
                                  : Cli::fishCompletion(program());
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"
