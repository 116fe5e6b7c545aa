#pragma once

#include "ui/review/numberstyle.h"

#include "writeback/runreport.h"

#include <QAbstractTableModel>

#include <memory>

namespace Ui {

// A comparison as a table: rows and columns of the sheet by their real names, from the region's top left. Shows one of
// its sides: the desired values exactly as they will be sent, or the sheet's current values. Changed cells are marked
// on both sides, and so are cells outside a region that is too small. EditRole has a value as it is, to be copied:
// without the reader's number style, and empty for a null. Computes cells on demand, so that its size does
// not matter.
class PreviewModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Side { Desired, Existing };

    using QAbstractTableModel::QAbstractTableModel;

    void show(std::shared_ptr<const Writeback::Comparison> comparison); // null: nothing
    void setSide(Side side);
    void setNumberStyle(const NumberStyle &style);

    // A cell as text: its address, its change, its current and its new value.
    [[nodiscard]] QString cellText(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString shown(const Sheet::Cell &cell) const;
    void refresh();
    [[nodiscard]] Sheet::Address address(const QModelIndex &index) const;
    [[nodiscard]] bool isOutside(const QModelIndex &index) const; // the region, which the data overflows

    std::shared_ptr<const Writeback::Comparison> m_comparison;
    Sheet::Rectangle m_inside; // the region
    Side m_side = Side::Desired;
    NumberStyle m_style;
};

} // namespace Ui
