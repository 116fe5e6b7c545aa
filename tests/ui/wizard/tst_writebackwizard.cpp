#include "support/slowsecrets.h"
#include "ui/review/reviewpanel.h"
#include "ui/wizard/page.h"
#include "ui/wizardsteps.h"

#include <QAbstractItemModel>
#include <QSignalSpy>
#include <QTableView>
#include <QToolTip>
#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Ui::WritebackWizard;
using namespace Support;

namespace {

// A keychain that can be read but not written.
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

} // namespace

// The wizard from its first page to a saved writeback.
class TestWritebackWizard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }
    void init() { m_desk = std::make_unique<Desk>(); }

    void keyboardAloneLeadsToASavedProfile()
    {
        WritebackWizard wizard = wizardOf(*m_desk);
        QSignalSpy saved(&wizard, &WritebackWizard::saved);
        QVERIFY(show(wizard));
        QVERIFY(enterCredentialsByKeys(wizard, m_sandbox));
        alt(Qt::Key_N);
        QVERIFY(reaches(wizard, Details));

        alt(Qt::Key_D);
        type(dataSetId(m_sandbox));
        alt(Qt::Key_S);
        type(m_sandbox.spreadsheetId(u"Scratch"_s));
        alt(Qt::Key_R);
        type(u"b3:"_s);
        QVERIFY(canGoOn(wizard));
        alt(Qt::Key_N);
        QVERIFY(reaches(wizard, Preview));
        QVERIFY(canGoOn(wizard));
        QTRY_VERIFY(named<QTableView>(&wizard, u"Changes"_s)->model()->rowCount() > 1);
        alt(Qt::Key_N);
        QVERIFY(reaches(wizard, Scheduling));
        alt(Qt::Key_S); // Basic
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
        QCOMPARE(profile.dataSetId, dataSetId(m_sandbox));
        QCOMPARE(profile.sheetId, m_sandbox.sheetId(u"Scratch"_s, u"Sheet1"_s));
        QCOMPARE(profile.region.toString(), u"B3:"_s);
        const auto *schedule = std::get_if<Profiles::Automatically>(&profile.schedule);
        QVERIFY(schedule);
        QCOMPARE(schedule->timetable.days, Profiles::Days(Profiles::EveryDays{1}));
    }

    void disabledNextExplainsWhy()
    {
        WritebackWizard wizard = wizardOf(*m_desk);
        wizard.show();
        QVERIFY(QTest::qWaitForWindowActive(&wizard));
        const QAbstractButton *next = wizard.button(QWizard::NextButton);
        QVERIFY(!next->isEnabled());
        const QString why = next->toolTip();
        QVERIFY(!why.isEmpty());
        QCOMPARE(next->accessibleDescription(), why);
        QVERIFY(fill(wizard, u"Account name"_s, u"Finance"_s));
        QVERIFY(next->toolTip() != why); // something else is missing
        auto *field = named<QLineEdit>(&wizard, u"Domo Client ID"_s);
        field->setFocus();
        alt(Qt::Key_N);
        QTRY_COMPARE(QToolTip::text(), next->toolTip());
        QVERIFY(enterCredentials(wizard, m_sandbox));
        QVERIFY(next->isEnabled());
        QCOMPARE(next->toolTip(), QString());
    }

    void backKeepsWhatWasEntered()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard = wizardOf(*m_desk);
        QVERIFY(goToEnd(wizard, m_sandbox));
        auto *name = named<QLineEdit>(&wizard, u"Name"_s);
        name->setText(u"Mine"_s);
        for (int page = Describe; page > Details; --page)
            wizard.back();
        QCOMPARE(wizard.currentId(), int(Details));
        QCOMPARE(named<QLineEdit>(&wizard, u"Region"_s)->text(), u"B3:"_s);
        wizard.back();
        QCOMPARE(wizard.currentId(), int(Credentials));
        QCOMPARE(named<QLineEdit>(&wizard, u"Account name"_s)->text(), u"Finance"_s);
        for (const Page page : {Details, Preview, Scheduling, Describe}) {
            QVERIFY(canGoOn(wizard));
            wizard.next();
            QVERIFY(reaches(wizard, page));
        }
        QCOMPARE(name->text(), u"Mine"_s);
    }

    void cancelLeavesNothingBehind()
    {
        WritebackWizard wizard = wizardOf(*m_desk);
        QVERIFY(show(wizard));
        QVERIFY(enterCredentials(wizard, m_sandbox));
        QVERIFY(canGoOn(wizard));
        wizard.next();
        QVERIFY(reaches(wizard, Details));
        QSignalSpy saved(&wizard, &WritebackWizard::saved);
        wizard.reject();
        QVERIFY(answer(wizard, QMessageBox::DestructiveRole));
        QVERIFY(!wizard.isVisible());
        QCOMPARE(saved.count(), 0);
        QVERIFY(m_desk->store.accounts().isEmpty());
        QVERIFY(m_desk->store.profiles().isEmpty());
    }

    void cancelAsksOnlyWhenSomethingWasEntered()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard = wizardOf(*m_desk);
        QVERIFY(goToDetails(wizard)); // with the saved account
        wizard.reject();
        QVERIFY(!wizard.isVisible());

        WritebackWizard another = wizardOf(*m_desk);
        QVERIFY(goToDetails(another));
        QVERIFY(fill(another, u"Region"_s, u"B3:"_s));
        press(Qt::Key_Escape);
        QVERIFY(answer(another, QMessageBox::RejectRole));
        QVERIFY(another.isVisible());
        QCOMPARE(named<QLineEdit>(&another, u"Region"_s)->text(), u"B3:"_s);
    }

    void everyInputOfEveryPageTellsThatItWasEdited()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        WritebackWizard wizard = wizardOf(*m_desk, profile);
        QVERIFY(goToEnd(wizard, m_sandbox)); // all fields hold something, and lists have choices
        int seen = 0;
        for (const int id : wizard.pageIds()) {
            const auto *page = qobject_cast<const Ui::Page *>(wizard.page(id));
            QVERIFY(page);
            for (QWidget *input : inputs(page)) {
                const auto *review = page->findChild<Ui::ReviewPanel *>();
                if (review && review->isAncestorOf(input))
                    continue; // how it is displayed is not entered
                const QByteArray name = input->metaObject()->className() + (' ' + input->accessibleName().toUtf8());
                const QSignalSpy edited(page, &Ui::Page::edited);
                QVERIFY2(enterOther(input), name.constData());
                QVERIFY2(!edited.isEmpty(), name.constData());
                ++seen;
            }
        }
        QVERIFY(seen > 15);
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
        WritebackWizard wizard = wizardOf(*m_desk);
        QSignalSpy saved(&wizard, &WritebackWizard::saved);
        QVERIFY(goToEnd(wizard, m_sandbox));
        wizard.button(QWizard::WizardButton(button))->click();
        QTRY_COMPARE(saved.count(), 1);
        QCOMPARE(saved[0][1].value<WritebackWizard::Then>(), then);
        QCOMPARE(m_desk->store.profiles().size(), 1);
    }

    void emptyNameIsNotSaved()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard = wizardOf(*m_desk);
        QVERIFY(goToEnd(wizard, m_sandbox));
        named<QLineEdit>(&wizard, u"Name"_s)->clear();
        for (const QWizard::WizardButton which :
             {QWizard::FinishButton, QWizard::CustomButton1, QWizard::CustomButton2})
            QVERIFY(!wizard.button(which)->isEnabled());
        wizard.accept();
        QVERIFY(wizard.isVisible());
        QVERIFY(m_desk->store.profiles().isEmpty());
    }

    void oneNextIsOnePage()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        WritebackWizard wizard = wizardOf(*m_desk, profile);
        QVERIFY(show(wizard));
        QVERIFY(canGoOn(wizard));
        QSignalSpy pages(&wizard, &QWizard::currentIdChanged);
        wizard.next();
        QVERIFY(canGoOn(wizard)); // accepted by both
        wizard.next(); // a user may be faster than the page
        QVERIFY(reaches(wizard, Details));
        QVERIFY(canGoOn(wizard));
        QCOMPARE(pages.count(), 1);
    }

    void overflowOffersRegionsAndTakesOne()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard = wizardOf(*m_desk);
        QVERIFY(goToPreview(wizard, m_sandbox, u"B3:C4"_s));
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
        QCOMPARE(named<QLineEdit>(&wizard, u"Region"_s)->text(), u"B3:"_s);
    }

    void previewRestartsWhenItIsShownAgain()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard = wizardOf(*m_desk);
        QVERIFY(goToPreview(wizard, m_sandbox, u"B3:"_s));
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
        WritebackWizard wizard = wizardOf(*m_desk, {}, &locked);
        QVERIFY(goToEndWithANewAccount(wizard, m_sandbox));
        QSignalSpy saved(&wizard, &WritebackWizard::saved);
        wizard.button(QWizard::FinishButton)->click();
        QTRY_VERIFY(wizard.findChild<QMessageBox *>());
        QVERIFY(wizard.isVisible());
        QCOMPARE(saved.count(), 0);
        QVERIFY(m_desk->store.profiles().isEmpty());
        delete wizard.findChild<QMessageBox *>();
        wizard.reject();
        QVERIFY(answer(wizard, QMessageBox::DestructiveRole));
        QVERIFY(m_desk->store.accounts().isEmpty());
    }

    void cancellingWhileTheKeychainWaitsLeavesNothingBehind()
    {
        SlowSecrets slow(m_desk->secrets);
        WritebackWizard wizard = wizardOf(*m_desk, {}, &slow);
        QVERIFY(goToEndWithANewAccount(wizard, m_sandbox));
        const QSignalSpy saved(&wizard, &WritebackWizard::saved);
        wizard.button(QWizard::FinishButton)->click();
        QCOMPARE(slow.waiting(), size_t(1));
        for (const QWizard::WizardButton which : {QWizard::BackButton, QWizard::FinishButton, QWizard::CustomButton1})
            QVERIFY(!wizard.button(which)->isEnabled());
        wizard.button(QWizard::CancelButton)->click();
        QVERIFY(!wizard.isVisible()); // without a prompt: the last page says what Cancel does
        answerAll(slow);
        QCOMPARE(saved.count(), 0);
        QVERIFY(m_desk->store.accounts().isEmpty());
        QVERIFY(m_desk->store.profiles().isEmpty());
    }

    void savingCanBeRetriedAfterAKeychainError()
    {
        SlowSecrets slow(m_desk->secrets);
        WritebackWizard wizard = wizardOf(*m_desk, {}, &slow);
        QVERIFY(goToEndWithANewAccount(wizard, m_sandbox));
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
        WritebackWizard wizard = wizardOf(*m_desk);
        QVERIFY(goToEnd(wizard, m_sandbox)); // all pages exist from the start
        QCOMPARE(nameless(&wizard), QStringList());
    }

private:
    SandboxProcess m_sandbox;
    std::unique_ptr<Desk> m_desk;

    // Answers the keychain's requests until none is pending.
    static void answerAll(SlowSecrets &slow)
    {
        while (slow.waiting() > 0) {
            slow.answer();
            QCoreApplication::processEvents();
        }
    }
};

QTEST_MAIN(TestWritebackWizard)
#include "tst_writebackwizard.moc"
