#include "ui/models/profilesmodel.h"

#include "profiles/profilefile.h"
#include "ui/forms/plaintooltip.h"
#include "ui/forms/tell.h"
#include "runs/runrequests.h"
#include "ui/runs/steptext.h"
#include "words/reporttext.h"

#include <QDateTime>
#include <QDir>
#include <QLocale>
#include <QMimeData>
#include <QUrl>

namespace Desktop {

ProfilesModel::ProfilesModel(Profiles::ProfileStore &store, const History::RunHistory &history, Runs::ProfileRuns &runs,
                             QObject *parent)
    : QAbstractTableModel(parent), m_store(store), m_history(history), m_runs(runs)
{
    connect(&store, &Profiles::ProfileStore::changed, this, &ProfilesModel::reload);
    connect(&runs, &Runs::ProfileRuns::changed, this, &ProfilesModel::refresh);
    connect(&runs, &Runs::ProfileRuns::recorded, this, &ProfilesModel::refresh);
    reload();
}

void ProfilesModel::reload()
{
    beginResetModel();
    m_rows.clear();
    const auto lastRuns = m_history.lastRuns().value_or(QHash<QString, History::RunRecord>());
    for (const Profiles::Profile &profile : m_store.profiles()) {
        const auto last = lastRuns.constFind(profile.id);
        m_rows.append({profile, last == lastRuns.cend() ? std::nullopt : std::optional(*last)});
    }
    endResetModel();
}

void ProfilesModel::refreshAll()
{
    const auto lastRuns = m_history.lastRuns();
    if (!lastRuns || m_rows.isEmpty())
        return;
    for (Row &row : m_rows) {
        if (const auto last = lastRuns->constFind(row.profile.id); last != lastRuns->cend())
            row.lastRun = *last;
    }
    Q_EMIT dataChanged(index(0, State), index(rowCount() - 1, LastRun));
}

void ProfilesModel::refresh(const QString &profileId)
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].profile.id != profileId)
            continue;
        if (!m_runs.isRunning(profileId))
            m_rows[row].lastRun = m_history.lastRun(profileId).value_or(std::nullopt);
        Q_EMIT dataChanged(index(row, State), index(row, Action));
    }
}

int ProfilesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ProfilesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

// How it ended says nothing of where the profile writes now. (Runs of the first versions do not know where they wrote.)
bool ProfilesModel::isOfAnotherTarget(const Row &row)
{
    return !row.lastRun->sheetId.isEmpty()
        && (row.lastRun->sheetId != row.profile.sheetId || row.lastRun->target != Runs::targetText(row.profile));
}

QString ProfilesModel::stateOf(const Row &row) const
{
    const Runs::RunProgress progress = m_runs.progress(row.profile.id);
    if (progress.running)
        return nowText(progress);
    if (row.lastRun && isOfAnotherTarget(row))
        return tr("Changed since its last run");
    return row.lastRun ? Words::stateSign(row.lastRun->state) + Words::stateName(row.lastRun->state) : tr("Never run");
}

QString ProfilesModel::toolTipOf(int column, const Row &row) const
{
    const Profiles::Profile &profile = row.profile;
    switch (column) {
    case State: return row.lastRun && row.lastRun->error ? failureText(*row.lastRun->error) : profile.description;
    case NextRun: return tr("This writeback runs when you press Run");
    case Action:
        return m_runs.isRunning(profile.id) ? tr("End the run under way") : tr("Write what differs, and read it back");
    default: return profile.description;
    }
}

QVariant ProfilesModel::sortValue(int column, const Row &row) const
{
    switch (column) {
    case Name: return row.profile.name;
    case Source: return row.profile.dataSetName;
    case Target: return Runs::targetText(row.profile);
    case State: return row.lastRun ? row.lastRun->state : QString();
    case LastRun: return row.lastRun ? row.lastRun->ended : QDateTime();
    default: return {};
    }
}

QVariant ProfilesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[index.row()];
    const Profiles::Profile &profile = row.profile;
    if (role == idRole)
        return profile.id;
    if (role == runningRole)
        return m_runs.isRunning(profile.id);
    if (role == doneRole) {
        const auto done = doneOf(m_runs.progress(profile.id));
        return done ? QVariant(*done) : QVariant();
    }
    if (role == searchRole)
        return QStringList{profile.name, profile.description, profile.dataSetName, Runs::targetText(profile)}.join(
            u'\n');
    if (role == sortRole)
        return sortValue(index.column(), row);
    if (role == Qt::ToolTipRole)
        return plainToolTip(toolTipOf(index.column(), row));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name: return profile.name;
    case Source: return profile.dataSetName;
    case Target: return Runs::targetText(profile);
    case State: return stateOf(row);
    case LastRun:
        return row.lastRun ? QLocale().toString(row.lastRun->ended.toLocalTime(), QLocale::ShortFormat) : QString();
    case NextRun: return tr("By hand");
    case Action: return m_runs.isRunning(profile.id) ? tr("Cancel") : tr("Run");
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
    case NextRun: return tr("Next run");
    case Action: return tr("Run");
    default: return {};
    }
}

Qt::ItemFlags ProfilesModel::flags(const QModelIndex &index) const
{
    const bool draggable = index.isValid() && index.column() != Action; // a press there is on the button
    return QAbstractTableModel::flags(index) | (draggable ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QStringList ProfilesModel::mimeTypes() const
{
    return {QStringLiteral("text/uri-list")};
}

QMimeData *ProfilesModel::mimeData(const QModelIndexList &indexes) const
{
    if (!m_dragged)
        m_dragged = std::make_unique<QTemporaryDir>();
    QList<QUrl> files;
    for (const QModelIndex &index : indexes) {
        const Profiles::Profile &profile = m_rows[index.row()].profile;
        const QDir place(m_dragged->filePath(profile.id)); // names may be the same
        place.mkpath(QStringLiteral("."));
        const QString path = place.filePath(Profiles::profileFileName(profile));
        const QUrl file = QUrl::fromLocalFile(path);
        if (!files.contains(file) && Profiles::writeProfileFile(path, profile))
            files.append(file);
    }
    if (files.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setUrls(files);
    return data;
}

} // namespace Desktop
