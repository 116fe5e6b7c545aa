#include "ui/look/emphasis.h"
#include "ui/look/steplist.h"
#include "ui/wizardsteps.h"

#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Ui::WritebackWizard;
using namespace Support;
using Step = WritebackWizard::Step;

// A saved writeback is edited from the page that was asked for, and every page is reached by its step.
class TestWritebackWizardStart final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }
    void init() { m_desk = std::make_unique<Desk>(); }

    void descriptionIsSavedWithoutSigningIn()
    {
        const SandboxProcess sandbox;
        const Profiles::Profile profile = m_desk->addProfile(sandbox, u"Balance"_s);
        WritebackWizard wizard = wizardOf(*m_desk, profile);
        QSignalSpy saved(&wizard, &WritebackWizard::saved);
        wizard.openAt(Step::Describe);
        QVERIFY(show(wizard));
        QCOMPARE(wizard.currentId(), int(Describe));
        wizard.findChild<QPlainTextEdit *>()->setPlainText(u"Every month"_s);
        wizard.button(QWizard::FinishButton)->click();
        QTRY_COMPARE(saved.count(), 1);
        Profiles::Profile expected = profile;
        expected.description = u"Every month"_s;
        QCOMPARE(*m_desk->store.profile(profile.id), expected);
        QCOMPARE(m_desk->store.accounts().size(), 1);
        QCOMPARE(sandbox.requests(u"getAccessToken"_s), 0);
        QCOMPARE(sandbox.requests(u"tokenRequest"_s), 0);
    }

    void scheduleIsSavedWithoutSigningIn()
    {
        const SandboxProcess sandbox;
        const Profiles::Profile profile = m_desk->addProfile(sandbox, u"Balance"_s);
        WritebackWizard wizard = wizardOf(*m_desk, profile);
        QSignalSpy saved(&wizard, &WritebackWizard::saved);
        wizard.openAt(Step::Scheduling);
        QVERIFY(show(wizard));
        QCOMPARE(wizard.currentId(), int(Scheduling));
        auto *remind = named<QSpinBox>(&wizard, u"Days without a run until a reminder"_s);
        QVERIFY(remind);
        remind->setValue(30);
        wizard.next();
        QCOMPARE(wizard.currentId(), int(Describe));
        wizard.button(QWizard::FinishButton)->click();
        QTRY_COMPARE(saved.count(), 1);
        Profiles::Profile expected = profile;
        expected.schedule = Profiles::Manually{30};
        QCOMPARE(*m_desk->store.profile(profile.id), expected);
        QCOMPARE(sandbox.requests(u"getAccessToken"_s), 0);
        QCOMPARE(sandbox.requests(u"tokenRequest"_s), 0);
    }

    void othersSignInSilently_data()
    {
        QTest::addColumn<Step>("step");
        QTest::newRow("details") << Step::Details;
        QTest::newRow("preview") << Step::Preview;
    }
    void othersSignInSilently()
    {
        QFETCH(Step, step);
        WritebackWizard wizard = wizardOf(*m_desk, m_desk->addProfile(m_sandbox, u"Balance"_s));
        QSignalSpy pages(&wizard, &QWizard::currentIdChanged);
        wizard.openAt(step);
        pages.clear();
        QVERIFY(show(wizard));
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
        QVERIFY(canGoOn(wizard));
        QCOMPARE(wizard.currentId(), int(step));
        QCOMPARE(pages.count(), 0);
    }

    void withoutItsSecretsTheWizardShowsTheCredentials()
    {
        Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        const Profiles::Account bare = accountOf(m_sandbox);
        QVERIFY(m_desk->store.save(bare));
        profile.accountId = bare.id;
        WritebackWizard wizard = wizardOf(*m_desk, profile);
        wizard.openAt(Step::Details);
        QVERIFY(show(wizard));
        QVERIFY(reaches(wizard, Credentials));
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
    }

    void rejectedSecretIsShownWithTheCredentials()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        m_desk->secrets.write(profile.accountId, Profiles::Secret::Domo, u"wrong"_s, &m_desk->secrets,
                              [](const Core::Result<void> &) {});
        WritebackWizard wizard = wizardOf(*m_desk, profile);
        wizard.openAt(Step::Preview);
        QVERIFY(show(wizard));
        QVERIFY(reaches(wizard, Credentials));
        QVERIFY(says(wizard, "domoStatus", ErrorKind::BadCredentials, Core::Service::Domo));
        QVERIFY(tone(wizard, "workivaStatus") == Tone::Ok);
    }

    void hangingSignInCanBeStopped()
    {
        const SandboxProcess sandbox({u"--fault"_s, u"hang@tokenRequest#*"_s});
        WritebackWizard wizard = wizardOf(*m_desk, m_desk->addProfile(sandbox, u"Balance"_s));
        wizard.openAt(Step::Details);
        QVERIFY(show(wizard));
        QTRY_VERIFY_WITH_TIMEOUT(sandbox.requests(u"tokenRequest"_s) > 0, deadline);
        QCOMPARE(wizard.currentId(), int(Details));
        QPushButton *stop = nullptr;
        for (auto *line : wizard.currentPage()->findChildren<Ui::StatusLine *>()) {
            if (line->isVisible() && line->isWaiting())
                stop = line->findChild<QPushButton *>();
        }
        QVERIFY(stop);
        stop->click();
        QCOMPARE(wizard.currentId(), int(Credentials));
        QVERIFY(wizard.button(QWizard::NextButton)->isEnabled());
    }

    void pagesBeforeItAreReachedFromNameAndDescribe()
    {
        WritebackWizard wizard = wizardOf(*m_desk, m_desk->addProfile(m_sandbox, u"Balance"_s));
        wizard.openAt(Step::Describe);
        QVERIFY(show(wizard));
        wizard.button(QWizard::BackButton)->click();
        QCOMPARE(wizard.currentId(), int(Scheduling));
        QVERIFY(canGoOn(wizard));
        wizard.button(QWizard::BackButton)->click();
        QCOMPARE(wizard.currentId(), int(Preview));
        QVERIFY(canGoOn(wizard)); // signed in, and compared
        wizard.button(QWizard::BackButton)->click();
        QCOMPARE(wizard.currentId(), int(Details));
        QVERIFY(canGoOn(wizard));
        wizard.button(QWizard::BackButton)->click();
        QCOMPARE(wizard.currentId(), int(Credentials));
        QVERIFY(tone(wizard, "domoStatus") == Tone::Ok);
    }

    void doneStepIsVisitedByAPress()
    {
        WritebackWizard wizard = wizardOf(*m_desk, m_desk->addProfile(m_sandbox, u"Balance"_s));
        QVERIFY(goToEnd(wizard, m_sandbox));
        for (const Page one : {Credentials, Details, Preview, Scheduling, Describe}) {
            QVERIFY(step(wizard, one)->isVisible());
            QVERIFY(step(wizard, one)->width() >= step(wizard, one)->sizeHint().width());
        }
        step(wizard, Details)->click();
        QCOMPARE(wizard.currentId(), int(Details));
        QVERIFY(canGoOn(wizard));
        for (const Page ahead : {Preview, Scheduling, Describe})
            QVERIFY(!step(wizard, ahead)->isEnabled()); // Next checks what they depend on
        step(wizard, Credentials)->click();
        QCOMPARE(wizard.currentId(), int(Credentials));
        QVERIFY(canGoOn(wizard));
    }

    void everyPageHasOneFilledButton()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard = wizardOf(*m_desk);
        const auto filled = [&wizard] {
            int count = 0;
            for (const QAbstractButton *button : wizard.findChildren<QAbstractButton *>())
                count += button->isVisible() && Ui::isPrimary(button) ? 1 : 0;
            return count;
        };
        QVERIFY(goToEnd(wizard, m_sandbox));
        QCOMPARE(filled(), 1);
        QVERIFY(Ui::isPrimary(wizard.button(QWizard::CustomButton1)));
        for (const Page page : {Scheduling, Preview, Details, Credentials}) {
            wizard.back();
            QCOMPARE(wizard.currentId(), int(page));
            QCOMPARE(filled(), 1);
        }
        WritebackWizard editor = wizardOf(*m_desk, m_desk->addProfile(m_sandbox, u"Balance"_s));
        QVERIFY(Ui::isPrimary(editor.button(QWizard::FinishButton)));
        QVERIFY(!Ui::isPrimary(editor.button(QWizard::CustomButton1)));
    }

    void smallScreenHoldsEveryPage()
    {
        m_desk->addAccount(m_sandbox);
        WritebackWizard wizard = wizardOf(*m_desk);
        const auto fits = [&wizard] {
            QCoreApplication::processEvents();
            const QSize least = wizard.minimumSizeHint().expandedTo(wizard.minimumSize());
            return least.width() <= 790 && least.height() <= 560; // 800 × 600, less the frame
        };
        QVERIFY(goToEnd(wizard, m_sandbox));
        QVERIFY(fits());
        for (const Page page : {Scheduling, Preview, Details, Credentials}) {
            wizard.back();
            QCOMPARE(wizard.currentId(), int(page));
            QVERIFY(fits());
        }
    }

private:
    SandboxProcess m_sandbox;
    std::unique_ptr<Desk> m_desk;

    static QAbstractButton *step(const WritebackWizard &wizard, Page page)
    {
        return wizard.findChild<Ui::StepList *>()->findChildren<QAbstractButton *>().at(page);
    }
};

QTEST_MAIN(TestWritebackWizardStart)
#include "tst_writebackwizard_start.moc"
