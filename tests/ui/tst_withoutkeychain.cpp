#include "profiles/keychainsecretstore.h"
#include "ui/interaction.h"
#include "ui/home/homewindow.h"
#include "ui/look/linelist.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using Ui::HomeWindow;
using Ui::WritebackWizard;

namespace {

bool saysSo(const HomeWindow &window)
{
    const auto *notices = window.findChild<Ui::LineList *>();
    return notices->isVisible() && !notices->lines().isEmpty();
}

} // namespace

// The windows with the real keychain code but without a keychain: tests.cmake removes the session bus.
class TestWithoutKeychain final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }

    void secretsAreKeptForTheSessionAndTheWindowSaysSo()
    {
        {
            Profiles::KeychainSecretStore secrets;
            Runs::ProfileRuns runs(m_desk.store, secrets, *m_desk.data, m_desk.clock);
            HomeWindow window(m_desk.store, secrets, *m_desk.data, runs);
            window.show();
            QVERIFY(QTest::qWaitForWindowActive(&window));
            QVERIFY(!saysSo(window));
            press(Qt::Key_N, Qt::ControlModifier);
            auto *wizard = window.findChild<WritebackWizard *>();
            QVERIFY(wizard);
            QTRY_COMPARE(QApplication::activeWindow(), wizard);
            const auto goesOn = [&](QWizard::WizardButton button, Qt::Key key) {
                const bool isOpen = QTest::qWaitFor([&] { return wizard->button(button)->isEnabled(); }, deadline);
                if (isOpen)
                    alt(key);
                return isOpen;
            };
            const auto arrives = [&](int page) {
                return QTest::qWaitFor([&] { return wizard->currentId() == page; }, deadline);
            };

            QVERIFY(enterCredentialsByKeys(*wizard, m_sandbox));
            QVERIFY(goesOn(QWizard::NextButton, Qt::Key_N));
            QVERIFY(arrives(1));
            alt(Qt::Key_D);
            type(u"Trial Balance"_s);
            alt(Qt::Key_S);
            type(u"Scratch"_s);
            alt(Qt::Key_R);
            type(u"B3:"_s);
            QVERIFY(goesOn(QWizard::NextButton, Qt::Key_N));
            QVERIFY(arrives(2));
            QVERIFY(goesOn(QWizard::NextButton, Qt::Key_N));
            QVERIFY(arrives(3)); // Scheduling
            QVERIFY(goesOn(QWizard::NextButton, Qt::Key_N));
            QVERIFY(arrives(4));
            QSignalSpy ended(&runs, &Runs::ProfileRuns::ended);
            QVERIFY(goesOn(QWizard::CustomButton1, Qt::Key_R)); // Save and Run
            QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, deadline);
            QCOMPARE(ended[0][1].value<Writeback::RunReport>().state, Writeback::State::Verified);
            QVERIFY(saysSo(window));
            QVERIFY(window.close());
        }
        const QString domoSecret = m_sandbox.domo().secret.text();
        QDirIterator files(m_desk.folder.path(), QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(files.hasNext());
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            QVERIFY2(!file.readAll().contains(domoSecret.toUtf8()), qPrintable(file.fileName()));
        }

        Profiles::KeychainSecretStore secrets; // the next start of the program
        Runs::ProfileRuns runs(m_desk.store, secrets, *m_desk.data, m_desk.clock);
        HomeWindow window(m_desk.store, secrets, *m_desk.data, runs);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy ended(&runs, &Runs::ProfileRuns::ended);
        press(Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, deadline);
        const auto report = ended[0][1].value<Writeback::RunReport>();
        QCOMPARE(report.state, Writeback::State::Failed);
        QCOMPARE(report.error->kind, Core::ErrorKind::Keychain);
    }

private:
    SandboxProcess m_sandbox;
    Desk m_desk;
};

QTEST_MAIN(TestWithoutKeychain)
#include "tst_withoutkeychain.moc"
