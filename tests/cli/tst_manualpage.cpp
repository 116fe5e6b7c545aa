#include "cli/manualpage.h"

#include "cli/commandline.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString page()
{
    return Cli::manualPage(Cli::factsOf(Cli::CommandLine().definitions()), u"1.2.3"_s);
}

struct Shown
{
    QString text;
    QByteArray complaints;
};

// By the program that man(1) uses.
Shown shown(const QString &page)
{
    QProcess process;
    process.start(u"groff"_s, {u"-man"_s, u"-Tascii"_s, u"-ww"_s, u"-P-c"_s, u"-rLL=100n"_s});
    process.write(page.toLatin1());
    process.closeWriteChannel();
    if (!process.waitForFinished())
        return {{}, "no end"};
    QString text = QString::fromLatin1(process.readAllStandardOutput());
    text.remove(QRegularExpression(u".\\x08"_s)); // what is printed twice is bold
    return {text, process.readAllStandardError()};
}

} // namespace

class TestManualPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pageSaysWhatHelpSays()
    {
        if (QStandardPaths::findExecutable(u"groff"_s).isEmpty())
            QSKIP("needs groff");
        const auto [text, complaints] = shown(page());
        QCOMPARE(complaints, QByteArray());
        const Cli::CommandFacts program = Cli::factsOf(Cli::CommandLine().definitions());
        for (const Cli::CommandFacts &command : program.commands) {
            QVERIFY2(text.contains(command.name), qPrintable(command.name));
            for (const Cli::OptionFacts &option : command.options) {
                for (const QString &name : option.names)
                    QVERIFY2(text.contains(name), qPrintable(name));
            }
        }
        for (const QString &part : {u"workiva-writeback-cli profiles validate [options]"_s, u"Exit codes:"_s,
                                    u"DOMO_CLIENT_SECRET"_s, u"1.2.3"_s})
            QVERIFY2(text.contains(part), qPrintable(part));
        QCOMPARE(text.count(u"Exit codes:"_s), 1);
    }

    void textIsNoRequest()
    {
        Cli::CommandFacts program{.name = u"program"_s, .text = u".so /etc/passwd"_s, .footer = u"'em\n\\fB-x"_s};
        const QString page = Cli::manualPage(program, {});
        for (const QString &line : page.split(u'\n')) {
            QVERIFY(!line.startsWith(u".so"_s) && !line.startsWith(u'\''));
            QVERIFY(!line.contains(u"\\fB\\-x"_s));
        }
        if (QStandardPaths::findExecutable(u"groff"_s).isEmpty())
            QSKIP("needs groff");
        const auto [text, complaints] = shown(page);
        QCOMPARE(complaints, QByteArray());
        for (const QString &part : {u".so /etc/passwd"_s, u"'em"_s, u"\\fB-x"_s})
            QVERIFY2(text.contains(part), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestManualPage)
#include "tst_manualpage.moc"
