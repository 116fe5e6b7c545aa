#include "ui/desk.h"
#include "ui/home/accountsdialog.h"
#include "ui/home/homewindow.h"
#include "ui/models/profilesmodel.h"

#include <QAction>
#include <QInputDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using Desktop::HomeWindow;
using Desktop::ProfilesModel;
using Support::Desk;
using Support::SandboxProcess;
using Writeback::State;

namespace {

constexpr int patience = 15'000;

QStringList names(const HomeWindow &window)
{
    QStringList names;
    const auto *table = window.findChild<QTableView *>();
    for (int row = 0; row < table->model()->rowCount(); ++row)
        names.append(table->model()->index(row, ProfilesModel::Name).data().toString());
    return names;
}

QString state(const HomeWindow &window)
{
    const auto *table = window.findChild<QTableView *>();
    return table->model()->index(table->currentIndex().row(), ProfilesModel::State).data().toString();
}

QAbstractButton *buttonOf(const QMessageBox &box, QMessageBox::ButtonRole role)
{
    for (QAbstractButton *button : box.buttons()) {
        if (box.buttonRole(button) == role)
            return button;
    }
    return nullptr;
}

} // namespace

class TestHomeWindow final : public QObject
{
    Q_OBJECT

    SandboxProcess m_sandbox;
    std::unique_ptr<Desk> m_desk;

    [[nodiscard]] std::unique_ptr<HomeWindow> open()
    {
        auto window = std::make_unique<HomeWindow>(m_desk->store, m_desk->secrets, *m_desk->history, *m_desk->runs);
        window->show();
        if (!QTest::qWaitForWindowActive(window.get()))
            qWarning("The window does not become active");
        return window;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }
    void init() { m_desk = std::make_unique<Desk>(); }

    void anEmptyStoreShowsTheWaysIn()
    {
        const auto window = open();
        QVERIFY(!window->findChild<QTableView *>()->isVisible());
        QList<QPushButton *> ways;
        for (QPushButton *button : window->findChildren<QPushButton *>()) {
            if (button->isVisible())
                ways.append(button);
        }
        QCOMPARE(ways.size(), 2);
        QSignalSpy wanted(window.get(), &HomeWindow::sampleDataWanted);
        for (QPushButton *way : ways)
            way->click();
        QCOMPARE(wanted.count(), 1);
        QVERIFY(window->findChild<Desktop::WritebackWizard *>());
    }

