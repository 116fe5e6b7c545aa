#include "ui/home/profilesmodel.h"

#include "profiles/profilefile.h"
#include "setup/named.h"
#include "ui/look/plaintooltip.h"
#include "words/recordtext.h"
#include "words/answertext.h"
#include "words/endtext.h"
#include "words/errortext.h"
#include "words/nowline.h"
#include "words/savedtext.h"
#include "words/scheduletext.h"
#include "words/turntext.h"
#include "words/servicename.h"
#include "words/waitingtext.h"
#include "words/whentext.h"

#include <QDateTime>
#include <QDir>
#include <QLocale>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

using namespace std::chrono_literals;

constexpr auto againInterval = 2s;

void sortGroups(QStringList &groups)
{
    std::ranges::sort(groups, [](const QString &one, const QString &other) {
        return one.isEmpty() != other.isEmpty() ? other.isEmpty() : one.localeAwareCompare(other) < 0;
    });
}

} // namespace

ProfilesModel::ProfilesModel(Profiles::ProfileStore &store, const History::RunHistory &history, Runs::ProfileRuns &runs,
                             QObject *parent)
    : QAbstractTableModel(parent), m_store(store), m_history(history), m_runs(runs)
{
    connect(&store, &Profiles::ProfileStore::changed, this, &ProfilesModel::reload);
    connect(&runs, &Runs::ProfileRuns::changed, this, &ProfilesModel::refresh);
    connect(&runs, &Runs::ProfileRuns::recorded, this, &ProfilesModel::refresh);
    connect(&runs, &Runs::ProfileRuns::ended, this, &ProfilesModel::refreshOthers); // it is in the history already
    connect(&m_scheduled, &ScheduleStandings::changed, this, [this] {
        if (m_rows.isEmpty())
            return;
        for (Row &row : m_rows)
            judge(row);
        Q_EMIT dataChanged(index(0, Name), index(rowCount() - 1, Action));
    });
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &ProfilesModel::refreshAll);
    reload();
}

void ProfilesModel::reload()
{
    beginResetModel();
    m_rows.clear();
    m_isPastKnown = false;
    for (const Profiles::Profile &profile : m_store.profiles())
        m_rows.append({.profile = profile});
    for (const Profiles::LaterRecord &later : m_store.laterProfiles()) {
        Row &row = m_rows.emplaceBack();
        row.profile.id = later.id;
        row.profile.name = later.name;
        row.isLater = true;
    }
    lookUp();
    makeHeadings();
    endResetModel();
}

// An archived profile alone makes no headings, because its group is not offered as a filter either.
void ProfilesModel::makeHeadings()
{
    m_headings = groups();
    if (m_headings.isEmpty())
        return;
    for (const Row &row : m_rows) {
        if (!m_headings.contains(row.profile.group))
            m_headings.append(row.profile.group);
    }
    sortGroups(m_headings);
    for (Row &row : m_rows)
        row.heading = int(m_headings.indexOf(row.profile.group));
}

void ProfilesModel::refreshAll()
{
    if (m_rows.isEmpty())
        return;
    lookUp();
    Q_EMIT dataChanged(index(0, Name), index(rowCount() - 1, Action));
    Q_EMIT readAgain();
}

void ProfilesModel::lookUp()
{
    readLast();
    readSchedules();
    for (Row &row : m_rows)
        judge(row);
}

// What cannot be read now is read with the next run.
void ProfilesModel::readSchedules()
{
    ScheduleStandings::All all;
    for (const Row &row : std::as_const(m_rows)) {
        if (row.isLater || row.profile.archived || row.profile.schedule == Profiles::Schedule())
            continue;
        const auto facts = Runs::scheduleFacts(m_history, row.profile, m_runs.program().version);
        if (!facts)
            continue;
        QDateTime lastRun;
        for (const History::RunRecord &run : row.runs) {
            if (run.entry.kind == Writeback::RunKind::Writeback)
                lastRun = std::max(lastRun, run.entry.started);
        }
        all.insert(row.profile.id, {row.profile.schedule, *facts, lastRun});
    }
    m_scheduled.set(all);
}

