#include "ui/home/homewindow.h"

#include "profiles/profilefile.h"
#include "runs/profileruns.h"
#include "ui/look/firstsize.h"
#include "ui/look/prompt.h"
#include "ui/look/tell.h"
#include "ui/home/accountsdialog.h"
#include "ui/home/diagnosisdialog.h"
#include "ui/home/notifier.h"
#include "ui/home/profileactions.h"
#include "ui/home/profilespage.h"
#include "ui/home/schedulesdialog.h"
#include "ui/home/startpage.h"
#include "ui/home/progresssign.h"
#include "ui/help/helpmenu.h"
#include "ui/look/icons.h"
#include "ui/look/linelist.h"
#include "ui/look/opendialog.h"
#include "ui/look/sampleribbon.h"
#include "ui/runs/pastruns.h"
#include "ui/settings/languages.h"
#include "ui/settings/settingsdialog.h"
#include "words/endtext.h"
#include "words/keepingtext.h"
#include "words/savedtext.h"
#include "words/statetext.h"
#include "words/steptext.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

const QString geometryKey = u"home/geometry"_s;

bool isToBeHandedOver(const Profiles::ProfileStore &store, const QString &profileId)
{
    const Profiles::Profile *profile = store.profile(profileId);
    return profile && !store.isProfileForSession(profileId) && Schedule::handoverOf(*profile, {});
}

// It is installed beside this program.
QString commandLinePath()
{
    const QFileInfo own(QCoreApplication::applicationFilePath());
    const QString suffix = own.suffix().isEmpty() ? QString() : u'.' + own.suffix();
    return own.dir().filePath(u"workiva-writeback-cli"_s + suffix);
}

QStringList filesIn(const QMimeData &data)
{
    QStringList files;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    return files;
}

} // namespace

HomeWindow::HomeWindow(Profiles::ProfileStore &store, Profiles::SecretStore &secrets, const Runs::DataFolder &folder,
                       Runs::ProfileRuns &runs, QWidget *parent)
    : QMainWindow(parent)
    , m_store(store)
    , m_secrets(secrets)
    , m_runs(runs)
    , m_folder(folder)
    , m_settings(Profiles::settingsIn(QSettings()))
    , m_actions(new ProfileActions(store, folder.history(), runs, this))
    , m_notifier(new Notifier(this))
    , m_new(new QAction(tr("&New writeback…"), this))
    , m_import(new QAction(tr("&Import…"), this))
    , m_accounts(new QAction(tr("&Accounts…"), this))
    , m_sample(new SampleRibbon(this))
    , m_notice(new LineList(this))
    , m_pages(new QStackedWidget(this))
{
    setWindowTitle(tr("Workiva Writeback"));
    setAcceptDrops(true);
    new ProgressSign(runs, this);
    applySettings();
    auto *central = new QWidget;
    central->hide(); // when it is shown, Qt connects to screen readers, which would delay the window
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins({});
    layout->addWidget(m_sample);
    layout->addWidget(m_notice);
    layout->addWidget(m_pages);
    setCentralWidget(central);

    connect(&store, &Profiles::ProfileStore::changed, this, &HomeWindow::showState);
    connect(&secrets, &Profiles::SecretStore::persistenceChanged, this, &HomeWindow::showState);
    connect(
        &runs, &Runs::ProfileRuns::ended, this, [this](const QString &profileId, const Writeback::RunReport &report) {
            const Runs::RunProgress progress = m_runs.progress(profileId);
            const QString state = Writeback::name(report.state);
            if (progress.isCheck())
                notify(profileId,
                       {Words::checkName(state, false).text, Words::checkText(report, progress.pendingChanges).text});
            else
                notify(profileId, {Words::endName(state, report.error).text, Words::stateText(report.state)});
        });
    connect(&runs, &Runs::ProfileRuns::asked, this, [this](const QString &profileId) {
        const auto question = m_runs.progress(profileId).question;
        const bool loses =
            question && std::ranges::any_of(question->findings, Writeback::isLoss, &Writeback::Finding::kind);
        notify(profileId,
               {Words::questionName(),
                loses ? tr("Formulas would be overwritten, or more cells cleared than written. Please confirm.")
                      : tr("Please confirm the changes before they are written.")});
    });
    connect(&runs, &Runs::ProfileRuns::notRecorded, this, [this](const Core::Error &error) {
        m_notRecorded = Words::notRecordedText(error);
        showState();
    });
    using Step = WritebackWizard::Step;
    connect(m_actions, &ProfileActions::editWanted, this,
            [this](const Profiles::Profile &profile) { openWizard(profile, Step::Details); });
    connect(m_actions, &ProfileActions::diagnosisWanted, this, &HomeWindow::openDiagnosis);
    connect(m_actions, &ProfileActions::scheduleWanted, this,
            [this](const Profiles::Profile &profile) { openWizard(profile, Step::Scheduling); });
    connect(m_actions, &ProfileActions::describeWanted, this,
            [this](const Profiles::Profile &profile) { openWizard(profile, Step::Describe); });
    connect(m_actions, &ProfileActions::made, this, &HomeWindow::select);

    // Based on the font size rather than its metrics, which would require loading fonts.
    const double em = font().pixelSize() > 0 ? font().pixelSize() : font().pointSizeF() * logicalDpiY() / 72;
    if (!restoreGeometry(QSettings().value(geometryKey).toByteArray()))
        setFirstSize(this, QSize(int(em * 108), int(em * 56)));
}

