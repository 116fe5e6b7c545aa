#pragma once

#include "history/runhistory.h"
#include "profiles/profilestore.h"

#include <QAction>

namespace Runs {
class ProfileRuns;
}

namespace Ui {

// Everything that can be done with the selected profile: the actions, with their texts and shortcuts, and their
// questions. The same actions are in the menu, above the list and in the context menu. Stores and runs are borrowed;
// `window` owns the dialogs.
class ProfileActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfileActions)

public:
    ProfileActions(Profiles::ProfileStore &store, const History::RunHistory &history, Runs::ProfileRuns &runs,
                   QWidget *window);

    void choose(const QString &profileId); // empty: none
    void update(); // after a change of the store or a run

    QAction *const run;
    QAction *const cancel;
    QAction *const check;
    QAction *const pastRuns;
    QAction *const edit;
    QAction *const duplicate;
    QAction *const rename;
    QAction *const remove;
    QAction *const exportFile;
    QAction *const openWorkiva;
    QAction *const openDomo;
    [[nodiscard]] QList<QAction *> all() const; // in menu order, with separators

Q_SIGNALS:
    void editWanted(const Profiles::Profile &profile);
    void made(const QString &profileId); // by duplicating; should be selected

private:
    [[nodiscard]] const Profiles::Profile *chosen() const;
    void promptForName();
    void duplicateChosen();
    void confirmRemoval();
    void chooseFile();
    void openPage(QUrl (*page)(const Profiles::Account &account, const Profiles::Profile &profile));

    Profiles::ProfileStore &m_store;
    const History::RunHistory &m_history;
    Runs::ProfileRuns &m_runs;
    QWidget *m_window;
    QString m_chosen;
};

} // namespace Ui