    void aRunEndsVerifiedAndIsRemembered()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, QStringLiteral("Balance"));
        const auto window = open();
        QSignalSpy ended(m_desk->runs.get(), &Desktop::Runs::ended);
        QTest::keyClick(window.get(), Qt::Key_F5); // the first one is selected
        QCOMPARE(m_desk->runs->running(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, patience);
        QCOMPARE(state(*window), QStringLiteral("✓ ") + Writeback::name(State::Verified));
        const auto remembered = m_desk->history->runs(profile.id);
        QVERIFY(remembered);
        QCOMPARE(remembered->size(), 1);
        QCOMPARE(remembered->first().state, Writeback::name(State::Verified));

        QTest::keyClick(window.get(), Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 2, patience);
        QCOMPARE(state(*window), QStringLiteral("✓ ") + Writeback::name(State::NothingToDo));
        QCOMPARE(Support::nameless(window.get()), QStringList()); // with the panel of a run
    }

    void missingSecretsFailTheRunAndNothingElse()
    {
        Profiles::Profile profile = m_desk->addProfile(m_sandbox, QStringLiteral("Balance"));
        bool gone = false;
        m_desk->secrets.removeBoth(profile.accountId, this,
                                   [&gone](const Core::Result<void> &done) { gone = done.has_value(); });
        QTRY_VERIFY(gone);
        QSignalSpy ended(m_desk->runs.get(), &Desktop::Runs::ended);
        m_desk->runs->start(profile.id);
        QTRY_COMPARE(ended.count(), 1);
        const auto report = ended[0][1].value<Writeback::RunReport>();
        QCOMPARE(report.state, State::Failed);
        QCOMPARE(report.error->kind, Core::ErrorKind::Keychain);
    }

    void aProfileIsRenamed()
    {
        m_desk->addProfile(m_sandbox, QStringLiteral("Old"));
        const auto window = open();
        QTest::keyClick(window.get(), Qt::Key_F2);
        auto *dialog = window->findChild<QInputDialog *>();
        QVERIFY(dialog);
        dialog->setTextValue(QStringLiteral("New"));
        dialog->accept();
        QCOMPARE(names(*window), QStringList{QStringLiteral("New")});
        QCOMPARE(m_desk->store.profiles().first().name, QStringLiteral("New"));
    }

    void aDuplicateIsAProfileOfItsOwn()
    {
        const Profiles::Profile first = m_desk->addProfile(m_sandbox, QStringLiteral("Balance"));
        const auto window = open();
        QTest::keyClick(window.get(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(m_desk->store.profiles().size(), 2);
        QCOMPARE(names(*window).size(), 2);
        QVERIFY(names(*window).contains(first.name));
        QCOMPARE(m_desk->store.profiles()[0].dataSetId, m_desk->store.profiles()[1].dataSetId);
    }

    void deletingAsksFirst()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, QStringLiteral("Balance"));
        const auto window = open();
        for (const QMessageBox::ButtonRole role : {QMessageBox::RejectRole, QMessageBox::DestructiveRole}) {
            QVERIFY(m_desk->store.profile(profile.id));
            QTest::keyClick(window->findChild<QTableView *>(), Qt::Key_Delete);
            auto *box = window->findChild<QMessageBox *>();
            QVERIFY(box);
            const QPointer<QMessageBox> shown(box);
            buttonOf(*box, role)->click();
            QTRY_VERIFY(!shown);
            window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(window.get()));
        }
        QVERIFY(!m_desk->store.profile(profile.id));
        QVERIFY(!window->findChild<QTableView *>()->isVisible());
    }

    void theSearchFiltersByAnyColumn()
    {
        m_desk->addProfile(m_sandbox, QStringLiteral("Alpha"), QStringLiteral("A1:"));
        m_desk->addProfile(m_sandbox, QStringLiteral("Beta"), QStringLiteral("B77:"));
        const auto window = open();
        auto *search = Support::named<QLineEdit>(window.get(), QStringLiteral("Search"));
        QTest::keyClicks(search, QStringLiteral("alph"));
        QCOMPARE(names(*window), QStringList{QStringLiteral("Alpha")});
        search->clear();
        QTest::keyClicks(search, QStringLiteral("b77"));
        QCOMPARE(names(*window), QStringList{QStringLiteral("Beta")});
        search->clear();
        QCOMPARE(names(*window).size(), 2);
    }

    void theSelectionSurvivesAChangeOfTheStore()
    {
        m_desk->addProfile(m_sandbox, QStringLiteral("Alpha"));
        const Profiles::Profile beta = m_desk->addProfile(m_sandbox, QStringLiteral("Beta"));
        const auto window = open();
        window->select(beta.id);
        m_desk->addProfile(m_sandbox, QStringLiteral("Gamma"));
        const auto *table = window->findChild<QTableView *>();
        QCOMPARE(table->currentIndex().data(ProfilesModel::idRole).toString(), beta.id);
        QVERIFY(table->hasFocus());
    }

    void closingDuringARunAsks()
    {
        const SandboxProcess slow({QStringLiteral("--latency"), QStringLiteral("400")});
        QVERIFY(slow.isUp());
        const Profiles::Profile profile = m_desk->addProfile(slow, QStringLiteral("Balance"));
        const auto window = open();
        QTest::keyClick(window.get(), Qt::Key_F5);
        QVERIFY(!window->close());
        auto *box = window->findChild<QMessageBox *>();
        QVERIFY(box);
        const QPointer<QMessageBox> shown(box);
        buttonOf(*box, QMessageBox::RejectRole)->click();
        QTRY_VERIFY(!shown);
        QVERIFY(window->isVisible());
        QCOMPARE(m_desk->runs->running(), 1);

        QVERIFY(!window->close());
        buttonOf(*window->findChild<QMessageBox *>(), QMessageBox::DestructiveRole)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!window->isVisible(), patience);
        QCOMPARE(m_desk->runs->running(), 0);
        QCOMPARE(m_desk->history->runs(profile.id)->first().state, Writeback::name(State::Cancelled));
    }

    void accountsInUseAreKept()
    {
        m_desk->addProfile(m_sandbox, QStringLiteral("Balance"));
        Desktop::AccountsDialog dialog(m_desk->store, m_desk->secrets);
        dialog.show();
        const auto button = [&dialog](const QString &text) -> QPushButton * {
            for (QPushButton *one : dialog.findChildren<QPushButton *>()) {
                if (one->text().remove(u'&') == text)
                    return one;
            }
            return nullptr;
        };
        QTRY_VERIFY(button(QStringLiteral("Save"))->isEnabled()); // its secrets are read
        QVERIFY(!button(QStringLiteral("Delete"))->isEnabled());
        QCOMPARE(Support::nameless(&dialog), QStringList());

        QVERIFY(m_desk->store.removeProfile(m_desk->store.profiles().first().id));
        QVERIFY(button(QStringLiteral("Delete"))->isEnabled());
        button(QStringLiteral("Delete"))->click();
        QTRY_VERIFY(m_desk->store.accounts().isEmpty());
        QVERIFY(!button(QStringLiteral("Delete"))->isEnabled());
        QVERIFY(!button(QStringLiteral("Save"))->isEnabled());
    }

    void theAccountsDialogStandsWithoutAnAccount()
    {
        Desktop::AccountsDialog dialog(m_desk->store, m_desk->secrets);
        dialog.show();
        for (QLineEdit *field : dialog.findChildren<QLineEdit *>())
            QVERIFY(!field->isEnabled());
    }
};

QTEST_MAIN(TestHomeWindow)
#include "tst_homewindow.moc"
