#include "ui/interaction.h"
#include "ui/home/accountsdialog.h"
#include "support/slowsecrets.h"

#include <QListWidget>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using Ui::AccountsDialog;

class TestAccountsDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }
    void init() { m_desk = std::make_unique<Desk>(); }

    void accountsInUseAreKept()
    {
        m_desk->addProfile(m_sandbox, u"Balance"_s);
        Ui::AccountsDialog dialog(m_desk->store, m_desk->secrets);
        dialog.show();
        QTRY_VERIFY(button(dialog, u"Test"_s)->isEnabled()); // its secrets have been read
        QVERIFY(!button(dialog, u"Save changes"_s)->isEnabled()); // nothing was changed
        QTest::keyClicks(Support::named<QLineEdit>(&dialog, u"Account name"_s), u"!"_s);
        QVERIFY(button(dialog, u"Save changes"_s)->isEnabled());
        QVERIFY(!button(dialog, u"Delete…"_s)->isEnabled());
        QCOMPARE(Support::nameless(&dialog), QStringList());

        QVERIFY(m_desk->store.removeProfile(m_desk->store.profiles().first().id));
        QVERIFY(button(dialog, u"Delete…"_s)->isEnabled());
        button(dialog, u"Delete…"_s)->click();
        buttonOf(*dialog.findChild<QMessageBox *>(), QMessageBox::DestructiveRole)->click();
        QTRY_VERIFY(m_desk->store.accounts().isEmpty());
        QVERIFY(!button(dialog, u"Delete…"_s)->isEnabled());
        QVERIFY(!button(dialog, u"Save changes"_s)->isEnabled());
    }

    void accountThatALaterVersionsWritebackUsesIsKept()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        m_desk->makeOfALaterVersion(profile);
        AccountsDialog dialog(m_desk->store, m_desk->secrets);
        dialog.show();
        QTRY_VERIFY(button(dialog, u"Test"_s)->isEnabled()); // its secrets have been read
        QVERIFY(!button(dialog, u"Delete…"_s)->isEnabled());
        QVERIFY(m_desk->store.removeProfile(profile.id));
        QVERIFY(button(dialog, u"Delete…"_s)->isEnabled());
    }

    void accountIsMadeHere()
    {
        AccountsDialog dialog(m_desk->store, m_desk->secrets);
        dialog.show();
        QVERIFY(!button(dialog, u"Save changes"_s)->isEnabled()); // nothing is entered
        QVERIFY(enter(dialog));
        QVERIFY(press(dialog, "Save changes"));
        QTRY_COMPARE(m_desk->store.accounts().size(), 1);
        const Profiles::Account account = m_desk->store.accounts().first();
        QCOMPARE(account.name, u"Finance"_s);
        QCOMPARE(secret(account.id, Profiles::Secret::Domo), u"d"_s);
        QCOMPARE(secret(account.id, Profiles::Secret::Workiva), u"w"_s);
        QCOMPARE(listed(dialog), QStringList(account.name));
        QCOMPARE(said(dialog).tone, Tone::Ok);
    }

    void newAccountThatIsDiscardedIsNotListed()
    {
        const Profiles::Account account = m_desk->addAccount(m_sandbox);
        AccountsDialog dialog(m_desk->store, m_desk->secrets);
        dialog.show();
        QTRY_VERIFY(button(dialog, u"Test"_s)->isEnabled());
        QVERIFY(press(dialog, "New"));
        QCOMPARE(listed(dialog).size(), 2);
        QVERIFY(!button(dialog, u"Delete…"_s)->isEnabled());
        QVERIFY(enter(dialog));
        dialog.findChild<QListWidget *>()->setCurrentRow(0);
        QTRY_VERIFY(dialog.findChild<QMessageBox *>());
        QVERIFY(answer(dialog, QMessageBox::DestructiveRole));
        QCOMPARE(listed(dialog), QStringList(account.name));
        QCOMPARE(m_desk->store.accounts().size(), 1);
    }

    void whatCouldNotBeSavedCanBeSavedAgain()
    {
        Support::SlowSecrets slow(m_desk->secrets);
        slow.refuses = true;
        AccountsDialog dialog(m_desk->store, slow);
        dialog.show();
        QVERIFY(enter(dialog));
        for (const bool refuses : {true, false}) {
            slow.refuses = refuses;
            QVERIFY(press(dialog, "Save changes"));
            while (said(dialog).tone == Tone::Waiting) {
                QTRY_VERIFY(slow.waiting() > 0);
                slow.answer();
                QCoreApplication::processEvents();
            }
            while (refuses && slow.waiting() > 0) // what may have been kept is removed
                slow.answer();
            QCOMPARE(m_desk->store.accounts().isEmpty(), refuses);
            QCOMPARE(said(dialog).tone, refuses ? Tone::Error : Tone::Ok);
        }
        QCOMPARE(m_desk->store.accounts().first().name, u"Finance"_s);
    }

    void accountIsTested()
    {
        m_desk->addAccount(m_sandbox);
        AccountsDialog dialog(m_desk->store, m_desk->secrets);
        dialog.show();
        QTRY_VERIFY(button(dialog, u"Test"_s)->isEnabled());
        QVERIFY(press(dialog, "Test"));
        for (const char *line : {"domoStatus", "workivaStatus"})
            QTRY_VERIFY_WITH_TIMEOUT(tone(dialog, line) == Tone::Ok, deadline);
    }

    void accountIsRenamedWithoutItsSecrets()
    {
        const Profiles::Account account = m_desk->addAccount(m_sandbox);
        Support::SlowSecrets slow(m_desk->secrets);
        AccountsDialog dialog(m_desk->store, slow);
        dialog.show();
        QVERIFY(fill(dialog, u"Account name"_s, u"Other"_s));
        QVERIFY(press(dialog, "Save changes"));
        QCOMPARE(m_desk->store.account(account.id)->name, u"Other"_s);
        QCOMPARE(said(dialog).tone, Tone::Ok);
        QCOMPARE(secret(account.id, Profiles::Secret::Domo), m_sandbox.domo().secret.text());
    }

    void whatIsBeingSavedIsSavedWholeWhenTheDialogIsClosed()
    {
        const Profiles::Account account = m_desk->addAccount(m_sandbox);
        Support::SlowSecrets slow(m_desk->secrets);
        {
            AccountsDialog dialog(m_desk->store, slow);
            dialog.show();
            slow.answer();
            QTRY_COMPARE(slow.waiting(), size_t(1));
            slow.answer();
            QTRY_VERIFY(button(dialog, u"Test"_s)->isEnabled());
            QVERIFY(fill(dialog, u"Account name"_s, u"Other"_s));
            for (const char *replace : {"replaceDomo", "replaceWorkiva"})
                dialog.findChild<QPushButton *>(QLatin1String(replace))->click();
            QVERIFY(fill(dialog, u"Domo Client Secret"_s, u"new d"_s));
            QVERIFY(fill(dialog, u"Workiva Client Secret"_s, u"new w"_s));
            QVERIFY(press(dialog, "Save changes"));
            QCOMPARE(said(dialog).tone, Tone::Waiting);
            QVERIFY(!button(dialog, u"Save changes"_s)->isEnabled());
            QVERIFY(press(dialog, "Close"));
            QVERIFY(!dialog.isVisible());
        }
        slow.answer();
        QTRY_COMPARE(slow.waiting(), size_t(1));
        slow.answer();
        QTRY_COMPARE(m_desk->store.account(account.id)->name, u"Other"_s);
        QCOMPARE(secret(account.id, Profiles::Secret::Domo), u"new d"_s);
        QCOMPARE(secret(account.id, Profiles::Secret::Workiva), u"new w"_s);
    }

    void deletionThatTheKeychainRefusesSaysWhatIsLeft()
    {
        const Profiles::Account account = m_desk->addAccount(m_sandbox);
        Support::SlowSecrets slow(m_desk->secrets);
        slow.refuses = true;
        AccountsDialog dialog(m_desk->store, slow);
        dialog.show();
        slow.answer();
        slow.answer();
        QVERIFY(press(dialog, "Delete…"));
        QVERIFY(answer(dialog, QMessageBox::DestructiveRole));
        QTRY_COMPARE(slow.waiting(), size_t(1));
        slow.answer();
        slow.answer();
        QTRY_VERIFY(m_desk->store.accounts().isEmpty());
        QCOMPARE(said(dialog).tone, Tone::Error);
        QVERIFY(said(dialog).text.contains(account.id)); // the name of the entries
    }

    void changesAreNotLostUnasked()
    {
        m_desk->addAccount(m_sandbox);
        m_desk->addAccount(m_sandbox);
        AccountsDialog dialog(m_desk->store, m_desk->secrets);
        dialog.show();
        auto *list = dialog.findChild<QListWidget *>();
        QTRY_VERIFY(button(dialog, u"Test"_s)->isEnabled());
        QVERIFY(fill(dialog, u"Account name"_s, u"Other"_s));
        for (const QMessageBox::ButtonRole role : {QMessageBox::RejectRole, QMessageBox::DestructiveRole}) {
            list->setCurrentRow(1);
            QTRY_VERIFY(dialog.findChild<QMessageBox *>());
            QCOMPARE(list->currentRow(), 0);
            QCOMPARE(Support::named<QLineEdit>(&dialog, u"Account name"_s)->text(), u"Other"_s);
            QVERIFY(answer(dialog, role));
        }
        QCOMPARE(list->currentRow(), 1);
        QVERIFY(fill(dialog, u"Account name"_s, u"Other"_s));
        QVERIFY(press(dialog, "Close"));
        QVERIFY(dialog.isVisible());
        QVERIFY(answer(dialog, QMessageBox::DestructiveRole));
        QVERIFY(!dialog.isVisible());
    }

    void sampleAccountIsOnlyShown()
    {
        const Profiles::Account sample = Support::accountOf(m_sandbox);
        m_desk->store.addForSession(sample);
        AccountsDialog dialog(m_desk->store, m_desk->secrets);
        dialog.show();
        for (const QLineEdit *field : dialog.findChildren<QLineEdit *>())
            QVERIFY(field->isReadOnly());
    }

