#include "ui/home/rundelegate.h"

#include "ui/home/profilesmodel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

namespace Ui {

namespace {

constexpr int margin = 3;

QStyle *styleOf(const QStyleOptionViewItem &option)
{
    return option.widget ? option.widget->style() : QApplication::style();
}

QStyleOptionButton buttonOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QStyleOptionButton button;
    button.rect = option.rect.adjusted(margin, margin, -margin, -margin);
    button.text = index.data().toString();
    button.palette = option.palette;
    button.fontMetrics = option.fontMetrics;
    button.direction = option.direction;
    button.state = QStyle::State_Enabled | (option.state & (QStyle::State_Active | QStyle::State_MouseOver));
    return button;
}

bool hasButton(const QModelIndex &index)
{
    return index.column() == ProfilesModel::Action
        && ProfilesModel::Press(index.data(ProfilesModel::pressRole).toInt()) != ProfilesModel::Press::None;
}

} // namespace

RunDelegate::RunDelegate(QAbstractItemView *view) : QStyledItemDelegate(view)
{
    view->viewport()->installEventFilter(this);
}

// A press ends wherever it is released; the delegate itself only receives events of the button's own cell.
bool RunDelegate::eventFilter(QObject *watched, QEvent *event)
{
    auto *viewport = qobject_cast<QWidget *>(watched);
    if (!viewport || viewport->parent() != parent())
        return QStyledItemDelegate::eventFilter(watched, event);
    if (event->type() == QEvent::MouseButtonRelease && m_pressed.isValid()) {
        const auto over = [this, viewport] {
            m_pressed = QPersistentModelIndex();
            viewport->update();
        };
        QMetaObject::invokeMethod(this, over, Qt::QueuedConnection); // after editorEvent()
    }
    return false;
}

void RunDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (hasButton(index))
        paintButton(painter, option, index);
    else if (index.column() == ProfilesModel::State && index.data(ProfilesModel::runningRole).toBool())
        paintState(painter, option, index);
    else
        QStyledItemDelegate::paint(painter, option, index);
}

void RunDelegate::paintState(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant done = index.data(ProfilesModel::doneRole);
    if (!done.isValid())
        return;
    QRect bar = option.rect.adjusted(margin, 0, -margin, -1);
    bar.setTop(bar.bottom() - margin);
    const bool selected = option.state & QStyle::State_Selected;
    const QColor colour = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Highlight);
    painter->fillRect(QRect(bar.topLeft(), QSize(int(bar.width() * done.toDouble()), bar.height())), colour);
}

void RunDelegate::paintButton(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem empty = option;
    initStyleOption(&empty, index);
    empty.text.clear();
    styleOf(option)->drawControl(QStyle::CE_ItemViewItem, &empty, painter, option.widget);
    QStyleOptionButton button = buttonOf(option, index);
    button.state |= m_pressed == index ? QStyle::State_Sunken : QStyle::State_Raised;
    styleOf(option)->drawControl(QStyle::CE_PushButton, &button, painter, option.widget);
}

QSize RunDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() != ProfilesModel::Action)
        return QStyledItemDelegate::sizeHint(option, index);
    const QStyleOptionButton button = buttonOf(option, index);
    const QSize text = option.fontMetrics.size(Qt::TextShowMnemonic, button.text);
    return styleOf(option)
        ->sizeFromContents(QStyle::CT_PushButton, &button, text, option.widget)
        .grownBy({margin, margin, margin, margin});
}

bool RunDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    const bool press = event->type() == QEvent::MouseButtonPress;
    const bool release = event->type() == QEvent::MouseButtonRelease;
    if (!hasButton(index) || (!press && !release))
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    const auto *mouse = static_cast<QMouseEvent *>(event);
    const bool hit = mouse->button() == Qt::LeftButton && buttonOf(option, index).rect.contains(mouse->pos());
    const bool done = release && hit && m_pressed == index;
    if (press)
        m_pressed = hit ? QPersistentModelIndex(index) : QPersistentModelIndex();
    if (auto *view = qobject_cast<QAbstractItemView *>(parent()))
        view->update(index);
    if (done)
        Q_EMIT clicked(index);
    return hit;
}

} // namespace Ui
