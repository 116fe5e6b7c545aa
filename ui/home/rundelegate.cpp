#include "ui/home/rundelegate.h"

#include "ui/home/profilesmodel.h"
#include "ui/look/chip.h"
#include "ui/look/fonts.h"
#include "ui/look/palette.h"
#include "ui/look/rounded.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace Ui {

namespace {

constexpr int margin = 3;

QStyle *styleOf(const QStyleOptionViewItem &option)
{
    return option.widget ? option.widget->style() : QApplication::style();
}

int buttonHeight(const QFontMetrics &metrics)
{
    return metrics.height() * 3 / 2 + 6;
}

QStyleOptionButton buttonOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QStyleOptionButton button;
    const int height = buttonHeight(option.fontMetrics);
    button.rect = option.rect.adjusted(margin, 0, -2 * margin, 0);
    button.rect.setTop(option.rect.center().y() - height / 2);
    button.rect.setHeight(height);
    const auto press = ProfilesModel::Press(index.data(ProfilesModel::pressRole).toInt());
    button.icon = icon(press == ProfilesModel::Press::Cancel      ? Icon::Stop
                           : press == ProfilesModel::Press::Check ? Icon::Search
                                                                  : Icon::Run);
    button.iconSize = {option.fontMetrics.height(), option.fontMetrics.height()};
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

bool isHeading(const QModelIndex &index)
{
    return index.data(ProfilesModel::headingRole).toBool();
}

} // namespace

RunDelegate::RunDelegate(QAbstractItemView *view)
    : QStyledItemDelegate(view), m_names(Icon::Sheet, ProfilesModel::targetRole)
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

int RunDelegate::headingHeight(const QFontMetrics &metrics)
{
    return buttonHeight(metrics) + 4 * margin;
}

// The ground of a heading is that of the window, so that it sets groups apart.
void RunDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (isHeading(index))
        option->backgroundBrush = option->palette.brush(QPalette::Window);
}

void RunDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (hasButton(index))
        paintButton(painter, option, index);
    else if (index.column() == ProfilesModel::Name && isHeading(index))
        paintHeading(painter, option, index);
    else if (index.column() == ProfilesModel::Name)
        m_names.paint(painter, option, index);
    else if (index.column() == ProfilesModel::State)
        paintState(painter, option, index);
    else
        paintText(painter, option, index);
}

// The group, and after it what the cell of the state says, whose place it has.
void RunDelegate::paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    paintItemGround(painter, item);
    paintSelectionMark(painter, item);
    const bool isSelected = item.state.testFlag(QStyle::State_Selected);
    const QString summary = index.siblingAtColumn(ProfilesModel::State).data().toString();
    const QFont small = scaled(item.font, smallText);
    const QFontMetrics plain(small);
    const QFontMetrics bold(semiBold(small));
    const int gap = item.fontMetrics.height();
    QRect room = item.rect.adjusted(gap, 0, -gap, 0);
    const int forName = std::max(room.width() - gap - plain.horizontalAdvance(summary), room.width() / 2);
    const QString name = bold.elidedText(item.text, Qt::ElideRight, forName);
    const auto draw = [&](const QFont &font, QPalette::ColorRole role, const QString &text) {
        painter->setFont(font);
        painter->setPen(item.palette.color(isSelected ? QPalette::HighlightedText : role));
        painter->drawText(QStyle::visualRect(item.direction, item.rect, room),
                          Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, text);
    };
    painter->save();
    draw(semiBold(small), QPalette::WindowText, name);
    room.setLeft(room.left() + bold.horizontalAdvance(name) + gap);
    draw(small, QPalette::PlaceholderText, plain.elidedText(summary, Qt::ElideRight, room.width()));
    painter->restore();
}

void RunDelegate::paintText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    paintItemGround(painter, item);
    const int gap = option.fontMetrics.height() / 3;
    const QRect room = option.rect.adjusted(gap, 0, -gap, 0);
    painter->save();
    painter->setPen(item.palette.color(item.state.testFlag(QStyle::State_Selected) ? QPalette::HighlightedText
                                                                                   : QPalette::PlaceholderText));
    painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                      item.fontMetrics.elidedText(item.text, Qt::ElideRight, room.width()));
    painter->restore();
}

void RunDelegate::paintState(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    paintItemGround(painter, item);
    const Words::Line line{Words::Tone(index.data(ProfilesModel::toneRole).toInt()), item.text};
    const int gap = option.fontMetrics.height() / 3;
    const QRect room = option.rect.adjusted(gap, 0, -gap, 0);
    paintChip(painter, {.rect = room, .font = item.font, .palette = item.palette, .direction = item.direction}, line);
    const QVariant done = index.data(ProfilesModel::doneRole);
    if (!index.data(ProfilesModel::runningRole).toBool() || !done.isValid())
        return;
    QRect bar(room.left(), option.rect.bottom() - 2 * margin, room.width(), margin);
    paintRounded(painter, bar, {.ground = grooveColor(option.palette), .radius = double(margin) / 2});
    bar.setWidth(std::max(margin, int(bar.width() * done.toDouble())));
    paintRounded(painter, QStyle::visualRect(option.direction, room, bar),
                 {.ground = toneColors(line.tone, option.palette).text, .radius = double(margin) / 2});
}

void RunDelegate::paintButton(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem empty = option;
    initStyleOption(&empty, index);
    paintItemGround(painter, empty);
    QStyleOptionButton button = buttonOf(option, index);
    button.state |= m_pressed == index ? QStyle::State_Sunken : QStyle::State_Raised;
    styleOf(option)->drawControl(QStyle::CE_PushButton, &button, painter, option.widget);
}

QSize RunDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (isHeading(index) && index.column() != ProfilesModel::Action)
        return {0, headingHeight(option.fontMetrics)}; // no column has to be as wide as a heading
    if (index.column() == ProfilesModel::Name)
        return m_names.sizeHint(option, index);
    if (index.column() == ProfilesModel::State)
        return chipSize(option.font, index.data().toString()).grownBy({margin, 0, margin, 0});
    if (index.column() != ProfilesModel::Action)
        return QStyledItemDelegate::sizeHint(option, index);
    const QStyleOptionButton button = buttonOf(option, index);
    const QSize text = option.fontMetrics.size(Qt::TextShowMnemonic, button.text);
    return styleOf(option)
        ->sizeFromContents(QStyle::CT_PushButton, &button, text, option.widget)
        .grownBy({margin + option.fontMetrics.height(), margin, 2 * margin, margin}); // with its icon
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
