#include "ui/interaction.h"
#include "ui/look/tonelabel.h"
#include "ui/runs/pastruns.h"
#include "ui/runs/recorddialog.h"
#include "words/recordtext.h"
#include "history/database.h"
#include "history/runexport.h"
#include "words/endtext.h"

#include <QClipboard>
#include <QFileDialog>
#include <QMessageBox>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Ui::PastRuns;
using Writeback::State;

namespace {

History::RunRecord record(State state, const std::optional<Core::Error> &error = {})
{
    const QDateTime now(QDate(2026, 11, 26), QTime(13, 5), Qt::UTC);
    return {.id = 1,
            .entry = {.profileId = u"p"_s, .started = now.addSecs(-90)},
            .ended = now,
            .state = Writeback::name(state),
            .error = error,
            .range = u"B3:K9"_s,
            .sourceRows = 6,
            .sourceColumns = 10,
            .cellsWritten = 60,
            .cellsCompared = 70};
}

} // namespace

class TestPastRuns final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void selectedRunIsExplained()
    {
        const Core::Error error{
            .kind = ErrorKind::RateLimited, .service = Core::Service::Workiva, .requestId = u"quote-me"_s};
        PastRuns dialog(u"Balance"_s, {record(State::Verified), record(State::Failed, error)},
                        PastRuns::Of::OneWriteback);
        dialog.show();
        auto *table = dialog.findChild<QTableWidget *>();
        QCOMPARE(table->rowCount(), 2);
        const auto *what = dialog.findChild<Ui::ToneLabel *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(what->text().isEmpty()); // the first one ended well
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(what->tone(), Words::Tone::Error);
        QVERIFY(what->text().contains(error.requestId));
        QCOMPARE(Support::nameless(&dialog), QStringList());
    }

    void interruptedRunHasNoCounts()
    {
        History::RunRecord interrupted = record(State::Verified);
        interrupted.ended = {};
        interrupted.state.clear();
        interrupted.changesSent = 1;
        PastRuns dialog(u"Balance"_s, {interrupted}, PastRuns::Of::OneWriteback);
        dialog.show();
        const auto *table = dialog.findChild<QTableWidget *>();
        QStringList texts;
        for (int column = 0; column < table->columnCount(); ++column)
            texts.append(table->item(0, column)->text());
        QVERIFY(texts.contains(Words::interruptedName(true).text));
        QVERIFY(!texts.contains(u"60"_s));
        QCOMPARE(dialog.findChild<Ui::ToneLabel *>(QString(), Qt::FindDirectChildrenOnly)->text(),
                 Words::interruptedText(true));
    }

    void listOfAllRunsShowsNames()
    {
        History::RunRecord run = record(State::Verified);
        run.entry.profileName = u"Monthly"_s;
        for (const auto of : {PastRuns::Of::OneWriteback, PastRuns::Of::All}) {
            PastRuns dialog(u"Runs"_s, {run}, of);
            const auto *table = dialog.findChild<QTableWidget *>();
            bool isShown = false;
            for (int column = 0; column < table->columnCount(); ++column)
                isShown = isShown
                    || (!table->isColumnHidden(column) && table->item(0, column)->text() == run.entry.profileName);
            QCOMPARE(isShown, of == PastRuns::Of::All);
        }
    }

    void headingsStandAsTheirColumns()
    {
        const PastRuns dialog(u"Balance"_s, {record(State::Verified)}, PastRuns::Of::All);
        const auto *table = dialog.findChild<QTableWidget *>();
        for (int column = 0; column < table->columnCount(); ++column)
            QCOMPARE(table->horizontalHeaderItem(column)->textAlignment(), table->item(0, column)->textAlignment());
    }

    void detailsOfTheSelectedRunAreCopied()
    {
        PastRuns dialog(u"Balance"_s, {record(State::Verified), record(State::Failed)}, PastRuns::Of::OneWriteback);
        dialog.show();
        QTest::keyClick(dialog.findChild<QTableWidget *>(), Qt::Key_Down);
        Support::button(dialog, u"Copy details"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), Words::recordDetails(record(State::Failed)));
    }

    void selectedRunIsOpened()
    {
        PastRuns dialog(u"Balance"_s, {record(State::Verified), record(State::Failed)}, PastRuns::Of::OneWriteback);
        dialog.show();
        QTest::keyClick(dialog.findChild<QTableWidget *>(), Qt::Key_Down);
        Support::button(dialog, u"Open…"_s)->click();
        auto *opened = dialog.findChild<Ui::RecordDialog *>();
        QVERIFY(opened && opened->isVisible());
        QCOMPARE(Support::nameless(opened), QStringList());
        Support::button(*opened, u"Copy details"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), Words::recordDetails(record(State::Failed)));
    }

    void runsAreExportedAsTheFileIsNamed()
    {
        const QTemporaryDir folder;
        const QList<History::RunRecord> runs{record(State::Verified), record(State::Failed)};
        PastRuns dialog(u"Balance"_s, runs, PastRuns::Of::OneWriteback);
        dialog.show();
        for (const auto &[name, text] :
             {std::pair(u"runs.csv"_s, History::runsAsCsv(runs, QTimeZone::systemTimeZone())),
              std::pair(u"runs.JSON"_s, History::runsAsJson(runs))}) {
            Support::button(dialog, u"Export…"_s)->click();
            auto *chooser = dialog.findChild<QFileDialog *>();
            QVERIFY(chooser);
            Q_EMIT chooser->fileSelected(folder.filePath(name));
            delete chooser;
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), text);
        }
        Support::button(dialog, u"Export…"_s)->click();
        Q_EMIT dialog.findChild<QFileDialog *>()->fileSelected(folder.filePath(u"none/runs.csv"_s));
        QVERIFY(dialog.findChild<QMessageBox *>());
    }

    void runsOfOneAndOfAllAreOpenedAboveTheWindow()
    {
        Support::Desk desk;
        QWidget window;
        window.show();
        Profiles::Profile one;
        one.id = u"p1"_s;
        desk.remember(one, QDateTime::currentDateTimeUtc(), Writeback::RunReport());
        desk.remember({}, QDateTime::currentDateTimeUtc(), Writeback::RunReport());
        PastRuns::showOf(one, desk.history(), &window);
        PastRuns::showAll(desk.history(), &window);
        QList<int> rows;
        for (const auto *dialog : window.findChildren<PastRuns *>()) {
            QVERIFY(dialog->isVisible());
            rows.append(dialog->findChild<QTableWidget *>()->rowCount());
        }
        QCOMPARE(rows, (QList<int>{1, 2}));
    }

    void everyRunIsListed()
    {
        Support::Desk desk;
        QWidget window;
        window.show();
        Profiles::Profile one;
        one.id = u"p1"_s;
        constexpr int runs = 101; // more than others read at once
        for (int run = 0; run < runs; ++run)
            desk.remember(one, QDateTime::currentDateTimeUtc(), Writeback::RunReport());
        PastRuns::showOf(one, desk.history(), &window);
        QCOMPARE(window.findChild<QTableWidget *>()->rowCount(), runs);
    }

    void unreadableHistoryIsReported()
    {
        Support::Desk desk;
        QWidget window;
        window.show();
        History::Database other(History::Place::file(desk.folder.filePath(u"history.sqlite"_s)));
        QVERIFY(other.open() && other.run(u"DROP TABLE runs"_s)); // as another program may
        PastRuns::showAll(desk.history(), &window);
        QVERIFY(window.findChild<QMessageBox *>());
        QVERIFY(!window.findChild<PastRuns *>());
    }

    void emptyListSaysSo()
    {
        PastRuns dialog(u"Balance"_s, {}, PastRuns::Of::OneWriteback);
        dialog.show();
        QVERIFY(!dialog.findChild<Ui::ToneLabel *>(QString(), Qt::FindDirectChildrenOnly)->text().isEmpty());
    }
};

QTEST_MAIN(TestPastRuns)
#include "tst_pastruns.moc"
