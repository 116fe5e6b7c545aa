#include "core/printable.h"
#include "support/commandline.h"
#include "support/datasetfolder.h"
#include "support/pty.h"
#include "support/sandboxprocess.h"
#include "support/sheetprobe.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <csignal>

#include <unistd.h>

using namespace Qt::StringLiterals;

using namespace Support;

namespace {

const QString unitsName = u"Units"_s;
const QString formulasName = u"Formulas"_s;
const QString plainName = u"Plain"_s; // without values that a sheet converts
const QList<DataSetFolder::Column> columns{{u"Unit"_s, u"STRING"_s}, {u"Heads"_s, u"LONG"_s}};
const Rows rows{{u"Nördlich"_s, 12}, {u"007"_s, 7}};

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

// The program, started on a terminal, which is its standard input and error or one of them.
struct OnTerminal
{
    OnTerminal(const SandboxProcess &sandbox, const QStringList &arguments, bool input = true, bool error = true)
    {
        process.setProcessEnvironment(credentialsOf(sandbox));
        terminal.attach(process, input, error);
        process.start(QStringLiteral(CLI_PROGRAM), arguments);
    }

    Pty terminal;
    QProcess process;
};

} // namespace

// The command line as a script sees it: exit codes, the JSON document, its prompts, and no secrets.
class TestCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_folder.write(unitsName, columns, rows);
        m_folder.write(formulasName, columns, {{u"=1+1"_s, 1}});
        m_folder.write(plainName, columns, {{u"North"_s, 12}, {u"South"_s, 7}});
    }

    void exitCodeTellsHowItEnded_data()
    {
        QTest::addColumn<QStringList>("sandbox");
        QTest::addColumn<QString>("dataSet");
        QTest::addColumn<QString>("region");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("state");
        const auto row = [](const char *name, const char *sandbox, const QString &dataSet, const char *region,
                            const char *options, int code, const char *state) {
            QTest::newRow(name) << words(sandbox) << dataSet << QString::fromLatin1(region) << words(options) << code
                                << QString::fromLatin1(state);
        };
        row("verified", "", unitsName, "B3:", "", 0, "verified");
        row("dry run with differences", "", unitsName, "B3:", "--dry-run", 10, "planned");
        row("grant without write access", "--scope file:read", unitsName, "B3:", "", 3, "failed");
        row("dry run without write access", "--scope file:read", unitsName, "B3:", "--dry-run", 10, "planned");
        row("secret refused", "--fault 401@tokenRequest#*", unitsName, "B3:", "", 3, "failed");
        row("overflow", "", unitsName, "B3:C4", "", 4, "refused");
        row("no such DataSet", "", unitsName, "B3:", "--dataset 00000000-1111-4222-8333-444444444444", 5, "failed");
        row("no such sheet", "", unitsName, "B3:", "--sheet 00000000000000000000000000000000", 5, "failed");
        row("no access", "--fault 403@getSheetById#*", unitsName, "B3:", "", 5, "failed");
        row("nonsense instead of metadata", "--fault html@getDataSet#*", unitsName, "B3:", "", 6, "failed");
        row("damaged export", "--fault malformed@exportDataSet#*", unitsName, "B3:", "", 6, "failed");
        row("taken for a formula", "--quirk formula-in-text=yes", formulasName, "B3:", "", 7, "mismatch");
        row("cannot be read back", "--fault 403@getValuesByRange#3", unitsName, "B3:D9", "", 8, "outcome unknown");
    }
    void exitCodeTellsHowItEnded()
    {
        QFETCH(QStringList, sandbox);
        QFETCH(QString, dataSet);
        QFETCH(QString, region);
        QFETCH(QStringList, options);
        QFETCH(int, code);
        QFETCH(QString, state);

        if (sandbox.value(0) == "--scope"_L1 || sandbox.value(0) == "--quirk"_L1)
            sandbox = QStringList{sandbox[0], sandbox.mid(1).join(u' ')};
        const SandboxProcess services(m_folder.options() + sandbox);
        QVERIFY(services.isUp());
        QStringList arguments = copy(services, dataSet, region);
        for (qsizetype i = 0; i + 1 < options.size(); i += 2) { // replaces existing options
            const qsizetype place = arguments.indexOf(options[i]);
            arguments[place + 1] = options[i + 1];
        }
        if (options.size() % 2 == 1)
            arguments.append(options.last());
        arguments.append(u"--json"_s);
        const Output output = call(arguments, credentialsOf(services));
        QVERIFY2(output.code == code, output.all().constData());
        QCOMPARE(output.json()["state"_L1].toString(), state);
        const bool isGreen = code == 0 || code == 10;
        QCOMPARE(output.json().contains("error"_L1), !isGreen);
    }

    void wrongUseIsTwo_data()
    {
        QTest::addColumn<QString>("option"); // with an invalid value; empty: no option at all
        QTest::addColumn<QString>("value");
        QTest::newRow("no command") << QString() << QString();
        QTest::newRow("region") << u"--region"_s << u"B3:%"_s;
        QTest::newRow("DataSet") << u"--dataset"_s << u"https://example.org/"_s;
        QTest::newRow("spreadsheet") << u"--spreadsheet"_s << u"https://example.org/x y"_s;
        QTest::newRow("address of Domo") << u"--domo-url"_s << u"nonsense"_s;
        QTest::newRow("plain http") << u"--workiva-url"_s << u"http://example.org"_s;
        QTest::newRow("check that is no choice") << u"--guard"_s << u"overflow=off"_s;
        QTest::newRow("unknown check") << u"--accept"_s << u"unheard-of"_s;
        QTest::newRow("unknown option") << u"--unknown"_s << u"1"_s;
    }
    void wrongUseIsTwo()
    {
        QFETCH(QString, option);
        QFETCH(QString, value);
        const SandboxProcess sandbox(m_folder.options());
        QVERIFY(sandbox.isUp());
        QStringList arguments;
        if (!option.isEmpty()) {
            arguments = copy(sandbox, unitsName, u"B3:"_s);
            const qsizetype place = arguments.indexOf(option);
            if (place >= 0)
                arguments[place + 1] = value;
            else
                arguments += QStringList{option, value};
        }
        const Output output = call(arguments, credentialsOf(sandbox));
        QVERIFY2(output.code == 2, output.all().constData());
        QCOMPARE(sandbox.requests(u"getAccessToken"_s), 0);
    }

    void missingCredentialsAreThree_data()
    {
        QTest::addColumn<QString>("variable");
        for (const char *variable :
             {"DOMO_CLIENT_ID", "DOMO_CLIENT_SECRET", "WORKIVA_CLIENT_ID", "WORKIVA_CLIENT_SECRET"})
            QTest::newRow(variable) << QString::fromLatin1(variable);
    }
    void missingCredentialsAreThree()
    {
        QFETCH(QString, variable);
        const SandboxProcess sandbox(m_folder.options());
        QVERIFY(sandbox.isUp());
        const QStringList arguments = copy(sandbox, unitsName, u"B3:"_s);
        QProcessEnvironment missing = credentialsOf(sandbox);
        missing.remove(variable);
        const Output without = call(arguments, missing);
        QVERIFY2(without.code == 3, without.all().constData());
        QVERIFY2((without.out + without.err).contains(variable.toUtf8()), without.all().constData());
        QProcessEnvironment wrong = credentialsOf(sandbox);
        wrong.insert(variable, u"something-else-4711"_s);
        const Output refused = call(arguments, wrong);
        QVERIFY2(refused.code == 3, refused.all().constData());
    }

    void interruptCancels_data()
    {
        QTest::addColumn<QString>("signal");
        for (const char *signal : {"-INT", "-TERM", "-HUP"})
            QTest::newRow(signal) << QString::fromLatin1(signal);
    }
    void interruptCancels()
    {
        QFETCH(QString, signal);
        const SandboxProcess sandbox(m_folder.options() + QStringList{u"--fault"_s, u"hang@exportDataSet#*"_s});
        QVERIFY(sandbox.isUp());
        QProcess process;
        process.setProcessEnvironment(credentialsOf(sandbox));
        process.start(QStringLiteral(CLI_PROGRAM), copy(sandbox, unitsName, u"B3:"_s) + QStringList{u"--json"_s});
        QTRY_VERIFY_WITH_TIMEOUT(sandbox.requests(u"exportDataSet"_s) > 0, 20'000);
        QCOMPARE(QProcess::execute(u"kill"_s, {signal, QString::number(process.processId())}), 0);
        QVERIFY(process.waitForFinished(60'000)); // the export never ends
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 9);
        const QJsonDocument json = QJsonDocument::fromJson(process.readAllStandardOutput());
        QCOMPARE(json["state"_L1].toString(), u"cancelled"_s);
        QCOMPARE(difference(SheetProbe(sandbox).read(), {}), QString());
    }

    // nohup expects this.
    void ignoredSignalsStayIgnored()
    {
        const SandboxProcess sandbox(m_folder.options() + QStringList{u"--latency"_s, u"200"_s});
        QVERIFY(sandbox.isUp());
        QProcess process;
        process.setProcessEnvironment(credentialsOf(sandbox));
        process.setChildProcessModifier([] { std::signal(SIGHUP, SIG_IGN); });
        process.start(QStringLiteral(CLI_PROGRAM), copy(sandbox, unitsName, u"B3:"_s));
        QTRY_VERIFY_WITH_TIMEOUT(sandbox.requests(u"getAccessToken"_s) > 0, 20'000);
        const qint64 id = process.processId();
        QVERIFY(id > 0); // 0, a program that has ended, would be this test's own group
        QCOMPARE(QProcess::execute(u"kill"_s, {u"-HUP"_s, QString::number(id)}), 0);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 0);
    }

    void nothingIsWrittenWithoutConsent_data()
    {
        QTest::addColumn<bool>("input"); // is the terminal
        QTest::addColumn<bool>("error");
        QTest::newRow("neither is a terminal") << false << false;
        QTest::newRow("standard error goes elsewhere") << true << false;
        QTest::newRow("standard input comes from elsewhere") << false << true;
    }
    void nothingIsWrittenWithoutConsent()
    {
        QFETCH(bool, input);
        QFETCH(bool, error);
        const SandboxProcess sandbox(m_folder.options());
        QVERIFY(sandbox.isUp());
        QStringList arguments = copy(sandbox, unitsName, u"B3:"_s);
        arguments.removeAll(u"--yes"_s);
        OnTerminal program(sandbox, arguments + QStringList{u"--json"_s}, input, error);
        QVERIFY(program.process.waitForFinished(60'000));
        QCOMPARE(program.process.exitCode(), 4);
        const QJsonDocument json = QJsonDocument::fromJson(program.process.readAllStandardOutput());
        QCOMPARE(json["state"_L1].toString(), u"refused"_s);
        QCOMPARE(json["error"_L1]["kind"_L1].toString(), u"noConsent"_s);
        QVERIFY(json["error"_L1]["next"_L1].toString().contains(u"--yes"_s));
        QCOMPARE(sandbox.requests(u"getAccessToken"_s), 0);
        QCOMPARE(difference(SheetProbe(sandbox).read(), {}), QString());
    }

    void answerOfTheUserDecides_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("code");
        QTest::newRow("y") << "y\n"_ba << 0;
        QTest::newRow("YES") << "YES\n"_ba << 0;
        QTest::newRow("n") << "n\n"_ba << 4;
        QTest::newRow("nothing") << "\n"_ba << 4;
        QTest::newRow("end of input") << "\x04"_ba << 4;
        QTest::newRow("something else") << "yellow\n"_ba << 4;
    }
    void answerOfTheUserDecides()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, code);
        const SandboxProcess sandbox(m_folder.options());
        QVERIFY(sandbox.isUp());
        QStringList arguments = copy(sandbox, unitsName, u"B3:"_s);
        arguments.removeAll(u"--yes"_s);
        OnTerminal program(sandbox, arguments);
        QTRY_VERIFY_WITH_TIMEOUT(program.terminal.shown().contains("[y/N]"), 30'000);
        QCOMPARE(sandbox.requests(u"updateValuesByRange"_s), 0);
        program.terminal.type(answer);
        QVERIFY(program.process.waitForFinished(60'000));
        QCOMPARE(program.process.exitCode(), code);
        Cells wanted;
        if (code == 0)
            place(wanted, 2, 1, Rows{namesOf(columns)} + rows);
        QCOMPARE(difference(SheetProbe(sandbox).read(), wanted), QString());
    }

    void interruptedQuestionCancels()
    {
        const SandboxProcess sandbox(m_folder.options());
        QVERIFY(sandbox.isUp());
        QStringList arguments = copy(sandbox, unitsName, u"B3:"_s);
        arguments.removeAll(u"--yes"_s);
        OnTerminal program(sandbox, arguments + QStringList{u"--json"_s});
        QTRY_VERIFY_WITH_TIMEOUT(program.terminal.shown().contains("[y/N]"), 30'000);
        QCOMPARE(QProcess::execute(u"kill"_s, {u"-INT"_s, QString::number(program.process.processId())}), 0);
        QVERIFY(program.process.waitForFinished(10'000));
        QCOMPARE(program.process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.process.exitCode(), 9);
        QCOMPARE(difference(SheetProbe(sandbox).read(), {}), QString());
    }

    void valuesGivenTwiceThatDifferAreRefused_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("value"); // %1 and %2: the spreadsheet and the sheet
        QTest::addColumn<int>("code");
        QTest::addColumn<QStringList>("named");
        QTest::newRow("region of another sheet")
            << u"--region"_s << u"'Q2 forecast'!B3:"_s << 4 << QStringList{u"Q2 forecast"_s, u"Sheet1"_s};
        QTest::newRow("sheet of another spreadsheet")
            << u"--sheet"_s << u"https://app.wdesk.com/a/x/spreadsheet/OTHER/sheet/%2"_s << 2
            << QStringList{u"%1"_s, u"OTHER"_s};
        QTest::newRow("address without a sheet") << u"--sheet"_s << u"https://app.wdesk.com/a/x/spreadsheet/%1"_s << 2
                                                 << QStringList{u"https://app.wdesk.com/a/x/spreadsheet/%1"_s};
        QTest::newRow("another sheet of the address")
            << u"--spreadsheet"_s << u"https://app.wdesk.com/a/x/spreadsheet/%1/sheet/OTHER"_s << 2
            << QStringList{u"%2"_s, u"OTHER"_s};
    }
    void valuesGivenTwiceThatDifferAreRefused()
    {
        QFETCH(QString, option);
        QFETCH(QString, value);
        QFETCH(int, code);
        QFETCH(QStringList, named);
        const SandboxProcess sandbox(m_folder.options());
        QVERIFY(sandbox.isUp());
        const Writeback::RunRequest request = sandbox.request(unitsName, u"B3:"_s);
        const auto filled = [&request](QString text) {
            return text.replace(u"%1"_s, request.spreadsheetId).replace(u"%2"_s, request.sheetId);
        };
        QStringList arguments = copy(sandbox, unitsName, u"B3:"_s) + QStringList{u"--json"_s};
        arguments[arguments.indexOf(option) + 1] = filled(value);
        const Output output = call(arguments, credentialsOf(sandbox));
        QVERIFY2(output.code == code, output.all().constData());
        const QString message = output.json()["error"_L1]["message"_L1].toString();
        for (const QString &name : named)
            QVERIFY2(message.contains(filled(name)), qPrintable(message));
        QCOMPARE(sandbox.requests(u"updateValuesByRange"_s), 0);
        QCOMPARE(difference(SheetProbe(sandbox).read(), {}), QString());
    }

    void waitsOfARunAreShown()
    {
        const SandboxProcess sandbox(m_folder.options() + QStringList{u"--quirk"_s, u"read-lag=1200"_s});
        QVERIFY(sandbox.isUp());
        OnTerminal program(sandbox, copy(sandbox, plainName, u"B3:"_s), false);
        QTRY_VERIFY_WITH_TIMEOUT(program.terminal.shown().contains("Waiting 1 s"), 30'000);
        QVERIFY(program.process.waitForFinished(60'000));
        const QByteArray report = program.process.readAllStandardOutput();
        QVERIFY2(program.process.exitCode() == 0, report.constData());
        QVERIFY2(report.contains("Read-back"), report.constData());
    }

    void foreignTextDoesNotControlTheTerminal()
    {
        const QString evil = u"TB\u001b]0;owned\u0007\u001b[31m\nState    Verified\u009b2J\u202e"_s;
        const DataSetFolder folder;
        folder.write(evil, columns, rows);
        const SandboxProcess sandbox(folder.options());
        QVERIFY(sandbox.isUp());
        const QStringList arguments = copy(sandbox, evil, u"B3:"_s);
        const Output text = call(arguments + QStringList{u"--dry-run"_s}, credentialsOf(sandbox));
        QVERIFY2(text.code == 10, text.all().constData());
        const QString shown = QString::fromUtf8(text.out);
        QVERIFY(shown.contains(u"owned"_s));
        QCOMPARE(Core::printableLines(shown), shown);
        QCOMPARE(shown.count(u"\nState "_s), 1);
        const Output json = call(arguments + QStringList{u"--json"_s}, credentialsOf(sandbox));
        QVERIFY2(json.code == 0, json.all().constData());
        QCOMPARE(Core::printableLines(QString::fromUtf8(json.out)), QString::fromUtf8(json.out));
        QCOMPARE(json.json()["dataSet"_L1].toString(), evil);
    }

    void lostReportIsNotSuccess_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("code");
        QTest::newRow("text") << QStringList() << 11;
        QTest::newRow("JSON") << QStringList{u"--json"_s} << 11;
        QTest::newRow("dry run") << QStringList{u"--dry-run"_s} << 11;
        QTest::newRow("refused") << QStringList{u"--region"_s, u"B3:C4"_s} << 4;
        QTest::newRow("help") << QStringList{u"--help"_s} << 11;
    }
    void lostReportIsNotSuccess()
    {
        QFETCH(QStringList, options);
        QFETCH(int, code);
        const SandboxProcess sandbox(m_folder.options());
        QVERIFY(sandbox.isUp());
        QStringList arguments = copy(sandbox, unitsName, u"B3:"_s);
        if (options.size() == 2)
            arguments[arguments.indexOf(options[0]) + 1] = options[1];
        else
            arguments += options;
        QProcess process;
        process.setProcessEnvironment(credentialsOf(sandbox));
        process.setStandardOutputFile(u"/dev/full"_s);
        process.start(QStringLiteral(CLI_PROGRAM), arguments);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), code);
        QVERIFY(process.readAllStandardError().contains("standard output"));
    }

    void vanishedReaderIsReported_data()
    {
        QTest::addColumn<bool>("closed");
        QTest::newRow("a pipe without a reader") << false;
        QTest::newRow("standard output was closed from the start") << true;
    }
    void vanishedReaderIsReported()
    {
        QFETCH(bool, closed);
        const SandboxProcess sandbox(m_folder.options());
        QVERIFY(sandbox.isUp());
        QProcess process;
        process.setProcessEnvironment(credentialsOf(sandbox));
        process.setChildProcessModifier([closed] {
            std::array<int, 2> ends{};
            if (closed)
                close(STDOUT_FILENO);
            else if (pipe(ends.data()) == 0) {
                close(ends[0]);
                dup2(ends[1], STDOUT_FILENO);
            }
        });
        process.start(QStringLiteral(CLI_PROGRAM), copy(sandbox, unitsName, u"B3:"_s));
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 11);
        Cells wanted; // the run itself ended well, and that is reported where possible
        place(wanted, 2, 1, Rows{namesOf(columns)} + rows);
        QCOMPARE(difference(SheetProbe(sandbox).read(), wanted), QString());
        QVERIFY(process.readAllStandardError().contains("Verified"));
    }

    void emptyDataSetIsClearedForOnlyWhenAllowed()
    {
        const QString emptyName = u"Empty"_s;
        m_folder.write(emptyName, columns, {});
        const SandboxProcess sandbox(m_folder.options());
        QVERIFY(sandbox.isUp());
        QCOMPARE(call(copy(sandbox, unitsName, u"B3:"_s), credentialsOf(sandbox)).code, 0);
        const QStringList arguments = copy(sandbox, emptyName, u"B3:"_s) + QStringList{u"--json"_s};
        const Output refused = call(arguments, credentialsOf(sandbox));
        QVERIFY2(refused.code == 4, refused.all().constData());
        QVERIFY(refused.json()["error"_L1]["next"_L1].toString().contains(u"--allow-clearing"_s));
        Cells wanted;
        place(wanted, 2, 1, Rows{namesOf(columns)} + rows);
        QCOMPARE(difference(SheetProbe(sandbox).read(), wanted), QString());
        const Output allowed = call(arguments + QStringList{u"--allow-clearing"_s}, credentialsOf(sandbox));
        QVERIFY2(allowed.code == 0, allowed.all().constData());
        wanted.clear();
        place(wanted, 2, 1, Rows{namesOf(columns)});
        QCOMPARE(difference(SheetProbe(sandbox).read(), wanted), QString());
    }

    void acceptedGuardLetsTheRunPassAndIsKept()
    {
        const QString emptyName = u"Emptied"_s;
        m_folder.write(emptyName, columns, {});
        const SandboxProcess sandbox(m_folder.options());
        QVERIFY(sandbox.isUp());
        QCOMPARE(call(copy(sandbox, unitsName, u"B3:"_s), credentialsOf(sandbox)).code, 0);
        const QString until = QDateTime::currentDateTimeUtc().date().addDays(1).toString(Qt::ISODate);
        const Output accepted = call(copy(sandbox, emptyName, u"B3:"_s)
                                         + QStringList{u"--json"_s, u"--accept"_s, u"empty-source"_s, u"--reason"_s,
                                                       u"plant closed"_s, u"--until"_s, until},
                                     credentialsOf(sandbox));
        QVERIFY2(accepted.code == 0, accepted.all().constData());
        const QJsonValue record = guardIn(accepted, u"empty-source"_s);
        QCOMPARE(record["verdict"_L1].toString(), u"accepted"_s);
        QCOMPARE(record["reason"_L1].toString(), u"plant closed"_s);
        QCOMPARE(record["until"_L1].toString(), until);
    }

    void levelOfAGuardDecides_data()
    {
        QTest::addColumn<QString>("level");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("off") << u"off"_s << 0 << u"off"_s;
        QTest::newRow("warn") << u"warn"_s << 0 << u"warn"_s;
        QTest::newRow("stop") << u"stop"_s << 4 << u"stop"_s;
    }
    void levelOfAGuardDecides()
    {
        QFETCH(QString, level);
        QFETCH(int, code);
        QFETCH(QString, verdict);
        const QString textName = u"Texts"_s;
        m_folder.write(textName, columns, {{u"North"_s, u"n/a"_s}});
        const SandboxProcess sandbox(m_folder.options());
        QVERIFY(sandbox.isUp());
        const QStringList options{u"--json"_s, u"--guard"_s, u"not-numbers="_s + level};
        QStringList planned = copy(sandbox, textName, u"B3:"_s);
        planned.removeAll(u"--yes"_s);
        planned.replace(0, u"plan"_s);
        const Output plan = call(planned + options, credentialsOf(sandbox));
        QVERIFY2(plan.code == 10, plan.all().constData()); // shows what copy would refuse
        QCOMPARE(guardIn(plan, u"not-numbers"_s)["verdict"_L1].toString(), verdict);
        const Output output = call(copy(sandbox, textName, u"B3:"_s) + options, credentialsOf(sandbox));
        QVERIFY2(output.code == code, output.all().constData());
        QCOMPARE(guardIn(output, u"not-numbers"_s)["verdict"_L1].toString(), verdict);
        QCOMPARE(guardIn(output, u"overflow"_s)["verdict"_L1].toString(), u"passed"_s);
        if (code == 4)
            QVERIFY(output.json()["error"_L1]["next"_L1].toString().contains(u"--accept not-numbers"_s));
    }

    void jsonHoldsWhatScriptsNeed()
    {
        const SandboxProcess sandbox(m_folder.options());
        QVERIFY(sandbox.isUp());
        const QStringList arguments = copy(sandbox, unitsName, u"B3:"_s) + QStringList{u"--json"_s};
        const Output output = call(arguments, credentialsOf(sandbox));
        QVERIFY2(output.code == 0, output.all().constData());
        const QJsonObject json = output.json();
        QCOMPARE(json["source"_L1]["rows"_L1].toInt(), 2);
        QCOMPARE(json["source"_L1]["columns"_L1].toInt(), 2);
        QCOMPARE(json["range"_L1].toString(), u"B3:C5"_s);
        const QJsonObject changes = json["changes"_L1].toObject();
        QCOMPARE(changes["new"_L1].toInt(-1), 6);
        for (const char *none : {"changed", "cleared", "unchanged"})
            QCOMPARE(changes[QLatin1String(none)].toInt(-1), 0);
        QVERIFY(json["requests"_L1].toInt() >= 9);
        QVERIFY(json["bytesSent"_L1].toInt() > 50);
        const QJsonArray steps = json["steps"_L1].toArray();
        QVERIFY(steps.size() >= 9);
        QCOMPARE(steps.first()["name"_L1].toString(), u"signIn"_s);
        QCOMPARE(steps.last()["name"_L1].toString(), u"verify"_s);
        for (const QJsonValue &step : steps) {
            QVERIFY(!step["name"_L1].toString().isEmpty());
            QVERIFY(step["seconds"_L1].toDouble(-1) >= 0);
        }
        QCOMPARE(json["planned"_L1].toInt(), 6);
        QCOMPARE(json["written"_L1].toInt(), 6);
        QCOMPARE(json["verified"_L1]["wrong"_L1].toInt(-1), 0);

        const Output again = call(arguments, credentialsOf(sandbox));
        QVERIFY2(again.code == 0, again.all().constData());
        QCOMPARE(again.json()["state"_L1].toString(), u"nothing to do"_s);
        QCOMPARE(again.json()["changes"_L1]["unchanged"_L1].toInt(), 6);
        QCOMPARE(again.json()["verified"_L1]["cells"_L1].toInt(), 6);
    }

    void jsonOfAnErrorTellsWhatToDo()
    {
        const SandboxProcess sandbox(m_folder.options());
        QVERIFY(sandbox.isUp());
        const Output output =
            call(copy(sandbox, unitsName, u"B3:C3"_s) + QStringList{u"--json"_s}, credentialsOf(sandbox));
        const QJsonValue error = output.json()["error"_L1];
        QCOMPARE(error["kind"_L1].toString(), u"overflow"_s);
        QVERIFY(!error["message"_L1].toString().isEmpty());
        QVERIFY(!error["next"_L1].toString().isEmpty());
    }

    void dryRunWritesNothing()
    {
        const SandboxProcess sandbox(m_folder.options());
        QVERIFY(sandbox.isUp());
        const Output output =
            call(copy(sandbox, unitsName, u"B3:"_s) + QStringList{u"--dry-run"_s}, credentialsOf(sandbox));
        QVERIFY2(output.code == 10, output.all().constData());
        QCOMPARE(sandbox.requests(u"updateValuesByRange"_s), 0);
        QCOMPARE(sandbox.requests(u"updateSheet"_s), 0);
        QCOMPARE(difference(SheetProbe(sandbox).read(), {}), QString());
    }

    void webAddressesAreIds()
    {
        const SandboxProcess sandbox(m_folder.options());
        QVERIFY(sandbox.isUp());
        const Writeback::RunRequest request = sandbox.request(unitsName, u"A1:"_s);
        const QTemporaryDir dataFolder;
        const Output output = call(
            {u"copy"_s, u"--data-dir"_s, dataFolder.path(), u"--domo-url"_s, request.dataSet()->domo.baseUrl.toString(),
             u"--workiva-url"_s, request.workiva.baseUrl.toString(), u"--dataset"_s,
             u"https://acme.domo.com/datasources/%1/details/overview"_s.arg(request.dataSet()->dataSetId),
             u"--spreadsheet"_s,
             u"https://app.wdesk.com/a/0123456789abcdef/spreadsheet/%1/-1/sheet/%2"_s.arg(request.spreadsheetId,
                                                                                          request.sheetId),
             u"--region"_s, u"A1:"_s, u"--yes"_s},
            credentialsOf(sandbox));
        QVERIFY2(output.code == 0, output.all().constData());
        Cells wanted;
        place(wanted, 0, 0, Rows{namesOf(columns)} + rows);
        QCOMPARE(difference(SheetProbe(sandbox).read(), wanted), QString());
    }

    void helpListsEveryOption()
    {
        const Output output = call({u"copy"_s, u"--help"_s}, QProcessEnvironment::systemEnvironment());
        QCOMPARE(output.code, 0);
        for (const char *option :
             {"--dataset",        "--spreadsheet", "--sheet",     "--region",         "--region-host",
              "--workiva-url",    "--domo-url",    "--no-header", "--as-kept",        "--dates-as-text",
              "--allow-clearing", "--guard",       "--period",    "--accept",         "--reason",
              "--until",          "empty-source",  "--wait",      "--ignore-earlier", "--data-dir",
              "--dry-run",        "--yes",         "--json",      "DOMO_CLIENT_ID",   "WORKIVA_CLIENT_SECRET",
              "Exit codes"})
            QVERIFY2(output.out.contains(option), option);
        const Output brief = call({u"--help"_s}, QProcessEnvironment::systemEnvironment());
        QCOMPARE(brief.code, 0);
        for (const Output &help : {output, brief})
            QVERIFY2(!help.out.contains(CLI_PROGRAM) && !help.out.contains('%'), help.out.constData());
        QCOMPARE(call({u"--version"_s}, QProcessEnvironment::systemEnvironment()).code, 0);
    }

private:
    [[nodiscard]] static QJsonValue guardIn(const Output &output, const QString &name)
    {
        for (const QJsonValue &guard : output.json()["guards"_L1].toArray()) {
            if (guard["name"_L1].toString() == name)
                return guard;
        }
        return {};
    }

    [[nodiscard]] static QStringList copy(const SandboxProcess &sandbox, const QString &dataSet, const QString &region)
    {
        static const QTemporaryDir dataFolder; // tests must not write to the user's folder
        return copyArguments(sandbox, dataSet, region, dataFolder.path());
    }

    DataSetFolder m_folder;
};

QTEST_GUILESS_MAIN(TestCommand)
#include "tst_command.moc"