// Reads the history; what cannot be read now stays unchanged.
void ProfilesModel::readLast()
{
    const auto runs = Runs::decisiveRuns(m_history);
    if (!runs)
        return;
    m_isPastKnown = true;
    bool isElsewhere = false;
    for (Row &row : m_rows) {
        const QString &id = row.profile.id;
        row.runs = runs->value(id);
        readOthers(row);
        isElsewhere =
            isElsewhere || (!m_runs.isRunning(id) && std::ranges::any_of(row.runs, &History::RunRecord::isRunning));
    }
    if (isElsewhere)
        m_again.start(againInterval);
}

// What is not known is asked again, and is not taken for nothing.
void ProfilesModel::readOthers(Row &row)
{
    auto others = Runs::otherChanges(m_history, row.profile, row.runs);
    row.areOthersKnown = others.has_value();
    if (others)
        row.others = *std::move(others);
    else
        m_again.start(againInterval);
}

void ProfilesModel::judge(Row &row) const
{
    const Runs::RunProgress progress = m_runs.progress(row.profile.id);
    row.standing = Runs::standingOf(row.profile, Runs::withLatest(row.runs, progress), row.others);
    row.kind = kindOf(row);
}

// A run of another profile has ended, which may have written to the same sheet.
void ProfilesModel::refreshOthers(const QString &profileId)
{
    const Profiles::Profile *other = m_store.profile(profileId);
    for (int number = 0; other && number < m_rows.size(); ++number) {
        Row &row = m_rows[number];
        if (row.profile.id == profileId || row.profile.spreadsheetId != other->spreadsheetId
            || row.profile.sheetId != other->sheetId)
            continue;
        const QList<History::OtherChange> before = row.others;
        const bool wereKnown = row.areOthersKnown;
        readOthers(row);
        if (row.others != before || row.areOthersKnown != wereKnown)
            judgeAgain(number);
    }
}

void ProfilesModel::judgeAgain(int number)
{
    Row &row = m_rows[number];
    const Kind before = row.kind;
    judge(row);
    if (row.kind == before || m_headings.isEmpty())
        Q_EMIT dataChanged(index(number, State), index(number, Action));
    else // a heading counts it, and comes or goes with those rows that a filter shows
        Q_EMIT dataChanged(index(0, Name), index(rowCount() - 1, Action));
}

void ProfilesModel::refresh(const QString &profileId)
{
    for (int number = 0; number < m_rows.size(); ++number) {
        Row &row = m_rows[number];
        if (row.profile.id != profileId)
            continue;
        if (!m_runs.isRunning(profileId)) {
            if (auto runs = Runs::decisiveRuns(m_history, profileId)) // what cannot be read now stays as it is
                row.runs = *std::move(runs);
            readOthers(row);
            if (row.profile.schedule != Profiles::Schedule())
                readSchedules();
        }
        judgeAgain(number);
    }
}

int ProfilesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size() + m_headings.size());
}

int ProfilesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Words::Line ProfilesModel::stateOf(const Row &row) const
{
    const Runs::RunProgress progress = m_runs.progress(row.profile.id);
    return progress.running ? Words::nowLine(progress) : restingStateOf(row);
}

Words::Line ProfilesModel::restingStateOf(const Row &row) const
{
    if (row.isLater)
        return Words::laterVersionName();
    const bool isKnown = row.areOthersKnown && (m_isPastKnown || row.standing.last);
    return Words::standingLine(isKnown ? std::optional(row.standing) : std::nullopt);
}

QDateTime ProfilesModel::lastVerifiedOf(const Row &row)
{
    return row.standing.verified ? row.standing.verified->ended : QDateTime();
}

ProfilesModel::Press ProfilesModel::pressOf(const Row &row) const
{
    if (m_runs.isRunning(row.profile.id))
        return Press::Cancel;
    if (row.isLater)
        return Press::None;
    return row.standing.unknown ? Press::Check : Press::Run;
}

