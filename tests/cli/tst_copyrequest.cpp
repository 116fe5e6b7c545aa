#include "cli/copyrequest.h"

#include "cli/copyoptions.h"
#include "core/inputfault.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Cli::CopyOptions;
using Core::ErrorKind;

namespace {

QProcessEnvironment environment()
{
    QProcessEnvironment environment;
    environment.insert(u"DOMO_CLIENT_ID"_s, u"di"_s);
    environment.insert(u"DOMO_CLIENT_SECRET"_s, u"ds"_s);
    environment.insert(u"WORKIVA_CLIENT_ID"_s, u"wi"_s);
    environment.insert(u"WORKIVA_CLIENT_SECRET"_s, u"ws"_s);
    return environment;
}

CopyOptions options()
{
    CopyOptions options;
    options.dataSet = u"d1"_s;
    options.spreadsheet = u"p1"_s;
    options.sheet = u"t1"_s;
    options.region = u"B3:"_s;
    options.baseUrlRegion = u"eu"_s;
    options.run.yes = true;
    return options;
}

ErrorKind kindOf(const CopyOptions &options, const QProcessEnvironment &environment = ::environment())
{
    const auto request = Cli::requestOf(options, environment, false);
    return request ? ErrorKind::Internal : request.error().kind;
}

} // namespace