// Its contents are created while the window manager places the window: it appears earlier, and is complete as early as
// otherwise.
void HomeWindow::setVisible(bool visible)
{
    QMainWindow::setVisible(visible);
    if (!visible || std::exchange(m_filled, true))
        return;
    centralWidget()->show();
    makeMenus();
    const int margin = fontMetrics().height() / 2;
    m_notice->setContentsMargins(margin, margin, margin, margin);
    showState();
    m_pages->currentWidget()->setFocus();
}

HomeWindow::~HomeWindow() = default;

void HomeWindow::makeMenus()
{
    m_new->setShortcut(QKeySequence::New);
    m_new->setToolTip(tr("Create a new writeback"));
    connect(m_new, &QAction::triggered, this, [this] { openWizard({}); });

    m_import->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_I));
    m_import->setIcon(icon(Icon::Import));
    m_import->setToolTip(tr("Open a writeback that was exported to a file"));
    connect(m_import, &QAction::triggered, this, &HomeWindow::chooseFile);

    m_accounts->setIcon(icon(Icon::Key));
    m_accounts->setToolTip(tr("Manage the credentials for Domo and Workiva"));
    connect(m_accounts, &QAction::triggered, this, &HomeWindow::openAccounts);

    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(m_new);
    file->addAction(m_import);
    file->addSeparator();
    file->addAction(m_accounts);
    file->addAction(icon(Icon::Calendar), tr("Schedules on this &computer…"), this, [this] { openSchedules({}); });
    file->addAction(tr("Past runs of &all writebacks…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H), this,
                    [this] { PastRuns::showAll(m_folder.history(), m_store, this); }); // also of deleted writebacks
    file->addSeparator();
    file->addAction(icon(Icon::Settings), tr("&Settings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma), this,
                    &HomeWindow::openSettings);
    file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);
    menuBar()->addMenu(tr("Write&back"))->addActions(m_actions->all());
    addHelp(menuBar()->addMenu(tr("&Help")), this, {.store = m_store, .secrets = m_secrets, .folder = m_folder});
}

void HomeWindow::select(const QString &profileId)
{
    if (m_list)
        m_list->select(profileId);
}

void HomeWindow::showState()
{
    if (!m_filled)
        return;
    // A page is created when it is first shown, so that the window appears earlier.
    const bool empty = m_store.profiles().isEmpty() && m_store.laterProfiles().isEmpty();
    if (empty && !m_empty) {
        auto *start = new StartPage(m_new);
        connect(start, &StartPage::sampleDataWanted, this, &HomeWindow::sampleDataWanted);
        m_pages->addWidget(m_empty = start);
    }
    if (!empty && !m_list) {
        m_list = new ProfilesPage(m_store, m_folder.history(), m_runs, *m_actions, {m_new, m_import, m_accounts});
        m_pages->addWidget(m_list);
    }
    QWidget *page = empty ? m_empty : m_list;
    if (page != m_pages->currentWidget()) {
        m_pages->setCurrentWidget(page);
        page->setFocus(); // also for when a dialog is closed: the focus must not stay on the hidden page
    }

    m_notice->setLines(notices());
    m_sample->showFor(sampleNames(), int(m_store.profiles().size() + m_store.laterProfiles().size()));
}

