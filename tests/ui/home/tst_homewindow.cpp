#include "support/datasetfolder.h"
#include "support/httpserver.h"
#include "support/runtoend.h"
#include "support/standinscheduler.h"
#include "ui/interaction.h"
#include "ui/home/accountsdialog.h"
#include "ui/home/grouppane.h"
#include "ui/home/homewindow.h"
#include "ui/home/profilespage.h"
#include "ui/home/profilesmodel.h"
#include "ui/home/schedulesdialog.h"
#include "ui/look/banner.h"
#include "ui/look/chipbutton.h"
#include "ui/look/linelist.h"
#include "ui/look/messagebar.h"
#include "ui/look/segments.h"
#include "ui/runs/pastrunlist.h"
#include "ui/runs/reviewwindow.h"
#include "ui/runs/runpane.h"
#include "ui/settings/settingsdialog.h"
#include "words/batchtext.h"
#include "words/endtext.h"
#include "words/errortext.h"
#include "words/keepingtext.h"
#include "words/savedtext.h"
#include "words/statetext.h"
#include "words/turntext.h"

#include "profiles/profilefile.h"
#include "profiles/settings.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QScopeGuard>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

using namespace Support;
using Ui::HomeWindow;
using Ui::ProfilesModel;
using Writeback::State;

namespace {

QStringList names(const HomeWindow &window)
{
    QStringList names;
    const auto *table = window.findChild<QTableView *>();
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const QModelIndex index = table->model()->index(row, ProfilesModel::Name);
        if (!index.data(ProfilesModel::headingRole).toBool())
            names.append(index.data().toString());
    }
    return names;
}

// Of the heading of a group, or of a writeback; -1 if it is not shown.
int rowOf(const HomeWindow &window, const QString &name)
{
    const auto *table = window.findChild<QTableView *>();
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, ProfilesModel::Name).data().toString() == name)
            return row;
    }
    return -1;
}

QStringList selected(const HomeWindow &window)
{
    QStringList names;
    for (const QModelIndex &row : window.findChild<QTableView *>()->selectionModel()->selectedRows())
        names.append(row.data().toString());
    names.sort();
    return names;
}

Words::Line state(const HomeWindow &window)
{
    const auto *table = window.findChild<QTableView *>();
    const QModelIndex cell = table->model()->index(table->currentIndex().row(), ProfilesModel::State);
    return {Tone(cell.data(ProfilesModel::toneRole).toInt()), cell.data().toString()};
}

QModelIndex buttonOf(const HomeWindow &window, int row)
{
    return window.findChild<QTableView *>()->model()->index(row, ProfilesModel::Action);
}

void click(const HomeWindow &window, const QModelIndex &index)
{
    const auto *table = window.findChild<QTableView *>();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(index).center());
}

QList<Ui::ChipButton *> visibleParts(const HomeWindow &window)
{
    QList<Ui::ChipButton *> parts;
    for (Ui::ChipButton *part : window.findChildren<Ui::ChipButton *>()) {
        if (part->isVisible())
            parts.append(part);
    }
    return parts;
}

QAction *actionOf(const HomeWindow &window, const QString &text)
{
    for (QAction *action : window.actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

// False if the window does not accept it.
[[nodiscard]] bool drop(HomeWindow &window, const QString &file)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    const QPoint place = window.rect().center();
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent drop(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &drop);
    return true;
}

} // namespace

class TestHomeWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }
    void init() { m_desk = std::make_unique<Desk>(); }

    void emptyStoreShowsTheWaysIn()
    {
        const auto window = open();
        QVERIFY(!window->findChild<QTableView *>());
        QSignalSpy wanted(window.get(), &HomeWindow::sampleDataWanted);
        for (QPushButton *button : window->findChildren<QPushButton *>()) {
            if (button->text() == u"&Try it with sample data"_s || button->text() == u"&New writeback…"_s)
                button->click();
        }
        QCOMPARE(wanted.count(), 1);
        QVERIFY(window->findChild<Ui::WritebackWizard *>());
    }

    void runEndsVerifiedAndIsRemembered()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        const auto window = open();
        QSignalSpy ended(m_desk->runs.get(), &Runs::ProfileRuns::ended);
        QTest::keyClick(window.get(), Qt::Key_F5); // the first one is selected
        QCOMPARE(m_desk->runs->running(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, deadline);
        QCOMPARE(state(*window), Words::endName(Writeback::name(State::Verified), {}));
        const auto remembered = m_desk->history().runs(profile.id);
        QVERIFY(remembered);
        QCOMPARE(remembered->size(), 1);
        QCOMPARE(remembered->first().state, Writeback::name(State::Verified));

        QTest::keyClick(window.get(), Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 2, deadline);
        QCOMPARE(state(*window), Words::endName(Writeback::name(State::NothingToDo), {}));
        QCOMPARE(Support::nameless(window.get()).join(u", "_s), QString()); // including the panel of a run
    }

    void writebackIsNotVerifiedOnceAnotherOneWroteToItsRegion()
    {
        Profiles::Profile alpha = m_desk->addProfile(m_sandbox, u"Alpha"_s, u"A7:"_s);
        Profiles::Profile beta = m_desk->addProfile(m_sandbox, u"Beta"_s, u"B9:"_s); // a part of it
        for (Profiles::Profile *one : {&alpha, &beta}) { // where no other test writes
            one->spreadsheetId = m_sandbox.spreadsheetId(u"Quarterly Filing"_s);
            one->sheetId = m_sandbox.sheetId(u"Quarterly Filing"_s, u"Trial Balance"_s);
            one->columnNames = one == &alpha;
            QVERIFY(m_desk->store.save(*one));
        }
        const auto window = open();
        QSignalSpy ended(m_desk->runs.get(), &Runs::ProfileRuns::ended);
        m_desk->runs->start(alpha.id);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, deadline);
        QCOMPARE(state(*window), Words::endName(Writeback::name(State::Verified), {}));
        const auto *answer = window->findChild<Ui::RunPane *>()->findChild<Ui::Banner *>();
        QTRY_COMPARE(answer->tone(), Words::Tone::Ok);

        m_desk->runs->start(beta.id);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 2, deadline);
        QCOMPARE(ended[1][1].value<Writeback::RunReport>().state, State::Verified);
        QCOMPARE(selected(*window), QStringList{alpha.name});
        QCOMPARE(state(*window).tone, Words::Tone::Note);
        QTRY_VERIFY(answer->body().contains(beta.name));
        QCOMPARE(answer->tone(), Words::Tone::Note);

        QSignalSpy asked(m_desk->runs.get(), &Runs::ProfileRuns::asked);
        m_desk->runs->start(alpha.id); // and back
        QTRY_COMPARE_WITH_TIMEOUT(asked.count(), 1, deadline); // the cells changed since its own last run
        m_desk->runs->answer(alpha.id, {.writes = true});
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 3, deadline);
        QCOMPARE(state(*window), Words::endName(Writeback::name(State::Verified), {}));
        QTRY_COMPARE(answer->tone(), Words::Tone::Ok);
    }

    void buttonOfARowRunsThatRow()
    {
        m_desk->addProfile(m_sandbox, u"Alpha"_s, u"A1:"_s);
        const Profiles::Profile beta = m_desk->addProfile(m_sandbox, u"Beta"_s, u"B2:"_s);
        const auto window = open();
        QSignalSpy ended(m_desk->runs.get(), &Runs::ProfileRuns::ended);
        const QString before = buttonOf(*window, 1).data().toString();
        click(*window, buttonOf(*window, 1));
        QCOMPARE(m_desk->runs->running(), 1);
        QVERIFY(m_desk->runs->isRunning(beta.id));
        QVERIFY(buttonOf(*window, 1).data().toString() != before); // it cancels now
        click(*window, buttonOf(*window, 1));
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, deadline);
        QCOMPARE(ended[0][1].value<Writeback::RunReport>().state, State::Cancelled);
        QCOMPARE(buttonOf(*window, 1).data().toString(), before);
    }

    void pressThatEndsElsewhereRunsNothing()
    {
        m_desk->addProfile(m_sandbox, u"Alpha"_s);
        const auto window = open();
        auto *table = window->findChild<QTableView *>();
        const QPoint inside = table->visualRect(buttonOf(*window, 0)).center();
        QTest::mousePress(table->viewport(), Qt::LeftButton, {}, inside);
        QTest::mouseRelease(table->viewport(), Qt::LeftButton, {}, inside + QPoint(0, 200));
        QTest::mouseClick(table->viewport(), Qt::RightButton, {}, inside);
        QCOMPARE(m_desk->runs->running(), 0);
    }

    void endOfARunStaysBesideTheList()
    {
        const SandboxProcess broken({u"--fault"_s, u"401@tokenRequest#*"_s});
        QVERIFY(broken.isUp());
        const Profiles::Profile profile = m_desk->addProfile(broken, u"Balance"_s);
        const auto window = open();
        const auto *banner = window->findChild<Ui::RunPane *>()->findChild<Ui::Banner *>();
        const QString neverRun = banner->heading();
        QSignalSpy ended(m_desk->runs.get(), &Runs::ProfileRuns::ended);
        m_desk->runs->start(profile.id);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, deadline);
        QTRY_COMPARE(banner->tone(), Tone::Error);
        const QString failed = banner->heading();
        const Profiles::Profile other = m_desk->addProfile(broken, u"Another"_s);
        window->select(other.id);
        QCOMPARE(banner->heading(), neverRun);
        window->select(profile.id);
        QCOMPARE(banner->heading(), failed);
        QCOMPARE(state(*window), Words::endName(Writeback::name(State::Failed), {}));
    }

    void rowThatIsDraggedOutIsAProfileFile()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        const auto window = open();
        const auto *table = window->findChild<QTableView *>();
        const std::unique_ptr<QMimeData> dragged(table->model()->mimeData({table->model()->index(0, 0)}));
        QVERIFY(dragged);
        QCOMPARE(dragged->urls().size(), 1);
        const auto read = Profiles::readProfileFile(dragged->urls().first().toLocalFile());
        QVERIFY(read);
        QCOMPARE(read->name, profile.name);
        QVERIFY(read->accountId.isEmpty());
    }

    void droppedFileAsksForItsAccount()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        const QString path = m_desk->folder.filePath(u"shared.writeback.json"_s);
        QVERIFY(Profiles::writeProfileFile(path, profile));
        const auto window = open();
        QVERIFY(drop(*window, path));
        auto *wizard = window->findChild<Ui::WritebackWizard *>();
        QVERIFY(wizard);
        QCOMPARE(wizard->currentId(), wizard->startId()); // the Credentials
        QSignalSpy saved(wizard, &Ui::WritebackWizard::saved);
        while (wizard->nextId() >= 0) {
            QTRY_VERIFY_WITH_TIMEOUT(wizard->button(QWizard::NextButton)->isEnabled(), deadline);
            const int before = wizard->currentId();
            wizard->next();
            QTRY_VERIFY_WITH_TIMEOUT(wizard->currentId() != before, deadline);
        }
        wizard->accept();
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, deadline);
        QCOMPARE(m_desk->store.profiles().size(), 2);
        for (const Profiles::Profile &one : m_desk->store.profiles()) {
            QCOMPARE(one.accountId, profile.accountId);
            QCOMPARE(one.sheetId, profile.sheetId);
            QCOMPARE(one.region, profile.region);
        }
    }

    void droppedFileWithOtherContentIsRejectedVisibly()
    {
        const QString path = m_desk->folder.filePath(u"history.sqlite"_s);
        const auto window = open();
        QVERIFY(drop(*window, path));
        auto *box = window->findChild<QMessageBox *>();
        QVERIFY(box);
        QVERIFY(box->text().contains(path));
        QVERIFY(!window->findChild<Ui::WritebackWizard *>());
    }

    void missingSecretsFailTheRunAndNothingElse()
    {
        Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        bool gone = false;
        m_desk->secrets.removeBoth(profile.accountId, this,
                                   [&gone](const Core::Result<void> &done) { gone = done.has_value(); });
        QTRY_VERIFY(gone);
        QSignalSpy ended(m_desk->runs.get(), &Runs::ProfileRuns::ended);
        m_desk->runs->start(profile.id);
        QTRY_COMPARE(ended.count(), 1);
        const auto report = ended[0][1].value<Writeback::RunReport>();
        QCOMPARE(report.state, State::Failed);
        QCOMPARE(report.error->kind, Core::ErrorKind::Keychain);
    }

    void profileIsRenamed()
    {
        m_desk->addProfile(m_sandbox, u"Old"_s);
        const auto window = open();
        QTest::keyClick(window.get(), Qt::Key_F2);
        auto *dialog = window->findChild<QInputDialog *>();
        QVERIFY(dialog);
        dialog->setTextValue(u"New"_s);
        dialog->accept();
        QCOMPARE(names(*window), QStringList{u"New"_s});
        QCOMPARE(m_desk->store.profiles().first().name, u"New"_s);
    }

    void duplicateIsAnIndependentProfile()
    {
        const Profiles::Profile first = m_desk->addProfile(m_sandbox, u"Balance"_s);
        const auto window = open();
        QTest::keyClick(window.get(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(m_desk->store.profiles().size(), 2);
        QCOMPARE(names(*window).size(), 2);
        QVERIFY(names(*window).contains(first.name));
        QCOMPARE(m_desk->store.profiles()[0].dataSetId, m_desk->store.profiles()[1].dataSetId);
    }

    void deletingAsksFirst()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
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

    void deletingKeepsTheRuns()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        m_desk->remember(profile, QDateTime::currentDateTimeUtc(), Writeback::RunReport());
        const auto window = open();
        window->findChild<QTableView *>()->setFocus();
        press(Qt::Key_Delete);
        auto *box = window->findChild<QMessageBox *>();
        QVERIFY(box);
        buttonOf(*box, QMessageBox::DestructiveRole)->click();
        QVERIFY(m_desk->store.profiles().isEmpty());
        QCOMPARE(m_desk->history().runs(profile.id)->size(), 1);
        QTest::keyClick(window.get(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        const auto *all = window->findChild<QTableWidget *>();
        QVERIFY(all);
        QCOMPARE(all->rowCount(), 1);
        QStringList texts;
        for (int column = 0; column < all->columnCount(); ++column)
            texts.append(all->item(0, column)->text());
        QVERIFY(texts.contains(profile.name));
    }

    void delActsOnTheListAlone()
    {
        m_desk->addProfile(m_sandbox, u"Balance"_s);
        const auto window = open();
        auto *search = Support::named<QLineEdit>(window.get(), u"Search"_s);
        search->setText(u"Bal"_s);
        search->setFocus();
        search->setCursorPosition(0);
        press(Qt::Key_Delete);
        QCOMPARE(search->text(), u"al"_s);
        search->setCursorPosition(2);
        press(Qt::Key_Delete); // at the end, where there is nothing to delete
        QVERIFY(!window->findChild<QMessageBox *>());
        search->clear();
        window->findChild<QTableView *>()->setFocus();
        press(Qt::Key_Delete);
        QVERIFY(window->findChild<QMessageBox *>());
    }

    void writebackOfALaterVersionCanOnlyBeDeleted()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        m_desk->makeOfALaterVersion(profile);
        const auto window = open();
        auto *table = window->findChild<QTableView *>();
        QVERIFY(table->isVisible());
        QCOMPARE(names(*window), QStringList{profile.name});
        QCOMPARE(state(*window), Words::laterVersionName());
        QVERIFY(table->actions().size() > 1);
        for (const QAction *action : table->actions())
            QCOMPARE(action->isEnabled(), action->isSeparator() || action->shortcut() == Qt::Key_Delete);
        click(*window, buttonOf(*window, 0));
        press(Qt::Key_F5);
        press(Qt::Key_Return);
        QCOMPARE(m_desk->runs->running(), 0);
        QVERIFY(!window->findChild<Ui::WritebackWizard *>());

        press(Qt::Key_Delete);
        auto *box = window->findChild<QMessageBox *>();
        QVERIFY(box);
        QVERIFY(box->text().contains(profile.name));
        QVERIFY(m_desk->store.laterProfile(profile.id));
        buttonOf(*box, QMessageBox::DestructiveRole)->click();
        QVERIFY(!m_desk->store.laterProfile(profile.id));
    }

    void accountOfALaterVersionIsReported()
    {
        const Profiles::Account account = m_desk->addAccount(m_sandbox);
        const auto window = open();
        m_desk->makeOfALaterVersion(account);
        QStringList said;
        for (const QLabel *label : window->findChildren<QLabel *>()) {
            if (label->isVisible())
                said.append(label->text());
        }
        QVERIFY(said.join(u'\n').contains(Words::laterAccountText(account.name)));
    }

    void interruptedRunIsCheckedWithOneKey()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        m_desk->remember(profile, QDateTime::currentDateTimeUtc(), {}, true);
        const auto window = open();
        QCOMPARE(state(*window), Words::interruptedName(true));
        QSignalSpy ended(m_desk->runs.get(), &Runs::ProfileRuns::ended);
        press(Qt::Key_F7);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, deadline);
        QVERIFY(ended[0][1].value<Writeback::RunReport>().cellsWritten == 0);
        const auto *panel = window->findChild<Ui::RunPane *>();
        QVERIFY(panel->isVisible());
    }

    void missedTimeIsBesideTheListAndInAllPastRuns()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const History::ScheduleNote missed{now.addSecs(-3600), History::Noted::Missed, now};
        QVERIFY(m_desk->data->openScheduleLog().value()->note(profile.id, {missed})); // as a scheduled start does
        const auto window = open();
        const auto *list = window->findChild<Ui::PastRunList *>();
        QVERIFY(list->isVisible());
        QStringList texts;
        for (const QLabel *label : list->findChildren<QLabel *>())
            texts.append(label->text());
        QVERIFY(texts.contains(Words::noteName(missed.what).text));
        Support::button(*window, u"All past runs…"_s)->click();
        QCOMPARE(window->findChild<QTableWidget *>()->rowCount(), 1);
    }

    void damagedHistoryIsReported()
    {
        m_desk.reset();
        QTemporaryDir folder;
        QFile file(folder.filePath(u"history.sqlite"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("SQLite format 3" + QByteArray(5000, '\0')) > 0);
        file.close();
        m_desk = std::make_unique<Desk>();
        const Runs::DataFolder data(folder.path(), {u"test"_s, {}});
        HomeWindow window(m_desk->store, m_desk->secrets, data, *m_desk->runs);
        window.show();
        QStringList said;
        for (const QLabel *label : window.findChildren<QLabel *>())
            said.append(label->text());
        QVERIFY(said.join(u'\n').contains(data.history().setAside()));
    }

    void historyInMemoryIsReported()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const Runs::DataFolder data(file.fileName() + u"/data"_s, {u"test"_s, {}});
        HomeWindow window(m_desk->store, m_desk->secrets, data, *m_desk->runs);
        window.show();
        QStringList said;
        for (const QLabel *label : window.findChildren<QLabel *>())
            said.append(label->text());
        QVERIFY(said.join(u'\n').contains(Words::keptInMemoryText(*data.fault())));
    }

    void searchDoesNotChangeWhatIsRun()
    {
        const Profiles::Profile alpha = m_desk->addProfile(m_sandbox, u"Alpha"_s, u"A1:"_s);
        m_desk->addProfile(m_sandbox, u"Beta"_s, u"B77:"_s);
        const auto window = open();
        window->select(alpha.id);
        const auto *table = window->findChild<QTableView *>();
        auto *search = Support::named<QLineEdit>(window.get(), u"Search"_s);
        search->setText(u"scratch"_s); // both exist
        QSignalSpy ended(m_desk->runs.get(), &Runs::ProfileRuns::ended);
        QTest::keyClick(window.get(), Qt::Key_F5);
        QVERIFY(m_desk->runs->isRunning(alpha.id));
        QCOMPARE(m_desk->runs->running(), 1);
        QCOMPARE(table->currentIndex().data(ProfilesModel::idRole).toString(), alpha.id);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, deadline);
        QCOMPARE(ended[0][0].toString(), alpha.id);
        search->setText(u"nothing has this name"_s);
        search->clear();
        QCOMPARE(table->currentIndex().data(ProfilesModel::idRole).toString(), alpha.id);
    }

    void listenerMayChangeTheCallersText()
    {
        const Profiles::Profile alpha = m_desk->addProfile(m_sandbox, u"Alpha"_s, u"A1:"_s);
        const Profiles::Profile beta = m_desk->addProfile(m_sandbox, u"Beta"_s, u"B77:"_s);
        QString chosen = alpha.id;
        connect(m_desk->runs.get(), &Runs::ProfileRuns::changed, this, [&] { chosen = beta.id; });
        m_desk->runs->start(chosen);
        QVERIFY(m_desk->runs->isRunning(alpha.id));
        QVERIFY(!m_desk->runs->isRunning(beta.id));
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->runs->running(), 0, deadline);
        QTRY_COMPARE(m_desk->history().runs(alpha.id)->size(), 1);
        QVERIFY(m_desk->history().runs(beta.id)->isEmpty());
    }

    void searchFiltersByAnyColumn()
    {
        m_desk->addProfile(m_sandbox, u"Alpha"_s, u"A1:"_s);
        m_desk->addProfile(m_sandbox, u"Beta"_s, u"B77:"_s);
        const auto window = open();
        auto *search = Support::named<QLineEdit>(window.get(), u"Search"_s);
        QTest::keyClicks(search, u"alph"_s);
        QCOMPARE(names(*window), QStringList{u"Alpha"_s});
        search->clear();
        QTest::keyClicks(search, u"b77"_s);
        QCOMPARE(names(*window), QStringList{u"Beta"_s});
        search->clear();
        QCOMPARE(names(*window).size(), 2);
    }

    void partOfTheSummaryFilters()
    {
        const Profiles::Profile alpha = m_desk->addProfile(m_sandbox, u"Alpha"_s);
        m_desk->addProfile(m_sandbox, u"Beta"_s);
        Writeback::RunReport report;
        report.state = State::Verified;
        m_desk->remember(alpha, QDateTime::currentDateTimeUtc(), report);
        const auto window = open();
        const auto parts = visibleParts(*window);
        QCOMPARE(parts.size(), 2); // verified, not yet run
        parts.first()->click();
        QCOMPARE(names(*window), QStringList{alpha.name});
        parts.first()->click();
        QCOMPARE(names(*window).size(), 2);
    }

    void groupFilters()
    {
        const Profiles::Profile alpha = m_desk->addProfile(m_sandbox, u"Alpha"_s);
        m_desk->addProfile(m_sandbox, u"Beta"_s);
        const auto window = open();
        QVERIFY(!Support::named<QComboBox>(window.get(), u"Group"_s)); // there is none yet
        window->select(alpha.id);
        QTest::keyClick(window.get(), Qt::Key_G, Qt::ControlModifier);
        auto *dialog = window->findChild<QInputDialog *>();
        QVERIFY(dialog);
        dialog->setTextValue(u"10-K 2026"_s);
        dialog->accept();
        QCOMPARE(m_desk->store.profile(alpha.id)->group, u"10-K 2026"_s);
        auto *groups = Support::named<QComboBox>(window.get(), u"Group"_s);
        QVERIFY(groups);
        groups->setCurrentIndex(1);
        QCOMPARE(names(*window), QStringList{alpha.name});
        groups->setCurrentIndex(0);
        QCOMPARE(names(*window).size(), 2);
    }

    void buttonOfAHeadingRunsItsGroup()
    {
        const Profiles::Profile alpha = addTo(u"10-K"_s, u"Alpha"_s, u"EA7:"_s);
        const Profiles::Profile beta = addTo(u"10-K"_s, u"Beta"_s, u"EA7:"_s);
        addTo({}, u"Gamma"_s);
        const auto window = open();
        QCOMPARE(selected(*window), QStringList{alpha.name}); // the first writeback, not the heading above it
        QSignalSpy ended(m_desk->runs.get(), &Runs::ProfileRuns::batchEnded);
        click(*window, buttonOf(*window, rowOf(*window, u"10-K"_s)));
        QCOMPARE(m_desk->runs->running(), 2);
        QVERIFY(buttonOf(*window, rowOf(*window, u"10-K"_s)).data().toString().isEmpty()); // all of them run
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, deadline);
        QCOMPARE(ended[0][0].value<Runs::BatchSummary>().runs.size(), 2);
        QTRY_COMPARE(m_desk->history().runs(alpha.id)->size(), 1);
        QTRY_COMPARE(m_desk->history().runs(beta.id)->size(), 1);
        QVERIFY(!buttonOf(*window, rowOf(*window, u"10-K"_s)).data().toString().isEmpty());
    }

    void headingThatIsClickedStaysSelected()
    {
        addTo(u"10-K"_s, u"Alpha"_s);
        addTo(u"10-K"_s, u"Beta"_s);
        Profiles::Profile gamma = addTo(u"10-Q"_s, u"Gamma"_s);
        const auto window = open();
        auto *table = window->findChild<QTableView *>();
        const auto clickRow = [&](const QString &name) {
            const QModelIndex index = table->model()->index(rowOf(*window, name), ProfilesModel::Name);
            QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(index).center());
        };
        clickRow(u"Gamma"_s);
        clickRow(u"10-K"_s);
        const QStringList group{u"10-K"_s, u"Alpha"_s, u"Beta"_s};
        QCOMPARE(selected(*window), group);
        gamma.description = u"changed"_s;
        QVERIFY(m_desk->store.save(gamma)); // the list is made anew
        QCOMPARE(selected(*window), group);
    }

    void headingSelectsItsRowsAndIsShownBesideTheList()
    {
        addTo(u"10-K"_s, u"Alpha"_s, u"A1"_s); // the data does not fit: nothing is written
        addTo(u"10-K"_s, u"Beta"_s, u"A1"_s);
        const Profiles::Profile gamma = addTo(u"10-Q"_s, u"Gamma"_s);
        const auto window = open();
        const auto *pane = window->findChild<Ui::RunPane *>();
        const auto *groupPane = window->findChild<Ui::GroupPane *>();
        QVERIFY(pane->isVisible());
        QVERIFY(!groupPane->isVisible());
        press(Qt::Key_Up);
        QCOMPARE(selected(*window), QStringList({u"10-K"_s, u"Alpha"_s, u"Beta"_s}));
        QVERIFY(!pane->isVisible());
        QVERIFY(groupPane->isVisible());
        QCOMPARE(groupPane->findChild<QLabel *>()->text(), u"10-K"_s);
        press(Qt::Key_Return); // there is nothing to edit
        QVERIFY(!window->findChild<Ui::WritebackWizard *>());
        QSignalSpy ended(m_desk->runs.get(), &Runs::ProfileRuns::batchEnded);
        press(Qt::Key_F5);
        QCOMPARE(m_desk->runs->running(), 2);
        QVERIFY(!m_desk->runs->isRunning(gamma.id));
        QVERIFY(!button(*groupPane, u"Run all"_s)->isEnabled());
        press(Qt::Key_F6);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, deadline);
        QVERIFY(button(*groupPane, u"Run all"_s)->isEnabled());
        button(*groupPane, u"Run all"_s)->click();
        QCOMPARE(m_desk->runs->running(), 2);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 2, deadline);
        press(Qt::Key_Down);
        QCOMPARE(selected(*window), QStringList{u"Alpha"_s});
        QVERIFY(pane->isVisible());
        QVERIFY(!groupPane->isVisible());
    }

    void selectionAcrossAHeadingIsWhatIsMarked()
    {
        addTo(u"10-K"_s, u"Alpha"_s);
        addTo(u"10-Q"_s, u"Beta"_s);
        addTo(u"10-Q"_s, u"Gamma"_s);
        const auto window = open();
        press(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(selected(*window), QStringList({u"10-Q"_s, u"Alpha"_s, u"Beta"_s, u"Gamma"_s}));
        press(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(selected(*window), QStringList({u"10-Q"_s, u"Alpha"_s, u"Beta"_s}));
        press(Qt::Key_Up, Qt::ShiftModifier);
        press(Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(selected(*window), QStringList{u"Alpha"_s});
        press(Qt::Key_Down, Qt::ShiftModifier);
        press(Qt::Key_Down, Qt::ShiftModifier);
        actionOf(*window, u"Archi&ve"_s)->trigger();
        QCOMPARE(names(*window), QStringList{u"Gamma"_s});
    }

    void headingStaysCurrentWhenTheStoreChanges()
    {
        addTo(u"10-K"_s, u"Beta"_s);
        const auto window = open();
        press(Qt::Key_Up);
        addTo(u"10-K"_s, u"Alpha"_s);
        QCOMPARE(selected(*window), QStringList({u"10-K"_s, u"Alpha"_s, u"Beta"_s}));
        QVERIFY(window->findChild<Ui::GroupPane *>()->isVisible());
    }

    void searchLeavesNoHeadingCurrent()
    {
        addTo(u"10-K"_s, u"Alpha"_s);
        addTo(u"10-K"_s, u"Beta"_s);
        addTo(u"10-Q"_s, u"Gamma"_s);
        const auto window = open();
        const auto *table = window->findChild<QTableView *>();
        auto *search = Support::named<QLineEdit>(window.get(), u"Search"_s);
        for (const QString &name : {u"Beta"_s, u"Gamma"_s}) {
            search->setText(name);
            QCOMPARE(selected(*window), QStringList{name});
            QCOMPARE(table->currentIndex().siblingAtColumn(ProfilesModel::Name).data().toString(), name);
        }
    }

    void headingIsAsWideAsTheColumnsBeforeItsButton()
    {
        addTo(u"10-K"_s, u"Beta"_s);
        addTo(u"10-Q"_s, u"Alpha"_s);
        const auto window = open();
        auto *table = window->findChild<QTableView *>();
        const auto areWide = [table] {
            for (int row = 0; row < table->model()->rowCount(); ++row) {
                const bool isHeading = table->model()->index(row, 0).data(ProfilesModel::headingRole).toBool();
                if ((table->columnSpan(row, 0) == ProfilesModel::Action) != isHeading
                    || (table->rowHeight(row) < table->verticalHeader()->defaultSectionSize()) != isHeading)
                    return false;
            }
            return true;
        };
        QVERIFY(areWide());
        table->sortByColumn(ProfilesModel::State, Qt::DescendingOrder);
        QVERIFY(areWide());
        auto *search = Support::named<QLineEdit>(window.get(), u"Search"_s);
        search->setText(u"Alpha"_s);
        QCOMPARE(table->model()->rowCount(), 2);
        QVERIFY(areWide());
        search->clear();
        QVERIFY(areWide());
        addTo({}, u"Gamma"_s);
        QCOMPARE(table->model()->rowCount(), 6);
        QVERIFY(areWide());
    }

    void nameIsLiteralWhenAGroupIsAskedFor()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"<b>P&L</b>"_s);
        const auto window = open();
        window->select(profile.id);
        QTest::keyClick(window.get(), Qt::Key_G, Qt::ControlModifier);
        const auto *dialog = window->findChild<QInputDialog *>();
        QVERIFY(dialog);
        const auto *label = dialog->findChild<QLabel *>();
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(label->text().contains(u"<b>P&&L</b>"_s)); // && is shown as &
    }

    void severalAreRunTogether()
    {
        const Profiles::Profile alpha = m_desk->addProfile(m_sandbox, u"Alpha"_s, u"CA7:"_s);
        const Profiles::Profile beta = m_desk->addProfile(m_sandbox, u"Beta"_s, u"CA7:"_s);
        const auto window = open();
        QSignalSpy ended(m_desk->runs.get(), &Runs::ProfileRuns::batchEnded);
        QTest::keyClick(window->findChild<QTableView *>(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(window.get(), Qt::Key_F5);
        QCOMPARE(m_desk->runs->running(), 2);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, deadline);
        // They have the same sheet: the second finds what the first one has written.
        const auto summary = ended[0][0].value<Runs::BatchSummary>();
        QCOMPARE(summary.count(State::Verified), 1);
        QCOMPARE(summary.count(State::NothingToDo), 1);
        const auto *message = window->findChild<Ui::MessageBar *>();
        QVERIFY(message->isVisible());
        QCOMPARE(message->text(), Words::batchLine({State::Verified, State::NothingToDo}).text);
        QTRY_COMPARE(m_desk->history().runs(alpha.id)->size(), 1);
        QTRY_COMPARE(m_desk->history().runs(beta.id)->size(), 1);
    }

    void writebackOfALaterVersionIsNotRunWithOthers()
    {
        for (const QString &name : {u"Alpha"_s, u"Beta"_s})
            m_desk->addProfile(m_sandbox, name, u"A1"_s); // the data does not fit: nothing is written
        m_desk->makeOfALaterVersion(m_desk->addProfile(m_sandbox, u"Later"_s));
        const auto window = open();
        QSignalSpy ended(m_desk->runs.get(), &Runs::ProfileRuns::batchEnded);
        window->findChild<QTableView *>()->selectAll();
        QCOMPARE(selected(*window).size(), 3);
        press(Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, deadline);
        QCOMPARE(ended[0][0].value<Runs::BatchSummary>().runs.size(), 2);
    }

    void archivingHidesAndUndoShowsAgain()
    {
        m_desk->addProfile(m_sandbox, u"Alpha"_s);
        m_desk->addProfile(m_sandbox, u"Beta"_s);
        const auto window = open();
        auto *table = window->findChild<QTableView *>();
        table->selectAll();
        actionOf(*window, u"Archi&ve"_s)->trigger();
        QCOMPARE(names(*window), QStringList());
        QVERIFY(m_desk->store.profiles().first().archived);
        QCOMPARE(visibleParts(*window).size(), 1); // "2 archived"
        visibleParts(*window).first()->click();
        QCOMPARE(names(*window).size(), 2);
        visibleParts(*window).first()->click();
        table->setFocus();
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(names(*window).size(), 2);
        QVERIFY(!m_desk->store.profiles().first().archived);
    }

    void deletionIsUndone()
    {
        const Profiles::Profile alpha = m_desk->addProfile(m_sandbox, u"Alpha"_s);
        m_desk->addProfile(m_sandbox, u"Beta"_s);
        m_desk->remember(alpha, QDateTime::currentDateTimeUtc(), Writeback::RunReport());
        const auto window = open();
        auto *table = window->findChild<QTableView *>();
        table->selectAll();
        table->setFocus();
        press(Qt::Key_Delete);
        auto *box = window->findChild<QMessageBox *>();
        QVERIFY(box);
        buttonOf(*box, QMessageBox::DestructiveRole)->click();
        QVERIFY(m_desk->store.profiles().isEmpty());
        actionOf(*window, u"&Undo"_s)->trigger();
        QCOMPARE(m_desk->store.profiles().size(), 2);
        QVERIFY(m_desk->store.profile(alpha.id)); // so its runs are its own again
    }

    void selectionSurvivesAChangeOfTheStore()
    {
        m_desk->addProfile(m_sandbox, u"Alpha"_s);
        const Profiles::Profile beta = m_desk->addProfile(m_sandbox, u"Beta"_s);
        const auto window = open();
        window->select(beta.id);
        m_desk->addProfile(m_sandbox, u"Gamma"_s);
        const auto *table = window->findChild<QTableView *>();
        QCOMPARE(table->currentIndex().data(ProfilesModel::idRole).toString(), beta.id);
        QVERIFY(table->hasFocus());
    }

    void sizeAndColumnsAreRemembered()
    {
        m_desk->addProfile(m_sandbox, u"Alpha"_s);
        m_desk->addProfile(m_sandbox, u"Beta"_s);
        const QSize size(777, 555);
        {
            const auto window = open();
            window->resize(size);
            auto *header = window->findChild<QTableView *>()->horizontalHeader();
            header->resizeSection(ProfilesModel::State, 123);
            header->setSortIndicator(ProfilesModel::Name, Qt::DescendingOrder);
            QVERIFY(window->close());
        }
        const auto window = open();
        QCOMPARE(window->size(), size);
        QCOMPARE(window->findChild<QTableView *>()->columnWidth(ProfilesModel::State), 123);
        QCOMPARE(names(*window), QStringList({u"Beta"_s, u"Alpha"_s}));
    }

    void formulasAreOverwrittenOnlyWithConsent_data()
    {
        QTest::addColumn<QString>("answer"); // empty: the run is cancelled
        QTest::addColumn<State>("state");
        QTest::newRow("yes") << u"Overwrite formulas"_s << State::Verified;
        QTest::newRow("no") << u"Do not write"_s << State::Refused;
        QTest::newRow("cancel") << QString() << State::Cancelled;
    }
    void formulasAreOverwrittenOnlyWithConsent()
    {
        QFETCH(QString, answer);
        QFETCH(State, state);
        const SandboxProcess sandbox;
        Profiles::Profile profile = m_desk->addProfile(sandbox, u"Headcount"_s, u"A1:"_s);
        profile.spreadsheetId = sandbox.spreadsheetId(u"Headcount Report"_s);
        profile.sheetId = sandbox.sheetId(u"Headcount Report"_s, u"Formulas"_s);
        QVERIFY(m_desk->store.save(profile));
        const auto window = open();
        QSignalSpy ended(m_desk->runs.get(), &Runs::ProfileRuns::ended);
        press(Qt::Key_F5);
        const auto asks = [&window] {
            const auto *panel = window->findChild<Ui::RunPane *>();
            return panel && button(*panel, u"Overwrite formulas"_s)->isVisible();
        };
        QTRY_VERIFY_WITH_TIMEOUT(asks(), deadline);
        QTRY_VERIFY_WITH_TIMEOUT(window->findChild<Ui::ReviewWindow *>(), deadline); // opens by itself
        window->findChild<Ui::ReviewWindow *>()->close();
        QTRY_VERIFY(!window->findChild<Ui::ReviewWindow *>());
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QCOMPARE(::state(*window).tone, Tone::Warning);
        QCOMPARE(ended.count(), 0);
        if (answer.isEmpty())
            press(Qt::Key_F6);
        else
            button(*window->findChild<Ui::RunPane *>(), answer)->click();
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, deadline);
        const auto report = ended[0][1].value<Writeback::RunReport>();
        QCOMPARE(report.state, state);
        QCOMPARE(report.cellsWritten > 0, state == State::Verified);
        QTRY_VERIFY(!asks());
    }

    void everyRunIsConfirmedIfTheSettingsSaySo()
    {
        QVERIFY(store({.confirmsEveryRun = true}));
        m_desk->addProfile(m_sandbox, u"Balance"_s, u"BA1:"_s);
        const auto window = open();
        QSignalSpy ended(m_desk->runs.get(), &Runs::ProfileRuns::ended);
        press(Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(window->findChild<Ui::RunPane *>(), deadline);
        const auto *pane = window->findChild<Ui::RunPane *>();
        const auto writes = [&] {
            for (QPushButton *one : pane->findChildren<QPushButton *>()) {
                if (one->isVisible() && one->text().remove(u'&').contains(QRegularExpression(u"^Write \\d"_s)))
                    return one;
            }
            return static_cast<QPushButton *>(nullptr);
        };
        QTRY_VERIFY_WITH_TIMEOUT(writes(), deadline);
        QCOMPARE(ended.count(), 0);
        writes()->click();
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, deadline);
        QCOMPARE(ended[0][1].value<Writeback::RunReport>().state, State::Verified);
    }

    void proxyOfTheSettingsReachesWizardAndAccounts_data()
    {
        QTest::addColumn<bool>("isWizard");
        QTest::newRow("wizard") << true;
        QTest::newRow("accounts") << false;
    }
    void proxyOfTheSettingsReachesWizardAndAccounts()
    {
        QFETCH(const bool, isWizard);
        Support::HttpServer proxy;
        proxy.always("CONNECT domo.invalid:443", "403 Forbidden");
        proxy.always("CONNECT workiva.invalid:443", "403 Forbidden");
        QVERIFY(store({.proxy = {Core::ProxyChoice::Use::Manual, proxy.url().host(), quint16(proxy.url().port())}}));
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        Profiles::Account account = m_desk->store.accounts().constFirst();
        account.domoUrl = QUrl(u"https://domo.invalid"_s);
        account.workivaUrl = QUrl(u"https://workiva.invalid"_s);
        QVERIFY(m_desk->store.save(account));
        const auto window = open();
        QAbstractButton *ask = nullptr;
        if (isWizard) {
            window->openWizard(profile);
            ask = window->findChild<Ui::WritebackWizard *>()->button(QWizard::NextButton);
        } else {
            for (QAction *action : window->findChildren<QAction *>()) {
                if (action->text() == u"&Accounts…"_s)
                    action->trigger();
            }
            ask = button(*window->findChild<Ui::AccountsDialog *>(), u"Test"_s);
        }
        QTRY_VERIFY(ask->isEnabled());
        ask->click();
        QTRY_VERIFY_WITH_TIMEOUT(proxy.requests().size() >= 2, deadline);
    }

    void settingsAreStoredAndApplied()
    {
        m_desk->addProfile(m_sandbox, u"Balance"_s);
        const auto window = open();
        press(Qt::Key_Comma, Qt::ControlModifier);
        auto *dialog = window->findChild<Ui::SettingsDialog *>();
        QVERIFY(dialog);
        Q_EMIT dialog->saved({.notifies = false, .runsAtOnce = 3});
        QCOMPARE(Profiles::settingsIn(QSettings()).runsAtOnce, 3);
        dialog->reject();
        QTRY_VERIFY(!window->findChild<Ui::SettingsDialog *>());
        press(Qt::Key_Comma, Qt::ControlModifier);
        QCOMPARE(window->findChild<Ui::SettingsDialog *>()->entered().runsAtOnce, 3);
    }

    void emptyDataSetClearsOnlyWithConsent_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<State>("state");
        QTest::newRow("yes") << u"Clear 4 cells"_s << State::Verified;
        QTest::newRow("no") << u"Do not write"_s << State::Refused;
    }
    void emptyDataSetClearsOnlyWithConsent()
    {
        QFETCH(QString, answer);
        QFETCH(State, state);
        const QList<Support::DataSetFolder::Column> columns{{u"Unit"_s, u"STRING"_s}, {u"Heads"_s, u"LONG"_s}};
        Support::DataSetFolder folder;
        folder.write(u"Units"_s, columns, {{u"North"_s, 12}, {u"South"_s, 7}});
        folder.write(u"Empty"_s, columns, {});
        const SandboxProcess sandbox(folder.options());
        QCOMPARE(Support::runToEnd(sandbox.request(u"Units"_s, u"B3:"_s)).state, State::Verified);
        m_desk->addProfile(sandbox, u"Empty"_s, u"B3:"_s, u"Empty"_s);
        const auto window = open();
        QSignalSpy asked(m_desk->runs.get(), &Runs::ProfileRuns::asked);
        QSignalSpy ended(m_desk->runs.get(), &Runs::ProfileRuns::ended);
        press(Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(asked.count(), 1, deadline);
        const auto *pane = window->findChild<Ui::RunPane *>();
        QTRY_VERIFY(button(*pane, answer) && button(*pane, answer)->isVisible());
        button(*pane, answer)->click();
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, deadline);
        const auto report = ended[0][1].value<Writeback::RunReport>();
        QCOMPARE(report.state, state);
        QTRY_COMPARE(::state(*window), Words::endName(Writeback::name(state), report.error));
    }

    void questionGoesWithTheRun()
    {
        const SandboxProcess slow({u"--fault"_s, u"hang@getAccessToken"_s});
        QVERIFY(slow.isUp());
        const Profiles::Profile profile = m_desk->addProfile(slow, u"Balance"_s);
        const auto window = open();
        QTest::keyClick(window.get(), Qt::Key_F5);
        QVERIFY(!window->close());
        QPointer<QMessageBox> box(window->findChild<QMessageBox *>());
        QVERIFY(box);
        m_desk->runs->cancel(profile.id);
        QTRY_VERIFY_WITH_TIMEOUT(!box, deadline);
        QVERIFY(window->isVisible()); // the end of the run is visible
        QVERIFY(window->close());
    }

    void searchThatFindsNothingSaysSo()
    {
        m_desk->addProfile(m_sandbox, u"Alpha"_s);
        const auto window = open();
        const auto says = [&window] {
            QStringList texts;
            for (const QLabel *label : window->findChild<QTableView *>()->parentWidget()->findChildren<QLabel *>(
                     Qt::FindDirectChildrenOnly)) {
                if (label->isVisible())
                    texts.append(label->text());
            }
            return texts;
        };
        const QStringList before = says();
        press(Qt::Key_F, Qt::ControlModifier);
        type(u"zzz"_s);
        QVERIFY(names(*window).isEmpty());
        QCOMPARE(says().size(), before.size() + 1);
        press(Qt::Key_Escape);
        QCOMPARE(names(*window), QStringList(u"Alpha"_s));
        QCOMPARE(says(), before);
        QVERIFY(window->findChild<QTableView *>()->hasFocus());
    }

    void enterEdits()
    {
        m_desk->addProfile(m_sandbox, u"Alpha"_s);
        const auto window = open();
        press(Qt::Key_Return);
        QVERIFY(window->findChild<Ui::WritebackWizard *>());
    }

    void changedScheduleIsToBeHandedOverNext()
    {
        StandInScheduler scheduler;
        scheduler.replaceOwn();
        m_desk->addProfile(m_sandbox, u"Balance"_s);
        const auto window = open();
        const auto change = [&window](int form) {
            press(Qt::Key_T, Qt::ControlModifier);
            auto *wizard = window->findChild<Ui::WritebackWizard *>();
            wizard->currentPage()->findChild<Ui::Segments *>()->setCurrent(form);
            wizard->next();
            wizard->button(QWizard::FinishButton)->click();
        };
        change(1); // Basic
        QTRY_VERIFY_WITH_TIMEOUT(window->findChild<Ui::SchedulesDialog *>(), deadline);
        auto *dialog = window->findChild<Ui::SchedulesDialog *>();
        const auto *list = dialog->findChild<QTreeWidget *>();
        QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 1, deadline);
        QCOMPARE(list->topLevelItem(0)->text(1), u"Not handed over"_s);
        dialog->reject();
        QTRY_VERIFY(!window->findChild<Ui::SchedulesDialog *>());
        QTRY_VERIFY(!window->findChild<Ui::WritebackWizard *>());

        change(1); // as it is
        QTRY_VERIFY_WITH_TIMEOUT(!window->findChild<Ui::WritebackWizard *>(), deadline);
        QVERIFY(!window->findChild<Ui::SchedulesDialog *>());
        change(0); // Manually
        QTRY_VERIFY_WITH_TIMEOUT(!window->findChild<Ui::WritebackWizard *>(), deadline);
        QVERIFY(!window->findChild<Ui::SchedulesDialog *>());
    }

    void computerWithoutASchedulerIsSaidOnTheSchedulingPane()
    {
        const QByteArray path = qgetenv("PATH");
        const auto restored = qScopeGuard([&path] { qputenv("PATH", path); });
        m_desk->addProfile(m_sandbox, u"Balance"_s);
        const auto window = open();
        qputenv("PATH", "/nowhere");
        press(Qt::Key_T, Qt::ControlModifier);
        const auto *page = window->findChild<Ui::WritebackWizard *>()->currentPage();
        const Words::Line line = Words::errorLine(Runs::noScheduler());
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::any_of(page->findChildren<Ui::LineList *>(),
                                                     [&](const Ui::LineList *list) {
                                                         return list->isVisible() && list->lines().contains(line);
                                                     }),
                                 deadline);
    }

    void closingDuringARunAsks()
    {
        const SandboxProcess slow({u"--latency"_s, u"400"_s});
        QVERIFY(slow.isUp());
        const Profiles::Profile profile = m_desk->addProfile(slow, u"Balance"_s);
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
        QTRY_VERIFY_WITH_TIMEOUT(!window->isVisible(), deadline);
        QCOMPARE(m_desk->runs->running(), 0);
        // The end of a run that had hardly begun is recorded on another thread.
        QTRY_COMPARE(m_desk->history().runs(profile.id)->size(), 1);
        QTRY_COMPARE(m_desk->history().runs(profile.id)->constFirst().state, Writeback::name(State::Cancelled));
    }

private:
    SandboxProcess m_sandbox;
    std::unique_ptr<Desk> m_desk;

    [[nodiscard]] static bool store(const Profiles::Settings &settings)
    {
        QSettings stored;
        return Profiles::save(settings, stored).has_value();
    }

    Profiles::Profile addTo(const QString &group, const QString &name, const QString &region = u"B3:"_s)
    {
        Profiles::Profile profile = m_desk->addProfile(m_sandbox, name, region);
        profile.group = group;
        if (const auto saved = m_desk->store.save(profile); !saved)
            qFatal("The profile is not saved: %s", qPrintable(saved.error().detail));
        return profile;
    }

    [[nodiscard]] std::unique_ptr<HomeWindow> open()
    {
        auto window = std::make_unique<HomeWindow>(m_desk->store, m_desk->secrets, *m_desk->data, *m_desk->runs);
        window->show();
        if (!QTest::qWaitForWindowActive(window.get()))
            qWarning("The window does not become active");
        return window;
    }
};

QTEST_MAIN(TestHomeWindow)
#include "tst_homewindow.moc"
