#include "support/certificates.h"
#include "support/httpserver.h"
#include "support/slowsecrets.h"
#include "ui/interaction.h"
#include "ui/wizard/writebackwizard.h"

#include "core/strayanswer.h"
#include "words/errortext.h"

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QApplication>
#include <QComboBox>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QNetworkProxy>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolTip>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Desktop::WritebackWizard;
using namespace Support;

namespace {

enum Page { Credentials, Details, Preview, Describe };

// A keychain that reads and does not write.
class LockedSecrets final : public Profiles::SecretStore
{
public:
    void read(const QString &, Profiles::Secret, QObject *context, Read answer) override
    {
        QMetaObject::invokeMethod(
            context, [answer] { answer(Core::fail(ErrorKind::Keychain)); }, Qt::QueuedConnection);
    }
    void write(const QString &, Profiles::Secret, const QString &, QObject *context, Done answer) override
    {
        QMetaObject::invokeMethod(
            context, [answer] { answer(Core::fail(ErrorKind::Keychain)); }, Qt::QueuedConnection);
    }
    void remove(const QString &, Profiles::Secret, QObject *, Done) override { }
    [[nodiscard]] bool isPersistent() const override { return true; }
};

bool says(const QWidget &wizard, const char *line, ErrorKind kind, Core::Service service, const QString &subject = {},
          const Core::Cause &cause = {})
{
    const QString sentence =
        Words::errorText({.kind = kind, .service = service, .subject = subject, .cause = cause}).message;
    return Support::tone(wizard, line) == Words::Tone::Error
        && Support::shown(wizard, line).contains(sentence.section(u':', 0, 0));
}

// What the sandbox's fault brings beside its kind.
Core::Cause causeOf(const QString &fault)
{
    if (!fault.contains("html@"_L1))
        return {};
    return Core::WebPage{.title = u"Sign in"_s, .host = u"127.0.0.1"_s};
}

} // namespace

