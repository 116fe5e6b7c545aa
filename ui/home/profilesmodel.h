#pragma once

#include "history/runhistory.h"
#include "profiles/profilestore.h"
#include "runs/profileruns.h"
#include "runs/standing.h"
#include "ui/home/schedulestandings.h"
#include "words/line.h"
#include "words/standingtext.h"

#include <QAbstractTableModel>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>

namespace Ui {

// The saved profiles as a table: name and target, the state of the last run or the current step, when the sheet last
// matched the data, the next time that its schedule says, and the action of a click. Dragging a row out creates a
// profile file, see profiles/profilefile.h. Profiles of a later version of this program have a row without actions. If
// there are groups, each has a heading, a row of its own, and so have the profiles without a group: ProfilesFilter puts
// it above the rows that it counts.
class ProfilesModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfilesModel)

public:
    enum Column { Name, State, LastVerified, Schedule, Action, ColumnCount };
    using Kind = Words::WritebackKind;
    enum class Press { None, Run, Cancel, Check, RunAll }; // action of a row's button; None: it has no button
    static constexpr int idRole = Qt::UserRole;
    static constexpr int runningRole = Qt::UserRole + 1; // bool
    static constexpr int doneRole = Qt::UserRole + 2; // of a current run, 0 to 1; nothing if not known
    static constexpr int searchRole = Qt::UserRole + 3; // the text that is searched; stable during a run
    static constexpr int sortRole = Qt::UserRole + 4; // the sort key; stable during a run
    static constexpr int pressRole = Qt::UserRole + 5; // Press
    static constexpr int toneRole = Qt::UserRole + 6; // Words::Tone, of the state
    static constexpr int targetRole = Qt::UserRole + 7; // where the data goes: a line below the name
    static constexpr int kindRole = Qt::UserRole + 8; // Kind
    static constexpr int groupRole = Qt::UserRole + 9; // Profile::group
    static constexpr int headingRole = Qt::UserRole + 10; // bool: of a group; it has no ID
    // int: an even number for a heading, the next one for what belongs below it; without headings, the same for all
    static constexpr int placeRole = Qt::UserRole + 11;

    ProfilesModel(Profiles::ProfileStore &store, const History::RunHistory &history, Runs::ProfileRuns &runs,
                  QObject *parent = nullptr);

    [[nodiscard]] int count(Kind kind, const std::optional<QString> &group = {}) const; // none: in all groups
    [[nodiscard]] QStringList groups() const; // see Setup::groupsOf()
    [[nodiscard]] static QString pressText(Press press); // on its button
    [[nodiscard]] static QString pressTip(Press press);
    void refreshAll(); // reads the last runs again, which another instance of the program may have added

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

Q_SIGNALS:
    void readAgain(); // all of the history, such as after a run of another program

private:
    struct Row
    {
        Profiles::Profile profile; // for a later version's: only ID and name
        bool isLater = false; // written by a later version
        int heading = 0; // its number
        Kind kind = Kind::NotRun; // as last signalled
        QList<History::RunRecord> runs{}; // as read, see Runs::decisiveRuns()
        QList<History::OtherChange> others{}; // see Runs::otherChanges()
        bool areOthersKnown = true; // they could be read
        Runs::Standing standing{}; // follows from them and the runs of this program
    };

    void reload();
    void refresh(const QString &profileId);
    void lookUp();
    void readLast();
    void readSchedules();
    void refreshOthers(const QString &profileId);
    void readOthers(Row &row);
    void judge(Row &row) const;
    void judgeAgain(int number); // and signals it
    void makeHeadings();
    [[nodiscard]] QVariant headingData(int heading, int column, int role) const;
    [[nodiscard]] Words::Line stateOf(const Row &row) const;
    [[nodiscard]] Words::Line restingStateOf(const Row &row) const; // unchanged during a run
    [[nodiscard]] QString stateToolTip(const Row &row) const;
    [[nodiscard]] static QString targetOf(const Row &row);
    [[nodiscard]] static QDateTime lastVerifiedOf(const Row &row); // invalid: never with the current target
    [[nodiscard]] QString scheduleOf(const Row &row) const;
    [[nodiscard]] QString scheduleToolTip(const Row &row) const;
    [[nodiscard]] QDateTime scheduledTimeOf(const Row &row) const; // of what scheduleOf() says; invalid: none
    [[nodiscard]] Kind kindOf(const Row &row) const;
    [[nodiscard]] Press pressOf(const Row &row) const;
    [[nodiscard]] QVariant sortValue(int column, const Row &row) const;
    [[nodiscard]] QString toolTipOf(int column, const Row &row) const;

    Profiles::ProfileStore &m_store;
    const History::RunHistory &m_history;
    Runs::ProfileRuns &m_runs;
    QList<Row> m_rows;
    QStringList m_headings; // groups, sorted; an empty one, for what has no group, comes last. Rows after all others.
    ScheduleStandings m_scheduled;
    bool m_isPastKnown = false; // the history could be read
    QTimer m_again; // while another program has a run, or the history could not be read
    mutable std::unique_ptr<QTemporaryDir> m_dragged; // files dragged out, which are read after the drop
};

} // namespace Ui
