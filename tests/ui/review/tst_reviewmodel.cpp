#include "ui/look/diffcelldelegate.h"
#include "ui/look/twolineheader.h"
#include "ui/review/reviewmodel.h"

#include <QAbstractItemModelTester>
#include <QFont>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;

using Sheet::Cell;
using Sheet::ColumnType;
using Ui::ReviewModel;

namespace {

// At C5: a header row, then a text, a number and a null; the sheet has another number, and one more row.
std::shared_ptr<const Writeback::Comparison> comparison(const Sheet::Region &region = Sheet::Region({4, 2}, {}, {}))
{
    auto made = std::make_shared<Writeback::Comparison>();
    made->anchor = {.row = 4, .column = 2};
    made->region = region;
    made->types = {ColumnType::String, ColumnType::Long, ColumnType::Date};
    made->columns = QStringList{u"Entity"_s, u"Amount"_s};
    made->desired.appendRow(std::array{Cell::ofText("a"), Cell::ofText("b"), Cell::ofText("c")});
    made->desired.appendRow(std::array{Cell::ofText("x"), Cell::ofNumber("12.50"), Cell{}});
    made->existing.appendRow(std::array{Cell::ofText("a"), Cell::ofText("b"), Cell::ofText("c")});
    made->existing.appendRow(std::array{Cell::ofText("x"), Cell::ofNumber("7"), Cell{}});
    made->existing.appendRow(std::array{Cell::ofText("old")});
    return made;
}

} // namespace

class TestReviewModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellOutsideTheRegionIsNotCalledEmpty()
    {
        show(comparison(Sheet::Region(Sheet::Rectangle{4, 2, 1, 3}))); // C5:E5
        const auto background = [this](int row) { return at(row, 0, Qt::BackgroundRole).value<QBrush>().style(); };
        QCOMPARE(background(0), Qt::NoBrush);
        QVERIFY(background(1) != Qt::NoBrush);
        const QString unchanged = m_model.cellText(m_model.index(0, 0)).section(u' ', 1, 1);
        const QString outside = m_model.cellText(m_model.index(1, 0)); // in both grids
        QVERIFY(outside.contains(u'x'));
        QVERIFY(!outside.contains(unchanged));
    }

    void editedCellSaysWhatWasLeftThere()
    {
        const auto made = [](bool isEdited, bool isKnown) {
            auto edited = std::make_shared<Writeback::Comparison>();
            edited->anchor = {.row = 4, .column = 2};
            edited->region = Sheet::Region({4, 2}, {}, {});
            edited->existing.appendRow(std::array{Cell::ofNumber("1250")});
            edited->desired.appendRow(std::array{Cell::ofNumber("1300")});
            if (isEdited)
                edited->edited = {{0, 0, 0}};
            if (isKnown)
                edited->left.add({0, 0}, Cell::ofNumber("1200"));
            return edited;
        };
        m_model.setNumberStyle({.separators = true});
        show(made(true, true));
        for (const QString &value : {u"1,200"_s, u"1,250"_s, u"1,300"_s})
            QVERIFY(at(0, 0, Qt::AccessibleDescriptionRole).toString().contains(value));
        QVERIFY(at(0, 0, Qt::ToolTipRole).toString().contains(u"1,200"_s));
        for (const bool isEdited : {false, true}) {
            show(made(isEdited, !isEdited)); // of one that is not edited, it is not said
            QVERIFY(!at(0, 0, Qt::AccessibleDescriptionRole).toString().contains(u"1,200"_s));
        }
    }

    void init() { show(comparison()); }

    void largerOfBothGridsIsShown()
    {
        QCOMPARE(m_model.rowCount(), 3);
        QCOMPARE(m_model.columnCount(), 3);
    }

    void headersAreTheNamesAndTheAddressesInTheSheet()
    {
        QCOMPARE(header(0, Qt::Horizontal).toString(), u"Entity"_s);
        QCOMPARE(header(2, Qt::Horizontal).toString(), u"E"_s); // without a name
        const auto below = [this](int section) {
            return m_model.headerData(section, Qt::Horizontal, Ui::TwoLineHeader::secondRole).toString();
        };
        QVERIFY(below(0).startsWith(u'C'));
        QVERIFY(below(2).startsWith(u'E'));
        QVERIFY(below(0) != QString(below(1)).replace(u'D', u'C')); // their types differ
        QCOMPARE(header(0, Qt::Vertical).toInt(), 5);
        QCOMPARE(header(2, Qt::Vertical).toInt(), 7);
    }

    void cellThatIsKeptShowsWhatTheSheetHolds()
    {
        auto keeping = std::make_shared<Writeback::Comparison>();
        keeping->region = Sheet::Region({0, 0}, {}, {});
        keeping->desired.appendRow(std::array{Cell{Sheet::CellKind::Keep, {}}});
        keeping->existing.appendRow(std::array{Cell::ofNumber("7")});
        show(keeping);
        for (const auto side : {ReviewModel::Side::Desired, ReviewModel::Side::Existing}) {
            m_model.setSide(side);
            QCOMPARE(at(0, 0).toString(), u"7"_s);
            QVERIFY(at(0, 0, Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
        }
        m_model.setSide(ReviewModel::Side::Desired);
    }

    void digitsAreShownAsTheyWillBeSent() { QCOMPARE(at(1, 1).toString(), u"12.50"_s); }

    void numbersAreReadInTheChosenStyle()
    {
        m_model.setNumberStyle({.separators = false, .parentheses = true});
        QCOMPARE(at(1, 1).toString(), u"12.50"_s);
        auto negative = std::make_shared<Writeback::Comparison>();
        negative->region = Sheet::Region({0, 0}, {}, {});
        negative->desired.appendRow(std::array{Cell::ofNumber("-7"), Cell::ofText("-7")});
        show(negative);
        QCOMPARE(at(0, 0).toString(), u"(7)"_s);
        QCOMPARE(at(0, 1).toString(), u"-7"_s); // text stays as it is
        QVERIFY(m_model.cellText(m_model.index(0, 0)).contains(u"-7"_s)); // what is sent
        m_model.setNumberStyle({});
    }

    void copiedValueIsTheRawOne()
    {
        auto large = std::make_shared<Writeback::Comparison>();
        large->region = Sheet::Region({0, 0}, {}, {});
        large->desired.appendRow(std::array{Cell::ofNumber("-1234.50"), Cell{}});
        large->existing.appendRow(std::array{Cell::ofNumber("7"), Cell::ofText("old")});
        show(large);
        m_model.setNumberStyle({.separators = true, .parentheses = true});
        QVERIFY(at(0, 0) != at(0, 0, Qt::EditRole));
        QCOMPARE(at(0, 0, Qt::EditRole).toString(), u"-1234.50"_s);
        QVERIFY(at(0, 1, Qt::EditRole).isValid());
        QCOMPARE(at(0, 1, Qt::EditRole).toString(), QString());
        m_model.setSide(ReviewModel::Side::Existing);
        QCOMPARE(at(0, 1, Qt::EditRole).toString(), u"old"_s);
        m_model.setSide(ReviewModel::Side::Desired);
        m_model.setNumberStyle({});
    }

    void clearedCellShowsWhatIsLost()
    {
        auto clearing = std::make_shared<Writeback::Comparison>();
        clearing->region = Sheet::Region({0, 0}, {}, {});
        clearing->existing.appendRow(std::array{Cell::ofNumber("7")});
        show(clearing);
        QCOMPARE(at(0, 0).toString(), QString());
        QCOMPARE(at(0, 0, Ui::DiffCellDelegate::beforeRole).toString(), u"7"_s);
        QVERIFY(at(0, 0, Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
    }

    void changedCellTellsWhatItHasNow()
    {
        QCOMPARE(at(1, 1, Ui::DiffCellDelegate::beforeRole).toString(), u"7"_s);
        QCOMPARE(at(1, 1, Ui::DiffCellDelegate::kindRole).toInt(), int(Review::Kind::Changed));
        QVERIFY(!at(0, 0, Ui::DiffCellDelegate::beforeRole).isValid());
        m_model.setSide(ReviewModel::Side::Existing);
        QVERIFY(!at(1, 1, Ui::DiffCellDelegate::beforeRole).isValid());
        m_model.setSide(ReviewModel::Side::Desired);
    }

    void numbersStandRightAndTextLeft()
    {
        QVERIFY(at(1, 1, Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
        QVERIFY(at(1, 0, Qt::TextAlignmentRole).toInt() & Qt::AlignLeft);
    }

    void nullIsSaidInItalics()
    {
        QVERIFY(!at(1, 2).toString().isEmpty());
        QVERIFY(at(1, 2, Qt::FontRole).value<QFont>().italic());
        QVERIFY(!at(1, 0, Qt::FontRole).value<QFont>().italic());
    }

    void changeIsMarkedWithoutColour()
    {
        QVERIFY(at(1, 1, Qt::FontRole).value<QFont>().bold());
        QVERIFY(!at(0, 0, Qt::FontRole).value<QFont>().bold());
        QVERIFY(at(2, 0, Qt::FontRole).value<QFont>().strikeOut());
    }

    void toolTipSaysWhatTheSheetHolds()
    {
        QVERIFY(at(1, 1, Qt::ToolTipRole).toString().contains(u"7"_s));
        QVERIFY(at(2, 0, Qt::ToolTipRole).toString().contains(u"old"_s));
    }

    void outsideTheDataNothingIsShown() { QVERIFY(at(2, 1).toString().isEmpty()); }

    void formulaThatIsLostOrKeptIsMarkedAsSuch()
    {
        const Cell formula{Sheet::CellKind::Formula, "=A1"};
        auto losing = std::make_shared<Writeback::Comparison>();
        losing->region = Sheet::Region({0, 0}, {}, {});
        losing->existing.appendRow(std::array{formula, formula, formula, formula});
        losing->desired.appendRow(std::array{Cell::ofNumber("7"), Cell{}, Cell{Sheet::CellKind::Keep, {}}, formula});
        show(losing);
        const auto kind = [this](int column) { return at(0, column, Ui::DiffCellDelegate::kindRole).toInt(); };
        QCOMPARE(kind(0), int(Review::Kind::FormulaLost));
        QCOMPARE(kind(1), int(Review::Kind::FormulaLost));
        QCOMPARE(kind(2), int(Review::Kind::FormulaKept));
        QCOMPARE(kind(3), int(Review::Kind::Equal));
    }

    void rowsByKeyHaveTheirNumbersInTheSheet()
    {
        auto moving = std::make_shared<Writeback::Comparison>();
        moving->anchor = {.row = 4, .column = 2};
        moving->region = Sheet::Region({4, 2}, {}, {});
        moving->existing.appendRow(std::array{Cell::ofText("a"), Cell::ofNumber("1")});
        moving->existing.appendRow(std::array{Cell::ofText("gone"), Cell::ofNumber("2")});
        moving->existing.appendRow(std::array{Cell::ofText("b"), Cell::ofNumber("3")});
        moving->desired.appendRow(std::array{Cell::ofText("new"), Cell::ofNumber("9")});
        moving->desired.appendRow(std::array{Cell::ofText("a"), Cell::ofNumber("1")});
        moving->desired.appendRow(std::array{Cell::ofText("b"), Cell::ofNumber("4")});
        const Sheet::Key key{0};
        moving->byKey =
            Writeback::MatchedRows{key, Sheet::keyDiff(moving->existing, moving->desired, key, 0).value().rows};
        show(moving, Review::Lens::ByKey);
        QCOMPARE(m_model.rowCount(), 4);
        const auto numbers = [this](int row) {
            return header(row, Qt::Vertical).toString().split(QRegularExpression(u"\\D+"_s));
        };
        QCOMPARE(numbers(0), QStringList{u"5"_s}); // new
        QCOMPARE(numbers(1), (QStringList{u"5"_s, u"6"_s}));
        QCOMPARE(numbers(2), QStringList{u"6"_s}); // gone
        QVERIFY(m_model.headerData(2, Qt::Vertical, Qt::FontRole).value<QFont>().strikeOut());
        QCOMPARE(numbers(3), QStringList{u"7"_s});
        QCOMPARE(at(2, 1, Ui::DiffCellDelegate::kindRole).toInt(), int(Review::Kind::Cleared));
        QCOMPARE(at(2, 1, Ui::DiffCellDelegate::beforeRole).toString(), u"2"_s);
        QCOMPARE(at(3, 1, Ui::DiffCellDelegate::beforeRole).toString(), u"3"_s);
        QCOMPARE(at(1, 1, Ui::DiffCellDelegate::kindRole).toInt(), int(Review::Kind::Equal));
        QVERIFY(m_model.cellText(m_model.index(0, 1)).startsWith(u"D5"_s));
        QVERIFY(m_model.cellText(m_model.index(1, 1)).startsWith(u"D6"_s)); // after the write
        QVERIFY(m_model.cellText(m_model.index(2, 1)).startsWith(u"D6"_s)); // where it is now
        QVERIFY(m_model.cellText(m_model.index(3, 1)).startsWith(u"D7"_s));
        for (int row = 0; row < 4; ++row)
            QCOMPARE(m_model.headerData(row, Qt::Vertical, Qt::ToolTipRole).toString().isEmpty(), row == 3);
    }

    void nothingToCompareIsAnEmptyTable()
    {
        QSignalSpy reset(&m_model, &QAbstractItemModel::modelReset);
        m_model.clear();
        QCOMPARE(reset.count(), 1);
        QCOMPARE(m_model.rowCount(), 0);
        QCOMPARE(m_model.columnCount(), 0);
        QVERIFY(!header(0, Qt::Vertical).isValid());
    }

private:
    ReviewModel m_model;
    QAbstractItemModelTester m_tester{&m_model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    void show(const std::shared_ptr<const Writeback::Comparison> &comparison, Review::Lens lens = Review::Lens::ByCell)
    {
        m_model.show(comparison,
                     std::make_shared<const Review::Listing>(Review::list(*comparison, {.lens = lens}).value()));
    }

    QVariant at(int row, int column, int role = Qt::DisplayRole) const { return m_model.index(row, column).data(role); }

    QVariant header(int section, Qt::Orientation orientation) const
    {
        return m_model.headerData(section, orientation, Qt::DisplayRole);
    }
};

QTEST_MAIN(TestReviewModel)
#include "tst_reviewmodel.moc"
