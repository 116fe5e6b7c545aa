#include "cli/commands/schedule/installschedule.h"

#include "cli/definitions.h"
#include "cli/refusal.h"
#include "cli/saveddefinitions.h"
#include "cli/terminal.h"
#include "core/inputfault.h"
#include "profiles/keychainsecretstore.h"
#include "schedule/credentialfolder.h"
#include "schedule/lingering.h"
#include "setup/named.h"
#include "words/handovertext.h"
#include "words/shown.h"

#include <CLI/CLI.hpp>
#include <QDir>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

using Schedule::SchedulerKind;

QString neededText(SchedulerKind kind)
{
    const QString keychain =
        u"a keychain that can be read without a person, such as a keyring that your login unlocks"_s;
    return kind == SchedulerKind::Systemd
        ? u"A scheduled run needs %1, or --credentials with a folder of files of mode 0600: %2."_s.arg(
            keychain, credentialNames().join(u", "_s))
        : u"A scheduled run needs %1."_s.arg(keychain);
}

} // namespace

InstallSchedule::InstallSchedule(CLI::App &schedule, QObject *parent)
    : Command(parent)
    , m_app(schedule.add_subcommand("install",
                                    "Hand schedules over to the scheduler of this computer (systemd, launchd, Task "
                                    "Scheduler, or cron), in place of what it has of them"))
{
    addRepeatable(m_app, "PROFILE", m_profiles, "Saved writeback that is scheduled, by name or ID")->expected(-1);
    m_app->add_flag("--all", m_all, "All saved writebacks that are scheduled");
    addOption(m_app, "--credentials", m_credentials,
              "With systemd: folder with the secrets for the runs, as files of mode 0600")
        ->type_name("FOLDER");
    addDataDir(m_app, m_dataDir);
    const QString names = credentialNames().join(u", "_s);
    m_app->footer("The folder of --credentials has files of these names: " + names.toStdString()
                  + ".\nOne that systemd-creds encrypted has \".cred\" at its end. They stay where they are: systemd "
                    "loads them for each run.\n\nWith systemd, the schedule is tested at once with a dry run through "
                    "it. The exit code is "
                  + std::to_string(int(ExitCode::NeedsAttention))
                  + " if that fails,\nor if the secrets cannot be reached without a person.");
}

InstallSchedule::~InstallSchedule() = default;

bool InstallSchedule::isAskedFor() const
{
    return m_app->parsed();
}

void InstallSchedule::start()
{
    m_data = std::make_unique<SavedData>(m_dataDir);
    m_data->reportFaults();
    m_schedules = std::make_unique<Runs::Schedules>(wantedSchedules(*m_data));
    auto rows = chosen();
    if (!rows) {
        Q_EMIT finished(refuse(rows.error(), false));
        return;
    }
    m_rows = *std::move(rows);
    // Those of this terminal's environment are not there when the scheduler starts a run.
    QProcessEnvironment ofRun;
    if (!m_credentials.isEmpty())
        ofRun.insert(u"CREDENTIALS_DIRECTORY"_s, QDir(m_credentials).absolutePath());
    const auto loaded = credentialsIn(ofRun);
    const bool isEncrypted =
        std::ranges::any_of(m_rows.first().handover.credentials, &Schedule::CredentialFile::isEncrypted);
    if (!loaded && !isEncrypted) {
        Q_EMIT finished(refuse(loaded.error(), false));
        return;
    }
    m_loaded = loaded.value_or(EnvironmentCredentials());
    for (Row &row : m_rows)
        row.done = m_schedules->handOver(row.handover);
    m_keychain = std::make_unique<Profiles::KeychainSecretStore>(unattendedTimeout);
    m_secrets = std::make_unique<HeadlessSecrets>(m_loaded, *m_keychain);
    examineSecrets();
}

