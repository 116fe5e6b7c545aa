#include "ui/interaction.h"
#include "ui/pagewizard.h"
#include "support/slowsecrets.h"
#include "support/profiles.h"
#include "ui/look/banner.h"
#include "ui/wizard/credentialspage.h"

#include <QClipboard>
#include <QComboBox>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using Wizard = PageWizard<Ui::CredentialsPage>;

class TestCredentialsPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }
    void init() { m_desk = std::make_unique<Desk>(); }

    void keyboardReachesNextAndBack()
    {
        Wizard one(*m_desk, m_desk->secrets, {});
        QVERIFY(one.open());
        QVERIFY(!one.wizard.button(QWizard::NextButton)->isEnabled()); // nothing is entered
        QVERIFY(enterCredentialsByKeys(*one.page, m_sandbox));
        alt(Qt::Key_N);
        QVERIFY(one.reaches(Wizard::Behind));
        QVERIFY(one.context.catalogue);
        QCOMPARE(one.context.draft.account.entered.account.name, u"Finance"_s);
        alt(Qt::Key_B);
        QVERIFY(one.reaches(Wizard::Here));
        QVERIFY(tone(*one.page, "domoStatus") == Tone::Ok);
        QVERIFY(tone(*one.page, "workivaStatus") == Tone::Ok);
        alt(Qt::Key_B);
        QVERIFY(one.reaches(Wizard::Before));
        alt(Qt::Key_N);
        QVERIFY(one.reaches(Wizard::Here));
        QCOMPARE(field(one, "domoSecret")->text(), m_sandbox.domo().secret.text());
    }

    void escapeLeavesNothingBehind()
    {
        Wizard one(*m_desk, m_desk->secrets, {});
        QVERIFY(one.open());
        QVERIFY(enterCredentialsByKeys(*one.page, m_sandbox));
        press(Qt::Key_Escape);
        QVERIFY(!one.wizard.isVisible());
        QCOMPARE(one.wizard.result(), int(QDialog::Rejected));
        QVERIFY(m_desk->store.accounts().isEmpty());
    }

    void errorIsShownBelowItsFieldWhichHasTheFocus_data()
    {
        QTest::addColumn<QString>("wrong");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("status");
        const QString secret = u"wrong"_s;
        QTest::newRow("domo secret") << u"domoSecret"_s << secret << u"domoStatus"_s;
        QTest::newRow("workiva secret") << u"workivaSecret"_s << secret << u"workivaStatus"_s;
        const QString nobody = u"127.0.0.1:1"_s;
        QTest::newRow("domo host") << u"domoUrl"_s << nobody << u"domoStatus"_s;
        QTest::newRow("workiva host") << u"workivaUrl"_s << nobody << u"workivaStatus"_s;
        const QString plain = u"http://gateway.example"_s;
        QTest::newRow("domo without TLS") << u"domoUrl"_s << plain << u"domoStatus"_s;
        QTest::newRow("workiva without TLS") << u"workivaUrl"_s << plain << u"workivaStatus"_s;
    }
    void errorIsShownBelowItsFieldWhichHasTheFocus()
    {
        QFETCH(QString, wrong);
        QFETCH(QString, text);
        QFETCH(QString, status);
        Wizard one(*m_desk, m_desk->secrets, {});
        QVERIFY(one.open());
        QVERIFY(enterCredentialsByKeys(*one.page, m_sandbox));
        auto *edit = field(one, qPrintable(wrong));
        edit->clear();
        QTest::keyClicks(edit, text);
        alt(Qt::Key_N);
        const auto *line = one.page->findChild<Ui::StatusLine *>(status);
        QTRY_VERIFY_WITH_TIMEOUT(line->tone() == Tone::Error, deadline);
        QCOMPARE(QApplication::focusWidget(), edit);
        QTRY_VERIFY(line->y() > edit->y()); // once it is laid out
        for (const QLineEdit *other : edit->parentWidget()->findChildren<QLineEdit *>()) { // of its card
            if (other->isVisible() && other->y() > edit->y())
                QVERIFY2(line->y() < other->y(), qPrintable(other->objectName()));
        }
        QCOMPARE(one.wizard.currentId(), int(Wizard::Here));
    }

    void resultOfOneServiceStaysWhenTheOtherIsCorrected()
    {
        Wizard one(*m_desk, m_desk->secrets, {});
        QVERIFY(one.open());
        QVERIFY(enterCredentialsByKeys(*one.page, m_sandbox));
        for (const char *secret : {"domoSecret", "workivaSecret"})
            QTest::keyClicks(field(one, secret), u"x"_s);
        alt(Qt::Key_N);
        for (const char *status : {"domoStatus", "workivaStatus"})
            QTRY_VERIFY_WITH_TIMEOUT(tone(*one.page, status) == Tone::Error, deadline);
        QTest::keyClick(field(one, "domoSecret"), Qt::Key_Backspace);
        QVERIFY(shown(*one.page, "domoStatus").isEmpty());
        QVERIFY(tone(*one.page, "workivaStatus") == Tone::Error);
    }

    void waitForTheKeychainIsShownAndCanBeStopped()
    {
        const Profiles::Account account = m_desk->addAccount(m_sandbox);
        Support::SlowSecrets slow(m_desk->secrets);
        Wizard one(*m_desk, slow, {});
        QVERIFY(one.open());
        QCOMPARE(one.context.draft.profile.accountId, QString());
        for (const char *line : {"domoStatus", "workivaStatus"})
            QVERIFY(buttonBeside(*one.page, line));
        QVERIFY(pressBeside(*one.page, "domoStatus"));
        for (const char *line : {"domoStatus", "workivaStatus"})
            QVERIFY(shown(*one.page, line).isEmpty());
        QVERIFY(fill(*one.page, u"Domo Client Secret"_s, m_sandbox.domo().secret.text()));
        QVERIFY(fill(*one.page, u"Workiva Client Secret"_s, m_sandbox.workiva().secret.text()));
        while (slow.waiting() > 0) { // too late
            slow.answer();
            QCoreApplication::processEvents();
        }
        QCOMPARE(field(one, "domoSecret")->text(), m_sandbox.domo().secret.text());
        alt(Qt::Key_N);
        QVERIFY(one.reaches(Wizard::Behind));
        QCOMPARE(one.context.draft.account.entered.account.id, account.id);
    }

    void keychainErrorIsShownAtTheSecrets()
    {
        m_desk->addAccount(m_sandbox);
        Support::SlowSecrets slow(m_desk->secrets);
        slow.refuses = true;
        Wizard one(*m_desk, slow, {});
        QVERIFY(one.open());
        slow.answer();
        slow.answer();
        QVERIFY(tone(*one.page, "domoStatus") == Tone::Error);
        QVERIFY(tone(*one.page, "workivaStatus") == Tone::Error);
        QVERIFY(!one.wizard.button(QWizard::NextButton)->isEnabled());
    }

    void storedSecretIsUsedButNotShown()
    {
        m_desk->addAccount(m_sandbox);
        Wizard one(*m_desk, m_desk->secrets, {});
        QVERIFY(one.open());
        auto *secret = field(one, "domoSecret");
        QTRY_VERIFY(secret->isReadOnly());
        QVERIFY(!secret->placeholderText().isEmpty()); // it says that the secret is stored
        QVERIFY(!secret->accessibleDescription().isEmpty());
        secret->setFocus();
        press(Qt::Key_R, Qt::ControlModifier); // there is nothing to reveal
        QCOMPARE(secret->echoMode(), QLineEdit::Password);
        type(u"x"_s);
        QCOMPARE(secret->text(), QString());
        alt(Qt::Key_N);
        QVERIFY(one.reaches(Wizard::Behind));
        QCOMPARE(one.context.draft.account.entered.domoSecret, m_sandbox.domo().secret.text());
        QCOMPARE(one.context.draft.account.entered.workivaSecret, m_sandbox.workiva().secret.text());
    }

    void storedSecretCanBeReplaced()
    {
        m_desk->addAccount(m_sandbox);
        Wizard one(*m_desk, m_desk->secrets, {});
        QVERIFY(one.open());
        auto *secret = field(one, "domoSecret");
        QTRY_VERIFY(secret->isReadOnly());
        QVERIFY(one.canGoOn());
        auto *replace = one.page->findChild<QPushButton *>(u"replaceDomo"_s);
        replace->setFocus();
        press(Qt::Key_Space);
        QCOMPARE(QApplication::focusWidget(), secret);
        QVERIFY(!one.wizard.button(QWizard::NextButton)->isEnabled()); // nothing is entered
        type(u"another"_s);
        press(Qt::Key_R, Qt::ControlModifier); // it has been typed now
        QCOMPARE(secret->echoMode(), QLineEdit::Normal);
        QVERIFY(one.canGoOn());

        replace->setFocus();
        press(Qt::Key_Space); // keep the stored one
        QCOMPARE(secret->text(), QString());
        QCOMPARE(secret->echoMode(), QLineEdit::Password);
        QVERIFY(secret->isReadOnly());
        alt(Qt::Key_N);
        QVERIFY(one.reaches(Wizard::Behind));
        QCOMPARE(one.context.draft.account.entered.domoSecret, m_sandbox.domo().secret.text());
    }

    void storedSecretThatIsRefusedCanBeReplacedAtOnce()
    {
        const Profiles::Account account = m_desk->addAccount(m_sandbox);
        m_desk->secrets.write(account.id, Profiles::Secret::Domo, u"wrong"_s, &m_desk->secrets,
                              [](const Core::Result<void> &) {});
        Wizard one(*m_desk, m_desk->secrets, {});
        QVERIFY(one.open());
        QTRY_VERIFY(field(one, "domoSecret")->isReadOnly());
        QVERIFY(one.canGoOn());
        alt(Qt::Key_N);
        QTRY_VERIFY_WITH_TIMEOUT(tone(*one.page, "domoStatus") == Tone::Error, deadline);
        QTRY_COMPARE(QApplication::focusWidget(), one.page->findChild<QPushButton *>(u"replaceDomo"_s));
    }

    void revealedSecretIsHiddenForTheNextAccount()
    {
        const Profiles::Account first = m_desk->addAccount(m_sandbox);
        const Profiles::Account second = m_desk->addAccount(m_sandbox);
        Wizard one(*m_desk, m_desk->secrets, {});
        QVERIFY(one.open());
        choose(one, first.id);
        auto *secret = field(one, "domoSecret");
        QTRY_VERIFY(secret->isReadOnly());
        one.page->findChild<QPushButton *>(u"replaceDomo"_s)->click();
        type(u"another"_s);
        press(Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(secret->echoMode(), QLineEdit::Normal);
        choose(one, second.id);
        QTRY_VERIFY(secret->isReadOnly());
        QCOMPARE(secret->text(), QString());
        QCOMPARE(secret->echoMode(), QLineEdit::Password);
    }

    void missingEntryIsNamed()
    {
        Wizard one(*m_desk, m_desk->secrets, {});
        QVERIFY(one.open());
        QStringList said{one.page->missing()};
        QVERIFY(enterCredentialsByKeys(*one.page, m_sandbox));
        QCOMPARE(one.page->missing(), QString());
        QVERIFY(one.page->isComplete());
        for (const char *name :
             {"name", "domoClientId", "domoSecret", "workivaClientId", "workivaSecret", "workivaUrl"}) {
            auto *edit = field(one, name);
            const QString text = edit->text();
            edit->clear();
            said.append(one.page->missing());
            edit->setText(text);
        }
        said.removeDuplicates();
        QCOMPARE(said.size(), 6); // the name was missing before, too
        QVERIFY(!said.contains(QString()));
    }

    void sampleAccountIsNotChosenAndNotChanged()
    {
        Profiles::Account sample = Support::accountOf(m_sandbox);
        m_desk->store.addForSession(sample);
        Wizard one(*m_desk, m_desk->secrets, {});
        QVERIFY(one.open());
        QVERIFY(Support::named<QComboBox>(one.page, u"Account"_s)->currentData().toString().isEmpty());
        choose(one, sample.id);
        QVERIFY(!shown(*one.page, "accountNote").isEmpty());
        for (const QLineEdit *edit : one.page->findChildren<QLineEdit *>())
            QVERIFY2(edit->isReadOnly(), qPrintable(edit->objectName()));
        choose(one, QString());
        for (const QLineEdit *edit : one.page->findChildren<QLineEdit *>())
            QVERIFY2(!edit->isReadOnly(), qPrintable(edit->objectName()));
        QVERIFY(shown(*one.page, "accountNote").isEmpty());
    }

    void eachServiceSaysWhatItReported()
    {
        Wizard one(*m_desk, m_desk->secrets, {});
        QVERIFY(one.open());
        QVERIFY(enterCredentialsByKeys(*one.page, m_sandbox));
        alt(Qt::Key_N);
        QVERIFY(one.reaches(Wizard::Behind));
        const QString domo = shown(*one.page, "domoStatus");
        for (const QString &told : {u"sandbox"_s, u"Admin"_s, u"data"_s}) // organization, role, scope
            QVERIFY2(domo.contains(told), qPrintable(domo));
        const QString workiva = shown(*one.page, "workivaStatus");
        QVERIFY2(workiva.contains(u"file:write"_s), qPrintable(workiva));
        QVERIFY2(!workiva.contains(u"sandbox"_s), qPrintable(workiva)); // Workiva reports no organization
    }

    void oneServiceMayAcceptWhatTheOtherRejects()
    {
        Wizard one(*m_desk, m_desk->secrets, {});
        QVERIFY(one.open());
        QVERIFY(enterCredentialsByKeys(*one.page, m_sandbox));
        QTest::keyClicks(field(one, "domoSecret"), u"x"_s);
        alt(Qt::Key_N);
        QTRY_VERIFY_WITH_TIMEOUT(tone(*one.page, "domoStatus") == Tone::Error, deadline);
        QTRY_VERIFY_WITH_TIMEOUT(tone(*one.page, "workivaStatus") == Tone::Ok, deadline);
        QVERIFY(!one.context.catalogue);
        for (const auto &[status, card] :
             {std::pair("domoStatus", "domoCard"), std::pair("workivaStatus", "workivaCard")})
            QVERIFY(one.page->findChild<QWidget *>(QLatin1String(card))
                        ->isAncestorOf(one.page->findChild<QWidget *>(QLatin1String(status))));
    }

    void importSaysWhatItIs()
    {
        Profiles::Profile imported = Support::profile(u"Balance"_s, Profiles::newId(), {});
        Wizard none(*m_desk, m_desk->secrets, imported);
        QVERIFY(none.open());
        const auto *banner = none.page->findChild<Ui::Banner *>();
        QVERIFY(banner->isVisible());
        QVERIFY(banner->heading().contains(imported.name));
        for (const QString &part : {imported.dataSetName, imported.spreadsheetName, imported.sheetPath, u"A:C"_s})
            QVERIFY2(banner->body().contains(part), qPrintable(banner->body()));

        const Profiles::Account account = m_desk->addAccount(m_sandbox);
        Wizard single(*m_desk, m_desk->secrets, imported);
        QVERIFY(single.open());
        QVERIFY(single.page->findChild<Ui::Banner *>()->body().contains(account.name));
        Wizard another(*m_desk, m_desk->secrets, {});
        QVERIFY(another.open());
        QVERIFY(!another.page->findChild<Ui::Banner *>()->isVisible());
    }

    void importWithSeveralAccountsAsksForOne()
    {
        m_desk->addAccount(m_sandbox);
        const Profiles::Account second = m_desk->addAccount(m_sandbox);
        Wizard one(*m_desk, m_desk->secrets, Support::profile(u"Balance"_s, Profiles::newId(), {}));
        QVERIFY(one.open());
        QCOMPARE(Support::named<QComboBox>(one.page, u"Account"_s)->currentIndex(), -1);
        QVERIFY(enterCredentialsByKeys(*one.page, m_sandbox)); // does not choose one either
        QVERIFY(!one.wizard.button(QWizard::NextButton)->isEnabled());
        choose(one, second.id);
        QVERIFY(one.canGoOn());
    }

    void requestForAnAdministratorNamesBothGrants()
    {
        Wizard one(*m_desk, m_desk->secrets, {});
        QVERIFY(one.open());
        QGuiApplication::clipboard()->clear();
        one.page->findChild<QPushButton *>(u"copyRequest"_s)->click();
        const QString text = QGuiApplication::clipboard()->text();
        for (const QString &needed : {u"developer.domo.com"_s, u"\"data\""_s, u"file:read"_s, u"file:write"_s})
            QVERIFY2(text.contains(needed), qPrintable(text));
    }

    void otherUsersOfTheAccountAreNamed()
    {
        const Profiles::Profile mine = m_desk->addProfile(m_sandbox, u"Mine"_s);
        Wizard alone(*m_desk, m_desk->secrets, mine);
        QVERIFY(alone.open());
        QVERIFY(shown(*alone.page, "accountNote").isEmpty());
        m_desk->addProfile(m_sandbox, u"Another"_s);
        Wizard one(*m_desk, m_desk->secrets, mine);
        QVERIFY(one.open());
        QVERIFY(shown(*one.page, "accountNote").contains(u"Another"_s));
    }

    void missingAccountLeavesAnEmptyForm()
    {
        Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        profile.accountId = u"gone"_s;
        Wizard one(*m_desk, m_desk->secrets, profile);
        QVERIFY(one.open());
        QVERIFY(field(one, "name")->text().isEmpty());
        QVERIFY(shown(*one.page, "domoStatus").isEmpty()); // it does not wait
    }

private:
    SandboxProcess m_sandbox;
    std::unique_ptr<Desk> m_desk;

    static QLineEdit *field(const Wizard &one, const char *name)
    {
        return one.page->findChild<QLineEdit *>(QLatin1String(name));
    }

    static void choose(const Wizard &one, const QString &accountId)
    {
        auto *accounts = Support::named<QComboBox>(one.page, u"Account"_s);
        accounts->setCurrentIndex(std::max(0, accounts->findData(accountId)));
        Q_EMIT accounts->activated(accounts->currentIndex());
    }
};

QTEST_MAIN(TestCredentialsPage)
#include "tst_credentialspage.moc"
