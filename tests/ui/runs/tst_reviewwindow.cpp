#include "ui/runs/reviewwindow.h"

#include "support/testgrid.h"
#include "ui/interaction.h"
#include "ui/review/acceptdialog.h"
#include "words/findingtext.h"
#include "words/reviewtext.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using Ui::ReviewWindow;
using Writeback::Decision;

namespace {

// B3:C5, of which C4 and C5 are to change, and C5 was edited.
Writeback::RunReport review(bool isEdited)
{
    using Sheet::Cell;
    auto comparison = std::make_shared<Writeback::Comparison>();
    comparison->region = *Sheet::Region::parse(u"B3:C5"_s);
    comparison->anchor = comparison->region.anchor();
    comparison->existing = gridOf({{Cell::ofText("Unit"), Cell::ofText("Heads")},
                                   {Cell::ofText("North"), Cell::ofText("12")},
                                   {Cell::ofText("South"), Cell::ofText("8")}});
    comparison->desired = gridOf({{Cell::ofText("Unit"), Cell::ofText("Heads")},
                                  {Cell::ofText("North"), Cell::ofText("13")},
                                  {Cell::ofText("South"), Cell::ofText("7")}});
    comparison->headerRows = 1;
    if (isEdited)
        comparison->edited = {{2, 1, 1}};
    Writeback::RunReport report;
    report.state = Writeback::State::Planned;
    report.review.changes = {.changed = 2, .unchanged = 4};
    report.cellsPlanned = 2;
    report.cellsCompared = 6;
    report.comparison = comparison;
    return report;
}

// The button that writes so many values, and says how many it keeps.
QPushButton *writeButton(const ReviewWindow &window, qint64 values, qint64 kept)
{
    Writeback::ReviewSummary review;
    review.changes = {.changed = values};
    if (kept > 0)
        review.findings.append({.kind = Writeback::Finding::Kind::EditsKept, .count = kept});
    return button(window, Words::writeText(review));
}

bool select(const ReviewWindow &window, int row, int column)
{
    auto *table = named<QTableView>(&window, u"Changes"_s);
    if (!QTest::qWaitFor([&] { return table->model()->rowCount() > row; }))
        return false;
    table->selectionModel()->setCurrentIndex(table->model()->index(row, column), QItemSelectionModel::ClearAndSelect);
    table->setFocus();
    return true;
}

} // namespace

class TestReviewWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEverythingUnlessEditsAreKept_data()
    {
        QTest::addColumn<bool>("isEdited");
        QTest::addColumn<bool>("keeps");
        QTest::newRow("nothing edited") << false << false;
        QTest::newRow("edits overwritten") << true << false;
        QTest::newRow("edits kept") << true << true;
    }
    void writesEverythingUnlessEditsAreKept()
    {
        QFETCH(const bool, isEdited);
        QFETCH(const bool, keeps);
        auto *window = new ReviewWindow(u"Balance"_s);
        QPointer alive(window);
        window->show(review(isEdited));
        window->show();
        QSignalSpy decided(window, &ReviewWindow::decided);
        auto *keepEdits = window->findChild<QCheckBox *>(u"keepEdits"_s);
        QCOMPARE(keepEdits->isVisible(), isEdited);
        if (keeps)
            keepEdits->click();
        QPushButton *write = writeButton(*window, keeps ? 1 : 2, keeps ? 1 : 0);
        QVERIFY(write);
        write->click();
        QCOMPARE(decided.size(), 1);
        const auto decision = decided.front().front().value<Decision>();
        QVERIFY(decision.writes);
        QCOMPARE(decision.keep.size(), size_t(keeps ? 1 : 0));
        QTRY_VERIFY(!alive);
    }

    void eachEditedCellIsKeptOrOverwritten()
    {
        Writeback::RunReport two = review(true);
        auto made = std::make_shared<Writeback::Comparison>();
        made->region = two.comparison->region;
        made->anchor = two.comparison->anchor;
        made->existing = two.comparison->existing.copy();
        made->desired = two.comparison->desired.copy();
        made->headerRows = 1;
        made->edited = {{1, 1, 1}, {2, 1, 1}};
        two.comparison = made;
        auto *window = new ReviewWindow(u"Balance"_s);
        window->show(two);
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window));
        const auto *all = window->findChild<QCheckBox *>(u"keepEdits"_s);
        const auto cell = [window](int row) {
            const auto *table = named<QTableView>(window, u"Changes"_s);
            return table->model()->index(row, 1).data().toString();
        };
        QVERIFY(select(*window, 2, 1));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(writeButton(*window, 1, 1));
        QCOMPARE(all->checkState(), Qt::PartiallyChecked);
        QCOMPARE(cell(2), u"8"_s); // as it is in the sheet
        QCOMPARE(cell(1), u"13"_s);
        QVERIFY(select(*window, 1, 1));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(writeButton(*window, 0, 2));
        QCOMPARE(all->checkState(), Qt::Checked);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
        QPushButton *write = writeButton(*window, 1, 1);
        QVERIFY(write);
        QSignalSpy decided(window, &ReviewWindow::decided);
        write->click();
        QCOMPARE(decided.front().front().value<Decision>(), (Decision{.writes = true, .keep = {{2, 1, 1}}}));
    }

    void boxDecidesForAll()
    {
        auto *window = new ReviewWindow(u"Balance"_s);
        window->show(review(true));
        window->show();
        auto *all = window->findChild<QCheckBox *>(u"keepEdits"_s);
        all->click();
        QVERIFY(writeButton(*window, 1, 1));
        all->click();
        QVERIFY(writeButton(*window, 2, 0));
        window->close();
    }

    void cellThatWasNotEditedCannotBeKept()
    {
        auto *window = new ReviewWindow(u"Balance"_s);
        window->show(review(true));
        window->show();
        QVERIFY(select(*window, 1, 1));
        QTest::keyClick(named<QTableView>(window, u"Changes"_s), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(writeButton(*window, 2, 0));
        window->close();
    }

    void stopIsAcceptedWithAReason()
    {
        using Writeback::Finding;
        Writeback::RunReport stopped = review(false);
        stopped.review.findings = {{.kind = Finding::Kind::RowsFell, .verdict = Sheet::Verdict::Stop},
                                   {.kind = Finding::Kind::FormulasOverwritten}};
        auto *window = new ReviewWindow(u"Balance"_s);
        window->show(stopped);
        window->resize(1400, 800); // with room for the side
        window->show();
        const auto says = [window](const QString &text) {
            const auto labels = window->findChildren<QLabel *>();
            return std::ranges::any_of(
                labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
        };
        QVERIFY(says(Words::undecidedText(stopped.review)));
        QCOMPARE(nameless(window), QStringList());
        QSignalSpy accepted(window, &ReviewWindow::checkAccepted);
        QPushButton *accept = button(*window, u"Accept…"_s);
        QVERIFY(accept); // the only one: formulas are no check with a rule
        accept->click();
        auto *dialog = window->findChild<Ui::AcceptDialog *>();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"sold"_s);
        dialog->accept();
        QCOMPARE(accepted.size(), 1);
        const auto acceptance = accepted.front().front().value<Sheet::Acceptance>();
        QCOMPARE(acceptance.guard, Sheet::Guard::RowsFell);
        QCOMPARE(acceptance.reason, u"sold"_s);

        Writeback::ruleAgain(stopped.review.findings, {acceptance}, acceptance.until);
        window->setFindings(stopped.review.findings);
        QVERIFY(says(Words::acceptanceText(stopped.review.findings.first())));
        QTRY_VERIFY(!button(*window, u"Accept…"_s));
        window->close();
    }

    void closingDecidesNothing()
    {
        auto *window = new ReviewWindow(u"Balance"_s);
        QPointer alive(window);
        window->show(review(true));
        window->show();
        QSignalSpy decided(window, &ReviewWindow::decided);
        QCOMPARE(nameless(window), QStringList());
        window->close();
        QTRY_VERIFY(!alive);
        QCOMPARE(decided.size(), 0);
    }

    void declineWritesNothing()
    {
        auto *window = new ReviewWindow(u"Balance"_s);
        window->show(review(true));
        window->show();
        QSignalSpy decided(window, &ReviewWindow::decided);
        window->findChild<QCheckBox *>(u"keepEdits"_s)->click();
        window->findChild<QPushButton *>(u"decline"_s)->click();
        QCOMPARE(decided.size(), 1);
        QCOMPARE(decided.front().front().value<Decision>(), Decision());
    }
};

QTEST_MAIN(TestReviewWindow)
#include "tst_reviewwindow.moc"
