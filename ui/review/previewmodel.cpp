#include "ui/review/previewmodel.h"

#include "sheet/diff.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>

namespace Desktop {

namespace {

QString text(const Sheet::Cell &cell)
{
    return QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size()));
}

QString spoken(const Sheet::Cell &cell)
{
    return cell.isBlank() ? PreviewModel::tr("nothing") : text(cell);
}

QString changeText(Sheet::Change change)
{
    switch (change) {
    case Sheet::Change::Unchanged: return PreviewModel::tr("Unchanged");
    case Sheet::Change::Changed: return PreviewModel::tr("Changed");
    case Sheet::Change::New: return PreviewModel::tr("New");
    case Sheet::Change::Cleared: return PreviewModel::tr("Cleared");
    case Sheet::Change::Kept: return PreviewModel::tr("Kept");
    }
    Q_UNREACHABLE();
}

} // namespace

void PreviewModel::show(std::shared_ptr<const Writeback::Comparison> comparison)
{
    beginResetModel();
    m_comparison = std::move(comparison);
    endResetModel();
}

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !m_comparison)
        return 0;
    return std::max(m_comparison->desired.rows(), m_comparison->existing.rows());
}

int PreviewModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !m_comparison)
        return 0;
    return std::max(m_comparison->desired.columns(), m_comparison->existing.columns());
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!m_comparison || !index.isValid())
        return {};
    const Sheet::Cell desired = m_comparison->desired.at(index.row(), index.column());
    const Sheet::Cell existing = m_comparison->existing.at(index.row(), index.column());
    const Sheet::Change change = Sheet::change(existing, desired);
    switch (role) {
    case Qt::DisplayRole:
        if (desired.kind == Sheet::CellKind::Empty)
            return index.row() < m_comparison->desired.rows() && index.column() < m_comparison->desired.columns()
                ? tr("null")
                : QString();
        return text(desired);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (desired.kind == Sheet::CellKind::Number ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::FontRole: {
        QFont font;
        font.setBold(change == Sheet::Change::Changed);
        font.setItalic(desired.kind == Sheet::CellKind::Empty);
        font.setStrikeOut(change == Sheet::Change::Cleared);
        return font;
    }
    case Qt::ForegroundRole:
        if (desired.kind == Sheet::CellKind::Empty || change == Sheet::Change::Unchanged)
            return QGuiApplication::palette().brush(QPalette::PlaceholderText);
        return {};
    case Qt::ToolTipRole: return tr("%1. The sheet holds: %2").arg(changeText(change), spoken(existing));
    default: return {};
    }
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (!m_comparison || role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + m_comparison->anchor.row + 1;
    QString name = Sheet::columnName(section + m_comparison->anchor.column);
    if (section < m_comparison->types.size())
        name += u'\n' + Sheet::name(m_comparison->types[section]);
    return name;
}

} // namespace Desktop
