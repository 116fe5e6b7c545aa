#include "ui/review/reviewmodel.h"

#include "review/changes.h"
#include "ui/look/diffcelldelegate.h"
#include "ui/look/plaintooltip.h"
#include "ui/look/twolineheader.h"
#include "words/reviewtext.h"

#include <QBrush>
#include <QFont>
#include <QGuiApplication>
#include <QLocale>
#include <QPalette>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

QString text(const Sheet::Cell &cell)
{
    return QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size()));
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
    case Sheet::ColumnType::String: return ReviewModel::tr("text");
    case Sheet::ColumnType::Decimal:
    case Sheet::ColumnType::Long:
    case Sheet::ColumnType::Double: return ReviewModel::tr("number");
    case Sheet::ColumnType::Date: return ReviewModel::tr("date");
    case Sheet::ColumnType::DateTime: return ReviewModel::tr("date and time");
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

void ReviewModel::show(std::shared_ptr<const Writeback::Comparison> comparison,
                       std::shared_ptr<const Review::Listing> listing)
{
    beginResetModel();
    m_comparison = std::move(comparison);
    m_listing = std::move(listing);
    m_inside = m_comparison ? m_comparison->region.bounded() : Sheet::Rectangle();
    endResetModel();
}

void ReviewModel::setSide(Side side)
{
    if (side == m_side)
        return;
    m_side = side;
    refresh();
}

void ReviewModel::setNumberStyle(const NumberStyle &style)
{
    if (style == m_style)
        return;
    m_style = style;
    refresh();
}

void ReviewModel::setKeeping(const Review::Keeping &keeping)
{
    m_keeping = keeping;
    refresh();
}

std::vector<Sheet::Span> ReviewModel::editedIn(int row, int firstColumn, int lastColumn) const
{
    const Sheet::RowPair &pair = rows(row);
    if (pair.existing != pair.desired)
        return {};
    return m_keeping.editedIn({pair.existing, firstColumn, lastColumn});
}

bool ReviewModel::isKept(const QModelIndex &index) const
{
    const Sheet::RowPair &pair = rows(index.row());
    return pair.existing == pair.desired && m_keeping.isKept(pair.existing, index.column());
}

void ReviewModel::refresh()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QString ReviewModel::shown(const Sheet::Cell &cell) const
{
    return cell.kind == Sheet::CellKind::Number ? m_style.applied(text(cell)) : text(cell);
}

// In a sentence, where a number keeps its sign.
QString ReviewModel::spoken(const Sheet::Cell &cell) const
{
    constexpr qsizetype max = 200; // characters: what a line below the table can show
    if (cell.isBlank())
        return {};
    const QString all = text(cell);
    if (cell.kind == Sheet::CellKind::Number)
        return NumberStyle{.separators = m_style.separators}.applied(all);
    return u'"' + (all.size() > max ? all.left(max) + u'…' : all) + u'"';
}

int ReviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_comparison ? 0 : int(m_listing->rows.size());
}

int ReviewModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !m_comparison)
        return 0;
    return std::max(m_comparison->desired.columns(), m_comparison->existing.columns());
}

bool ReviewModel::isOutside(const QModelIndex &index) const
{
    const Sheet::Address place = address(index);
    return !m_inside.contains({place.row, place.column, 1, 1});
}

// Where the value is after the write; one that goes, where it is now.
Sheet::Address ReviewModel::address(const QModelIndex &index) const
{
    const Sheet::RowPair &pair = rows(index.row());
    const int row = pair.desired < 0 ? pair.existing : pair.desired;
    return {m_comparison->anchor.row + row, m_comparison->anchor.column + index.column()};
}

ReviewModel::Cells ReviewModel::cells(const QModelIndex &index) const
{
    const Sheet::RowPair &pair = rows(index.row());
    Cells cells{m_comparison->existing.at(pair.existing, index.column()),
                m_comparison->desired.at(pair.desired, index.column())};
    cells.change = Sheet::change(cells.existing, cells.desired);
    return cells;
}

