#pragma once

#include "ui/home/profilesmodel.h"

#include <QMap>
#include <QSortFilterProxyModel>

#include <optional>

namespace Ui {

// Which rows of the ProfilesModel are shown: those that match all of a text, a kind and a group. Archived ones are
// shown only if they are asked for. A heading is shown above its rows, whatever the column and the order they are
// sorted by, as long as one of them is shown. What it says and runs is what is shown below it.
class ProfilesFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfilesFilter)

public:
    explicit ProfilesFilter(QObject *parent = nullptr);

    void setText(const QString &text); // in any column, whatever the case
    void setKind(std::optional<ProfilesModel::Kind> kind); // none: all but archived ones
    void setGroup(const std::optional<QString> &group); // none: all
    // Profiles whose kind may change without their rows being hidden, until the filter is changed.
    void setKept(const QStringList &profileIds);

    [[nodiscard]] QModelIndexList headings() const; // those shown; the first column
    [[nodiscard]] QModelIndexList rowsBelow(const QModelIndex &heading) const; // likewise
    [[nodiscard]] QMap<ProfilesModel::Kind, int> kindsBelow(const QModelIndex &heading) const; // how many rows of each
    [[nodiscard]] QStringList startableBelow(const QModelIndex &heading) const; // IDs, in the order of the list

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    [[nodiscard]] bool acceptsBelow(const QModelIndex &heading) const;
    [[nodiscard]] bool matches(const QModelIndex &index) const; // text and group
    [[nodiscard]] QStringList partsOf(const QModelIndex &heading) const; // "6 writebacks", "5 verified", …
    [[nodiscard]] QVariant headingData(const QModelIndex &index, int role) const;

    QString m_text;
    std::optional<ProfilesModel::Kind> m_kind;
    std::optional<QString> m_group;
    QStringList m_kept;
    QTimer m_again; // filters again
};

} // namespace Ui
