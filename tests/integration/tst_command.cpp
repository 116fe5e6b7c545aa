#include "core/printable.h"
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

using namespace Support;

// The command line as a script sees it: exit codes, the JSON document, what it asks for and what it never tells.
class tst_Command : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void exitCodeTellsHowItEnded_data();
    void exitCodeTellsHowItEnded();
    void wrongUseIsTwo_data();
    void wrongUseIsTwo();
    void missingCredentialsAreThree_data();
    void missingCredentialsAreThree();
    void interruptCancels_data();
    void interruptCancels();
    void whatTheCallerIgnoresIsIgnored();
    void nobodyWritesWithoutConsent_data();
    void nobodyWritesWithoutConsent();
    void answerOfAPersonDecides_data();
    void answerOfAPersonDecides();
    void anInterruptedQuestionCancels();
    void whatIsSaidTwiceAndDiffersIsRefused_data();
    void whatIsSaidTwiceAndDiffersIsRefused();
    void whatARunWaitsForIsShown();
    void strangersSteerNoTerminal();
    void aReportThatIsLostIsNoSuccess_data();
    void aReportThatIsLostIsNoSuccess();
    void aReaderThatHasGoneIsSaid_data();
    void aReaderThatHasGoneIsSaid();
    void anEmptyDataSetIsClearedForOnlyWhenAllowed();
    void jsonHoldsWhatScriptsNeed();
    void jsonOfAnErrorTellsWhatToDo();
    void dryRunWritesNothing();
    void webAddressesAreIds();
    void helpListsEveryOption();

private:
    struct Output
    {
        int code = -1;
        QByteArray out{};
        QByteArray err{};

        [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
        [[nodiscard]] QByteArray all() const { return QByteArray::number(code) + '\n' + out + err; }
    };

    // Runs the program to its end; the secrets must not be in what it prints.
    [[nodiscard]] Output call(const QStringList &arguments, const QProcessEnvironment &environment) const;
    [[nodiscard]] static QProcessEnvironment environment(const SandboxProcess &sandbox);
    [[nodiscard]] static QStringList copy(const SandboxProcess &sandbox, const QString &dataSet, const QString &region);

    DataSetFolder m_folder;
};

namespace {

const QString unitsName = QStringLiteral("Units");
const QString formulasName = QStringLiteral("Formulas");
const QList<DataSetFolder::Column> columns{{QStringLiteral("Unit"), QStringLiteral("STRING")},
                                           {QStringLiteral("Heads"), QStringLiteral("LONG")}};
const Rows rows{{QStringLiteral("Nördlich"), 12}, {QStringLiteral("007"), 7}};

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

void tst_Command::initTestCase()
{
    m_folder.write(unitsName, columns, rows);
    m_folder.write(formulasName, columns, {{QStringLiteral("=1+1"), 1}});
}

QProcessEnvironment tst_Command::environment(const SandboxProcess &sandbox)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DOMO_CLIENT_ID"), sandbox.domo().clientId);
    environment.insert(QStringLiteral("DOMO_CLIENT_SECRET"), sandbox.domo().clientSecret);
    environment.insert(QStringLiteral("WORKIVA_CLIENT_ID"), sandbox.workiva().clientId);
    environment.insert(QStringLiteral("WORKIVA_CLIENT_SECRET"), sandbox.workiva().clientSecret);
    return environment;
}

QStringList tst_Command::copy(const SandboxProcess &sandbox, const QString &dataSet, const QString &region)
{
    static const QTemporaryDir dataFolder; // the user's own is not the tests' to write
    const Writeback::RunRequest request = sandbox.request(dataSet, region);
    return {QStringLiteral("copy"),
            QStringLiteral("--data-dir"),
            dataFolder.path(),
            QStringLiteral("--domo-url"),
            request.domo.baseUrl.toString(),
            QStringLiteral("--workiva-url"),
            request.workiva.baseUrl.toString(),
            QStringLiteral("--dataset"),
            request.dataSetId,
            QStringLiteral("--spreadsheet"),
            request.spreadsheetId,
            QStringLiteral("--sheet"),
            request.sheetId,
            QStringLiteral("--region"),
            region,
            QStringLiteral("--yes")};
}

