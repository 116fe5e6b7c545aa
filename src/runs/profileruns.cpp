#include "runs/profileruns.h"

#include "core/clock.h"
#include "core/laterversion.h"
#include "runs/runrequests.h"
#include "runs/standing.h"

#include <algorithm>
#include <utility>

namespace Runs {

namespace {

Core::Result<void> write(const Writeback::Bookkeeping &books, const Writeback::JournalEntry &entry,
                         const Writeback::RunReport &report)
{
    const auto journal = books.openJournal();
    if (!journal)
        return Core::propagate(journal);
    if (auto begun = (*journal)->begin(entry); !begun)
        return begun;
    return (*journal)->end(report);
}

} // namespace

ProfileRuns::ProfileRuns(Profiles::ProfileStore &store, Profiles::SecretStore &secrets, const DataFolder &folder,
                         Core::Clock &clock, QObject *parent)
    : QObject(parent), m_store(store), m_secrets(secrets), m_folder(folder), m_clock(clock)
{
    m_recorder.setMaxThreadCount(1);
    connect(&m_store, &Profiles::ProfileStore::changed, this, &ProfileRuns::renewQueue);
}

ProfileRuns::~ProfileRuns()
{
    m_recorder.waitForDone(); // its tasks call back
}

void ProfileRuns::setMaxAtOnce(int max)
{
    m_maxAtOnce = std::max(1, max);
    startNext();
}

void ProfileRuns::start(QString profileId, Writeback::Unsettled unsettled)
{
    if (enqueue(profileId, Writeback::RunKind::Writeback, unsettled))
        startNext();
}

void ProfileRuns::startDue(QString profileId, const Writeback::Occasion &occasion)
{
    if (!enqueue(profileId, Writeback::RunKind::Writeback, Writeback::Unsettled::Refuse))
        return;
    m_entries[profileId].progress.facts.entry.occasion = occasion;
    startNext();
}

void ProfileRuns::check(QString profileId)
{
    if (enqueue(profileId, Writeback::RunKind::Check, Writeback::Unsettled::Refuse))
        startNext();
}

void ProfileRuns::startAll(QStringList profileIds, Writeback::Unsettled unsettled)
{
    profileIds.removeDuplicates();
    if (profileIds.isEmpty())
        return;
    Batch batch{.summary = {}, .open = profileIds, .unsettled = unsettled};
    for (const QString &id : profileIds)
        batch.summary.runs.append({.profileId = id});
    m_batches.push_back(std::move(batch)); // first: a run can end at once
    Q_EMIT batchStarted();
    for (const QString &id : profileIds) {
        if (!isRunning(id) && !enqueue(id, Writeback::RunKind::Writeback, unsettled))
            settle(id, Writeback::State::Cancelled); // its profile is gone
    }
    startNext();
}

bool ProfileRuns::enqueue(const QString &profileId, Writeback::RunKind kind, Writeback::Unsettled unsettled)
{
    const Profiles::Profile *profile = m_store.profile(profileId);
    if (!profile || isRunning(profileId))
        return false;
    Entry entry;
    entry.unsettled = unsettled;
    entry.progress.running = true;
    entry.progress.queued = true;
    entry.progress.facts.program = m_folder.program().name + u' ' + m_folder.program().version;
    entry.progress.facts.entry.kind = kind;
    describe(entry, *profile);
    m_entries.insert_or_assign(profileId, std::move(entry));
    m_queue.append(profileId);
    Q_EMIT changed(profileId);
    return true;
}

void ProfileRuns::dequeue(const QString &profileId)
{
    m_queue.removeOne(profileId);
    m_entries.erase(profileId);
    Q_EMIT changed(profileId);
    settle(profileId, Writeback::State::Cancelled);
}

// Profiles may have been changed or deleted while their runs wait.
void ProfileRuns::renewQueue()
{
    const QStringList queue = m_queue;
    for (const QString &id : queue) {
        if (!m_queue.contains(id))
            continue; // a receiver of changed() has cancelled it
        if (const Profiles::Profile *profile = m_store.profile(id))
            describe(m_entries[id], *profile);
        else
            dequeue(id);
    }
    startNext();
}

void ProfileRuns::describe(Entry &entry, const Profiles::Profile &profile) const
{
    const Writeback::JournalEntry before = entry.progress.facts.entry;
    entry.progress.facts.entry = entryOf(profile, m_store.account(profile.accountId));
    entry.progress.facts.entry.kind = before.kind;
    entry.progress.facts.entry.occasion = before.occasion;
    if (m_store.isProfileForSession(profile.id))
        entry.progress.facts.entry.profileId.clear();
    entry.sheet = Writeback::keyOf(entry.progress.facts.entry.sheet);
}

bool ProfileRuns::hasRoom() const
{
    const auto isBusy = [](const auto &entry) {
        const RunProgress &progress = entry.second.progress;
        return progress.running && !progress.queued && !progress.question;
    };
    return std::ranges::count_if(m_entries, isBusy) < m_maxAtOnce;
}

// The profile whose run uses the sheet; empty if there is none.
QString ProfileRuns::userOf(const QByteArray &sheet) const
{
    const auto user = std::ranges::find_if(m_entries, [&sheet](const auto &entry) {
        const RunProgress &progress = entry.second.progress;
        return progress.running && !progress.queued && entry.second.sheet == sheet;
    });
    return user == m_entries.end() ? QString() : user->first;
}

void ProfileRuns::startNext()
{
    while (hasRoom()) {
        const auto next = std::ranges::find_if(m_queue, [this](const QString &id) {
            return m_store.profile(id) && userOf(m_entries[id].sheet).isEmpty(); // without one, it is about to leave
        });
        if (next == m_queue.end())
            return;
        const QString id = *next;
        m_queue.erase(next);
        begin(id);
    }
}

void ProfileRuns::begin(QString profileId)
{
    Entry &entry = m_entries[profileId];
    entry.number = ++m_started;
    entry.live = std::make_unique<LiveProgress>(m_clock);
    connect(entry.live.get(), &LiveProgress::changed, this, [this, profileId] { Q_EMIT changed(profileId); });
    entry.progress.queued = false;
    entry.progress.facts.entry.started = m_clock.utcNow();

    const Profiles::Profile &profile = *m_store.profile(profileId);
    const Profiles::Account *account = m_store.account(profile.accountId);
    if (!account)
        return fail(
            profileId,
            {.kind = Core::ErrorKind::NoAccount,
             .subject = profile.name,
             .cause = m_store.laterAccount(profile.accountId) ? Core::Cause(Core::LaterVersion{}) : Core::Cause()});
    m_secrets.readBoth(account->id, this,
                       [this, profileId, number = entry.number, who = *account](const Core::Result<QString> &domo,
                                                                                const Core::Result<QString> &workiva) {
                           run(profileId, number, loginsWith(who, domo, workiva));
                       });
    Q_EMIT changed(profileId);
}

void ProfileRuns::run(QString profileId, int number, const Core::Result<Setup::Logins> &logins)
{
    const auto found = m_entries.find(profileId);
    if (found == m_entries.end() || !found->second.progress.running || found->second.number != number)
        return; // cancelled in the meantime
    Entry &entry = found->second;
    const Profiles::Profile *profile = m_store.profile(profileId);
    if (!profile)
        return fail(profileId, {.kind = Core::ErrorKind::Cancelled});
    if (!logins)
        return fail(profileId, logins.error());
    entry.controller = std::make_unique<Writeback::RunController>(m_folder.books());
    entry.live->follow(*entry.controller);
    listen(profileId, entry.controller.get());
    Writeback::RunRequest request = requestOf(*profile, *logins);
    request.prompt = m_prompt;
    request.proxy = m_proxy;
    request.dryRun = entry.progress.isCheck();
    request.profileId = entry.progress.facts.entry.profileId;
    request.account = entry.progress.facts.entry.account;
    request.occasion = entry.progress.facts.entry.occasion;
    request.unsettled = entry.unsettled;
    entry.controller->start(request);
}

void ProfileRuns::listen(const QString &profileId, Writeback::RunController *controller)
{
    using Writeback::RunController;
    connect(controller, &RunController::answerNeeded, this, [this, profileId](const Writeback::ReviewSummary &review) {
        if (m_entries[profileId].progress.cancelling)
            return; // it was asked before it was stopped
        m_entries[profileId].progress.question = review;
        m_entries[profileId].accepted.clear();
        Q_EMIT changed(profileId);
        Q_EMIT asked(profileId);
        startNext();
    });
    connect(controller, &RunController::reviewReady, this, [this, profileId](const Writeback::RunReport &review) {
        const auto found = m_entries.find(profileId);
        if (found == m_entries.end() || !found->second.progress.question)
            return;
        Writeback::RunReport accepted = review;
        Writeback::ruleAgain(accepted.review.findings, found->second.accepted, m_clock.utcNow().date());
        Q_EMIT reviewReady(profileId, accepted);
    });
    connect(controller, &RunController::finished, this,
            [this, profileId](const Writeback::RunReport &report) { end(profileId, report); });
}

void ProfileRuns::dismiss(QString profileId)
{
    if (isRunning(profileId) || m_entries.erase(profileId) == 0)
        return;
    Q_EMIT changed(profileId);
}

void ProfileRuns::cancel(QString profileId)
{
    const auto found = m_entries.find(profileId);
    if (found == m_entries.end() || !found->second.progress.running)
        return;
    if (found->second.progress.queued)
        return dequeue(profileId);
    if (!found->second.controller) // only the keychain was being read
        return fail(profileId, {.kind = Core::ErrorKind::Cancelled});
    found->second.progress.cancelling = true;
    found->second.progress.question.reset();
    found->second.controller->cancel();
    Q_EMIT changed(profileId);
}

void ProfileRuns::answer(QString profileId, const Writeback::Decision &answer)
{
    const auto found = m_entries.find(profileId);
    if (found == m_entries.end() || !found->second.progress.question)
        return;
    found->second.progress.question.reset();
    Writeback::Decision decision = answer;
    decision.accept += std::exchange(found->second.accepted, {});
    found->second.controller->answer(decision);
    Q_EMIT changed(profileId);
}

Core::Result<void> ProfileRuns::accept(QString profileId, const Sheet::Acceptance &acceptance)
{
    const auto found = m_entries.find(profileId);
    if (found == m_entries.end() || !found->second.progress.question)
        return {};
    if (const Profiles::Profile *profile = m_store.profile(profileId)) { // it may be gone while its run waits
        Profiles::Profile accepting = *profile;
        accepting.guards.accept(acceptance);
        if (auto saved = m_store.save(accepting); !saved)
            return saved;
    }
    found->second.accepted.append(acceptance);
    Writeback::ruleAgain(found->second.progress.question->findings, found->second.accepted, m_clock.utcNow().date());
    Q_EMIT changed(profileId);
    return {};
}

void ProfileRuns::compareForReview(const QString &profileId)
{
    const auto found = m_entries.find(profileId);
    if (found != m_entries.end() && found->second.progress.question)
        found->second.controller->compareForReview();
}

void ProfileRuns::cancelAll()
{
    QStringList ids = m_queue; // first: none of these may start when another one ends
    for (const auto &[id, entry] : m_entries) {
        if (!entry.progress.queued)
            ids.append(id);
    }
    for (const QString &id : ids) // cancelling may end a run at once
        cancel(id);
}

void ProfileRuns::fail(QString profileId, const Core::Error &error)
{
    Writeback::RunReport report;
    report.state = error.kind == Core::ErrorKind::Cancelled ? Writeback::State::Cancelled : Writeback::State::Failed;
    report.error = error;
    if (const RunProgress &progress = m_entries[profileId].progress; !progress.isCheck())
        record(progress.facts.entry, report);
    end(profileId, report);
}

void ProfileRuns::end(QString profileId, const Writeback::RunReport &report)
{
    Entry &entry = m_entries[profileId];
    entry.progress.running = false;
    entry.progress.cancelling = false;
    entry.progress.question.reset();
    entry.progress.report = report;
    entry.progress.facts.ended = m_clock.utcNow();
    entry.live->stop();
    if (entry.controller)
        entry.controller.release()->deleteLater(); // a sender is not deleted in its own signal
    if (entry.progress.isCheck())
        endCheck(entry);
    if (report.notRecorded)
        Q_EMIT notRecorded(*report.notRecorded);
    const bool wasCheck = entry.progress.isCheck();
    Q_EMIT changed(profileId);
    Q_EMIT ended(profileId, report);
    // A check is not the run that was asked for while it was under way.
    const Batch *batch = wasCheck && report.state != Writeback::State::Cancelled ? awaiting(profileId) : nullptr;
    if (!batch || !enqueue(profileId, Writeback::RunKind::Writeback, batch->unsettled))
        settle(profileId, report.state);
    startNext();
}

const ProfileRuns::Batch *ProfileRuns::awaiting(const QString &profileId) const
{
    const auto found =
        std::ranges::find_if(m_batches, [&profileId](const Batch &batch) { return batch.open.contains(profileId); });
    return found == m_batches.end() ? nullptr : &*found;
}

void ProfileRuns::settle(const QString &profileId, Writeback::State state)
{
    QList<BatchSummary> complete;
    for (auto batch = m_batches.begin(); batch != m_batches.end();) {
        if (batch->open.removeOne(profileId))
            std::ranges::find(batch->summary.runs, profileId, &BatchSummary::Run::profileId)->state = state;
        if (!batch->open.isEmpty()) {
            ++batch;
            continue;
        }
        complete.append(batch->summary);
        batch = m_batches.erase(batch);
    }
    for (const BatchSummary &summary : complete) // last: a receiver may start others
        Q_EMIT batchEnded(summary);
}

// A check that determined the sheet's content is kept in the history; any other check changes nothing. Runs enter the
// history by themselves.
void ProfileRuns::endCheck(Entry &entry)
{
    const Writeback::State state = entry.progress.report->state;
    entry.progress.report->comparison.reset(); // two grids that are not displayed
    const auto pending = m_folder.history().pendingChanges(entry.progress.facts.entry.sheet);
    entry.progress.pendingChanges = pending ? std::optional(qint64(pending->size())) : std::nullopt;
    if (isConclusive(state, entry.progress.pendingChanges))
        record(entry.progress.facts.entry, *entry.progress.report);
}

void ProfileRuns::record(const Writeback::JournalEntry &entry, const Writeback::RunReport &report)
{
    ++m_toRecord;
    m_recorder.start([this, books = m_folder.books(), entry, report] {
        const auto written = write(books, entry, report);
        QMetaObject::invokeMethod(this, [this, profileId = entry.profileId, written] {
            --m_toRecord;
            if (!written)
                Q_EMIT notRecorded(written.error());
            else
                Q_EMIT recorded(profileId);
        });
    });
}

RunProgress ProfileRuns::progress(const QString &profileId) const
{
    const auto found = m_entries.find(profileId);
    if (found == m_entries.end())
        return {};
    const Entry &entry = found->second;
    RunProgress progress = entry.progress;
    if (progress.queued) {
        progress.behind = userOf(entry.sheet);
        return progress;
    }
    progress.steps = entry.live->steps();
    progress.changes = entry.live->changes();
    progress.waiting = entry.live->waiting();
    return progress;
}

bool ProfileRuns::isRunning(const QString &profileId) const
{
    const auto found = m_entries.find(profileId);
    return found != m_entries.end() && found->second.progress.running;
}

int ProfileRuns::running() const
{
    return int(std::ranges::count_if(m_entries, [](const auto &entry) { return entry.second.progress.running; }));
}

} // namespace Runs