private:
    SandboxProcess m_sandbox;
    std::unique_ptr<Desk> m_desk;

    [[nodiscard]] static bool press(const AccountsDialog &dialog, const char *name)
    {
        QPushButton *one = button(dialog, QString::fromUtf8(name));
        if (!one || !one->isEnabled())
            return false;
        one->click();
        return true;
    }

    static Words::Line said(const AccountsDialog &dialog)
    {
        const auto *line = dialog.findChild<Ui::StatusLine *>(QString(), Qt::FindDirectChildrenOnly);
        return {line->tone(), line->text()};
    }

    static QStringList listed(const AccountsDialog &dialog)
    {
        QStringList names;
        for (const QListWidgetItem *item : dialog.findChild<QListWidget *>()->findItems(QString(), Qt::MatchContains))
            names.append(item->text());
        return names;
    }

    [[nodiscard]] static bool enter(const AccountsDialog &dialog)
    {
        return fill(dialog, u"Account name"_s, u"Finance"_s) && fill(dialog, u"Domo Client ID"_s, u"domo"_s)
            && fill(dialog, u"Domo Client Secret"_s, u"d"_s) && fill(dialog, u"Workiva Client ID"_s, u"workiva"_s)
            && fill(dialog, u"Workiva Client Secret"_s, u"w"_s);
    }

    [[nodiscard]] static bool answer(const AccountsDialog &dialog, QMessageBox::ButtonRole role)
    {
        auto *box = dialog.findChild<QMessageBox *>();
        if (!box)
            return false;
        const QPointer<QMessageBox> shown(box);
        buttonOf(*box, role)->click();
        return QTest::qWaitFor([&shown] { return !shown; }, deadline);
    }

    [[nodiscard]] QString secret(const QString &accountId, Profiles::Secret which)
    {
        std::optional<QString> found;
        m_desk->secrets.read(accountId, which, this,
                             [&found](const Core::Result<QString> &read) { found = read.value_or(QString()); });
        return QTest::qWaitFor([&found] { return found.has_value(); }, deadline) ? *found : u"no answer"_s;
    }
};

QTEST_MAIN(TestAccountsDialog)
#include "tst_accountsdialog.moc"
