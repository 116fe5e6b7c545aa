#pragma once

#include "history/runhistory.h"
#include "profiles/profilestore.h"

#include <QAction>

#include <functional>

namespace Runs {
class ProfileRuns;
}

namespace Ui {

// Everything that can be done with the selected profiles: the actions, with their texts and shortcuts, and their
// questions. The same actions are in the menu, above the list and in the context menu. Stores and runs are borrowed;
// `window` owns the dialogs.
class ProfileActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfileActions)

public:
    ProfileActions(Profiles::ProfileStore &store, const History::RunHistory &history, Runs::ProfileRuns &runs,
                   QWidget *window);

    void choose(const QStringList &profileIds); // those selected, in the order of the list

    QAction *const run;
    QAction *const cancel;
    QAction *const check;
    QAction *const pastRuns;
    QAction *const diagnose;
    QAction *const edit;
    QAction *const schedule;
    QAction *const describe;
    QAction *const setGroup;
    QAction *const archive; // or takes out of the archive
    QAction *const duplicate;
    QAction *const rename;
    QAction *const remove;
    QAction *const exportFile;
    QAction *const openWorkiva;
    QAction *const openDomo;
    QAction *const undo; // of the last archiving or deletion
    [[nodiscard]] QList<QAction *> all() const; // in menu order, with separators

Q_SIGNALS:
    void diagnosisWanted(const Profiles::Profile &profile);
    void editWanted(const Profiles::Profile &profile);
    void scheduleWanted(const Profiles::Profile &profile);
    void describeWanted(const Profiles::Profile &profile); // its name and description alone
    void made(const QString &profileId); // by duplicating; should be selected
    void undoable(const QString &what); // "Archived: Trial balance"; empty: no longer

private:
    void update(); // what is possible
    // The profile that is selected alone; null: none, or several.
    [[nodiscard]] const Profiles::Profile *chosen() const;
    [[nodiscard]] QList<const Profiles::Profile *> allChosen() const;
    [[nodiscard]] QString nameOf(const QStringList &profileIds) const; // "Trial balance", or "3 writebacks"
    void runChosen();
    void promptForName();
    void promptForGroup();
    void toggleArchive();
    void offerUndo(const QString &what, const std::function<void()> &undoIt);
    void duplicateChosen();
    void confirmRemoval();
    void removeChosen(const QStringList &profileIds);
    void chooseFile();
    void openPage(QUrl (*page)(const Profiles::Account &account, const Profiles::Profile &profile));

    Profiles::ProfileStore &m_store;
    const History::RunHistory &m_history;
    Runs::ProfileRuns &m_runs;
    QWidget *m_window;
    QStringList m_chosen;
    std::function<void()> m_undo; // empty: nothing to undo
};

} // namespace Ui
