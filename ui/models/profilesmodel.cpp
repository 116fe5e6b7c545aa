#include "ui/models/profilesmodel.h"

#include "words/reporttext.h"

#include <QLocale>

namespace Desktop {

namespace {

// A sign beside the word, so that nothing hangs on colour.
QString marked(const QString &state)
{
    const bool green =
        state == Writeback::name(Writeback::State::Verified) || state == Writeback::name(Writeback::State::NothingToDo);
    return (green ? QStringLiteral("✓ ") : QStringLiteral("✗ ")) + state;
}

} // namespace

ProfilesModel::ProfilesModel(Profiles::ProfileStore &store, History::RunHistory &history, Runs &runs, QObject *parent)
    : QAbstractTableModel(parent), m_store(store), m_history(history), m_runs(runs)
{
    connect(&store, &Profiles::ProfileStore::changed, this, &ProfilesModel::reload);
    connect(&runs, &Runs::changed, this, &ProfilesModel::refresh);
    reload();
}

void ProfilesModel::reload()
{
    beginResetModel();
    m_rows.clear();
    for (const Profiles::Profile &profile : m_store.profiles())
        m_rows.append({profile, lastRunOf(profile.id)});
    endResetModel();
}

void ProfilesModel::refresh(const QString &profileId)
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].profile.id != profileId)
            continue;
        if (!m_runs.isRunning(profileId))
            m_rows[row].lastRun = lastRunOf(profileId);
        Q_EMIT dataChanged(index(row, State), index(row, LastRun));
    }
}

std::optional<History::RunRecord> ProfilesModel::lastRunOf(const QString &profileId) const
{
    return m_history.lastRun(profileId).value_or(std::nullopt);
}

int ProfilesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ProfilesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ProfilesModel::stateOf(const Row &row) const
{
    const RunProgress progress = m_runs.progress(row.profile.id);
    if (progress.running)
        return progress.steps.isEmpty() ? tr("Starting …")
                                        : Words::stepText(progress.steps.last().name) + QStringLiteral(" …");
    return row.lastRun ? marked(row.lastRun->state) : tr("Never run");
}

QVariant ProfilesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[index.row()];
    const Profiles::Profile &profile = row.profile;
    if (role == idRole)
        return profile.id;
    if (role == Qt::ToolTipRole)
        return profile.description;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name: return profile.name;
    case Source: return profile.dataSetName;
    case Target: return tr("%1 / %2 / %3").arg(profile.spreadsheetName, profile.sheetPath, profile.region.toString());
    case State: return stateOf(row);
    case LastRun:
        return row.lastRun ? QLocale().toString(row.lastRun->ended.toLocalTime(), QLocale::ShortFormat) : QString();
    default: return {};
    }
}

QVariant ProfilesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case Source: return tr("DataSet");
    case Target: return tr("Spreadsheet / sheet / region");
    case State: return tr("State");
    case LastRun: return tr("Last run");
    default: return {};
    }
}

} // namespace Desktop
