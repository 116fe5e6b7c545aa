#include "cli/copycommand.h"

#include <QTest>

using Cli::CopyOptions;
using Core::ErrorKind;

namespace {

QProcessEnvironment environment()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("DOMO_CLIENT_ID"), QStringLiteral("di"));
    environment.insert(QStringLiteral("DOMO_CLIENT_SECRET"), QStringLiteral("ds"));
    environment.insert(QStringLiteral("WORKIVA_CLIENT_ID"), QStringLiteral("wi"));
    environment.insert(QStringLiteral("WORKIVA_CLIENT_SECRET"), QStringLiteral("ws"));
    return environment;
}

CopyOptions options()
{
    CopyOptions options;
    options.dataSet = QStringLiteral("d1");
    options.spreadsheet = QStringLiteral("p1");
    options.sheet = QStringLiteral("t1");
    options.region = QStringLiteral("B3:");
    options.regionHost = QStringLiteral("eu");
    return options;
}

ErrorKind kindOf(const CopyOptions &options, const QProcessEnvironment &environment = ::environment())
{
    const auto request = Cli::requestOf(options, environment);
    return request ? ErrorKind::Internal : request.error().kind;
}

} // namespace

class tst_CopyCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void optionsAndEnvironmentMakeTheRequest();
    void addressTellsSheetAndHost();
    void sheetOptionWinsOverTheAddress();
    void missingVariableIsNamed();
    void whatIsMissingOrWrongIsRefused();
};

void tst_CopyCommand::optionsAndEnvironmentMakeTheRequest()
{
    CopyOptions options = ::options();
    options.noHeader = true;
    options.dryRun = true;
    const auto request = Cli::requestOf(options, environment());
    QVERIFY(request);
    QCOMPARE(request->dataSetId, QStringLiteral("d1"));
    QCOMPARE(request->spreadsheetId, QStringLiteral("p1"));
    QCOMPARE(request->sheetId, QStringLiteral("t1"));
    QCOMPARE(request->region.toString(), QStringLiteral("B3:"));
    QCOMPARE(request->domo.clientSecret, QStringLiteral("ds"));
    QCOMPARE(request->workiva.clientId, QStringLiteral("wi"));
    QCOMPARE(request->workiva.baseUrl, QUrl(QStringLiteral("https://api.eu.wdesk.com")));
    QVERIFY(!request->columnNames);
    QVERIFY(request->dryRun);
}

void tst_CopyCommand::addressTellsSheetAndHost()
{
    CopyOptions options = ::options();
    options.sheet.clear();
    options.regionHost.clear();
    options.spreadsheet = QStringLiteral("https://apac.wdesk.com/a/w/spreadsheet/p2/-1/sheet/t2");
    const auto request = Cli::requestOf(options, environment());
    QVERIFY(request);
    QCOMPARE(request->spreadsheetId, QStringLiteral("p2"));
    QCOMPARE(request->sheetId, QStringLiteral("t2"));
    QCOMPARE(request->workiva.baseUrl, QUrl(QStringLiteral("https://api.apac.wdesk.com")));
}

void tst_CopyCommand::sheetOptionWinsOverTheAddress()
{
    CopyOptions options = ::options();
    options.spreadsheet = QStringLiteral("https://app.wdesk.com/a/w/spreadsheet/p2/sheet/t2");
    const auto request = Cli::requestOf(options, environment());
    QVERIFY(request);
    QCOMPARE(request->sheetId, QStringLiteral("t1"));
}

void tst_CopyCommand::missingVariableIsNamed()
{
    QProcessEnvironment environment = ::environment();
    environment.remove(QStringLiteral("WORKIVA_CLIENT_SECRET"));
    const auto request = Cli::requestOf(options(), environment);
    QVERIFY(!request);
    QCOMPARE(request.error().kind, ErrorKind::BadCredentials);
    QCOMPARE(request.error().subject, QStringLiteral("WORKIVA_CLIENT_SECRET"));
}

void tst_CopyCommand::whatIsMissingOrWrongIsRefused()
{
    QCOMPARE(kindOf(options()), ErrorKind::Internal); // nothing is
    CopyOptions wrong = options();
    wrong.region = QStringLiteral("B3:$");
    QCOMPARE(kindOf(wrong), ErrorKind::InvalidRegion);
    wrong = options();
    wrong.sheet.clear();
    QCOMPARE(kindOf(wrong), ErrorKind::InvalidInput);
    wrong = options();
    wrong.regionHost = QStringLiteral("mars");
    QCOMPARE(kindOf(wrong), ErrorKind::InvalidInput);
    wrong = options();
    wrong.regionHost.clear();
    QCOMPARE(kindOf(wrong), ErrorKind::InvalidInput);
    wrong = options();
    wrong.workivaUrl = QStringLiteral("http://example.com");
    QCOMPARE(kindOf(wrong), ErrorKind::InvalidInput);
}

QTEST_GUILESS_MAIN(tst_CopyCommand)
#include "tst_copycommand.moc"
