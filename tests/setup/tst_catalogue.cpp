#include "setup/catalogue.h"
#include "setup/sandboxlogin.h"
#include "support/sheetprobe.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Setup::Catalogue;
using Setup::Grant;
using Support::loginsOf;

namespace {

// Both services' results; fewer if one did not respond in time.
QHash<Core::Service, Core::Result<Grant>> check(const Setup::Logins &login)
{
    Catalogue catalogue(login);
    QHash<Core::Service, Core::Result<Grant>> said;
    for (const auto service : {Core::Service::Domo, Core::Service::Workiva})
        catalogue.check(service, [&said, service](const Core::Result<Grant> &one) { said.insert(service, one); });
    if (!QTest::qWaitFor([&said] { return said.size() == 2; }, 10'000))
        said.clear();
    return said;
}

// The answers to a request, in the order received.
template <typename T> class Answers
{
public:
    [[nodiscard]] Catalogue::Answer<T> take()
    {
        return [this](const Core::Result<T> &answer) { m_answers.append(answer); };
    }
    [[nodiscard]] qsizetype count() const { return m_answers.size(); }
    [[nodiscard]] const Core::Result<T> &first() const { return m_answers.first(); }

private:
    QList<Core::Result<T>> m_answers;
};

} // namespace

class TestCatalogue final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }

    void bothServicesAcceptAGoodLogin()
    {
        const auto said = check(loginsOf(m_sandbox));
        QCOMPARE(said.size(), 2);
        QVERIFY(said[Core::Service::Domo]);
        QVERIFY(said[Core::Service::Workiva]);
        QVERIFY(said[Core::Service::Workiva]->scopes.contains(u"file:write"_s));
    }

    void wrongSecretIsTheErrorOfItsServiceAlone_data()
    {
        QTest::addColumn<bool>("domo");
        QTest::newRow("domo") << true;
        QTest::newRow("workiva") << false;
    }
    void wrongSecretIsTheErrorOfItsServiceAlone()
    {
        QFETCH(bool, domo);
        Setup::Logins login = loginsOf(m_sandbox);
        (domo ? login.domo : login.workiva).secret = Core::Secret(u"wrong"_s);
        const auto said = check(login);
        QCOMPARE(said.size(), 2);
        const auto bad = said[domo ? Core::Service::Domo : Core::Service::Workiva];
        QVERIFY(!bad);
        QCOMPARE(bad.error().kind, ErrorKind::BadCredentials);
        QVERIFY(said[domo ? Core::Service::Workiva : Core::Service::Domo]);
    }

    void grantForTablesAloneLacksScopes()
    {
        const Support::SandboxProcess sandbox({u"--scope"_s, u"data_tables:read"_s});
        QVERIFY(sandbox.isUp());
        const auto said = check(loginsOf(sandbox));
        QCOMPARE(said.size(), 2);
        QVERIFY(!said[Core::Service::Workiva]);
        QCOMPARE(said[Core::Service::Workiva].error().kind, ErrorKind::MissingScope);
    }

    void serviceThatIsNotThereCannotBeReached()
    {
        Setup::Logins login = loginsOf(m_sandbox);
        login.domo.baseUrl = QUrl(u"http://127.0.0.1:1"_s);
        const auto said = check(login);
        QCOMPARE(said.size(), 2);
        QVERIFY(!said[Core::Service::Domo]);
        QCOMPARE(said[Core::Service::Domo].error().kind, ErrorKind::NoNetwork);
        QVERIFY(said[Core::Service::Workiva]);
    }

    void dataSetsAreFoundByName()
    {
        Catalogue catalogue(loginsOf(m_sandbox));
        Answers<QList<Setup::DataSet>> found;
        catalogue.searchDataSets(u"trial"_s, found.take());
        QTRY_COMPARE(found.count(), 1);
        const auto sets = found.first();
        QVERIFY(sets);
        QCOMPARE(sets->size(), 1);
        QCOMPARE(sets->first().name, u"Trial Balance"_s);
    }

    void newRequestReplacesThePreviousOne()
    {
        Catalogue catalogue(loginsOf(m_sandbox));
        Answers<Setup::DataSet> fetched;
        const QString id = m_sandbox.dataSet(u"Trial Balance"_s).value("id"_L1).toString();
        catalogue.fetchDataSet(u"00000000-0000-0000-0000-000000000000"_s, fetched.take());
        catalogue.fetchDataSet(id, fetched.take());
        QTRY_COMPARE(fetched.count(), 1);
        const auto dataSet = fetched.first();
        QVERIFY(dataSet);
        QCOMPARE(dataSet->id, id);
        Answers<QList<Setup::Spreadsheet>> listed;
        catalogue.listSpreadsheets(listed.take());
        QTRY_COMPARE(listed.count(), 1); // the first answer would have arrived by now
        QCOMPARE(fetched.count(), 1);
    }

    void whatTheServicesDoNotKnowIsNotFound()
    {
        Catalogue catalogue(loginsOf(m_sandbox));
        Answers<Setup::DataSet> dataSets;
        Answers<Setup::Spreadsheet> spreadsheets;
        Answers<QList<Setup::SheetInfo>> sheets;
        const QString unknown(32, u'0');
        catalogue.fetchDataSet(u"00000000-0000-0000-0000-000000000000"_s, dataSets.take());
        catalogue.fetchSpreadsheet(unknown, spreadsheets.take());
        catalogue.listSheets(unknown, sheets.take());
        QTRY_VERIFY(dataSets.count() == 1 && spreadsheets.count() == 1 && sheets.count() == 1);
        QCOMPARE(dataSets.first().error().kind, ErrorKind::NotFound);
        QCOMPARE(spreadsheets.first().error().kind, ErrorKind::NotFound);
        QCOMPARE(sheets.first().error().kind, ErrorKind::NotFound);
    }

    void sheetsComeInTheOrderOfTheirTree()
    {
        Catalogue catalogue(loginsOf(m_sandbox));
        Answers<QList<Setup::SheetInfo>> listed;
        catalogue.listSheets(m_sandbox.spreadsheetId(u"Quarterly Filing"_s), listed.take());
        QTRY_COMPARE(listed.count(), 1);
        const auto sheets = listed.first();
        QVERIFY(sheets);
        QVERIFY(std::ranges::any_of(*sheets, [](const auto &sheet) { return sheet.depth > 0; }));
        for (const Setup::SheetInfo &sheet : *sheets)
            QCOMPARE(sheet.path.count(u'/'), sheet.depth);
    }

    void formulaThatShowsNothingFillsItsCell()
    {
        QVERIFY(Support::SheetProbe(m_sandbox).write(u"A1:A2"_s, {{u"x"_s}, {u"=\"\""_s}}));
        Catalogue catalogue(loginsOf(m_sandbox));
        Answers<Setup::SheetCells> cells;
        const Setup::SheetPlace scratch{m_sandbox.spreadsheetId(u"Scratch"_s),
                                        m_sandbox.sheetId(u"Scratch"_s, u"Sheet1"_s)};
        catalogue.readCells(scratch, {0, 0, 3, 1}, cells.take());
        QTRY_COMPARE(cells.count(), 1);
        const auto read = cells.first();
        QVERIFY(read);
        QCOMPARE(read->text({1, 0}), u"=\"\""_s); // not what it shows
        QCOMPARE(read->filled({0, 0, 3, 1}, {0, 0, 1, 1}), std::optional<qint64>(1));
    }

private:
    Support::SandboxProcess m_sandbox;
};

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