QStringList HomeWindow::sampleNames() const
{
    QStringList names;
    for (const Profiles::Profile &one : m_store.profiles()) {
        if (m_store.isForSession(one.accountId))
            names.append(one.name);
    }
    return names;
}

QList<Words::Line> HomeWindow::notices() const
{
    QStringList texts;
    if (!m_secrets.isPersistent())
        texts.append(tr("The system keychain is not available: secrets are kept only until this program ends."));
    for (const Profiles::JsonFolder::Fault &fault : m_store.faults())
        texts.append(fault.kind == Profiles::JsonFolder::Fault::Kind::SetAside ? Words::setAsideText(fault.path)
                                                                               : Words::unreadableText(fault.path));
    for (const Profiles::LaterRecord &account : m_store.laterAccounts())
        texts.append(Words::laterAccountText(account.name));
    switch (m_folder.keeping()) {
    case Runs::DataFolder::Keeping::Persistent: break;
    case Runs::DataFolder::Keeping::InMemory: texts.append(Words::keptInMemoryText(*m_folder.fault())); break;
    case Runs::DataFolder::Keeping::NotAtAll: texts.append(Words::historyUnusableText(*m_folder.fault())); break;
    }
    if (!m_folder.history().setAside().isEmpty())
        texts.append(Words::historySetAsideText(m_folder.history().setAside()));
    if (!m_notRecorded.isEmpty())
        texts.append(m_notRecorded);
    QList<Words::Line> lines;
    for (const QString &text : texts)
        lines.append({Words::Tone::Warning, text});
    return lines;
}

void HomeWindow::openWizard(const Profiles::Profile &profile, WritebackWizard::Step start)
{
    WizardContext::Schedules schedules;
    if (m_store.profile(profile.id) && !m_store.isProfileForSession(profile.id)) {
        schedules = [wanted = Runs::Schedules::wantedBy(m_store, m_folder, commandLinePath())] {
            const Runs::Schedules all(wanted);
            return all.first() ? all.compared() : Core::fail(Runs::noScheduler());
        };
    }
    auto *wizard = new WritebackWizard(m_store, m_secrets, profile, m_settings.proxy, schedules, this);
    if (start != WritebackWizard::Step::Credentials)
        wizard->openAt(start);
    connect(wizard, &WritebackWizard::saved, this,
            [this, before = profile.schedule](const QString &profileId, WritebackWizard::Then then) {
                m_runs.dismiss(profileId); // its run may have used another sheet
                select(profileId);
                if (then == WritebackWizard::Then::Run)
                    m_runs.start(profileId);
                else if (then == WritebackWizard::Then::New)
                    openWizard({});
                else if (isToBeHandedOver(m_store, profileId) && m_store.profile(profileId)->schedule != before)
                    openSchedules(profileId); // saving it has started nothing
            });
    connect(wizard, &QObject::destroyed, this, &HomeWindow::importNext, Qt::QueuedConnection);
    openDialog(wizard);
}

bool HomeWindow::isEditing() const
{
    return findChild<WritebackWizard *>() != nullptr;
}

void HomeWindow::bringToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    QApplication::alert(this); // for desktops that do not allow a window to raise itself
}

void HomeWindow::openAccounts()
{
    openDialog(new AccountsDialog(m_store, m_secrets, m_settings.proxy, this));
}

void HomeWindow::openSchedules(const QString &profileId)
{
    auto *dialog = new SchedulesDialog(m_store, m_folder, commandLinePath(), Schedule::ownSurroundings, this);
    dialog->choose(profileId);
    openDialog(dialog);
}

