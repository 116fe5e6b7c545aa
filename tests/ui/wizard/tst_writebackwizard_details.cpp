#include "ui/wizardsteps.h"

#include <QComboBox>
#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Ui::WritebackWizard;
using namespace Support;

// What is wrong with DataSet, spreadsheet, sheet and region is shown on the page.
class TestWritebackWizardDetails final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }
    void init() { m_desk = std::make_unique<Desk>(); }

    void errorsInTheDetailsAreShownOnThePage_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<ErrorKind>("kind");
        for (const char *call : {"getDataSet", "getSpreadsheetById", "getSheets"}) {
            for (const auto &[fault, kind] :
                 {std::pair("401", ErrorKind::BadCredentials), std::pair("403", ErrorKind::NoAccess),
                  std::pair("404", ErrorKind::NotFound), std::pair("429", ErrorKind::RateLimited),
                  std::pair("500", ErrorKind::ServiceFailed), std::pair("drop", ErrorKind::ConnectionLost),
                  std::pair("truncate", ErrorKind::ConnectionLost), std::pair("malformed", ErrorKind::BadReply),
                  std::pair("html", ErrorKind::BadReply)}) {
                const QByteArray name = QByteArray(fault) + '@' + call;
                QTest::newRow(name.constData()) << QString::fromLatin1(name + "#*") << kind;
            }
        }
    }
    void errorsInTheDetailsAreShownOnThePage()
    {
        QFETCH(QString, fault);
        QFETCH(ErrorKind, kind);
        const bool domo = fault.contains("getDataSet"_L1);
        const char *label = domo ? "dataSetInfo" : "spreadsheetInfo";
        const SandboxProcess sandbox({u"--fault"_s, fault});
        QVERIFY(sandbox.isUp());
        m_desk->addAccount(sandbox);
        WritebackWizard wizard = wizardOf(*m_desk);
        QVERIFY(goToDetails(wizard));
        QVERIFY(fill(wizard, u"Domo DataSet ID"_s, dataSetId(m_sandbox)));
        QVERIFY(fill(wizard, u"Spreadsheet ID"_s, m_sandbox.spreadsheetId(u"Scratch"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, label) == Tone::Error, deadline);
        const QString id = domo ? dataSetId(m_sandbox) : m_sandbox.spreadsheetId(u"Scratch"_s);
        const QString subject = kind == ErrorKind::BadReply ? u"$"_s : id;
        const auto service = domo ? Core::Service::Domo : Core::Service::Workiva;
        QVERIFY2(says(wizard, label, kind, service, subject, causeOf(fault)), qPrintable(shown(wizard, label)));
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
    }

    void failedRequestCanBeRetried_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("label");
        QTest::newRow("DataSet") << u"403@getDataSet"_s << u"dataSetInfo"_s;
        QTest::newRow("spreadsheet") << u"403@getSpreadsheetById"_s << u"spreadsheetInfo"_s;
        QTest::newRow("sheets") << u"403@getSheets"_s << u"spreadsheetInfo"_s;
    }
    void failedRequestCanBeRetried()
    {
        QFETCH(QString, fault);
        QFETCH(QString, label);
        const QByteArray name = label.toLatin1();
        const SandboxProcess sandbox({u"--fault"_s, fault});
        QVERIFY(sandbox.isUp());
        m_desk->addAccount(sandbox);
        WritebackWizard wizard = wizardOf(*m_desk);
        QVERIFY(goToDetails(wizard));
        QVERIFY(enterDetails(wizard, m_sandbox, u"B3:"_s));
        QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, name.constData()) == Tone::Error, deadline);
        QVERIFY(pressBeside(wizard, name.constData()));
        QVERIFY(canGoOn(wizard));
        QVERIFY(tone(wizard, name.constData()) == Tone::Ok);
    }

    void changingTheAccountRepeatsTheRequests()
    {
        const SandboxProcess stranger(
            {u"--fault"_s, u"404@getDataSet#*"_s, u"--fault"_s, u"404@getSpreadsheetById#*"_s});
        QVERIFY(stranger.isUp());
        Profiles::Profile profile = m_desk->addProfile(stranger, u"Balance"_s);
        Profiles::Account second = accountOf(m_sandbox);
        QVERIFY(m_desk->store.save(second));
        WritebackWizard wizard = wizardOf(*m_desk, profile);
        QVERIFY(goToDetails(wizard));
        QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, "dataSetInfo") == Tone::Error, deadline);
        QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, "spreadsheetInfo") == Tone::Error, deadline);
        wizard.back();
        auto *accounts = named<QComboBox>(&wizard, u"Account"_s);
        accounts->setCurrentIndex(accounts->findData(second.id));
        Q_EMIT accounts->activated(accounts->currentIndex());
        QVERIFY(fill(wizard, u"Domo Client Secret"_s, m_sandbox.domo().secret.text()));
        QVERIFY(fill(wizard, u"Workiva Client Secret"_s, m_sandbox.workiva().secret.text()));
        QVERIFY(canGoOn(wizard));
        wizard.next();
        QVERIFY(reaches(wizard, Details));
        QVERIFY(canGoOn(wizard));
        QCOMPARE(named<QComboBox>(&wizard, u"Sheet ID"_s)->currentData().toString(), profile.sheetId);
    }

    void hangingRequestCanBeStopped()
    {
        const SandboxProcess sandbox({u"--fault"_s, u"hang@getDataSet"_s, u"--fault"_s, u"hang@getSheets"_s});
        QVERIFY(sandbox.isUp());
        m_desk->addAccount(sandbox);
        WritebackWizard wizard = wizardOf(*m_desk);
        QVERIFY(goToDetails(wizard));
        QVERIFY(enterDetails(wizard, m_sandbox, u"B3:"_s));
        for (const char *label : {"dataSetInfo", "spreadsheetInfo"}) {
            QTRY_VERIFY_WITH_TIMEOUT(sandbox.requests(u"getDataSet"_s) > 0 && sandbox.requests(u"getSheets"_s) > 0,
                                     deadline);
            QVERIFY(pressBeside(wizard, label)); // Stop
            QVERIFY(pressBeside(wizard, label)); // Retry
            QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, label) == Tone::Ok, deadline);
        }
        QVERIFY(canGoOn(wizard));
    }

    void unknownDataSetIsShownOnThePage()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard = wizardOf(*m_desk);
        QVERIFY(goToDetails(wizard));
        QVERIFY(fill(wizard, u"Domo DataSet ID"_s, u"00000000-0000-0000-0000-000000000000"_s));
        QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, "dataSetInfo") == Tone::Error, deadline);
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
    }

    void unknownSpreadsheetIsShownOnThePage()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard = wizardOf(*m_desk);
        QVERIFY(goToDetails(wizard));
        QVERIFY(fill(wizard, u"Spreadsheet ID"_s, QString(32, u'0')));
        QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, "spreadsheetInfo") == Tone::Error, deadline);
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
    }

    void lockedSheetIsShownOnThePage()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard = wizardOf(*m_desk);
        QVERIFY(goToDetails(wizard));
        QVERIFY(fill(wizard, u"Spreadsheet ID"_s, m_sandbox.spreadsheetId(u"Quarterly Filing"_s)));
        auto *sheets = named<QComboBox>(&wizard, u"Sheet ID"_s);
        QTRY_VERIFY_WITH_TIMEOUT(sheets->count() > 1, deadline);
        QCOMPARE(sheets->currentIndex(), -1); // none of several is chosen automatically
        QVERIFY(!shown(wizard, "sheetInfo").isEmpty());
        const QString locked = m_sandbox.sheetId(u"Quarterly Filing"_s, u"Signed Off"_s);
        sheets->setCurrentIndex(sheets->findData(locked));
        QVERIFY(tone(wizard, "sheetInfo") == Tone::Error);
        QVERIFY(fill(wizard, u"Domo DataSet ID"_s, dataSetId(m_sandbox)));
        QVERIFY(fill(wizard, u"Region"_s, u"B3:"_s));
        QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, "dataSetInfo") == Tone::Ok, deadline);
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
        sheets->setCurrentIndex(0);
        QVERIFY(wizard.button(QWizard::NextButton)->isEnabled());
    }

    void missingSheetIsShownOnThePage()
    {
        Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        profile.sheetId = u"gone"_s;
        WritebackWizard wizard = wizardOf(*m_desk, profile);
        QVERIFY(goToDetails(wizard));
        QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, "sheetInfo") == Tone::Error, deadline);
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
    }

    void outdatedAnswerIsIgnored()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard = wizardOf(*m_desk);
        QVERIFY(goToDetails(wizard));
        QVERIFY(fill(wizard, u"Domo DataSet ID"_s, dataSetId(m_sandbox)));
        QVERIFY(fill(wizard, u"Domo DataSet ID"_s, u"x"_s));
        QVERIFY(fill(wizard, u"Spreadsheet ID"_s, m_sandbox.spreadsheetId(u"Scratch"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, "spreadsheetInfo") == Tone::Ok, deadline);
        QVERIFY(tone(wizard, "dataSetInfo") != Tone::Ok);
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
    }

    void regionFaultIsMarkedWhereItIs_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("marked");
        QTest::newRow("sign") << u"A1:B?"_s << u"?"_s;
        QTest::newRow("first") << u"#1"_s << u"#"_s;
    }
    void regionFaultIsMarkedWhereItIs()
    {
        QFETCH(QString, region);
        QFETCH(QString, marked);
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard = wizardOf(*m_desk);
        QVERIFY(goToDetails(wizard));
        QVERIFY(fill(wizard, u"Region"_s, region));
        const QString text = shown(wizard, "regionInfo");
        QVERIFY(tone(wizard, "regionInfo") == Tone::Error);
        QVERIFY2(text.contains(u"<u>%1</u>"_s.arg(marked)), qPrintable(text));
        QVERIFY(fill(wizard, u"Region"_s, u"A2:D8"_s));
        QVERIFY(tone(wizard, "regionInfo") == Tone::Ok);
    }

private:
    SandboxProcess m_sandbox;
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(TestWritebackWizardDetails)
#include "tst_writebackwizard_details.moc"