tst_Command::Output tst_Command::call(const QStringList &arguments, const QProcessEnvironment &environment) const
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CLI_PROGRAM), arguments);
    Output output;
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit) {
        process.kill();
        process.waitForFinished();
        output.err = "did not end by itself";
        return output;
    }
    output = {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    for (const char *secret : {"DOMO_CLIENT_SECRET", "WORKIVA_CLIENT_SECRET"}) {
        const QByteArray value = environment.value(QString::fromLatin1(secret)).toUtf8();
        if (!value.isEmpty() && output.all().contains(value))
            QTest::qFail(secret, __FILE__, __LINE__);
    }
    return output;
}

void tst_Command::exitCodeTellsHowItEnded_data()
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
    row("cannot be read back", "--fault 403@getValuesByRange#2", unitsName, "B3:D9", "", 8, "outcome unknown");
}

void tst_Command::exitCodeTellsHowItEnded()
{
    QFETCH(QStringList, sandbox);
    QFETCH(QString, dataSet);
    QFETCH(QString, region);
    QFETCH(QStringList, options);
    QFETCH(int, code);
    QFETCH(QString, state);

    if (sandbox.value(0) == QLatin1String("--scope") || sandbox.value(0) == QLatin1String("--quirk"))
        sandbox = QStringList{sandbox[0], sandbox.mid(1).join(u' ')};
    const SandboxProcess services(m_folder.options() + sandbox);
    QVERIFY(services.isUp());
    QStringList arguments = copy(services, dataSet, region);
    for (qsizetype i = 0; i + 1 < options.size(); i += 2) { // instead of what is there
        const qsizetype place = arguments.indexOf(options[i]);
        arguments[place + 1] = options[i + 1];
    }
    if (options.size() % 2 == 1)
        arguments.append(options.last());
    arguments.append(QStringLiteral("--json"));
    const Output output = call(arguments, environment(services));
    QVERIFY2(output.code == code, output.all());
    QCOMPARE(output.json()[QLatin1String("state")].toString(), state);
    const bool isGreen = code == 0 || code == 10;
    QCOMPARE(output.json().contains(QLatin1String("error")), !isGreen);
}

void tst_Command::wrongUseIsTwo_data()
{
    QTest::addColumn<QString>("option"); // whose value is wrong; empty: none is given at all
    QTest::addColumn<QString>("value");

    QTest::newRow("no command") << QString() << QString();
    QTest::newRow("region") << QStringLiteral("--region") << QStringLiteral("B3:%");
    QTest::newRow("DataSet") << QStringLiteral("--dataset") << QStringLiteral("https://example.org/");
    QTest::newRow("spreadsheet") << QStringLiteral("--spreadsheet") << QStringLiteral("https://example.org/x y");
    QTest::newRow("address of Domo") << QStringLiteral("--domo-url") << QStringLiteral("nonsense");
    QTest::newRow("plain http") << QStringLiteral("--workiva-url") << QStringLiteral("http://example.org");
    QTest::newRow("unknown option") << QStringLiteral("--unknown") << QStringLiteral("1");
}

void tst_Command::wrongUseIsTwo()
{
    QFETCH(QString, option);
    QFETCH(QString, value);
    const SandboxProcess sandbox(m_folder.options());
    QVERIFY(sandbox.isUp());
    QStringList arguments;
    if (!option.isEmpty()) {
        arguments = copy(sandbox, unitsName, QStringLiteral("B3:"));
        const qsizetype place = arguments.indexOf(option);
        if (place >= 0)
            arguments[place + 1] = value;
        else
            arguments += QStringList{option, value};
    }
    const Output output = call(arguments, environment(sandbox));
    QVERIFY2(output.code == 2, output.all());
    QCOMPARE(sandbox.requests(QStringLiteral("getAccessToken")), 0);
}

void tst_Command::missingCredentialsAreThree_data()
{
    QTest::addColumn<QString>("variable");

    for (const char *variable : {"DOMO_CLIENT_ID", "DOMO_CLIENT_SECRET", "WORKIVA_CLIENT_ID", "WORKIVA_CLIENT_SECRET"})
        QTest::newRow(variable) << QString::fromLatin1(variable);
}

