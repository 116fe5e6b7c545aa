#include "history/database.h"
#include "ui/help/supportdialog.h"
#include "ui/help/supportfacts.h"
#include "ui/interaction.h"

#include <QClipboard>
#include <QFile>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

using Support::Desk;
using Ui::SupportDialog;

class TestSupportDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportIsShownInFullBeforeItIsSaved()
    {
        const SupportDialog dialog(m_report);
        QCOMPARE(dialog.findChild<QPlainTextEdit *>()->toPlainText(), m_report);
        QCOMPARE(Support::nameless(&dialog), QStringList());
    }

    void copyCopiesAllOfIt()
    {
        const SupportDialog dialog(m_report);
        Support::button(dialog, u"Copy"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), m_report);
    }

    void savedFileIsTheReport()
    {
        const QTemporaryDir folder;
        SupportDialog dialog(m_report);
        dialog.save(folder.filePath(u"report.txt"_s));
        QFile file(folder.filePath(u"report.txt"_s));
        QVERIFY(file.open(QFile::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), m_report);
        QVERIFY(!dialog.findChild<QMessageBox *>());
    }

    void failureToSaveIsShown()
    {
        SupportDialog dialog(m_report);
        dialog.show();
        dialog.save(u"/nowhere/report.txt"_s);
        QVERIFY(dialog.findChild<QMessageBox *>());
    }

    void factsAreThoseOfTheStore()
    {
        const Support::SandboxProcess sandbox;
        QVERIFY(sandbox.isUp());
        Desk desk;
        const Profiles::Profile profile = desk.addProfile(sandbox, u"Balance"_s);
        Writeback::RunReport end;
        end.state = Writeback::State::Verified;
        desk.remember(profile, QDateTime::currentDateTimeUtc(), end);
        const Ui::SupportFacts facts = Ui::supportFacts(desk.store, desk.secrets, *desk.data, {.runsAtOnce = 7});
        QCOMPARE(facts.accounts, desk.store.accounts());
        QCOMPARE(facts.profiles, desk.store.profiles());
        QCOMPARE(facts.runs.size(), 1);
        QCOMPARE(facts.recordedRuns, 1);
        QCOMPARE(facts.settings.runsAtOnce, 7);
        QVERIFY(facts.historyBytes > 0);
        QVERIFY(!facts.isUsualFolder);
        QVERIFY(!Ui::supportReport(facts).contains(u"Balance"_s));
    }

    void unreadableHistoryHasNoNumberOfRuns()
    {
        const Desk desk;
        History::Database other(History::Place::file(desk.folder.filePath(u"history.sqlite"_s)));
        QVERIFY(other.open() && other.run(u"DROP TABLE runs"_s)); // as another program may
        QVERIFY(!Ui::supportFacts(desk.store, desk.secrets, *desk.data, {}).recordedRuns);
    }

private:
    const QString m_report = u"a report\nof two lines, ä\n"_s;
};

QTEST_MAIN(TestSupportDialog)
#include "tst_supportdialog.moc"
