#include "cli/copyoptions.h"
#include "core/inputfault.h"

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
    options.yes = true;
    return options;
}

ErrorKind kindOf(const CopyOptions &options, const QProcessEnvironment &environment = ::environment())
{
    const auto request = Cli::requestOf(options, environment, false);
    return request ? ErrorKind::Internal : request.error().kind;
}

} // namespace

class tst_CopyOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void optionsAndEnvironmentMakeTheRequest();
    void addressTellsSheetAndHost();
    void whatIsSaidTwiceHasToAgree();
    void whatARunMayDoIsAskedFor();
    void anEarlierWriteIsWaitedForAsLongAsIsSaid();
    void aSheetsNameInTheRegionIsKeptForTheRun();
    void whatComesAlongWithACopyIsNoPartOfIt();
    void anUnseenCharacterWithinIsNamedByItsVariable();
    void nobodyWritesWithoutConsent_data();
    void nobodyWritesWithoutConsent();
    void anAddressThatGoesOnAfterItsHostIsRefused();
    void missingVariableIsNamed();
    void whatIsMissingOrWrongIsRefused();
};

void tst_CopyOptions::optionsAndEnvironmentMakeTheRequest()
{
    CopyOptions options = ::options();
    options.noHeader = true;
    options.dryRun = true;
    const auto request = Cli::requestOf(options, environment(), false);
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
    QVERIFY(!request->asKept);
    QVERIFY(!request->datesAsText);
    QVERIFY(!request->allowClearing);
    QVERIFY(request->unsettled == Writeback::Unsettled::Refuse);
    QVERIFY(request->sheetNameInRegion.isEmpty());
}

void tst_CopyOptions::whatARunMayDoIsAskedFor()
{
    CopyOptions options = ::options();
    options.asKept = options.datesAsText = options.allowClearing = options.ignoreEarlier = true;
    const auto request = Cli::requestOf(options, environment(), false);
    QVERIFY(request);
    QVERIFY(request->asKept);
    QVERIFY(request->datesAsText);
    QVERIFY(request->allowClearing);
    QVERIFY(request->unsettled == Writeback::Unsettled::GoOn);
}

void tst_CopyOptions::anEarlierWriteIsWaitedForAsLongAsIsSaid()
{
    CopyOptions options = ::options();
    options.wait = true;
    const auto usual = Cli::requestOf(options, environment(), false);
    QVERIFY(usual);
    QVERIFY(usual->unsettled == Writeback::Unsettled::Wait);
    QVERIFY(usual->settleTime == Writeback::RunRequest().settleTime);
    options.waitFor = std::chrono::seconds(7);
    QVERIFY(Cli::requestOf(options, environment(), false)->settleTime == std::chrono::seconds(7));
}

void tst_CopyOptions::aSheetsNameInTheRegionIsKeptForTheRun()
{
    CopyOptions options = ::options();
    options.region = QStringLiteral(" 'Q1 2026'!B3: \u200b");
    const auto request = Cli::requestOf(options, environment(), false);
    QVERIFY(request);
    QCOMPARE(request->region.toString(), QStringLiteral("B3:"));
    QCOMPARE(request->sheetNameInRegion, QStringLiteral("Q1 2026"));
}

void tst_CopyOptions::whatComesAlongWithACopyIsNoPartOfIt()
{
    QProcessEnvironment environment = ::environment();
    const QString around = QStringLiteral("\ufeff \u200b\r\n");
    for (const QString &name : environment.keys())
        environment.insert(name, around + environment.value(name) + around);
    CopyOptions options = ::options();
    for (QString *text : {&options.dataSet, &options.spreadsheet, &options.sheet, &options.regionHost})
        *text = around + *text + around;
    const auto request = Cli::requestOf(options, environment, false);
    QVERIFY(request);
    QCOMPARE(request->domo.clientId, QStringLiteral("di"));
    QCOMPARE(request->domo.clientSecret, QStringLiteral("ds"));
    QCOMPARE(request->workiva.clientId, QStringLiteral("wi"));
    QCOMPARE(request->workiva.clientSecret, QStringLiteral("ws"));
    QCOMPARE(request->dataSetId, QStringLiteral("d1"));
    QCOMPARE(request->spreadsheetId, QStringLiteral("p1"));
    QCOMPARE(request->sheetId, QStringLiteral("t1"));
}