class TestWizard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }
    void init() { m_desk = std::make_unique<Desk>(); }

    void keyboardAloneLeadsToASavedProfile()
    {
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QSignalSpy saved(&wizard, &WritebackWizard::saved);
        QVERIFY(show(wizard));
        enterCredentialsByKeys(wizard, m_sandbox);
        alt(Qt::Key_N);
        QVERIFY(reaches(wizard, Details));

        alt(Qt::Key_D);
        type(dataSetId());
        alt(Qt::Key_S);
        type(m_sandbox.spreadsheetId(u"Scratch"_s));
        alt(Qt::Key_R);
        type(u"b3:"_s);
        QVERIFY(canGoOn(wizard));
        alt(Qt::Key_N);
        QVERIFY(reaches(wizard, Preview));
        QVERIFY(canGoOn(wizard));
        QVERIFY(Support::named<QTableView>(&wizard, u"Preview"_s)->model()->rowCount() > 1);
        alt(Qt::Key_N);
        QVERIFY(reaches(wizard, Describe));
        alt(Qt::Key_D);
        press(Qt::Key_A, Qt::ControlModifier);
        type(u"Every month"_s);
        alt(Qt::Key_N);
        press(Qt::Key_A, Qt::ControlModifier);
        type(u"Balance"_s);
        alt(Qt::Key_S);

        QTRY_COMPARE(saved.count(), 1);
        QVERIFY(!wizard.isVisible());
        QCOMPARE(m_desk->store.accounts().size(), 1);
        QCOMPARE(m_desk->store.profiles().size(), 1);
        const Profiles::Profile &profile = m_desk->store.profiles().first();
        QCOMPARE(saved[0][0].toString(), profile.id);
        QCOMPARE(profile.name, u"Balance"_s);
        QCOMPARE(profile.description, u"Every month"_s);
        QCOMPARE(profile.accountId, m_desk->store.accounts().first().id);
        QCOMPARE(m_desk->store.accounts().first().domoInstance, u"sandbox"_s);
        QCOMPARE(profile.dataSetId, dataSetId());
        QCOMPARE(profile.sheetId, m_sandbox.sheetId(u"Scratch"_s, u"Sheet1"_s));
        QCOMPARE(profile.region.toString(), u"B3:"_s);
    }

    void closedWayOnSaysWhy()
    {
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        wizard.show();
        QVERIFY(QTest::qWaitForWindowActive(&wizard));
        const QAbstractButton *next = wizard.button(QWizard::NextButton);
        QVERIFY(!next->isEnabled());
        const QString why = next->toolTip();
        QVERIFY(!why.isEmpty());
        QCOMPARE(next->accessibleDescription(), why);
        fill(wizard, u"Account name"_s, u"Finance"_s);
        QVERIFY(next->toolTip() != why); // something else is missing
        auto *field = Support::named<QLineEdit>(&wizard, u"Domo Client ID"_s);
        field->setFocus();
        alt(Qt::Key_N);
        QTRY_COMPARE(QToolTip::text(), next->toolTip());
        enterCredentials(wizard, m_sandbox);
        QVERIFY(next->isEnabled());
        QCOMPARE(next->toolTip(), QString());
    }

    void backKeepsWhatWasEntered()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToEnd(wizard));
        auto *name = Support::named<QLineEdit>(&wizard, u"Name"_s);
        name->setText(u"Mine"_s);
        wizard.back();
        wizard.back();
        QCOMPARE(wizard.currentId(), int(Details));
        QCOMPARE(Support::named<QLineEdit>(&wizard, u"Region"_s)->text(), u"B3:"_s);
        wizard.back();
        QCOMPARE(wizard.currentId(), int(Credentials));
        QCOMPARE(Support::named<QLineEdit>(&wizard, u"Account name"_s)->text(), u"Finance"_s);
        for (const Page page : {Details, Preview, Describe}) {
            QVERIFY(canGoOn(wizard));
            wizard.next();
            QVERIFY(reaches(wizard, page));
        }
        QCOMPARE(name->text(), u"Mine"_s);
    }

    void cancelLeavesNothingBehind()
    {
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(show(wizard));
        enterCredentials(wizard, m_sandbox);
        QVERIFY(canGoOn(wizard));
        wizard.next();
        QVERIFY(reaches(wizard, Details));
        QSignalSpy saved(&wizard, &WritebackWizard::saved);
        wizard.reject();
        answer(wizard, QMessageBox::DestructiveRole);
        QVERIFY(!wizard.isVisible());
        QCOMPARE(saved.count(), 0);
        QVERIFY(m_desk->store.accounts().isEmpty());
        QVERIFY(m_desk->store.profiles().isEmpty());
    }

    void cancelAsksOnlyWhenSomethingWasEntered()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToDetails(wizard)); // with the saved account
        wizard.reject();
        QVERIFY(!wizard.isVisible());

        WritebackWizard another(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToDetails(another));
        fill(another, u"Region"_s, u"B3:"_s);
        press(Qt::Key_Escape);
        answer(another, QMessageBox::RejectRole);
        QVERIFY(another.isVisible());
        QCOMPARE(Support::named<QLineEdit>(&another, u"Region"_s)->text(), u"B3:"_s);
    }

    void lastPageSaysWhatComesNext_data()
    {
        QTest::addColumn<int>("button");
        QTest::addColumn<WritebackWizard::Then>("then");
        QTest::newRow("save") << int(QWizard::FinishButton) << WritebackWizard::Then::Nothing;
        QTest::newRow("run") << int(QWizard::CustomButton1) << WritebackWizard::Then::Run;
        QTest::newRow("new") << int(QWizard::CustomButton2) << WritebackWizard::Then::New;
    }
    void lastPageSaysWhatComesNext()
    {
        QFETCH(int, button);
        QFETCH(WritebackWizard::Then, then);
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QSignalSpy saved(&wizard, &WritebackWizard::saved);
        QVERIFY(goToEnd(wizard));
        wizard.button(QWizard::WizardButton(button))->click();
        QTRY_COMPARE(saved.count(), 1);
        QCOMPARE(saved[0][1].value<WritebackWizard::Then>(), then);
        QCOMPARE(m_desk->store.profiles().size(), 1);
    }

    void whatIsWrongStandsBesideItsService_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Core::Service>("service");
        QTest::addColumn<ErrorKind>("kind");
        const QString nowhere = u"http://127.0.0.1:1"_s;
        QTest::newRow("domo secret") << u"Domo Client Secret"_s << u"wrong"_s << Core::Service::Domo
                                     << ErrorKind::BadCredentials;
        QTest::newRow("workiva secret") << u"Workiva Client Secret"_s << u"wrong"_s << Core::Service::Workiva
                                        << ErrorKind::BadCredentials;
        QTest::newRow("no way to domo") << u"Domo address"_s << nowhere << Core::Service::Domo << ErrorKind::NoNetwork;
        QTest::newRow("no way to workiva")
            << u"Workiva address"_s << nowhere << Core::Service::Workiva << ErrorKind::NoNetwork;
    }
    void whatIsWrongStandsBesideItsService()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(Core::Service, service);
        QFETCH(ErrorKind, kind);
        const bool domo = service == Core::Service::Domo;
        const char *bad = domo ? "domoStatus" : "workivaStatus";
        const char *good = domo ? "workivaStatus" : "domoStatus";
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(show(wizard));
        enterCredentials(wizard, m_sandbox);
        fill(wizard, field, text);
        QVERIFY(canGoOn(wizard));
        wizard.next();
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled()); // while it asks
        QTRY_VERIFY_WITH_TIMEOUT(says(wizard, bad, kind, service), deadline);
        QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, good) == Tone::Ok, deadline);
        QVERIFY(canGoOn(wizard)); // to ask again
        QCOMPARE(wizard.currentId(), int(Credentials));
    }

    void whatAServiceAnswersStandsBesideIt_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<Core::Service>("service");
        QTest::addColumn<ErrorKind>("kind");
        const auto row = [](const char *name, const char *arguments, Core::Service service, ErrorKind kind) {
            QTest::newRow(name) << QString::fromLatin1(arguments) << service << kind;
        };
        row("a grant for tables alone", "--scope data_tables|r", Core::Service::Workiva, ErrorKind::MissingScope);
        row("a grant that only reads", "--scope file:read", Core::Service::Workiva, ErrorKind::MissingScope);
        row("a client without data", "--domo-scope user", Core::Service::Domo, ErrorKind::MissingScope);
        for (const auto &[service, call] :
             {std::pair(Core::Service::Domo, "getAccessToken"), std::pair(Core::Service::Workiva, "tokenRequest")}) {
            for (const auto &[fault, kind] :
                 {std::pair("401", ErrorKind::BadCredentials), std::pair("403", ErrorKind::NoAccess),
                  std::pair("404", ErrorKind::NotFound), std::pair("429", ErrorKind::RateLimited),
                  std::pair("500", ErrorKind::ServiceFailed), std::pair("503", ErrorKind::ServiceFailed),
                  std::pair("drop", ErrorKind::ConnectionLost), std::pair("truncate", ErrorKind::ConnectionLost),
                  std::pair("malformed", ErrorKind::BadReply), std::pair("html", ErrorKind::BadReply)}) {
                const QByteArray name = QByteArray(call) + ' ' + fault;
                // How Domo refuses a client is not documented: it may be with any of these.
                const bool refusal =
                    service == Core::Service::Domo && (kind == ErrorKind::NoAccess || kind == ErrorKind::NotFound);
                row(name.constData(), ("--fault " + QByteArray(fault) + '@' + call + "#*").constData(), service,
                    refusal ? ErrorKind::BadCredentials : kind);
            }
        }
    }
    void whatAServiceAnswersStandsBesideIt()
    {
        QFETCH(QString, arguments);
        QFETCH(Core::Service, service);
        QFETCH(ErrorKind, kind);
        const bool domo = service == Core::Service::Domo;
        const SandboxProcess sandbox(arguments.split(u' '));
        QVERIFY(sandbox.isUp());
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(show(wizard));
        enterCredentials(wizard, sandbox);
        wizard.next();
        QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, domo ? "domoStatus" : "workivaStatus") == Tone::Error, deadline);
        const char *status = domo ? "domoStatus" : "workivaStatus";
        const QString subject = kind == ErrorKind::BadReply ? u"$"_s : QString();
        QVERIFY2(says(wizard, status, kind, service, subject, causeOf(arguments)), qPrintable(shown(wizard, status)));
        QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, domo ? "workivaStatus" : "domoStatus") == Tone::Ok, deadline);
        QCOMPARE(wizard.currentId(), int(Credentials));
    }

    void anotherServicesAddressIsSaid()
    {
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(show(wizard));
        enterCredentials(wizard, m_sandbox);
        fill(wizard, u"Workiva address"_s, m_sandbox.domo().baseUrl.toString());
        wizard.next();
        QTRY_VERIFY2_WITH_TIMEOUT(says(wizard, "workivaStatus", ErrorKind::NotFound, Core::Service::Workiva),
                                  qPrintable(shown(wizard, "workivaStatus")), deadline);
    }

    void untrustedCertificateIsSaid()
    {
        Support::Certificates certificates;
        QVERIFY(certificates.isReady());
        const Support::HttpServer server(certificates.selfSigned());
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(show(wizard));
        enterCredentials(wizard, m_sandbox);
        fill(wizard, u"Workiva address"_s, server.url().toString());
        wizard.next();
        QTRY_VERIFY2_WITH_TIMEOUT(says(wizard, "workivaStatus", ErrorKind::TlsUntrusted, Core::Service::Workiva),
                                  qPrintable(shown(wizard, "workivaStatus")), deadline);
    }

    void proxyThatRefusesIsSaid()
    {
        QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, 1));
        const auto direct = qScopeGuard([] { QNetworkProxy::setApplicationProxy(QNetworkProxy::DefaultProxy); });
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(show(wizard));
        enterCredentials(wizard, m_sandbox);
        for (const char *field : {"Domo address", "Workiva address"}) // one on this machine is never asked for by proxy
            fill(wizard, QLatin1String(field), u"https://elsewhere.invalid"_s);
        wizard.next();
        QTRY_VERIFY2_WITH_TIMEOUT(says(wizard, "domoStatus", ErrorKind::ProxyRefused, Core::Service::Domo),
                                  qPrintable(shown(wizard, "domoStatus")), deadline);
        QTRY_VERIFY2_WITH_TIMEOUT(says(wizard, "workivaStatus", ErrorKind::ProxyRefused, Core::Service::Workiva),
                                  qPrintable(shown(wizard, "workivaStatus")), deadline);
    }

    void checkThatHangsCanBeStopped()
    {
        const SandboxProcess sandbox({u"--fault"_s, u"hang@tokenRequest#*"_s});
        QVERIFY(sandbox.isUp());
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(show(wizard));
        enterCredentials(wizard, sandbox);
        wizard.next();
        QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, "domoStatus") == Tone::Ok, deadline);
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
        pressBeside(wizard, "workivaStatus");
        QVERIFY(wizard.button(QWizard::NextButton)->isEnabled());
        QVERIFY(shown(wizard, "workivaStatus").isEmpty());
    }

    void whatIsWrongWithTheDetailsStandsOnThePage_data()
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
    void whatIsWrongWithTheDetailsStandsOnThePage()
    {
        QFETCH(QString, fault);
        QFETCH(ErrorKind, kind);
        const bool domo = fault.contains("getDataSet"_L1);
        const char *label = domo ? "dataSetInfo" : "spreadsheetInfo";
        const SandboxProcess sandbox({u"--fault"_s, fault});
        QVERIFY(sandbox.isUp());
        m_desk->addAccount(sandbox);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToDetails(wizard));
        fill(wizard, u"Domo DataSet ID"_s, dataSetId());
        fill(wizard, u"Spreadsheet ID"_s, m_sandbox.spreadsheetId(u"Scratch"_s));
        QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, label) == Tone::Error, deadline);
        const QString id = domo ? dataSetId() : m_sandbox.spreadsheetId(u"Scratch"_s);
        const QString subject = kind == ErrorKind::BadReply ? u"$"_s : id;
        const auto service = domo ? Core::Service::Domo : Core::Service::Workiva;
        QVERIFY2(says(wizard, label, kind, service, subject, causeOf(fault)), qPrintable(shown(wizard, label)));
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
    }

    void whatFailedOnceCanBeAskedAgain_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("label");
        QTest::newRow("DataSet") << u"403@getDataSet"_s << u"dataSetInfo"_s;
        QTest::newRow("spreadsheet") << u"403@getSpreadsheetById"_s << u"spreadsheetInfo"_s;
        QTest::newRow("sheets") << u"403@getSheets"_s << u"spreadsheetInfo"_s;
    }
    void whatFailedOnceCanBeAskedAgain()
    {
        QFETCH(QString, fault);
        QFETCH(QString, label);
        const QByteArray name = label.toLatin1();
        const SandboxProcess sandbox({u"--fault"_s, fault});
        QVERIFY(sandbox.isUp());
        m_desk->addAccount(sandbox);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToDetails(wizard));
        enterDetails(wizard, u"B3:"_s);
        QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, name.constData()) == Tone::Error, deadline);
        pressBeside(wizard, name.constData());
        QVERIFY(canGoOn(wizard));
        QVERIFY(tone(wizard, name.constData()) == Tone::Ok);
    }

    void anotherAccountIsAskedForTheSameThings()
    {
        const SandboxProcess stranger(
            {u"--fault"_s, u"404@getDataSet#*"_s, u"--fault"_s, u"404@getSpreadsheetById#*"_s});
        QVERIFY(stranger.isUp());
        Profiles::Profile profile = m_desk->addProfile(stranger, u"Balance"_s);
        Profiles::Account second = Support::accountOf(m_sandbox);
        QVERIFY(m_desk->store.save(second));
        WritebackWizard wizard(m_desk->store, m_desk->secrets, profile);
        QVERIFY(goToDetails(wizard));
        QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, "dataSetInfo") == Tone::Error, deadline);
        QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, "spreadsheetInfo") == Tone::Error, deadline);
        wizard.back();
        auto *accounts = Support::named<QComboBox>(&wizard, u"Account"_s);
        accounts->setCurrentIndex(accounts->findData(second.id));
        Q_EMIT accounts->activated(accounts->currentIndex());
        fill(wizard, u"Domo Client Secret"_s, m_sandbox.domo().secret.text());
        fill(wizard, u"Workiva Client Secret"_s, m_sandbox.workiva().secret.text());
        QVERIFY(canGoOn(wizard));
        wizard.next();
        QVERIFY(reaches(wizard, Details));
        QVERIFY(canGoOn(wizard));
        QCOMPARE(Support::named<QComboBox>(&wizard, u"Sheet ID"_s)->currentData().toString(), profile.sheetId);
    }

    void emptyNameIsNotSaved()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToEnd(wizard));
        Support::named<QLineEdit>(&wizard, u"Name"_s)->clear();
        for (const QWizard::WizardButton which :
             {QWizard::FinishButton, QWizard::CustomButton1, QWizard::CustomButton2})
            QVERIFY(!wizard.button(which)->isEnabled());
        wizard.accept();
        QVERIFY(wizard.isVisible());
        QVERIFY(m_desk->store.profiles().isEmpty());
    }

    void addressMayLeaveItsSchemeOut()
    {
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(show(wizard));
        enterCredentials(wizard, m_sandbox);
        fill(wizard, u"Domo address"_s, m_sandbox.domo().baseUrl.authority());
        wizard.next();
        QVERIFY(reaches(wizard, Details));
    }

    void questionThatHangsCanBeStopped()
    {
        const SandboxProcess sandbox({u"--fault"_s, u"hang@getDataSet"_s, u"--fault"_s, u"hang@getSheets"_s});
        QVERIFY(sandbox.isUp());
        m_desk->addAccount(sandbox);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToDetails(wizard));
        enterDetails(wizard, u"B3:"_s);
        for (const char *label : {"dataSetInfo", "spreadsheetInfo"}) {
            QTRY_VERIFY_WITH_TIMEOUT(sandbox.requests(u"getDataSet"_s) > 0 && sandbox.requests(u"getSheets"_s) > 0,
                                     deadline);
            pressBeside(wizard, label); // stops
            pressBeside(wizard, label); // asks again
            QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, label) == Tone::Ok, deadline);
        }
        QVERIFY(canGoOn(wizard));
    }

    void oneNextIsOnePage()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, profile);
        QVERIFY(show(wizard));
        QVERIFY(canGoOn(wizard));
        QSignalSpy pages(&wizard, &QWizard::currentIdChanged);
        wizard.next();
        QVERIFY(canGoOn(wizard)); // accepted by both
        wizard.next(); // as a person who is faster than the page
        QVERIFY(reaches(wizard, Details));
        QVERIFY(canGoOn(wizard));
        QCOMPARE(pages.count(), 1);
    }

    void unknownDataSetIsSaidOnThePage()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToDetails(wizard));
        fill(wizard, u"Domo DataSet ID"_s, u"00000000-0000-0000-0000-000000000000"_s);
        QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, "dataSetInfo") == Tone::Error, deadline);
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
    }

    void unknownSpreadsheetIsSaidOnThePage()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToDetails(wizard));
        fill(wizard, u"Spreadsheet ID"_s, QString(32, u'0'));
        QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, "spreadsheetInfo") == Tone::Error, deadline);
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
    }

    void lockedSheetIsSaidOnThePage()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToDetails(wizard));
        fill(wizard, u"Spreadsheet ID"_s, m_sandbox.spreadsheetId(u"Quarterly Filing"_s));
        auto *sheets = Support::named<QComboBox>(&wizard, u"Sheet ID"_s);
        QTRY_VERIFY_WITH_TIMEOUT(sheets->count() > 1, deadline);
        QCOMPARE(sheets->currentIndex(), -1); // of several none is chosen by itself
        QVERIFY(!shown(wizard, "sheetInfo").isEmpty());
        const QString locked = m_sandbox.sheetId(u"Quarterly Filing"_s, u"Signed Off"_s);
        sheets->setCurrentIndex(sheets->findData(locked));
        QVERIFY(tone(wizard, "sheetInfo") == Tone::Error);
        fill(wizard, u"Domo DataSet ID"_s, dataSetId());
        fill(wizard, u"Region"_s, u"B3:"_s);
        QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, "dataSetInfo") == Tone::Ok, deadline);
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
        sheets->setCurrentIndex(0);
        QVERIFY(wizard.button(QWizard::NextButton)->isEnabled());
    }

    void sheetThatIsGoneIsSaidOnThePage()
    {
        Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        profile.sheetId = u"gone"_s;
        WritebackWizard wizard(m_desk->store, m_desk->secrets, profile);
        QVERIFY(goToDetails(wizard));
        QTRY_VERIFY_WITH_TIMEOUT(tone(wizard, "sheetInfo") == Tone::Error, deadline);
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
    }

    void answerToAnOlderQuestionIsOfNoUse()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToDetails(wizard));
        fill(wizard, u"Domo DataSet ID"_s, dataSetId());
        fill(wizard, u"Domo DataSet ID"_s, u"x"_s);
        fill(wizard, u"Spreadsheet ID"_s, m_sandbox.spreadsheetId(u"Scratch"_s));
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
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToDetails(wizard));
        fill(wizard, u"Region"_s, region);
        const QString text = shown(wizard, "regionInfo");
        QVERIFY(tone(wizard, "regionInfo") == Tone::Error);
        QVERIFY2(text.contains(u"<u>%1</u>"_s.arg(marked)), qPrintable(text));
        fill(wizard, u"Region"_s, u"A2:D8"_s);
        QVERIFY(tone(wizard, "regionInfo") == Tone::Ok);
    }

    void overflowOffersRegionsAndTakesOne()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToPreview(wizard, u"B3:C4"_s));
        QPushButton *take = nullptr;
        const auto offered = [&] {
            for (QPushButton *button : wizard.currentPage()->findChildren<QPushButton *>()) {
                if (button->text().endsWith(" B3:"_L1))
                    take = button;
            }
            return take != nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(offered(), deadline);
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
        take->click();
        QVERIFY(canGoOn(wizard));
        wizard.back();
        QCOMPARE(Support::named<QLineEdit>(&wizard, u"Region"_s)->text(), u"B3:"_s);
    }

    void previewThatWasLeftBeginsAnew()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToPreview(wizard, u"B3:"_s));
        for (int again = 0; again < 3; ++again) {
            wizard.back();
            QCOMPARE(wizard.currentId(), int(Details));
            wizard.next();
            QCOMPARE(wizard.currentId(), int(Preview));
        }
        QVERIFY(canGoOn(wizard));
    }

    void wizardStaysOpenWhenStoringFails()
    {
        LockedSecrets locked;
        WritebackWizard wizard(m_desk->store, locked, {});
        QVERIFY(goToEndWithANewAccount(wizard));
        QSignalSpy saved(&wizard, &WritebackWizard::saved);
        wizard.button(QWizard::FinishButton)->click();
        QTRY_VERIFY(wizard.findChild<QMessageBox *>());
        QVERIFY(wizard.isVisible());
        QCOMPARE(saved.count(), 0);
        QVERIFY(m_desk->store.profiles().isEmpty());
        delete wizard.findChild<QMessageBox *>();
        wizard.reject();
        answer(wizard, QMessageBox::DestructiveRole);
        QVERIFY(m_desk->store.accounts().isEmpty());
    }

    void cancellingWhileTheKeychainWaitsLeavesNothingBehind()
    {
        Support::SlowSecrets slow(m_desk->secrets);
        WritebackWizard wizard(m_desk->store, slow, {});
        QVERIFY(goToEndWithANewAccount(wizard));
        const QSignalSpy saved(&wizard, &WritebackWizard::saved);
        wizard.button(QWizard::FinishButton)->click();
        QCOMPARE(slow.waiting(), size_t(1));
        for (const QWizard::WizardButton which : {QWizard::BackButton, QWizard::FinishButton, QWizard::CustomButton1})
            QVERIFY(!wizard.button(which)->isEnabled());
        wizard.button(QWizard::CancelButton)->click();
        QVERIFY(!wizard.isVisible()); // unasked: the last page says what Cancel does
        answerAll(slow);
        QCOMPARE(saved.count(), 0);
        QVERIFY(m_desk->store.accounts().isEmpty());
        QVERIFY(m_desk->store.profiles().isEmpty());
    }

    void whatTheKeychainRefusedCanBeSavedAgain()
    {
        Support::SlowSecrets slow(m_desk->secrets);
        WritebackWizard wizard(m_desk->store, slow, {});
        QVERIFY(goToEndWithANewAccount(wizard));
        const QSignalSpy saved(&wizard, &WritebackWizard::saved);
        slow.refuses = true;
        wizard.button(QWizard::FinishButton)->click();
        slow.answer();
        QVERIFY(wizard.findChild<QMessageBox *>());
        delete wizard.findChild<QMessageBox *>();
        QVERIFY(m_desk->store.accounts().isEmpty());
        slow.refuses = false;
        QVERIFY(wizard.button(QWizard::BackButton)->isEnabled());
        wizard.button(QWizard::FinishButton)->click();
        answerAll(slow);
        QCOMPARE(saved.count(), 1);
        QCOMPARE(m_desk->store.profiles().first().accountId, m_desk->store.accounts().first().id);
    }

    void everyControlOfEveryPageHasAName()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToEnd(wizard)); // all pages are there from the first
        QCOMPARE(Support::nameless(&wizard), QStringList());
    }

