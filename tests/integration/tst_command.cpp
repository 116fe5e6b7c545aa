#include "support/datasetfolder.h"
#include "support/sandboxprocess.h"
#include "support/sheetprobe.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

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
    void interruptCancels();
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
            region};
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
    row("cannot be read back", "--fault 404@getValuesByRange#2", unitsName, "B3:D9", "", 8, "outcome unknown");
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

void tst_Command::interruptCancels()
{
    const SandboxProcess sandbox(m_folder.options()
                                 + QStringList{QStringLiteral("--fault"), QStringLiteral("hang@exportDataSet#*")});
    QVERIFY(sandbox.isUp());
    QProcess process;
    process.setProcessEnvironment(environment(sandbox));
    process.start(QStringLiteral(CLI_PROGRAM),
                  copy(sandbox, unitsName, QStringLiteral("B3:")) + QStringList{QStringLiteral("--json")});
    QTRY_VERIFY_WITH_TIMEOUT(sandbox.requests(QStringLiteral("exportDataSet")) > 0, 20'000);
    QCOMPARE(QProcess::execute(QStringLiteral("kill"), {QStringLiteral("-INT"), QString::number(process.processId())}),
             0);
    QVERIFY(process.waitForFinished(5'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 9);
    const QJsonDocument json = QJsonDocument::fromJson(process.readAllStandardOutput());
    QCOMPARE(json[QLatin1String("state")].toString(), QStringLiteral("cancelled"));
    QCOMPARE(difference(SheetProbe(sandbox).read(), {}), QString());
}

void tst_Command::jsonHoldsWhatScriptsNeed()
{
    const SandboxProcess sandbox(m_folder.options());
    QVERIFY(sandbox.isUp());
    const QStringList arguments = copy(sandbox, unitsName, QStringLiteral("B3:"))
        + QStringList{QStringLiteral("--json"), QStringLiteral("--yes")};
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
    QCOMPARE(steps.size(), 8);
    for (const QJsonValue &step : steps) {
        QVERIFY(!step[QLatin1String("name")].toString().isEmpty());
        QVERIFY(step[QLatin1String("seconds")].toDouble(-1) >= 0);
    }

    const Output again = call(arguments, environment(sandbox));
    QVERIFY2(again.code == 0, again.all());
    QCOMPARE(again.json()[QLatin1String("state")].toString(), QStringLiteral("nothing to do"));
    QCOMPARE(again.json()[QLatin1String("changes")][QLatin1String("unchanged")].toInt(), 6);
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
    const Output output =
        call({QStringLiteral("copy"), QStringLiteral("--domo-url"), request.domo.baseUrl.toString(),
              QStringLiteral("--workiva-url"), request.workiva.baseUrl.toString(), QStringLiteral("--dataset"),
              QStringLiteral("https://acme.domo.com/datasources/%1/details/overview").arg(request.dataSetId),
              QStringLiteral("--spreadsheet"),
              QStringLiteral("https://app.wdesk.com/a/0123456789abcdef/spreadsheet/%1/-1/sheet/%2")
                  .arg(request.spreadsheetId, request.sheetId),
              QStringLiteral("--region"), QStringLiteral("A1:")},
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
    for (const char *option :
         {"--dataset", "--spreadsheet", "--sheet", "--region", "--region-host", "--workiva-url", "--domo-url",
          "--no-header", "--dry-run", "--yes", "--json", "DOMO_CLIENT_ID", "WORKIVA_CLIENT_SECRET", "Exit codes"})
        QVERIFY2(output.out.contains(option), option);
    QCOMPARE(call({QStringLiteral("--help")}, QProcessEnvironment::systemEnvironment()).code, 0);
    QCOMPARE(call({QStringLiteral("--version")}, QProcessEnvironment::systemEnvironment()).code, 0);
}

QTEST_GUILESS_MAIN(tst_Command)
#include "tst_command.moc"
