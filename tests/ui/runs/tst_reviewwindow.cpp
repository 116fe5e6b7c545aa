#include "ui/runs/reviewwindow.h"

#include "support/testgrid.h"
#include "ui/controls.h"
#include "words/reviewtext.h"

#include <QPushButton>
#include <QSignalSpy>
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

QPushButton *writeButton(const ReviewWindow &window, const Writeback::ChangeCounts &changes)
{
    for (QPushButton *button : window.findChildren<QPushButton *>()) {
        if (button->text() == Words::writeText(changes))
            return button;
    }
    return nullptr;
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
        QPushButton *write = writeButton(*window, {.changed = keeps ? 1 : 2});
        QVERIFY(write);
        write->click();
        QCOMPARE(decided.size(), 1);
        const auto decision = decided.front().front().value<Decision>();
        QVERIFY(decision.writes);
        QCOMPARE(decision.keep.size(), size_t(keeps ? 1 : 0));
        QTRY_VERIFY(!alive);
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