private:
    SandboxProcess m_sandbox;
    std::unique_ptr<Desk> m_desk;

    QString dataSetId() const { return m_sandbox.dataSet(u"Trial Balance"_s).value("id"_L1).toString(); }

    static bool show(WritebackWizard &wizard)
    {
        wizard.show();
        return QTest::qWaitForWindowActive(&wizard);
    }

    static void answer(const WritebackWizard &wizard, QMessageBox::ButtonRole role)
    {
        auto *box = wizard.findChild<QMessageBox *>();
        QVERIFY(box);
        buttonOf(*box, role)->click();
    }

    static bool canGoOn(const WritebackWizard &wizard)
    {
        return QTest::qWaitFor([&] { return wizard.button(QWizard::NextButton)->isEnabled(); }, deadline);
    }

    static bool reaches(const WritebackWizard &wizard, Page page)
    {
        return QTest::qWaitFor([&] { return wizard.currentId() == page; }, deadline);
    }

    // With the account of the desk, which is chosen by itself, and a region.
    bool goToDetails(WritebackWizard &wizard)
    {
        if (!show(wizard) || !canGoOn(wizard))
            return false;
        wizard.button(QWizard::NextButton)->click();
        return reaches(wizard, Details);
    }

    void enterDetails(WritebackWizard &wizard, const QString &region)
    {
        fill(wizard, u"Domo DataSet ID"_s, dataSetId());
        fill(wizard, u"Spreadsheet ID"_s, m_sandbox.spreadsheetId(u"Scratch"_s));
        fill(wizard, u"Region"_s, region);
    }

    bool goToPreview(WritebackWizard &wizard, const QString &region)
    {
        if (!goToDetails(wizard))
            return false;
        enterDetails(wizard, region);
        if (!canGoOn(wizard))
            return false;
        wizard.button(QWizard::NextButton)->click();
        return reaches(wizard, Preview);
    }

    bool goToEnd(WritebackWizard &wizard)
    {
        if (!goToPreview(wizard, u"B3:"_s) || !canGoOn(wizard))
            return false;
        wizard.button(QWizard::NextButton)->click();
        return reaches(wizard, Describe);
    }

    void enterCredentials(WritebackWizard &wizard, const SandboxProcess &sandbox)
    {
        fill(wizard, u"Account name"_s, u"Finance"_s);
        fill(wizard, u"Domo Client ID"_s, sandbox.domo().clientId);
        fill(wizard, u"Domo Client Secret"_s, sandbox.domo().secret.text());
        fill(wizard, u"Workiva Client ID"_s, sandbox.workiva().clientId);
        fill(wizard, u"Workiva Client Secret"_s, sandbox.workiva().secret.text());
        wizard.findChild<QCheckBox *>(u"addresses"_s)->setChecked(true);
        fill(wizard, u"Domo address"_s, sandbox.domo().baseUrl.toString());
        fill(wizard, u"Workiva address"_s, sandbox.workiva().baseUrl.toString());
    }

    bool goToEndWithANewAccount(WritebackWizard &wizard)
    {
        if (!show(wizard))
            return false;
        enterCredentials(wizard, m_sandbox);
        wizard.next();
        if (!reaches(wizard, Details))
            return false;
        enterDetails(wizard, u"B3:"_s);
        for (const Page page : {Preview, Describe}) {
            if (!canGoOn(wizard))
                return false;
            wizard.next();
            if (!reaches(wizard, page))
                return false;
        }
        return true;
    }

    // Whatever the keychain is asked until nothing is waited for.
    static void answerAll(Support::SlowSecrets &slow)
    {
        while (slow.waiting() > 0) {
            slow.answer();
            QCoreApplication::processEvents();
        }
    }
};

QTEST_MAIN(TestWizard)
#include "tst_wizard.moc"
