#include "ui/desk.h"
#include "ui/wizard/writebackwizard.h"

#include "words/errortext.h"

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QApplication>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using Core::ErrorKind;
using Desktop::WritebackWizard;
using Support::Desk;
using Support::SandboxProcess;

namespace {

enum Page { Credentials, Details, Preview, Describe };

constexpr int patience = 15'000; // for what services are asked

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

void type(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

void alt(Qt::Key key)
{
    press(key, Qt::AltModifier);
}

void fill(QWidget &wizard, const QString &field, const QString &text)
{
    auto *edit = Support::named<QLineEdit>(&wizard, field);
    QVERIFY2(edit, qPrintable(field));
    edit->clear();
    QTest::keyClicks(edit, text);
}

QString shown(const QWidget &wizard, const char *label)
{
    return wizard.findChild<QLabel *>(QLatin1String(label))->text();
}

bool says(const QString &text, ErrorKind kind, Core::Service service)
{
    const QString sentence = Words::errorText({.kind = kind, .service = service}).message;
    return text.startsWith(u'✗') && text.contains(sentence.section(u':', 0, 0));
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

    bool goToPreview(WritebackWizard &wizard, const QString &region)
    {
        if (!goToDetails(wizard))
            return false;
        fill(wizard, QStringLiteral("Domo DataSet ID"), dataSetId());
        fill(wizard, QStringLiteral("Spreadsheet ID"), m_sandbox.spreadsheetId(QStringLiteral("Scratch")));
        fill(wizard, QStringLiteral("Region"), region);
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
        wizard.findChild<QGroupBox *>(QStringLiteral("addresses"))->setChecked(true);
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
        alt(Qt::Key_M);
        type(QStringLiteral("Finance"));
        alt(Qt::Key_D);
        type(m_sandbox.domo().clientId);
        alt(Qt::Key_S);
        type(m_sandbox.domo().clientSecret);
        alt(Qt::Key_W);
        type(m_sandbox.workiva().clientId);
        alt(Qt::Key_E);
        type(m_sandbox.workiva().clientSecret);
        const auto *addresses = wizard.findChild<QGroupBox *>(QStringLiteral("addresses"));
        for (int step = 0; step < 10 && QApplication::focusWidget() != addresses; ++step)
            press(Qt::Key_Tab);
        press(Qt::Key_Space);
        QVERIFY(addresses->isChecked());
        press(Qt::Key_Tab);
        type(m_sandbox.domo().baseUrl.toString());
        press(Qt::Key_Tab);
        type(m_sandbox.workiva().baseUrl.toString());
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
        QCOMPARE(profile.dataSetId, dataSetId());
        QCOMPARE(profile.sheetId, m_sandbox.sheetId(QStringLiteral("Scratch"), QStringLiteral("Sheet1")));
        QCOMPARE(profile.region.toString(), QStringLiteral("B3:"));
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
        QCOMPARE(saved.count(), 0);
        QVERIFY(m_desk->store.accounts().isEmpty());
        QVERIFY(m_desk->store.profiles().isEmpty());
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

    void aGrantForTablesAloneIsNotEnough()
    {
        const SandboxProcess sandbox({QStringLiteral("--scope"), QStringLiteral("data_tables:read")});
        QVERIFY(sandbox.isUp());
        WritebackWizard wizard(m_desk->store, m_desk->secrets, {});
        QVERIFY(show(wizard));
        enterCredentials(wizard, sandbox);
        wizard.next();
        QTRY_VERIFY_WITH_TIMEOUT(says(shown(wizard, "workivaStatus"), ErrorKind::MissingScope, Core::Service::Workiva),
                                 patience);
        QCOMPARE(wizard.currentId(), int(Credentials));
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
        QVERIFY(shown(wizard, "sheetInfo").isEmpty());
        const QString locked = m_sandbox.sheetId(QStringLiteral("Quarterly Filing"), QStringLiteral("Signed Off"));
        sheets->setCurrentIndex(sheets->findData(locked));
        QVERIFY(shown(wizard, "sheetInfo").startsWith(u'✗'));
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
        QVERIFY(shown(wizard, "dataSetInfo").isEmpty());
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
        QLabel *findings = nullptr;
        const auto offered = [&] {
            for (QLabel *label : wizard.currentPage()->findChildren<QLabel *>()) {
                if (label->text().contains(QLatin1String("href=\"B3:\"")))
                    findings = label;
            }
            return findings != nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(offered(), patience);
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
        Q_EMIT findings->linkActivated(QStringLiteral("B3:"));
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
        fill(wizard, QStringLiteral("Domo DataSet ID"), dataSetId());
        fill(wizard, QStringLiteral("Spreadsheet ID"), m_sandbox.spreadsheetId(QStringLiteral("Scratch")));
        fill(wizard, QStringLiteral("Region"), QStringLiteral("B3:"));
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
