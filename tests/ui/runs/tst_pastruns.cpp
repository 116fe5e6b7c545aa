#include "ui/interaction.h"
#include "ui/look/tonelabel.h"
#include "ui/runs/pastruns.h"
#include "ui/runs/recorddialog.h"
#include "words/pasttext.h"
#include "words/recordtext.h"
#include "words/turntext.h"
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

History::PastEntry entry(State state, const std::optional<Core::Error> &error = {})
{
    return History::entryOf(record(state, error));
}

History::PastEntry noted(History::Noted what)
{
    const QDateTime due(QDate(2026, 11, 26), QTime(12, 0), Qt::UTC);
    return {u"p"_s, u"Monthly"_s, History::ScheduleNote{due, what, due.addDays(1)}};
}

QStringList textsIn(const QTableWidget *table, int row)
{
    QStringList texts;
    for (int column = 0; column < table->columnCount(); ++column)
        texts.append(table->item(row, column)->text());
    return texts;
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
        PastRuns dialog(u"Balance"_s, {entry(State::Verified), entry(State::Failed, error)},
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
        PastRuns dialog(u"Balance"_s, {History::entryOf(interrupted)}, PastRuns::Of::OneWriteback);
        dialog.show();
        const QStringList texts = textsIn(dialog.findChild<QTableWidget *>(), 0);
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
            PastRuns dialog(u"Runs"_s, {History::entryOf(run)}, of);
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
        const PastRuns dialog(u"Balance"_s, {entry(State::Verified)}, PastRuns::Of::All);
        const auto *table = dialog.findChild<QTableWidget *>();
        for (int column = 0; column < table->columnCount(); ++column)
            QCOMPARE(table->horizontalHeaderItem(column)->textAlignment(), table->item(0, column)->textAlignment());
    }

    void detailsOfTheSelectedRunAreCopied()
    {
        PastRuns dialog(u"Balance"_s, {entry(State::Verified), entry(State::Failed)}, PastRuns::Of::OneWriteback);
        dialog.show();
        QTest::keyClick(dialog.findChild<QTableWidget *>(), Qt::Key_Down);
        Support::button(dialog, u"Copy details"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), Words::recordDetails(record(State::Failed)));
    }

    void selectedRunIsOpened()
    {
        PastRuns dialog(u"Balance"_s, {entry(State::Verified), entry(State::Failed)}, PastRuns::Of::OneWriteback);
        dialog.show();
        QTest::keyClick(dialog.findChild<QTableWidget *>(), Qt::Key_Down);
        Support::button(dialog, u"Open…"_s)->click();
        auto *opened = dialog.findChild<Ui::RecordDialog *>();
        QVERIFY(opened && opened->isVisible());
        QCOMPARE(Support::nameless(opened), QStringList());
        Support::button(*opened, u"Copy details"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), Words::recordDetails(record(State::Failed)));
    }

    void timeWithoutARunHasItsStateAndReason()
    {
        const QList<History::PastEntry> past{entry(State::Verified), noted(History::Noted::Missed),
                                             noted(History::Noted::HandedOver)};
        PastRuns dialog(u"Runs"_s, past, PastRuns::Of::All);
        dialog.show();
        auto *table = dialog.findChild<QTableWidget *>();
        QCOMPARE(table->rowCount(), 3);
        QStringList texts = textsIn(table, 1);
        const auto state = texts.indexOf(Words::noteName(History::Noted::Missed).text);
        QVERIFY(state >= 0);
        QCOMPARE(table->item(1, int(state))->data(Qt::AccessibleDescriptionRole).toString(),
                 Words::toneName(Words::Tone::Warning));
        QVERIFY(!table->item(1, int(state))->icon().isNull());
        texts.removeAll(QString());
        QCOMPARE(texts.size(), 3); // with the time and the name: nothing is known that a run would have
        QVERIFY(texts.contains(u"Monthly"_s));
        const auto *what = dialog.findChild<Ui::ToneLabel *>(QString(), Qt::FindDirectChildrenOnly);
        for (int row = 1; row < table->rowCount(); ++row) {
            QTest::keyClick(table, Qt::Key_Down);
            const QDateTime now = QDateTime::currentDateTimeUtc();
            const Words::Line line = Words::noteLine(*past[row].note(), now);
            QCOMPARE(what->text(), line.text);
            QCOMPARE(what->tone(), line.tone);
            Support::button(dialog, u"Copy details"_s)->click();
            QCOMPARE(QGuiApplication::clipboard()->text(), Words::pastDetails(past[row], now));
        }
    }

    void onlyARunIsOpened()
    {
        PastRuns dialog(u"Balance"_s, {entry(State::Verified), noted(History::Noted::Missed)},
                        PastRuns::Of::OneWriteback);
        dialog.show();
        auto *table = dialog.findChild<QTableWidget *>();
        const auto *open = Support::button(dialog, u"Open…"_s);
        QVERIFY(open->isEnabled());
        QTest::keyClick(table, Qt::Key_Down);
        QVERIFY(!open->isEnabled());
        Q_EMIT table->cellActivated(1, 0); // as a double click
        QVERIFY(!dialog.findChild<Ui::RecordDialog *>());
        QTest::keyClick(table, Qt::Key_Up);
        QVERIFY(open->isEnabled());
        Q_EMIT table->cellActivated(0, 0);
        QVERIFY(dialog.findChild<Ui::RecordDialog *>());
    }

    void listIsExportedAsTheFileIsNamed()
    {
        const QTemporaryDir folder;
        const QList<History::PastEntry> past{entry(State::Verified), noted(History::Noted::Missed),
                                             entry(State::Failed)};
        PastRuns dialog(u"Balance"_s, past, PastRuns::Of::OneWriteback);
        dialog.show();
        for (const auto &[name, text] :
             {std::pair(u"runs.csv"_s, History::pastAsCsv(past, QTimeZone::systemTimeZone())),
              std::pair(u"runs.JSON"_s, History::pastAsJson(past))}) {
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
        QVERIFY(desk.data->openScheduleLog().value()->note(one.id, {*noted(History::Noted::Missed).note()}));
        PastRuns::showOf(one, desk.history(), &window);
        PastRuns::showAll(desk.history(), desk.store, &window);
        QList<int> rows;
        for (const auto *dialog : window.findChildren<PastRuns *>()) {
            QVERIFY(dialog->isVisible());
            rows.append(dialog->findChild<QTableWidget *>()->rowCount());
        }
        QCOMPARE(rows, (QList<int>{2, 3}));
    }

    void everyRunAndEveryTimeWithoutOneIsListed()
    {
        Support::Desk desk;
        QWidget window;
        window.show();
        Profiles::Profile one;
        one.id = u"p1"_s;
        constexpr int count = 101; // more than others read at once
        QList<History::ScheduleNote> notes;
        for (int number = 0; number < count; ++number) {
            desk.remember(one, QDateTime::currentDateTimeUtc(), Writeback::RunReport());
            notes.append(*noted(History::Noted::NoNewData).note());
            notes.last().due = notes.last().due.addSecs(3600 * number);
        }
        QVERIFY(desk.data->openScheduleLog().value()->note(one.id, notes));
        PastRuns::showOf(one, desk.history(), &window);
        QCOMPARE(window.findChild<QTableWidget *>()->rowCount(), 2 * count);
    }

    void unreadableHistoryIsReported()
    {
        Support::Desk desk;
        QWidget window;
        window.show();
        History::Database other(History::Place::file(desk.folder.filePath(u"history.sqlite"_s)));
        QVERIFY(other.open() && other.run(u"DROP TABLE runs"_s)); // as another program may
        PastRuns::showAll(desk.history(), desk.store, &window);
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
