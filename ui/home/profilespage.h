#pragma once

#include "ui/home/profilesmodel.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QSplitter;
class QTableView;

namespace Ui {

class ProfileActions;
class RunPanel;

// The list of the saved profiles, to be searched, sorted and run, with the run of the selected one below. Whatever is
// selected is what the actions are about.
class ProfilesPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfilesPage)

public:
    // `bar`: what is offered above the list; a null is a gap.
    ProfilesPage(Profiles::ProfileStore &store, const History::RunHistory &history, Runs::ProfileRuns &runs,
                 ProfileActions &actions, const QList<QAction *> &bar, QWidget *parent = nullptr);

    void select(const QString &profileId); // and shows it, whatever is being searched for
    void refresh(); // what runs have left behind
    void rememberColumns() const;
    [[nodiscard]] bool isDragging(const QObject *source) const; // a row of this list

private:
    void setUpSearch();
    void setUpTable();
    void setUpColumns();
    void selectRow(const QString &profileId);
    void selectAgain();
    void showState(); // of the selected one
    void press(const QModelIndex &index); // the button of a row
    [[nodiscard]] RunPanel *panel(); // made for the first run
    [[nodiscard]] QString selectedId() const; // empty when nothing is

    Profiles::ProfileStore &m_store;
    Runs::ProfileRuns &m_runs;
    ProfileActions &m_actions;
    ProfilesModel *m_model;
    QSortFilterProxyModel *m_filter;
    QSplitter *m_splitter;
    QLineEdit *m_search;
    QLabel *m_nothing; // is found
    QTableView *m_table;
    RunPanel *m_panel = nullptr;
    QString m_chosen; // the profile selected last: the model forgets it when the store changes
};

} // namespace Ui
