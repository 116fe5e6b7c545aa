#pragma once

#include "ui/wizard/writebackwizard.h"

#include "history/runhistory.h"
#include "writeback/runreport.h"

#include <QMainWindow>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QStackedWidget;
class QSystemTrayIcon;
class QTableView;

namespace Desktop {

class ProfilesModel;
class RunPanel;
class Runs;

// The saved profiles, and what can be done with each. Owns the dialogs it opens; stores and runs are borrowed.
class HomeWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HomeWindow)

public:
    HomeWindow(Profiles::ProfileStore &store, Profiles::SecretStore &secrets, History::RunHistory &history, Runs &runs,
               QWidget *parent = nullptr);
    ~HomeWindow() override;

    void select(const QString &profileId);
    void openWizard(const Profiles::Profile &profile); // an empty one is new

Q_SIGNALS:
    void sampleDataWanted(); // the composition root has the sandbox

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makeActions();
    [[nodiscard]] QWidget *makeEmptyState();
    [[nodiscard]] QWidget *makeList();
    void openAccounts();
    void runSelected();
    void renameSelected();
    void duplicateSelected();
    void deleteSelected();
    void openPage(const QUrl &page);
    void showState(); // what is shown and enabled, after any change
    void showPanel();
    void selectAgain();
    void runEnded(const QString &profileId, const Writeback::RunReport &report);
    void tell(const Core::Error &error);
    [[nodiscard]] QString selectedId() const; // empty when nothing is
    [[nodiscard]] const Profiles::Profile *selected() const;

    Profiles::ProfileStore &m_store;
    Profiles::SecretStore &m_secrets;
    History::RunHistory &m_history;
    Runs &m_runs;
    ProfilesModel *m_model;
    QSortFilterProxyModel *m_filter;
    QStackedWidget *m_pages;
    QTableView *m_table;
    QLineEdit *m_search;
    QLabel *m_notice;
    RunPanel *m_panel;
    QSystemTrayIcon *m_tray;
    QString m_chosen; // the profile selected last: the model forgets it when the store changes
    QAction *m_new;
    QAction *m_run;
    QAction *m_cancel;
    QAction *m_edit;
    QAction *m_duplicate;
    QAction *m_rename;
    QAction *m_delete;
    QAction *m_openWorkiva;
    QAction *m_openDomo;
    QAction *m_accounts;
};

} // namespace Desktop
