#include "ui/runs/waitingreviews.h"

#include "support/datasetfolder.h"
#include "support/sheetprobe.h"
#include "ui/interaction.h"
#include "ui/review/acceptdialog.h"
#include "ui/runs/reviewwindow.h"

#include <QDialog>
#include <QSignalSpy>
#include <QTableView>

using namespace Support;
using Kind = Writeback::Finding::Kind;
using Ui::ReviewWindow;

namespace {

const QList<DataSetFolder::Column> columns{{u"Unit"_s, u"STRING"_s}, {u"Heads"_s, u"LONG"_s}};
const Rows source{{u"North"_s, 13}, {u"East"_s, 4}, {u"West"_s, 8}};

const Writeback::Finding *found(const QList<Writeback::Finding> &findings, Kind kind)
{
    const auto one = std::ranges::find(findings, kind, &Writeback::Finding::kind);
    return one == findings.end() ? nullptr : &*one;
}

} // namespace

class TestWaitingReviews final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_folder.write(u"Units"_s, columns, source); }

    void init()
    {
        m_sandbox = std::make_unique<SandboxProcess>(m_folder.options());
        QVERIFY(m_sandbox->isUp());
        m_desk = std::make_unique<Desk>();
        m_window = std::make_unique<QWidget>();
        m_reviews = std::make_unique<Ui::WaitingReviews>(m_desk->store, *m_desk->runs, m_window.get());
        m_ids.clear();
        m_ended = std::make_unique<QSignalSpy>(m_desk->runs.get(), &Runs::ProfileRuns::ended);
        m_asked = std::make_unique<QSignalSpy>(m_desk->runs.get(), &Runs::ProfileRuns::asked);
    }
    void cleanup()
    {
        m_reviews.reset();
        m_window.reset();
    }

    void reviewOpensByItselfWhereTheUserLooks()
    {
        QVERIFY(activate());
        QVERIFY(startAndAsk(u"Alpha"_s));
        QTRY_COMPARE_WITH_TIMEOUT(open().size(), 1, deadline);
        open().first()->close(); // decides nothing
        QTRY_COMPARE(open().size(), 0);
        QVERIFY(m_desk->runs->isRunning(m_ids.first()));
        QVERIFY(activate());
        m_reviews->open(m_ids.first()); // the chip
        QTRY_COMPARE_WITH_TIMEOUT(open().size(), 1, deadline);
        m_desk->runs->answer(m_ids.first(), {});
        QTRY_COMPARE(open().size(), 0);
    }

    void reviewThatWasClosedStaysClosed()
    {
        QVERIFY(activate());
        QVERIFY(startAndAsk(u"Alpha"_s));
        QTRY_COMPARE_WITH_TIMEOUT(open().size(), 1, deadline);
        open().first()->close();
        QVERIFY(activate());
        QSignalSpy ready(m_desk->runs.get(), &Runs::ProfileRuns::reviewReady);
        QVERIFY(startAndAsk(u"Beta"_s, u"H3:"_s, true)); // and not Alpha, which waits too
        QTRY_COMPARE_WITH_TIMEOUT(open().size(), 1, deadline);
        QCOMPARE(ready.size(), 1);
        QCOMPARE(ready.front().front().toString(), m_ids.last());
    }

    void reviewWaitsUntilTheUserLooks()
    {
        m_window->show();
        QDialog other; // of another part of the desktop
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        QSignalSpy ready(m_desk->runs.get(), &Runs::ProfileRuns::reviewReady);
        QVERIFY(startAndAsk(u"Alpha"_s));
        QCoreApplication::processEvents();
        QVERIFY(other.isActiveWindow());
        QCOMPARE(ready.size(), 0);
        other.close();
        QVERIFY(activate());
        QTRY_COMPARE_WITH_TIMEOUT(open().size(), 1, deadline);
    }

    void reviewWaitsForADialogToClose()
    {
        QVERIFY(activate());
        QDialog dialog(m_window.get());
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QVERIFY(startAndAsk(u"Alpha"_s));
        m_window->activateWindow(); // behind the dialog
        QCoreApplication::processEvents();
        QCOMPARE(open().size(), 0);
        dialog.close();
        m_window->activateWindow();
        QTRY_COMPARE_WITH_TIMEOUT(open().size(), 1, deadline);
    }

    void severalOpenOneAfterTheOther()
    {
        m_window->show();
        QDialog other;
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        QVERIFY(startAndAsk(u"Alpha"_s));
        QVERIFY(startAndAsk(u"Beta"_s, u"H3:"_s, true));
        other.close();
        QVERIFY(activate());
        QTRY_COMPARE_WITH_TIMEOUT(open().size(), 1, deadline);
        const QString first = open().first()->windowTitle();
        QVERIFY(activate()); // behind it
        QCoreApplication::processEvents();
        QCOMPARE(open().size(), 1);
        m_desk->runs->answer(m_ids.first(), {});
        QTRY_COMPARE(m_ended->size(), 1);
        m_window->activateWindow();
        QTRY_VERIFY_WITH_TIMEOUT(open().size() == 1 && open().first()->windowTitle() != first, deadline);
    }

    // Of three edited cells, one is kept.
    void keptCellStaysAndIsNamedAgain()
    {
        m_desk->runs->setPrompt(Writeback::Prompt::BeforeLoss);
        start(u"Alpha"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, deadline);
        const SheetProbe probe(*m_sandbox);
        QVERIFY(probe.write(u"C4:C6"_s, {{14}, {5}, {9}}));
        QVERIFY(activate());
        m_desk->runs->start(m_ids.first());
        QTRY_COMPARE_WITH_TIMEOUT(open().size(), 1, deadline);
        ReviewWindow *window = open().first();
        auto *table = named<QTableView>(window, u"Changes"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 4, deadline);
        table->setCurrentIndex(table->model()->index(2, 1));
        QCOMPARE(table->currentIndex().data().toString(), u"4"_s);
        QTest::keyClick(table, Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(table->currentIndex().data().toString(), u"5"_s);
        auto *write = button(*window, u"Write 2 values, keep 1 edited cell"_s);
        QVERIFY(write);
        write->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 2, deadline);
        const auto report = m_ended->last()[1].value<Writeback::RunReport>();
        QCOMPARE(report.state, Writeback::State::Verified);
        const Writeback::Finding *kept = found(report.review.findings, Kind::EditsKept);
        QVERIFY(kept);
        QCOMPARE(kept->place, u"C5"_s);
        const Cells held = probe.read();
        QCOMPARE(held.at({3, 2}), QJsonValue(13));
        QCOMPARE(held.at({4, 2}), QJsonValue(5));
        QCOMPARE(held.at({5, 2}), QJsonValue(8));

        const qsizetype asked = m_asked->size();
        m_desk->runs->start(m_ids.first());
        QTRY_COMPARE_WITH_TIMEOUT(m_asked->size(), asked + 1, deadline);
        const QList<Writeback::Finding> findings = m_desk->runs->progress(m_ids.first()).question->findings;
        const Writeback::Finding *edited = found(findings, Kind::CellsEdited);
        QVERIFY(edited);
        QCOMPARE(edited->count, 1);
        QCOMPARE(edited->place, u"C5"_s);
    }

    void acceptedStopIsInTheRunAndHoldsForTheNext()
    {
        Profiles::Profile profile = start(u"Alpha"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, deadline);
        profile.guards.levels[Sheet::Guard::CellsEdited] = Sheet::GuardLevel::Stop;
        QVERIFY(m_desk->store.save(profile));
        m_desk->runs->setPrompt(Writeback::Prompt::BeforeLoss);
        const SheetProbe probe(*m_sandbox);
        QVERIFY(probe.write(u"C4"_s, {{14}}));
        QVERIFY(activate());
        m_desk->runs->start(profile.id);
        QTRY_COMPARE_WITH_TIMEOUT(open().size(), 1, deadline);
        button(*open().first(), u"Accept…"_s)->click();
        auto *dialog = open().first()->findChild<Ui::AcceptDialog *>();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"a typing error"_s);
        dialog->accept();
        const QList<Sheet::Acceptance> stored = m_desk->store.profile(profile.id)->guards.accepted;
        QCOMPARE(stored.size(), 1);
        QCOMPARE(stored.first().reason, u"a typing error"_s);
        auto *write = button(*open().first(), u"Write 1 value"_s);
        QVERIFY(write);
        write->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 2, deadline);
        const auto record = m_desk->history().last(History::RunHistory::Last::Run, profile.id);
        QVERIFY(record && *record);
        const Writeback::Finding *edited = found((*record)->findings, Kind::CellsEdited);
        QVERIFY(edited);
        QCOMPARE(edited->verdict, Sheet::Verdict::Accepted);
        QCOMPARE(edited->reason, u"a typing error"_s);
        QCOMPARE(edited->until, stored.first().until);

        QVERIFY(probe.write(u"C5"_s, {{15}}));
        const qsizetype asked = m_asked->size();
        m_desk->runs->start(profile.id);
        QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 3, deadline);
        QCOMPARE(m_asked->size(), asked); // it is accepted
    }

