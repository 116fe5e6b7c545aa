#include "runs/profileruns.h"

#include "core/clock.h"
#include "core/laterversion.h"
#include "runs/runrequests.h"

#include <algorithm>

namespace Runs {

namespace {

using namespace std::chrono_literals;

constexpr auto tickInterval = 1s;

double seconds(std::chrono::milliseconds span)
{
    return std::chrono::duration<double>(span).count();
}

Core::Result<Setup::Logins> withSecrets(const Profiles::Account &account, const Core::Result<QString> &domo,
                                        const Core::Result<QString> &workiva)
{
    for (const Core::Result<QString> *secret : {&domo, &workiva}) {
        if (!*secret) // not found is the secret, not something at a service
            return Core::fail(Core::ErrorKind::Keychain, account.name, secret->error().detail);
    }
    return Setup::loginsOf(account, {.domo = *domo, .workiva = *workiva});
}

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
}

ProfileRuns::~ProfileRuns()
{
    m_recorder.waitForDone(); // it calls back
}

void ProfileRuns::start(QString profileId, Writeback::Unsettled unsettled)
{
    begin(profileId, false, unsettled);
}

void ProfileRuns::check(QString profileId)
{
    begin(profileId, true, Writeback::Unsettled::Refuse);
}

void ProfileRuns::begin(QString profileId, bool isCheck, Writeback::Unsettled unsettled)
{
    const Profiles::Profile *profile = m_store.profile(profileId);
    if (!profile || isRunning(profileId))
        return;
    const Profiles::Account *account = m_store.account(profile->accountId);
    Entry &entry = m_entries[profileId];
    entry.number = ++m_started;
    entry.unsettled = unsettled;
    entry.steps.clear();
    entry.waits.clear();
    entry.known = entryOf(*profile, account);
    entry.known.started = m_clock.utcNow();
    entry.known.isCheck = isCheck;
    entry.progress = {};
    entry.progress.running = true;
    entry.progress.isCheck = isCheck;
    entry.progress.facts = {.writeback = profile->name,
                            .account = entry.known.account,
                            .clientId = entry.known.clientId,
                            .dataSetId = profile->dataSetId,
                            .spreadsheetId = profile->spreadsheetId,
                            .sheetId = profile->sheetId,
                            .region = profile->region.toString(),
                            .started = entry.known.started,
                            .ended = {},
                            .program = m_folder.program().name + u' ' + m_folder.program().version};
    if (!m_ticking)
        tick();
    Q_EMIT changed(profileId);

    if (!account)
        return fail(
            profileId,
            {.kind = Core::ErrorKind::NoAccount,
             .subject = profile->name,
             .cause = m_store.laterAccount(profile->accountId) ? Core::Cause(Core::LaterVersion{}) : Core::Cause()});
    m_secrets.readBoth(account->id, this,
                       [this, profileId, number = entry.number, who = *account](const Core::Result<QString> &domo,
                                                                                const Core::Result<QString> &workiva) {
                           run(profileId, number, withSecrets(who, domo, workiva));
                       });
}

void ProfileRuns::run(QString profileId, int number, const Core::Result<Setup::Logins> &logins)
{
    Entry &entry = m_entries[profileId];
    if (!entry.progress.running || entry.number != number)
        return; // cancelled meanwhile
    const Profiles::Profile *profile = m_store.profile(profileId);
    if (!profile)
        return fail(profileId, {.kind = Core::ErrorKind::Cancelled});
    if (!logins)
        return fail(profileId, logins.error());
    entry.controller = std::make_unique<Writeback::RunController>(m_folder.books());
    listen(profileId, entry.controller.get());
    Writeback::RunRequest request = requestOf(*profile, *logins);
    request.prompt = Writeback::Prompt::BeforeLoss;
    request.dryRun = entry.progress.isCheck;
    request.account = entry.known.account;
    request.unsettled = entry.unsettled;
    entry.controller->start(request);
}

void ProfileRuns::listen(const QString &profileId, Writeback::RunController *controller)
{
    using Writeback::RunController;
    connect(controller, &RunController::stepStarted, this, [this, profileId](Writeback::StepName step) {
        const auto now = m_clock.elapsed();
        m_entries[profileId].steps.push_back({{.name = step}, now, now});
        Q_EMIT changed(profileId);
    });
    connect(controller, &RunController::stepProgress, this,
            [this, profileId](Writeback::StepName step, qint64 done, qint64 total) {
                hear(profileId, step, [=](RunProgress::Step &known) {
                    known.done = done;
                    known.total = total;
                });
            });
    connect(controller, &RunController::stepFinished, this,
            [this, profileId](Writeback::StepName step, double took, bool well) {
                hear(profileId, step, [=](RunProgress::Step &known) {
                    known.elapsed = took;
                    known.end = well ? RunProgress::Step::End::Well : RunProgress::Step::End::Badly;
                });
            });
    connect(controller, &RunController::waiting, this, [this, profileId](const Writeback::Waiting &waiting) {
        m_entries[profileId].waits.hear(waiting, m_clock.elapsed());
        Q_EMIT changed(profileId);
    });
    connect(controller, &RunController::answerNeeded, this, [this, profileId](const Writeback::ReviewSummary &review) {
        m_entries[profileId].progress.question = review;
        Q_EMIT changed(profileId);
        Q_EMIT asked(profileId);
    });
    connect(controller, &RunController::finished, this,
            [this, profileId](const Writeback::RunReport &report) { end(profileId, report); });
}

template <typename Change> void ProfileRuns::hear(QString profileId, Writeback::StepName step, Change change)
{
    std::vector<Step> &steps = m_entries[profileId].steps;
    const auto known =
        std::ranges::find_if(steps.rbegin(), steps.rend(), [step](const Step &one) { return one.shown.name == step; });
    if (known == steps.rend())
        return;
    known->heard = m_clock.elapsed();
    known->shown.elapsed = seconds(known->heard - known->began);
    change(known->shown);
    Q_EMIT changed(profileId);
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
    if (!found->second.controller) // only the keychain was asked
        return fail(profileId, {.kind = Core::ErrorKind::Cancelled});
    found->second.progress.cancelling = true;
    found->second.progress.question.reset();
    found->second.controller->cancel();
    Q_EMIT changed(profileId);
}

void ProfileRuns::answer(QString profileId, bool write)
{
    const auto found = m_entries.find(profileId);
    if (found == m_entries.end() || !found->second.progress.question)
        return;
    found->second.progress.question.reset();
    found->second.controller->answer(write);
    Q_EMIT changed(profileId);
}

void ProfileRuns::cancelAll()
{
    QStringList ids;
    for (const auto &[id, entry] : m_entries)
        ids.append(id);
    for (const QString &id : ids) // cancelling can end a run at once
        cancel(id);
}

void ProfileRuns::fail(QString profileId, const Core::Error &error)
{
    Writeback::RunReport report;
    report.state = error.kind == Core::ErrorKind::Cancelled ? Writeback::State::Cancelled : Writeback::State::Failed;
    report.error = error;
    if (!m_entries[profileId].progress.isCheck)
        record(profileId, m_entries[profileId].known, report);
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
    entry.waits.clear();
    if (entry.controller)
        entry.controller.release()->deleteLater(); // a sender is not deleted in its own signal
    if (entry.progress.isCheck)
        endCheck(entry);
    if (report.notRecorded)
        Q_EMIT notRecorded(*report.notRecorded);
    Q_EMIT changed(profileId);
    Q_EMIT ended(profileId, report);
}

// A check that has found out what the sheet holds is kept, as what is known since then; one that has not changes
// nothing. Only a run is in the history by itself.
void ProfileRuns::endCheck(Entry &entry)
{
    const Writeback::State state = entry.progress.report->state;
    entry.progress.report->comparison.reset(); // two grids that nobody looks at
    const auto left = m_folder.history().underWay(entry.known.sheet);
    entry.progress.underWay = left ? left->size() : 0;
    const bool isConclusive =
        entry.progress.underWay == 0 && (state == Writeback::State::NothingToDo || state == Writeback::State::Planned);
    if (isConclusive)
        record(entry.known.profileId, entry.known, *entry.progress.report);
}

void ProfileRuns::record(const QString &profileId, const Writeback::JournalEntry &known,
                         const Writeback::RunReport &report)
{
    m_recorder.start([this, books = m_folder.books(), profileId, known, report] {
        const auto written = write(books, known, report);
        QMetaObject::invokeMethod(this, [this, profileId, written] {
            if (!written)
                Q_EMIT notRecorded(written.error());
            else
                Q_EMIT recorded(profileId);
        });
    });
}

void ProfileRuns::tick()
{
    m_ticking = running() > 0;
    if (!m_ticking)
        return;
    m_clock.callAfter(tickInterval, this, [this] { tick(); });
    QStringList ids;
    for (const auto &[id, entry] : m_entries) {
        if (entry.progress.running)
            ids.append(id);
    }
    for (const QString &id : ids)
        Q_EMIT changed(id);
}

RunProgress ProfileRuns::progress(const QString &profileId) const
{
    const auto found = m_entries.find(profileId);
    if (found == m_entries.end())
        return {};
    const Entry &entry = found->second;
    RunProgress progress = entry.progress;
    const auto now = m_clock.elapsed();
    for (const Step &step : entry.steps) {
        progress.steps.append(step.shown);
        if (step.shown.hasEnded())
            continue;
        progress.steps.last().elapsed = seconds(now - step.began);
        progress.steps.last().quiet = seconds(now - step.heard);
    }
    progress.waiting = entry.waits.at(now);
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