Core::Result<QList<InstallSchedule::Row>> InstallSchedule::chosen() const
{
    QList<const Profiles::Profile *> profiles;
    for (const QString &text : m_profiles) {
        const auto named = Setup::profileInUse(m_data->store(), text);
        if (!named)
            return Core::propagate(named);
        profiles.append(*named);
    }
    for (const Profiles::Profile &profile : m_data->store().profiles()) {
        if (m_all && !profiles.contains(&profile) && Schedule::handoverOf(profile, m_schedules->saved()))
            profiles.append(&profile);
    }
    if (profiles.isEmpty())
        return Core::fail(Core::ErrorKind::InvalidInput, u"PROFILE"_s, {}, Core::NotGiven{});
    if (!m_schedules->first())
        return Core::fail(Runs::noScheduler());
    QList<Schedule::CredentialFile> credentials;
    if (!m_credentials.isEmpty()) {
        const auto found = Schedule::credentialsOf(m_credentials, credentialNames());
        if (!found)
            return Core::propagate(found);
        credentials = *found;
    }
    QList<Row> rows;
    for (const Profiles::Profile *profile : profiles) {
        auto handover = Schedule::handoverOf(*profile, m_schedules->saved());
        if (!handover)
            return Core::fail(Core::ErrorKind::InvalidInput, profile->name, {}, Schedule::NotScheduled{});
        handover->credentials = credentials;
        rows.append({.handover = *std::move(handover), .accountId = profile->accountId});
    }
    return rows;
}

void InstallSchedule::examineSecrets()
{
    if (m_examined == m_rows.size())
        return show();
    Row &row = m_rows[m_examined++];
    if (!row.done)
        return examineSecrets();
    const bool isEncrypted = std::ranges::any_of(row.handover.credentials, &Schedule::CredentialFile::isEncrypted);
    const Profiles::Account *account = m_data->store().account(row.accountId);
    if (isEncrypted || !account) { // only systemd can read them; a run says that the account is missing
        test(row);
        return examineSecrets();
    }
    if (const auto agreed = agree(m_loaded, *account); !agreed) {
        row.secrets = lineOf(agreed.error());
        m_code = ExitCode::NeedsAttention;
        return examineSecrets();
    }
    m_secrets->readBoth(
        account->id, this, [this, &row](const Core::Result<QString> &domo, const Core::Result<QString> &workiva) {
            if (domo && workiva) {
                row.secrets = m_loaded.domo && m_loaded.workiva
                    ? u"The secrets are in the files of --credentials."_s
                    : u"The secrets could be read from the system keychain just now, without a "
                      "person. While nobody is logged in, it may be locked."_s;
                test(row);
            } else {
                row.secrets = lineOf((domo ? workiva : domo).error()) + u' ' + neededText(m_schedules->first()->kind());
                m_code = ExitCode::NeedsAttention;
            }
            examineSecrets();
        });
}

void InstallSchedule::test(Row &row)
{
    const auto tested = m_schedules->test(row.handover);
    if (!tested)
        return;
    const auto &result = *tested;
    if (result && result->code == 0) {
        row.test = u"Tested through systemd: nothing is broken; nothing was written."_s;
        return;
    }
    m_code = ExitCode::NeedsAttention;
    row.test = result ? u"Tested through systemd, which ended with %1; nothing was written:\n%2"_s.arg(result->code)
                            .arg(QString::fromUtf8(result->output + result->errors).trimmed())
                      : u"It could not be tested through systemd. "_s + lineOf(result.error());
}

void InstallSchedule::show()
{
    const auto compared = m_schedules->compared();
    const SchedulerKind kind = m_schedules->first()->kind();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QStringList lines;
    for (const Row &row : std::as_const(m_rows)) {
        const Schedule::Handover &handover = row.handover;
        QString state = u"handed over to %1"_s.arg(Words::schedulerName(kind));
        if (!row.done) {
            state = u"not handed over. "_s + lineOf(row.done.error());
            m_code = ExitCode::Failed;
        } else if (compared) {
            for (const Schedule::Compared &one : *compared) {
                if (one.profileId == handover.profileId && one.scheduler == kind && Runs::Schedules::nextOf(one, now))
                    state += u", next "_s
                        + Runs::Schedules::nextOf(one, now)->toLocalTime().toString(u"yyyy-MM-dd HH:mm t"_s);
            }
        }
        lines.append(u"%1: %2"_s.arg(Words::shown(handover.profileName), state));
        for (const QString &text : {row.secrets, row.test}) {
            if (!text.isEmpty())
                lines.append(u"  "_s + QString(text).replace(u'\n', u"\n  "_s));
        }
    }
    if (std::ranges::any_of(m_rows, [](const Row &row) { return row.done.has_value(); }))
        lines.append(Words::loggedOutLine(kind, Schedule::isLingering(m_schedules->surroundings().run)).text);
    Q_EMIT finished(print(lines.join(u'\n')) ? m_code : withoutReport(m_code));
}

} // namespace Cli
