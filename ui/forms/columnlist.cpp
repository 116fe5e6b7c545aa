#include "ui/forms/columnlist.h"

#include "ui/look/plaintooltip.h"

#include <QSignalBlocker>

#include <algorithm>

namespace Ui {

namespace {

constexpr int maxRows = 6;

} // namespace

ColumnList::ColumnList(QWidget *parent) : QListWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setUniformItemSizes(true);
    connect(this, &QListWidget::itemChanged, this, &ColumnList::tickedByUser);
}

void ColumnList::setColumns(const QList<Column> &columns)
{
    const QStringList before = ticked();
    m_columns = columns;
    list(before);
}

void ColumnList::setTicked(const QStringList &names)
{
    list(names);
}

void ColumnList::list(const QStringList &ticked)
{
    const QSignalBlocker blocked(this);
    clear();
    QList<Column> all = m_columns;
    for (const QString &name : ticked) {
        if (std::ranges::find(all, name, &Column::name) == all.end())
            all.append({name, tr("The DataSet has no such column.")});
    }
    for (const Column &column : all) {
        const bool isTicked = ticked.contains(column.name);
        auto *item = new QListWidgetItem(column.name, this);
        item->setFlags(column.fault.isEmpty() || isTicked // so that it can be unticked
                           ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                           : Qt::NoItemFlags);
        item->setCheckState(isTicked ? Qt::Checked : Qt::Unchecked);
        item->setToolTip(plainToolTip(column.fault));
        item->setData(Qt::AccessibleDescriptionRole, column.fault);
    }
    updateGeometry();
}

QStringList ColumnList::ticked() const
{
    QStringList names;
    for (int row = 0; row < count(); ++row) {
        if (item(row)->checkState() == Qt::Checked)
            names.append(item(row)->text());
    }
    return names;
}

QSize ColumnList::sizeHint() const
{
    const int rows = std::clamp(count(), 1, maxRows);
    const int height = count() > 0 ? sizeHintForRow(0) : fontMetrics().height();
    return {QListWidget::sizeHint().width(), rows * height + 2 * frameWidth()};
}

} // namespace Ui
