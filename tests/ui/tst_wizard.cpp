#include "support/certificates.h"
#include "support/httpserver.h"
#include "ui/hands.h"
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

using Core::ErrorKind;
using Desktop::WritebackWizard;
using Support::Desk;
using namespace Hands;
using Support::SandboxProcess;

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
    [[nodiscard]] bool isLasting() const override { return true; }
};

bool says(const QString &text, ErrorKind kind, Core::Service service, const QString &subject = {},
          const Core::Cause &cause = {})
{
    const QString sentence =
        Words::errorText({.kind = kind, .service = service, .subject = subject, .cause = cause}).message;
    return text.startsWith(u'✗') && text.contains(sentence.section(u':', 0, 0));
}

// What the sandbox's fault brings beside its kind.
Core::Cause causeOf(const QString &fault)
{
    if (!fault.contains(QLatin1String("html@")))
        return {};
    return Core::WebPage{.title = QStringLiteral("Sign in"), .host = QStringLiteral("127.0.0.1")};
}

} // namespace

class TestWizard final : public QObject
{
    Q_OBJECT

    SandboxProcess m_sandbox;
    std::unique_ptr<Desk> m_desk;

    QString dataSetId() const
    {
        return m_sandbox.dataSet(QStringLiteral("Trial Balance")).value(QLatin1String("id")).toString();
    }

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
        return QTest::qWaitFor([&] { return wizard.button(QWizard::NextButton)->isEnabled(); }, patience);
    }

    static bool reaches(const WritebackWizard &wizard, Page page)
    {
        return QTest::qWaitFor([&] { return wizard.currentId() == page; }, patience);
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
        fill(wizard, QStringLiteral("Domo DataSet ID"), dataSetId());
        fill(wizard, QStringLiteral("Spreadsheet ID"), m_sandbox.spreadsheetId(QStringLiteral("Scratch")));
        fill(wizard, QStringLiteral("Region"), region);
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
        if (!goToPreview(wizard, QStringLiteral("B3:")) || !canGoOn(wizard))
            return false;
        wizard.button(QWizard::NextButton)->click();
        return reaches(wizard, Describe);
    }

    void enterCredentials(WritebackWizard &wizard, const SandboxProcess &sandbox)
    {
        fill(wizard, QStringLiteral("Account name"), QStringLiteral("Finance"));
        fill(wizard, QStringLiteral("Domo Client ID"), sandbox.domo().clientId);
        fill(wizard, QStringLiteral("Domo Client Secret"), sandbox.domo().clientSecret);
        fill(wizard, QStringLiteral("Workiva Client ID"), sandbox.workiva().clientId);
        fill(wizard, QStringLiteral("Workiva Client Secret"), sandbox.workiva().clientSecret);
        wizard.findChild<QCheckBox *>(QStringLiteral("addresses"))->setChecked(true);
        fill(wizard, QStringLiteral("Domo address"), sandbox.domo().baseUrl.toString());
        fill(wizard, QStringLiteral("Workiva address"), sandbox.workiva().baseUrl.toString());
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }
    void init() { m_desk = std::make_unique<Desk>(); }

    void theKeyboardAloneLeadsToASavedProfile()
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
        type(m_sandbox.spreadsheetId(QStringLiteral("Scratch")));
        alt(Qt::Key_R);
        type(QStringLiteral("b3:"));
        QVERIFY(canGoOn(wizard));
        alt(Qt::Key_N);
        QVERIFY(reaches(wizard, Preview));
        QVERIFY(canGoOn(wizard));
        QVERIFY(Support::named<QTableView>(&wizard, QStringLiteral("Preview"))->model()->rowCount() > 1);
        alt(Qt::Key_N);
        QVERIFY(reaches(wizard, Describe));
        alt(Qt::Key_D);
        press(Qt::Key_A, Qt::ControlModifier);
        type(QStringLiteral("Every month"));
        alt(Qt::Key_N);
        press(Qt::Key_A, Qt::ControlModifier);
        type(QStringLiteral("Balance"));
        alt(Qt::Key_S);

        QTRY_COMPARE(saved.count(), 1);
        QVERIFY(!wizard.isVisible());
        QCOMPARE(m_desk->store.accounts().size(), 1);
        QCOMPARE(m_desk->store.profiles().size(), 1);
        const Profiles::Profile &profile = m_desk->store.profiles().first();
        QCOMPARE(saved[0][0].toString(), profile.id);
        QCOMPARE(profile.name, QStringLiteral("Balance"));
        QCOMPARE(profile.description, QStringLiteral("Every month"));
        QCOMPARE(profile.accountId, m_desk->store.accounts().first().id);
        QCOMPARE(m_desk->store.accounts().first().domoInstance, QStringLiteral("sandbox"));
        QCOMPARE(profile.dataSetId, dataSetId());
        QCOMPARE(profile.sheetId, m_sandbox.sheetId(QStringLiteral("Scratch"), QStringLiteral("Sheet1")));
        QCOMPARE(profile.region.toString(), QStringLiteral("B3:"));
    }

    void aClosedWayOnSaysWhy()
    {
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        wizard.show();
        QVERIFY(QTest::qWaitForWindowActive(&wizard));
        const QAbstractButton *next = wizard.button(QWizard::NextButton);
        QVERIFY(!next->isEnabled());
        const QString why = next->toolTip();
        QVERIFY(!why.isEmpty());
        QCOMPARE(next->accessibleDescription(), why);
        fill(wizard, QStringLiteral("Account name"), QStringLiteral("Finance"));
        QVERIFY(next->toolTip() != why); // something else is missing
        auto *field = Support::named<QLineEdit>(&wizard, QStringLiteral("Domo Client ID"));
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
        auto *name = Support::named<QLineEdit>(&wizard, QStringLiteral("Name"));
        name->setText(QStringLiteral("Mine"));
        wizard.back();
        wizard.back();
        QCOMPARE(wizard.currentId(), int(Details));
        QCOMPARE(Support::named<QLineEdit>(&wizard, QStringLiteral("Region"))->text(), QStringLiteral("B3:"));
        wizard.back();
        QCOMPARE(wizard.currentId(), int(Credentials));
        QCOMPARE(Support::named<QLineEdit>(&wizard, QStringLiteral("Account name"))->text(), QStringLiteral("Finance"));
        for (const Page page : {Details, Preview, Describe}) {
            QVERIFY(canGoOn(wizard));
            wizard.next();
            QVERIFY(reaches(wizard, page));
        }
        QCOMPARE(name->text(), QStringLiteral("Mine"));
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
        fill(another, QStringLiteral("Region"), QStringLiteral("B3:"));
        press(Qt::Key_Escape);
        answer(another, QMessageBox::RejectRole);
        QVERIFY(another.isVisible());
        QCOMPARE(Support::named<QLineEdit>(&another, QStringLiteral("Region"))->text(), QStringLiteral("B3:"));
    }

    void theLastPageSaysWhatComesNext_data()
    {
        QTest::addColumn<int>("button");
        QTest::addColumn<WritebackWizard::Then>("then");
        QTest::newRow("save") << int(QWizard::FinishButton) << WritebackWizard::Then::Nothing;
        QTest::newRow("run") << int(QWizard::CustomButton1) << WritebackWizard::Then::Run;
        QTest::newRow("new") << int(QWizard::CustomButton2) << WritebackWizard::Then::New;
    }
    void theLastPageSaysWhatComesNext()
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
        const QString nowhere = QStringLiteral("http://127.0.0.1:1");
        QTest::newRow("domo secret") << QStringLiteral("Domo Client Secret") << QStringLiteral("wrong")
                                     << Core::Service::Domo << ErrorKind::BadCredentials;
        QTest::newRow("workiva secret") << QStringLiteral("Workiva Client Secret") << QStringLiteral("wrong")
                                        << Core::Service::Workiva << ErrorKind::BadCredentials;
        QTest::newRow("no way to domo") << QStringLiteral("Domo address") << nowhere << Core::Service::Domo
                                        << ErrorKind::NoNetwork;
        QTest::newRow("no way to workiva")
            << QStringLiteral("Workiva address") << nowhere << Core::Service::Workiva << ErrorKind::NoNetwork;
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
        QTRY_VERIFY_WITH_TIMEOUT(says(shown(wizard, bad), kind, service), patience);
        QTRY_VERIFY_WITH_TIMEOUT(shown(wizard, good).startsWith(u'✓'), patience);
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
        QTRY_VERIFY_WITH_TIMEOUT(shown(wizard, domo ? "domoStatus" : "workivaStatus").startsWith(u'✗'), patience);
        const QString text = shown(wizard, domo ? "domoStatus" : "workivaStatus");
        const QString subject = kind == ErrorKind::BadReply ? QStringLiteral("$") : QString();
        QVERIFY2(says(text, kind, service, subject, causeOf(arguments)), qPrintable(text));
        QTRY_VERIFY_WITH_TIMEOUT(shown(wizard, domo ? "workivaStatus" : "domoStatus").startsWith(u'✓'), patience);
        QCOMPARE(wizard.currentId(), int(Credentials));
    }

    void anotherServicesAddressIsSaid()
    {
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(show(wizard));
        enterCredentials(wizard, m_sandbox);
        fill(wizard, QStringLiteral("Workiva address"), m_sandbox.domo().baseUrl.toString());
        wizard.next();
        QTRY_VERIFY2_WITH_TIMEOUT(says(shown(wizard, "workivaStatus"), ErrorKind::NotFound, Core::Service::Workiva),
                                  qPrintable(shown(wizard, "workivaStatus")), patience);
    }

    void anUntrustedCertificateIsSaid()
    {
        Support::Certificates certificates;
        QVERIFY(certificates.isReady());
        const Support::HttpServer server(certificates.selfSigned());
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(show(wizard));
        enterCredentials(wizard, m_sandbox);
        fill(wizard, QStringLiteral("Workiva address"), server.url().toString());
        wizard.next();
        QTRY_VERIFY2_WITH_TIMEOUT(says(shown(wizard, "workivaStatus"), ErrorKind::TlsUntrusted, Core::Service::Workiva),
                                  qPrintable(shown(wizard, "workivaStatus")), patience);
    }

    void aProxyThatRefusesIsSaid()
    {
        QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), 1));
        const auto direct = qScopeGuard([] { QNetworkProxy::setApplicationProxy(QNetworkProxy::DefaultProxy); });
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(show(wizard));
        enterCredentials(wizard, m_sandbox);
        for (const char *field : {"Domo address", "Workiva address"}) // one on this machine is never asked for by proxy
            fill(wizard, QLatin1String(field), QStringLiteral("https://elsewhere.invalid"));
        wizard.next();
        QTRY_VERIFY2_WITH_TIMEOUT(says(shown(wizard, "domoStatus"), ErrorKind::ProxyRefused, Core::Service::Domo),
                                  qPrintable(shown(wizard, "domoStatus")), patience);
        QTRY_VERIFY2_WITH_TIMEOUT(says(shown(wizard, "workivaStatus"), ErrorKind::ProxyRefused, Core::Service::Workiva),
                                  qPrintable(shown(wizard, "workivaStatus")), patience);
    }

    void aCheckThatHangsCanBeStopped()
    {
        const SandboxProcess sandbox({QStringLiteral("--fault"), QStringLiteral("hang@tokenRequest#*")});
        QVERIFY(sandbox.isUp());
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(show(wizard));
        enterCredentials(wizard, sandbox);
        wizard.next();
        QTRY_VERIFY_WITH_TIMEOUT(shown(wizard, "domoStatus").startsWith(u'✓'), patience);
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
        const bool domo = fault.contains(QLatin1String("getDataSet"));
        const char *label = domo ? "dataSetInfo" : "spreadsheetInfo";
        const SandboxProcess sandbox({QStringLiteral("--fault"), fault});
        QVERIFY(sandbox.isUp());
        m_desk->addAccount(sandbox);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToDetails(wizard));
        fill(wizard, QStringLiteral("Domo DataSet ID"), dataSetId());
        fill(wizard, QStringLiteral("Spreadsheet ID"), m_sandbox.spreadsheetId(QStringLiteral("Scratch")));
        QTRY_VERIFY_WITH_TIMEOUT(shown(wizard, label).startsWith(u'✗'), patience);
        const QString text = shown(wizard, label);
        const QString id = domo ? dataSetId() : m_sandbox.spreadsheetId(QStringLiteral("Scratch"));
        const QString subject = kind == ErrorKind::BadReply ? QStringLiteral("$") : id;
        const auto service = domo ? Core::Service::Domo : Core::Service::Workiva;
        QVERIFY2(says(text, kind, service, subject, causeOf(fault)), qPrintable(text));
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
    }

    void whatFailedOnceCanBeAskedAgain_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("label");
        QTest::newRow("DataSet") << QStringLiteral("403@getDataSet") << QStringLiteral("dataSetInfo");
        QTest::newRow("spreadsheet") << QStringLiteral("403@getSpreadsheetById") << QStringLiteral("spreadsheetInfo");
        QTest::newRow("sheets") << QStringLiteral("403@getSheets") << QStringLiteral("spreadsheetInfo");
    }
    void whatFailedOnceCanBeAskedAgain()
    {
        QFETCH(QString, fault);
        QFETCH(QString, label);
        const QByteArray name = label.toLatin1();
        const SandboxProcess sandbox({QStringLiteral("--fault"), fault});
        QVERIFY(sandbox.isUp());
        m_desk->addAccount(sandbox);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToDetails(wizard));
        enterDetails(wizard, QStringLiteral("B3:"));
        QTRY_VERIFY_WITH_TIMEOUT(shown(wizard, name.constData()).startsWith(u'✗'), patience);
        pressBeside(wizard, name.constData());
        QVERIFY(canGoOn(wizard));
        QVERIFY(shown(wizard, name.constData()).startsWith(u'✓'));
    }

    void anotherAccountIsAskedForTheSameThings()
    {
        const SandboxProcess stranger({QStringLiteral("--fault"), QStringLiteral("404@getDataSet#*"),
                                       QStringLiteral("--fault"), QStringLiteral("404@getSpreadsheetById#*")});
        QVERIFY(stranger.isUp());
        Profiles::Profile profile = m_desk->addProfile(stranger, QStringLiteral("Balance"));
        Profiles::Account second = Support::accountOf(m_sandbox);
        QVERIFY(m_desk->store.save(second));
        WritebackWizard wizard(m_desk->store, m_desk->secrets, profile);
        QVERIFY(goToDetails(wizard));
        QTRY_VERIFY_WITH_TIMEOUT(shown(wizard, "dataSetInfo").startsWith(u'✗'), patience);
        QTRY_VERIFY_WITH_TIMEOUT(shown(wizard, "spreadsheetInfo").startsWith(u'✗'), patience);
        wizard.back();
        auto *accounts = Support::named<QComboBox>(&wizard, QStringLiteral("Account"));
        accounts->setCurrentIndex(accounts->findData(second.id));
        Q_EMIT accounts->activated(accounts->currentIndex());
        fill(wizard, QStringLiteral("Domo Client Secret"), m_sandbox.domo().clientSecret);
        fill(wizard, QStringLiteral("Workiva Client Secret"), m_sandbox.workiva().clientSecret);
        QVERIFY(canGoOn(wizard));
        wizard.next();
        QVERIFY(reaches(wizard, Details));
        QVERIFY(canGoOn(wizard));
        QCOMPARE(Support::named<QComboBox>(&wizard, QStringLiteral("Sheet ID"))->currentData().toString(),
                 profile.sheetId);
    }

    void anEmptyNameIsNotSaved()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToEnd(wizard));
        Support::named<QLineEdit>(&wizard, QStringLiteral("Name"))->clear();
        for (const QWizard::WizardButton which :
             {QWizard::FinishButton, QWizard::CustomButton1, QWizard::CustomButton2})
            QVERIFY(!wizard.button(which)->isEnabled());
        wizard.accept();
        QVERIFY(wizard.isVisible());
        QVERIFY(m_desk->store.profiles().isEmpty());
    }

    void anAddressMayLeaveItsSchemeOut()
    {
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(show(wizard));
        enterCredentials(wizard, m_sandbox);
        fill(wizard, QStringLiteral("Domo address"), m_sandbox.domo().baseUrl.authority());
        wizard.next();
        QVERIFY(reaches(wizard, Details));
    }

    void aQuestionThatHangsCanBeStopped()
    {
        const SandboxProcess sandbox({QStringLiteral("--fault"), QStringLiteral("hang@getDataSet"),
                                      QStringLiteral("--fault"), QStringLiteral("hang@getSheets")});
        QVERIFY(sandbox.isUp());
        m_desk->addAccount(sandbox);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToDetails(wizard));
        enterDetails(wizard, QStringLiteral("B3:"));
        for (const char *label : {"dataSetInfo", "spreadsheetInfo"}) {
            QTRY_VERIFY_WITH_TIMEOUT(sandbox.requests(QStringLiteral("getDataSet")) > 0
                                         && sandbox.requests(QStringLiteral("getSheets")) > 0,
                                     patience);
            pressBeside(wizard, label); // stops
            pressBeside(wizard, label); // asks again
            QTRY_VERIFY_WITH_TIMEOUT(shown(wizard, label).startsWith(u'✓'), patience);
        }
        QVERIFY(canGoOn(wizard));
    }

    void oneNextIsOnePage()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, QStringLiteral("Balance"));
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

    void anUnknownDataSetIsSaidOnThePage()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToDetails(wizard));
        fill(wizard, QStringLiteral("Domo DataSet ID"), QStringLiteral("00000000-0000-0000-0000-000000000000"));
        QTRY_VERIFY_WITH_TIMEOUT(shown(wizard, "dataSetInfo").startsWith(u'✗'), patience);
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
    }

    void anUnknownSpreadsheetIsSaidOnThePage()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToDetails(wizard));
        fill(wizard, QStringLiteral("Spreadsheet ID"), QString(32, u'0'));
        QTRY_VERIFY_WITH_TIMEOUT(shown(wizard, "spreadsheetInfo").startsWith(u'✗'), patience);
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
    }

    void aLockedSheetIsSaidOnThePage()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToDetails(wizard));
        fill(wizard, QStringLiteral("Spreadsheet ID"), m_sandbox.spreadsheetId(QStringLiteral("Quarterly Filing")));
        auto *sheets = Support::named<QComboBox>(&wizard, QStringLiteral("Sheet ID"));
        QTRY_VERIFY_WITH_TIMEOUT(sheets->count() > 1, patience);
        QCOMPARE(sheets->currentIndex(), -1); // of several none is chosen by itself
        QVERIFY(!shown(wizard, "sheetInfo").isEmpty());
        const QString locked = m_sandbox.sheetId(QStringLiteral("Quarterly Filing"), QStringLiteral("Signed Off"));
        sheets->setCurrentIndex(sheets->findData(locked));
        QVERIFY(shown(wizard, "sheetInfo").startsWith(u'✗'));
        fill(wizard, QStringLiteral("Domo DataSet ID"), dataSetId());
        fill(wizard, QStringLiteral("Region"), QStringLiteral("B3:"));
        QTRY_VERIFY_WITH_TIMEOUT(shown(wizard, "dataSetInfo").startsWith(u'✓'), patience);
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
        sheets->setCurrentIndex(0);
        QVERIFY(wizard.button(QWizard::NextButton)->isEnabled());
    }

    void aSheetThatIsGoneIsSaidOnThePage()
    {
        Profiles::Profile profile = m_desk->addProfile(m_sandbox, QStringLiteral("Balance"));
        profile.sheetId = QStringLiteral("gone");
        WritebackWizard wizard(m_desk->store, m_desk->secrets, profile);
        QVERIFY(goToDetails(wizard));
        QTRY_VERIFY_WITH_TIMEOUT(shown(wizard, "sheetInfo").startsWith(u'✗'), patience);
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
    }

    void anAnswerToAnOlderQuestionIsOfNoUse()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToDetails(wizard));
        fill(wizard, QStringLiteral("Domo DataSet ID"), dataSetId());
        fill(wizard, QStringLiteral("Domo DataSet ID"), QStringLiteral("x"));
        fill(wizard, QStringLiteral("Spreadsheet ID"), m_sandbox.spreadsheetId(QStringLiteral("Scratch")));
        QTRY_VERIFY_WITH_TIMEOUT(shown(wizard, "spreadsheetInfo").startsWith(u'✓'), patience);
        QVERIFY(!shown(wizard, "dataSetInfo").startsWith(u'✓'));
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
    }

    void aRegionFaultIsMarkedWhereItIs_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("marked");
        QTest::newRow("sign") << QStringLiteral("A1:B?") << QStringLiteral("?");
        QTest::newRow("first") << QStringLiteral("#1") << QStringLiteral("#");
    }
    void aRegionFaultIsMarkedWhereItIs()
    {
        QFETCH(QString, region);
        QFETCH(QString, marked);
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToDetails(wizard));
        fill(wizard, QStringLiteral("Region"), region);
        const QString text = shown(wizard, "regionInfo");
        QVERIFY(text.startsWith(u'✗'));
        QVERIFY2(text.contains(QStringLiteral("<u>%1</u>").arg(marked)), qPrintable(text));
        fill(wizard, QStringLiteral("Region"), QStringLiteral("A2:D8"));
        QVERIFY(shown(wizard, "regionInfo").startsWith(u'✓'));
    }

    void overflowOffersRegionsAndTakesOne()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToPreview(wizard, QStringLiteral("B3:C4")));
        QPushButton *take = nullptr;
        const auto offered = [&] {
            for (QPushButton *button : wizard.currentPage()->findChildren<QPushButton *>()) {
                if (button->text().endsWith(QLatin1String(" B3:")))
                    take = button;
            }
            return take != nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(offered(), patience);
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
        take->click();
        QVERIFY(canGoOn(wizard));
        wizard.back();
        QCOMPARE(Support::named<QLineEdit>(&wizard, QStringLiteral("Region"))->text(), QStringLiteral("B3:"));
    }

    void aPreviewThatWasLeftBeginsAnew()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToPreview(wizard, QStringLiteral("B3:")));
        for (int again = 0; again < 3; ++again) {
            wizard.back();
            QCOMPARE(wizard.currentId(), int(Details));
            wizard.next();
            QCOMPARE(wizard.currentId(), int(Preview));
        }
        QVERIFY(canGoOn(wizard));
    }

    void theWizardStaysOpenWhenStoringFails()
    {
        LockedSecrets locked;
        WritebackWizard wizard(m_desk->store, locked, {});
        QVERIFY(show(wizard));
        enterCredentials(wizard, m_sandbox);
        wizard.next();
        QVERIFY(reaches(wizard, Details));
        enterDetails(wizard, QStringLiteral("B3:"));
        for (const Page page : {Preview, Describe}) {
            QVERIFY(canGoOn(wizard));
            wizard.next();
            QVERIFY(reaches(wizard, page));
        }
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

    void everyControlOfEveryPageHasAName()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(goToEnd(wizard)); // all pages are there from the first
        QCOMPARE(Support::nameless(&wizard), QStringList());
    }
};

QTEST_MAIN(TestWizard)
#include "tst_wizard.moc"
