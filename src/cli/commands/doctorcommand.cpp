#include "cli/commands/doctorcommand.h"

#include "cli/definitions.h"
#include "cli/diagnosistext.h"
#include "cli/helptext.h"
#include "cli/refusal.h"
#include "cli/saveddefinitions.h"
#include "cli/schedules.h"
#include "cli/terminal.h"
#include "profiles/keychainsecretstore.h"

#include <CLI/CLI.hpp>

namespace Cli {

DoctorCommand::DoctorCommand(CLI::App &app, QObject *parent)
    : Command(parent)
    , m_app(app.add_subcommand("doctor",
                               "Examine what a run of a saved writeback needs, from the data folder to the sheet, and "
                               "name what is broken; writes nothing"))
{
    m_app->footer(savedHelp());
    addRepeatable(m_app, "PROFILE", m_options.profiles,
                  "Saved writeback, by name or ID, or file of a writeback (*.writeback.json)")
        ->required();
    addSavedOptions(m_app, m_options);
    m_app->add_flag("--json", m_json, "Print the report as one JSON document");
}

DoctorCommand::~DoctorCommand() = default;

bool DoctorCommand::isAskedFor() const
{
    return m_app->parsed();
}

void DoctorCommand::start()
{
    m_data = std::make_unique<SavedData>(m_options.dataDir);
    m_data->reportFaults();
    const auto chosen = choiceOf(m_options, *m_data, QProcessEnvironment::systemEnvironment());
    if (!chosen) {
        Q_EMIT finished(refuse(chosen.error(), m_json));
        return;
    }
    m_keychain = std::make_unique<Profiles::KeychainSecretStore>(unattendedTimeout);
    m_secrets = std::make_unique<HeadlessSecrets>(chosen->credentials, *m_keychain);
    m_doctor = std::make_unique<Runs::Doctor>(m_data->folder(), m_data->store(), *m_secrets);
    connect(m_doctor.get(), &Runs::Doctor::finished, this, &DoctorCommand::show);
    const Profiles::Profile &profile = *m_data->store().profile(chosen->profileIds.first());
    std::optional<Runs::Doctor::Schedules> handedOver;
    if (std::holds_alternative<Profiles::Automatically>(profile.schedule)
        && !m_data->store().isProfileForSession(profile.id)) {
        const Runs::Schedules schedules(wantedSchedules(*m_data));
        handedOver = {schedules.saved(), schedules.installed()};
    }
    m_doctor->examine(profile, m_data->settings().proxy, handedOver);
}

void DoctorCommand::show()
{
    const ExitCode code = exitCode(m_doctor->links());
    const auto printed = print(m_json ? diagnosisJson(m_doctor->links()) : diagnosisText(m_doctor->links()));
    Q_EMIT finished(printed ? code : withoutReport(code));
}

} // namespace Cli