void tst_Command::missingCredentialsAreThree()
{
    QFETCH(QString, variable);
    const SandboxProcess sandbox(m_folder.options());
    QVERIFY(sandbox.isUp());
    const QStringList arguments = copy(sandbox, unitsName, QStringLiteral("B3:"));
    QProcessEnvironment missing = environment(sandbox);
    missing.remove(variable);
    const Output without = call(arguments, missing);
    QVERIFY2(without.code == 3, without.all());
    QVERIFY2((without.out + without.err).contains(variable.toUtf8()), without.all());
    QProcessEnvironment wrong = environment(sandbox);
    wrong.insert(variable, QStringLiteral("something-else-4711"));
    const Output refused = call(arguments, wrong);
    QVERIFY2(refused.code == 3, refused.all());
}

void tst_Command::interruptCancels_data()
{
    QTest::addColumn<QString>("signal");
    for (const char *signal : {"-INT", "-TERM", "-HUP"})
        QTest::newRow(signal) << QString::fromLatin1(signal);
}

void tst_Command::interruptCancels()
{
    QFETCH(QString, signal);
    const SandboxProcess sandbox(m_folder.options()
                                 + QStringList{QStringLiteral("--fault"), QStringLiteral("hang@exportDataSet#*")});
    QVERIFY(sandbox.isUp());
    QProcess process;
    process.setProcessEnvironment(environment(sandbox));
    process.start(QStringLiteral(CLI_PROGRAM),
                  copy(sandbox, unitsName, QStringLiteral("B3:")) + QStringList{QStringLiteral("--json")});
    QTRY_VERIFY_WITH_TIMEOUT(sandbox.requests(QStringLiteral("exportDataSet")) > 0, 20'000);
    QCOMPARE(QProcess::execute(QStringLiteral("kill"), {signal, QString::number(process.processId())}), 0);
    QVERIFY(process.waitForFinished(5'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 9);
    const QJsonDocument json = QJsonDocument::fromJson(process.readAllStandardOutput());
    QCOMPARE(json[QLatin1String("state")].toString(), QStringLiteral("cancelled"));
    QCOMPARE(difference(SheetProbe(sandbox).read(), {}), QString());
}

// As nohup asks for.
void tst_Command::whatTheCallerIgnoresIsIgnored()
{
    const SandboxProcess sandbox(m_folder.options() + QStringList{QStringLiteral("--latency"), QStringLiteral("200")});
    QVERIFY(sandbox.isUp());
    QProcess process;
    process.setProcessEnvironment(environment(sandbox));
    process.setChildProcessModifier([] { std::signal(SIGHUP, SIG_IGN); });
    process.start(QStringLiteral(CLI_PROGRAM), copy(sandbox, unitsName, QStringLiteral("B3:")));
    QTRY_VERIFY_WITH_TIMEOUT(sandbox.requests(QStringLiteral("getAccessToken")) > 0, 20'000);
    QCOMPARE(QProcess::execute(QStringLiteral("kill"), {QStringLiteral("-HUP"), QString::number(process.processId())}),
             0);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 0);
}

void tst_Command::nobodyWritesWithoutConsent_data()
{
    QTest::addColumn<bool>("input"); // is the terminal
    QTest::addColumn<bool>("error");
    QTest::newRow("neither is a terminal") << false << false;
    QTest::newRow("standard error goes elsewhere") << true << false;
    QTest::newRow("standard input comes from elsewhere") << false << true;
}

void tst_Command::nobodyWritesWithoutConsent()
{
    QFETCH(bool, input);
    QFETCH(bool, error);
    const SandboxProcess sandbox(m_folder.options());
    QVERIFY(sandbox.isUp());
    QStringList arguments = copy(sandbox, unitsName, QStringLiteral("B3:"));
    arguments.removeAll(QStringLiteral("--yes"));
    QProcess process;
    process.setProcessEnvironment(environment(sandbox));
    const Pty terminal;
    terminal.attach(process, input, error);
    process.start(QStringLiteral(CLI_PROGRAM), arguments + QStringList{QStringLiteral("--json")});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 4);
    const QJsonDocument json = QJsonDocument::fromJson(process.readAllStandardOutput());
    QCOMPARE(json[QLatin1String("state")].toString(), QStringLiteral("refused"));
    QCOMPARE(json[QLatin1String("error")][QLatin1String("kind")].toString(), QStringLiteral("noConsent"));
    QVERIFY(json[QLatin1String("error")][QLatin1String("next")].toString().contains(QStringLiteral("--yes")));
    QCOMPARE(sandbox.requests(QStringLiteral("getAccessToken")), 0);
    QCOMPARE(difference(SheetProbe(sandbox).read(), {}), QString());
}

void tst_Command::answerOfAPersonDecides_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("code");
    QTest::newRow("y") << QByteArrayLiteral("y\n") << 0;
    QTest::newRow("YES") << QByteArrayLiteral("YES\n") << 0;
    QTest::newRow("n") << QByteArrayLiteral("n\n") << 4;
    QTest::newRow("nothing") << QByteArrayLiteral("\n") << 4;
    QTest::newRow("end of input") << QByteArrayLiteral("\x04") << 4;
    QTest::newRow("something else") << QByteArrayLiteral("yellow\n") << 4;
}

void tst_Command::answerOfAPersonDecides()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, code);
    const SandboxProcess sandbox(m_folder.options());
    QVERIFY(sandbox.isUp());
    QStringList arguments = copy(sandbox, unitsName, QStringLiteral("B3:"));
    arguments.removeAll(QStringLiteral("--yes"));
    QProcess process;
    process.setProcessEnvironment(environment(sandbox));
    Pty terminal;
    terminal.attach(process, true, true);
    process.start(QStringLiteral(CLI_PROGRAM), arguments);
    QTRY_VERIFY_WITH_TIMEOUT(terminal.shown().contains("[y/N]"), 30'000);
    QCOMPARE(sandbox.requests(QStringLiteral("updateValuesByRange")), 0);
    terminal.type(answer);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), code);
    Cells wanted;
    if (code == 0)
        place(wanted, 2, 1, Rows{namesOf(columns)} + rows);
    QCOMPARE(difference(SheetProbe(sandbox).read(), wanted), QString());
}

