#include "setup/catalogue.h"
#include "support/sandboxprocess.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Setup::Catalogue;
using Setup::ServiceCheck;

namespace {

Setup::Login loginOf(const Support::SandboxProcess &sandbox)
{
    const Writeback::Login domo = sandbox.domo();
    const Writeback::Login workiva = sandbox.workiva();
    return {.domoUrl = domo.baseUrl,
            .domoClientId = domo.clientId,
            .domoClientSecret = domo.clientSecret,
            .workivaUrl = workiva.baseUrl,
            .workivaClientId = workiva.clientId,
            .workivaClientSecret = workiva.clientSecret};
}

// What the two services said, by service; nothing when they did not answer in time.
QHash<Core::Service, ServiceCheck> check(const Setup::Login &login)
{
    Catalogue catalogue(login);
    QHash<Core::Service, ServiceCheck> said;
    QObject::connect(&catalogue, &Catalogue::checked, &catalogue,
                     [&said](const ServiceCheck &one) { said.insert(one.service, one); });
    catalogue.check();
    if (!QTest::qWaitFor([&said] { return said.size() == 2; }, 10'000))
        said.clear();
    return said;
}

} // namespace

class TestCatalogue final : public QObject
{
    Q_OBJECT

    Support::SandboxProcess m_sandbox;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }

    void bothServicesAcceptAGoodLogin()
    {
        const auto said = check(loginOf(m_sandbox));
        QCOMPARE(said.size(), 2);
        QVERIFY(!said[Core::Service::Domo].error);
        QVERIFY(!said[Core::Service::Workiva].error);
        QVERIFY(said[Core::Service::Workiva].scopes.contains(u"file:write"_s));
    }

    void aWrongSecretIsTheErrorOfItsServiceAlone_data()
    {
        QTest::addColumn<bool>("domo");
        QTest::newRow("domo") << true;
        QTest::newRow("workiva") << false;
    }
    void aWrongSecretIsTheErrorOfItsServiceAlone()
    {
        QFETCH(bool, domo);
        Setup::Login login = loginOf(m_sandbox);
        (domo ? login.domoClientSecret : login.workivaClientSecret) = u"wrong"_s;
        const auto said = check(login);
        QCOMPARE(said.size(), 2);
        const auto bad = said[domo ? Core::Service::Domo : Core::Service::Workiva];
        QVERIFY(bad.error);
        QCOMPARE(bad.error->kind, ErrorKind::BadCredentials);
        QVERIFY(!said[domo ? Core::Service::Workiva : Core::Service::Domo].error);
    }

    void aGrantForTablesAloneLacksScopes()
    {
        const Support::SandboxProcess sandbox({u"--scope"_s, u"data_tables:read"_s});
        QVERIFY(sandbox.isUp());
        const auto said = check(loginOf(sandbox));
        QCOMPARE(said.size(), 2);
        QVERIFY(said[Core::Service::Workiva].error);
        QCOMPARE(said[Core::Service::Workiva].error->kind, ErrorKind::MissingScope);
    }

    void aServiceThatIsNotThereCannotBeReached()
    {
        Setup::Login login = loginOf(m_sandbox);
        login.domoUrl = QUrl(u"http://127.0.0.1:1"_s);
        const auto said = check(login);
        QCOMPARE(said.size(), 2);
        QVERIFY(said[Core::Service::Domo].error);
        QCOMPARE(said[Core::Service::Domo].error->kind, ErrorKind::NoNetwork);
        QVERIFY(!said[Core::Service::Workiva].error);
    }

    void dataSetsAreFoundByName()
    {
        Catalogue catalogue(loginOf(m_sandbox));
        QSignalSpy found(&catalogue, &Catalogue::dataSetsFound);
        catalogue.searchDataSets(u"trial"_s);
        QTRY_COMPARE(found.count(), 1);
        const auto sets = found[0][0].value<Core::Result<QList<Setup::DataSet>>>();
        QVERIFY(sets);
        QCOMPARE(sets->size(), 1);
        QCOMPARE(sets->first().name, u"Trial Balance"_s);
    }

    void aNewQuestionTakesThePlaceOfTheOneBefore()
    {
        Catalogue catalogue(loginOf(m_sandbox));
        QSignalSpy fetched(&catalogue, &Catalogue::dataSetFetched);
        const QString id = m_sandbox.dataSet(u"Trial Balance"_s).value("id"_L1).toString();
        catalogue.fetchDataSet(u"00000000-0000-0000-0000-000000000000"_s);
        catalogue.fetchDataSet(id);
        QTRY_COMPARE(fetched.count(), 1);
        const auto dataSet = fetched[0][0].value<Core::Result<Setup::DataSet>>();
        QVERIFY(dataSet);
        QCOMPARE(dataSet->id, id);
        QSignalSpy listed(&catalogue, &Catalogue::spreadsheetsListed);
        catalogue.listSpreadsheets();
        QTRY_COMPARE(listed.count(), 1); // by now the first answer would have come
        QCOMPARE(fetched.count(), 1);
    }

    void whatTheServicesDoNotKnowIsNotFound()
    {
        Catalogue catalogue(loginOf(m_sandbox));
        QSignalSpy dataSets(&catalogue, &Catalogue::dataSetFetched);
        QSignalSpy spreadsheets(&catalogue, &Catalogue::spreadsheetFetched);
        QSignalSpy sheets(&catalogue, &Catalogue::sheetsListed);
        const QString unknown(32, u'0');
        catalogue.fetchDataSet(u"00000000-0000-0000-0000-000000000000"_s);
        catalogue.fetchSpreadsheet(unknown);
        catalogue.listSheets(unknown);
        QTRY_VERIFY(dataSets.count() == 1 && spreadsheets.count() == 1 && sheets.count() == 1);
        QCOMPARE(dataSets[0][0].value<Core::Result<Setup::DataSet>>().error().kind, ErrorKind::NotFound);
        QCOMPARE(spreadsheets[0][0].value<Core::Result<Setup::Spreadsheet>>().error().kind, ErrorKind::NotFound);
        QCOMPARE(sheets[0][0].value<Core::Result<QList<Setup::SheetInfo>>>().error().kind, ErrorKind::NotFound);
    }

    void sheetsComeInTheOrderOfTheirTree()
    {
        Catalogue catalogue(loginOf(m_sandbox));
        QSignalSpy listed(&catalogue, &Catalogue::sheetsListed);
        catalogue.listSheets(m_sandbox.spreadsheetId(u"Quarterly Filing"_s));
        QTRY_COMPARE(listed.count(), 1);
        const auto sheets = listed[0][0].value<Core::Result<QList<Setup::SheetInfo>>>();
        QVERIFY(sheets);
        QVERIFY(std::ranges::any_of(*sheets, [](const auto &sheet) { return sheet.depth > 0; }));
        for (const Setup::SheetInfo &sheet : *sheets)
            QCOMPARE(sheet.path.count(u'/'), sheet.depth);
    }
};

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
