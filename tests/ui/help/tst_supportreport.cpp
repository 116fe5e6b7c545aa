#include "ui/help/supportreport.h"

#include "profiles/account.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Ui::SupportFacts;

namespace {

const QString secret = u"kX81-planted-secret-93hd"_s;
const QString token = u"eyJhbGciOi.planted.token"_s;
const QString cell = u"Revenue 4711.08 planted"_s;
const QString name = u"10-K 2026 planted"_s;
const QString id = u"abcd1234567890planted"_s;

// With something that must not be told wherever a user, a service or a sheet could have put it.
SupportFacts planted()
{
    Profiles::Account account;
    account.id = u"account-planted"_s;
    account.name = name;
    account.domoClientId = id;
    account.workivaClientId = id;
    account.baseUrlRegion = name; // of a damaged file
    account.domoUrl = QUrl(u"https://planted.example.com"_s);
    account.workivaUrl = account.domoUrl;
    account.domoInstance = u"planted"_s;

    Profiles::Profile profile;
    profile.id = u"profile-planted"_s;
    profile.name = name;
    profile.description = name;
    profile.accountId = account.id;
    profile.dataSetId = id;
    profile.dataSetName = name;
    profile.spreadsheetId = id;
    profile.spreadsheetName = name;
    profile.sheetId = id;
    profile.sheetPath = name;
    profile.region = *Sheet::Region::parse(u"B3:F"_s);

    History::RunRecord run;
    run.entry = {.profileId = profile.id,
                 .profileName = name,
                 .account = name,
                 .clientId = id,
                 .dataSetId = id,
                 .sheet = {QUrl(u"https://planted.example.com"_s), id, id},
                 .region = cell,
                 .target = name};
    run.ended = QDateTime::fromSecsSinceEpoch(1'790'000'000, Qt::UTC);
    run.state = u"failed"_s;
    run.range = cell;
    run.findings = {{.kind = Writeback::Finding::Kind::OtherSheetNamed, .place = name, .other = cell}};

    SupportFacts facts;
    facts.settings.proxy = {Core::ProxyChoice::Use::Manual, u"planted.example.com"_s, 8080};
    facts.home = u"/home/planted"_s;
    facts.accounts = {account};
    facts.profiles = {profile};
    for (int kind = 0; kind <= int(ErrorKind::Internal); ++kind) { // a service may quote anything
        run.error = Core::Error{.kind = ErrorKind(kind),
                                .service = Core::Service::Workiva,
                                .subject = cell,
                                .detail = u"%1 %2 %3 %4"_s.arg(secret, token, cell, name),
                                .httpStatus = 400,
                                .requestId = u"client_secret=%1"_s.arg(secret)};
        facts.runs.append(run);
        // Without a response the detail is this computer's, but may show what is in a header or a path.
        run.error->httpStatus = 0;
        run.error->requestId.clear();
        run.error->detail = u"Authorization: Bearer %1 in /home/planted/data"_s.arg(token);
        facts.runs.append(run);
    }
    return facts;
}

SupportFacts withRun(const std::optional<Core::Error> &error)
{
    SupportFacts facts;
    History::RunRecord run;
    run.entry.started = QDateTime(QDate(2026, 11, 5), QTime(10, 0), Qt::UTC);
    run.ended = run.entry.started.addSecs(9);
    run.state = u"failed"_s;
    run.program = u"workiva-writeback"_s;
    run.error = error;
    facts.runs = {run};
    return facts;
}

} // namespace

class TestSupportReport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingThatWasPlantedIsInIt()
    {
        const QString report = Ui::supportReport(planted());
        for (const QString &text : {secret, token, cell, name, id, u"planted"_s, u"4711"_s})
            QVERIFY2(!report.contains(text), qPrintable(report));
    }

    void idsAreCut()
    {
        const QString report = Ui::supportReport(planted());
        QCOMPARE(report.count(u"abcd…"_s), 5); // two of the account, three of the writeback
    }