void HomeWindow::openDiagnosis(const Profiles::Profile &profile)
{
    DiagnosisDialog::Installed installed;
    if (!m_store.isProfileForSession(profile.id)) {
        installed = [wanted = Runs::Schedules::wantedBy(m_store, m_folder, commandLinePath())] {
            const Runs::Schedules schedules(wanted);
            return Runs::Doctor::Schedules{schedules.saved(), schedules.installed()};
        };
    }
    openDialog(new DiagnosisDialog(profile, std::make_unique<Runs::Doctor>(m_folder, m_store, m_secrets),
                                   m_settings.proxy, installed, this));
}

void HomeWindow::openSettings()
{
    auto *dialog = new SettingsDialog(
        m_settings, {.languages = languagesIn(translationFolder()), .dataFolder = m_folder.path()}, this);
    connect(dialog, &SettingsDialog::saved, this, [this](const Profiles::Settings &settings) {
        QSettings stored;
        if (const auto saved = Profiles::save(settings, stored); !saved)
            return tell(this, saved.error());
        m_settings = settings;
        applySettings();
    });
    openDialog(dialog);
}

void HomeWindow::applySettings()
{
    m_notifier->setNotifies(m_settings.notifies);
    m_runs.setMaxAtOnce(m_settings.runsAtOnce);
    m_runs.setProxy(m_settings.proxy);
    m_runs.setPrompt(m_settings.confirmsEveryRun ? Writeback::Prompt::Always : Writeback::Prompt::BeforeLoss);
}

void HomeWindow::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Import"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Writebacks (*.%1)").arg(Profiles::profileFileSuffix), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &HomeWindow::importFile);
    dialog->open();
}

void HomeWindow::importFile(const QString &path)
{
    m_toImport.append(path);
    importNext();
}

// One wizard at a time: the next file waits until it is closed.
void HomeWindow::importNext()
{
    if (m_toImport.isEmpty() || isEditing())
        return;
    const auto profile = Profiles::readProfileFile(m_toImport.takeFirst());
    if (profile)
        return openWizard(*profile);
    tell(this, profile.error());
    importNext();
}

// Another instance of the program may have run something in the meantime.
void HomeWindow::changeEvent(QEvent *event)
{
    // Later, when the window has been painted: a dialog may just have been closed.
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && m_list)
        QTimer::singleShot(1, m_list, &ProfilesPage::refresh);
    QMainWindow::changeEvent(event);
}

void HomeWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!(m_list && m_list->isDragging(event->source())) && !QApplication::activeModalWidget()
        && !filesIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void HomeWindow::dropEvent(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction); // a move would remove the file from its folder
    event->accept();
    m_toImport += filesIn(*event->mimeData());
    importNext();
}

void HomeWindow::notify(const QString &profileId, const Notice &notice)
{
    if (QApplication::activeWindow())
        return; // this window is active, or a dialog of it
    const Profiles::Profile *profile = m_store.profile(profileId);
    m_notifier->tell(tr("%1: %2").arg(profile ? profile->name : QCoreApplication::applicationName(), notice.state),
                     notice.text);
}

void HomeWindow::closeEvent(QCloseEvent *event)
{
    if (m_runs.running() > 0) {
        event->ignore();
        confirmClose();
        return;
    }
    QSettings().setValue(geometryKey, saveGeometry());
    if (m_list)
        m_list->rememberColumns();
    QMainWindow::closeEvent(event);
}

void HomeWindow::confirmClose()
{
    const bool several = m_runs.running() > 1;
    const QString after = tr("Cells already written stay. Run again to write the rest.");
    const auto cancelAndClose = [this] {
        connect(&m_runs, &Runs::ProfileRuns::ended, this, [this] {
            if (m_runs.running() == 0)
                close();
        });
        m_runs.cancelAll();
    };
    QMessageBox *box =
        prompt(this,
               {.title = tr("Close"),
                .text = (several ? tr("%1 runs are in progress. Cancel them and close?").arg(m_runs.running())
                                 : tr("A run is in progress. Cancel it and close?"))
                    + u' ' + after,
                .no = tr("&Keep running"),
                .yes = several ? tr("&Cancel runs and close") : tr("&Cancel run and close")},
               cancelAndClose);
    connect(&m_runs, &Runs::ProfileRuns::ended, box, [this, box] {
        if (m_runs.running() == 0)
            box->close(); // nothing is left to confirm; the end of the run stays visible
    });
}

} // namespace Ui
