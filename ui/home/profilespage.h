#pragma once

#include "ui/home/profilesmodel.h"

#include <QWidget>

class QAction;
class QItemSelection;
class QLabel;
class QLineEdit;
class QSplitter;
class QTableView;
class QToolButton;

namespace Ui {

class GroupPane;
class LivePane;
class MessageBar;
class ProfileActions;
class ProfilesFilter;
class RunPane;
class SummaryBar;

// The list of saved profiles, which can be searched, filtered, sorted and run, one or several at once, with the run of
// the current one beside it. The actions apply to the selection; a group's heading, once selected, selects its rows.
class ProfilesPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfilesPage)

public:
    // Actions of the window that are above the list, beside those of the selection.
    struct Bar
    {
        QAction *create;
        QAction *import;
        QAction *accounts;
    };
    ProfilesPage(Profiles::ProfileStore &store, const History::RunHistory &history, Runs::ProfileRuns &runs,
                 ProfileActions &actions, const Bar &bar, QWidget *parent = nullptr);

    void select(const QString &profileId); // and shows it, even if a filter hides it
    void refresh(); // shows what runs have changed
    void rememberColumns() const;
    [[nodiscard]] bool isDragging(const QObject *source) const; // a row of this list

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut(const Bar &bar);
    void connectPanes(const Profiles::ProfileStore &store);
    [[nodiscard]] QWidget *makeBar(const Bar &bar);
    void setUpSearch();
    void setUpTable();
    void setUpColumns();
    void fitColumns(); // names are the last to shrink
    void makeCurrent(const QModelIndex &index);
    void selectRow(const QString &profileId);
    void selectAgain();
    void keepGroup();
    void selectBelowHeadings();
    void keepCurrent(const QModelIndex &current);
    void filter(); // by the summary
    void showSummary();
    void showBatch(const Runs::BatchSummary &summary);
    void layOutHeadings();
    void showGroup(); // if its heading is current
    void press(const QModelIndex &index); // the button of a row
    [[nodiscard]] bool isHeadingCurrent() const;
    [[nodiscard]] QString currentId() const; // empty if there is none
    [[nodiscard]] QStringList selectedIds() const; // in the order of the list

    Runs::ProfileRuns &m_runs;
    ProfileActions &m_actions;
    ProfilesModel *m_model;
    ProfilesFilter *m_filter;
    SummaryBar *m_summary;
    MessageBar *m_message;
    QSplitter *m_splitter;
    QLineEdit *m_search;
    QLabel *m_nothing; // shown if no profile matches the search or the filter
    QTableView *m_table;
    QWidget *m_side; // beside the list: one of these
    RunPane *m_pane;
    LivePane *m_live;
    GroupPane *m_groupPane;
    QList<QToolButton *> m_lesser; // of the bar: in a narrow window they have no text
    int m_stateWidth = 0; // as the user wants it, if there is room
    bool m_isFitting = false; // columns
    QString m_chosen; // the last selection, which the model loses when the store changes
    std::optional<QString> m_chosenGroup; // if its heading is selected
};

} // namespace Ui
