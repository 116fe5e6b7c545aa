#pragma once

#include "writeback/runreport.h"

#include <QAbstractTableModel>

#include <memory>

namespace Ui {

// A comparison as a table: the rows and columns of the sheet, under their real names, from the region's top left on.
// Shows one of its sides: the desired values exactly as they will be sent, or what the sheet holds now; cells that
// change are marked on both, and so are those outside of a region that is too small. Computes a cell when it is asked
// for: a million rows cost no more than ten.
class PreviewModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Side { Desired, Existing };

    using QAbstractTableModel::QAbstractTableModel;

    void show(std::shared_ptr<const Writeback::Comparison> comparison); // null: nothing
    void setSide(Side side);

    // A cell in words: its address, what becomes of it, what it holds now and what it will hold.
    [[nodiscard]] QString cellText(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] Sheet::Address address(const QModelIndex &index) const;
    [[nodiscard]] bool isOutside(const QModelIndex &index) const; // of the region, which the data overflows

    std::shared_ptr<const Writeback::Comparison> m_comparison;
    Sheet::Rectangle m_inside; // the region
    Side m_side = Side::Desired;
};

} // namespace Ui
