#pragma once

#include "ui/home/profilesmodel.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace Ui {

// Which rows of the ProfilesModel are shown: those that match all of a text, a kind and a group. Archived ones are
// shown only if they are asked for.
class ProfilesFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfilesFilter)

public:
    explicit ProfilesFilter(QObject *parent = nullptr);

    void setText(const QString &text); // in any column, whatever the case
    void setKind(std::optional<ProfilesModel::Kind> kind); // none: all but archived ones
    void setGroup(const std::optional<QString> &group); // none: all
    // A profile whose kind may change without its row being hidden, until the filter is changed.
    void setKept(const QString &profileId);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    [[nodiscard]] bool matches(const QModelIndex &index) const; // text and group

    QString m_text;
    std::optional<ProfilesModel::Kind> m_kind;
    std::optional<QString> m_group;
    QString m_kept;
};

} // namespace Ui
