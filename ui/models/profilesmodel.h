#pragma once

#include "history/runhistory.h"
#include "profiles/profilestore.h"
#include "ui/runs/runs.h"

#include <QAbstractTableModel>

namespace Desktop {

// The saved profiles as a table: name, what goes where, and the state of the last run or the step of the one under way.
class ProfilesModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfilesModel)

public:
    enum Column { Name, Source, Target, State, LastRun, ColumnCount };
    static constexpr int idRole = Qt::UserRole;

    ProfilesModel(Profiles::ProfileStore &store, History::RunHistory &history, Runs &runs, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        Profiles::Profile profile;
        std::optional<History::RunRecord> lastRun;
    };

    void reload();
    void refresh(const QString &profileId);
    [[nodiscard]] std::optional<History::RunRecord> lastRunOf(const QString &profileId) const;
    [[nodiscard]] QString stateOf(const Row &row) const;

    Profiles::ProfileStore &m_store;
    History::RunHistory &m_history;
    Runs &m_runs;
    QList<Row> m_rows;
};

} // namespace Desktop