QString ProfilesModel::stateToolTip(const Row &row) const
{
    const Runs::RunProgress progress = m_runs.progress(row.profile.id);
    if (progress.running)
        return progress.waiting ? Words::waitingText(*progress.waiting) : Words::nowLine(progress).text;
    if (row.isLater)
        return Words::laterWritebackText();
    QStringList parts;
    if (row.standing.last)
        parts.append(Words::recordExplanation(*row.standing.last).text);
    if (row.standing.overwritten)
        parts.append(Words::overwrittenAnswer(*row.standing.overwritten).body);
    if (row.standing.isUnknownSinceEarlier())
        parts.append(Words::recordExplanation(*row.standing.unknown).text);
    if (const QString when = Words::momentText(lastVerifiedOf(row)); !when.isEmpty())
        parts.append(tr("Last verified on %1: %2 cells were compared.")
                         .arg(when, QLocale().toString(row.standing.verified->cellsCompared)));
    parts.removeAll(QString());
    return parts.isEmpty() ? row.profile.description : parts.join(u' ');
}

// What was due and what has run: whether something will start the next run is not known here.
QString ProfilesModel::scheduleOf(const Row &row) const
{
    const auto standing = m_scheduled.of(row.profile.id);
    const bool isManual = std::holds_alternative<Profiles::Manually>(row.profile.schedule);
    if (!standing)
        return isManual ? tr("Manual") : QString();
    if (!*standing)
        return tr("Not known");
    using Known = Runs::ScheduleStanding::Kind;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    switch ((*standing)->kind) {
    case Known::None: return isManual ? tr("Manual") : tr("Never");
    case Known::Waiting: return Words::capitalized(Words::whenText((*standing)->time, now));
    case Known::Paused: return tr("Paused");
    case Known::Unconfirmed: return tr("Waits for you");
    case Known::Missed:
    case Known::Reminder: return Words::scheduleStandingLine(**standing, now).text;
    }
    Q_UNREACHABLE();
}

QString ProfilesModel::scheduleToolTip(const Row &row) const
{
    const QString sentence = Words::scheduleText(row.profile.schedule);
    const auto standing = m_scheduled.of(row.profile.id);
    if (!standing)
        return sentence;
    if (!*standing)
        return sentence + u' ' + Words::errorLine(standing->error()).text;
    using Known = Runs::ScheduleStanding::Kind;
    if ((*standing)->kind == Known::None)
        return sentence;
    if ((*standing)->kind == Known::Waiting)
        return sentence + u' ' + tr("Scheduled for %1.").arg(Words::exactTimeText((*standing)->time));
    return sentence + u' ' + Words::scheduleStandingLine(**standing, QDateTime::currentDateTimeUtc()).text + u'.';
}

QDateTime ProfilesModel::scheduledTimeOf(const Row &row) const
{
    const auto standing = m_scheduled.of(row.profile.id);
    return standing && *standing ? (*standing)->time : QDateTime();
}

QString ProfilesModel::targetOf(const Row &row)
{
    return row.isLater ? QString() : Words::targetPath(row.profile);
}

ProfilesModel::Kind ProfilesModel::kindOf(const Row &row) const
{
    if (m_runs.isRunning(row.profile.id))
        return m_runs.progress(row.profile.id).question ? Kind::NeedsYou : Kind::Running;
    if (row.isLater)
        return Kind::NeedsYou;
    const auto schedule = m_scheduled.of(row.profile.id);
    if (schedule && (!*schedule || (*schedule)->needsYou()))
        return Kind::NeedsYou;
    return Words::restingKind(row.profile, restingStateOf(row));
}

int ProfilesModel::count(Kind kind, const std::optional<QString> &group) const
{
    return int(std::ranges::count_if(m_rows, [kind, &group](const Row &row) {
        return row.kind == kind && (!group || row.profile.group == *group);
    }));
}

QStringList ProfilesModel::groups() const
{
    return Setup::groupsOf(m_store.profiles());
}

QString ProfilesModel::toolTipOf(int column, const Row &row) const
{
    if (row.isLater && column != Action)
        return stateToolTip(row);
    switch (column) {
    case State:
    case LastVerified: return stateToolTip(row);
    case Schedule: return scheduleToolTip(row);
    case Action: {
        const Press press = pressOf(row);
        return press == Press::None ? stateToolTip(row) : pressTip(press);
    }
    default: return row.profile.description;
    }
}

QString ProfilesModel::pressText(Press press)
{
    switch (press) {
    case Press::None: return {};
    case Press::Run: return tr("Run");
    case Press::Cancel: return tr("Stop");
    case Press::Check: return tr("Check");
    case Press::RunAll: return tr("Run all");
    }
    Q_UNREACHABLE();
}