    void errorIsIdentified()
    {
        const QString report = Ui::supportReport(withRun(Core::Error{.kind = ErrorKind::BadCredentials,
                                                                     .service = Core::Service::Domo,
                                                                     .detail = u"said by the service"_s,
                                                                     .httpStatus = 401,
                                                                     .requestId = u"req-77"_s}));
        QVERIFY(report.contains("badCredentials, at domo, HTTP 401, request req-77"_L1));
        QVERIFY(!report.contains("said by the service"_L1));
        QVERIFY(report.contains("2026-11-05T10:00:00Z"_L1));
    }

    void detailOfThisComputerIsTold()
    {
        SupportFacts facts = withRun(Core::Error{.kind = ErrorKind::Disk, .detail = u"/home/me/data: no space left"_s});
        facts.home = u"/home/me"_s;
        QVERIFY(Ui::supportReport(facts).contains("disk, ~/data: no space left"_L1));
    }

    void detailOfALaterVersionsKindIsLeftOut()
    {
        const QString report =
            Ui::supportReport(withRun(Core::Error{.kind = ErrorKind::Internal, .detail = u"said by the service"_s}));
        QVERIFY(report.contains(Core::name(ErrorKind::Internal)));
        QVERIFY(!report.contains("said by the service"_L1));
    }

    void secretWhereALongTextIsCutIsRemoved()
    {
        const QString text = QString(280, u'x') + u" https://me:planted-planted@example.com"_s; // cut before its @
        const QString report =
            Ui::supportReport(withRun(Core::Error{.kind = ErrorKind::Disk, .detail = text, .requestId = text}));
        QCOMPARE(report.count("https://"_L1), 2);
        QVERIFY2(!report.contains("plant"_L1), qPrintable(report));
    }

    void runsNameTheirWritebackByItsNumber()
    {
        SupportFacts facts = planted();
        QVERIFY(Ui::supportReport(facts).contains("failed, writeback 1"_L1));
        QVERIFY(Ui::supportReport(facts).contains("account 1, DataSet"_L1));
        facts.profiles.clear(); // deleted since
        QVERIFY(Ui::supportReport(facts).contains("not a saved writeback"_L1));
    }

    void runWithoutAnEndIsInterrupted()
    {
        SupportFacts facts = withRun({});
        facts.runs.first().ended = {};
        facts.runs.first().state.clear();
        QVERIFY(Ui::supportReport(facts).contains("interrupted"_L1));
        facts.runs.first().isRunning = true;
        QVERIFY(Ui::supportReport(facts).contains("running"_L1));
        QVERIFY(!Ui::supportReport(facts).contains("interrupted"_L1));
    }

    void runsThatCannotBeReadAreNotCalledNone()
    {
        SupportFacts facts;
        facts.recordedRuns = 1'234;
        const QString readable = Ui::supportReport(facts);
        QVERIFY(readable.contains("1234 runs"_L1));
        QVERIFY(readable.trimmed().endsWith("none"_L1));
        facts.recordedRuns = {};
        const QString unreadable = Ui::supportReport(facts);
        QVERIFY(unreadable.contains("runs not readable"_L1));
        QVERIFY(!unreadable.trimmed().endsWith("none"_L1));
    }

    void settingsAreTold_data()
    {
        QTest::addColumn<Core::ProxyChoice::Use>("use");
        QTest::addColumn<QString>("text");
        QTest::newRow("system") << Core::ProxyChoice::Use::System << u"as in the system"_s;
        QTest::newRow("none") << Core::ProxyChoice::Use::None << u"none"_s;
        QTest::newRow("manual") << Core::ProxyChoice::Use::Manual << u"manual"_s;
    }
    void settingsAreTold()
    {
        QFETCH(const Core::ProxyChoice::Use, use);
        QFETCH(const QString, text);
        SupportFacts facts;
        facts.version = u"1.2.3"_s;
        facts.settings.proxy.use = use;
        const QString report = Ui::supportReport(facts);
        const QRegularExpression line(u"\n  proxy: +%1\n"_s.arg(text));
        QVERIFY2(line.match(report).hasMatch(), qPrintable(report));
        QVERIFY(report.contains("1.2.3"_L1));
    }
};

QTEST_GUILESS_MAIN(TestSupportReport)
#include "tst_supportreport.moc"
