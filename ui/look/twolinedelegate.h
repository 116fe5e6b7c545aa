#pragma once

#include "ui/look/icons.h"

#include <QStyledItemDelegate>

namespace Ui {

// An icon, and a name in bold with a secondary line below it, such as the way to a sheet. The secondary line loses its
// front rather than its end. A selected row is marked at its leading side.
class TwoLineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TwoLineDelegate)

public:
    TwoLineDelegate(Icon which, int secondRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // The height of a row that has two lines: used for all rows of such a view.
    [[nodiscard]] static int rowHeight(const QFontMetrics &metrics);

private:
    Icon m_icon;
    int m_secondRole;
};

// The ground of a cell, selected or not, with the line below its row.
void paintItemGround(QPainter *painter, const QStyleOptionViewItem &option);

// The mark at the leading side of a selected row; in its first cell.
void paintSelectionMark(QPainter *painter, const QStyleOptionViewItem &option);

} // namespace Ui
