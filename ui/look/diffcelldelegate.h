#pragma once

#include <QStyledItemDelegate>

namespace Ui {

// A cell of a comparison, by what changes in it: a new value, a changed one behind its struck-out predecessor, a value
// that is cleared, a formula that is lost or kept, an edited value that a person keeps, behind a symbol and a word.
// Each has a colour and a form of its own.
class DiffCellDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DiffCellDelegate)

public:
    static constexpr int kindRole = Qt::UserRole + 100; // Review::Kind of the cell, as int; invalid: not compared
    static constexpr int beforeRole = Qt::UserRole + 101; // what a changed cell has now; shown where there is room

    static constexpr int keptRole = Qt::UserRole + 102; // the word for a cell that a person keeps; empty: none

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Ui
