#include "ui/review/previewmodel.h"

#include "sheet/diff.h"
#include "ui/look/diffcelldelegate.h"
#include "ui/look/plaintooltip.h"
#include "ui/look/twolineheader.h"

#include <QBrush>
#include <QFont>
#include <QGuiApplication>
#include <QPalette>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

QString text(const Sheet::Cell &cell)
{
    return QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size()));
}

QString spoken(const Sheet::Cell &cell)
{
    constexpr qsizetype max = 200; // characters: what a line below the table can show
    const QString all = text(cell);
    if (cell.isBlank())
        return PreviewModel::tr("empty");
    return all.size() > max ? all.left(max) + u"…"_s : all;
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

// Whether the sheet holds a value there that a run takes away.
bool isOverwritten(Sheet::Change change)
{
    return change == Sheet::Change::Changed || change == Sheet::Change::Cleared;
}

// What the cells become, in a reader's words.
QString typeText(Sheet::ColumnType type)
{
    switch (type) {
    case Sheet::ColumnType::String: return PreviewModel::tr("text");
    case Sheet::ColumnType::Decimal:
    case Sheet::ColumnType::Long:
    case Sheet::ColumnType::Double: return PreviewModel::tr("number");
    case Sheet::ColumnType::Date: return PreviewModel::tr("date");
    case Sheet::ColumnType::DateTime: return PreviewModel::tr("date and time");
    }
    Q_UNREACHABLE();
}

QBrush hatching()
{
    QColor pale = QGuiApplication::palette().color(QPalette::Text); // visible on light and dark backgrounds
    pale.setAlpha(60);
    return {pale, Qt::BDiagPattern};
}

} // namespace

void PreviewModel::show(std::shared_ptr<const Writeback::Comparison> comparison)
{
    beginResetModel();
    m_comparison = std::move(comparison);
    m_inside = m_comparison ? m_comparison->region.bounded() : Sheet::Rectangle();
    endResetModel();
}

void PreviewModel::setSide(Side side)
{
    if (side == m_side)
        return;
    m_side = side;
    refresh();
}

void PreviewModel::setNumberStyle(const NumberStyle &style)
{
    if (style == m_style)
        return;
    m_style = style;
    refresh();
}

void PreviewModel::refresh()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QString PreviewModel::shown(const Sheet::Cell &cell) const
{
    return cell.kind == Sheet::CellKind::Number ? m_style.applied(text(cell)) : text(cell);
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

bool PreviewModel::isOutside(const QModelIndex &index) const
{
    const Sheet::Address place = address(index);
    return !m_inside.contains({place.row, place.column, 1, 1});
}

Sheet::Address PreviewModel::address(const QModelIndex &index) const
{
    return {m_comparison->anchor.row + index.row(), m_comparison->anchor.column + index.column()};
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!m_comparison || !index.isValid())
        return {};
    if (role == Qt::BackgroundRole)
        return isOutside(index) ? hatching() : QVariant();
    const Sheet::Cell desired = m_comparison->desired.at(index.row(), index.column());
    const Sheet::Cell existing = m_comparison->existing.at(index.row(), index.column());
    const Sheet::Change change = Sheet::change(existing, desired);
    const bool showsDesired = m_side == Side::Desired && desired.kind != Sheet::CellKind::Keep;
    const Sheet::Cell &cell = showsDesired ? desired : existing;
    const bool isNull = m_side == Side::Desired && desired.kind == Sheet::CellKind::Empty
        && index.row() < m_comparison->desired.rows() && index.column() < m_comparison->desired.columns();
    switch (role) {
    case Qt::DisplayRole: return isNull ? tr("null") : shown(cell);
    case Qt::EditRole: return text(cell);
    case DiffCellDelegate::changeRole: return isOutside(index) ? QVariant() : int(change);
    case DiffCellDelegate::beforeRole:
        return isOverwritten(change) && showsDesired && !isOutside(index) ? shown(existing) : QVariant();
    case Qt::TextAlignmentRole: {
        const Sheet::Cell &aligned = change == Sheet::Change::Cleared ? existing : cell;
        return int(Qt::AlignVCenter | (aligned.kind == Sheet::CellKind::Number ? Qt::AlignRight : Qt::AlignLeft));
    }
    case Qt::FontRole: {
        const bool isMarked = isNull || isOverwritten(change);
        if (!isMarked)
            return {}; // a font for each cell would take long
        QFont font;
        font.setBold(change == Sheet::Change::Changed);
        font.setItalic(isNull);
        font.setStrikeOut(change == Sheet::Change::Cleared);
        return font;
    }
    case Qt::ToolTipRole: return plainToolTip(cellText(index));
    case Qt::AccessibleDescriptionRole: return cellText(index);
    default: return {};
    }
}

QString PreviewModel::cellText(const QModelIndex &index) const
{
    if (!m_comparison || !index.isValid())
        return {};
    const Sheet::Cell desired = m_comparison->desired.at(index.row(), index.column());
    const Sheet::Cell existing = m_comparison->existing.at(index.row(), index.column());
    const QString place = Sheet::toA1(address(index));
    if (isOutside(index))
        return tr("%1: Outside the region, neither read nor written. Data: %2").arg(place, spoken(desired));
    const Sheet::Change change = Sheet::change(existing, desired);
    if (change == Sheet::Change::Unchanged || change == Sheet::Change::Kept)
        return tr("%1: %2. Now: %3").arg(place, changeText(change), spoken(existing));
    return tr("%1: %2. Now: %3 → after the run: %4").arg(place, changeText(change), spoken(existing), spoken(desired));
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (!m_comparison)
        return {};
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? section + m_comparison->anchor.row + 1 : QVariant();
    const QString letter = Sheet::columnName(section + m_comparison->anchor.column);
    const bool hasType = section < m_comparison->types.size();
    switch (role) {
    case Qt::DisplayRole: return section < m_comparison->columns.size() ? m_comparison->columns[section] : letter;
    case TwoLineHeader::secondRole:
        return hasType ? tr("%1 · %2").arg(letter, typeText(m_comparison->types[section])) : QString();
    case Qt::TextAlignmentRole:
        return int(hasType && Sheet::isNumeric(m_comparison->types[section]) ? Qt::AlignRight : Qt::AlignLeft);
    default: return {};
    }
}

} // namespace Ui
