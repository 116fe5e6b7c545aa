#pragma once

#include "ui/look/twolinedelegate.h"

class QAbstractItemView;

namespace Ui {

// Paints the rows of the ProfilesModel, as the ProfilesFilter shows them: the name with its target, the state with the
// progress bar of a run, the button that starts or cancels a run, and the headings of groups. The button is for the
// mouse; keyboard users have the window's actions.
class RunDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunDelegate)

public:
    explicit RunDelegate(QAbstractItemView *view);

    // A heading needs less than the other rows; its name has their whole width before the button.
    [[nodiscard]] static int headingHeight(const QFontMetrics &metrics);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void clicked(const QModelIndex &index);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    void paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintState(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintButton(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    TwoLineDelegate m_names;
    QPersistentModelIndex m_pressed;
};

} // namespace Ui
