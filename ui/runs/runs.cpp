#include "ui/runs/runs.h"

#include "ui/runs/runrequests.h"

#include <algorithm>

namespace Desktop {

namespace {

Core::Result<Setup::Login> loginOf(const Profiles::Account &account, const Core::Result<QString> &domo,
                                   const Core::Result<QString> &workiva)
{
    for (const Core::Result<QString> *secret : {&domo, &workiva}) {
        if (!*secret) // not found is the secret, not something at a service
            return Core::fail(Core::ErrorKind::Keychain, account.name, secret->error().detail);
    }
    return Setup::loginOf(account, *domo, *workiva);
}

} // namespace

Runs::Runs(Profiles::ProfileStore &store, Profiles::SecretStore &secrets, History::RunHistory &history, QObject *parent)
    : QObject(parent), m_store(store), m_secrets(secrets), m_history(history)
{
}

Runs::~Runs() = default;

void Runs::start(QString profileId)
{
    const Profiles::Profile *profile = m_store.profile(profileId);
    if (!profile || isRunning(profileId))
        return;
    Entry &entry = m_entries[profileId];
    entry.number = ++m_started;
    entry.progress = {};
    entry.progress.running = true;
    entry.started = QDateTime::currentDateTimeUtc();
    Q_EMIT changed(profileId);

    const Profiles::Account *account = m_store.account(profile->accountId);
    if (!account)
        return fail(profileId, {.kind = Core::ErrorKind::NoAccount, .subject = profile->name});
    m_secrets.readBoth(account->id, this,
                       [this, profileId, number = entry.number, who = *account](const Core::Result<QString> &domo,
                                                                                const Core::Result<QString> &workiva) {
                           run(profileId, number, loginOf(who, domo, workiva));
                       });
}

void Runs::run(QString profileId, int number, const Core::Result<Setup::Login> &login)
{
    Entry &entry = m_entries[profileId];
    if (!entry.progress.running || entry.number != number)
        return; // cancelled meanwhile
    const Profiles::Profile *profile = m_store.profile(profileId);
    if (!profile)
        return fail(profileId, {.kind = Core::ErrorKind::Cancelled});
    if (!login)
        return fail(profileId, login.error());
    entry.controller = std::make_unique<Writeback::RunController>();
    Writeback::RunController *controller = entry.controller.get();
    connect(controller, &Writeback::RunController::stepStarted, this, [this, profileId](Writeback::StepName step) {
        m_entries[profileId].progress.steps.append({.name = step, .began = std::chrono::steady_clock::now()});
        Q_EMIT changed(profileId);
    });
    connect(controller, &Writeback::RunController::stepProgress, this,
            [this, profileId](Writeback::StepName step, qint64 done, qint64 total) {
                hear(profileId, step, [=](RunProgress::Step &known) {
                    known.done = done;
                    known.total = total;
                });
            });
    connect(controller, &Writeback::RunController::stepFinished, this,
            [this, profileId](Writeback::StepName step, double, bool well) {
                hear(profileId, step, [well](RunProgress::Step &known) {
                    known.end = well ? RunProgress::Step::End::Well : RunProgress::Step::End::Badly;
                });
            });
    connect(controller, &Writeback::RunController::answerNeeded, this,
            [this, profileId](const Writeback::ReviewSummary &review) {
                m_entries[profileId].progress.question = review;
                Q_EMIT changed(profileId);
                Q_EMIT asked(profileId);
            });
    connect(controller, &Writeback::RunController::finished, this,
            [this, profileId](const Writeback::RunReport &report) { end(profileId, report); });
    Writeback::RunRequest request = runRequest(*profile, *login);
    request.ask = Writeback::Ask::BeforeLoss;
    controller->start(request);
}

template <typename Change> void Runs::hear(QString profileId, Writeback::StepName step, Change change)
{
    for (RunProgress::Step &known : m_entries[profileId].progress.steps) {
        if (known.name != step)
            continue;
        known.elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - known.began).count();
        change(known);
    }
    Q_EMIT changed(profileId);
}

void Runs::dismiss(QString profileId)
{
    if (isRunning(profileId) || m_entries.erase(profileId) == 0)
        return;
    Q_EMIT changed(profileId);
}

void Runs::cancel(QString profileId)
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

void Runs::answer(QString profileId, bool write)
{
    const auto found = m_entries.find(profileId);
    if (found == m_entries.end() || !found->second.progress.question)
        return;
    found->second.progress.question.reset();
    found->second.controller->answer(write);
    Q_EMIT changed(profileId);
}

void Runs::cancelAll()
{
    QStringList ids;
    for (const auto &[id, entry] : m_entries)
        ids.append(id);
    for (const QString &id : ids) // cancelling can end a run at once
        cancel(id);
}

void Runs::fail(QString profileId, const Core::Error &error)
{
    Writeback::RunReport report;
    report.state = error.kind == Core::ErrorKind::Cancelled ? Writeback::State::Cancelled : Writeback::State::Failed;
    report.error = error;
    end(profileId, report);
}

void Runs::end(QString profileId, const Writeback::RunReport &report)
{
    Entry &entry = m_entries[profileId];
    entry.progress.running = false;
    entry.progress.cancelling = false;
    entry.progress.question.reset();
    entry.progress.report = report;
    if (entry.controller)
        entry.controller.release()->deleteLater(); // a sender is not deleted in its own signal
    History::RunRecord record{.id = 0,
                              .profileId = profileId,
                              .started = entry.started,
                              .ended = QDateTime::currentDateTimeUtc(),
                              .state = Writeback::name(report.state),
                              .error = report.error,
                              .range = Sheet::toA1(report.review.fit.data),
                              .sourceRows = report.review.sourceRows,
                              .sourceColumns = report.review.sourceColumns,
                              .cellsWritten = report.cellsWritten,
                              .cellsVerified = report.cellsCompared,
                              .cellsWrong = report.cellsWrong};
    if (const Profiles::Profile *profile = m_store.profile(profileId)) {
        record.target = targetText(*profile);
        record.sheetId = profile->sheetId;
    }
    if (const auto added = m_history.add(record); !added)
        Q_EMIT notRecorded(added.error());
    Q_EMIT changed(profileId);
    Q_EMIT ended(profileId, report);
}

RunProgress Runs::progress(const QString &profileId) const
{
    const auto found = m_entries.find(profileId);
    return found == m_entries.end() ? RunProgress() : found->second.progress;
}

bool Runs::isRunning(const QString &profileId) const
{
    return progress(profileId).running;
}

int Runs::running() const
{
    return int(std::ranges::count_if(m_entries, [](const auto &entry) { return entry.second.progress.running; }));
}

} // namespace Desktop
