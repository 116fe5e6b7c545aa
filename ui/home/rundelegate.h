#pragma once

#include <QStyledItemDelegate>

class QAbstractItemView;

namespace Ui {

// Paints what belongs to a run in the rows of the ProfilesModel: the bar of one under way below its step, and the
// button that starts or cancels it. The button is for the mouse; the keyboard has the actions of the window.
class RunDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunDelegate)

public:
    explicit RunDelegate(QAbstractItemView *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void clicked(const QModelIndex &index);

private:
    void paintState(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintButton(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    QPersistentModelIndex m_pressed;
};

} // namespace Ui