QVariant ReviewModel::data(const QModelIndex &index, int role) const
{
    if (!m_comparison || !index.isValid())
        return {};
    if (role == Qt::BackgroundRole)
        return isOutside(index) ? hatching() : QVariant();
    const auto [existing, desired, change] = cells(index);
    const bool isKept = this->isKept(index);
    const bool showsDesired = m_side == Side::Desired && desired.kind != Sheet::CellKind::Keep && !isKept;
    const Sheet::Cell &cell = showsDesired ? desired : existing;
    const int row = rows(index.row()).desired;
    const bool isNull = showsDesired && desired.kind == Sheet::CellKind::Empty && row >= 0
        && row < m_comparison->desired.rows() && index.column() < m_comparison->desired.columns();
    switch (role) {
    case Qt::DisplayRole: return isNull ? tr("null") : shown(cell);
    case Qt::EditRole: return text(cell);
    case DiffCellDelegate::kindRole:
        return isOutside(index) ? QVariant()
                                : int(Review::kindOfCell(*m_comparison, rows(index.row()), index.column()));
    case DiffCellDelegate::beforeRole:
        return isOverwritten(change) && showsDesired && !isOutside(index) ? shown(existing) : QVariant();
    case DiffCellDelegate::keptRole: return isKept ? Words::keptName() : QVariant();
    case Qt::TextAlignmentRole: {
        const Sheet::Cell &aligned = change == Sheet::Change::Cleared ? existing : cell;
        return int(Qt::AlignVCenter | (aligned.kind == Sheet::CellKind::Number ? Qt::AlignRight : Qt::AlignLeft));
    }
    case Qt::FontRole: {
        const bool isMarked = !isKept && (isNull || isOverwritten(change));
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

QString ReviewModel::cellText(const QModelIndex &index) const
{
    if (!m_comparison || !index.isValid())
        return {};
    const auto [existing, desired, change] = cells(index);
    const QString place = Sheet::toA1(address(index));
    if (isOutside(index))
        return tr("%1 is outside the region, and is neither read nor written. Data: %2").arg(place, spoken(desired));
    const auto difference = Review::Change{.before = existing, .after = desired}.difference();
    const auto left = m_comparison->left.at({rows(index.row()).existing, index.column()});
    const auto number = [this](int row) { return row < 0 ? 0 : m_comparison->anchor.row + row + 1; };
    return Words::cellText(
        {.place = place,
         .change = change,
         .wasFormula = existing.kind == Sheet::CellKind::Formula,
         .wasEdited = Review::kindOfCell(*m_comparison, rows(index.row()), index.column()) == Review::Kind::Edited,
         .left = left ? std::optional(spoken(*left)) : std::nullopt,
         .isKept = isKept(index),
         .before = spoken(existing),
         .after = spoken(desired),
         .difference = difference ? spoken({Sheet::CellKind::Number, *difference}) : QString(),
         .fromRow = number(rows(index.row()).existing),
         .toRow = number(rows(index.row()).desired)});
}

QVariant ReviewModel::rowHeader(const Sheet::RowPair &pair, int role) const
{
    const int before = m_comparison->anchor.row + pair.existing + 1;
    const int after = m_comparison->anchor.row + pair.desired + 1;
    const bool isGone = pair.desired < 0;
    const bool moves = !isGone && pair.existing >= 0 && before != after;
    switch (role) {
    case Qt::DisplayRole: return moves ? QVariant(u"%1 → %2"_s.arg(before).arg(after)) : isGone ? before : after;
    case Qt::FontRole: {
        if (!isGone)
            return {};
        QFont font;
        font.setStrikeOut(true);
        return font;
    }
    case Qt::ToolTipRole:
        if (isGone)
            return tr("This row of the sheet is not in the data.");
        if (pair.existing < 0)
            return tr("This row is new.");
        return moves ? tr("This row moves from %1 to %2.").arg(before).arg(after) : QVariant();
    default: return {};
    }
}

QVariant ReviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (!m_comparison || section < 0 || section >= (orientation == Qt::Vertical ? rowCount() : columnCount()))
        return {};
    if (orientation == Qt::Vertical)
        return rowHeader(rows(section), role);
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