void tst_Command::anInterruptedQuestionCancels()
{
    const SandboxProcess sandbox(m_folder.options());
    QVERIFY(sandbox.isUp());
    QStringList arguments = copy(sandbox, unitsName, QStringLiteral("B3:"));
    arguments.removeAll(QStringLiteral("--yes"));
    QProcess process;
    process.setProcessEnvironment(environment(sandbox));
    Pty terminal;
    terminal.attach(process, true, true);
    process.start(QStringLiteral(CLI_PROGRAM), arguments + QStringList{QStringLiteral("--json")});
    QTRY_VERIFY_WITH_TIMEOUT(terminal.shown().contains("[y/N]"), 30'000);
    QCOMPARE(QProcess::execute(QStringLiteral("kill"), {QStringLiteral("-INT"), QString::number(process.processId())}),
             0);
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 9);
    QCOMPARE(difference(SheetProbe(sandbox).read(), {}), QString());
}

void tst_Command::whatIsSaidTwiceAndDiffersIsRefused_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("value"); // %1 and %2: the spreadsheet and the sheet
    QTest::addColumn<int>("code");
    QTest::addColumn<QStringList>("named");
    QTest::newRow("region of another sheet") << QStringLiteral("--region") << QStringLiteral("'Q2 forecast'!B3:") << 4
                                             << QStringList{QStringLiteral("Q2 forecast"), QStringLiteral("Sheet1")};
    QTest::newRow("sheet of another spreadsheet")
        << QStringLiteral("--sheet") << QStringLiteral("https://app.wdesk.com/a/x/spreadsheet/OTHER/sheet/%2") << 2
        << QStringList{QStringLiteral("%1"), QStringLiteral("OTHER")};
    QTest::newRow("address without a sheet")
        << QStringLiteral("--sheet") << QStringLiteral("https://app.wdesk.com/a/x/spreadsheet/%1") << 2
        << QStringList{QStringLiteral("https://app.wdesk.com/a/x/spreadsheet/%1")};
    QTest::newRow("another sheet of the address")
        << QStringLiteral("--spreadsheet") << QStringLiteral("https://app.wdesk.com/a/x/spreadsheet/%1/sheet/OTHER")
        << 2 << QStringList{QStringLiteral("%2"), QStringLiteral("OTHER")};
}

