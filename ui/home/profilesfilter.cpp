#include "ui/home/profilesfilter.h"

namespace Ui {

ProfilesFilter::ProfilesFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(ProfilesModel::sortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
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

void ProfilesFilter::setKept(const QString &profileId)
{
    m_kept = profileId;
}

bool ProfilesFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const auto kind = ProfilesModel::Kind(index.data(ProfilesModel::kindRole).toInt());
    const bool isKept = !m_kept.isEmpty() && index.data(ProfilesModel::idRole).toString() == m_kept
        && kind != ProfilesModel::Kind::Archived;
    if (isKept)
        return matches(index);
    if (m_kind ? kind != *m_kind : kind == ProfilesModel::Kind::Archived)
        return false;
    return matches(index);
}

bool ProfilesFilter::matches(const QModelIndex &index) const
{
    if (m_group && index.data(ProfilesModel::groupRole).toString() != *m_group)
        return false;
    return index.data(ProfilesModel::searchRole).toString().contains(m_text, Qt::CaseInsensitive);
}

} // namespace Ui
