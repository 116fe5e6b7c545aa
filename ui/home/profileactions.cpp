#include "ui/home/profileactions.h"

#include "profiles/profilefile.h"
#include "setup/login.h"
#include "setup/saved.h"
#include "ui/look/prompt.h"
#include "ui/look/tell.h"
#include "ui/runs/pastruns.h"
#include "runs/profileruns.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QInputDialog>

namespace Ui {

namespace {

struct Texts
{
    QString name;
    QString tip;
};

QAction *make(QWidget *window, const Texts &texts, const QKeySequence &keys = {})
{
    auto *action = new QAction(texts.name, window);
    action->setToolTip(texts.tip);
    action->setStatusTip(texts.tip);
    action->setShortcut(keys);
    window->addAction(action);
    return action;
}

QAction *separator(QWidget *window)
{
    auto *action = new QAction(window);
    action->setSeparator(true);
    return action;
}

QUrl pageInWorkiva(const Profiles::Account &account, const Profiles::Profile &profile)
{
    return Setup::workivaPage(account, profile.spreadsheetId, profile.sheetId);
}

QUrl pageInDomo(const Profiles::Account &account, const Profiles::Profile &profile)
{
    return Setup::domoPage(account, profile.dataSetId);
}

} // namespace

ProfileActions::ProfileActions(Profiles::ProfileStore &store, const History::RunHistory &history,
                               Runs::ProfileRuns &runs, QWidget *window)
    : QObject(window)
    , run(make(window, {tr("&Run"), tr("Write the differences and verify them")}, Qt::Key_F5))
    , cancel(make(window, {tr("&Cancel run"), tr("Cancel the run in progress")}, Qt::Key_F6))
    , check(make(window, {tr("Chec&k"), tr("Compare the sheet with the data without writing")}, Qt::Key_F7))
    , pastRuns(make(window, {tr("&Past runs…"), tr("Show earlier runs of this writeback")},
                    QKeySequence(Qt::CTRL | Qt::Key_H)))
    , edit(make(window, {tr("&Edit…"), tr("Edit this writeback")}, Qt::Key_F4))
    , duplicate(make(window, {tr("D&uplicate"), tr("Copy this writeback")}, QKeySequence(Qt::CTRL | Qt::Key_D)))
    , rename(make(window, {tr("Re&name…"), tr("Rename this writeback")}, Qt::Key_F2))
    , remove(
          make(window, {tr("De&lete…"), tr("Delete this writeback. Its run history is kept.")}, QKeySequence::Delete))
    , exportFile(make(window, {tr("E&xport…"), tr("Save this writeback to a file for sharing, without secrets")},
                      QKeySequence(Qt::CTRL | Qt::Key_E)))
    , openWorkiva(make(window, {tr("Open in &Workiva"), tr("Open the sheet in the browser")},
                       QKeySequence(Qt::CTRL | Qt::Key_O)))
    , openDomo(make(window, {tr("Open in D&omo"), tr("Open the DataSet in the browser")},
                    QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)))
    , m_store(store)
    , m_history(history)
    , m_runs(runs)
    , m_window(window)
{
    connect(run, &QAction::triggered, this, [this] { m_runs.start(m_chosen); });
    connect(cancel, &QAction::triggered, this, [this] { m_runs.cancel(m_chosen); });
    connect(check, &QAction::triggered, this, [this] { m_runs.check(m_chosen); });
    // In text fields, Del edits text: see ProfilesPage, which assigns the shortcut to the list.
    remove->setShortcutContext(Qt::WidgetShortcut);
    connect(edit, &QAction::triggered, this, [this] {
        if (const Profiles::Profile *profile = chosen())
            Q_EMIT editWanted(*profile);
    });
    connect(pastRuns, &QAction::triggered, this, [this] {
        if (const Profiles::Profile *profile = chosen())
            PastRuns::showOf(*profile, m_history, m_window);
    });
    connect(duplicate, &QAction::triggered, this, &ProfileActions::duplicateChosen);
    connect(rename, &QAction::triggered, this, &ProfileActions::promptForName);
    connect(remove, &QAction::triggered, this, &ProfileActions::confirmRemoval);
    connect(exportFile, &QAction::triggered, this, &ProfileActions::chooseFile);
    connect(openWorkiva, &QAction::triggered, this, [this] { openPage(pageInWorkiva); });
    connect(openDomo, &QAction::triggered, this, [this] { openPage(pageInDomo); });
    update();
}

