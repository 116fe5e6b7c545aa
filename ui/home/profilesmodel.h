#pragma once

#include "history/runhistory.h"
#include "profiles/profilestore.h"
#include "runs/profileruns.h"
#include "words/line.h"

#include <QAbstractTableModel>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>

namespace Ui {

// The saved profiles as a table: name, what goes where, the state of the last run or the step of the one under way,
// when the sheet was last known to hold the data, and what a click does. A row that is dragged out is a profile file,
// see profiles/profilefile.h. Profiles of a later version of this program have a row that does nothing.
class ProfilesModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfilesModel)

public:
    enum Column { Name, Source, Target, State, LastRun, LastVerified, NextRun, Action, ColumnCount };
    enum class Press { None, Run, Cancel, Check }; // what the button of a row does; None: there is none
    static constexpr int idRole = Qt::UserRole;
    static constexpr int runningRole = Qt::UserRole + 1; // bool
    static constexpr int doneRole = Qt::UserRole + 2; // of a run under way, 0 to 1; nothing when it cannot be known
    static constexpr int searchRole = Qt::UserRole + 3; // what a row is found by; stays as it is during a run
    static constexpr int sortRole = Qt::UserRole + 4; // likewise
    static constexpr int pressRole = Qt::UserRole + 5; // Press
    static constexpr int toneRole = Qt::UserRole + 6; // Words::Tone, of the state

    ProfilesModel(Profiles::ProfileStore &store, const History::RunHistory &history, Runs::ProfileRuns &runs,
                  QObject *parent = nullptr);

    void refreshAll(); // the last runs, of which another copy of the program may know more

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

private:
    struct Row
    {
        Profiles::Profile profile; // of a later version id and name alone
        bool isLater = false; // a later version's
        std::optional<History::RunRecord> lastRun{};
        std::optional<History::RunRecord> lastTouched{}; // see RunHistory::Last
        std::optional<History::RunRecord> lastVerified{};
    };

    void reload();
    void refresh(const QString &profileId);
    void lookUp();
    [[nodiscard]] Words::Line stateOf(const Row &row) const;
    [[nodiscard]] QString stateToolTip(const Row &row) const;
    [[nodiscard]] static QString targetOf(const Row &row);
    [[nodiscard]] static QString lastVerifiedOf(const Row &row);
    [[nodiscard]] static bool isUnknown(const Row &row);
    [[nodiscard]] Press pressOf(const Row &row) const;
    [[nodiscard]] static QVariant sortValue(int column, const Row &row);
    [[nodiscard]] QString toolTipOf(int column, const Row &row) const;

    Profiles::ProfileStore &m_store;
    const History::RunHistory &m_history;
    Runs::ProfileRuns &m_runs;
    QList<Row> m_rows;
    QTimer m_again; // while another program runs something
    mutable std::unique_ptr<QTemporaryDir> m_dragged; // files that were dragged out: who takes them reads them later
};

} // namespace Ui
