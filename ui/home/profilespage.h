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

// The list of saved profiles, which can be searched, sorted and run, with the run of the selected one below. The
// actions apply to the selection.
class ProfilesPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfilesPage)

public:
    // `bar`: the actions above the list; null is a gap.
    ProfilesPage(Profiles::ProfileStore &store, const History::RunHistory &history, Runs::ProfileRuns &runs,
                 ProfileActions &actions, const QList<QAction *> &bar, QWidget *parent = nullptr);

    void select(const QString &profileId); // and shows it, even if the search hides it
    void refresh(); // shows what runs have changed
    void rememberColumns() const;
    [[nodiscard]] bool isDragging(const QObject *source) const; // a row of this list

private:
    void setUpSearch();
    void setUpTable();
    void setUpColumns();
    void selectRow(const QString &profileId);
    void selectAgain();
    void showState(); // of the selected profile
    void press(const QModelIndex &index); // the button of a row
    [[nodiscard]] RunPanel *panel(); // created for the first run
    [[nodiscard]] QString selectedId() const; // empty if nothing is selected

    Profiles::ProfileStore &m_store;
    Runs::ProfileRuns &m_runs;
    ProfileActions &m_actions;
    ProfilesModel *m_model;
    QSortFilterProxyModel *m_filter;
    QSplitter *m_splitter;
    QLineEdit *m_search;
    QLabel *m_nothing; // shown if no profile matches the search
    QTableView *m_table;
    RunPanel *m_panel = nullptr;
    QString m_chosen; // the last selection, which the model loses when the store changes
};

} // namespace Ui
