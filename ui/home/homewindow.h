#pragma once

#include "ui/wizard/writebackwizard.h"
#include "words/line.h"

#include <QMainWindow>

namespace Runs {
class DataFolder;
class ProfileRuns;
} // namespace Runs

class QStackedWidget;

namespace Ui {

class LineList;
class Notifier;
class ProfileActions;
class ProfilesPage;

// The main window: the ways in while nothing is saved, the list of saved profiles after that, and the menus. Owns the
// dialogs it opens; stores and runs are borrowed. A profile file that is dropped on it is taken into the wizard, which
// asks for its account.
class HomeWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HomeWindow)

public:
    HomeWindow(Profiles::ProfileStore &store, Profiles::SecretStore &secrets, const Runs::DataFolder &folder,
               Runs::ProfileRuns &runs, QWidget *parent = nullptr);
    ~HomeWindow() override;

    void setVisible(bool visible) override;
    void select(const QString &profileId);
    void openWizard(const Profiles::Profile &profile); // an empty one is new
    [[nodiscard]] bool isEditing() const; // the wizard is open
    void importFile(const QString &path);
    void comeForward(); // to whoever started the program once more

Q_SIGNALS:
    void sampleDataWanted(); // the composition root has the sandbox

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeMenus();
    [[nodiscard]] QWidget *makeEmptyState();
    void followAfter(QDialog *dialog);
    void openAccounts();
    void openAllRuns();
    void askForFile();
    void importNext();
    void showAbout();
    [[nodiscard]] QList<Words::Line> notices() const;
    void showState(); // what is shown and enabled, after any change
    // Whoever does not look at the window: how it stands, in a few words, and in a sentence.
    struct Notice
    {
        QString state;
        QString text;
    };
    void notify(const QString &profileId, const Notice &notice);
    void askToClose();

    Profiles::ProfileStore &m_store;
    Profiles::SecretStore &m_secrets;
    Runs::ProfileRuns &m_runs;
    const Runs::DataFolder &m_folder;
    ProfileActions *m_actions;
    Notifier *m_notifier;
    QAction *m_new;
    QAction *m_accounts;
    LineList *m_notice;
    QStackedWidget *m_pages;
    bool m_filled = false; // has what it shows
    QString m_notRecorded; // what the history could not take, in words
    QStringList m_toImport; // files
    QWidget *m_empty = nullptr;
    ProfilesPage *m_list = nullptr;
};

} // namespace Ui