QString ProfilesModel::pressTip(Press press)
{
    switch (press) {
    case Press::None: return {};
    case Press::Run: return tr("Write the differences and verify them");
    case Press::Cancel: return tr("Stop the run in progress");
    case Press::Check: return tr("Compare the sheet with the DataSet without writing");
    case Press::RunAll: return tr("Run the writebacks shown below");
    }
    Q_UNREACHABLE();
}

QVariant ProfilesModel::sortValue(int column, const Row &row) const
{
    switch (column) {
    case Name: return row.profile.name;
    case State: {
        const Words::Line state = restingStateOf(row);
        return QString::number(int(state.tone)) + state.text; // sorted by tone, then by name
    }
    case LastVerified: return lastVerifiedOf(row);
    case Schedule: return scheduledTimeOf(row);
    default: return {};
    }
}

QVariant ProfilesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.row() >= m_rows.size())
        return headingData(index.row() - int(m_rows.size()), index.column(), role);
    const Row &row = m_rows[index.row()];
    const Profiles::Profile &profile = row.profile;
    if (role == idRole)
        return profile.id;
    if (role == runningRole)
        return m_runs.isRunning(profile.id);
    if (role == pressRole)
        return int(pressOf(row));
    if (role == doneRole) {
        const auto done = Words::doneOf(m_runs.progress(profile.id));
        return done ? QVariant(*done) : QVariant();
    }
    if (role == searchRole)
        return QStringList{profile.name, profile.description, profile.group, profile.dataSetName, targetOf(row)}.join(
            u'\n');
    if (role == targetRole)
        return targetOf(row);
    if (role == kindRole)
        return int(row.kind);
    if (role == groupRole)
        return profile.group;
    if (role == placeRole)
        return row.heading * 2 + 1;
    if (role == sortRole)
        return sortValue(index.column(), row);
    if (role == Qt::ToolTipRole)
        return plainToolTip(toolTipOf(index.column(), row));
    if (index.column() == State) {
        const Words::Line state = stateOf(row);
        switch (role) {
        case toneRole: return int(state.tone);
        case Qt::AccessibleDescriptionRole: return Words::toneName(state.tone);
        case Qt::DisplayRole: return state.text;
        default: return {};
        }
    }
    if (role == Qt::AccessibleDescriptionRole && index.column() == Name)
        return targetOf(row);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name: return profile.name;
    case LastVerified: {
        const QDateTime when = lastVerifiedOf(row);
        return when.isValid() ? Words::capitalized(Words::whenText(when, QDateTime::currentDateTimeUtc())) : QString();
    }
    case Schedule: return row.isLater ? QString() : scheduleOf(row);
    case Action: return pressText(pressOf(row));
    default: return {};
    }
}

// What the filter does not add, which knows the rows below it.
QVariant ProfilesModel::headingData(int heading, int column, int role) const
{
    const QString &group = m_headings[heading];
    switch (role) {
    case headingRole: return true;
    case placeRole: return heading * 2;
    case groupRole: return group;
    case Qt::DisplayRole:
        if (column == Name)
            return group.isEmpty() ? tr("No group") : group;
        return {};
    default: return {};
    }
}

QVariant ProfilesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case State: return tr("State");
    case LastVerified: return tr("Last verified");
    case Schedule: return tr("Schedule");
    case Action: return tr("Run");
    default: return {};
    }
}

Qt::ItemFlags ProfilesModel::flags(const QModelIndex &index) const
{
    const bool draggable = index.isValid() && index.row() < m_rows.size()
        && index.column() != Action // a press there is for the button
        && !m_rows[index.row()].isLater;
    return QAbstractTableModel::flags(index) | (draggable ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QStringList ProfilesModel::mimeTypes() const
{
    return {u"text/uri-list"_s};
}

QMimeData *ProfilesModel::mimeData(const QModelIndexList &indexes) const
{
    if (!m_dragged)
        m_dragged = std::make_unique<QTemporaryDir>();
    QList<QUrl> files;
    for (const QModelIndex &index : indexes) {
        if (index.row() >= m_rows.size())
            continue;
        const Profiles::Profile &profile = m_rows[index.row()].profile;
        const QDir place(m_dragged->filePath(profile.id)); // profile names may be equal
        place.mkpath(u"."_s);
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

} // namespace Ui
