#include "ui/review/reviewpanel.h"

#include "support/testgrid.h"
#include "ui/controls.h"
#include "ui/interaction.h"
#include "ui/look/chipbutton.h"
#include "ui/look/diffcelldelegate.h"
#include "ui/look/segments.h"
#include "ui/review/changesexport.h"
#include "words/reviewtext.h"

#include <QComboBox>
#include <QScrollArea>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

using namespace Support;
using Review::Kind;
using Review::Lens;

namespace {

// A row of names, and accounts: "a" has another amount, "b" and "c" move, "gone" is only in the sheet, "new" only in
// the data. The period is the same in all rows.
Writeback::RunReport reportOf(bool hasKey = true)
{
    auto made = std::make_shared<Writeback::Comparison>();
    made->region = *Sheet::Region::parse(u"B3:"_s);
    made->anchor = made->region.anchor();
    made->types = {Sheet::ColumnType::String, Sheet::ColumnType::Decimal, Sheet::ColumnType::String};
    made->columns = {u"Account"_s, u"Amount"_s, u"Period"_s};
    made->headerRows = 1;
    made->existing = gridOf({{text("Account"), text("Amount"), text("Period")},
                             {text("a"), number("1000.25"), text("May")},
                             {text("gone"), number("7"), blank},
                             {text("b"), number("20"), text("May")},
                             {text("c"), number("30"), text("May")}});
    made->desired = gridOf({{text("Account"), text("Amount"), text("Period")},
                            {text("a"), number("1000.5"), text("May")},
                            {text("c"), number("30"), text("May")},
                            {text("new"), number("-400"), blank},
                            {text("b"), number("20"), text("May")}});
    const Sheet::Diff diff = Sheet::diff(made->existing, made->desired);
    Writeback::RunReport report;
    report.state = Writeback::State::Planned;
    report.review.sourceRows = 4;
    report.review.sourceColumns = 3;
    report.review.changes = {diff.changed, diff.added, diff.cleared, diff.unchanged, diff.kept};
    report.cellsCompared = 15;
    if (hasKey) {
        const Sheet::Key key{0};
        auto byKey = Sheet::keyDiff(made->existing, made->desired, key, 1).value();
        report.review.byKey = Writeback::KeyCounts{.key = {u"Account"_s}, .isSuggested = true, .added = byKey.added};
        made->byKey = Writeback::MatchedRows{key, std::move(byKey.rows)};
    }
    report.comparison = made;
    return report;
}

} // namespace

class TestReviewPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
    }

    void init()
    {
        m_panel = std::make_unique<Ui::ReviewPanel>();
        m_panel->resize(1200, 700);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        QVERIFY(show(reportOf()));
    }

    void keyIsTheFirstViewIfThereIsOne()
    {
        QCOMPARE(keysListed(), u"Account a gone c new b"_s);
        QVERIFY(show(reportOf(false)));
        QCOMPARE(keysListed(), u"Account a c new b"_s);
        QVERIFY(!lensButton(Lens::ByKey)->isEnabled());
        QVERIFY(!lensButton(Lens::ByKey)->toolTip().isEmpty());
        QVERIFY(lensButton(Lens::ByCell)->isEnabled());
    }

    void chipsCountWhatTheLensShows()
    {
        QCOMPARE(chips(),
                 (QStringList{chip(Lens::ByKey, Kind::Changed, 1), chip(Lens::ByKey, Kind::New, 1),
                              chip(Lens::ByKey, Kind::Cleared, 1), chip(Lens::ByKey, Kind::Moved, 2)}));
        QVERIFY(setLens(Lens::ByCell));
        QCOMPARE(chips(),
                 (QStringList{chip(Lens::ByCell, Kind::Changed, 7), chip(Lens::ByCell, Kind::New, 1),
                              chip(Lens::ByCell, Kind::Cleared, 1), chip(Lens::ByCell, Kind::Equal, 6)}));
    }

    void severalChipsCanBeOn()
    {
        QVERIFY(press(Kind::New));
        QCOMPARE(keysListed(), u"Account new"_s);
        QVERIFY(press(Kind::Moved));
        QCOMPARE(keysListed(), u"Account c new b"_s);
        QCOMPARE(chips().size(), 4); // they count what there is, not what is listed
        QVERIFY(press(Kind::New));
        QVERIFY(press(Kind::Moved));
        QCOMPARE(keysListed(), u"Account a gone c new b"_s);
    }

    void chipsOfOneLensAreOffInTheOther()
    {
        QVERIFY(press(Kind::New));
        QCOMPARE(keysListed(), u"Account new"_s);
        QVERIFY(setLens(Lens::ByCell));
        QCOMPARE(keysListed(), u"Account a c new b"_s);
    }

    // As a screen reader does it.
    void chipThatIsToggledFilters()
    {
        for (auto *one : m_panel->findChildren<Ui::ChipButton *>()) {
            if (one->text() == chip(Lens::ByKey, Kind::New, 1))
                QVERIFY(relists([one] { one->toggle(); }));
        }
        QCOMPARE(keysListed(), u"Account new"_s);
    }

    void hiddenRowsAreAddedUp()
    {
        QTRY_COMPARE(totals(), QStringList{u"Amount 1057.25 650.5 -406.75"_s});
        QVERIFY(press(Kind::New));
        QTRY_COMPARE(totals().size(), 3);
        QCOMPARE(totals().first(), u"Amount 1057.25 650.5 -406.75"_s);
        QCOMPARE(totals().last(), u"Amount 1057.25 1050.5 -6.75"_s);
        QVERIFY(press(Kind::New));
        QTRY_COMPARE(totals().size(), 1);
    }

    void greatestDifferenceIsFirst()
    {
        auto *sort = named<QComboBox>(m_panel.get(), u"Sort"_s);
        const auto least = [this] { return named<QLineEdit>(m_panel.get(), u"Only differences of at least"_s); };
        QVERIFY(sort && !least());
        QCOMPARE(sort->count(), 2); // one column of numbers
        QVERIFY(relists([&] { sort->setCurrentIndex(1); }));
        QVERIFY(least());
        QCOMPARE(keysListed(), u"Account new gone a c b"_s);
        QVERIFY(relists([&] { QTest::keyClicks(least(), u"7"_s); }));
        QCOMPARE(keysListed(), u"Account new gone"_s);
        QVERIFY(relists([&] { QTest::keyClicks(least(), u"x"_s); })); // no number, so there is no threshold
        QCOMPARE(keysListed(), u"Account new gone a c b"_s);
    }

    void onlyEqualColumnsFold()
    {
        auto *fold = m_panel->findChild<QCheckBox *>();
        const auto hidden = [this] {
            QList<int> columns;
            for (int column = 0; column < table()->model()->columnCount(); ++column) {
                if (table()->isColumnHidden(column))
                    columns.append(column);
            }
            return columns;
        };
        fold->click();
        QCOMPARE(hidden(), QList<int>{2}); // the key stays
        QVERIFY(setLens(Lens::ByCell));
        QCOMPARE(hidden(), QList<int>{}); // by position, every column changes
        QVERIFY(setLens(Lens::ByKey));
        QCOMPARE(hidden(), QList<int>{2});
        Writeback::RunReport oneAmount = reportOf();
        auto made = std::make_shared<Writeback::Comparison>();
        made->region = oneAmount.comparison->region;
        made->existing = gridOf({{text("a"), number("1"), text("May")}});
        made->desired = gridOf({{text("a"), number("2"), text("May")}});
        made->byKey = Writeback::MatchedRows{{0}, {{0, 0, Sheet::RowChange::Changed}}};
        oneAmount.comparison = made;
        QVERIFY(show(oneAmount));
        QCOMPARE(hidden(), QList<int>{2}); // a row is known by its key
        QVERIFY(setLens(Lens::ByCell));
        QCOMPARE(hidden(), (QList<int>{0, 2}));
        fold->click();
        QCOMPARE(hidden(), QList<int>{});
    }

    void nextChangeGoesThroughAllOfThem()
    {
        table()->setFocus();
        QStringList visited;
        for (int step = 0; step < 4; ++step) {
            QTest::keyClick(table(), Qt::Key_F8);
            visited.append(u"%1 %2"_s.arg(table()->currentIndex().row()).arg(table()->currentIndex().column()));
        }
        QCOMPARE(visited, (QStringList{u"1 1"_s, u"2 0"_s, u"4 0"_s, u"1 1"_s})); // a, gone, new, and around
        QTest::keyClick(table(), Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(table()->currentIndex().row(), 4);
    }

    void currentCellIsSaidInASentence()
    {
        table()->setCurrentIndex(table()->model()->index(1, 1));
        const auto labels = m_panel->findChildren<QLabel *>();
        const bool isSaid = std::ranges::any_of(labels, [](const QLabel *label) {
            return label->text().startsWith(u"C4 "_s) && label->text().contains(u"1000.25"_s)
                && label->text().contains(u"1000.5"_s) && label->text().contains(u"0.25"_s);
        });
        QVERIFY(isSaid);
    }

    void comparedCellsAreAlwaysInSight()
    {
        const QString wanted = Words::comparedText(reportOf());
        const auto isInSight = [&] {
            const auto labels = m_panel->findChildren<QLabel *>();
            return std::ranges::any_of(
                labels, [&](const QLabel *label) { return label->isVisible() && label->text() == wanted; });
        };
        QVERIFY(isInSight());
        m_panel->findChild<QCheckBox *>()->click();
        QVERIFY(press(Kind::New));
        QVERIFY(isInSight());
    }

    void sideTakesThePlaceOfTheTableWhereThereIsNoRoomForBoth()
    {
        const auto *side = m_panel->findChild<QScrollArea *>();
        const auto *view = table();
        const auto isOfPanel = [](const Ui::ToneLabel *label) { return label->text().contains(u"4,242"_s); };
        Writeback::RunReport losing = reportOf();
        losing.review.findings.append({.kind = Writeback::Finding::Kind::ClearsMoreThanItWrites, .count = 4242});
        QVERIFY(show(losing));
        const auto all = m_panel->findChildren<Ui::ToneLabel *>(QString(), Qt::FindDirectChildrenOnly);
        const auto *loss = *std::ranges::find_if(all, isOfPanel);
        const auto says = [loss] { return loss->isVisible(); };
        QVERIFY(view->isVisible() && side->isVisible() && !says()); // the side says it
        m_panel->resize(560, 360); // in a window of 800 × 600
        QVERIFY(view->isVisible() && !side->isVisible() && says());
        QCOMPARE(m_panel->size(), QSize(560, 360));
        QTRY_VERIFY(view->height() > view->fontMetrics().height() * 6);
        const auto buttons = m_panel->findChildren<QToolButton *>();
        auto *before = *std::ranges::find_if(buttons, &QToolButton::isCheckable);
        before->click();
        QVERIFY(!view->isVisible() && side->isVisible() && says());
        before->click();
        QVERIFY(view->isVisible() && !side->isVisible());
        before->click();
        m_panel->resize(1200, 700);
        QVERIFY(view->isVisible() && side->isVisible() && !says());
    }

    void changesAreExported_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("csv") << u"changes.csv"_s;
        QTest::newRow("xlsx") << u"changes.xlsx"_s;
    }
    void changesAreExported()
    {
        QFETCH(QString, name);
        const QString path = m_folder.filePath(name);
        auto *exporting = m_panel->findChild<Ui::ChangesExport *>();
        QSignalSpy ended(exporting, &Ui::ChangesExport::ended);
        exporting->start(reportOf(), QDateTime::currentDateTimeUtc(), path);
        QVERIFY(exporting->isRunning());
        QTRY_COMPARE(ended.count(), 1);
        QVERIFY(!exporting->isRunning());
        QVERIFY(QFileInfo(path).size() > 0);
    }

    void failedExportIsSaid()
    {
        auto *exporting = m_panel->findChild<Ui::ChangesExport *>();
        QSignalSpy ended(exporting, &Ui::ChangesExport::ended);
        exporting->start(reportOf(), QDateTime::currentDateTimeUtc(), m_folder.filePath(u"missing/changes.csv"_s));
        QTRY_COMPARE(ended.count(), 1);
        QVERIFY(m_panel->findChild<QMessageBox *>());
    }

    void clearedPanelIsEmptyAndCanBeUsedAgain()
    {
        QVERIFY(press(Kind::New));
        m_panel->clear();
        QCOMPARE(table()->model()->rowCount(), 0);
        QCOMPARE(chips(), QStringList());
        QVERIFY(show(reportOf()));
        QCOMPARE(keysListed(), u"Account a gone c new b"_s);
    }

    void everyControlHasAName() { QCOMPARE(Support::nameless(m_panel.get()), QStringList()); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Ui::ReviewPanel> m_panel;

    [[nodiscard]] QTableView *table() const { return named<QTableView>(m_panel.get(), u"Changes"_s); }

    // Whether another list is displayed after that.
    template <typename Action> [[nodiscard]] bool relists(Action action)
    {
        QSignalSpy listed(m_panel.get(), &Ui::ReviewPanel::listed);
        action();
        return listed.wait();
    }

    [[nodiscard]] bool show(const Writeback::RunReport &report)
    {
        return relists([&] { m_panel->show(report); });
    }
    [[nodiscard]] bool setLens(Lens lens)
    {
        return relists([&] { m_panel->setLens(lens); });
    }

    [[nodiscard]] bool press(Kind kind)
    {
        return relists([&] {
            for (auto *one : m_panel->findChildren<Ui::ChipButton *>()) {
                const QString word = chip(Lens::ByKey, kind, 1).section(u' ', 1);
                if (one->isVisible() && one->text().endsWith(word))
                    one->click();
            }
        });
    }

    [[nodiscard]] QAbstractButton *lensButton(Lens lens) const
    {
        auto *segments = named<Ui::Segments>(m_panel.get(), u"How rows are compared"_s);
        return segments->findChildren<QAbstractButton *>()[int(lens)];
    }

    static QString chip(Lens lens, Kind kind, qint64 count) { return Words::kindText(lens, kind, count); }

    [[nodiscard]] QStringList chips() const
    {
        QStringList texts;
        for (const auto *one : m_panel->findChildren<Ui::ChipButton *>()) {
            if (one->isVisible())
                texts.append(one->text());
        }
        return texts;
    }

    // The first column; of a row that is gone, what the sheet holds.
    [[nodiscard]] QString keysListed() const
    {
        QStringList keys;
        const QAbstractItemModel *model = table()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row, 0);
            const QString after = index.data(Qt::EditRole).toString();
            const QString before = index.data(Ui::DiffCellDelegate::beforeRole).toString();
            keys.append(after.isEmpty() ? before : after);
        }
        return keys.join(u' ');
    }

    [[nodiscard]] QStringList totals() const
    {
        QStringList rows;
        const auto *view = named<QTableView>(m_panel.get(), u"Control totals"_s);
        for (int row = 0; view && row < view->model()->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < view->model()->columnCount(); ++column)
                cells.append(view->model()->index(row, column).data().toString());
            rows.append(cells.join(u' '));
        }
        return rows;
    }
};

QTEST_MAIN(TestReviewPanel)
#include "tst_reviewpanel.moc"
