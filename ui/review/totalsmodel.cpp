#include "ui/review/totalsmodel.h"

#include "words/shown.h"
#include "words/spoken.h"

#include <QGuiApplication>
#include <QPalette>

namespace Ui {

namespace {

QString hiddenText(qint64 rows)
{
    return rows == 1 ? TotalsModel::tr("Hidden by the filter: 1 row")
                     : TotalsModel::tr("Hidden by the filter: %1 rows").arg(Words::number(rows));
}

} // namespace

void TotalsModel::setTotals(const std::vector<Review::ColumnTotals> &totals)
{
    beginResetModel();
    m_totals = totals;
    endResetModel();
}

void TotalsModel::setHidden(qint64 rows, const std::vector<Review::ColumnTotals> &totals)
{
    beginResetModel();
    m_hiddenRows = rows;
    m_hidden = totals;
    endResetModel();
}

void TotalsModel::setNumberStyle(const NumberStyle &style)
{
    beginResetModel();
    m_style = style;
    endResetModel();
}

int TotalsModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return int(m_totals.size()) + (m_hiddenRows > 0 ? 1 + int(m_hidden.size()) : 0);
}

int TotalsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString TotalsModel::textAt(int row, int column) const
{
    const bool isHidden = row > int(m_totals.size());
    const Review::ColumnTotals &totals = isHidden ? m_hidden[size_t(row) - m_totals.size() - 1] : m_totals[size_t(row)];
    const auto sum = [this](const std::optional<std::string> &digits) {
        return digits ? m_style.applied(QString::fromStdString(*digits)) : tr("unknown");
    };
    switch (column) {
    case Before: return sum(totals.before.sum);
    case After: return sum(totals.after.sum);
    case Difference: return sum(totals.difference());
    default: return Words::shown(totals.column);
    }
}

QVariant TotalsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool isHeading = index.row() == hiddenHeading();
    switch (role) {
    case Qt::DisplayRole:
        if (isHeading)
            return index.column() == Name ? hiddenText(m_hiddenRows) : QString();
        return textAt(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() == Name ? Qt::AlignLeft : Qt::AlignRight));
    case Qt::ForegroundRole:
        return hiddenHeading() >= 0 && index.row() >= hiddenHeading()
            ? QVariant(QGuiApplication::palette().color(QPalette::PlaceholderText))
            : QVariant();
    default: return {};
    }
}

QVariant TotalsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Name ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Column");
    case Before: return tr("Now");
    case After: return tr("After");
    default: return tr("Difference");
    }
}

} // namespace Ui
