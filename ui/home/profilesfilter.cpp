#include "ui/home/profilesfilter.h"

#include "words/kindtext.h"
#include "ui/look/plaintooltip.h"

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

using Kind = ProfilesModel::Kind;
using Press = ProfilesModel::Press;

int placeOf(const QModelIndex &index)
{
    return index.data(ProfilesModel::placeRole).toInt();
}

Kind kindOf(const QModelIndex &index)
{
    return Kind(index.data(ProfilesModel::kindRole).toInt());
}

} // namespace

ProfilesFilter::ProfilesFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(ProfilesModel::sortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
    m_again.setSingleShot(true);
    m_again.callOnTimeout(this, &ProfilesFilter::invalidateFilter);
}

void ProfilesFilter::setText(const QString &text)
{
    m_text = text;
    invalidateFilter();
}

void ProfilesFilter::setKind(std::optional<ProfilesModel::Kind> kind)
{
    m_kind = kind;
    invalidateFilter();
}

void ProfilesFilter::setGroup(const std::optional<QString> &group)
{
    m_group = group;
    invalidateFilter();
}

void ProfilesFilter::setKept(const QStringList &profileIds)
{
    if (profileIds == m_kept)
        return;
    m_kept = profileIds;
    if (m_kind)
        m_again.start(); // not at once: the view is in the middle of a selection
}

bool ProfilesFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (index.data(ProfilesModel::headingRole).toBool())
        return acceptsBelow(index);
    const Kind kind = kindOf(index);
    const bool isKept = kind != Kind::Archived && m_kept.contains(index.data(ProfilesModel::idRole).toString());
    if (isKept)
        return matches(index);
    if (m_kind ? kind != *m_kind : kind == Kind::Archived)
        return false;
    return matches(index);
}

bool ProfilesFilter::acceptsBelow(const QModelIndex &heading) const
{
    const int place = placeOf(heading) + 1;
    for (int row = 0; row < sourceModel()->rowCount(); ++row) {
        if (placeOf(heading.siblingAtRow(row)) == place && filterAcceptsRow(row, heading.parent()))
            return true;
    }
    return false;
}

// Places stay in their order when the rows below a heading are sorted in the opposite one.
bool ProfilesFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const int one = placeOf(left);
    const int other = placeOf(right);
    if (one != other)
        return (one < other) == (sortOrder() == Qt::AscendingOrder);
    return QSortFilterProxyModel::lessThan(left, right);
}

bool ProfilesFilter::matches(const QModelIndex &index) const
{
    if (m_group && index.data(ProfilesModel::groupRole).toString() != *m_group)
        return false;
    return m_text.isEmpty() || index.data(ProfilesModel::searchRole).toString().contains(m_text, Qt::CaseInsensitive);
}

QModelIndexList ProfilesFilter::headings() const
{
    QModelIndexList headings;
    // They are the model's last rows.
    for (int row = sourceModel()->rowCount() - 1; row >= 0; --row) {
        const QModelIndex index = sourceModel()->index(row, 0);
        if (!index.data(ProfilesModel::headingRole).toBool())
            break;
        if (const QModelIndex shown = mapFromSource(index); shown.isValid())
            headings.append(shown);
    }
    return headings;
}

QModelIndexList ProfilesFilter::rowsBelow(const QModelIndex &heading) const
{
    QModelIndexList rows;
    const int place = placeOf(heading) + 1;
    for (QModelIndex each = index(heading.row() + 1, 0); each.isValid() && placeOf(each) == place;
         each = each.siblingAtRow(each.row() + 1))
        rows.append(each);
    return rows;
}

QMap<Kind, int> ProfilesFilter::kindsBelow(const QModelIndex &heading) const
{
    QMap<Kind, int> kinds;
    for (const QModelIndex &row : rowsBelow(heading))
        ++kinds[kindOf(row)];
    return kinds;
}

QStringList ProfilesFilter::partsOf(const QModelIndex &heading) const
{
    const QMap<Kind, int> kinds = kindsBelow(heading);
    int count = 0;
    QStringList parts;
    for (const auto &[kind, number] : kinds.asKeyValueRange()) {
        count += number;
        parts.append(Words::kindText(kind, number));
    }
    return QStringList(Words::writebacksText(count)) + parts;
}

// A later version's cannot be run, and one that runs does so already.
QStringList ProfilesFilter::startableBelow(const QModelIndex &heading) const
{
    QStringList ids;
    for (const QModelIndex &row : rowsBelow(heading)) {
        const auto press = Press(row.data(ProfilesModel::pressRole).toInt());
        if (kindOf(row) != Kind::Archived && (press == Press::Run || press == Press::Check))
            ids.append(row.data(ProfilesModel::idRole).toString());
    }
    return ids;
}

QVariant ProfilesFilter::data(const QModelIndex &index, int role) const
{
    const bool isOwn = role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole
        || role == ProfilesModel::pressRole;
    if (isOwn && QSortFilterProxyModel::data(index, ProfilesModel::headingRole).toBool())
        return headingData(index, role);
    return QSortFilterProxyModel::data(index, role);
}

QVariant ProfilesFilter::headingData(const QModelIndex &index, int role) const
{
    if (role == ProfilesModel::pressRole || index.column() == ProfilesModel::Action) {
        const Press press = startableBelow(index).isEmpty() ? Press::None : Press::RunAll;
        switch (role) {
        case ProfilesModel::pressRole: return int(press);
        case Qt::DisplayRole: return ProfilesModel::pressText(press);
        case Qt::ToolTipRole: return plainToolTip(ProfilesModel::pressTip(press));
        default: return {};
        }
    }
    if (index.column() == ProfilesModel::State && role == Qt::DisplayRole)
        return partsOf(index).join(u" · "_s);
    if (index.column() != ProfilesModel::Name)
        return {};
    const QString name = QSortFilterProxyModel::data(index).toString();
    switch (role) {
    case Qt::ToolTipRole:
        return plainToolTip(tr("%1: %2", "group, its writebacks").arg(name, partsOf(index).join(u" · "_s)));
    case Qt::AccessibleTextRole: {
        const bool isGroup = !index.data(ProfilesModel::groupRole).toString().isEmpty();
        return (QStringList(isGroup ? tr("Group %1").arg(name) : name) + partsOf(index)).join(u", "_s);
    }
    default: return name;
    }
}

} // namespace Ui