QList<QAction *> ProfileActions::all() const
{
    return {run,
            cancel,
            check,
            pastRuns,
            separator(m_window),
            edit,
            duplicate,
            rename,
            remove,
            separator(m_window),
            exportFile,
            separator(m_window),
            openWorkiva,
            openDomo};
}

const Profiles::Profile *ProfileActions::chosen() const
{
    return m_store.profile(m_chosen);
}

void ProfileActions::choose(const QString &profileId)
{
    m_chosen = profileId;
    update();
}

void ProfileActions::update()
{
    const Profiles::Profile *profile = chosen();
    const bool any = profile != nullptr;
    const bool running = m_runs.isRunning(m_chosen);
    run->setEnabled(any && !running);
    check->setEnabled(any && !running);
    cancel->setEnabled(running);
    for (QAction *action : {edit, rename})
        action->setEnabled(any && !running);
    remove->setEnabled((any || m_store.laterProfile(m_chosen)) && !running);
    for (QAction *action : {pastRuns, duplicate, exportFile})
        action->setEnabled(any);
    const Profiles::Account *account = profile ? m_store.account(profile->accountId) : nullptr;
    openWorkiva->setEnabled(account && pageInWorkiva(*account, *profile).isValid());
    openDomo->setEnabled(account && pageInDomo(*account, *profile).isValid());
}

void ProfileActions::openPage(QUrl (*page)(const Profiles::Account &, const Profiles::Profile &))
{
    const Profiles::Profile *profile = chosen();
    if (const Profiles::Account *account = profile ? m_store.account(profile->accountId) : nullptr)
        QDesktopServices::openUrl(page(*account, *profile));
}

void ProfileActions::promptForName()
{
    const Profiles::Profile *profile = chosen();
    if (!profile)
        return;
    auto *dialog = new QInputDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename"));
    dialog->setLabelText(tr("New name"));
    dialog->setTextValue(profile->name);
    dialog->resize(dialog->fontMetrics().averageCharWidth() * 80, dialog->height());
    connect(dialog, &QInputDialog::textValueSelected, this, [this, id = profile->id](const QString &name) {
        if (const auto renamed = Setup::rename(m_store, {.profileId = id, .name = name}); !renamed)
            tell(m_window, renamed.error());
    });
    dialog->open();
}

void ProfileActions::duplicateChosen()
{
    const Profiles::Profile *profile = chosen();
    if (!profile)
        return;
    const auto copy = Setup::duplicate(m_store, *profile, tr("%1 (copy)").arg(profile->name));
    if (!copy)
        return tell(m_window, copy.error());
    Q_EMIT made(*copy);
}

void ProfileActions::confirmRemoval()
{
    const Profiles::Profile *profile = chosen();
    const Profiles::LaterRecord *later = m_store.laterProfile(m_chosen);
    if (!profile && !later)
        return;
    const auto removeIt = [this, id = m_chosen] {
        if (const auto done = Setup::removeWriteback(m_store, id); !done)
            tell(m_window, done.error());
    };
    prompt(m_window,
           {.title = tr("Delete"),
            .text = tr("Delete \"%1\"? Its run history is kept, and the sheet in Workiva is not changed.")
                        .arg(profile ? profile->name : later->name),
            .no = {},
            .yes = tr("&Delete")},
           removeIt);
}

void ProfileActions::chooseFile()
{
    const Profiles::Profile *profile = chosen();
    if (!profile)
        return;
    auto *dialog = new QFileDialog(m_window, tr("Export"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setNameFilter(tr("Writebacks (*.%1)").arg(Profiles::profileFileSuffix));
    dialog->setDefaultSuffix(Profiles::profileFileSuffix);
    dialog->selectFile(Profiles::profileFileName(*profile));
    connect(dialog, &QFileDialog::fileSelected, this, [this, profile = *profile](const QString &path) {
        if (const auto written = Profiles::writeProfileFile(path, profile); !written)
            tell(m_window, written.error());
    });
    dialog->open();
}

} // namespace Ui
