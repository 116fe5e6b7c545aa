#pragma once

#include "review/totals.h"
#include "ui/review/numberstyle.h"

#include <QAbstractTableModel>

namespace Ui {

// The control totals: a row for each column with numbers, its sum before, after, and the difference; and below, the
// same for the rows that a filter hides.
class TotalsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Before, After, Difference, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setTotals(const std::vector<Review::ColumnTotals> &totals);
    void setHidden(qint64 rows, const std::vector<Review::ColumnTotals> &totals);
    void setNumberStyle(const NumberStyle &style);

    // The row above the totals of what is hidden, which says so; -1 if nothing is.
    [[nodiscard]] int hiddenHeading() const { return m_hiddenRows > 0 ? int(m_totals.size()) : -1; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString textAt(int row, int column) const;

    std::vector<Review::ColumnTotals> m_totals;
    std::vector<Review::ColumnTotals> m_hidden;
    qint64 m_hiddenRows = 0;
    NumberStyle m_style;
};

} // namespace Ui
