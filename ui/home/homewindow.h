#pragma once

#include "profiles/settings.h"
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
class SampleRibbon;

// The main window: a start page while nothing is saved, then the list of saved profiles, and the menus. Owns the
// dialogs it opens; stores and runs are borrowed. A dropped profile file opens in the wizard, which asks for an
// account.
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
    // An empty profile: a new one. A saved one can be opened at any step.
    void openWizard(const Profiles::Profile &profile, WritebackWizard::Step start = WritebackWizard::Step::Credentials);
    [[nodiscard]] bool isEditing() const; // the wizard is open
    void importFile(const QString &path);
    void bringToFront(); // raises the window, when the program is started again

Q_SIGNALS:
    void sampleDataWanted(); // main() has the sandbox

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeMenus();
    void openAccounts();
    void openSchedules(const QString &profileId); // and chooses that one; empty: the first one
    void openDiagnosis(const Profiles::Profile &profile);
    void openSettings();
    void applySettings();
    void chooseFile();
    void importNext();
    [[nodiscard]] QList<Words::Line> notices() const;
    [[nodiscard]] QStringList sampleNames() const; // writebacks that use the sample data
    void showState(); // updates what is shown and enabled after any change
    struct Notice
    {
        QString state; // briefly
        QString text; // a sentence
    };
    void notify(const QString &profileId, const Notice &notice); // if the user is not looking at the window
    void confirmClose();

    Profiles::ProfileStore &m_store;
    Profiles::SecretStore &m_secrets;
    Runs::ProfileRuns &m_runs;
    const Runs::DataFolder &m_folder;
    Profiles::Settings m_settings;
    ProfileActions *m_actions;
    Notifier *m_notifier;
    QAction *m_new;
    QAction *m_import;
    QAction *m_accounts;
    SampleRibbon *m_sample;
    LineList *m_notice;
    QStackedWidget *m_pages;
    bool m_filled = false; // its contents have been created
    QString m_notRecorded; // why the history could not record a run
    QStringList m_toImport; // files
    QWidget *m_empty = nullptr;
    ProfilesPage *m_list = nullptr;
};

} // namespace Ui