void tst_Command::whatIsSaidTwiceAndDiffersIsRefused()
{
    QFETCH(QString, option);
    QFETCH(QString, value);
    QFETCH(int, code);
    QFETCH(QStringList, named);
    const SandboxProcess sandbox(m_folder.options());
    QVERIFY(sandbox.isUp());
    const Writeback::RunRequest request = sandbox.request(unitsName, QStringLiteral("B3:"));
    const auto filled = [&request](QString text) {
        return text.replace(QStringLiteral("%1"), request.spreadsheetId).replace(QStringLiteral("%2"), request.sheetId);
    };
    QStringList arguments = copy(sandbox, unitsName, QStringLiteral("B3:")) + QStringList{QStringLiteral("--json")};
    arguments[arguments.indexOf(option) + 1] = filled(value);
    const Output output = call(arguments, environment(sandbox));
    QVERIFY2(output.code == code, output.all());
    const QString message = output.json()[QLatin1String("error")][QLatin1String("message")].toString();
    for (const QString &name : named)
        QVERIFY2(message.contains(filled(name)), qPrintable(message));
    QCOMPARE(sandbox.requests(QStringLiteral("updateValuesByRange")), 0);
    QCOMPARE(difference(SheetProbe(sandbox).read(), {}), QString());
}

void tst_Command::whatARunWaitsForIsShown()
{
    const SandboxProcess sandbox(m_folder.options()
                                 + QStringList{QStringLiteral("--quirk"), QStringLiteral("read-lag=1200")});
    QVERIFY(sandbox.isUp());
    QProcess process;
    process.setProcessEnvironment(environment(sandbox));
    Pty terminal;
    terminal.attach(process, false, true);
    process.start(QStringLiteral(CLI_PROGRAM), copy(sandbox, unitsName, QStringLiteral("B3:")));
    QTRY_VERIFY_WITH_TIMEOUT(terminal.shown().contains("Waiting 1 s"), 30'000);
    QVERIFY(process.waitForFinished(60'000));
    const QByteArray report = process.readAllStandardOutput();
    QVERIFY2(process.exitCode() == 0, report);
    QVERIFY2(report.contains("Reading  agreed"), report);
}

void tst_Command::strangersSteerNoTerminal()
{
    const QString evil = QStringLiteral("TB\u001b]0;owned\u0007\u001b[31m\nState    Verified\u009b2J\u202e");
    const DataSetFolder folder;
    folder.write(evil, columns, rows);
    const SandboxProcess sandbox(folder.options());
    QVERIFY(sandbox.isUp());
    const QStringList arguments = copy(sandbox, evil, QStringLiteral("B3:"));
    const Output text = call(arguments + QStringList{QStringLiteral("--dry-run")}, environment(sandbox));
    QVERIFY2(text.code == 10, text.all());
    const QString shown = QString::fromUtf8(text.out);
    QVERIFY(shown.contains(QStringLiteral("owned")));
    QCOMPARE(Core::printableLines(shown), shown);
    QCOMPARE(shown.count(QStringLiteral("\nState ")), 1);
    const Output json = call(arguments + QStringList{QStringLiteral("--json")}, environment(sandbox));
    QVERIFY2(json.code == 0, json.all());
    QCOMPARE(Core::printableLines(QString::fromUtf8(json.out)), QString::fromUtf8(json.out));
    QCOMPARE(json.json()[QLatin1String("dataSet")].toString(), evil);
}

void tst_Command::aReportThatIsLostIsNoSuccess_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("code");
    QTest::newRow("text") << QStringList() << 11;
    QTest::newRow("JSON") << QStringList{QStringLiteral("--json")} << 11;
    QTest::newRow("dry run") << QStringList{QStringLiteral("--dry-run")} << 11;
    QTest::newRow("refused") << QStringList{QStringLiteral("--region"), QStringLiteral("B3:C4")} << 4;
    QTest::newRow("help") << QStringList{QStringLiteral("--help")} << 11;
}

void tst_Command::aReportThatIsLostIsNoSuccess()
{
    QFETCH(QStringList, options);
    QFETCH(int, code);
    const SandboxProcess sandbox(m_folder.options());
    QVERIFY(sandbox.isUp());
    QStringList arguments = copy(sandbox, unitsName, QStringLiteral("B3:"));
    if (options.size() == 2)
        arguments[arguments.indexOf(options[0]) + 1] = options[1];
    else
        arguments += options;
    QProcess process;
    process.setProcessEnvironment(environment(sandbox));
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start(QStringLiteral(CLI_PROGRAM), arguments);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), code);
    QVERIFY(process.readAllStandardError().contains("standard output"));
}

void tst_Command::aReaderThatHasGoneIsSaid_data()
{
    QTest::addColumn<bool>("closed");
    QTest::newRow("a pipe without a reader") << false;
    QTest::newRow("standard output was closed from the start") << true;
}

