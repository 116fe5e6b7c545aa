#include "ui/home/profileactions.h"

#include "profiles/profilefile.h"
#include "setup/login.h"
#include "setup/saved.h"
#include "words/kindtext.h"
#include "ui/look/icons.h"
#include "ui/look/openpage.h"
#include "ui/look/prompt.h"
#include "ui/look/tell.h"
#include "ui/runs/pastruns.h"
#include "runs/profileruns.h"

#include <QDir>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

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
    , cancel(make(window, {tr("S&top run"), tr("Stop the run in progress")}, Qt::Key_F6))
    , check(make(window, {tr("Chec&k"), tr("Compare the sheet with the DataSet without writing")}, Qt::Key_F7))
    , pastRuns(make(window, {tr("&Past runs…"), tr("Show earlier runs of this writeback")},
                    QKeySequence(Qt::CTRL | Qt::Key_H)))
    , diagnose(make(window,
                    {tr("D&iagnose…"),
                     tr("Examine everything that its runs need, without writing: keychain, "
                        "network, sign-in, rights, scheduler")}))
    , edit(make(window, {tr("&Edit…"), tr("Edit this writeback")}, Qt::Key_F4))
    , schedule(
          make(window, {tr("S&chedule…"), tr("Edit when it runs without you")}, QKeySequence(Qt::CTRL | Qt::Key_T)))
    , describe(make(window, {tr("Edit de&scription…"), tr("Edit name and description, without signing in")},
                    QKeySequence(Qt::SHIFT | Qt::Key_F4)))
    , setGroup(make(window, {tr("&Group…"), tr("Put the selected writebacks into a group, such as a filing")},
                    QKeySequence(Qt::CTRL | Qt::Key_G)))
    , archive(make(window,
                   {tr("Archi&ve"), tr("Hide the selected writebacks from the list. They are kept with their runs.")}))
    , duplicate(make(window, {tr("D&uplicate"), tr("Copy this writeback")}, QKeySequence(Qt::CTRL | Qt::Key_D)))
    , rename(make(window, {tr("Re&name…"), tr("Rename this writeback")}, Qt::Key_F2))
    , remove(make(window, {tr("De&lete…"), tr("Delete the selected writebacks. Their run history is kept.")},
                  QKeySequence::Delete))
    , exportFile(make(window, {tr("E&xport…"), tr("Save this writeback to a file for sharing, without secrets")},
                      QKeySequence(Qt::CTRL | Qt::Key_E)))
    , openWorkiva(make(window, {tr("Open in &Workiva"), tr("Open the sheet in the browser")},
                       QKeySequence(Qt::CTRL | Qt::Key_O)))
    , openDomo(make(window, {tr("Open in D&omo"), tr("Open the DataSet in the browser")},
                    QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)))
    , undo(make(window, {tr("&Undo"), tr("Undo the last archiving or deletion")}, QKeySequence::Undo))
    , m_store(store)
    , m_history(history)
    , m_runs(runs)
    , m_window(window)
{
    run->setIcon(icon(Icon::Run));
    cancel->setIcon(icon(Icon::Stop));
    edit->setIcon(icon(Icon::Edit));
    archive->setIcon(icon(Icon::Archive));
    exportFile->setIcon(icon(Icon::Export));
    pastRuns->setIcon(icon(Icon::Clock));
    schedule->setIcon(icon(Icon::Calendar));
    openWorkiva->setIcon(icon(Icon::Open));
    undo->setIcon(icon(Icon::Undo));
    connect(run, &QAction::triggered, this, &ProfileActions::runChosen);
    connect(cancel, &QAction::triggered, this, [this] {
        for (const QString &id : QStringList(m_chosen))
            m_runs.cancel(id);
    });
    connect(check, &QAction::triggered, this, [this] {
        for (const QString &id : QStringList(m_chosen))
            m_runs.check(id);
    });
    // In text fields, Del edits text: see ProfilesPage, which assigns the shortcut to the list.
    remove->setShortcutContext(Qt::WidgetShortcut);
    undo->setShortcutContext(Qt::WidgetShortcut); // likewise
    connect(setGroup, &QAction::triggered, this, &ProfileActions::promptForGroup);
    connect(archive, &QAction::triggered, this, &ProfileActions::toggleArchive);
    connect(undo, &QAction::triggered, this, [this] {
        const auto undoIt = std::exchange(m_undo, {});
        Q_EMIT undoable({});
        if (undoIt)
            undoIt();
        update();
    });
    connect(diagnose, &QAction::triggered, this, [this] {
        if (const Profiles::Profile *profile = chosen())
            Q_EMIT diagnosisWanted(*profile);
    });
    connect(edit, &QAction::triggered, this, [this] {
        if (const Profiles::Profile *profile = chosen())
            Q_EMIT editWanted(*profile);
    });
    connect(schedule, &QAction::triggered, this, [this] {
        if (const Profiles::Profile *profile = chosen())
            Q_EMIT scheduleWanted(*profile);
    });
    connect(describe, &QAction::triggered, this, [this] {
        if (const Profiles::Profile *profile = chosen())
            Q_EMIT describeWanted(*profile);
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
    connect(&store, &Profiles::ProfileStore::changed, this, &ProfileActions::update);
    connect(&runs, &Runs::ProfileRuns::changed, this, [this](const QString &profileId) {
        if (m_chosen.contains(profileId))
            update();
    });
    update();
}

QList<QAction *> ProfileActions::all() const
{
    return {run,         cancel,
            check,       pastRuns,
            diagnose,    separator(m_window),
            edit,        schedule,
            describe,    duplicate,
            rename,      setGroup,
            archive,     remove,
            undo,        separator(m_window),
            exportFile,  separator(m_window),
            openWorkiva, openDomo};
}

const Profiles::Profile *ProfileActions::chosen() const
{
    return m_chosen.size() == 1 ? m_store.profile(m_chosen.first()) : nullptr;
}

QList<const Profiles::Profile *> ProfileActions::allChosen() const
{
    QList<const Profiles::Profile *> profiles;
    for (const QString &id : m_chosen) {
        if (const Profiles::Profile *profile = m_store.profile(id))
            profiles.append(profile);
    }
    return profiles;
}

QString ProfileActions::nameOf(const QStringList &profileIds) const
{
    if (profileIds.size() != 1)
        return Words::writebacksText(int(profileIds.size()));
    const Profiles::Profile *profile = m_store.profile(profileIds.first());
    const Profiles::LaterRecord *later = m_store.laterProfile(profileIds.first());
    return profile ? profile->name : later ? later->name : QString();
}

void ProfileActions::choose(const QStringList &profileIds)
{
    m_chosen = profileIds;
    update();
}

void ProfileActions::runChosen()
{
    QStringList ids; // a copy: a listener may change those chosen
    for (const Profiles::Profile *profile : allChosen()) // none of a later version, whose run would count as cancelled
        ids.append(profile->id);
    if (ids.size() == 1)
        m_runs.start(ids.first());
    else
        m_runs.startAll(ids);
}

void ProfileActions::update()
{
    const Profiles::Profile *profile = chosen();
    const QList<const Profiles::Profile *> profiles = allChosen();
    const auto isRunning = [this](const QString &id) { return m_runs.isRunning(id); };
    const bool any = !profiles.isEmpty();
    const bool someRun = std::ranges::any_of(m_chosen, isRunning);
    const bool allRun = std::ranges::all_of(m_chosen, isRunning);
    run->setEnabled(any && !allRun);
    run->setText(m_chosen.size() > 1 ? tr("&Run selected") : tr("&Run"));
    check->setEnabled(any && !allRun);
    cancel->setEnabled(someRun);
    for (QAction *action : {edit, schedule, describe, rename})
        action->setEnabled(profile && !someRun);
    for (QAction *action : {setGroup, archive})
        action->setEnabled(any && !someRun);
    const bool areArchived =
        any && std::ranges::all_of(profiles, [](const Profiles::Profile *one) { return one->archived; });
    archive->setText(areArchived ? tr("Take out of the archi&ve") : tr("Archi&ve"));
    remove->setEnabled(!m_chosen.isEmpty() && !someRun);
    undo->setEnabled(bool(m_undo));
    for (QAction *action : {pastRuns, diagnose, duplicate, exportFile})
        action->setEnabled(profile);
    const Profiles::Account *account = profile ? m_store.account(profile->accountId) : nullptr;
    openWorkiva->setEnabled(account && pageInWorkiva(*account, *profile).isValid());
    openDomo->setEnabled(account && pageInDomo(*account, *profile).isValid());
}

void ProfileActions::openPage(QUrl (*page)(const Profiles::Account &, const Profiles::Profile &))
{
    const Profiles::Profile *profile = chosen();
    if (const Profiles::Account *account = profile ? m_store.account(profile->accountId) : nullptr)
        Ui::openPage(m_window, page(*account, *profile));
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

void ProfileActions::promptForGroup()
{
    const QList<const Profiles::Profile *> profiles = allChosen();
    if (profiles.isEmpty())
        return;
    QStringList groups;
    for (const Profiles::Profile &one : m_store.profiles()) {
        if (!one.group.isEmpty() && !groups.contains(one.group))
            groups.append(one.group);
    }
    groups.sort(Qt::CaseInsensitive);
    auto *dialog = new QInputDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Group"));
    const QString name = nameOf(m_chosen).replace(u'&', "&&"_L1); // not a key
    dialog->setLabelText(tr("Group of %1, such as \"10-K 2026\". Leave it empty for no group.").arg(name));
    dialog->findChild<QLabel *>()->setTextFormat(Qt::PlainText);
    dialog->setComboBoxEditable(true);
    dialog->setComboBoxItems(groups);
    dialog->setTextValue(profiles.first()->group);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, ids = m_chosen](const QString &group) {
        if (const auto done = Setup::setGroup(m_store, ids, group); !done)
            tell(m_window, done.error());
    });
    dialog->open();
}

void ProfileActions::toggleArchive()
{
    const QList<const Profiles::Profile *> profiles = allChosen();
    if (profiles.isEmpty())
        return;
    const bool archived = !std::ranges::all_of(profiles, [](const Profiles::Profile *one) { return one->archived; });
    const auto changed = Setup::setArchived(m_store, m_chosen, archived);
    if (!changed)
        return tell(m_window, changed.error());
    if (changed->isEmpty())
        return;
    const QString what = (archived ? tr("Archived: %1") : tr("Taken out of the archive: %1")).arg(nameOf(*changed));
    offerUndo(what, [this, ids = *changed, archived] {
        if (const auto done = Setup::setArchived(m_store, ids, !archived); !done)
            tell(m_window, done.error());
    });
}

void ProfileActions::offerUndo(const QString &what, const std::function<void()> &undoIt)
{
    m_undo = undoIt;
    update();
    Q_EMIT undoable(what);
}

void ProfileActions::confirmRemoval()
{
    if (m_chosen.isEmpty())
        return;
    const QString text = m_chosen.size() == 1
        ? tr("Delete \"%1\"? Its run history is kept, and the sheet in Workiva is not changed.").arg(nameOf(m_chosen))
        : tr("Delete %1? Their run history is kept, and the sheets in Workiva are not changed.").arg(nameOf(m_chosen));
    prompt(m_window, {.title = tr("Delete"), .text = text, .no = {}, .yes = tr("&Delete")},
           [this, ids = m_chosen] { removeChosen(ids); });
}

void ProfileActions::removeChosen(const QStringList &profileIds)
{
    QList<Profiles::ProfileStore::Removed> all;
    QString name; // of the last one
    for (const QString &id : profileIds) {
        const QString itsName = nameOf({id});
        const auto removed = Setup::removeWriteback(m_store, id);
        if (!removed) {
            tell(m_window, removed.error());
            continue;
        }
        all.append(*removed);
        name = itsName;
    }
    if (all.isEmpty())
        return;
    const QString what = tr("Deleted: %1").arg(all.size() == 1 ? name : Words::writebacksText(int(all.size())));
    offerUndo(what, [this, all] {
        for (const Profiles::ProfileStore::Removed &one : all) {
            if (const auto done = Setup::restoreWriteback(m_store, one); !done)
                tell(m_window, done.error());
        }
    });
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
