#include "ui/home/homewindow.h"

#include "ui/home/accountsdialog.h"
#include "ui/models/profilesmodel.h"
#include "ui/runs/runpanel.h"
#include "words/errortext.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QSystemTrayIcon>
#include <QTableView>
#include <QToolBar>
#include <QVBoxLayout>

#include <array>

namespace Desktop {

HomeWindow::HomeWindow(Profiles::ProfileStore &store, Profiles::SecretStore &secrets, History::RunHistory &history,
                       Runs &runs, QWidget *parent)
    : QMainWindow(parent)
    , m_store(store)
    , m_secrets(secrets)
    , m_history(history)
    , m_runs(runs)
    , m_model(new ProfilesModel(store, history, runs, this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_pages(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_search(new QLineEdit(this))
    , m_notice(new QLabel(this))
    , m_panel(new RunPanel(this))
    , m_tray(new QSystemTrayIcon(style()->standardIcon(QStyle::SP_DialogSaveButton), this))
{
    setWindowTitle(tr("Workiva Writeback"));
    setCentralWidget(m_pages);
    makeActions();
    m_pages->addWidget(makeEmptyState());
    m_pages->addWidget(makeList());

    connect(&store, &Profiles::ProfileStore::changed, this, &HomeWindow::showState);
    connect(&secrets, &Profiles::SecretStore::lastingChanged, this, &HomeWindow::showState);
    connect(&runs, &Runs::changed, this, [this](const QString &profileId) {
        if (profileId == selectedId())
            showState();
    });
    connect(&runs, &Runs::ended, this, &HomeWindow::runEnded);
    connect(m_panel, &RunPanel::cancelWanted, m_cancel, &QAction::trigger);
    connect(m_panel, &RunPanel::openInWorkivaWanted, m_openWorkiva, &QAction::trigger);

    QSettings settings;
    if (!restoreGeometry(settings.value(QStringLiteral("home/geometry")).toByteArray()))
        resize(QSize(fontMetrics().averageCharWidth() * 170, fontMetrics().height() * 44)
                   .boundedTo(screen()->availableSize()));
    m_table->horizontalHeader()->restoreState(settings.value(QStringLiteral("home/columns")).toByteArray());
    selectAgain();
    showState();
    m_table->setFocus();
}

HomeWindow::~HomeWindow() = default;

void HomeWindow::makeActions()
{
    const auto make = [this](const QString &text, const QString &tip, const QKeySequence &keys) {
        auto *action = new QAction(text, this);
        action->setToolTip(tip);
        action->setShortcut(keys);
        addAction(action);
        return action;
    };
    m_new = make(tr("&New writeback…"), tr("Set up what is written where"), QKeySequence::New);
    m_run = make(tr("&Run"), tr("Write what differs, and read it back"), Qt::Key_F5);
    m_cancel = make(tr("&Cancel"), tr("End the run under way"), Qt::Key_F6);
    m_edit = make(tr("&Edit…"), tr("Change the selected writeback"), Qt::Key_F4);
    m_duplicate =
        make(tr("&Duplicate"), tr("Make a copy of the selected writeback"), QKeySequence(Qt::CTRL | Qt::Key_D));
    m_rename = make(tr("Re&name…"), tr("Give the selected writeback another name"), Qt::Key_F2);
    m_delete = make(tr("De&lete…"), tr("Delete the selected writeback and its history"), QKeySequence::Delete);
    m_openWorkiva =
        make(tr("Open in &Workiva"), tr("Show the sheet in the browser"), QKeySequence(Qt::CTRL | Qt::Key_O));
    m_openDomo = make(tr("Open in D&omo"), tr("Show the DataSet in the browser"), {});
    m_accounts = make(tr("&Accounts…"), tr("Who asks at Domo and Workiva"), {});

    connect(m_new, &QAction::triggered, this, [this] { openWizard({}); });
    connect(m_run, &QAction::triggered, this, &HomeWindow::runSelected);
    connect(m_cancel, &QAction::triggered, this, [this] { m_runs.cancel(selectedId()); });
    connect(m_edit, &QAction::triggered, this, [this] {
        if (const Profiles::Profile *profile = selected())
            openWizard(*profile);
    });
    connect(m_duplicate, &QAction::triggered, this, &HomeWindow::duplicateSelected);
    connect(m_rename, &QAction::triggered, this, &HomeWindow::renameSelected);
    connect(m_delete, &QAction::triggered, this, &HomeWindow::deleteSelected);
    connect(m_openWorkiva, &QAction::triggered, this, [this] {
        const Profiles::Profile *profile = selected();
        if (const Profiles::Account *account = profile ? m_store.account(profile->accountId) : nullptr)
            openPage(Setup::workivaPage(*account, profile->spreadsheetId, profile->sheetId));
    });
    connect(m_openDomo, &QAction::triggered, this, [this] {
        const Profiles::Profile *profile = selected();
        if (const Profiles::Account *account = profile ? m_store.account(profile->accountId) : nullptr)
            openPage(Setup::domoPage(*account, profile->dataSetId));
    });
    connect(m_accounts, &QAction::triggered, this, &HomeWindow::openAccounts);

    QToolBar *bar = addToolBar(tr("Actions"));
    bar->setObjectName(QStringLiteral("actions"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    bar->addActions({m_new, m_run, m_cancel, m_edit});
    bar->addSeparator();
    bar->addActions({m_openWorkiva, m_accounts});
}

QWidget *HomeWindow::makeEmptyState()
{
    auto *page = new QWidget;
    auto *words =
        new QLabel(tr("<h2>Put a Domo DataSet into a Workiva sheet</h2>"
                      "<p>See what will change before it changes, and know afterwards that every cell is right.</p>"));
    words->setAlignment(Qt::AlignCenter);
    words->setWordWrap(true);
    auto *begin = new QPushButton(tr("&New writeback…"));
    auto *sample = new QPushButton(tr("&Try it with sample data"));
    sample->setToolTip(tr("Starts a stand-in for Domo and Workiva on this machine, with a trial balance to write"));
    connect(begin, &QPushButton::clicked, m_new, &QAction::trigger);
    connect(sample, &QPushButton::clicked, this, &HomeWindow::sampleDataWanted);
    auto *layout = new QVBoxLayout(page);
    layout->addStretch();
    layout->addWidget(words);
    layout->addWidget(begin, 0, Qt::AlignHCenter);
    layout->addWidget(sample, 0, Qt::AlignHCenter);
    layout->addStretch();
    return page;
}

QWidget *HomeWindow::makeList()
{
    m_filter->setSourceModel(m_model);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setFilterKeyColumn(-1);
    m_filter->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, m_filter, &QSortFilterProxyModel::setFilterFixedString);
    m_notice->setWordWrap(true);

    m_table->setModel(m_filter);
    m_table->setAccessibleName(tr("Saved writebacks"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ProfilesModel::Name, Qt::AscendingOrder);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    const int unit = m_table->fontMetrics().averageCharWidth();
    const std::array widths{48, 20, 48, 22, 24};
    for (int column = 0; column < int(widths.size()); ++column)
        m_table->setColumnWidth(column, widths[size_t(column)] * unit);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions({m_run, m_cancel, m_edit, m_duplicate, m_rename, m_delete, m_openWorkiva, m_openDomo});
    connect(m_table, &QTableView::activated, m_run, &QAction::trigger);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (const QString id = selectedId(); !id.isEmpty())
            m_chosen = id;
        showState();
    });
    connect(m_filter, &QAbstractItemModel::modelReset, this, &HomeWindow::selectAgain);

    auto *list = new QWidget;
    auto *layout = new QVBoxLayout(list);
    layout->addWidget(m_notice);
    layout->addWidget(m_search);
    layout->addWidget(m_table);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(list);
    splitter->addWidget(m_panel);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    return splitter;
}

QString HomeWindow::selectedId() const
{
    return m_table->currentIndex().data(ProfilesModel::idRole).toString();
}

const Profiles::Profile *HomeWindow::selected() const
{
    return m_store.profile(selectedId());
}

void HomeWindow::select(const QString &profileId)
{
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex index = m_filter->index(row, 0);
        if (index.data(ProfilesModel::idRole).toString() == profileId)
            m_table->setCurrentIndex(index);
    }
}

void HomeWindow::selectAgain()
{
    select(m_chosen);
    if (selectedId().isEmpty())
        m_table->setCurrentIndex(m_filter->index(0, 0));
}

void HomeWindow::showState()
{
    m_pages->setCurrentIndex(m_store.profiles().isEmpty() ? 0 : 1);
    const QString id = selectedId();
    const bool any = !id.isEmpty();
    const bool running = m_runs.isRunning(id);
    m_run->setEnabled(any && !running);
    m_cancel->setEnabled(running);
    for (QAction *action : {m_edit, m_rename, m_delete})
        action->setEnabled(any && !running);
    for (QAction *action : {m_duplicate, m_openWorkiva, m_openDomo})
        action->setEnabled(any);

    QStringList notices;
    if (!m_secrets.isLasting())
        notices.append(tr("• The system's keychain cannot be used: secrets are kept until this program ends."));
    for (const Profiles::JsonFolder::Fault &fault : m_store.faults())
        notices.append(tr("• A saved file could not be read: %1").arg(fault.path));
    m_notice->setText(notices.join(u'\n'));
    m_notice->setVisible(!notices.isEmpty());
    showPanel();
}

void HomeWindow::showPanel()
{
    const Profiles::Profile *profile = selected();
    const RunProgress progress = profile ? m_runs.progress(profile->id) : RunProgress();
    m_panel->setVisible(progress.running || progress.report);
    if (profile)
        m_panel->show(profile->name, progress);
}

void HomeWindow::openWizard(const Profiles::Profile &profile)
{
    auto *wizard = new WritebackWizard(m_store, m_secrets, profile, this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &WritebackWizard::saved, this, [this](const QString &profileId, WritebackWizard::Then then) {
        m_search->clear();
        select(profileId);
        m_table->setFocus();
        if (then == WritebackWizard::Then::Run)
            m_runs.start(profileId);
        else if (then == WritebackWizard::Then::New)
            openWizard({});
    });
    wizard->open();
}

void HomeWindow::openAccounts()
{
    auto *dialog = new AccountsDialog(m_store, m_secrets, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void HomeWindow::runSelected()
{
    const QString id = selectedId();
    if (!id.isEmpty())
        m_runs.start(id);
}

void HomeWindow::renameSelected()
{
    const Profiles::Profile *profile = selected();
    if (!profile)
        return;
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename"));
    dialog->setLabelText(tr("New name"));
    dialog->setTextValue(profile->name);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, id = profile->id](const QString &name) {
        const Profiles::Profile *current = m_store.profile(id);
        if (!current || name.trimmed().isEmpty())
            return;
        Profiles::Profile renamed = *current;
        renamed.name = name.trimmed();
        if (const auto stored = m_store.save(renamed); !stored)
            tell(stored.error());
        select(id);
    });
    dialog->open();
}

void HomeWindow::duplicateSelected()
{
    const Profiles::Profile *profile = selected();
    if (!profile)
        return;
    Profiles::Profile copy = *profile;
    copy.id = Profiles::newId();
    copy.name = tr("%1 (copy)").arg(profile->name);
    if (const auto stored = m_store.save(copy); !stored)
        tell(stored.error());
    select(copy.id);
}

void HomeWindow::deleteSelected()
{
    const Profiles::Profile *profile = selected();
    if (!profile)
        return;
    auto *box = new QMessageBox(
        QMessageBox::Question, tr("Delete"),
        tr("Delete \"%1\" and the history of its runs? The sheet in Workiva is not touched.").arg(profile->name),
        QMessageBox::Cancel, this);
    QPushButton *yes = box->addButton(tr("&Delete"), QMessageBox::DestructiveRole);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(yes, &QPushButton::clicked, this, [this, id = profile->id] {
        for (const auto &done : {m_store.removeProfile(id), m_history.removeProfile(id)}) {
            if (!done)
                tell(done.error());
        }
    });
    box->open();
}

void HomeWindow::openPage(const QUrl &page)
{
    if (page.isValid())
        QDesktopServices::openUrl(page);
}

void HomeWindow::runEnded(const QString &profileId, const Writeback::RunReport &report)
{
    showState();
    if (isActiveWindow())
        return;
    QApplication::alert(this);
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    const Profiles::Profile *profile = m_store.profile(profileId);
    m_tray->show(); // a message needs an icon to come from
    m_tray->showMessage(profile ? profile->name : windowTitle(), Words::stateText(report.state));
}

void HomeWindow::tell(const Core::Error &error)
{
    const Words::ErrorText text = Words::errorText(error);
    auto *box =
        new QMessageBox(QMessageBox::Warning, windowTitle(), text.message + u'\n' + text.next, QMessageBox::Ok, this);
    box->setDetailedText(text.quote);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void HomeWindow::closeEvent(QCloseEvent *event)
{
    if (m_runs.running() > 0) {
        event->ignore();
        auto *box =
            new QMessageBox(QMessageBox::Question, tr("A run is under way"),
                            tr("Cancel the run and close? What has been written stays; running again writes the rest."),
                            QMessageBox::NoButton, this);
        box->addButton(tr("&Go on running"), QMessageBox::RejectRole);
        QPushButton *yes = box->addButton(tr("&Cancel and close"), QMessageBox::DestructiveRole);
        box->setAttribute(Qt::WA_DeleteOnClose);
        connect(yes, &QPushButton::clicked, this, [this] {
            connect(&m_runs, &Runs::ended, this, [this] {
                if (m_runs.running() == 0)
                    close();
            });
            if (m_runs.running() == 0) // ended while the question stood
                close();
            for (const Profiles::Profile &profile : m_store.profiles())
                m_runs.cancel(profile.id);
        });
        box->open();
        return;
    }
    m_tray->hide();
    QSettings settings;
    settings.setValue(QStringLiteral("home/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("home/columns"), m_table->horizontalHeader()->saveState());
    QMainWindow::closeEvent(event);
}

} // namespace Desktop