void tst_Command::aReaderThatHasGoneIsSaid()
{
    QFETCH(bool, closed);
    const SandboxProcess sandbox(m_folder.options());
    QVERIFY(sandbox.isUp());
    QProcess process;
    process.setProcessEnvironment(environment(sandbox));
    process.setChildProcessModifier([closed] {
        std::array<int, 2> ends{};
        if (closed)
            close(STDOUT_FILENO);
        else if (pipe(ends.data()) == 0) {
            close(ends[0]);
            dup2(ends[1], STDOUT_FILENO);
        }
    });
    process.start(QStringLiteral(CLI_PROGRAM), copy(sandbox, unitsName, QStringLiteral("B3:")));
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 11);
    Cells wanted; // the run itself ended well, and that is said where it can be
    place(wanted, 2, 1, Rows{namesOf(columns)} + rows);
    QCOMPARE(difference(SheetProbe(sandbox).read(), wanted), QString());
    QVERIFY(process.readAllStandardError().contains("Verified"));
}

void tst_Command::anEmptyDataSetIsClearedForOnlyWhenAllowed()
{
    const QString emptyName = QStringLiteral("Empty");
    m_folder.write(emptyName, columns, {});
    const SandboxProcess sandbox(m_folder.options());
    QVERIFY(sandbox.isUp());
    QCOMPARE(call(copy(sandbox, unitsName, QStringLiteral("B3:")), environment(sandbox)).code, 0);
    const QStringList arguments =
        copy(sandbox, emptyName, QStringLiteral("B3:")) + QStringList{QStringLiteral("--json")};
    const Output refused = call(arguments, environment(sandbox));
    QVERIFY2(refused.code == 4, refused.all());
    QVERIFY(refused.json()[QLatin1String("error")][QLatin1String("next")].toString().contains(
        QStringLiteral("--allow-clearing")));
    Cells wanted;
    place(wanted, 2, 1, Rows{namesOf(columns)} + rows);
    QCOMPARE(difference(SheetProbe(sandbox).read(), wanted), QString());
    const Output allowed = call(arguments + QStringList{QStringLiteral("--allow-clearing")}, environment(sandbox));
    QVERIFY2(allowed.code == 0, allowed.all());
    wanted.clear();
    place(wanted, 2, 1, Rows{namesOf(columns)});
    QCOMPARE(difference(SheetProbe(sandbox).read(), wanted), QString());
}

void tst_Command::jsonHoldsWhatScriptsNeed()
{
    const SandboxProcess sandbox(m_folder.options());
    QVERIFY(sandbox.isUp());
    const QStringList arguments =
        copy(sandbox, unitsName, QStringLiteral("B3:")) + QStringList{QStringLiteral("--json")};
    const Output output = call(arguments, environment(sandbox));
    QVERIFY2(output.code == 0, output.all());
    const QJsonObject json = output.json();
    QCOMPARE(json[QLatin1String("source")][QLatin1String("rows")].toInt(), 2);
    QCOMPARE(json[QLatin1String("source")][QLatin1String("columns")].toInt(), 2);
    QCOMPARE(json[QLatin1String("range")].toString(), QStringLiteral("B3:C5"));
    const QJsonObject changes = json[QLatin1String("changes")].toObject();
    QCOMPARE(changes[QLatin1String("new")].toInt(-1), 6);
    for (const char *none : {"changed", "cleared", "unchanged"})
        QCOMPARE(changes[QLatin1String(none)].toInt(-1), 0);
    QVERIFY(json[QLatin1String("requests")].toInt() >= 9);
    QVERIFY(json[QLatin1String("bytesSent")].toInt() > 50);
    const QJsonArray steps = json[QLatin1String("steps")].toArray();
    QVERIFY(steps.size() >= 9);
    QCOMPARE(steps.first()[QLatin1String("name")].toString(), QStringLiteral("signIn"));
    QCOMPARE(steps.last()[QLatin1String("name")].toString(), QStringLiteral("verify"));
    for (const QJsonValue &step : steps) {
        QVERIFY(!step[QLatin1String("name")].toString().isEmpty());
        QVERIFY(step[QLatin1String("seconds")].toDouble(-1) >= 0);
    }
    QCOMPARE(json[QLatin1String("planned")].toInt(), 6);
    QCOMPARE(json[QLatin1String("written")].toInt(), 6);
    QCOMPARE(json[QLatin1String("verified")][QLatin1String("wrong")].toInt(-1), 0);

    const Output again = call(arguments, environment(sandbox));
    QVERIFY2(again.code == 0, again.all());
    QCOMPARE(again.json()[QLatin1String("state")].toString(), QStringLiteral("nothing to do"));
    QCOMPARE(again.json()[QLatin1String("changes")][QLatin1String("unchanged")].toInt(), 6);
    QCOMPARE(again.json()[QLatin1String("verified")][QLatin1String("cells")].toInt(), 6);
}

