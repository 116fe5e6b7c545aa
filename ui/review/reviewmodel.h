#pragma once

#include "review/keeping.h"
#include "review/listing.h"
#include "ui/review/numberstyle.h"

#include <QAbstractTableModel>

#include <memory>

namespace Ui {

// A listing of a comparison as a table: columns of the sheet by their real names, rows with their numbers in the sheet,
// and those of a row that moves. Shows one of its sides: the desired values exactly as they will be sent, or the
// sheet's current values. Changed cells are marked on both sides, and so are cells outside a region that is too small.
// EditRole has a value as it is, to be copied: without the reader's number style, and empty for a null. Computes cells
// on demand, so that its size does not matter.
class ReviewModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Side {
        Desired,
        Existing, // only of rows by position
    };

    using QAbstractTableModel::QAbstractTableModel;

    void show(std::shared_ptr<const Writeback::Comparison> comparison, std::shared_ptr<const Review::Listing> listing);
    void clear() { show({}, {}); }
    void setSide(Side side);
    void setNumberStyle(const NumberStyle &style);
    void setKeeping(const Review::Keeping &keeping); // edited cells that are kept are shown as such, and as they are

    // The edited cells that can be kept, of some cells in a row of the table: not of a row that moves, whose place gets
    // another row.
    [[nodiscard]] std::vector<Sheet::Span> editedIn(int row, int firstColumn, int lastColumn) const;

    // A cell as a sentence: its address, its change, its current and its new value.
    [[nodiscard]] QString cellText(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Cells
    {
        Sheet::Cell existing;
        Sheet::Cell desired;
        Sheet::Change change = Sheet::Change::Unchanged;
    };

    [[nodiscard]] QString shown(const Sheet::Cell &cell) const;
    [[nodiscard]] QString spoken(const Sheet::Cell &cell) const;
    void refresh();
    [[nodiscard]] const Sheet::RowPair &rows(int section) const { return m_listing->rows[size_t(section)]; }
    [[nodiscard]] Cells cells(const QModelIndex &index) const;
    [[nodiscard]] Sheet::Address address(const QModelIndex &index) const;
    [[nodiscard]] bool isKept(const QModelIndex &index) const;
    [[nodiscard]] bool isOutside(const QModelIndex &index) const; // the region, which the data overflows
    [[nodiscard]] QVariant rowHeader(const Sheet::RowPair &pair, int role) const;

    std::shared_ptr<const Writeback::Comparison> m_comparison;
    std::shared_ptr<const Review::Listing> m_listing; // null without a comparison
    Sheet::Rectangle m_inside; // the region
    Side m_side = Side::Desired;
    NumberStyle m_style;
    Review::Keeping m_keeping;
};

} // namespace Ui