void tst_CopyOptions::anUnseenCharacterWithinIsNamedByItsVariable()
{
    QProcessEnvironment environment = ::environment();
    environment.insert(QStringLiteral("WORKIVA_CLIENT_SECRET"), QStringLiteral("w\u200bs"));
    const auto request = Cli::requestOf(options(), environment, false);
    QVERIFY(!request);
    QCOMPARE(request.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(request.error().subject, QStringLiteral("WORKIVA_CLIENT_SECRET"));
    QVERIFY(request.error().cause.as<Core::UnseenCharacter>());
}

void tst_CopyOptions::nobodyWritesWithoutConsent_data()
{
    QTest::addColumn<bool>("yes");
    QTest::addColumn<bool>("dryRun");
    QTest::addColumn<bool>("personIsThere");
    QTest::addColumn<bool>("refused");
    QTest::addColumn<bool>("asks");
    QTest::newRow("nobody there") << false << false << false << true << false;
    QTest::newRow("a person") << false << false << true << false << true;
    QTest::newRow("--yes, nobody there") << true << false << false << false << false;
    QTest::newRow("--yes, a person") << true << false << true << false << false;
    QTest::newRow("--dry-run, nobody there") << false << true << false << false << false;
    QTest::newRow("--dry-run, a person") << false << true << true << false << false;
}

void tst_CopyOptions::nobodyWritesWithoutConsent()
{
    QFETCH(bool, yes);
    QFETCH(bool, dryRun);
    QFETCH(bool, personIsThere);
    QFETCH(bool, refused);
    QFETCH(bool, asks);
    CopyOptions options = ::options();
    options.yes = yes;
    options.dryRun = dryRun;
    const auto request = Cli::requestOf(options, environment(), personIsThere);
    QCOMPARE(!request, refused);
    if (refused)
        QCOMPARE(request.error().kind, ErrorKind::NoConsent);
    else
        QCOMPARE(request->ask == Writeback::Ask::Always, asks);
}

void tst_CopyOptions::anAddressThatGoesOnAfterItsHostIsRefused()
{
    CopyOptions options = ::options();
    options.domoUrl = QStringLiteral("https://gateway.example/domo");
    const auto request = Cli::requestOf(options, environment(), false);
    QVERIFY(!request);
    QCOMPARE(request.error().kind, ErrorKind::BadAddress);
    QVERIFY(request.error().cause.as<Core::PathInAddress>());
}

void tst_CopyOptions::addressTellsSheetAndHost()
{
    CopyOptions options = ::options();
    options.sheet.clear();
    options.regionHost.clear();
    options.spreadsheet = QStringLiteral("https://apac.wdesk.com/a/w/spreadsheet/p2/-1/sheet/t2");
    const auto request = Cli::requestOf(options, environment(), false);
    QVERIFY(request);
    QCOMPARE(request->spreadsheetId, QStringLiteral("p2"));
    QCOMPARE(request->sheetId, QStringLiteral("t2"));
    QCOMPARE(request->workiva.baseUrl, QUrl(QStringLiteral("https://api.apac.wdesk.com")));
}

void tst_CopyOptions::whatIsSaidTwiceHasToAgree()
{
    CopyOptions options = ::options();
    options.spreadsheet = QStringLiteral("https://eu.wdesk.com/a/w/spreadsheet/p2/sheet/t2");
    options.sheet = QStringLiteral("t2");
    QVERIFY(Cli::requestOf(options, environment(), false));
    options.sheet = QStringLiteral("t1");
    const auto request = Cli::requestOf(options, environment(), false);
    QVERIFY(!request);
    QVERIFY(request.error().cause.as<Core::Contradiction>());
}

void tst_CopyOptions::missingVariableIsNamed()
{
    QProcessEnvironment environment = ::environment();
    environment.remove(QStringLiteral("WORKIVA_CLIENT_SECRET"));
    const auto request = Cli::requestOf(options(), environment, false);
    QVERIFY(!request);
    QCOMPARE(request.error().kind, ErrorKind::BadCredentials);
    QCOMPARE(request.error().subject, QStringLiteral("WORKIVA_CLIENT_SECRET"));
    QVERIFY(request.error().cause.as<Core::NotGiven>());
    environment.insert(QStringLiteral("WORKIVA_CLIENT_SECRET"), QStringLiteral(" \n"));
    QVERIFY(Cli::requestOf(options(), environment, false).error().cause.as<Core::NotGiven>());
}

void tst_CopyOptions::whatIsMissingOrWrongIsRefused()
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
    for (const char *url : {"http://example.com", "nonsense", "https://a b", "https://", "ftp://example.com"}) {
        wrong = options();
        wrong.domoUrl = QString::fromLatin1(url);
        QVERIFY2(kindOf(wrong) == ErrorKind::BadAddress, url);
        wrong = options();
        wrong.regionHost.clear();
        wrong.workivaUrl = QString::fromLatin1(url);
        QVERIFY2(kindOf(wrong) == ErrorKind::BadAddress, url);
    }
}

QTEST_GUILESS_MAIN(tst_CopyOptions)
#include "tst_copyoptions.moc"