void tst_Command::jsonOfAnErrorTellsWhatToDo()
{
    const SandboxProcess sandbox(m_folder.options());
    QVERIFY(sandbox.isUp());
    const Output output =
        call(copy(sandbox, unitsName, QStringLiteral("B3:C3")) + QStringList{QStringLiteral("--json")},
             environment(sandbox));
    const QJsonValue error = output.json()[QLatin1String("error")];
    QCOMPARE(error[QLatin1String("kind")].toString(), QStringLiteral("overflow"));
    QVERIFY(!error[QLatin1String("message")].toString().isEmpty());
    QVERIFY(!error[QLatin1String("next")].toString().isEmpty());
}

void tst_Command::dryRunWritesNothing()
{
    const SandboxProcess sandbox(m_folder.options());
    QVERIFY(sandbox.isUp());
    const Output output =
        call(copy(sandbox, unitsName, QStringLiteral("B3:")) + QStringList{QStringLiteral("--dry-run")},
             environment(sandbox));
    QVERIFY2(output.code == 10, output.all());
    QCOMPARE(sandbox.requests(QStringLiteral("updateValuesByRange")), 0);
    QCOMPARE(sandbox.requests(QStringLiteral("updateSheet")), 0);
    QCOMPARE(difference(SheetProbe(sandbox).read(), {}), QString());
}

void tst_Command::webAddressesAreIds()
{
    const SandboxProcess sandbox(m_folder.options());
    QVERIFY(sandbox.isUp());
    const Writeback::RunRequest request = sandbox.request(unitsName, QStringLiteral("A1:"));
    const QTemporaryDir dataFolder;
    const Output output =
        call({QStringLiteral("copy"), QStringLiteral("--data-dir"), dataFolder.path(), QStringLiteral("--domo-url"),
              request.domo.baseUrl.toString(), QStringLiteral("--workiva-url"), request.workiva.baseUrl.toString(),
              QStringLiteral("--dataset"),
              QStringLiteral("https://acme.domo.com/datasources/%1/details/overview").arg(request.dataSetId),
              QStringLiteral("--spreadsheet"),
              QStringLiteral("https://app.wdesk.com/a/0123456789abcdef/spreadsheet/%1/-1/sheet/%2")
                  .arg(request.spreadsheetId, request.sheetId),
              QStringLiteral("--region"), QStringLiteral("A1:"), QStringLiteral("--yes")},
             environment(sandbox));
    QVERIFY2(output.code == 0, output.all());
    Cells wanted;
    place(wanted, 0, 0, Rows{namesOf(columns)} + rows);
    QCOMPARE(difference(SheetProbe(sandbox).read(), wanted), QString());
}

void tst_Command::helpListsEveryOption()
{
    const Output output =
        call({QStringLiteral("copy"), QStringLiteral("--help")}, QProcessEnvironment::systemEnvironment());
    QCOMPARE(output.code, 0);
    for (const char *option : {"--dataset",
                               "--spreadsheet",
                               "--sheet",
                               "--region",
                               "--region-host",
                               "--workiva-url",
                               "--domo-url",
                               "--no-header",
                               "--as-kept",
                               "--dates-as-text",
                               "--allow-clearing",
                               "--wait",
                               "--ignore-earlier",
                               "--data-dir",
                               "--dry-run",
                               "--yes",
                               "--json",
                               "DOMO_CLIENT_ID",
                               "WORKIVA_CLIENT_SECRET",
                               "Exit codes"})
        QVERIFY2(output.out.contains(option), option);
    QCOMPARE(call({QStringLiteral("--help")}, QProcessEnvironment::systemEnvironment()).code, 0);
    QCOMPARE(call({QStringLiteral("--version")}, QProcessEnvironment::systemEnvironment()).code, 0);
}

QTEST_GUILESS_MAIN(tst_Command)
#include "tst_command.moc"