private:
    [[nodiscard]] bool activate()
    {
        m_window->show();
        m_window->activateWindow();
        return QTest::qWaitForWindowActive(m_window.get());
    }

    [[nodiscard]] QList<ReviewWindow *> open() const
    {
        QList<ReviewWindow *> open = m_window->findChildren<ReviewWindow *>();
        open.removeIf([](const ReviewWindow *one) { return !one->isVisible(); });
        return open;
    }

    Profiles::Profile start(const QString &name, const QString &region = u"B3:"_s, bool isElsewhere = false)
    {
        Profiles::Profile profile = m_desk->addProfile(*m_sandbox, name, region, u"Units"_s);
        if (isElsewhere) { // on another sheet
            profile.spreadsheetId = m_sandbox->spreadsheetId(u"Quarterly Filing"_s);
            profile.sheetId = m_sandbox->sheetId(u"Quarterly Filing"_s, u"Trial Balance"_s);
            [[maybe_unused]] const auto saved = m_desk->store.save(profile);
        }
        m_ids.append(profile.id);
        m_desk->runs->start(profile.id);
        return profile;
    }

    // Whether the run waits for an answer.
    [[nodiscard]] bool startAndAsk(const QString &name, const QString &region = u"B3:"_s, bool isElsewhere = false)
    {
        m_desk->runs->setPrompt(Writeback::Prompt::Always);
        const qsizetype asked = m_asked->size();
        start(name, region, isElsewhere);
        return QTest::qWaitFor([&] { return m_asked->size() > asked; }, deadline);
    }

    DataSetFolder m_folder;
    QStringList m_ids; // of the profiles
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<Ui::WaitingReviews> m_reviews;
    std::unique_ptr<QSignalSpy> m_ended;
    std::unique_ptr<QSignalSpy> m_asked;
};

QTEST_MAIN(TestWaitingReviews)
#include "tst_waitingreviews.moc"