class TestCopyRequest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void optionsAndEnvironmentMakeTheRequest()
    {
        CopyOptions options = ::options();
        options.profile.columnNames = false;
        options.run.dryRun = true;
        const auto request = Cli::requestOf(options, environment(), false);
        QVERIFY(request);
        QCOMPARE(request->dataSet()->dataSetId, u"d1"_s);
        QCOMPARE(request->spreadsheetId, u"p1"_s);
        QCOMPARE(request->sheetId, u"t1"_s);
        QCOMPARE(request->region.toString(), u"B3:"_s);
        QCOMPARE(request->dataSet()->domo.secret.text(), u"ds"_s);
        QCOMPARE(request->workiva.clientId, u"wi"_s);
        QCOMPARE(request->workiva.baseUrl, QUrl(u"https://api.eu.wdesk.com"_s));
        QVERIFY(!request->dataSet()->columnNames);
        QVERIFY(request->dryRun);
        QVERIFY(!request->asKept);
        QVERIFY(!request->dataSet()->datesAsText);
        QVERIFY(!request->allowClearing);
        QVERIFY(request->unsettled == Writeback::Unsettled::Refuse);
        QVERIFY(request->sheetNameInRegion.isEmpty());
        QVERIFY(request->profileId.isEmpty()); // it is none that is saved
        QCOMPARE(request->target, u"p1 / t1 / B3:"_s);
    }

    void rowsAreThoseOfTheSqlInThePeriod()
    {
        CopyOptions options = ::options();
        QVERIFY(!Cli::requestOf(options, environment(), false)->dataSet()->isQueried());
        options.query = {.sql = u"SELECT a FROM table WHERE m = '{{period}}' AND e = '{{entity}}'"_s,
                         .parameters = {u"entity=E1"_s}};
        options.run.period = u"2026-06"_s;
        const auto request = Cli::requestOf(options, environment(), false);
        QVERIFY(request);
        QVERIFY(request->dataSet()->isQueried());
        QCOMPARE(request->period, u"2026-06"_s);
        QCOMPARE(request->dataSet()->query.parameters,
                 (QMap<QString, QString>{{u"entity"_s, u"E1"_s}, {u"period"_s, u"2026-06"_s}}));
        options.query.parameters.clear();
        QCOMPARE(kindOf(options), ErrorKind::InvalidInput);
    }

    void columnsAreThoseOfTheOptions()
    {
        CopyOptions options = ::options();
        options.shaping = {.columns = {u"Account=Acct"_s}, .rounding = {u"Account=2"_s}};
        const auto request = Cli::requestOf(options, environment(), false);
        QVERIFY(request);
        const Sheet::Shaping wanted{.columns = {{.name = u"Account"_s, .as = u"Acct"_s, .decimals = 2}},
                                    .isChoice = true};
        QVERIFY(request->dataSet()->shaping == wanted);
        options.shaping.types = {u"Debit=text"_s};
        QCOMPARE(kindOf(options), ErrorKind::InvalidInput);
        options.shaping = {.nulls = {u"keep"_s}};
        QCOMPARE(kindOf(options), ErrorKind::InvalidInput); // without upsert
    }

    void sheetAndHostComeFromTheAddress()
    {
        CopyOptions options = ::options();
        options.sheet.clear();
        options.baseUrlRegion.clear();
        options.spreadsheet = u"https://apac.wdesk.com/a/w/spreadsheet/p2/-1/sheet/t2"_s;
        const auto request = Cli::requestOf(options, environment(), false);
        QVERIFY(request);
        QCOMPARE(request->spreadsheetId, u"p2"_s);
        QCOMPARE(request->sheetId, u"t2"_s);
        QCOMPARE(request->workiva.baseUrl, QUrl(u"https://api.apac.wdesk.com"_s));
    }

    void valuesGivenTwiceMustAgree()
    {
        CopyOptions options = ::options();
        options.spreadsheet = u"https://eu.wdesk.com/a/w/spreadsheet/p2/sheet/t2"_s;
        options.sheet = u"t2"_s;
        QVERIFY(Cli::requestOf(options, environment(), false));
        options.sheet = u"t1"_s;
        const auto request = Cli::requestOf(options, environment(), false);
        QVERIFY(!request);
        QVERIFY(request.error().cause.as<Core::Contradiction>());
    }

    void permissionsFollowFromTheOptions()
    {
        CopyOptions options = ::options();
        options.profile.asKept = options.profile.datesAsText = options.run.allowClearing = options.run.ignoreEarlier =
            true;
        const auto request = Cli::requestOf(options, environment(), false);
        QVERIFY(request);
        QVERIFY(request->asKept);
        QVERIFY(request->dataSet()->datesAsText);
        QVERIFY(request->allowClearing);
        QVERIFY(request->unsettled == Writeback::Unsettled::Proceed);
    }

    void waitOptionLimitsTheWaitForAnEarlierWrite()
    {
        CopyOptions options = ::options();
        options.run.wait = true;
        const auto usual = Cli::requestOf(options, environment(), false);
        QVERIFY(usual);
        QVERIFY(usual->unsettled == Writeback::Unsettled::Wait);
        QVERIFY(usual->settleTime == Writeback::RunRequest().settleTime);
        options.run.waitFor = std::chrono::seconds(7);
        QVERIFY(Cli::requestOf(options, environment(), false)->settleTime == std::chrono::seconds(7));
    }

    void sheetsNameInTheRegionIsKeptForTheRun()
    {
        CopyOptions options = ::options();
        options.region = u" 'Q1 2026'!B3: \u200b"_s;
        const auto request = Cli::requestOf(options, environment(), false);
        QVERIFY(request);
        QCOMPARE(request->region.toString(), u"B3:"_s);
        QCOMPARE(request->sheetNameInRegion, u"Q1 2026"_s);
    }

    void surroundingCharactersAreTrimmed()
    {
        QProcessEnvironment environment = ::environment();
        const QString around = u"\ufeff \u200b\r\n"_s;
        for (const QString &name : environment.keys())
            environment.insert(name, around + environment.value(name) + around);
        CopyOptions options = ::options();
        for (QString *text : {&options.dataSet, &options.spreadsheet, &options.sheet, &options.baseUrlRegion})
            *text = around + *text + around;
        const auto request = Cli::requestOf(options, environment, false);
        QVERIFY(request);
        QCOMPARE(request->dataSet()->domo.clientId, u"di"_s);
        QCOMPARE(request->dataSet()->domo.secret.text(), u"ds"_s);
        QCOMPARE(request->workiva.clientId, u"wi"_s);
        QCOMPARE(request->workiva.secret.text(), u"ws"_s);
        QCOMPARE(request->dataSet()->dataSetId, u"d1"_s);
        QCOMPARE(request->spreadsheetId, u"p1"_s);
        QCOMPARE(request->sheetId, u"t1"_s);
    }

    void invisibleCharacterInsideIsReportedWithItsVariable()
    {
        QProcessEnvironment environment = ::environment();
        environment.insert(u"WORKIVA_CLIENT_SECRET"_s, u"w\u200bs"_s);
        const auto request = Cli::requestOf(options(), environment, false);
        QVERIFY(!request);
        QCOMPARE(request.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(request.error().subject, u"WORKIVA_CLIENT_SECRET"_s);
        QVERIFY(request.error().cause.as<Core::UnseenCharacter>());
    }

    void nothingIsWrittenWithoutConsent_data()
    {
        QTest::addColumn<bool>("yes");
        QTest::addColumn<bool>("dryRun");
        QTest::addColumn<bool>("interactive");
        QTest::addColumn<bool>("refused");
        QTest::addColumn<bool>("asks");
        QTest::newRow("not interactive") << false << false << false << true << false;
        QTest::newRow("interactive") << false << false << true << false << true;
        QTest::newRow("--yes, not interactive") << true << false << false << false << false;
        QTest::newRow("--yes, interactive") << true << false << true << false << false;
        QTest::newRow("--dry-run, not interactive") << false << true << false << false << false;
        QTest::newRow("--dry-run, interactive") << false << true << true << false << false;
    }
    void nothingIsWrittenWithoutConsent()
    {
        QFETCH(bool, yes);
        QFETCH(bool, dryRun);
        QFETCH(bool, interactive);
        QFETCH(bool, refused);
        QFETCH(bool, asks);
        CopyOptions options = ::options();
        options.run.yes = yes;
        options.run.dryRun = dryRun;
        const auto request = Cli::requestOf(options, environment(), interactive);
        QCOMPARE(!request, refused);
        if (refused)
            QCOMPARE(request.error().kind, ErrorKind::NoConsent);
        else
            QCOMPARE(request->prompt == Writeback::Prompt::Always, asks);
    }

    void addressWithAPathIsRefused()
    {
        CopyOptions options = ::options();
        options.domoUrl = u"https://gateway.example/domo"_s;
        const auto request = Cli::requestOf(options, environment(), false);
        QVERIFY(!request);
        QCOMPARE(request.error().kind, ErrorKind::BadAddress);
        QVERIFY(request.error().cause.as<Core::PathInAddress>());
    }

    void missingVariableIsNamed()
    {
        QProcessEnvironment environment = ::environment();
        environment.remove(u"WORKIVA_CLIENT_SECRET"_s);
        const auto request = Cli::requestOf(options(), environment, false);
        QVERIFY(!request);
        QCOMPARE(request.error().kind, ErrorKind::BadCredentials);
        QCOMPARE(request.error().subject, u"WORKIVA_CLIENT_SECRET"_s);
        QVERIFY(request.error().cause.as<Core::NotGiven>());
        environment.insert(u"WORKIVA_CLIENT_SECRET"_s, u" \n"_s);
        QVERIFY(Cli::requestOf(options(), environment, false).error().cause.as<Core::NotGiven>());
    }

    void missingAndInvalidValuesAreRefused()
    {
        QCOMPARE(kindOf(options()), ErrorKind::Internal); // nothing is
        CopyOptions wrong = options();
        wrong.region = u"B3:$"_s;
        QCOMPARE(kindOf(wrong), ErrorKind::InvalidRegion);
        wrong = options();
        wrong.sheet.clear();
        QCOMPARE(kindOf(wrong), ErrorKind::InvalidInput);
        wrong = options();
        wrong.baseUrlRegion = u"mars"_s;
        QCOMPARE(kindOf(wrong), ErrorKind::InvalidInput);
        wrong = options();
        wrong.baseUrlRegion.clear();
        QCOMPARE(kindOf(wrong), ErrorKind::InvalidInput);
        for (const char *url : {"http://example.com", "nonsense", "https://a b", "https://", "ftp://example.com"}) {
            wrong = options();
            wrong.domoUrl = QString::fromLatin1(url);
            QVERIFY2(kindOf(wrong) == ErrorKind::BadAddress, url);
            wrong = options();
            wrong.baseUrlRegion.clear();
            wrong.workivaUrl = QString::fromLatin1(url);
            QVERIFY2(kindOf(wrong) == ErrorKind::BadAddress, url);
        }
    }
};

QTEST_GUILESS_MAIN(TestCopyRequest)
#include "tst_copyrequest.moc"
