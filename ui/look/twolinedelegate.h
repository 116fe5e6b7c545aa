#pragma once

#include <QStyledItemDelegate>

namespace Ui {

// A name in bold with a secondary line below it, such as the way to a sheet. The secondary line loses its front rather
// than its end.
class TwoLineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TwoLineDelegate)

public:
    TwoLineDelegate(int secondRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // The height of a row that has two lines: used for all rows of such a view.
    [[nodiscard]] static int rowHeight(const QFontMetrics &metrics);

private:
    int m_secondRole;
};

// The ground of a cell: selected, touched or neither.
void paintItemGround(QPainter *painter, const QStyleOptionViewItem &option);

} // namespace Ui
