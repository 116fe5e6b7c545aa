#include "setup/details.h"
#include "setup/sandboxlogin.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Setup::Catalogue;
using Setup::Details;
using Support::SandboxProcess;
using Missing = Details::Missing;

class TestDetails final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }
    void init() { m_catalogue = std::make_unique<Catalogue>(Support::loginsOf(m_sandbox)); }

    void firstThingToCorrectIsNamed()
    {
        Details details;
        details.setCatalogue(m_catalogue.get());
        QCOMPARE(details.missing(), Missing::ChosenDataSet);
        details.dataSet().type(dataSetId());
        QCOMPARE(details.missing(), Missing::DomoAnswer);
        QTRY_COMPARE(details.missing(), Missing::ChosenSpreadsheet);
        details.spreadsheet().type(m_sandbox.spreadsheetId(u"Quarterly Filing"_s));
        QCOMPARE(details.missing(), Missing::WorkivaAnswer);
        QTRY_COMPARE(details.missing(), Missing::ChosenSheet);
        const auto indexOf = [&](const QString &path) {
            const QString id = m_sandbox.sheetId(u"Quarterly Filing"_s, path);
            const auto &sheets = details.sheet().sheets();
            return int(std::ranges::find(sheets, id, &Setup::SheetInfo::id) - sheets.begin());
        };
        details.sheet().chooseByUser(indexOf(u"Signed Off"_s));
        QCOMPARE(details.missing(), Missing::UnlockedSheet);
        details.sheet().chooseByUser(indexOf(u"Statements/Income Statement"_s));
        QCOMPARE(details.missing(), Missing::KnownRegion);
        details.region().type(u"B3:"_s);
        QCOMPARE(details.missing(), Missing::Nothing);
        details.region().type(u"Other!B3:"_s); // not the chosen sheet
        QCOMPARE(details.missing(), Missing::KnownRegion);
    }

    void choicesAreSaved()
    {
        Details details;
        details.setCatalogue(m_catalogue.get());
        details.dataSet().type(dataSetId());
        details.spreadsheet().type(m_sandbox.spreadsheetId(u"Scratch"_s)); // its only sheet is chosen automatically
        details.region().type(u"b3:"_s);
        QTRY_COMPARE(details.missing(), Missing::Nothing);
        Profiles::Profile profile;
        details.save(profile);
        QCOMPARE(profile.dataSetId, dataSetId());
        QCOMPARE(profile.dataSetName, u"Trial Balance"_s);
        QCOMPARE(profile.spreadsheetName, u"Scratch"_s);
        QCOMPARE(profile.sheetId, m_sandbox.sheetId(u"Scratch"_s, u"Sheet1"_s));
        QCOMPARE(profile.sheetPath, u"Sheet1"_s);
        QCOMPARE(profile.region.toString(), u"B3:"_s);

        Details again;
        again.load(profile);
        again.setCatalogue(m_catalogue.get());
        QTRY_COMPARE(again.missing(), Missing::Nothing);
    }

    void unknownValuesAreNotSaved()
    {
        Profiles::Profile profile;
        profile.dataSetId = u"x"_s;
        profile.sheetId = u"y"_s;
        Details details;
        details.load(profile);
        Profiles::Profile saved = profile;
        details.save(saved);
        QCOMPARE(saved, profile);
    }

    void regionNamesItsSheet_data()
    {
        QTest::addColumn<bool>("isFirst");
        QTest::newRow("before the sheets are known") << true;
        QTest::newRow("once they are") << false;
    }
    void regionNamesItsSheet()
    {
        QFETCH(bool, isFirst);
        Details details;
        details.setCatalogue(m_catalogue.get());
        const auto typeRegion = [&](bool now) {
            if (now)
                details.region().type(u"'Income Statement'!A2:D8"_s);
        };
        typeRegion(isFirst);
        details.spreadsheet().type(m_sandbox.spreadsheetId(u"Quarterly Filing"_s));
        QTRY_VERIFY(!details.sheet().sheets().isEmpty());
        typeRegion(!isFirst);
        QCOMPARE(details.sheet().sheet()->id,
                 m_sandbox.sheetId(u"Quarterly Filing"_s, u"Statements/Income Statement"_s));
    }

    void sheetThatTheUserChoosesStays()
    {
        Details details;
        details.setCatalogue(m_catalogue.get());
        details.spreadsheet().type(m_sandbox.spreadsheetId(u"Quarterly Filing"_s));
        QTRY_VERIFY(!details.sheet().sheets().isEmpty());
        details.region().type(u"'Income Statement'!A2:D8"_s);
        const int named = details.sheet().index();
        const int another = named == 0 ? 1 : 0;
        details.sheet().choose(another); // a box first emits the change, then that the user made it
        details.sheet().chooseByUser(another);
        QCOMPARE(details.sheet().index(), another);
        QVERIFY(details.region().namesAnother());
    }

    void sheetsGoWithTheirSpreadsheet()
    {
        Details details;
        details.setCatalogue(m_catalogue.get());
        details.spreadsheet().type(m_sandbox.spreadsheetId(u"Scratch"_s));
        QTRY_VERIFY(details.sheet().sheet());
        details.spreadsheet().type(u"another"_s);
        QVERIFY(!details.sheet().sheet());
        QVERIFY(details.sheet().sheets().isEmpty());
    }

private:
    SandboxProcess m_sandbox;
    std::unique_ptr<Catalogue> m_catalogue;

    [[nodiscard]] QString dataSetId() const { return m_sandbox.dataSet(u"Trial Balance"_s).value("id"_L1).toString(); }
};

QTEST_GUILESS_MAIN(TestDetails)
#include "tst_details.moc"
